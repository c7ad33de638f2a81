import type { ReactNode } from 'react';
import type { MergePreview } from '../../lib/backup/merge';
import { hasNothingNew } from '../../lib/handover/preview';
import { sayCount } from '../../lib/text/counts';
import { Button } from '../Button';

interface RestoreSheetProps {
  /** When it was made, and the desk's name, if it has one. */
  made: string;
  desk: string | null;
  /** How many rows of each table it holds. */
  rows: Readonly<Record<string, number>>;
  /** What merging would do; null for an empty desk. */
  merge: MergePreview | null;
  /** How many settings both have and differ. */
  differing: number;
  /** Whose settings hold then. */
  settings: 'backup' | 'here';
  /** A restore was broken off here before. */
  brokenOff: boolean;
  /** Customers were erased here since. */
  erasedSince: boolean;
  onSettings(settings: 'backup' | 'here'): void;
  onRestore(): void;
  onCancel(): void;
}

/** What a backup holds and what restoring it would do, before anything is done. */
export function RestoreSheet(props: RestoreSheetProps) {
  const { made, desk, rows, merge, differing, settings, brokenOff, erasedSince } = props;
  const { customers = 0, cases = 0, entries = 0 } = rows;
  // What differs may differ because it went on here.
  const isHeld =
    merge !== null && (merge.cases.differing === 0 || (merge.shown !== null && hasNothingNew(merge.shown)));
  const isNothing = isHeld && merge.cases.new + merge.others === 0 && differing === 0;
  return (
    <section aria-labelledby="restore" className="mt-6 rounded-lg border border-line p-5">
      <h2 id="restore" className="text-lg font-bold">
        {isNothing ? 'This Hark has all of it' : merge ? 'Merge this backup?' : 'Restore this backup?'}
      </h2>
      <p className="text-sm text-secondary">
        Made {made}
        {desk && (
          <>
            {' '}
            at <bdi>{desk}</bdi>
          </>
        )}
        . Nothing is changed yet.
      </p>
      <ul aria-label="What the backup holds" className="mt-3 flex flex-wrap gap-2 text-sm">
        <Count name="Customers" count={customers} />
        <Count name="Cases" count={cases} />
        <Count name="Entries" count={entries} />
      </ul>
      {merge && (
        <ul aria-label="Compared with this desk" className="mt-2 flex flex-wrap gap-2 text-sm">
          <Count name="New cases" count={merge.cases.new} />
          <Count name="The same" count={merge.cases.same} />
          <Count name="Differ" count={merge.cases.differing} />
          {merge.others > 0 && <Count name="Other rows that are missing here" count={merge.others} />}
        </ul>
      )}
      {merge && !isNothing && (
        <p className="mt-3 max-w-[600px] text-sm text-pretty">
          New cases come as they were, under their numbers where these are free. What differs keeps both sides in its
          history; this can be taken back on the hand-over page.
          {merge.cases.differing > 0 &&
            !merge.shown &&
            ' Too much differs to show it case by case: a case says so where both sides contradict each other.'}
        </p>
      )}
      {brokenOff && (
        <p className="mt-3 max-w-[600px] text-sm font-bold text-pretty">
          A restore was broken off here. What it has left is cleared first, with all that was written since.
        </p>
      )}
      {erasedSince && (
        <p className="mt-3 max-w-[600px] text-sm font-bold text-pretty">
          {merge
            ? 'Customers were erased here after this backup was made. Their cases are left out.'
            : 'Customers were erased here after this backup was made. It brings them back: erase them again then.'}
        </p>
      )}
      {differing > 0 && (
        <fieldset className="mt-4">
          <legend className="text-sm font-bold">{sayCount(differing, 'setting differs', 'settings differ')}</legend>
          <div className="mt-1 flex flex-wrap gap-2">
            {(['backup', 'here'] as const).map((side) => (
              <label
                key={side}
                className="flex items-center gap-2 rounded-md border border-line-strong px-3 py-1.5 text-sm has-checked:border-ink has-checked:bg-raised"
              >
                <input
                  type="radio"
                  name="settings"
                  checked={settings === side}
                  onChange={() => props.onSettings(side)}
                />
                {side === 'backup' ? 'Take those of the backup' : 'Keep those of this desk'}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={props.onCancel}>{isNothing ? 'Close' : 'Cancel'}</Button>
        {!isNothing && (
          <Button look="primary" onClick={props.onRestore}>
            {merge ? 'Merge' : 'Restore'}
          </Button>
        )}
      </div>
    </section>
  );
}

function Count({ name, count }: { name: string; count: number }): ReactNode {
  return (
    <li className="rounded-full bg-raised px-3 py-1">
      {name} <b className="tabular-nums">{count}</b>
    </li>
  );
}
