import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { Button } from '../../components/Button';
import { PinHint } from '../../components/settings/PinHint';
import { ShortcutKeys } from '../../components/settings/ShortcutKeys';
import { WatchLinks } from '../../components/WatchLinks';
import { panelShortcut } from '../../lib/browser/commands';
import { db } from '../../lib/desk/local';
import { readWatched } from '../../lib/settings/settings';
import { watchLinks } from '../../lib/watch/searches';

const firefox = import.meta.env.FIREFOX;

const addHandle = (): void => void browser.tabs.create({ url: browser.runtime.getURL('/options.html#desk') });

/** Where to find Hark, once it knows whom it works for. */
export function FirstSteps() {
  const watched = useLiveQuery(() => readWatched(db));
  const [shortcut, setShortcut] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    void panelShortcut().then(setShortcut);
  }, []);
  return (
    <div className="mt-8">
      <h2 ref={heading} tabIndex={-1} className="text-lg font-bold outline-none">
        Hark is ready
      </h2>
      <ol className="mt-4 space-y-6">
        <li>
          <h3 className="font-bold">Where to find it</h3>
          <p className="mt-0.5 mb-3 text-pretty text-secondary">
            {firefox
              ? 'Hark’s button is in the toolbar. It opens the case panel beside the page.'
              : 'Press the puzzle piece in the toolbar, then the pin beside Hark. Its button opens the case panel beside the page.'}
            {shortcut && (
              <>
                {' '}
                So does <ShortcutKeys shortcut={shortcut} />.
              </>
            )}
          </p>
          {!firefox && <PinHint />}
        </li>
        <li>
          <h3 className="font-bold">What to do first</h3>
          <p className="mt-0.5 mb-3 text-pretty text-secondary">
            Go where your customers are: X’s own live search for the words you watch. Tweets that need you carry a mark;
            press Open case under one of them.
          </p>
          {watched && (
            <div className="overflow-hidden rounded-lg border border-line-strong [&_li:last-child]:border-b-0">
              <WatchLinks
                links={watchLinks(watched.watchlist, watched.account, watched.posting)}
                onAddHandle={watched.account ? null : addHandle}
              />
            </div>
          )}
          <div className="mt-3">
            <Button look="quiet" onClick={() => void browser.runtime.openOptionsPage()}>
              Settings
            </Button>
          </div>
          <p className="mt-3 text-sm text-secondary">Reload the tabs of X that were open before.</p>
        </li>
      </ol>
    </div>
  );
}
