import { priorityNames, routeNames, topicNames } from '../lib/cases/describe';
import type { Excerpt } from '../lib/desk/search';
import { agoShort } from '../lib/time/time';
import type { CaseRow } from './case-row';
import { StatusPill } from './StatusPill';
import { Waiting } from './Waiting';

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
                <span className="truncate text-secondary max-[290px]:sr-only">@{row.handle}</span>
              </span>
              <When row={row} now={now} locale={locale} />
            </span>
            <span className="mt-0.5 flex items-center gap-x-2 max-[290px]:flex-wrap">
              <StatusPill status={row.case.status} />
              <span className="min-w-0 truncate text-secondary max-[290px]:grow max-[290px]:basis-0">
                #{row.case.number}
                {row.case.topic !== 'other' && ` · ${topicNames[row.case.topic]}`}
                {row.case.route !== 'support' && ` · ${routeNames[row.case.route]}`}
                {(row.case.priority === 'high' || row.case.priority === 'urgent') && (
                  <b className="text-ink"> · {priorityNames[row.case.priority]}</b>
                )}
                {row.case.owner && ` · ${row.case.owner}`}
              </span>
              {row.excerpts.length === 0 && (
                <bdi className="min-w-8 flex-1 truncate max-[290px]:basis-full">{row.lastWords}</bdi>
              )}
            </span>
            {row.excerpts.map((excerpt) => (
              <FoundIn key={excerpt.place + excerpt.parts[0]?.text} excerpt={excerpt} />
            ))}
          </button>
        </li>
      ))}
    </ul>
  );
}

function When({ row, now, locale }: { row: CaseRow; now: number; locale: string }) {
  const { waitingSince, updatedAt } = row.case;
  if (waitingSince === null) {
    return <span className="shrink-0 text-secondary">{agoShort(updatedAt, now, locale)}</span>;
  }
  return <Waiting since={waitingSince} now={now} word="waiting" wordClass="max-[360px]:sr-only" />;
}

const placeNames: Record<Excerpt['place'], string> = {
  number: 'Number',
  handle: 'Handle',
  name: 'Name',
  account: 'Account',
  place: 'Place',
  about: 'About the customer',
  tag: 'Tag',
  tweet: 'Tweet',
  reply: 'Reply',
  note: 'Note',
};

/** Where a search found its words. */
function FoundIn({ excerpt }: { excerpt: Excerpt }) {
  return (
    <span className="mt-0.5 line-clamp-2 break-words">
      <span className="text-secondary">{placeNames[excerpt.place]}: </span>
      <bdi>
        {excerpt.parts.map((part, at) =>
          part.found ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
            <mark key={at} className="rounded-sm bg-line font-bold text-ink">
              {part.text}
            </mark>
          ) : (
            part.text
          ),
        )}
      </bdi>
    </span>
  );
}
