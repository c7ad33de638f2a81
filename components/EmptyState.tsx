import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
}

/** What stands where nothing is yet: what will come here, and what to do. */
export function EmptyState({ icon: Icon, title, children }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center px-6 py-14 text-center">
      <Icon size={28} strokeWidth={1.5} aria-hidden className="mb-3 text-secondary" />
      <h2 className="text-base font-bold text-balance">{title}</h2>
      <div className="mt-1 flex max-w-[300px] flex-col items-center gap-3 text-sm text-pretty text-secondary">
        {children}
      </div>
    </div>
  );
}
