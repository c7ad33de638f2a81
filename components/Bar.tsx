import type { ReactNode } from 'react';

/** A quiet line across the panel: something to know, and at most one thing to do about it. */
export function Bar({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex min-h-9 items-center justify-between gap-3 border-b border-line bg-raised px-4 py-1.5 text-sm">
      <p className="min-w-0 truncate">{children}</p>
      {action}
    </div>
  );
}
