import { priorityNames, topicNames } from '../lib/cases/describe';
import { agoShort } from '../lib/time/time';
import type { CaseRow } from './case-row';
import { StatusPill } from './StatusPill';

interface CaseListProps {
  rows: readonly CaseRow[];
  now: number;
  locale: string;
  onOpen(row: CaseRow): void;
}

/** Cases in two lines each. Keys move between them by `data-row`. */
export function CaseList({ rows, now, locale, onOpen }: CaseListProps) {
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.case.id} className="border-b border-line">
          <button
            type="button"
            data-row={row.case.id}
            onClick={() => onOpen(row)}
            className="block w-full px-4 py-2 text-left text-sm -outline-offset-2 transition hover:bg-raised"
          >
            <span className="flex items-center gap-2">
              <span className="flex min-w-0 flex-1 items-baseline gap-1.5">
                <bdi className="truncate text-base font-bold">{row.name}</bdi>
                <span className="truncate text-secondary">@{row.handle}</span>
              </span>
              <span className="shrink-0 text-secondary">{agoShort(row.case.updatedAt, now, locale)}</span>
            </span>
            <span className="mt-0.5 flex items-center gap-2">
              <StatusPill status={row.case.status} />
              <span className="min-w-0 truncate text-secondary">
                #{row.case.number}
                {row.case.topic !== 'other' && ` · ${topicNames[row.case.topic]}`}
                {(row.case.priority === 'high' || row.case.priority === 'urgent') && (
                  <b className="text-ink"> · {priorityNames[row.case.priority]}</b>
                )}
              </span>
              <bdi className="min-w-0 flex-1 truncate">{row.lastWords}</bdi>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
