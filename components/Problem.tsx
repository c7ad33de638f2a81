import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { isNewerDesk, openTrouble } from '../lib/desk/failure';
import { Button } from './Button';
import { EmptyState } from './EmptyState';

type Kind = 'newer' | 'upgrade' | 'blocked' | 'other';

/** What is wrong with the storage, and what to do about it. */
const words: Record<Kind, { title: string; help: string }> = {
  newer: {
    title: 'This desk was last used with a newer version of Hark',
    help: 'Update Hark to go on. Nothing is lost: all cases and notes are kept as they are.',
  },
  upgrade: {
    title: 'Hark could not bring its database to this version',
    help: 'Nothing was changed: all cases and notes are kept as they were. Load the page again; if it stays, update Hark. Your backups are in Downloads/Hark.',
  },
  blocked: {
    title: 'Another window of Hark holds its storage',
    help: 'It runs an older version. Close all other panels and pages of Hark, then load this one again.',
  },
  other: {
    title: 'Hark could not read its storage',
    help: 'Nothing is lost by this. Load the page again; if it stays, restart the browser.',
  },
};

interface State {
  failed: Kind | null;
}

interface ProblemBoundaryProps {
  children: ReactNode;
  onProblem?(error: unknown): void;
}

/** Says so in plain words if a page cannot go on, instead of showing nothing. */
export class ProblemBoundary extends Component<ProblemBoundaryProps, State> {
  override state: State = { failed: null };

  static getDerivedStateFromError(error: unknown): State {
    return { failed: isNewerDesk(error) ? 'newer' : (openTrouble(error) ?? 'other') };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onProblem?.(error);
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    const { title, help } = words[this.state.failed];
    return (
      <main role="alert">
        <EmptyState icon={TriangleAlert} title={title}>
          <p>{help}</p>
          <Button onClick={() => location.reload()}>Load again</Button>
        </EmptyState>
      </main>
    );
  }
}
