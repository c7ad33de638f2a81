import '../../components/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ProblemBoundary } from '../../components/Problem';
import { Restore } from './Restore';

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <ProblemBoundary>
      <Restore />
    </ProblemBoundary>
  </StrictMode>,
);
