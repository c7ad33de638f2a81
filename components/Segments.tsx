interface SegmentsProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly (readonly [value: Value, name: string, count?: string])[];
  onChoose(value: Value): void;
}

/** A choice between a few views, side by side; in a very narrow panel two by two. */
export function Segments<Value extends string>({ label, value, options, onChoose }: SegmentsProps<Value>) {
  return (
    <fieldset className="flex rounded-full border border-line-strong p-0.5 max-[300px]:grid max-[300px]:grid-cols-2 max-[300px]:rounded-lg">
      <legend className="sr-only">{label}</legend>
      {options.map(([option, name, count]) => (
        <button
          key={option}
          type="button"
          aria-pressed={option === value}
          onClick={() => onChoose(option)}
          className="h-6.5 min-w-0 flex-auto truncate rounded-full px-1 text-sm text-secondary transition hover:text-ink aria-pressed:bg-line aria-pressed:font-bold aria-pressed:text-ink"
        >
          {name}
          {count && <span className="ml-1 font-normal text-secondary tabular-nums">{count}</span>}
        </button>
      ))}
    </fieldset>
  );
}
