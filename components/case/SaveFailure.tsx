import { Button } from '../Button';

/** What could not be saved and why, above the field in which it still stands. */
export function SaveFailure({ failure, onRetry }: { failure: string; onRetry(): void }) {
  return (
    <div role="alert" className="flex items-start justify-between gap-3 text-sm">
      <span className="text-complaint">{failure}</span>
      <Button look="quiet" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}
