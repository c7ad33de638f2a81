import { AtSign, Ban, type LucideIcon, MessageSquareWarning, MessageSquareX } from 'lucide-react';
import { sayCount } from '../../lib/text/counts';
import { ago, fullTime } from '../../lib/time/time';
import { Button } from '../Button';
import { OutLink } from '../OutLink';

/** A correction as it is shown. */
export interface LearnedRow {
  id: string;
  tweetId: string;
  handle: string;
  /** Milliseconds since 1970. */
  at: number;
  about: 'ours' | 'complaint';
  right: boolean;
}

interface LearnedProps {
  /** Of all corrections. */
  count: number;
  /** The latest ones, newest first. */
  latest: readonly LearnedRow[];
  now: number;
  locale: string;
  onMore(): void;
  onUndo(row: LearnedRow): void;
  onForgetAll(): void;
}

/** What the reps have put right, each with its undo. */
export function Learned({ count, latest, now, locale, onMore, onUndo, onForgetAll }: LearnedProps) {
  if (count === 0) {
    return (
      <p className="max-w-[560px] text-pretty text-secondary">
        Nothing yet. Hover a mark on X to put it right, or press the key for “This one is ours” on a tweet that has
        none: what you say will be listed here.
      </p>
    );
  }
  const left = count - latest.length;
  return (
    <>
      <div className="flex items-center gap-3">
        <p className="flex-1 font-bold">{sayCount(count, 'correction')}</p>
        <Button onClick={onForgetAll}>Forget all</Button>
      </div>
      <ul className="mt-2 border-t border-line">
        {latest.map((row) => {
          const { icon: Icon, words } = saying(row);
          return (
            <li key={row.id} className="flex items-center gap-3 border-b border-line py-2">
              <Icon size={16} aria-hidden className="shrink-0 text-secondary" />
              <span className="w-[140px] shrink-0">{words}</span>
              <OutLink
                href={`https://x.com/${row.handle}/status/${row.tweetId}`}
                className="mr-auto min-w-0 truncate text-link"
              >
                @{row.handle}
              </OutLink>
              <time
                dateTime={new Date(row.at).toISOString()}
                title={fullTime(row.at, locale)}
                className="shrink-0 text-sm text-secondary"
              >
                {ago(row.at, now, locale)}
              </time>
              <Button
                look="quiet"
                aria-label={`Undo: ${words}, @${row.handle}`}
                className="h-8 px-2"
                onClick={() => onUndo(row)}
              >
                Undo
              </Button>
            </li>
          );
        })}
      </ul>
      {left > 0 && (
        <Button className="mt-3" onClick={onMore}>
          Show more ({left})
        </Button>
      )}
    </>
  );
}

/** What the rep has said, in the words of the button that was pressed. */
function saying({ about, right }: LearnedRow): { icon: LucideIcon; words: string } {
  if (about === 'ours')
    return right ? { icon: AtSign, words: 'This one is ours' } : { icon: Ban, words: 'Not about us' };
  return right
    ? { icon: MessageSquareWarning, words: 'It is a complaint' }
    : { icon: MessageSquareX, words: 'Not a complaint' };
}
