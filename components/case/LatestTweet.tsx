import { ExternalLink } from 'lucide-react';
import type { CaseStatus, Entry } from '../../lib/cases/case';
import type { ResponseClock } from '../../lib/cases/describe';
import { ago } from '../../lib/time/time';
import { OutLink } from '../OutLink';
import { Waiting } from '../Waiting';
import { NotKept } from './NotKept';

interface LatestTweetProps {
  tweet: Extract<Entry, { kind: 'tweet' }>;
  clock: ResponseClock;
  /** Only an open case waits. */
  status: CaseStatus;
  now: number;
  locale: string;
}

/** The words that the rep is answering, and how long the customer has been waiting. */
export function LatestTweet({ tweet, clock, status, now, locale }: LatestTweetProps) {
  const waiting = status === 'open' && clock.turn === 'ours';
  const when = `${clock.turn === 'ours' ? 'Asked' : 'Answered'} ${ago(clock.since, now, locale)}`;
  return (
    <section aria-label="Customer’s last tweet" className="mx-4 mt-3 rounded-lg border border-line-strong px-3 py-2.5">
      {tweet.linkOnly ? (
        <NotKept gist={tweet.gist} permalink={tweet.permalink} />
      ) : (
        <p
          dir="auto"
          lang={tweet.lang ?? undefined}
          className="max-h-40 overflow-y-auto text-base break-words whitespace-pre-line"
        >
          {tweet.text}
        </p>
      )}
      <div className="mt-1.5 flex items-center justify-between gap-2 text-sm">
        {waiting ? (
          <Waiting since={clock.since} now={now} word="Waiting" />
        ) : (
          <span className="text-secondary" data-clock="stopped">
            {when}
          </span>
        )}
        <OutLink
          href={tweet.permalink}
          aria-label="Open this tweet on X"
          title="Open on X"
          className="-m-1 inline-flex size-6 shrink-0 items-center justify-center text-link"
        >
          <ExternalLink size={15} aria-hidden />
        </OutLink>
      </div>
    </section>
  );
}
