import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { useId } from 'react';
import type { Pick } from '../../lib/reports/report';
import type { BarPoint, Series } from '../../lib/reports/sections/section';
import { fillOf, Legend, WarmPattern } from './Legend';
import { LETTER } from './letters';
import { Points } from './Points';
import { useWidth } from './use-width';

interface BarsProps {
  label: string;
  /** Null where all bars are of one part. */
  series: readonly Series[] | null;
  points: readonly BarPoint[];
  /** What a full bar stands for; null for the longest one. */
  whole: number | null;
  onPick(pick: Pick, title: string): void;
}

/** A bar between its name and its number, and one below both: so names have room however narrow the page is. */
const BESIDE = { row: 26, top: 8, bar: 10, text: 17 };
const BELOW = { row: 38, top: 20, bar: 10, text: 14 };
/** Bars shorter than that would tell nothing. */
const LEAST = 150;
const GAP = 12;

/** Bars that lie. */
export function Bars({ label, series, points, whole, onPick }: BarsProps) {
  const id = useId();
  const [frame, width] = useWidth<HTMLDivElement>(460);
  const total = ({ parts }: BarPoint): number => parts.reduce((sum, part) => sum + part, 0);
  const most = whole ?? Math.max(1, ...points.map(total));
  const longest = (text: (point: BarPoint) => string): number =>
    Math.ceil(Math.max(...points.map((point) => text(point).length)) * LETTER) + GAP;
  const [before, after] = [longest((point) => point.label), longest((point) => point.says)];
  const isBeside = width - before - after >= LEAST;
  const { row, top, bar, text } = isBeside ? BESIDE : BELOW;
  const [start, end] = isBeside ? [before, width - after] : [0, width];
  const length = scaleLinear<number>({ domain: [0, most], range: [0, end - start] });
  return (
    <div ref={frame}>
      {series && <Legend series={series} />}
      <Points
        label={label}
        width={width}
        height={Math.max(1, points.length) * row}
        points={points.map(({ key, label: name, says, pick }, index) => ({
          ...{ key, label: name, says, pick },
          area: { x: 0, y: index * row, width, height: row - 1 },
        }))}
        onPick={onPick}
      >
        <defs>
          <WarmPattern id={`${id}-warm`} />
        </defs>
        {points.map(({ key, label: name, parts, says }, index) => {
          const y = index * row;
          let base = start;
          return (
            <g key={key}>
              <text x={2} y={y + text} className="fill-ink text-sm">
                {name}
              </text>
              <text x={width - 2} y={y + text} textAnchor="end" className="fill-secondary text-sm tabular-nums">
                {says}
              </text>
              <rect x={start} y={y + top} width={end - start} height={bar} rx={3} className="fill-line" />
              {parts.map((value, part) => {
                if (value === 0) return null;
                const x = base;
                base += Math.max(2, length(value));
                const tone = series?.[part]?.tone ?? 'strong';
                return (
                  <Bar
                    // biome-ignore lint/suspicious/noArrayIndexKey: parts stand in the order of the series
                    key={part}
                    x={x}
                    y={y + top}
                    width={base - x}
                    height={bar}
                    rx={parts.length === 1 ? 3 : 0}
                    {...fillOf(tone, `${id}-warm`)}
                  />
                );
              })}
            </g>
          );
        })}
      </Points>
    </div>
  );
}
