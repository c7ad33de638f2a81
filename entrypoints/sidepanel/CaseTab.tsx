import { useLiveQuery } from 'dexie-react-hooks';
import { MessageCircleReply, MessageSquarePlus, UserRound } from 'lucide-react';
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Bar } from '../../components/Bar';
import { Button } from '../../components/Button';
import { CaseView } from '../../components/case/CaseView';
import { NewCustomer } from '../../components/case/NewCustomer';
import { NoteField } from '../../components/case/NoteField';
import { EmptyState } from '../../components/EmptyState';
import { NothingWatched } from '../../components/NothingWatched';
import { Skeleton } from '../../components/Skeleton';
import type { Notices } from '../../components/use-notice';
import { useNow } from '../../components/use-now';
import { type Case, type CaseFields, type Customer, type Entry, isActive } from '../../lib/cases/case';
import { describeFields, latestTweet, responseClock } from '../../lib/cases/describe';
import type { Deed } from '../../lib/desk/database';
import { describeFailure } from '../../lib/desk/failure';
import { usedTags } from '../../lib/desk/lists';
import { db, desk } from '../../lib/desk/local';
import type { PageReport } from '../../lib/health/health';
import type { Target } from '../../lib/panel/following';
import type { SentTweet } from '../../lib/protocol';
import type { QueuedTweet } from '../../lib/queue/queue';
import { readWatchlist } from '../../lib/settings/settings';
import { announceCustomers } from '../../lib/tabs';
import { describeProgress, isMarkless } from '../../lib/watch/progress';
import { isWatching } from '../../lib/watchlist/watchlist';
import { CustomerPart } from './CustomerPart';
import { DutyLine } from './DutyLine';
import { FollowUpPart } from './FollowUpPart';
import { IncidentPart } from './IncidentPart';
import { type OpenedHere, openQueued } from './open-queued';
import { type Dossier, latestDeed, loadDossier } from './queries';
import { type Invited, type ReplyCommands, ReplyPart } from './ReplyPart';
import { TicketPart } from './TicketPart';
import { takeBack } from './take-back';
import type { NewIncident } from './use-incidents';
import { useNote } from './use-note';
import { WordPart } from './WordPart';

/** What keys can do to the case in view. */
export interface CaseCommands {
  take(): void;
  resolve(): void;
  pend(): void;
  tag(): void;
  editCustomer(): void;
  followUp(): void;
  outage(): void;
  ticket(): void;
}

interface CaseTabProps {
  target: Target | null;
  /** How the rep signs. */
  by: string | null;
  locale: string;
  notices: Notices;
  noteField: RefObject<HTMLTextAreaElement | null>;
  /** How the tab beside the panel is going. */
  report: PageReport | null;
  /** Set while a case is in view. */
  commands: RefObject<CaseCommands | null>;
  /** Set while replies are in view. */
  replyCommands: RefObject<ReplyCommands | null>;
  invited: Invited | null;
  onInvited(invited: Invited | null): void;
  /** The tweet of the target that stands on the list of those who need an answer; null if none does. */
  queued: QueuedTweet | null;
  /** Id of the click of which a notice tells already. */
  said: string | null;
  onOpenCase(target: Target): void;
  /** A case was opened from here. */
  onOpened(opened: OpenedHere): void;
  onShowCases(): void;
  onWatch(): void;
  onSettings(): void;
  onShowIncident(incidentId: string): void;
  onMakeIncident(making: NewIncident): void;
}

/** The customer in front of the rep. */
export function CaseTab(props: CaseTabProps) {
  const { target } = props;
  const loaded = useLiveQuery(
    async () => ({ target, dossier: target && (await loadDossier(target)) }),
    [target?.handle, target?.caseId],
  );
  const current = loaded?.target?.handle === target?.handle && loaded?.target?.caseId === target?.caseId;
  if (!target) return <NobodyYet {...props} />;
  if (!loaded || !current) return <Skeleton rows={4} />;
  if (!loaded.dossier && props.queued) {
    return <WithoutCase key={props.queued.tweet.id} {...props} queued={props.queued} />;
  }
  if (!loaded.dossier) {
    return (
      <EmptyState icon={MessageSquarePlus} title={`@${target.handle} has no case yet`}>
        <p>Press Open case under their tweet. It then stands here with the conversation around it.</p>
      </EmptyState>
    );
  }
  return <OpenCase key={loaded.dossier.shown.id} {...props} dossier={loaded.dossier} />;
}

/** Nobody is in front of the rep: how somebody comes here, and where to look if nothing on X is about the brand. */
function NobodyYet({ report, onShowCases, onWatch, onSettings }: CaseTabProps) {
  const watchlist = useLiveQuery(() => readWatchlist(db));
  if (!watchlist) return null;
  if (!isWatching(watchlist)) {
    return <NothingWatched then="Hark then marks the tweets that concern you." onSettings={onSettings} />;
  }
  const markless = isMarkless(report);
  return (
    <EmptyState icon={UserRound} title="The customer you look at comes here">
      <p>
        Open a tweet or a profile on X, or press Open case under a tweet: the customer’s cases and history stand here
        beside it.
      </p>
      {markless && <p>{describeProgress(report)}</p>}
      <div className="flex flex-wrap justify-center gap-2">
        {markless && (
          <Button look="primary" onClick={onWatch}>
            See where to look
          </Button>
        )}
        <Button onClick={onShowCases}>See all cases</Button>
      </div>
    </EmptyState>
  );
}

/** A customer who needs an answer and has no case: what they wrote, and what can be said to them. */
function WithoutCase(props: CaseTabProps & { queued: QueuedTweet }) {
  const { queued, notices, locale, replyCommands } = props;
  const { tweet } = queued;
  const now = useNow(15_000);
  return (
    <article aria-label={`@${tweet.handle}`} className="pb-4">
      <NewCustomer {...{ tweet, now, locale }} onOpenCase={() => void openQueued(tweet, notices, props.onOpened)} />
      <div className="mt-4 px-4">
        <ReplyPart
          tweet={tweet}
          customer={null}
          known={null}
          history=""
          notices={notices}
          commands={replyCommands}
          invited={props.invited}
          onInvited={props.onInvited}
        />
      </div>
    </article>
  );
}

/** The tweet of an entry, as messages carry it. */
function tweetOf(entry: Extract<Entry, { kind: 'tweet' }>): SentTweet | null {
  const { tweetId, handle, name, text, lang, at, permalink } = entry;
  return tweetId === null
    ? null
    : { id: tweetId, handle, name, text, lang, time: new Date(at).toISOString(), permalink };
}

const TAG_SUGGESTIONS = 8;

function OpenCase(props: CaseTabProps & { dossier: Dossier }) {
  const { dossier, by, locale, notices, noteField, commands, replyCommands, invited, said, onOpenCase } = props;
  const { customer, cases, shown, history } = dossier;
  const now = useNow(15_000);
  const note = useNote(shown.id, by, noteField, notices);
  const [tagBeginning, setTagBeginning] = useState('');
  const tagSuggestions = useLiveQuery(() => usedTags(db, tagBeginning, TAG_SUGGESTIONS), [tagBeginning]) ?? [];
  const [choosingWhen, setChoosingWhen] = useState(false);
  const [choosingIncident, setChoosingIncident] = useState(false);
  const [choosingTicket, setChoosingTicket] = useState(false);
  const tagButton = useRef<HTMLButtonElement>(null);
  const editCustomer = useRef<(() => void) | null>(null);
  const answered = useMemo(() => {
    const latest = latestTweet(history);
    return latest && tweetOf(latest);
  }, [history]);
  const ourTurn = shown.status === 'open' && responseClock(history)?.turn === 'ours';
  const [wanted, setWanted] = useState(false);
  /** The latest step from here: it has its own notice. */
  const [saidHere, setSaidHere] = useState<string | null>(null);
  const replying = answered !== null && (ourTurn || wanted || invited?.tweet.id === answered.id);

  /** Sets fields of the case; false if that failed, which the rep then knows. */
  const set = async (fields: CaseFields): Promise<boolean> => {
    try {
      const changed = await desk.change(shown.id, fields, by);
      if (!changed) notices.warn(`Case #${shown.number} is gone: it was taken back elsewhere.`);
      else void announceCustomers(customer.handles);
      return changed !== null;
    } catch (error) {
      notices.warn(describeFailure(error, null));
      return false;
    }
  };
  const change = async (fields: CaseFields): Promise<void> => {
    const before = valuesBefore(shown, fields);
    if (await set(fields)) notices.tell(`#${shown.number}: ${describeFields(fields)}`, () => void set(before));
  };

  /** Does a step of a reply that can be taken back by its id. */
  const step = async (does: (requestId: string) => Promise<boolean>, words: string): Promise<void> => {
    const requestId = crypto.randomUUID();
    try {
      if (!(await does(requestId))) return notices.warn('That has changed meanwhile. The history shows how it is now.');
      setSaidHere(requestId);
      void announceCustomers(customer.handles);
      notices.tell(words, () => void takeBack(requestId, notices));
    } catch (error) {
      notices.warn(describeFailure(error, null));
    }
  };
  const posted = (entryId: string, out: boolean): Promise<void> =>
    out
      ? step((id) => desk.confirmReply(entryId, by, id), `#${shown.number}: the reply is out`)
      : step((id) => desk.withdrawReply(entryId, by, id), `#${shown.number}: the reply was not posted`);
  const backInPublic = (): Promise<void> =>
    step((id) => desk.setInDm(shown.id, false, by, id), `#${shown.number} is back in public`);

  // In the same turn as what is shown: a key pressed at once must find what the rep sees.
  useLayoutEffect(() => {
    commands.current = {
      take: () => {
        if (by === null) notices.warn('Say at the top of the panel who is at the desk, then take it.');
        else if (shown.owner !== by) void change({ owner: by });
      },
      resolve: () => void change({ status: isActive(shown.status) ? 'resolved' : 'open' }),
      pend: () => void change({ status: shown.status === 'pending' ? 'open' : 'pending' }),
      tag: () => tagButton.current?.click(),
      editCustomer: () => editCustomer.current?.(),
      followUp: () => setChoosingWhen(true),
      outage: () => setChoosingIncident(true),
      ticket: () => setChoosingTicket(true),
    };
    return () => {
      commands.current = null;
    };
  });

  return (
    <>
      <JustOpened {...{ shown, history, notices }} said={[said, saidHere]} writing={note.text !== ''} />
      <WordPart
        {...{ shown, history, notices }}
        onSatisfied={() => void step((id) => desk.noteSatisfied(shown.id, by, id), `#${shown.number}: satisfied`)}
        onReopen={() => void change({ status: 'open' })}
      />
      <div className="flex-1">
        <DutyLine {...{ shown, history, now, locale }} />
        <CaseView
          {...{ cases, shown, history, by, now, locale, tagSuggestions, tagButton }}
          onChange={(fields) => void change(fields)}
          onOpenCase={(caseId) => onOpenCase({ handle: customer.handle, caseId })}
          onTypeTag={setTagBeginning}
          promised={
            <FollowUpPart
              {...{ shown, by, now, locale, notices }}
              handle={customer.handle}
              open={choosingWhen}
              onOpenChange={setChoosingWhen}
            >
              <TicketPart
                {...{ shown, customer, history, locale, notices }}
                open={choosingTicket}
                onOpenChange={setChoosingTicket}
              />
              <IncidentPart
                {...{ shown, by, notices }}
                open={choosingIncident}
                onOpenChange={setChoosingIncident}
                onShow={props.onShowIncident}
                onMake={() => props.onMakeIncident(incidentFrom(customer, shown, history))}
              />
            </FollowUpPart>
          }
          onPosted={(entryId, out) => void posted(entryId, out)}
          onBackInPublic={() => void backInPublic()}
          reply={
            replying ? (
              <ReplyPart
                key={answered.id}
                tweet={answered}
                customer={customer}
                known={shown}
                history={`${history.length} ${customer.name} ${customer.place}`}
                notices={notices}
                commands={replyCommands}
                invited={invited}
                onInvited={props.onInvited}
              />
            ) : (
              answered && (
                <Button icon={MessageCircleReply} className="gap-1.5 px-3" onClick={() => setWanted(true)}>
                  Suggest a reply
                </Button>
              )
            )
          }
          replying={replying}
        >
          <CustomerPart {...{ customer, cases, now, locale, notices }} edit={editCustomer} />
        </CaseView>
      </div>
      <div className="sticky bottom-0 z-10">
        <NoteField
          ref={noteField}
          text={note.text}
          ready={note.ready}
          state={note.state}
          failure={note.failure}
          onWrite={note.write}
          onAdd={note.add}
          onRetry={note.retry}
        />
      </div>
    </>
  );
}

/** What is known of an incident from the case that it is opened from. */
function incidentFrom({ place }: Customer, shown: Case, history: readonly Entry[]): NewIncident {
  const tweet = latestTweet(history);
  return {
    fields: {
      title: place ? `Outage in ${place}` : '',
      area: place,
      ...(tweet ? { since: tweet.at, lang: tweet.lang } : {}),
    },
    caseIds: [shown.id],
  };
}

function valuesBefore(shown: Case, fields: CaseFields): CaseFields {
  const { status, topic, priority, route, owner, tags } = shown;
  const all: CaseFields = { status, topic, priority, route, owner, tags };
  return Object.fromEntries(Object.entries(all).filter(([field]) => field in fields));
}

/** How long a click in the page can be taken back from here, in milliseconds. */
const UNDO_WITHIN = 15_000;

const deedWords: Record<Deed['kind'], (number: number) => string> = {
  created: (number) => `Case #${number} opened`,
  added: (number) => `Tweet added to #${number}`,
  reopened: (number) => `#${number} reopened`,
  shown: (number) => `#${number} shown`,
  recorded: (number) => `Reply noted in #${number}`,
  private: (number) => `#${number} goes on in direct messages`,
  confirmed: (number) => `Reply in #${number} marked as posted`,
  withdrawn: (number) => `Reply taken out of #${number}`,
  inDm: (number) => `#${number}: direct messages noted`,
  returned: (number) => `#${number} is open again: the customer has written`,
  thanked: (number) => `#${number}: the customer has thanked you`,
  satisfied: (number) => `#${number}: noted as satisfied`,
  reminded: (number) => `Follow-up noted for #${number}`,
};

interface JustOpenedProps {
  shown: Case;
  history: readonly Entry[];
  /** True while there is an unfinished note. */
  writing: boolean;
  /** Ids of what notices tell already. */
  said: readonly (string | null)[];
  notices: Notices;
}

/** Says what a click in the page has just done to this case, and offers to take it back as long as nothing is lost. */
function JustOpened({ shown, history, writing, said, notices }: JustOpenedProps) {
  const deed = useLiveQuery(latestDeed);
  const [expired, setExpired] = useState<string | null>(null);
  const { id, at } = deed ?? { id: null, at: 0 };
  useEffect(() => {
    const timer = setTimeout(() => setExpired(id), at + UNDO_WITHIN - Date.now());
    return () => clearTimeout(timer);
  }, [id, at]);
  if (!deed || said.includes(deed.id) || deed.id === expired || Math.abs(Date.now() - deed.at) > UNDO_WITHIN)
    return null;
  if (deed.caseId !== shown.id || deed.kind === 'shown' || deed.undone === 1) return null;
  // The customer's own word has a line of its own.
  if (deed.kind === 'thanked') return null;
  // The desk would refuse to take back a new case that has work in it.
  const worked = writing || history.some((entry) => !deed.entryIds.includes(entry.id));
  if (deed.kind === 'created' && worked) return null;
  return (
    <Bar
      action={
        <Button look="quiet" onClick={() => void takeBack(deed.id, notices)}>
          Undo
        </Button>
      }
    >
      {deedWords[deed.kind](shown.number)}
    </Bar>
  );
}
