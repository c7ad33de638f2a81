import type { Case } from '../../lib/cases/case';
import { topicNames } from '../../lib/cases/describe';
import { shortDate } from '../../lib/time/time';
import { StatusPill } from '../StatusPill';

interface OtherCasesProps {
  cases: readonly Case[];
  now: number;
  locale: string;
  onOpen(caseId: string): void;
}

/** The customer's further cases, to switch to. */
export function OtherCases({ cases, now, locale, onOpen }: OtherCasesProps) {
  if (cases.length === 0) return null;
  return (
    <section aria-label="Other cases of this customer" className="mt-4 px-4">
      <h3 className="text-sm font-bold">Other cases</h3>
      <ul className="-mx-2 mt-1">
        {cases.map((other) => (
          <li key={other.id}>
            <button
              type="button"
              onClick={() => onOpen(other.id)}
              className="flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left text-sm transition hover:bg-raised"
            >
              <span className="font-bold">#{other.number}</span>
              <StatusPill status={other.status} />
              <span className="min-w-0 flex-1 truncate text-secondary">{topicNames[other.topic]}</span>
              <span className="shrink-0 text-secondary">{shortDate(other.openedAt, now, locale)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
