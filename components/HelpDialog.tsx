import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { type PageKeys, pageActions } from '../lib/keys/page-keys';
import { nameOfKey, namesOf, type PanelKeys } from '../lib/panel/keys';
import { Button, IconButton } from './Button';
import { Key } from './Key';
import { ShortcutKeys } from './settings/ShortcutKeys';

interface HelpDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  onDiagnostics(): void;
  /** Leads to where keys are changed. */
  onChange(): void;
  /** The browser's shortcut for the panel; null if it has none. */
  shortcut: string | null;
  pageKeys: PageKeys;
  panelKeys: PanelKeys;
}

/** The list of all keys of Hark, as the rep has them. */
export function HelpDialog(props: HelpDialogProps) {
  const { open, onOpenChange, onDiagnostics, onChange, shortcut, pageKeys, panelKeys } = props;
  const close = useRef<HTMLButtonElement>(null);
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-[rgb(0_0_0/40%)]" />
        <Dialog.Popup
          initialFocus={close}
          className="fixed inset-x-4 top-6 z-40 mx-auto max-h-[calc(100vh-48px)] max-w-[360px] overflow-y-auto rounded-lg border border-line bg-background p-4 shadow-float"
        >
          <div className="mb-2 flex items-center gap-4">
            <Dialog.Title className="flex-1 text-base font-bold">Keys</Dialog.Title>
            <Button look="quiet" onClick={onChange}>
              Change
            </Button>
            <Dialog.Close ref={close} render={<IconButton icon={X} label="Close" className="-mr-2" />} />
          </div>
          <section className="mb-3 text-sm">
            <h3 className="mb-1.5 text-secondary">Anywhere</h3>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
              {shortcut ? (
                <>
                  <ShortcutKeys shortcut={shortcut} /> Open this panel
                </>
              ) : (
                'No keys open this panel yet.'
              )}
            </p>
          </section>
          <KeyList name="On X, on the selected tweet">
            {pageActions.map(({ id, label }) => (
              <KeyLine key={id} keys={pageKeys[id] ? [pageKeys[id]] : []} does={label} />
            ))}
          </KeyList>
          {panelKeys.map(({ name, keys }) => (
            <KeyList key={name} name={name}>
              {keys.map((one) => (
                <KeyLine key={one.action} keys={namesOf(one)} does={one.does} />
              ))}
            </KeyList>
          ))}
          <p className="mt-3 border-t border-line pt-3 text-sm text-secondary">
            Does something not work?{' '}
            <Button look="quiet" onClick={onDiagnostics}>
              Open diagnostics
            </Button>
          </p>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function KeyList({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="mb-3 last:mb-0">
      <h3 className="mb-1.5 text-sm text-secondary">{name}</h3>
      <dl className="grid grid-cols-[56px_1fr] items-center gap-x-3 gap-y-1.5 text-sm">{children}</dl>
    </section>
  );
}

function KeyLine({ keys, does }: { keys: readonly string[]; does: string }) {
  return (
    <div className="contents">
      <dt className="flex gap-1">
        {keys.length === 0 && <span className="text-secondary">off</span>}
        {keys.map((key) => (
          <Key key={key}>{nameOfKey(key)}</Key>
        ))}
      </dt>
      <dd>{does}</dd>
    </div>
  );
}
