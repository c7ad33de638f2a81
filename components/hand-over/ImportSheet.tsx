import { useId } from 'react';
import { priorityNames, routeNames, statusNames, topicNames } from '../../lib/cases/describe';
import {
  type CasePreview,
  type CustomerPreview,
  type FieldPreview,
  type ImportPreview,
  type Outcome,
  outcomes,
} from '../../lib/handover/preview';
import { sayCount } from '../../lib/text/counts';
import { Button } from '../Button';

/** What was chosen where both desks say different things, by {@link choiceKey}. */
export type Chosen = Readonly<Record<string, string | null>>;

/** Names one field of one case or customer. */
export function choiceKey(ownerId: string, field: string): string {
  return `${ownerId} ${field}`;
}

const outcomeNames: Record<Outcome, string> = {
  new: 'New',
  both: 'Changed here and there',
  there: 'Changed there',
  here: 'Changed here only',
  same: 'The same',
};

interface ImportSheetProps {
  preview: ImportPreview;
  /** Whose file it is, and when it was written. */
  from: string;
  written: string;
  /** True if this desk has all of it. */
  nothingNew: boolean;
  /** Whom this desk has erased, and when, in words: "@mira_k on 4 May". */
  erased: readonly string[];
  chosen: Chosen;
  /** What is being done right now; null if nothing is. */
  busy: string | null;
  onChoose(key: string, value: string | null): void;
  /** Without these it shows and lets choose, and the page around it has the buttons. */
  onAccept?: () => void;
  onCancel?: () => void;
  /** What stands above it, if not that of a hand-over. */
  title?: string;
}

/** What importing a file would do, case by case, before anything is done. */
export function ImportSheet(props: ImportSheetProps) {
  const { preview, from, written, nothingNew, busy, onAccept, onCancel, title } = props;
  const { cases, customers, counts, flat } = preview;
  const loud = cases.filter(({ outcome }) => outcome === 'new' || outcome === 'both' || outcome === 'there');
  const quiet = cases.filter(({ outcome }) => outcome === 'here' || outcome === 'same');
  const others = [
    said(flat.followUp.added + flat.followUp.changed, 'follow-up', 'follow-ups'),
    said(flat.incident.added + flat.incident.changed, 'incident', 'incidents'),
  ].filter(Boolean);
  return (
    <section aria-labelledby="import" className="mt-6 rounded-lg border border-line p-5">
      <h2 id="import" className="text-lg font-bold">
        {title ?? (nothingNew ? 'Nothing new in this file' : `Take over from ${from}?`)}
      </h2>
      <p className="text-sm text-secondary">
        Written {written}. {nothingNew ? 'This desk has all of it.' : 'Nothing is changed yet.'}
      </p>
      <ul aria-label="What the file holds" className="mt-3 flex flex-wrap gap-2 text-sm">
        {outcomes
          .filter((outcome) => counts[outcome] > 0)
          .map((outcome) => (
            <li key={outcome} data-outcome={outcome} className="rounded-full bg-raised px-3 py-1">
              {outcomeNames[outcome]} <b className="tabular-nums">{counts[outcome]}</b>
            </li>
          ))}
        {others.map((words) => (
          <li key={words} className="rounded-full bg-raised px-3 py-1">
            {words}
          </li>
        ))}
      </ul>
      {props.erased.length > 0 && (
        <p className="mt-3 text-sm" data-part="erased">
          Erased here, and left out as they were before: {props.erased.join(', ')}.
        </p>
      )}
      {counts.contradictions > 0 && (
        <p className="mt-3 text-sm">
          {said(counts.contradictions, 'field was', 'fields were')} set differently on both desks: choose below what
          holds. The history keeps both.
        </p>
      )}
      {loud.length > 0 && (
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {loud.map((one) => (
            <CaseItem key={one.caseId} case={one} {...props} />
          ))}
        </ul>
      )}
      {customers.some(({ isNew }) => !isNew) && (
        <>
          <h3 className="mt-5 font-bold">Customers</h3>
          <ul className="mt-1 divide-y divide-line border-y border-line">
            {customers
              .filter(({ isNew }) => !isNew)
              .map((one) => (
                <CustomerItem key={one.customerId} customer={one} {...props} />
              ))}
          </ul>
        </>
      )}
      {quiet.length > 0 && (
        <details className="mt-3 text-sm">
          <summary className="cursor-pointer text-secondary">
            {said(quiet.length, 'case stays', 'cases stay')} as {quiet.length === 1 ? 'it is' : 'they are'} here
          </summary>
          <ul className="mt-1 space-y-0.5">
            {quiet.map(({ caseId, number, handle, outcome }) => (
              <li key={caseId}>
                #{number} @{handle} · {outcomeNames[outcome].toLowerCase()}
              </li>
            ))}
          </ul>
        </details>
      )}
      {onCancel && (
        <div className="mt-5 flex items-center justify-end gap-2">
          <p role="status" className="flex-1 text-sm text-secondary">
            {busy}
          </p>
          <Button disabled={busy !== null} onClick={onCancel}>
            {nothingNew ? 'Close' : 'Cancel'}
          </Button>
          {!nothingNew && (
            <Button look="primary" disabled={busy !== null} onClick={onAccept}>
              Take over
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function CaseItem({ case: one, from, chosen, onChoose }: ImportSheetProps & { case: CasePreview }) {
  const { caseId, number, there, handle, words, outcome, fields, added, unites } = one;
  return (
    <li data-outcome={outcome} className="py-3">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-sm font-bold text-secondary">{outcomeNames[outcome]}</span>
        <b>{number === null ? 'New case' : `#${number}`}</b>
        <bdi className="font-bold">@{handle}</bdi>
        {there && (
          <span className="text-sm text-secondary">
            #{there.number} on {there.desk}
          </span>
        )}
      </p>
      {words && (
        <p dir="auto" className="line-clamp-2 text-sm">
          {words}
        </p>
      )}
      <p className="text-sm text-secondary">
        {said(added.length, 'new entry', 'new entries') || 'No new entries'}
        {unites.length > 0 &&
          `; becomes one with ${unites.map((other) => `#${other}`).join(', ')}: it is the same conversation`}
      </p>
      {fields.map((field) => (
        <FieldLine
          key={field.field}
          field={field}
          from={from}
          chosen={chosen[choiceKey(caseId, field.field)]}
          onChoose={(value) => onChoose(choiceKey(caseId, field.field), value)}
        />
      ))}
    </li>
  );
}

function CustomerItem({ customer, from, chosen, onChoose }: ImportSheetProps & { customer: CustomerPreview }) {
  return (
    <li className="py-3">
      <p className="font-bold">@{customer.handle}</p>
      {customer.fields.map((field) => (
        <FieldLine
          key={field.field}
          field={field}
          from={from}
          chosen={chosen[choiceKey(customer.customerId, field.field)]}
          onChoose={(value) => onChoose(choiceKey(customer.customerId, field.field), value)}
        />
      ))}
    </li>
  );
}

interface FieldLineProps {
  field: FieldPreview;
  from: string;
  /** Undefined until the rep has chosen: then what would be shown anyway. */
  chosen: string | null | undefined;
  onChoose(value: string | null): void;
}

/** One field of two desks, side by side. */
function FieldLine({ field: { field, here, there, result, isContradiction }, from, chosen, onChoose }: FieldLineProps) {
  const name = useId();
  if (!isContradiction) {
    return (
      <p className="text-sm">
        {fieldNames[field]}:{' '}
        {here === result ? (
          `stays ${inWords(field, here)} (there: ${inWords(field, there)})`
        ) : (
          <>
            {inWords(field, here)} → <b>{inWords(field, result)}</b>
          </>
        )}
      </p>
    );
  }
  const value = chosen === undefined ? result : chosen;
  const sides = [
    { label: 'Here', side: here },
    { label: from, side: there },
  ];
  return (
    <fieldset className="mt-1.5" data-conflict={field}>
      <legend className="text-sm font-bold">{fieldNames[field]}</legend>
      <div className="mt-0.5 grid grid-cols-2 gap-2">
        {sides.map(({ label, side }) => (
          <label
            key={label}
            className="flex items-start gap-2 rounded-md border border-line-strong px-2.5 py-1.5 text-sm has-checked:border-ink has-checked:bg-raised"
          >
            <input
              type="radio"
              name={name}
              className="mt-0.5"
              checked={value === side}
              onChange={() => onChoose(side)}
            />
            <span className="min-w-0 break-words">
              <span className="block text-secondary">{label}</span>
              {inWords(field, side)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const fieldNames: Record<FieldPreview['field'], string> = {
  status: 'Status',
  topic: 'Topic',
  priority: 'Priority',
  route: 'Route',
  owner: 'Owner',
  tags: 'Tags',
  name: 'Name',
  account: 'Account',
  place: 'Place',
  note: 'Note',
};

function inWords(field: FieldPreview['field'], value: string | null): string {
  if (field === 'owner') return value ?? 'nobody';
  const names: Partial<Record<FieldPreview['field'], Record<string, string>>> = {
    status: statusNames,
    topic: topicNames,
    priority: priorityNames,
    route: routeNames,
  };
  return (value && (names[field]?.[value] ?? value)) || 'nothing';
}

function said(count: number, one: string, several: string): string {
  return count === 0 ? '' : sayCount(count, one, several);
}
