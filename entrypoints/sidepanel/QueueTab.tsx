import { useLiveQuery } from 'dexie-react-hooks';
import { MessageCircleReply } from 'lucide-react';
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { MayBelong } from '../../components/incidents/MayBelong';
import { ListStatus } from '../../components/list/ListStatus';
import { NothingWatched } from '../../components/NothingWatched';
import { Funnel } from '../../components/queue/Funnel';
import { QueueActions } from '../../components/queue/QueueActions';
import { QueueList } from '../../components/queue/QueueList';
import { SnoozedList } from '../../components/queue/SnoozedList';
import { Skeleton } from '../../components/Skeleton';
import type { Notices } from '../../components/use-notice';
import { db } from '../../lib/desk/local';
import { bestIncident } from '../../lib/incidents/fits';
import type { Incident } from '../../lib/incidents/incident';
import { candidateOf } from '../../lib/incidents/tweet-fits';
import type { PanelMessages, Settling } from '../../lib/protocol';
import { emptyDay, lastDays } from '../../lib/queue/funnel';
import { type QueuedTweet, type Snooze, snoozeEnd } from '../../lib/queue/queue';
import { readWatchlist } from '../../lib/settings/settings';
import { goOnX } from '../../lib/tabs';
import { sayCount, sayNumber } from '../../lib/text/counts';
import { clockTime } from '../../lib/time/time';
import { isWatching } from '../../lib/watchlist/watchlist';
import { askWorker } from './ask-worker';
import { type OpenedHere, openQueued } from './open-queued';
import { type Invited, type ReplyCommands, ReplyPart } from './ReplyPart';
import { UNFOLDS, useFirstNew } from './use-first-new';
import { incidentCommands } from './use-incidents';
import type { QueueView } from './use-queue';

const PAGE = 50;
const DAYS = 7;

/** What keys can do to the tweet that is selected on the list. */
export interface QueueCommands {
  openCase(): void;
  settle(how: Settling): void;
  snooze(): void;
  snoozeLonger(): void;
  why(): void;
  /** Unfolds it and leads to the replies that are proposed. */
  reply(): void;
}

interface QueueTabProps {
  /** Undefined while it is read. */
  queue: QueueView | undefined;
  locale: string;
  notices: Notices;
  /** Set while the list is in view. */
  commands: RefObject<QueueCommands | null>;
  /** Set while replies are in view. */
  replyCommands: RefObject<ReplyCommands | null>;
  invited: Invited | null;
  onInvited(invited: Invited | null): void;
  /** How the rep signs. */
  by: string | null;
  openIncidents: readonly Incident[];
  /** The rep has gone to a tweet of this customer. */
  onGo(handle: string): void;
  onOpenCase(opened: OpenedHere): void;
  onWatch(): void;
  onSettings(): void;
}

const settled: Record<Settling, string> = {
  dealt: 'Dealt with',
  elsewhere: 'Answered elsewhere',
  notOurs: 'Not about us',
};

/** The tweets that need an answer, whom to answer first at the top, and how far the day's tweets came. */
export function QueueTab(props: QueueTabProps) {
  const { queue, locale, notices, commands } = props;
  const [unfolded, setUnfolded] = useState<string | null>(null);
  /** Id of the row whose choice of a snooze is open. */
  const [choosing, setChoosing] = useState<string | null>(null);
  /** Id of the row whose replies the rep has asked for by a key. */
  const [replying, setReplying] = useState<string | null>(null);
  const [limit, setLimit] = useState(PAGE);
  const rows = queue?.listed.slice(0, limit) ?? [];
  useNextRow(rows);
  const { openIncidents } = props;
  const incidentAct = incidentCommands(props.by, notices);
  const listed = queue?.listed;
  const fits = useMemo(() => {
    const shown = openIncidents.length === 0 ? [] : (listed ?? []).slice(0, limit);
    return new Map(shown.map((row) => [row.tweet.id, bestIncident(openIncidents, candidateOf(row))]));
  }, [openIncidents, listed, limit]);

  const ask = async <Name extends keyof PanelMessages>(name: Name, data: PanelMessages[Name]): Promise<boolean> => {
    const answer = await askWorker(name, data);
    if (!answer.ok) notices.warn(answer.reason);
    return answer.ok;
  };
  const settle = async ({ tweet }: QueuedTweet, how: Settling): Promise<void> => {
    const wish = { tweetId: tweet.id, how };
    if (await ask('settleQueued', wish)) {
      notices.tell(`${settled[how]}: @${tweet.handle}`, () => void ask('bringBackQueued', wish));
    }
  };
  const snooze = async ({ tweet }: QueuedTweet, length: Snooze): Promise<void> => {
    const until = snoozeEnd(length, Date.now());
    if (await ask('snoozeQueued', { tweetId: tweet.id, until })) {
      const back = (): void => void ask('snoozeQueued', { tweetId: tweet.id, until: null });
      notices.tell(`@${tweet.handle} comes back at ${clockTime(until, locale)}`, back);
    }
  };
  const openCase = ({ tweet }: QueuedTweet): Promise<void> => openQueued(tweet, notices, props.onOpenCase);
  const go = async ({ tweet }: QueuedTweet): Promise<void> => {
    // Whoever goes there will want to answer.
    unfold(tweet.id);
    try {
      await goOnX(tweet.permalink);
      props.onGo(tweet.handle);
    } catch {
      notices.warn('The browser did not open this tweet. Try again.');
    }
  };
  const unfold = (id: string | null): void => {
    setUnfolded(id);
    setReplying(null);
  };
  const turn = ({ tweet }: QueuedTweet): void => unfold(unfolded === tweet.id ? null : tweet.id);

  // In the same turn as what is shown: a key pressed at once must find what the rep sees.
  useLayoutEffect(() => {
    /** Does it to the row in which the focus is; without one the key selects the first row. */
    const selected = (act: (row: QueuedTweet) => void) => (): void => {
      const id = document.activeElement?.closest('[data-queued]')?.getAttribute('data-queued');
      const row = rows.find(({ tweet }) => tweet.id === id);
      if (row) act(row);
      else document.querySelector<HTMLElement>('[data-row]')?.focus();
    };
    commands.current = {
      openCase: selected((row) => void openCase(row)),
      settle: (how) => selected((row) => void settle(row, how))(),
      snooze: selected((row) => void snooze(row, 'hour')),
      snoozeLonger: selected(({ tweet }) => {
        setUnfolded(tweet.id);
        setChoosing(tweet.id);
      }),
      why: selected(turn),
      reply: selected(({ tweet }) => {
        setUnfolded(tweet.id);
        setReplying(tweet.id);
      }),
    };
    return () => {
      commands.current = null;
    };
  });

  const unfolding = useFirstNew(rows.map(({ tweet }) => tweet.id));
  if (!queue) return <Skeleton rows={6} />;
  return (
    <>
      <div className="flex-1">
        <ListStatus question={`${rows.length > 0} ${limit}`} words={waitingWords(queue.listed.length, limit)} />
        {rows.length === 0 && <Nobody {...props} />}
        <QueueList
          {...{ rows, unfolded, locale }}
          now={queue.now}
          onGo={(row) => void go(row)}
          onUnfold={turn}
          note={({ tweet }) => {
            const fit = fits.get(tweet.id);
            return (
              fit && (
                <div className="pr-3 pb-1.5 pl-4">
                  <MayBelong
                    slim
                    title={fit.incident.title}
                    why={`It ${fit.reasons.join(', ')}.`}
                    onLink={() => void incidentAct.linkTweets(fit.incident.id, [tweet.id], [])}
                  />
                </div>
              )
            );
          }}
          actions={(row) => (
            <>
              {/* Above what comes later: a button must not move while it is aimed at. */}
              <QueueActions
                now={queue.now}
                choosing={choosing === row.tweet.id}
                onChoosing={(open) => setChoosing(open ? row.tweet.id : null)}
                onOpenCase={() => void openCase(row)}
                onSettle={(how) => void settle(row, how)}
                onSnooze={(length) => void snooze(row, length)}
              />
              <div className="mt-3">
                <ReplyPart
                  key={row.tweet.id}
                  tweet={row.tweet}
                  customer={null}
                  known={null}
                  history=""
                  notices={notices}
                  commands={props.replyCommands}
                  invited={props.invited}
                  onInvited={props.onInvited}
                  focused={replying === row.tweet.id}
                />
              </div>
            </>
          )}
        />
        {queue.listed.length > limit && (
          <div className="flex justify-center border-b border-line py-4">
            <Button
              {...UNFOLDS}
              onClick={() => {
                unfolding();
                setLimit(limit + PAGE);
              }}
            >
              Show more
            </Button>
          </div>
        )}
        <SnoozedList
          rows={queue.snoozed}
          locale={locale}
          onBringBack={({ tweet }) => void ask('snoozeQueued', { tweetId: tweet.id, until: null })}
        />
      </div>
      <Days now={queue.now} locale={locale} />
    </>
  );
}

/** What stands on the list, as it is told to whoever does not see it. */
function waitingWords(count: number, limit: number): string {
  if (count === 0) return 'Nobody needs an answer';
  const tweets = sayCount(count, 'tweet');
  const needing = `${tweets} ${count === 1 ? 'needs' : 'need'} an answer`;
  return `${count > limit ? `${sayNumber(limit)} of ${needing}` : needing}, the most urgent first`;
}

const inMenu = (): boolean => Boolean(document.activeElement?.closest('[role="menu"]'));

/**
 * Keeps the place on the list: when the row with the focus goes, the one that takes its place gets it, so that the rep
 * works down the list without looking for it.
 */
function useNextRow(rows: readonly QueuedTweet[]): void {
  const place = useRef<{ id: string; at: number } | null>(null);
  useLayoutEffect(() => {
    const before = place.current;
    const gone = before && !rows.some(({ tweet }) => tweet.id === before.id);
    if (gone && (document.activeElement === document.body || inMenu())) {
      const next = rows[Math.min(before.at, rows.length - 1)];
      if (next) document.querySelector<HTMLElement>(`[data-row="${CSS.escape(next.tweet.id)}"]`)?.focus();
    }
    const note = (): void => {
      // The choice of a snooze belongs to its row.
      if (inMenu()) return;
      const id = document.activeElement?.closest('[data-queued]')?.getAttribute('data-queued');
      const at = rows.findIndex(({ tweet }) => tweet.id === id);
      place.current = id && at >= 0 ? { id, at } : null;
    };
    note();
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [rows]);
}

function Nobody({ queue, onWatch, onSettings }: QueueTabProps) {
  const watchlist = useLiveQuery(() => readWatchlist(db));
  if (!watchlist) return null;
  if (!isWatching(watchlist)) {
    return <NothingWatched then="Tweets that need an answer will come here." onSettings={onSettings} />;
  }
  return (
    <EmptyState
      icon={MessageCircleReply}
      title={queue && queue.snoozed.length > 0 ? 'Everybody else has been seen to' : 'Nobody needs an answer'}
    >
      <p>
        Tweets that need an answer come here as you scroll X, the most urgent first. A search brings more than home.
      </p>
      <Button onClick={onWatch}>See where to look</Button>
    </EmptyState>
  );
}

function Days({ now, locale }: { now: number; locale: string }) {
  const names = lastDays(now, DAYS);
  const [today] = names;
  const days = useLiveQuery(async () => {
    const found = await db.funnel.bulkGet(names);
    return names.map((day, at) => found[at] ?? emptyDay(day));
  }, [today]);
  if (!days || days.every(({ seen }) => seen === 0)) return null;
  return (
    <div className="sticky bottom-0 border-t border-line bg-background [&_details]:border-b-0">
      <Funnel days={days} locale={locale} />
    </div>
  );
}
