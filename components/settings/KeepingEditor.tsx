import { Download } from 'lucide-react';
import { useId } from 'react';
import type { PurgePreview } from '../../lib/desk/retention';
import type { Retention } from '../../lib/settings/keeping';
import { sayCount } from '../../lib/text/counts';
import { shortDate } from '../../lib/time/time';
import { Button } from '../Button';
import { Field } from '../Field';
import { SetByTeam } from './SetByTeam';

interface RetentionEditorProps {
  retention: Retention;
  /** True if the team has set it. */
  locked: boolean;
  /** As it is typed; it need not be a number. */
  days: string;
  /** What purging would do; null until somebody has asked. */
  preview: PurgePreview | null;
  /** What is being done; null if nothing is. */
  busy: string | null;
  now: number;
  locale: string;
  onDays(days: string): void;
  /** The field was left, or Enter pressed: what stands in it is meant. */
  onDaysDone(): void;
  onDaily(daily: boolean): void;
  onPreview(): void;
  onPurge(): void;
  onCancel(): void;
}

/** How long closed cases are kept, and purging them by hand after a look at what would go. */
export function RetentionEditor(props: RetentionEditorProps) {
  const {
    retention,
    locked,
    days,
    preview,
    busy,
    now,
    locale,
    onDays,
    onDaysDone,
    onDaily,
    onPreview,
    onPurge,
    onCancel,
  } = props;
  const id = useId();
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <Field
          className="w-[200px]"
          label="Days since closed"
          name="retention-days"
          inputMode="numeric"
          value={days}
          disabled={locked}
          problem={isDays(days) ? null : 'A number from 1 to 3650.'}
          onChange={(event) => onDays(event.target.value)}
          onBlur={onDaysDone}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onDaysDone();
          }}
        />
        <Button className="mb-0.5" disabled={!isDays(days) || busy !== null} onClick={onPreview}>
          See what would go
        </Button>
      </div>
      <label htmlFor={id} className="mt-3 flex items-center gap-2">
        <input
          type="checkbox"
          id={id}
          checked={retention.daily}
          disabled={locked}
          onChange={() => onDaily(!retention.daily)}
        />
        Purge every day by itself
      </label>
      {!locked && (
        <p className="mt-1 text-sm text-secondary">For the first time a day after it was switched on or changed.</p>
      )}
      {locked && <SetByTeam className="mt-1" />}
      <ForGood
        busy={busy}
        words={preview && inWords(preview, days, now, locale)}
        action={preview && preview.cases > 0 ? `Purge ${sayCount(preview.cases, 'case')} for good` : null}
        onDo={onPurge}
        onCancel={onCancel}
      />
    </>
  );
}

interface ForGoodProps {
  /** What is being done; null if nothing is. */
  busy: string | null;
  /** What would go; null until somebody has asked. */
  words: string | null;
  /** What the button says; null where nothing would go. */
  action: string | null;
  onDo(): void;
  onCancel(): void;
}

/** Says what would go, and asks once more before it does. */
function ForGood({ busy, words, action, onDo, onCancel }: ForGoodProps) {
  return (
    <>
      <p role="status" className="mt-3 empty:hidden">
        {busy ?? words}
      </p>
      {action && !busy && (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button look="primary" onClick={onDo}>
            {action}
          </Button>
          <Button onClick={onCancel}>Keep them</Button>
        </div>
      )}
    </>
  );
}

/** True of a number of days that can be set. */
export function isDays(days: string): boolean {
  return /^\d{1,4}$/.test(days.trim()) && Number(days) >= 1 && Number(days) <= 3_650;
}

function inWords({ cases, customers, oldest }: PurgePreview, days: string, now: number, locale: string): string {
  if (oldest === null) return `Nothing was closed more than ${days.trim()} days ago.`;
  const who = customers === 0 ? '' : `, and ${sayCount(customers, 'customer')} without any other case`;
  return `${sayCount(cases, 'case')} would go${who}. The oldest was touched last on ${shortDate(oldest, now, locale)}. It cannot be taken back.`;
}

interface LinkOnlyEditorProps {
  linkOnly: boolean;
  /** True if the team has set it. */
  locked: boolean;
  /** How many texts are kept; null until somebody has asked. */
  kept: { texts: number; cases: number } | null;
  busy: string | null;
  onSet(linkOnly: boolean): void;
  onCount(): void;
  onRemove(): void;
  onCancel(): void;
}

/** Whether texts of tweets are kept, and removing those that are. */
export function LinkOnlyEditor({
  linkOnly,
  locked,
  kept,
  busy,
  onSet,
  onCount,
  onRemove,
  onCancel,
}: LinkOnlyEditorProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="flex items-center gap-2">
        <input type="checkbox" id={id} checked={linkOnly} disabled={locked} onChange={() => onSet(!linkOnly)} />
        Keep links only, no texts of tweets
      </label>
      {locked && <SetByTeam className="mt-1" />}
      {linkOnly && !kept && (
        <Button className="mt-3" disabled={busy !== null} onClick={onCount}>
          Remove texts kept before
        </Button>
      )}
      <ForGood
        busy={busy}
        words={kept && textsInWords(kept)}
        action={kept && kept.texts > 0 ? `Remove ${sayCount(kept.texts, 'text')} for good` : null}
        onDo={onRemove}
        onCancel={onCancel}
      />
    </>
  );
}

function textsInWords({ texts, cases }: { texts: number; cases: number }): string {
  if (texts === 0) return 'No texts are kept.';
  return `${sayCount(texts, 'text')} in ${sayCount(cases, 'case')} would go. Notes stay. It cannot be taken back.`;
}

interface CaseFileProps {
  from: string;
  until: string;
  withWords: boolean;
  busy: string | null;
  onFrom(date: string): void;
  onUntil(date: string): void;
  onWithWords(withWords: boolean): void;
  onSave(): void;
}

/** Cases of a time for a spreadsheet. */
export function CaseFile({ from, until, withWords, busy, onFrom, onUntil, onWithWords, onSave }: CaseFileProps) {
  const id = useId();
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <Field
          className="w-[170px]"
          type="date"
          label="Opened from"
          name="csv-from"
          value={from}
          onChange={(event) => onFrom(event.target.value)}
        />
        <Field
          className="w-[170px]"
          type="date"
          label="To"
          name="csv-until"
          value={until}
          onChange={(event) => onUntil(event.target.value)}
        />
        <Button icon={Download} className="mb-0.5" disabled={busy !== null} onClick={onSave}>
          Cases as CSV
        </Button>
      </div>
      <label htmlFor={id} className="mt-3 flex items-center gap-2">
        <input type="checkbox" id={id} checked={withWords} onChange={() => onWithWords(!withWords)} />
        With the customer’s last words
      </label>
      <p role="status" className="mt-2 text-sm text-secondary empty:hidden">
        {busy}
      </p>
    </>
  );
}
