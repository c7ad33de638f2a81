import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Pick } from '../../lib/reports/report';
import type { Picture, Section } from '../../lib/reports/sections/section';
import { Bars } from './Bars';
import { Columns } from './Columns';
import { Spreads } from './Spreads';
import { TableView } from './TableView';
import { PaperWidth } from './use-width';

/** Widths of pictures on paper, of A4 between its margins, in px. */
const WHOLE = 688;
const HALF = 328;

/** What no line may end between. */
const NUMBER_AND_UNIT = /(\d) (%|min\b|h\b|days\b)/g;

interface PictureProps {
  label: string;
  picture: Picture;
  onPick(pick: Pick, title: string): void;
}

/** A picture of any kind. */
export function PictureView({ label, picture, onPick }: PictureProps) {
  switch (picture.kind) {
    case 'bars':
      return picture.points.length > 0 ? (
        <Bars label={label} series={picture.series} points={picture.points} whole={picture.whole} onPick={onPick} />
      ) : null;
    case 'several':
      return (
        <PaperWidth value={HALF}>
          <div className="grid gap-x-8 gap-y-3 md:grid-cols-2 print:grid-cols-2">
            {picture.parts.map(({ name, picture: part }) => (
              <div key={name} className="min-w-0">
                <h4 className="mb-1 text-sm text-secondary">{name}</h4>
                <PictureView label={`${label} ${name}`} picture={part} onPick={onPick} />
              </div>
            ))}
          </div>
        </PaperWidth>
      );
    case 'columns':
      return <Columns label={label} series={picture.series} points={picture.points} onPick={onPick} />;
    case 'spreads':
      return (
        <Spreads
          label={label}
          points={picture.points}
          target={picture.target}
          working={picture.working}
          onPick={onPick}
        />
      );
  }
}

/** What unfolds under a section; it is made only then, for there are many. */
function Fold({ title, children }: { title: string; children(): ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className="group border-t border-line print:hidden"
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary className="flex h-8 list-none items-center gap-1 text-sm text-secondary transition hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight size={14} aria-hidden className="transition group-open:rotate-90" />
        {title}
      </summary>
      {isOpen && <div className="pb-2">{children()}</div>}
    </details>
  );
}

interface SectionCardProps {
  section: Section;
  wide: boolean;
  onPick(pick: Pick, title: string): void;
  onSave(): void;
  children?: ReactNode;
}

/** A question, its answer in a sentence, the picture of it, the numbers behind it, and what they count. */
export function SectionCard({ section, wide, onPick, onSave, children }: SectionCardProps) {
  const { id, question, answer, notes, picture, table, definitions } = section;
  return (
    <article
      data-section={id}
      aria-labelledby={`q-${id}`}
      className="min-w-0 break-inside-avoid rounded-lg border border-line p-4 pb-1 print:mb-5 print:border-0 print:p-0"
    >
      <h3 id={`q-${id}`} className="text-base font-bold text-pretty">
        {question}
      </h3>
      <p data-part="answer" className="mt-1 mb-3 text-pretty">
        {answer.replace(NUMBER_AND_UNIT, '$1\u00A0$2')}
      </p>
      {picture && hasPoints(picture) && (
        <PaperWidth value={wide ? WHOLE : HALF}>
          <PictureView label={question} picture={picture} onPick={onPick} />
        </PaperWidth>
      )}
      {children}
      {notes.map((note) => (
        <p key={note} className="mb-2 text-sm text-pretty text-secondary">
          {note}
        </p>
      ))}
      {table.rows.length > 0 && (
        <Fold title="The numbers">
          {() => <TableView caption={question} table={table} onPick={onPick} onSave={onSave} />}
        </Fold>
      )}
      <Fold title="What this counts">
        {() => (
          <dl className="space-y-2 text-sm">
            {definitions.map(({ id: name, name: term, says }) => (
              <div key={name}>
                <dt className="font-bold">{term}</dt>
                <dd className="text-pretty text-secondary">{says}</dd>
              </div>
            ))}
          </dl>
        )}
      </Fold>
    </article>
  );
}

/** A picture of nothing would be an empty frame: the sentence has said so already. */
function hasPoints(picture: Picture): boolean {
  if (picture.kind === 'several') return picture.parts.some(({ picture: part }) => hasPoints(part));
  if (picture.kind === 'bars') return picture.points.some(({ parts }) => parts.some((value) => value > 0));
  if (picture.kind === 'spreads') return picture.points.some(({ median }) => median !== null);
  return picture.points.some(({ parts }) => parts.some(({ value }) => value > 0));
}
