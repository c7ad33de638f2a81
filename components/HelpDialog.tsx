import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { nameOfKey, type PanelKey } from '../lib/panel/keys';
import { Button, IconButton } from './Button';

/** One key as it stands on the keyboard. */
export function Key({ children }: { children: string }) {
  return (
    <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line-strong bg-raised px-1 font-sans text-sm">
      {children}
    </kbd>
  );
}

interface HelpDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  onDiagnostics(): void;
  groups: readonly { name: string; keys: readonly PanelKey[] }[];
}

/** The list of keys. */
export function HelpDialog({ open, onOpenChange, onDiagnostics, groups }: HelpDialogProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-[rgb(0_0_0/40%)]" />
        <Dialog.Popup className="fixed inset-x-4 top-6 z-40 mx-auto max-h-[calc(100vh-48px)] max-w-[360px] overflow-y-auto rounded-lg border border-line bg-background p-4 shadow-float">
          <div className="mb-2 flex items-center justify-between">
            <Dialog.Title className="text-base font-bold">Keys</Dialog.Title>
            <Dialog.Close render={<IconButton icon={X} label="Close" className="-mr-2" />} />
          </div>
          {groups.map(({ name, keys }) => (
            <section key={name} className="mb-3 last:mb-0">
              <h3 className="mb-1.5 text-sm text-secondary">{name}</h3>
              <dl className="grid grid-cols-[56px_1fr] items-center gap-x-3 gap-y-1.5 text-sm">
                {keys.map((help) => (
                  <div key={help.action} className="contents">
                    <dt className="flex gap-1">
                      {help.keys.map((key) => (
                        <Key key={key}>{nameOfKey(key)}</Key>
                      ))}
                    </dt>
                    <dd>{help.does}</dd>
                  </div>
                ))}
              </dl>
            </section>
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
