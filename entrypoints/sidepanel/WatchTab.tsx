import { useLiveQuery } from 'dexie-react-hooks';
import { Binoculars } from 'lucide-react';
import { browser } from 'wxt/browser';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { WatchLinks } from '../../components/WatchLinks';
import { db } from '../../lib/desk/local';
import type { PageReport } from '../../lib/health/health';
import { readRep, readWatchlist } from '../../lib/settings/settings';
import { type WatchLink, watchLinks } from '../../lib/watch/searches';
import { isWatching } from '../../lib/watchlist/watchlist';
import type { BesideTab } from './use-tab';

/** How the tab beside the panel is going, in one sentence; null where there is nothing to say. */
function progress(report: PageReport | null): string | null {
  if (!report || report.seen === 0) return null;
  if (report.marked > 0) return `${report.marked} of ${report.seen} tweets read in this tab carry a mark.`;
  return `None of the ${report.seen} tweets read in this tab is about you. Home seldom shows trouble; a search does.`;
}

/** Where to look on X: its own live search, mentions and lists. */
export function WatchTab({ beside, onSettings }: { beside: BesideTab; onSettings(): void }) {
  const found = useLiveQuery(async () => ({ watchlist: await readWatchlist(db), rep: await readRep(db) }));
  if (!found) return null;
  if (!isWatching(found.watchlist)) {
    return (
      <EmptyState icon={Binoculars} title="Nothing is watched yet">
        <p>Name your handle and what people call you. Searches made from them will stand here.</p>
        <Button look="primary" onClick={onSettings}>
          Set up the watchlist
        </Button>
      </EmptyState>
    );
  }
  const go = ({ url }: WatchLink): void => {
    if (beside.tabId === null) void browser.tabs.create({ url });
    else void browser.tabs.update(beside.tabId, { url });
  };
  const said = progress(beside.health?.report ?? null);
  return (
    <>
      <p className="border-b border-line px-4 py-3 text-sm text-pretty text-secondary">
        {said ?? 'X’s own searches for your watchlist. They open in the tab beside this panel.'}
      </p>
      <WatchLinks links={watchLinks(found.watchlist, found.rep.handle)} onGo={go} />
    </>
  );
}
