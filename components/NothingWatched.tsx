import { Binoculars } from 'lucide-react';
import { Button } from './Button';
import { EmptyState } from './EmptyState';

/** There is no watchlist yet, so that nothing can be marked. `then` says what comes of one. */
export function NothingWatched({ then, onSettings }: { then: string; onSettings(): void }) {
  return (
    <EmptyState icon={Binoculars} title="Nothing is watched yet">
      <p>Name your handle and what people call you. {then}</p>
      <Button look="primary" onClick={onSettings}>
        Set up the watchlist
      </Button>
    </EmptyState>
  );
}
