import { Unplug } from 'lucide-react';
import { Button } from '../Button';

interface MayBelongProps {
  /** The incident's. */
  title: string;
  why: string;
  onLink(): void;
  /** Left out where it need not be remembered. */
  onRefuse?(): void;
}

/** Says that a case or a tweet may belong to an open incident; one click links it. */
export function MayBelong({ title, why, onLink, onRefuse }: MayBelongProps) {
  return (
    <p
      data-may-belong
      className="flex w-full flex-wrap items-center gap-x-3 rounded-md bg-raised px-3 py-1 text-sm"
      title={why}
    >
      <span className="flex min-w-0 flex-1 basis-40 items-center gap-1.5">
        <Unplug size={14} aria-hidden className="shrink-0 text-complaint" />
        <span className="min-w-0">
          May belong to “<bdi>{title}</bdi>”
        </span>
      </span>
      <span className="ml-auto flex gap-3">
        <Button look="quiet" className="h-6" onClick={onLink}>
          Link
        </Button>
        {onRefuse && (
          <Button look="quiet" className="h-6" onClick={onRefuse}>
            No
          </Button>
        )}
      </span>
    </p>
  );
}
