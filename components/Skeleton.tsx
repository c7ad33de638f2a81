/** Grey lines in the place of rows that take longer than a blink to load. */
export function Skeleton({ rows }: { rows: number }) {
  return (
    <div className="after-200ms px-4 py-3" aria-busy="true">
      <span className="sr-only">Loading</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <div key={row} className="mb-4 flex gap-3" aria-hidden>
          <div className="size-9 rounded-full bg-raised" />
          <div className="flex-1 space-y-2 py-1">
            <div className="h-3 w-1/2 rounded-sm bg-raised" />
            <div className="h-3 w-4/5 rounded-sm bg-raised" />
          </div>
        </div>
      ))}
    </div>
  );
}
