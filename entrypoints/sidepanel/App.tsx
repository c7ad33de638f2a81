import { Tabs } from '@base-ui/react/tabs';
import { useLiveQuery } from 'dexie-react-hooks';
import { AlarmClock, Binoculars, Inbox, type LucideIcon, MessageCircleReply, Unplug, UserRound } from 'lucide-react';
import { type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { BackupBar } from '../../components/BackupBar';
import { Bar } from '../../components/Bar';
import { Button } from '../../components/Button';
import { HelpDialog } from '../../components/HelpDialog';
import { Notice } from '../../components/Notice';
import { PanelHeader } from '../../components/PanelHeader';
import { PanelKeysContext } from '../../components/panel-keys';
import { RepMenu } from '../../components/RepMenu';
import { AlarmBar } from '../../components/radar/AlarmBar';
import { useNotice } from '../../components/use-notice';
import { TargetContext } from '../../components/Waiting';
import { useShortcut } from '../../lib/browser/use-shortcut';
import { describeFailure } from '../../lib/desk/failure';
import { countActive } from '../../lib/desk/lists';
import { db, incidents } from '../../lib/desk/local';
import { defaultPageKeys } from '../../lib/keys/page-keys';
import type { Target } from '../../lib/panel/following';
import { defaultPanelKeys } from '../../lib/panel/keys';
import type { QueuedTweet } from '../../lib/queue/queue';
import { readKeys, readPanelKeys, readReps, repAtDesk, signatureOfRep, switchRep } from '../../lib/settings/settings';
import { readShift, targetOf } from '../../lib/settings/shift';
import { sayCount } from '../../lib/text/counts';
import { englishLocale } from '../../lib/time/time';
import { askWorker } from './ask-worker';
import { CasesTab, type ListPlace } from './CasesTab';
import { type CaseCommands, CaseTab } from './CaseTab';
import { type FollowUpKeys, FollowUpsTab } from './FollowUpsTab';
import { IncidentsTab } from './IncidentsTab';
import type { OpenedHere } from './open-queued';
import { type QueueCommands, QueueTab } from './QueueTab';
import type { Invited, ReplyCommands } from './ReplyPart';
import { TabHealthNotice } from './TabHealthNotice';
import { useBackupStanding } from './use-backup-standing';
import { useDueCount, useFollowUps } from './use-follow-ups';
import { useFollowing } from './use-following';
import type { NewIncident } from './use-incidents';
import { moveInList, useKeys } from './use-keys';
import { useListFilter } from './use-list-filter';
import { useQueue } from './use-queue';
import { useAlarms } from './use-radar';
import { useSavingCases } from './use-saving-cases';
import { useTab } from './use-tab';
import { WatchTab } from './WatchTab';

type TabId = 'case' | 'queue' | 'cases' | 'followUps' | 'incidents' | 'watch';

interface PanelTab {
  id: TabId;
  name: string;
  icon: LucideIcon;
  count: number | null;
  content: ReactNode;
}

const locale = englishLocale(navigator.languages);

/** Throws if the database cannot be opened: live queries would keep silent about it, and the panel stay empty. */
function useOpenDesk(): void {
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    db.open().catch((error: unknown) => setFailure(error));
  }, []);
  if (failure) throw failure;
}

/** The side panel, with its keys as the rep has them. */
export function App() {
  const panelKeys = useLiveQuery(() => readPanelKeys(db)) ?? defaultPanelKeys;
  return (
    <PanelKeysContext value={panelKeys}>
      <Panel />
    </PanelKeysContext>
  );
}

function Panel() {
  useOpenDesk();
  const [tab, setTab] = useState<TabId>('case');
  const [help, setHelp] = useState(false);
  /** The list that the case came from, so that Escape leads back to it. */
  const [cameFrom, setCameFrom] = useState<TabId | null>(null);
  const place = useRef<ListPlace>({ sought: '', grown: null, left: null });
  const noteField = useRef<HTMLTextAreaElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const notices = useNotice();
  const caseCommands = useRef<CaseCommands>(null);
  const queueCommands = useRef<QueueCommands>(null);
  const followUpKeys = useRef<FollowUpKeys>(null);
  const replyCommands = useRef<ReplyCommands>(null);
  const queue = useQueue();
  const followUps = useFollowUps();
  const due = useDueCount(followUps);
  const responseTarget = useLiveQuery(async () => targetOf(await readShift(db))) ?? null;
  const openIncidents = useLiveQuery(() => incidents.open());
  const alarms = useAlarms();
  const alarm = alarms.find(({ state }) => state === 'new');
  const [incident, setIncident] = useState<string | null>(null);
  const [makingIncident, setMakingIncident] = useState<NewIncident | null>(null);
  /** The click on the list that opened a case last: it has its own notice. */
  const [openedHere, setOpenedHere] = useState<string | null>(null);
  const [invited, setInvited] = useState<Invited | null>(null);
  const [choosingRep, setChoosingRep] = useState(false);
  const reps = useLiveQuery(() => readReps(db));
  const by = reps ? signatureOfRep(repAtDesk(reps)) : null;
  const active = useLiveQuery(() => countActive(db));
  const filtering = useListFilter();
  const saving = useSavingCases(by, notices);
  const [{ target, waiting, pinned }, dispatch] = useFollowing(() => {
    setTab('case');
    setCameFrom(null);
  });

  const panelKeys = useContext(PanelKeysContext);
  const pageKeys = useLiveQuery(() => readKeys(db)) ?? defaultPageKeys;
  const shortcut = useShortcut();
  const beside = useTab();
  const backup = useBackupStanding(locale);
  const showSettings = (part: 'backup' | 'desk' | 'keys'): void =>
    void browser.tabs.create({ url: browser.runtime.getURL(`/options.html#${part}`) });

  const openCase = (chosen: Target): void => {
    dispatch({ kind: 'chosen', target: chosen });
    setCameFrom(tab === 'case' || tab === 'watch' ? null : tab);
    setTab('case');
  };
  const opened = ({ handle, caseId, requestId }: OpenedHere): void => {
    setOpenedHere(requestId);
    openCase({ handle, caseId });
  };
  /** Going private makes a case of the tweet: the panel goes on there. */
  const invite = (next: Invited | null): void => {
    setInvited(next);
    if (!next || next.requestId === invited?.requestId) return;
    setOpenedHere(next.requestId);
    openCase({ handle: next.tweet.handle, caseId: null });
  };
  /** The tweet of a customer that stands on the list, if one does. */
  const queuedOf = (wanted: Target | null): QueuedTweet | null =>
    queue?.listed.find(({ tweet }) => tweet.handle.toLowerCase() === wanted?.handle.toLowerCase()) ?? null;
  const openSettings = (): void => void browser.runtime.openOptionsPage();
  const openDiagnostics = (): void => void browser.tabs.create({ url: browser.runtime.getURL('/diagnostics.html') });

  const seatRep = async (id: string): Promise<void> => {
    try {
      await switchRep(db, id);
    } catch (error) {
      notices.warn(describeFailure(error, null));
    }
  };
  /** A key of the list first leads to the list; there it does what it says. */
  const inList = (act: () => void): void => (tab === 'cases' ? act() : setTab('cases'));
  const inCase = (act: (commands: CaseCommands) => void): void => {
    if (tab === 'case' && caseCommands.current) act(caseCommands.current);
  };

  const inQueue = (act: (commands: QueueCommands) => void): void => {
    if (tab === 'queue' && queueCommands.current) act(queueCommands.current);
  };

  const inFollowUps = (act: (commands: FollowUpKeys) => void): void => {
    if (tab === 'followUps' && followUpKeys.current) act(followUpKeys.current);
  };

  /** Where no replies are in view yet, the selected tweet of the list unfolds with its own. */
  const goToReplies = (): void => {
    if (replyCommands.current) replyCommands.current.focus();
    else inQueue((commands) => commands.reply());
  };

  useKeys(panelKeys, {
    help: () => setHelp(true),
    showCase: () => setTab('case'),
    showQueue: () => setTab('queue'),
    showCases: () => setTab('cases'),
    showFollowUps: () => setTab('followUps'),
    showIncidents: () => setTab('incidents'),
    showWatch: () => setTab('watch'),
    switchRep: () => setChoosingRep(true),
    note: () => noteField.current?.focus(),
    undo: () => notices.notice?.undo?.(),
    search: () => {
      setTab('cases');
      // The field is there only after the tab is.
      requestAnimationFrame(() => searchField.current?.focus());
    },
    next: () => moveInList(1),
    previous: () => moveInList(-1),
    nextList: () => inList(filtering.nextList),
    order: () => inList(filtering.turnOrder),
    take: () => inCase((commands) => commands.take()),
    resolve: () => inCase((commands) => commands.resolve()),
    pend: () => inCase((commands) => commands.pend()),
    tag: () => inCase((commands) => commands.tag()),
    followUp: () => inCase((commands) => commands.followUp()),
    outage: () => inCase((commands) => commands.outage()),
    editCustomer: () => inCase((commands) => commands.editCustomer()),
    ticket: () => inCase((commands) => commands.ticket()),
    openQueued: () => inQueue((commands) => commands.openCase()),
    dealtWith: () => inQueue((commands) => commands.settle('dealt')),
    answeredElsewhere: () => inQueue((commands) => commands.settle('elsewhere')),
    notOurs: () => inQueue((commands) => commands.settle('notOurs')),
    snooze: () => inQueue((commands) => commands.snooze()),
    snoozeLonger: () => inQueue((commands) => commands.snoozeLonger()),
    why: () => inQueue((commands) => commands.why()),
    done: () => inFollowUps((commands) => commands.done()),
    moveToMorning: () => inFollowUps((commands) => commands.snooze()),
    moveLater: () => inFollowUps((commands) => commands.move()),
    checkIn: () => inFollowUps((commands) => commands.unfold()),
    reply: goToReplies,
    copyReply: () => replyCommands.current?.copy(),
    rewordReply: () => replyCommands.current?.another(),
    snippets: () => replyCommands.current?.snippets(),
    goPrivate: () => replyCommands.current?.goPrivate(),
    leave: () => {
      if (tab === 'case' && cameFrom) setTab(cameFrom);
    },
  });

  const tabs: readonly PanelTab[] = [
    {
      id: 'case',
      name: 'Case',
      icon: UserRound,
      count: null,
      content: (
        <CaseTab
          target={target}
          by={by}
          locale={locale}
          notices={notices}
          noteField={noteField}
          report={beside.health?.report ?? null}
          commands={caseCommands}
          replyCommands={replyCommands}
          invited={invited}
          onInvited={invite}
          queued={queuedOf(target)}
          said={openedHere}
          onOpenCase={openCase}
          onOpened={opened}
          onShowCases={() => setTab('cases')}
          onWatch={() => setTab('watch')}
          onSettings={openSettings}
          onShowIncident={(id) => {
            setMakingIncident(null);
            setIncident(id);
            setTab('incidents');
          }}
          onMakeIncident={(making) => {
            setMakingIncident(making);
            setTab('incidents');
          }}
        />
      ),
    },
    {
      id: 'queue',
      name: 'Needs an answer',
      icon: MessageCircleReply,
      count: queue?.listed.length ?? null,
      content: (
        <QueueTab
          {...{ queue, locale, notices, replyCommands, invited, by }}
          openIncidents={openIncidents ?? []}
          onInvited={invite}
          commands={queueCommands}
          onGo={(handle) => dispatch({ kind: 'looked', handle, asked: true, busy: false })}
          onOpenCase={opened}
          onWatch={() => setTab('watch')}
          onSettings={openSettings}
        />
      ),
    },
    {
      id: 'cases',
      name: 'Cases',
      icon: Inbox,
      count: active ?? null,
      content: (
        <CasesTab {...{ locale, by, filtering, searchField, saving }} place={place.current} onOpenCase={openCase} />
      ),
    },
    {
      id: 'followUps',
      name: 'Follow-ups',
      icon: AlarmClock,
      count: due,
      content: (
        <FollowUpsTab
          rows={followUps}
          {...{ by, locale, notices }}
          commands={followUpKeys}
          onOpenCase={(handle, caseId) => openCase({ handle, caseId })}
          onShowCases={() => setTab('cases')}
        />
      ),
    },
    {
      id: 'incidents',
      name: 'Incidents',
      icon: Unplug,
      count: openIncidents?.length ?? null,
      content: (
        <IncidentsTab
          {...{ by, locale, notices, alarms, queue }}
          shown={incident}
          making={makingIncident}
          onShow={setIncident}
          onMake={setMakingIncident}
          onOpenCase={(handle, caseId) => openCase({ handle, caseId })}
        />
      ),
    },
    {
      id: 'watch',
      name: 'Watch',
      icon: Binoculars,
      count: null,
      content: <WatchTab {...{ beside, notices }} onSettings={openSettings} onAddHandle={() => showSettings('desk')} />,
    },
  ];

  // Above what sticks to the bottom there.
  const noticeLifted = tab === 'queue' || (tab === 'case' && target !== null);
  return (
    <TargetContext value={responseTarget}>
      <Tabs.Root
        value={tab}
        onValueChange={(next) => {
          const chosen = tabs.find(({ id }) => id === next);
          if (chosen) setTab(chosen.id);
        }}
        className="flex min-h-screen min-w-[220px] flex-col"
      >
        <header className="sticky top-0 z-20 border-b border-line bg-background">
          <PanelHeader
            pinned={pinned}
            canPin={target !== null}
            onPin={(next) => dispatch({ kind: 'pinned', pinned: next })}
            onHelp={() => setHelp(true)}
            onSettings={openSettings}
          >
            {reps && (
              <RepMenu
                desk={reps}
                open={choosingRep}
                onOpenChange={setChoosingRep}
                onSwitch={(id) => void seatRep(id)}
                onAdd={() => showSettings('desk')}
                backup={backup.standing?.text ?? null}
                onBackup={() => showSettings('backup')}
                onHandOver={() => void browser.tabs.create({ url: browser.runtime.getURL('/hand-over.html') })}
                onReports={() => void browser.tabs.create({ url: browser.runtime.getURL('/reports.html') })}
              />
            )}
          </PanelHeader>
          <Tabs.List activateOnFocus aria-label="Panel" className="flex px-1.5">
            {tabs.map(({ id, name, icon: Icon, count }) => (
              <Tabs.Tab
                key={id}
                value={id}
                title={name}
                className="group relative flex h-12 grow flex-col items-center justify-center gap-0.5 border-b-2 border-transparent px-1.5 text-sm whitespace-nowrap text-secondary -outline-offset-2 transition hover:text-ink data-active:border-ink data-active:font-bold data-active:text-ink"
              >
                <Icon size={15} aria-hidden />
                {/* On a narrow panel only the tab in view has room for its name. */}
                <span className="max-[469px]:not-group-data-active:sr-only max-[285px]:sr-only">{name}</span>
                {count !== null && count > 0 && (
                  <span className="absolute top-1 left-[calc(50%+9px)] rounded-full bg-line px-1.5 leading-4 text-ink tabular-nums">
                    {count}
                  </span>
                )}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </header>
        {/* What stands at the end can be scrolled out from under a notice. */}
        <main className={`relative flex flex-1 flex-col ${notices.notice && !noticeLifted ? 'pb-20' : ''}`}>
          <TabHealthNotice beside={beside} notices={notices} />
          {backup.standing && backup.loud && (
            <BackupBar standing={backup.standing} onShow={() => showSettings('backup')} onLater={backup.notNow} />
          )}
          {due > 0 && tab !== 'followUps' && (
            <Bar
              action={
                <Button look="quiet" onClick={() => setTab('followUps')}>
                  Show
                </Button>
              }
            >
              {sayCount(due, 'follow-up is due', 'follow-ups are due')}
            </Bar>
          )}
          {alarm && tab !== 'incidents' && (
            <AlarmBar
              alarm={alarm}
              onShow={() => {
                setIncident(null);
                setTab('incidents');
              }}
              onLater={() => void askWorker('settleAlarm', { alarmId: alarm.id, how: 'later', incidentId: null })}
            />
          )}
          {tab === 'case' && beside.inMessages && (
            <p className="border-b border-line bg-raised px-4 py-1.5 text-sm text-pretty">
              Hark reads no messages. It follows the name above a conversation, where X gives one.
            </p>
          )}
          {waiting && !pinned && (
            <Bar
              action={
                <Button
                  look="quiet"
                  onClick={() => {
                    dispatch({ kind: 'show' });
                    setTab('case');
                  }}
                >
                  Show
                </Button>
              }
            >
              Looking at @{waiting}
            </Bar>
          )}
          {tabs.map(({ id, content }) => (
            <Tabs.Panel key={id} value={id} tabIndex={-1} className="flex flex-1 flex-col outline-none">
              {content}
            </Tabs.Panel>
          ))}
        </main>
      </Tabs.Root>
      <Notice notice={notices.notice} onGone={notices.dismiss} lifted={noticeLifted} />
      <HelpDialog
        open={help}
        onOpenChange={setHelp}
        onDiagnostics={openDiagnostics}
        onChange={() => showSettings('keys')}
        shortcut={shortcut ?? null}
        {...{ pageKeys, panelKeys }}
      />
    </TargetContext>
  );
}
