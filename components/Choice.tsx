import { ChevronDown } from 'lucide-react';
import { useId } from 'react';

interface ChoiceProps<Value extends string> {
  label: string;
  /** The label is read out but not shown: the value says enough. */
  quiet?: boolean;
  /** As large as the fields of a form beside it. */
  inForm?: boolean;
  value: Value;
  options: readonly Value[];
  names: Record<Value, string>;
  disabled?: boolean;
  onChoose(value: Value): void;
}

/**
 * One of a few values. The browser's own select: its list may leave the narrow panel, and keys and type-ahead work as
 * everywhere.
 */
export function Choice<Value extends string>({
  label,
  quiet = false,
  inForm = false,
  value,
  options,
  names,
  disabled = false,
  onChoose,
}: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div className="min-w-0">
      <label
        htmlFor={id}
        className={quiet ? 'sr-only' : inForm ? 'mb-1 block text-sm font-bold' : 'mb-0.5 block text-sm text-secondary'}
      >
        {label}
      </label>
      <div className="relative">
        <select
          id={id}
          value={value}
          disabled={disabled}
          onChange={(event) => {
            const chosen = options.find((option) => option === event.target.value);
            if (chosen) onChoose(chosen);
          }}
          className={`w-full appearance-none truncate rounded-md border border-line-strong bg-background text-ink transition hover:bg-raised disabled:bg-raised disabled:text-secondary ${inForm ? 'h-9 text-base' : 'h-8 text-sm'} ${quiet ? 'pr-4.5 pl-2' : 'pr-6 pl-2'}`}
        >
          {options.map((option) => (
            <option key={option} value={option}>
              {names[option]}
            </option>
          ))}
        </select>
        <ChevronDown
          size={14}
          aria-hidden
          className={`pointer-events-none absolute ${inForm ? 'top-2.75' : 'top-2.25'} text-secondary ${quiet ? 'right-1' : 'right-2'}`}
        />
      </div>
    </div>
  );
}
