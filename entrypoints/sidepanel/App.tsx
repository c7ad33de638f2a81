import { Tabs } from '@base-ui/react/tabs';
import { useLiveQuery } from 'dexie-react-hooks';
import { Binoculars, Inbox, type LucideIcon, UserRound } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { Bar } from '../../components/Bar';
import { Button } from '../../components/Button';
import { HelpDialog, type KeyHelp } from '../../components/HelpDialog';
import { Notice } from '../../components/Notice';
import { PanelHeader } from '../../components/PanelHeader';
import { useNotice } from '../../components/use-notice';
import { db } from '../../lib/desk/local';
import type { Target } from '../../lib/panel/following';
import { readRep, signatureOfRep } from '../../lib/settings/settings';
import { englishLocale } from '../../lib/time/time';
import { CasesTab, listAtFirst } from './CasesTab';
import { CaseTab } from './CaseTab';
import { countActive } from './queries';
import { TabHealthNotice } from './TabHealthNotice';
import { useFollowing } from './use-following';
import { moveInList, useKeys } from './use-keys';
import { useTab } from './use-tab';
import { WatchTab } from './WatchTab';

type TabId = 'case' | 'cases' | 'watch';

interface PanelTab {
  id: TabId;
  name: string;
  icon: LucideIcon;
  count: number | null;
  content: ReactNode;
}

const keyHelp: readonly KeyHelp[] = [
  { keys: ['n'], does: 'Write a note' },
  { keys: ['u'], does: 'Undo what the last notice says' },
  { keys: ['j', 'k'], does: 'Next and previous case in the list' },
  { keys: ['Enter'], does: 'Open the case' },
  { keys: ['/'], does: 'Search cases' },
  { keys: ['1', '2', '3'], does: 'Case, Cases, Watch' },
  { keys: ['Esc'], does: 'Leave the field, or go back to the list' },
  { keys: ['?'], does: 'Show these keys' },
];

const locale = englishLocale(navigator.languages);

/** Throws if the database cannot be opened: live queries would keep silent about it, and the panel stay empty. */
function useOpenDesk(): void {
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    db.open().catch((error: unknown) => setFailure(error));
  }, []);
  if (failure) throw failure;
}

/** The side panel. */
export function App() {
  useOpenDesk();
  const [tab, setTab] = useState<TabId>('case');
  const [help, setHelp] = useState(false);
  /** True if the case came from the list, so that Escape leads back to it. */
  const [fromList, setFromList] = useState(false);
  const [list, setList] = useState(listAtFirst);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const notices = useNotice();
  const rep = useLiveQuery(() => readRep(db));
  const active = useLiveQuery(countActive);
  const [{ target, waiting, pinned }, dispatch] = useFollowing(() => {
    setTab('case');
    setFromList(false);
  });

  const beside = useTab();

  const openCase = (chosen: Target): void => {
    dispatch({ kind: 'chosen', target: chosen });
    setFromList(tab === 'cases');
    setTab('case');
  };
  const openSettings = (): void => void browser.runtime.openOptionsPage();

  useKeys(!help, {
    '?': () => setHelp(true),
    '1': () => setTab('case'),
    '2': () => setTab('cases'),
    '3': () => setTab('watch'),
    n: () => noteField.current?.focus(),
    u: () => notices.notice?.undo?.(),
    '/': () => {
      setTab('cases');
      // The field is there only after the tab is.
      requestAnimationFrame(() => searchField.current?.focus());
    },
    j: () => moveInList(1),
    k: () => moveInList(-1),
    arrowdown: () => moveInList(1),
    arrowup: () => moveInList(-1),
    escape: () => {
      if (tab === 'case' && fromList) setTab('cases');
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
          by={rep ? signatureOfRep(rep) : null}
          locale={locale}
          notices={notices}
          noteField={noteField}
          onOpenCase={openCase}
          onShowCases={() => setTab('cases')}
        />
      ),
    },
    {
      id: 'cases',
      name: 'Cases',
      icon: Inbox,
      count: active ?? null,
      content: <CasesTab {...{ locale, list, searchField }} onList={setList} onOpenCase={openCase} />,
    },
    {
      id: 'watch',
      name: 'Watch',
      icon: Binoculars,
      count: null,
      content: <WatchTab beside={beside} onSettings={openSettings} />,
    },
  ];

  return (
    <>
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
            rep={rep}
            pinned={pinned}
            canPin={target !== null}
            onPin={(next) => dispatch({ kind: 'pinned', pinned: next })}
            onHelp={() => setHelp(true)}
            onSettings={openSettings}
          />
          <Tabs.List activateOnFocus aria-label="Panel" className="flex gap-1 px-2">
            {tabs.map(({ id, name, icon: Icon, count }) => (
              <Tabs.Tab
                key={id}
                value={id}
                className="flex h-9 items-center gap-1.5 border-b-2 border-transparent px-2 text-sm text-secondary -outline-offset-2 transition hover:text-ink data-active:border-ink data-active:font-bold data-active:text-ink"
              >
                <Icon size={15} aria-hidden className="max-[300px]:hidden" />
                {name}
                {count !== null && count > 0 && (
                  <span className="rounded-full bg-line px-1.5 text-ink tabular-nums">{count}</span>
                )}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </header>
        <main className="relative flex flex-1 flex-col">
          <TabHealthNotice beside={beside} />
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
      <Notice notice={notices.notice} onGone={notices.dismiss} lifted={tab === 'case' && target !== null} />
      <HelpDialog open={help} onOpenChange={setHelp} keys={keyHelp} />
    </>
  );
}
