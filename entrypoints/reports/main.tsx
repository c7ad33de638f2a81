import '../../components/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ProblemBoundary } from '../../components/Problem';
import { Reports } from './Reports';

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <ProblemBoundary>
      <Reports />
    </ProblemBoundary>
  </StrictMode>,
);
