import { ExternalLink, Hourglass } from 'lucide-react';
import type { CaseStatus, Entry } from '../../lib/cases/case';
import type { ResponseClock } from '../../lib/cases/describe';
import { ago, span } from '../../lib/time/time';
import { OutLink } from '../OutLink';

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
  const when = waiting
    ? `Waiting ${span(now - clock.since)}`
    : clock.turn === 'ours'
      ? `Asked ${ago(clock.since, now, locale)}`
      : `Answered ${ago(clock.since, now, locale)}`;
  return (
    <section aria-label="Customer’s last tweet" className="mx-4 mt-3 rounded-lg border border-line-strong px-3 py-2.5">
      <p
        dir="auto"
        lang={tweet.lang ?? undefined}
        className="max-h-40 overflow-y-auto text-base break-words whitespace-pre-line"
      >
        {tweet.text}
      </p>
      <div className="mt-1.5 flex items-center justify-between gap-2 text-sm">
        <span
          className={`inline-flex items-center gap-1 ${waiting ? 'font-bold text-trouble' : 'text-secondary'}`}
          data-clock={waiting ? 'running' : 'stopped'}
        >
          {waiting && <Hourglass size={13} strokeWidth={2.5} aria-hidden />}
          {when}
        </span>
        <OutLink
          href={tweet.permalink}
          aria-label="Open this tweet on X"
          title="Open on X"
          className="shrink-0 text-link"
        >
          <ExternalLink size={15} aria-hidden />
        </OutLink>
      </div>
    </section>
  );
}
