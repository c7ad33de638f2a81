import { useLiveQuery } from 'dexie-react-hooks';
import { NothingWatched } from '../../components/NothingWatched';
import type { Notices } from '../../components/use-notice';
import { WatchLinks } from '../../components/WatchLinks';
import { db } from '../../lib/desk/local';
import { readWatched } from '../../lib/settings/settings';
import { goOnX } from '../../lib/tabs';
import { describeProgress } from '../../lib/watch/progress';
import { type WatchLink, watchLinks } from '../../lib/watch/searches';
import { isWatching } from '../../lib/watchlist/watchlist';
import type { BesideTab } from './use-tab';

interface WatchTabProps {
  beside: BesideTab;
  notices: Notices;
  onSettings(): void;
  onAddHandle(): void;
}

/** Where to look on X: its own live search, mentions and lists. */
export function WatchTab({ beside, notices, onSettings, onAddHandle }: WatchTabProps) {
  const found = useLiveQuery(() => readWatched(db));
  if (!found) return null;
  if (!isWatching(found.watchlist)) {
    return <NothingWatched then="Searches made from them will stand here." onSettings={onSettings} />;
  }
  const go = async ({ url }: WatchLink): Promise<void> => {
    try {
      await goOnX(url);
    } catch {
      notices.warn('The browser did not open this page. Try again.');
    }
  };
  return (
    <>
      <p className="border-b border-line px-4 py-3 text-sm text-pretty text-secondary">
        {describeProgress(beside.health?.report ?? null) ??
          'X’s own searches for your watchlist. They open in your tab of X, or in a new one.'}
      </p>
      <WatchLinks
        links={watchLinks(found.watchlist, found.account, found.posting)}
        onGo={(link) => void go(link)}
        onAddHandle={found.account ? null : onAddHandle}
      />
    </>
  );
}
