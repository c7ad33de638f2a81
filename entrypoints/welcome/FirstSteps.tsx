import { useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { Button } from '../../components/Button';
import { OutLink } from '../../components/OutLink';
import { PinHint } from '../../components/settings/PinHint';
import { ShortcutKeys } from '../../components/settings/ShortcutKeys';
import { panelShortcut } from '../../lib/browser/commands';

const firefox = import.meta.env.FIREFOX;

/** Where to find Hark, once it knows whom it works for. */
export function FirstSteps() {
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
            Open X and scroll as usual. Tweets that need you carry a mark; press Open case under one of them.
          </p>
          <div className="flex items-center gap-4">
            <OutLink
              href="https://x.com/home"
              className="inline-flex h-9 items-center rounded-full bg-primary px-6 text-sm font-bold text-on-primary hover:no-underline hover:opacity-90"
            >
              Open X
            </OutLink>
            <Button look="quiet" onClick={() => void browser.runtime.openOptionsPage()}>
              Settings
            </Button>
          </div>
          <p className="mt-3 text-sm text-secondary">Tabs of X that are open already: load them again once.</p>
        </li>
      </ol>
    </div>
  );
}
