import { Menu } from '@base-ui/react/menu';
import { Braces, ChevronDown, Plus } from 'lucide-react';
import { useId, useRef } from 'react';
import type { FilledSnippet, Snippet, SnippetProblems } from '../../lib/replies/snippets';
import { Button } from '../Button';
import { Field } from '../Field';
import { MenuItem, MenuList } from '../Menu';
import { Length } from '../reply/Suggestions';
import { EditableRow, moved } from './EditableRow';
import { useOpened } from './use-opened';

interface SnippetsEditorProps {
  snippets: readonly Snippet[];
  problems: Record<string, SnippetProblems>;
  placeholders: readonly string[];
  /** Who the preview is for. */
  example: string;
  locked?: boolean;
  /** What it would read for the example. */
  preview(snippet: Snippet): FilledSnippet;
  onChange(snippets: Snippet[]): void;
  onRemove(snippet: Snippet): void;
  /** Adds an empty one, and gives its id. */
  onAdd(): string;
}

/** The team's own texts. Placeholders are filled for each customer; what lacks is told before anything is posted. */
export function SnippetsEditor(props: SnippetsEditorProps) {
  const { snippets, problems, preview, locked, onChange, onRemove, onAdd } = props;
  const { opened, turn } = useOpened();
  return (
    <>
      {snippets.length === 0 && (
        <p className="max-w-[560px] text-pretty text-secondary">
          Nothing yet. Write what you say often once, with places like {'{customer.name}'} or {'{fact.phone}'}: the
          panel fills them in and says what is missing.
        </p>
      )}
      {snippets.length > 0 && (
        <ul aria-label="Your snippets" className="border-t border-line">
          {snippets.map((snippet, at) => {
            const filled = preview(snippet);
            const wrong = Object.values(problems[snippet.id] ?? {})[0];
            return (
              <EditableRow
                key={snippet.id}
                name={snippet.title || 'a snippet without a title'}
                open={opened.has(snippet.id)}
                wrong={wrong !== undefined}
                locked={locked}
                isFirst={at === 0}
                isLast={at === snippets.length - 1}
                summary={
                  <>
                    <span className="flex justify-between gap-2">
                      <bdi className="truncate font-bold">{snippet.title || 'No title yet'}</bdi>
                      <span className="text-sm">
                        <Length length={filled.length} />
                      </span>
                    </span>
                    <bdi className="block truncate text-secondary">{snippet.text || 'Nothing written yet'}</bdi>
                    {wrong && <span className="block text-sm text-complaint">{wrong}</span>}
                  </>
                }
                onOpen={(open) => turn(snippet.id, open)}
                onMove={(by) => onChange(moved(snippets, at, by))}
                onRemove={() => onRemove(snippet)}
              >
                <SnippetFields
                  {...props}
                  {...{ snippet, filled }}
                  wrong={problems[snippet.id] ?? {}}
                  onSet={(changes) =>
                    onChange(snippets.map((other) => (other === snippet ? { ...snippet, ...changes } : other)))
                  }
                />
              </EditableRow>
            );
          })}
        </ul>
      )}
      {!locked && (
        <Button icon={Plus} className="mt-4" onClick={() => turn(onAdd(), true)}>
          Add a snippet
        </Button>
      )}
    </>
  );
}

interface SnippetFieldsProps extends Pick<SnippetsEditorProps, 'placeholders' | 'example'> {
  snippet: Snippet;
  filled: FilledSnippet;
  wrong: SnippetProblems;
  onSet(changes: Partial<Snippet>): void;
}

function SnippetFields({ snippet, filled, wrong, placeholders, example, onSet }: SnippetFieldsProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  /** Puts a placeholder where the cursor is, or was last. */
  const put = (placeholder: string): void => {
    const area = field.current;
    const start = area?.selectionStart ?? snippet.text.length;
    const end = area?.selectionEnd ?? start;
    onSet({ text: snippet.text.slice(0, start) + placeholder + snippet.text.slice(end) });
    // After the new text is in the field, and after the menu has given the focus back.
    setTimeout(() => {
      area?.focus();
      area?.setSelectionRange(start + placeholder.length, start + placeholder.length);
    }, 50);
  };
  return (
    <div className="grid gap-3">
      <Field
        label="Title"
        name="snippet-title"
        maxLength={80}
        value={snippet.title}
        problem={wrong.title}
        onChange={(event) => onSet({ title: event.target.value })}
      />
      <div>
        <div className="flex items-end justify-between gap-2">
          <label htmlFor={id} className="text-sm font-bold">
            Text
          </label>
          <Menu.Root>
            <Menu.Trigger render={<Button className="h-7 gap-1.5 px-3" />}>
              <Braces size={14} aria-hidden />
              Placeholder
              <ChevronDown size={14} aria-hidden />
            </Menu.Trigger>
            <MenuList align="end" className="max-h-72 overflow-y-auto">
              {placeholders.map((placeholder) => (
                <MenuItem key={placeholder} onClick={() => put(placeholder)}>
                  {placeholder}
                </MenuItem>
              ))}
            </MenuList>
          </Menu.Root>
        </div>
        <textarea
          ref={field}
          id={id}
          name="snippet-text"
          rows={3}
          dir="auto"
          value={snippet.text}
          aria-invalid={wrong.text ? true : undefined}
          aria-describedby={wrong.text ? `${id}problem` : undefined}
          onChange={(event) => onSet({ text: event.target.value })}
          className="mt-1 block w-full resize-y rounded-md border border-line-strong bg-background px-3 py-2 text-base aria-invalid:border-complaint disabled:bg-raised disabled:text-secondary"
        />
        {wrong.text && (
          <p id={`${id}problem`} className="mt-1 text-sm text-complaint">
            {wrong.text}
          </p>
        )}
      </div>
      <div className="rounded-md bg-raised px-3 py-2 text-sm" aria-live="polite">
        <p className="flex justify-between gap-2 text-secondary">
          <span>For {example} it reads</span>
          <Length length={filled.length} />
        </p>
        <p dir="auto" className="mt-0.5 text-base break-words whitespace-pre-line">
          {filled.text || 'Nothing yet'}
        </p>
        {filled.missing.map(({ placeholder, why }) => (
          <p key={placeholder} className="mt-1 text-trouble">
            <b>{placeholder}</b> {why}
          </p>
        ))}
      </div>
    </div>
  );
}
