import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { isNewerDesk } from '../lib/desk/failure';
import { Button } from './Button';
import { EmptyState } from './EmptyState';

type State = { failed: false } | { failed: true; newer: boolean };

interface ProblemBoundaryProps {
  children: ReactNode;
  onProblem?(error: unknown): void;
}

/** Says so in plain words if a page cannot go on, instead of showing nothing. */
export class ProblemBoundary extends Component<ProblemBoundaryProps, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(error: unknown): State {
    return { failed: true, newer: isNewerDesk(error) };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onProblem?.(error);
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    if (this.state.newer) {
      return (
        <main role="alert">
          <EmptyState icon={TriangleAlert} title="This desk was last used with a newer version of Hark">
            <p>Update Hark to go on. Nothing is lost: all cases and notes are kept as they are.</p>
            <Button onClick={() => location.reload()}>Load again</Button>
          </EmptyState>
        </main>
      );
    }
    return (
      <main role="alert">
        <EmptyState icon={TriangleAlert} title="Hark could not read its storage">
          <p>Nothing is lost by this. Load the page again; if it stays, restart the browser.</p>
          <Button onClick={() => location.reload()}>Load again</Button>
        </EmptyState>
      </main>
    );
  }
}
