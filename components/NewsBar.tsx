import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './Button';

interface NewsBarProps {
  /** What it is about, for those who do not see it. */
  label: string;
  icon: LucideIcon;
  /** Classes of the icon's colour. */
  tone: string;
  /** What the button says that shows more. */
  show?: string;
  children: ReactNode;
  onShow(): void;
  onLater(): void;
}

/** Says something at the top of the panel that can wait. All of it is to be read, also in a narrow panel. */
export function NewsBar({ label, icon: Icon, tone, show = 'Show', children, onShow, onLater }: NewsBarProps) {
  return (
    <div
      role="status"
      aria-label={label}
      className="flex flex-wrap items-center gap-x-3 gap-y-0.5 border-b border-line bg-raised px-4 py-1.5 text-sm"
    >
      <p className="flex min-w-0 grow items-start gap-2">
        <Icon size={15} aria-hidden className={`mt-0.5 shrink-0 ${tone}`} />
        {children}
      </p>
      <span className="ml-auto flex gap-3">
        <Button look="quiet" className="h-6" onClick={onShow}>
          {show}
        </Button>
        <Button look="quiet" className="h-6" onClick={onLater}>
          Not now
        </Button>
      </span>
    </div>
  );
}
