import '../../components/theme.css';
import './paper.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ProblemBoundary } from '../../components/Problem';
import { hearPageErrors, noteError } from '../../lib/browser/errors';
import { Reports } from './Reports';

hearPageErrors('reports');
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <ProblemBoundary onProblem={(error) => noteError('reports', error)}>
      <Reports />
    </ProblemBoundary>
  </StrictMode>,
);
