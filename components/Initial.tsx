/** A round sign with the first letter of a name. Pictures would have to be fetched, and Hark fetches nothing. */
export function Initial({ name, size = 'md' }: { name: string; size?: 'sm' | 'md' }) {
  const [first = '?'] = name.match(/[\p{L}\p{N}]/u) ?? [];
  const box = size === 'sm' ? 'size-6 text-sm' : 'size-9 text-base';
  return (
    <span
      aria-hidden
      className={`inline-flex shrink-0 items-center justify-center rounded-full bg-line font-bold text-ink select-none ${box}`}
    >
      {first.toUpperCase()}
    </span>
  );
}
