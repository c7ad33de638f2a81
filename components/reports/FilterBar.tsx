import { type Topic, topics } from '../../lib/cases/case';
import { topicNames } from '../../lib/cases/describe';
import type { Period } from '../../lib/reports/days';
import { nameOfLanguage } from '../../lib/reports/sections/shares';
import { Choice } from '../Choice';
import { Segments } from '../Segments';

/** Periods to choose from, and days of one's own. */
export const spans = ['7', '30', '90', '365', 'own'] as const;
export type Span = (typeof spans)[number];

/** What the page is narrowed to. */
export interface Filters {
  span: Span;
  /** Counts while `span` is "own". */
  own: Period;
  topic: Topic | null;
  lang: string | null;
  yours: boolean;
}

interface FilterBarProps {
  filters: Filters;
  languages: readonly string[];
  /** How the rep at the desk signs; null if nobody has said who they are. */
  by: string | null;
  today: string;
  onChange(filters: Filters): void;
}

const ALL = 'all';
const spanNames: Record<Span, string> = {
  '7': '7 days',
  '30': '30 days',
  '90': '90 days',
  '365': 'A year',
  own: 'Own dates',
};

/** Period, topic, language, and whose figures. */
export function FilterBar({ filters, languages, by, today, onChange }: FilterBarProps) {
  const { span, own, topic, lang, yours } = filters;
  const dateField = (label: string, which: keyof Period) => (
    <label className="text-sm text-secondary">
      {label}
      <input
        type="date"
        value={own[which]}
        max={today}
        required
        onChange={({ target: { value } }) => {
          if (value === '') return;
          const next = { ...own, [which]: value };
          // The other end moves along where it would come first.
          const order = next.from <= next.to ? next : { from: value, to: value };
          onChange({ ...filters, own: order });
        }}
        className="ml-2 h-8 rounded-md border border-line-strong bg-background px-2 text-sm text-ink"
      />
    </label>
  );
  const langs = [ALL, ...languages];
  return (
    <fieldset className="flex flex-wrap items-end gap-x-3 gap-y-2 print:hidden">
      <legend className="sr-only">What to report on</legend>
      <div className="w-full max-w-[430px] min-w-[280px] flex-1">
        <Segments
          label="Period"
          value={span}
          options={spans.map((one) => [one, spanNames[one]] as const)}
          onChoose={(next) => onChange({ ...filters, span: next })}
        />
      </div>
      <div className="w-40">
        <Choice
          label="Topic"
          quiet
          value={topic ?? ALL}
          options={[ALL, ...topics]}
          names={{ [ALL]: 'All topics', ...topicNames }}
          onChoose={(next) => onChange({ ...filters, topic: next === ALL ? null : next })}
        />
      </div>
      <div className="w-40">
        <Choice
          label="Language"
          quiet
          value={lang ?? ALL}
          options={langs}
          names={Object.fromEntries(langs.map((one) => [one, one === ALL ? 'All languages' : nameOfLanguage(one)]))}
          onChoose={(next) => onChange({ ...filters, lang: next === ALL ? null : next })}
        />
      </div>
      {by !== null && (
        <div className="w-36">
          <Segments
            label="Whose figures"
            value={yours ? 'yours' : 'team'}
            options={[
              ['team', 'The team'],
              ['yours', 'Yours'],
            ]}
            onChoose={(next) => onChange({ ...filters, yours: next === 'yours' })}
          />
        </div>
      )}
      {span === 'own' && (
        <div className="flex w-full flex-wrap gap-3">
          {dateField('From', 'from')}
          {dateField('To', 'to')}
        </div>
      )}
    </fieldset>
  );
}
