import {
  ArrowLeftRight,
  ExternalLink,
  type LucideIcon,
  MessageSquare,
  NotebookPen,
  Reply,
  ShieldAlert,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Entry } from '../../lib/cases/case';
import { describeChange, describeGuard } from '../../lib/cases/describe';
import { clockTime, fullTime, groupByDay } from '../../lib/time/time';
import { Button } from '../Button';
import { OutLink } from '../OutLink';
import { NotKept } from './NotKept';

interface HistoryProps {
  /** Newest first. */
  entries: readonly Entry[];
  /** Id of the tweet's entry that already stands in full above. */
  shownAbove: string | null;
  now: number;
  locale: string;
  /** The rep has looked on X: a reply that was let go here is out, or is not. */
  onPosted(entryId: string, posted: boolean): void;
}

/** Everything that happened in a case, newest first, day by day. */
export function History({ entries, shownAbove, now, locale, onPosted }: HistoryProps) {
  return (
    <section aria-label="History" className="mt-4 px-4 pb-4">
      {groupByDay(entries, now, locale).map((day) => (
        <div key={day.start} className="mb-3">
          <h3 className="mb-1 text-sm font-bold">{day.name}</h3>
          <ol className="space-y-2">
            {day.items.map((entry) => (
              <HistoryItem key={entry.id} {...{ entry, locale, onPosted }} shownAbove={entry.id === shownAbove} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

const icons: Record<Entry['kind'], LucideIcon> = {
  tweet: MessageSquare,
  reply: Reply,
  bystander: Users,
  note: NotebookPen,
  guard: ShieldAlert,
  change: ArrowLeftRight,
};

interface ContentProps extends Pick<HistoryProps, 'onPosted'> {
  entry: Entry;
  shownAbove: boolean;
}

function HistoryItem({ entry, shownAbove, locale, onPosted }: ContentProps & { locale: string }) {
  const Icon = icons[entry.kind];
  return (
    <li className="flex gap-2.5 text-sm" data-kind={entry.kind}>
      <Icon size={15} aria-hidden className="mt-0.5 shrink-0 text-secondary" />
      <div className="min-w-0 flex-1">
        <Content {...{ entry, shownAbove, onPosted }} />
      </div>
      <time
        dateTime={new Date(entry.at).toISOString()}
        title={fullTime(entry.at, locale)}
        className="shrink-0 text-secondary tabular-nums"
      >
        {clockTime(entry.at, locale)}
      </time>
    </li>
  );
}

function Content({ entry, shownAbove, onPosted }: ContentProps) {
  switch (entry.kind) {
    case 'tweet':
      return shownAbove ? (
        <p className="text-secondary">The customer’s tweet above</p>
      ) : (
        <>
          <Heading permalink={entry.permalink}>@{entry.handle}</Heading>
          {entry.linkOnly ? <NotKept gist={entry.gist} /> : <Words lang={entry.lang}>{entry.text}</Words>}
        </>
      );
    case 'reply':
      return (
        <>
          <Heading permalink={entry.permalink}>
            @{entry.handle} replied{entry.initials && <span className="text-secondary"> ^{entry.initials}</span>}
          </Heading>
          {entry.linkOnly ? <NotKept /> : <Words>{entry.text}</Words>}
          {entry.awaited && (
            <p className="mt-0.5 flex flex-wrap items-baseline gap-x-3">
              <span className="text-trouble">Not seen on X yet</span>
              <Button look="quiet" className="h-6" onClick={() => onPosted(entry.id, true)}>
                It is out
              </Button>
              <Button look="quiet" className="h-6" onClick={() => onPosted(entry.id, false)}>
                It was not posted
              </Button>
            </p>
          )}
        </>
      );
    case 'bystander':
      return (
        <p className="text-secondary">
          <OutLink href={entry.permalink} className="inline-flex items-center gap-1 text-link">
            Somebody else in the thread
            <ExternalLink size={13} aria-hidden />
          </OutLink>
        </p>
      );
    case 'note':
      return (
        <div className="rounded-md bg-raised px-2.5 py-1.5">
          <Words>{entry.text}</Words>
          {entry.by && <p className="text-secondary">{entry.by}</p>}
        </div>
      );
    case 'guard':
      return <p className="text-secondary">{describeGuard(entry.checks, entry.outcome, entry.reason, entry.by)}</p>;
    case 'change':
      return <p className="text-secondary">{describeChange(entry.change, entry.by)}</p>;
  }
}

function Heading({ permalink, children }: { permalink: string | null; children: ReactNode }) {
  return (
    <p className="flex items-center gap-1.5">
      <span className="min-w-0 truncate font-bold">{children}</span>
      {permalink && (
        <OutLink
          href={permalink}
          aria-label="Open this tweet on X"
          title="Open on X"
          className="shrink-0 text-secondary hover:text-link"
        >
          <ExternalLink size={13} aria-hidden />
        </OutLink>
      )}
    </p>
  );
}

function Words({ lang, children }: { lang?: string | null; children: string }) {
  return (
    <p dir="auto" lang={lang ?? undefined} className="break-words whitespace-pre-line">
      {children}
    </p>
  );
}
