import { ArrowDown, ArrowUp, ChevronDown, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../Button';

interface EditableRowProps {
  /** What it is called when it is read out, such as "Phone, billing". */
  name: string;
  summary: ReactNode;
  open: boolean;
  /** True if something in it has to be put right. */
  wrong: boolean;
  /** The fields, shown while it is open. */
  children: ReactNode;
  isFirst: boolean;
  isLast: boolean;
  /** It can be read, and neither changed nor moved. */
  locked?: boolean;
  onOpen(open: boolean): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

/** One item of a list that is edited in place: a line while it is closed. */
export function EditableRow(props: EditableRowProps) {
  const { name, summary, open, wrong, children, isFirst, isLast, locked, onOpen, onMove, onRemove } = props;
  return (
    <li className="border-b border-line">
      <div className="flex items-start gap-1 py-1.5">
        <button
          type="button"
          aria-expanded={open}
          data-wrong={wrong && !open ? '' : undefined}
          onClick={() => onOpen(!open)}
          className="flex min-w-0 flex-1 items-start gap-2 rounded-md px-1.5 py-1 text-left transition hover:bg-raised"
        >
          <ChevronDown
            size={16}
            aria-hidden
            className={`mt-0.5 shrink-0 text-secondary ${open ? '' : '-rotate-90 rtl:rotate-90'}`}
          />
          <span className="min-w-0 flex-1">
            <span className="sr-only">{locked ? 'Show ' : 'Edit '}</span>
            {summary}
          </span>
        </button>
        {!locked && (
          <span className="flex shrink-0">
            <IconButton icon={ArrowUp} label={`Move up: ${name}`} disabled={isFirst} onClick={() => onMove(-1)} />
            <IconButton icon={ArrowDown} label={`Move down: ${name}`} disabled={isLast} onClick={() => onMove(1)} />
            <IconButton icon={Trash2} label={`Remove ${name}`} onClick={onRemove} />
          </span>
        )}
      </div>
      {open && (
        <fieldset disabled={locked} className="pt-1 pb-4 pl-7.5">
          {children}
        </fieldset>
      )}
    </li>
  );
}

/** A list with one of its items moved. */
export function moved<Item>(list: readonly Item[], at: number, by: -1 | 1): Item[] {
  const next = [...list];
  const [item] = next.splice(at, 1);
  if (item !== undefined) next.splice(at + by, 0, item);
  return next;
}
