import { Copy } from 'lucide-react';
import type { RefObject } from 'react';
import type { FilledSnippet, Snippet } from '../../lib/replies/snippets';
import { Button, IconButton } from '../Button';
import { OutcomeLine } from './OutcomeLine';
import type { InsertOutcome } from './outcome';
import { Length } from './Suggestions';

/** A snippet as it would be for this customer. */
export interface SnippetRow extends Pick<Snippet, 'id' | 'title'> {
  filled: FilledSnippet;
}

interface SnippetsProps {
  /** Those that the search leaves. */
  rows: readonly SnippetRow[];
  /** How many there are in all. */
  count: number;
  sought: string;
  searchField: RefObject<HTMLInputElement | null>;
  /** Id of the snippet that was to be inserted though something is missing. */
  warned: string | null;
  outcome: InsertOutcome | null;
  onSeek(words: string): void;
  onInsert(row: SnippetRow, meant: boolean): void;
  onCopy(text: string): void;
  onOpenLink(text: string): void;
  onClose(): void;
  onSettings(): void;
}

/** The team's own texts, filled for this customer; what is missing is told before they are used. */
export function Snippets(props: SnippetsProps) {
  const { rows, count, sought, searchField, onSeek, onClose, onSettings } = props;
  if (count === 0) {
    return (
      <p className="mt-2 text-sm text-pretty text-secondary">
        Texts of your own, with places for names and facts, will stand here.{' '}
        <Button look="quiet" onClick={onSettings}>
          Write one in the settings
        </Button>
      </p>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from anywhere in it
    <div
      className="mt-2"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <input
        ref={searchField}
        type="search"
        aria-label="Search snippets"
        placeholder="Search snippets"
        autoComplete="off"
        value={sought}
        onChange={(event) => onSeek(event.target.value)}
        className="h-8 w-full rounded-md border border-line-strong bg-background px-2.5 text-sm"
      />
      {rows.length === 0 && <p className="mt-2 text-sm text-secondary">No snippet has these words.</p>}
      <ul aria-label="Snippets" className="mt-2 space-y-2">
        {rows.map((row) => (
          <SnippetItem key={row.id} row={row} {...props} />
        ))}
      </ul>
    </div>
  );
}

function SnippetItem({
  row,
  warned,
  outcome,
  onInsert,
  onCopy,
  onOpenLink,
}: { row: SnippetRow } & Pick<SnippetsProps, 'warned' | 'outcome' | 'onInsert' | 'onCopy' | 'onOpenLink'>) {
  const { title, filled } = row;
  const own = outcome?.text === filled.text ? outcome : null;
  return (
    <li className="rounded-lg border border-line-strong px-3 pt-2 pb-2.5 text-sm">
      <div className="flex items-baseline justify-between gap-2">
        <h3 className="min-w-0 truncate font-bold">{title}</h3>
        <Length length={filled.length} />
      </div>
      <p dir="auto" className="mt-0.5 max-h-24 overflow-y-auto break-words whitespace-pre-line">
        {filled.text}
      </p>
      {filled.missing.length > 0 && (
        <ul aria-label="Missing" className="mt-1 text-trouble">
          {filled.missing.map(({ placeholder, why }) => (
            <li key={placeholder}>
              <code className="font-sans font-bold">{placeholder}</code> {why}
            </li>
          ))}
        </ul>
      )}
      {warned === row.id && (
        <p role="alert" className="mt-2 font-bold">
          {filled.missing.map(({ placeholder }) => placeholder).join(', ')} would stand in the reply as it is.
        </p>
      )}
      <div className="mt-2 flex justify-end gap-1">
        <IconButton icon={Copy} label={`Copy: ${title}`} onClick={() => onCopy(filled.text)} />
        <Button
          data-insert
          aria-label={`${warned === row.id ? 'Insert it anyway' : 'Insert'}: ${title}`}
          aria-disabled={outcome?.kind === 'inserting' || undefined}
          className="aria-disabled:opacity-50"
          onClick={() => onInsert(row, warned === row.id)}
        >
          {warned === row.id ? 'Insert it anyway' : 'Insert'}
        </Button>
      </div>
      <div aria-live="polite">{own && <OutcomeLine outcome={own} onOpenLink={() => onOpenLink(filled.text)} />}</div>
    </li>
  );
}
