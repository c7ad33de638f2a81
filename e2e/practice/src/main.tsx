import { createRoot } from 'react-dom/client';
import { App } from './app';
import 'draft-js/dist/Draft.css';
import './base.css';
import { exposeApi } from './practice-api';
import { onLinkClick, startRouter } from './router';
import { startShortcuts } from './shortcuts';
import { startUnrest } from './timeline/live';

const host = document.getElementById('react-root');
if (host) {
  startRouter();
  document.addEventListener('click', onLinkClick);
  exposeApi();
  createRoot(host).render(<App />);
  startShortcuts();
  startUnrest();
}
