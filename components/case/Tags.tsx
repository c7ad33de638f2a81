import { Plus, X } from 'lucide-react';
import { type RefObject, useId, useState } from 'react';

interface TagsProps {
  /** The button that adds a tag. */
  ref?: RefObject<HTMLButtonElement | null>;
  tags: readonly string[];
  /** Tags in use elsewhere that begin like what is being typed. */
  suggestions: readonly string[];
  onType(beginning: string): void;
  onSet(tags: string[]): void;
}

/** A case's tags: each is taken away by its cross, and new ones are typed. */
export function Tags({ ref, tags, suggestions, onType, onSet }: TagsProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const list = useId();
  const write = (text: string): void => {
    setTyped(text);
    onType(text);
  };
  const add = (): void => {
    if (typed?.trim()) onSet([...tags, typed]);
    setTyped(null);
  };
  return (
    <ul aria-label="Tags" className="mt-3 flex flex-wrap items-center gap-1.5 px-4">
      {tags.map((tag) => (
        <li
          key={tag}
          className="inline-flex h-6 max-w-full items-center gap-0.5 rounded-full bg-raised pr-0.5 pl-2.5 text-sm"
        >
          <bdi className="truncate">{tag}</bdi>
          <button
            type="button"
            aria-label={`Remove the tag ${tag}`}
            onClick={() => onSet(tags.filter((other) => other !== tag))}
            className="inline-flex size-5 shrink-0 items-center justify-center rounded-full text-secondary transition hover:bg-line hover:text-ink"
          >
            <X size={13} aria-hidden />
          </button>
        </li>
      ))}
      <li>
        {typed === null ? (
          <button
            ref={ref}
            type="button"
            onClick={() => write('')}
            className="inline-flex h-6 items-center gap-1 rounded-full border border-line-strong px-2.5 text-sm text-secondary transition hover:bg-raised hover:text-ink"
          >
            <Plus size={13} aria-hidden />
            Tag
          </button>
        ) : (
          <>
            <input
              // The rep has just asked for it.
              // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed
              autoFocus
              aria-label="New tag"
              list={list}
              value={typed}
              maxLength={24}
              onChange={(event) => write(event.target.value)}
              onBlur={add}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing) return;
                if (event.key === 'Enter' || event.key === ',') {
                  event.preventDefault();
                  add();
                }
                if (event.key === 'Escape') setTyped(null);
              }}
              className="h-6 w-32 rounded-full border border-line-strong bg-background px-2.5 text-sm"
            />
            <datalist id={list}>
              {suggestions
                .filter((tag) => !tags.includes(tag))
                .map((tag) => (
                  <option key={tag} value={tag} />
                ))}
            </datalist>
          </>
        )}
      </li>
    </ul>
  );
}
