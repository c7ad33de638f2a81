import { ChevronDown, Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import { topicNames } from '../../lib/cases/describe';
import type { QueuedTweet } from '../../lib/queue/queue';
import { directionOf } from '../../lib/text/direction';
import { agoShort } from '../../lib/time/time';
import { explain, urgencyWords } from '../../lib/triage/explain';
import { lookOf } from '../../lib/triage/look';
import { markColour, markIcons } from '../mark-looks';

interface QueueListProps {
  rows: readonly QueuedTweet[];
  /** Id of the row that is unfolded. */
  unfolded: string | null;
  now: number;
  locale: string;
  /** What can be done to a row, at the end of what unfolds. */
  actions(row: QueuedTweet): ReactNode;
  /** What else is to be known of a row; stands below it, unfolded or not. */
  note?(row: QueuedTweet): ReactNode;
  onGo(row: QueuedTweet): void;
  onUnfold(row: QueuedTweet): void;
}

/** Tweets that need an answer in two lines each. Keys move between them by `data-row`. */
export function QueueList({ rows, unfolded, now, locale, actions, note, onGo, onUnfold }: QueueListProps) {
  return (
    <ul aria-label="Tweets that need an answer">
      {rows.map((row) => {
        const { id, handle } = row.tweet;
        const open = id === unfolded;
        return (
          <li key={id} data-queued={id} className="border-b border-line">
            <div className="flex items-stretch">
              <button
                type="button"
                data-row={id}
                title="Open on X"
                onClick={() => onGo(row)}
                className="block min-w-0 flex-1 py-2 pr-1 pl-4 text-left text-sm -outline-offset-2 transition hover:bg-raised"
              >
                <Summary {...{ row, now, locale }} whole={!open} />
              </button>
              <button
                type="button"
                aria-label={`Why and what to do: @${handle}`}
                title="Why and what to do"
                aria-expanded={open}
                aria-controls={open ? `queued-${id}` : undefined}
                onClick={() => onUnfold(row)}
                className="inline-flex w-9 shrink-0 items-center justify-center text-secondary -outline-offset-2 transition hover:bg-raised hover:text-ink"
              >
                <ChevronDown size={16} aria-hidden className={open ? 'rotate-180' : ''} />
              </button>
            </div>
            {note?.(row)}
            {open && (
              <div id={`queued-${id}`} className="px-4 pt-0.5 pb-3 text-sm">
                <Why row={row} />
                {actions(row)}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface SummaryProps {
  row: QueuedTweet;
  now: number;
  locale: string;
  /** False where all of the text stands below. */
  whole: boolean;
}

function Summary({ row, now, locale, whole }: SummaryProps) {
  const { tweet, judgement } = row;
  const look = lookOf(judgement);
  const { word } = look;
  const Icon = markIcons[look.kind];
  const colour = markColour(look);
  // Of a complaint or a question the word is the topic already.
  const topic = look.kind === 'mention' || look.kind === 'praise' ? judgement.topic : 'other';
  // There is room for the strongest pressure; the others stand with the why.
  const urgent = urgencyWords({ pressures: judgement.pressures.slice(0, 1) });
  return (
    <>
      <span className="flex items-center gap-1.5">
        <Icon size={15} strokeWidth={2.25} aria-hidden className={`shrink-0 ${colour}`} />
        <span className="flex min-w-0 shrink items-baseline gap-1.5">
          <bdi className="min-w-16 shrink-[2] truncate text-base font-bold">{tweet.name || tweet.handle}</bdi>
          <span className="min-w-0 shrink-[4] truncate text-secondary max-[400px]:sr-only">@{tweet.handle}</span>
          <span className="min-w-0 truncate max-[290px]:sr-only">
            <b className={colour}>{word}</b>
            <span className="sr-only">{look.label.slice(word.length)}</span>
            {urgent && <b> · {urgent}</b>}
            {topic !== 'other' && <span className="text-secondary"> · {topicNames[topic]}</span>}
          </span>
        </span>
        <span className="flex-1" />
        <span className="inline-flex shrink-0 items-center gap-1 text-secondary">
          <Hourglass size={13} aria-hidden />
          <span className="sr-only">waiting</span> {agoShort(Date.parse(tweet.time), now, locale)}
        </span>
      </span>
      {whole && (
        <span dir={directionOf(tweet.lang)} lang={tweet.lang ?? undefined} className="mt-0.5 block truncate">
          {tweet.text.replace(/\s+/g, ' ')}
        </span>
      )}
    </>
  );
}

function Why({ row: { tweet, judgement } }: { row: QueuedTweet }) {
  const urgent = urgencyWords(judgement);
  return (
    <>
      <p
        dir={directionOf(tweet.lang)}
        lang={tweet.lang ?? undefined}
        className="text-base break-words whitespace-pre-line"
      >
        {tweet.text}
      </p>
      <p className="mt-1.5 text-pretty break-words text-secondary">
        {explain(judgement)}
        {urgent && ` What makes it urgent: ${urgent}.`}
      </p>
    </>
  );
}
