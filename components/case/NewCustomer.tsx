import { Hourglass } from 'lucide-react';
import type { SentTweet } from '../../lib/protocol';
import { directionOf } from '../../lib/text/direction';
import { ago } from '../../lib/time/time';
import { Button } from '../Button';
import { Initial } from '../Initial';
import { OutLink } from '../OutLink';

interface NewCustomerProps {
  tweet: SentTweet;
  now: number;
  locale: string;
  onOpenCase(): void;
}

/** Somebody who needs an answer and has no case yet, with the tweet that is to be answered. */
export function NewCustomer({ tweet, now, locale, onOpenCase }: NewCustomerProps) {
  return (
    <div className="px-4 pt-3">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <span className="max-[290px]:hidden">
          <Initial name={tweet.name || tweet.handle} />
        </span>
        <div className="min-w-0 flex-1">
          {tweet.name && <bdi className="block max-w-full truncate text-base font-bold">{tweet.name}</bdi>}
          <p className="text-sm break-words text-secondary">
            <OutLink href={`https://x.com/${tweet.handle}`} className="text-link">
              @{tweet.handle}
            </OutLink>{' '}
            has no case yet
          </p>
        </div>
        <Button onClick={onOpenCase}>Open case</Button>
      </div>
      <section aria-label="Customer’s tweet" className="mt-3 rounded-lg border border-line-strong px-3 py-2.5">
        <p
          dir={directionOf(tweet.lang)}
          lang={tweet.lang ?? undefined}
          className="max-h-40 overflow-y-auto text-base break-words whitespace-pre-line"
        >
          {tweet.text}
        </p>
        <p className="mt-1.5 flex items-center gap-1 text-sm text-secondary">
          <Hourglass size={13} aria-hidden />
          Asked {ago(Date.parse(tweet.time), now, locale)}
        </p>
      </section>
    </div>
  );
}
