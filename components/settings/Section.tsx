import type { ReactNode } from 'react';
import { SetByTeam } from './SetByTeam';

interface SectionProps {
  id: string;
  title: string;
  about?: ReactNode;
  /** The team has set it by policy: it can be read and not changed. */
  locked?: boolean;
  children: ReactNode;
}

/** One part of a page of settings. */
export function Section({ id, title, about, locked = false, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="border-t border-line py-8 first-of-type:border-t-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 id={id} className="scroll-mt-6 text-lg font-bold">
          {title}
        </h2>
        {locked && <SetByTeam />}
      </div>
      {about && <p className="mt-1 max-w-[560px] text-pretty text-secondary">{about}</p>}
      <div className="mt-4">{children}</div>
    </section>
  );
}
