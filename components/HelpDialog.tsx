import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { IconButton } from './Button';

/** A key and what it does. */
export interface KeyHelp {
  keys: readonly string[];
  does: string;
}

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
  keys: readonly KeyHelp[];
}

/** The list of keys. */
export function HelpDialog({ open, onOpenChange, keys }: HelpDialogProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-[rgb(0_0_0/40%)]" />
        <Dialog.Popup className="fixed inset-x-4 top-16 z-40 mx-auto max-w-[360px] rounded-lg border border-line bg-background p-4 shadow-float">
          <div className="mb-2 flex items-center justify-between">
            <Dialog.Title className="text-base font-bold">Keys</Dialog.Title>
            <Dialog.Close render={<IconButton icon={X} label="Close" className="-mr-2" />} />
          </div>
          <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 text-sm">
            {keys.map((help) => (
              <div key={help.does} className="contents">
                <dt className="flex gap-1">
                  {help.keys.map((key) => (
                    <Key key={key}>{key}</Key>
                  ))}
                </dt>
                <dd>{help.does}</dd>
              </div>
            ))}
          </dl>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
