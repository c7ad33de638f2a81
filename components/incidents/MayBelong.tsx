import { Unplug } from 'lucide-react';
import { Button } from '../Button';

interface MayBelongProps {
  /** The incident's. */
  title: string;
  why: string;
  /** One quiet line, for rows of a list. */
  slim?: boolean;
  onLink(): void;
  /** Left out where it need not be remembered. */
  onRefuse?(): void;
}

/** Says that a case or a tweet may belong to an open incident; one click links it. */
export function MayBelong({ title, why, slim = false, onLink, onRefuse }: MayBelongProps) {
  return (
    <p
      data-may-belong
      className={`flex w-full items-center gap-x-3 text-sm ${slim ? '' : 'flex-wrap rounded-md bg-raised px-3 py-1'}`}
      title={why}
    >
      <span className={`flex min-w-0 flex-1 items-center gap-1.5 ${slim ? '' : 'basis-40'}`}>
        <Unplug size={14} aria-hidden className="shrink-0 text-complaint" />
        <span className={`min-w-0 ${slim ? 'truncate' : ''}`}>
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
