import { CircleQuestionMark, Pin, PinOff, Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './Button';

interface PanelHeaderProps {
  /** Who is at the desk; nothing while that is being read. */
  children: ReactNode;
  pinned: boolean;
  canPin: boolean;
  onPin(pinned: boolean): void;
  onHelp(): void;
  onSettings(): void;
}

/** Who is at the desk, and the panel's own buttons. */
export function PanelHeader({ children, pinned, canPin, onPin, onHelp, onSettings }: PanelHeaderProps) {
  return (
    <div className="flex h-11 items-center gap-1 pr-2 pl-4 max-[290px]:gap-0 max-[290px]:pr-1">
      <div className="flex min-w-0 flex-1">
        <h1 className="sr-only">Hark</h1>
        {children}
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
