import { TriangleAlert } from 'lucide-react';
import type { DiagnosisPart } from '../../lib/diagnostics/diagnosis';

/** Everything that a diagnosis tells, part by part. What is wrong stands out, and not by its colour alone. */
export function DiagnosisSheet({ parts }: { parts: readonly DiagnosisPart[] }) {
  return parts.map(({ title, lines }, part) => (
    <section key={title} aria-labelledby={`part-${part}`} className="mt-8">
      <h2 id={`part-${part}`} className="text-base font-bold">
        {title}
      </h2>
      <dl className="mt-2 border-t border-line">
        {lines.map(({ label, value, note, wrong }) => (
          <div
            key={`${label}:${value}`}
            className="grid gap-x-4 border-b border-line py-2 text-sm sm:grid-cols-[220px_1fr]"
          >
            <dt className="break-words text-secondary">{label}</dt>
            <dd className="min-w-0 break-words tabular-nums">
              <span className={wrong ? 'font-bold text-trouble' : ''}>
                {wrong && <TriangleAlert size={14} aria-label="Wrong" className="mr-1 inline align-[-2px]" />}
                {value}
              </span>
              {note && <p className="text-pretty text-secondary">{note}</p>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
