import { useLiveQuery } from 'dexie-react-hooks';
import { AlarmClockCheck } from 'lucide-react';
import { type RefObject, useLayoutEffect, useState } from 'react';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { FollowUpList, type FollowUpRow } from '../../components/follow-ups/FollowUpList';
import { WhenPicker } from '../../components/follow-ups/WhenPicker';
import { useKeyHints } from '../../components/panel-keys';
import { SuggestionCard } from '../../components/reply/Suggestions';
import { Skeleton } from '../../components/Skeleton';
import type { Notices } from '../../components/use-notice';
import { useNow } from '../../components/use-now';
import type { Entry } from '../../lib/cases/case';
import { latestTweet } from '../../lib/cases/describe';
import { db, desk } from '../../lib/desk/local';
import { suggestCheckIn } from '../../lib/follow-ups/check-in';
import { defaultDue } from '../../lib/follow-ups/when';
import type { Suggestion } from '../../lib/replies/request';
import { readRecent } from '../../lib/settings/replying';
import { readRep, readWatchlist, signatureOfRep } from '../../lib/settings/settings';
import { zoneHere } from '../../lib/time/zone';
import { followUpCommands } from './use-follow-ups';
import { useInsert } from './use-insert';

/** What keys can do to the follow-up that is selected. */
export interface FollowUpKeys {
  done(): void;
  snooze(): void;
  move(): void;
  unfold(): void;
}

interface FollowUpsTabProps {
  /** Undefined while they are read. */
  rows: readonly FollowUpRow[] | undefined;
  by: string | null;
  locale: string;
  notices: Notices;
  /** Set while the list is in view. */
  commands: RefObject<FollowUpKeys | null>;
  onOpenCase(handle: string, caseId: string): void;
  onShowCases(): void;
}

/** Everything promised: what is due first, then what comes. */
export function FollowUpsTab(props: FollowUpsTabProps) {
  const { rows, by, locale, notices, commands, onOpenCase } = props;
  const now = useNow(15_000);
  const zone = zoneHere();
  const hint = useKeyHints();
  const [unfolded, setUnfolded] = useState<string | null>(null);
  /** Id of the row whose choice of a time is open. */
  const [choosing, setChoosing] = useState<string | null>(null);
  const act = followUpCommands(by, locale, notices);
  const done = ({ followUp, handle }: FollowUpRow): void => void act.done([followUp], handle);
  const snooze = ({ followUp, handle }: FollowUpRow): void =>
    void act.move([followUp], defaultDue(Date.now(), zone), handle);

  // In the same turn as what is shown: a key pressed at once must find what the rep sees.
  useLayoutEffect(() => {
    const selected = (run: (row: FollowUpRow) => void) => (): void => {
      const id = document.activeElement?.closest('[data-follow-up]')?.getAttribute('data-follow-up');
      const row = rows?.find(({ followUp }) => followUp.id === id);
      if (row) run(row);
      else document.querySelector<HTMLElement>('[data-row]')?.focus();
    };
    commands.current = {
      done: selected(done),
      snooze: selected(snooze),
      move: selected(({ followUp }) => {
        setUnfolded(followUp.id);
        setChoosing(followUp.id);
      }),
      unfold: selected(({ followUp }) => setUnfolded(unfolded === followUp.id ? null : followUp.id)),
    };
    return () => {
      commands.current = null;
    };
  });

  if (!rows) return <Skeleton rows={4} />;
  if (rows.length === 0) {
    return (
      <EmptyState icon={AlarmClockCheck} title="Nothing promised">
        <p>
          Press Remind me in a case, or take up what Hark offers after a reply that promises something. What is due then
          stands here, on the toolbar button and, if you allow it, in a notification.
        </p>
        <Button onClick={props.onShowCases}>See all cases</Button>
      </EmptyState>
    );
  }
  const due = rows.filter(({ followUp }) => followUp.dueAt <= now);
  const later = rows.filter(({ followUp }) => followUp.dueAt > now);
  const shared = {
    now,
    zone,
    locale,
    unfolded,
    onOpen: ({ handle, followUp }: FollowUpRow) => onOpenCase(handle, followUp.caseId),
    onUnfold: ({ followUp }: FollowUpRow) => setUnfolded(unfolded === followUp.id ? null : followUp.id),
    onLater: (together: readonly FollowUpRow[]) =>
      void act.move(
        together.map(({ followUp }) => followUp),
        defaultDue(Date.now(), zone),
        together[0]?.handle ?? '',
      ),
    actions: (row: FollowUpRow) => (
      <>
        <SuggestedCheckIn caseId={row.followUp.caseId} now={now} {...{ notices }} />
        <div className="flex flex-wrap gap-1.5">
          <Button look="primary" title={hint('done')} className="px-3.5" onClick={() => done(row)}>
            Done
          </Button>
          <Button title={hint('moveToMorning')} className="px-3" onClick={() => snooze(row)}>
            Tomorrow morning
          </Button>
          <WhenPicker
            {...{ zone, locale, now }}
            open={choosing === row.followUp.id}
            onOpenChange={(open) => setChoosing(open ? row.followUp.id : null)}
            trigger={
              <Button title={hint('moveLater')} className="px-3">
                Move
              </Button>
            }
            onChoose={(at) => void act.move([row.followUp], at, row.handle)}
          />
          <Button className="px-3" onClick={() => void act.withdraw([row.followUp], row.handle)}>
            Remove
          </Button>
        </div>
      </>
    ),
  };
  return (
    <div className="flex-1">
      <FollowUpList title="Due" rows={due} {...shared} />
      <FollowUpList title="Later" rows={later} {...shared} />
    </div>
  );
}

interface SuggestedCheckInProps {
  caseId: string;
  now: number;
  notices: Notices;
}

/** The check-in that Hark would write for a case. */
function SuggestedCheckIn({ caseId, now, notices }: SuggestedCheckInProps) {
  const minute = Math.floor(now / 60_000) * 60_000;
  const made = useLiveQuery(() => checkInFor(caseId, minute), [caseId, minute]);
  const inserting = useInsert(made?.tweet.tweetId ?? '', notices);
  if (!made?.suggestion) return null;
  const { suggestion, tweet } = made;
  return (
    <ol className="mb-2.5">
      <SuggestionCard
        {...{ suggestion }}
        lang={tweet.lang}
        first={false}
        busy={inserting.outcome?.kind === 'inserting'}
        outcome={inserting.outcome}
        onInsert={inserting.insert}
        onCopy={inserting.copy}
        onOpenLink={inserting.openLink}
      />
    </ol>
  );
}

interface Made {
  suggestion: Suggestion | null;
  /** The tweet under which the check-in goes. */
  tweet: Extract<Entry, { kind: 'tweet' }>;
}

async function checkInFor(caseId: string, now: number): Promise<Made | null> {
  const known = await db.cases.get(caseId);
  const customer = known && (await db.customers.get(known.customerId));
  if (!known || !customer) return null;
  const [history, rep, watchlist] = await Promise.all([desk.history(caseId), readRep(db), readWatchlist(db)]);
  const tweet = latestTweet(history);
  if (!tweet) return null;
  const incident = known.incidentId ? await db.incidents.get(known.incidentId) : null;
  const [name = ''] = watchlist.terms;
  const suggestion = suggestCheckIn({
    incident,
    case: known,
    customer,
    history,
    rep,
    recent: await readRecent(db, signatureOfRep(rep)),
    brand: { name, names: [...watchlist.terms, ...watchlist.misspellings], handles: watchlist.handles },
    now,
  });
  return { suggestion, tweet };
}
