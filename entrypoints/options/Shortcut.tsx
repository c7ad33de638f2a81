import { browser } from 'wxt/browser';
import { Button } from '../../components/Button';
import { ShortcutKeys } from '../../components/settings/ShortcutKeys';
import { useShortcut } from '../../lib/browser/use-shortcut';

const firefox = import.meta.env.FIREFOX;

/** Which keys open the panel, and where to change them. */
export function Shortcut() {
  const shortcut = useShortcut();
  if (shortcut === undefined) return null;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p>
        {shortcut ? (
          <>
            <ShortcutKeys shortcut={shortcut} /> opens the case panel.
          </>
        ) : (
          'No keys open the case panel yet: the browser gave Hark’s to something else.'
        )}
      </p>
      {firefox ? (
        <p className="text-sm text-secondary">
          To change it, open about:addons, press the cog and choose Manage Extension Shortcuts.
        </p>
      ) : (
        <Button onClick={() => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' })}>
          Change the shortcut
        </Button>
      )}
    </div>
  );
}
