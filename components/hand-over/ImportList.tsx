import { Button } from '../Button';

/** An import, as the list tells of it. */
export interface ImportRow {
  id: string;
  from: string;
  at: string;
  /** How many cases came, and how many have more in them. */
  added: number;
  changed: number;
  undone: boolean;
}

interface ImportListProps {
  rows: readonly ImportRow[];
  busy: boolean;
  onUndo(id: string): void;
}

/** What was imported lately; each can be taken back for as long as nobody has gone on from there. */
export function ImportList({ rows, busy, onUndo }: ImportListProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="imports" className="mt-10 print:hidden">
      <h2 id="imports" className="text-lg font-bold">
        Taken over
      </h2>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {rows.map(({ id, from, at, added, changed, undone }) => (
          <li key={id} className="flex min-h-11 items-center gap-3 py-1.5">
            <p className="min-w-0 flex-1">
              {from} <span className="text-sm text-secondary">{at}</span>
              <span className="block text-sm text-secondary">
                {added} new, {changed} changed
              </span>
            </p>
            {undone ? (
              <span className="text-sm text-secondary">Undone</span>
            ) : (
              <Button disabled={busy} onClick={() => onUndo(id)}>
                Undo
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
