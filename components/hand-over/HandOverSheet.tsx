import { type HandOverPage, type PageCase, pageParts, partNames } from '../../lib/handover/page';
import { clockTime, shortDate } from '../../lib/time/time';

interface HandOverSheetProps {
  page: HandOverPage;
  /** Notes as they are typed, by case. */
  notes: Readonly<Record<string, string>>;
  locale: string;
  onWriteNote(caseId: string, text: string): void;
}

/** Everything that somebody who takes over must know; printed, it is all there is on the paper. */
export function HandOverSheet({ page, notes, locale, onWriteNote }: HandOverSheetProps) {
  return (
    <>
      {page.incidents.length > 0 && (
        <section aria-label="Incidents" className="mt-8">
          <h2 className="text-lg font-bold">Incidents</h2>
          <ul className="mt-2 space-y-3">
            {page.incidents.map(({ id, title, facts, message, cases }) => (
              <li key={id} className="break-inside-avoid border-l-2 border-trouble pl-3">
                <p className="font-bold">{title}</p>
                <p className="text-sm text-secondary">{facts.join(' · ')}</p>
                {message && <p className="text-sm">What we say: {message}</p>}
                {cases.length > 0 && (
                  <p className="text-sm text-secondary">Cases {cases.map((number) => `#${number}`).join(', ')}</p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {pageParts.map((part) => {
        const cases = page.parts[part];
        if (cases.length === 0) return null;
        return (
          <section key={part} aria-label={partNames[part]} data-part={part} className="mt-8">
            <h2 className="text-lg font-bold">
              {partNames[part]} <span className="font-normal text-secondary tabular-nums">{cases.length}</span>
            </h2>
            <ul className="mt-2 divide-y divide-line border-y border-line">
              {cases.map((one) => (
                <SheetCase
                  key={one.caseId}
                  case={one}
                  note={notes[one.caseId] ?? ''}
                  now={page.at}
                  locale={locale}
                  onWrite={(text) => onWriteNote(one.caseId, text)}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

interface SheetCaseProps {
  case: PageCase;
  note: string;
  now: number;
  locale: string;
  onWrite(text: string): void;
}

function SheetCase({ case: shown, note, now, locale, onWrite }: SheetCaseProps) {
  const { number, who, facts, words, promises, told } = shown;
  return (
    <li data-case={number} className="break-inside-avoid py-3">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <b className="tabular-nums">#{number}</b>
        <bdi className="font-bold">{who}</bdi>
        <span className="text-sm text-secondary">{facts.join(' · ')}</span>
      </p>
      {words && (
        <p dir="auto" className="mt-0.5 line-clamp-2 text-sm print:line-clamp-none">
          {words}
        </p>
      )}
      {promises.map(({ dueAt, reason, isOverdue }) => (
        <p key={`${dueAt}${reason}`} className="mt-0.5 text-sm">
          <span className={isOverdue ? 'font-bold text-complaint' : 'font-bold'}>
            {isOverdue ? 'Overdue since' : 'Promised for'} {dayAndTime(dueAt, now, locale)}
          </span>
          {reason && `: ${reason}`}
        </p>
      ))}
      {told && (
        <p dir="auto" className="mt-0.5 text-sm whitespace-pre-wrap">
          <b>{told.by ? `${told.by} noted` : 'Noted'}:</b> {told.text}
        </p>
      )}
      <textarea
        aria-label={`Note for #${number}`}
        rows={1}
        value={note}
        dir="auto"
        maxLength={4_000}
        placeholder="Note for whoever takes over"
        onChange={(event) => onWrite(event.target.value)}
        className="mt-1.5 field-sizing-content w-full resize-none rounded-md border border-line-strong bg-background px-2.5 py-1.5 text-sm print:hidden"
      />
      {note.trim() && (
        <p dir="auto" className="mt-0.5 hidden text-sm whitespace-pre-wrap print:block">
          <b>Note:</b> {note}
        </p>
      )}
    </li>
  );
}

function dayAndTime(at: number, now: number, locale: string): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return isToday ? clockTime(at, locale) : `${shortDate(at, now, locale)}, ${clockTime(at, locale)}`;
}
