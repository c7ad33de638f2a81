import '../../components/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ProblemBoundary } from '../../components/Problem';
import { HandOver } from './HandOver';

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <ProblemBoundary>
      <HandOver />
    </ProblemBoundary>
  </StrictMode>,
);
