import '../../components/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ProblemBoundary } from '../../components/Problem';
import { hearPageErrors, noteError } from '../../lib/browser/errors';
import { Restore } from './Restore';

hearPageErrors('restore');

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <ProblemBoundary onProblem={(error) => noteError('restore', error)}>
      <Restore />
    </ProblemBoundary>
  </StrictMode>,
);
