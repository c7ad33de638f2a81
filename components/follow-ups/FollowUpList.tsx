import { AlarmClock, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FollowUp } from '../../lib/follow-ups/follow-up';
import { sayWhen } from '../../lib/follow-ups/when';
import { span } from '../../lib/time/time';
import { Button } from '../Button';

/** A follow-up with whom it is for. */
export interface FollowUpRow {
  followUp: FollowUp;
  caseNumber: number;
  name: string;
  handle: string;
  /** Title of the incident that it is a check-in of; null if of none. */
  incident: string | null;
}

interface FollowUpListProps {
  title: string;
  rows: readonly FollowUpRow[];
  now: number;
  zone: string;
  locale: string;
  /** Id of the row that is unfolded. */
  unfolded: string | null;
  actions(row: FollowUpRow): ReactNode;
  onOpen(row: FollowUpRow): void;
  onUnfold(row: FollowUpRow): void;
  /** Moves all check-ins of an incident to the next morning. */
  onLater(rows: readonly FollowUpRow[]): void;
}

/** What stands on the list as one: a follow-up, or the check-ins of one incident. */
function itemsOf(rows: readonly FollowUpRow[]): FollowUpRow[][] {
  const items = new Map<string, FollowUpRow[]>();
  for (const row of rows) {
    const key = row.followUp.incidentId ?? row.followUp.id;
    items.set(key, [...(items.get(key) ?? []), row]);
  }
  return [...items.values()];
}

/**
 * Follow-ups in two lines each: whom and when, and why. Those of one incident are one item. Keys move between them by
 * `data-row`.
 */
export function FollowUpList({ title, ...props }: FollowUpListProps) {
  const { rows, onLater } = props;
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="border-b border-line bg-raised px-4 py-1 text-sm font-bold">{title}</h2>
      <ul>
        {itemsOf(rows).map((item) => {
          const [first] = item;
          if (!first) return null;
          if (item.length === 1) return <Row key={first.followUp.id} row={first} {...props} />;
          return (
            <li key={first.followUp.id} data-group={first.followUp.incidentId} className="border-b border-line">
              <div className="flex items-center gap-3 px-4 pt-2 pb-1 text-sm">
                <h3 className="min-w-0 flex-1 truncate text-base font-bold">
                  {item.length} check-ins{first.incident && <bdi> after “{first.incident}”</bdi>}
                </h3>
                <Button look="quiet" onClick={() => onLater(item)}>
                  All tomorrow
                </Button>
              </div>
              <ul className="ml-4 border-l-2 border-line [&>li:last-child]:border-b-0">
                {item.map((row) => (
                  <Row key={row.followUp.id} row={row} {...props} />
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface RowProps extends Omit<FollowUpListProps, 'title' | 'rows' | 'onLater'> {
  row: FollowUpRow;
}

function Row({ row, now, zone, locale, unfolded, actions, onOpen, onUnfold }: RowProps) {
  const { followUp, caseNumber, name, handle } = row;
  const { id, dueAt, reason } = followUp;
  const open = id === unfolded;
  const late = dueAt <= now;
  return (
    <li data-follow-up={id} className="border-b border-line">
      <div className="flex items-stretch">
        <button
          type="button"
          data-row={id}
          title="Show the case"
          onClick={() => onOpen(row)}
          className="block min-w-0 flex-1 py-2 pr-1 pl-4 text-left text-sm -outline-offset-2 transition hover:bg-raised"
        >
          <span className="flex items-baseline gap-1.5">
            <bdi className="min-w-0 truncate text-base font-bold">{name || handle}</bdi>
            <span className="shrink-0 text-secondary">#{caseNumber}</span>
            <span className="flex-1" />
            <span
              className={`inline-flex shrink-0 items-center gap-1 self-center ${late ? 'font-bold text-complaint' : 'text-secondary'}`}
            >
              <AlarmClock size={13} aria-hidden />
              {late ? lateWords(now - dueAt) : sayWhen(dueAt, now, zone, locale)}
            </span>
          </span>
          <span dir="auto" className={`mt-0.5 block ${open ? '' : 'truncate'}`}>
            {reason}
          </span>
        </button>
        <button
          type="button"
          aria-label={`What to do: @${handle}`}
          title="What to do"
          aria-expanded={open}
          aria-controls={open ? `follow-up-${id}` : undefined}
          onClick={() => onUnfold(row)}
          className="inline-flex w-9 shrink-0 items-center justify-center text-secondary -outline-offset-2 transition hover:bg-raised hover:text-ink"
        >
          <ChevronDown size={16} aria-hidden className={open ? 'rotate-180' : ''} />
        </button>
      </div>
      {open && (
        <div id={`follow-up-${id}`} className="px-4 pt-0.5 pb-3 text-sm">
          {actions(row)}
        </div>
      )}
    </li>
  );
}

function lateWords(late: number): string {
  return late < 60_000 ? 'due now' : `due ${span(late)} ago`;
}
