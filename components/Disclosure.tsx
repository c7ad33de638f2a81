import { ChevronDown, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** A quiet line that unfolds; the browser's own, so that it works without us. */
export function Disclosure({
  icon: Icon,
  summary,
  children,
}: {
  icon?: LucideIcon;
  summary: string;
  children: ReactNode;
}) {
  return (
    <details className="group border-b border-line text-sm">
      <summary className="flex list-none items-center gap-2 px-4 py-2 text-secondary -outline-offset-2 transition hover:bg-raised [&::-webkit-details-marker]:hidden">
        {Icon && <Icon size={15} aria-hidden className="shrink-0" />}
        <span className="min-w-0 flex-1 text-pretty tabular-nums">{summary}</span>
        <ChevronDown size={15} aria-hidden className="shrink-0 group-open:rotate-180" />
      </summary>
      {children}
    </details>
  );
}
