import { ExternalLink } from 'lucide-react';
import type { Entry } from '../../lib/cases/case';
import type { ResponseClock } from '../../lib/cases/describe';
import { ago } from '../../lib/time/time';
import { OutLink } from '../OutLink';

interface LatestTweetProps {
  tweet: Extract<Entry, { kind: 'tweet' }>;
  clock: ResponseClock;
  /** False once nobody has to answer any more. */
  active: boolean;
  now: number;
  locale: string;
}

/** The words that the rep is answering, and how long the customer has been waiting. */
export function LatestTweet({ tweet, clock, active, now, locale }: LatestTweetProps) {
  const waiting = active && clock.turn === 'ours';
  const when =
    clock.turn === 'ours'
      ? `Customer’s last tweet ${ago(clock.since, now, locale)}`
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
        <span className={waiting ? 'font-bold' : 'text-secondary'}>{when}</span>
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
