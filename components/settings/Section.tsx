import type { ReactNode } from 'react';

interface SectionProps {
  id: string;
  title: string;
  about?: ReactNode;
  children: ReactNode;
}

/** One part of a page of settings. */
export function Section({ id, title, about, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="border-t border-line py-8 first-of-type:border-t-0">
      <h2 id={id} className="text-lg font-bold">
        {title}
      </h2>
      {about && <p className="mt-1 max-w-[560px] text-pretty text-secondary">{about}</p>}
      <div className="mt-4">{children}</div>
    </section>
  );
}
