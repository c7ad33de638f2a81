import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Button } from './Button';
import { EmptyState } from './EmptyState';

/** Says so in plain words if a page cannot go on, instead of showing nothing. */
export class ProblemBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
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
