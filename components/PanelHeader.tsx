import { CircleQuestionMark, Pin, PinOff, Settings } from 'lucide-react';
import type { Rep } from '../lib/settings/settings';
import { Button, IconButton } from './Button';

interface PanelHeaderProps {
  /** Undefined while it is being read. */
  rep: Rep | undefined;
  pinned: boolean;
  canPin: boolean;
  onPin(pinned: boolean): void;
  onHelp(): void;
  onSettings(): void;
}

/** Who is at the desk, and the panel's own buttons. */
export function PanelHeader({ rep, pinned, canPin, onPin, onHelp, onSettings }: PanelHeaderProps) {
  const known = rep && (rep.name || rep.initials || rep.handle);
  return (
    <div className="flex h-11 items-center gap-1 pr-2 pl-4">
      <div className="flex min-w-0 flex-1 items-baseline gap-1.5 text-sm">
        <h1 className="sr-only">Hark</h1>
        {known && (
          <>
            {rep.name && <bdi className="truncate font-bold">{rep.name}</bdi>}
            {rep.initials && <span className="shrink-0 text-secondary">^{rep.initials}</span>}
            {rep.handle && <span className="truncate text-secondary">@{rep.handle}</span>}
          </>
        )}
        {rep && !known && (
          <>
            <span className="truncate text-secondary">Who is at the desk?</span>
            <Button look="quiet" onClick={onSettings}>
              Set up
            </Button>
          </>
        )}
      </div>
      <IconButton
        icon={pinned ? PinOff : Pin}
        label={pinned ? 'Let the panel follow the page again' : 'Keep this customer in view'}
        aria-pressed={pinned}
        disabled={!canPin}
        onClick={() => onPin(!pinned)}
      />
      <IconButton icon={CircleQuestionMark} label="Keys" onClick={onHelp} />
      <IconButton icon={Settings} label="Settings" onClick={onSettings} />
    </div>
  );
}
