import { useId } from 'react';

/** A key that can be chosen: what it does, and what it is now. */
export interface KeyField<Id extends string = string> {
  id: Id;
  does: string;
  key: string;
  /** What was typed and cannot be used, with the reason; null where all is well. */
  refused: { typed: string; why: string } | null;
}

interface KeyFieldsProps<Id extends string> {
  name: string;
  fields: readonly KeyField<Id>[];
  onChoose(id: Id, key: string): void;
}

/** A group of keys, each a field for one letter. */
export function KeyFields<Id extends string>({ name, fields, onChoose }: KeyFieldsProps<Id>) {
  return (
    <fieldset className="mb-5 break-inside-avoid">
      <legend className="mb-1.5 text-sm font-bold">{name}</legend>
      {fields.map((field) => (
        <OneKey key={field.id} field={field} onChoose={(key) => onChoose(field.id, key)} />
      ))}
    </fieldset>
  );
}

function OneKey({ field, onChoose }: { field: KeyField; onChoose(key: string): void }) {
  const id = useId();
  const { does, key, refused } = field;
  const shown = refused ? refused.typed : key;
  return (
    <div className="mb-1.5">
      <div className="flex items-center gap-3">
        <input
          id={id}
          name={`key-${field.id}`}
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder="off"
          value={shown}
          aria-invalid={refused ? true : undefined}
          aria-describedby={refused ? `${id}-problem` : undefined}
          className="h-8 w-11 shrink-0 rounded-md border border-line-strong bg-background text-center text-base placeholder:text-sm aria-invalid:border-complaint"
          onFocus={(event) => event.target.select()}
          onChange={(event) => onChoose(keyIn(event.target.value, shown))}
        />
        <label htmlFor={id} className="text-sm text-pretty">
          {does}
        </label>
      </div>
      {refused && (
        <p id={`${id}-problem`} role="alert" className="mt-0.5 text-sm text-complaint">
          {refused.why}
        </p>
      )}
    </div>
  );
}

/** One key has room: what is typed takes the place of what stood there. Caps Lock does not count. */
function keyIn(typed: string, before: string): string {
  const text = typed.toLowerCase();
  return [...text.replace(before, '')].pop() ?? text;
}
