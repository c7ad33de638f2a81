import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import type { Pick } from '../../lib/reports/report';

/** A point of a picture, for whoever points at it, goes to it by keys, or hears it. */
export interface ChartPoint {
  key: string;
  label: string;
  says: string;
  pick: Pick | null;
  /** Where it can be pointed at. */
  area: { x: number; y: number; width: number; height: number };
}

interface PointsProps {
  label: string;
  width: number;
  height: number;
  points: readonly ChartPoint[];
  onPick(pick: Pick, title: string): void;
  children: ReactNode;
}

/**
 * The frame of a picture: one stop for the Tab key, arrows go from point to point, Enter shows the cases. What is under
 * the mouse or the keys is said below in words.
 */
export function Points({ label, width, height, points, onPick, children }: PointsProps) {
  const id = useId();
  const [at, setAt] = useState<number | null>(null);
  const [focused, setFocused] = useState(false);
  const point = at === null ? undefined : points[at];
  const choose = (chosen: ChartPoint): void => {
    if (chosen.pick) onPick(chosen.pick, `${chosen.label}: ${chosen.says}`);
  };
  const press = (event: KeyboardEvent): void => {
    const last = points.length - 1;
    const next: Record<string, number> = {
      ArrowRight: Math.min(last, (at ?? -1) + 1),
      ArrowDown: Math.min(last, (at ?? -1) + 1),
      ArrowLeft: Math.max(0, (at ?? 1) - 1),
      ArrowUp: Math.max(0, (at ?? 1) - 1),
      Home: 0,
      End: last,
    };
    const to = next[event.key];
    if (to !== undefined) setAt(to);
    else if ((event.key === 'Enter' || event.key === ' ') && point) choose(point);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div
        role="listbox"
        // Times and lengths go from left to right in whatever direction the page is read.
        dir="ltr"
        aria-label={label}
        aria-activedescendant={focused && point ? `${id}-${point.key}` : undefined}
        tabIndex={0}
        className="rounded-sm"
        onKeyDown={press}
        onFocus={() => {
          setFocused(true);
          setAt((before) => before ?? 0);
        }}
        onBlur={() => {
          setFocused(false);
          setAt(null);
        }}
        onPointerLeave={() => !focused && setAt(null)}
      >
        <svg viewBox={`0 0 ${width} ${height}`} className="block h-auto w-full" role="presentation">
          <g aria-hidden>{children}</g>
          {points.map((one, index) => (
            <rect
              key={one.key}
              id={`${id}-${one.key}`}
              role="option"
              aria-selected={index === at}
              aria-label={`${one.label}: ${one.says}`}
              {...one.area}
              rx={3}
              className={`fill-transparent stroke-transparent aria-selected:stroke-secondary print:stroke-transparent ${one.pick ? 'cursor-pointer' : ''}`}
              onPointerEnter={() => setAt(index)}
              onClick={() => choose(one)}
            />
          ))}
        </svg>
      </div>
      <p aria-hidden className="mt-1 min-h-4.5 truncate text-sm text-secondary print:hidden">
        {point ? (
          <>
            <b className="text-ink">{point.label}</b> {point.says}
          </>
        ) : (
          ''
        )}
      </p>
    </>
  );
}
