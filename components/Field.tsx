import { type ComponentProps, type ReactNode, useId } from 'react';

type FieldProps = Omit<ComponentProps<'input'>, 'id'> & {
  label: string;
  hint?: ReactNode;
  problem?: string | null;
};

/** One line of text with its label, a hint, and what is wrong with it. */
export function Field({ label, hint, problem, className = '', ...rest }: FieldProps) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="block text-sm font-bold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-secondary">
          {hint}
        </p>
      )}
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem ? true : undefined}
        aria-describedby={[hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined}
        className="mt-1 h-9 w-full rounded-md border border-line-strong bg-background px-3 text-base aria-invalid:border-complaint disabled:bg-raised disabled:text-secondary"
        {...rest}
      />
      {problem && (
        <p id={`${id}-problem`} className="mt-1 text-sm text-complaint">
          {problem}
        </p>
      )}
    </div>
  );
}
