import { BellOff } from 'lucide-react';
import type { QueuedTweet } from '../../lib/queue/queue';
import { clockTime } from '../../lib/time/time';
import { Button } from '../Button';
import { Disclosure } from '../Disclosure';

interface SnoozedListProps {
  /** Whatever comes back first at its top. */
  rows: readonly QueuedTweet[];
  locale: string;
  onBringBack(row: QueuedTweet): void;
}

/** What is snoozed, folded into one line. */
export function SnoozedList({ rows, locale, onBringBack }: SnoozedListProps) {
  const [first] = rows;
  if (!first) return null;
  return (
    <Disclosure
      icon={BellOff}
      summary={`${rows.length} snoozed, ${rows.length === 1 ? 'back' : 'the next back'} at ${backAt(first, locale)}`}
    >
      <ul className="space-y-1.5 px-4 pb-2.5 text-sm">
        {rows.map((row) => (
          <li key={row.tweet.id} className="flex items-center gap-2">
            <span className="min-w-0 flex-1 truncate">
              <bdi className="font-bold">{row.tweet.name || row.tweet.handle}</bdi> <bdi>{row.tweet.text}</bdi>
            </span>
            <span className="shrink-0 text-secondary">{backAt(row, locale)}</span>
            <Button
              look="quiet"
              className="h-6"
              aria-label={`Bring back @${row.tweet.handle}`}
              onClick={() => onBringBack(row)}
            >
              Bring back
            </Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function backAt({ snoozedUntil }: QueuedTweet, locale: string): string {
  return clockTime(snoozedUntil ?? 0, locale);
}
