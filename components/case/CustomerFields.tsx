import { type Ref, useId, useRef } from 'react';
import type { CustomerDetails } from '../../lib/cases/case';
import { Button } from '../Button';
import { SaveFailure } from './SaveFailure';

type Detail = keyof CustomerDetails;

interface CustomerFieldsProps {
  /** The first field. */
  ref?: Ref<HTMLInputElement>;
  values: CustomerDetails;
  /** Why the last change could not be saved; null if it could. */
  failure: string | null;
  /** Called with every keystroke. */
  onWrite(detail: Detail, text: string): void;
  /** A field that was changed has been left. */
  onChanged(detail: Detail, before: string): void;
  /** Tries again to save what could not be saved. */
  onRetry(): void;
  onDone(): void;
}

const fields: readonly { detail: Detail; label: string; hint: string; most: number }[] = [
  { detail: 'name', label: 'Name', hint: '', most: 120 },
  { detail: 'account', label: 'Account reference', hint: 'Number in your customer system', most: 80 },
  { detail: 'place', label: 'Place', hint: 'Area, node or shop', most: 120 },
];

/** What is known about a customer, saved as it is typed. */
export function CustomerFields({ ref, values, failure, onWrite, onChanged, onRetry, onDone }: CustomerFieldsProps) {
  const id = useId();
  /** The field that is being written in, and what stood there before. */
  const written = useRef<{ detail: Detail; before: string } | null>(null);
  /** A field is left: by going to another one, or by closing them all, which not every browser tells as a blur. */
  const settle = (): void => {
    const { detail, before } = written.current ?? {};
    written.current = null;
    if (detail && before !== undefined && values[detail] !== before) onChanged(detail, before);
  };
  const close = (): void => {
    settle();
    onDone();
  };
  const write = (detail: Detail, text: string): void => {
    if (written.current?.detail !== detail) {
      settle();
      written.current = { detail, before: values[detail] };
    }
    onWrite(detail, text);
  };
  const handlers = (detail: Detail) => ({
    value: values[detail],
    onBlur: settle,
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from any of its fields
    <div
      className="mx-4 mt-2 space-y-2 rounded-lg border border-line-strong p-3"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        close();
      }}
    >
      {fields.map(({ detail, label, hint, most }, index) => (
        <div key={detail}>
          <label htmlFor={`${id}${detail}`} className="block text-sm text-secondary">
            {label}
          </label>
          <input
            ref={index === 0 ? ref : undefined}
            id={`${id}${detail}`}
            name={`customer-${detail}`}
            type="text"
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            maxLength={most}
            placeholder={hint}
            onChange={(event) => write(detail, event.target.value)}
            {...handlers(detail)}
            className="h-8 w-full rounded-md border border-line-strong bg-background px-2 text-sm"
          />
        </div>
      ))}
      <div>
        <label htmlFor={`${id}note`} className="block text-sm text-secondary">
          About them
        </label>
        <textarea
          id={`${id}note`}
          name="customer-note"
          rows={2}
          dir="auto"
          maxLength={2_000}
          onChange={(event) => write('note', event.target.value)}
          {...handlers('note')}
          className="field-sizing-content max-h-40 w-full resize-none rounded-md border border-line-strong bg-background px-2 py-1.5 text-sm"
        />
      </div>
      {failure && <SaveFailure failure={failure} onRetry={onRetry} />}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-sm text-secondary">{!failure && 'Saved as you type'}</span>
        <Button onClick={close}>Done</Button>
      </div>
    </div>
  );
}
