import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { useId } from 'react';
import type { Pick } from '../../lib/reports/report';
import type { ColumnPoint, Series } from '../../lib/reports/sections/section';
import { sayNumber } from '../../lib/text/counts';
import { fillOf, Legend, WarmPattern } from './Legend';
import { LETTER } from './letters';
import { type ChartPoint, Points } from './Points';
import { useWidth } from './use-width';
import { ValueAxis } from './ValueAxis';

interface ColumnsProps {
  label: string;
  series: readonly Series[];
  points: readonly ColumnPoint[];
  height?: number;
  onPick(pick: Pick, title: string): void;
}

const LEFT = 50;
/** Few columns do not grow into walls. */
const WIDEST = 44;
const TOP = 8;
const BOTTOM = 24;

/** Columns over time, their parts one above the other. */
export function Columns({ label, series, points, height = 190, onPick }: ColumnsProps) {
  const id = useId();
  const [frame, width] = useWidth<HTMLDivElement>(900);
  const sums = points.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const most = Math.max(1, ...sums);
  const across = scaleBand<string>({ domain: points.map(({ key }) => key), range: [LEFT, width], padding: 0.22 });
  const up = scaleLinear<number>({ domain: [0, most], range: [height - BOTTOM, TOP], nice: 4 });
  const band = Math.min(WIDEST, across.bandwidth());
  const longest = Math.max(1, ...points.map(({ short }) => short.length));
  const everyLabel = Math.ceil(points.length / Math.max(1, Math.floor((width - LEFT) / (longest * LETTER + 14))));
  // Each part of a column is a point of its own: it stands for other cases.
  const chartPoints = points.flatMap(({ key, label: name, parts, says }): ChartPoint[] => {
    const x = (across(key) ?? 0) - (across.step() - across.bandwidth()) / 2;
    const whole = { x, y: TOP, width: across.step(), height: height - BOTTOM - TOP };
    if (parts.length === 1 || parts.every(({ value }) => value === 0)) {
      return [{ key, label: name, says, pick: parts[0]?.value ? (parts[0].pick ?? null) : null, area: whole }];
    }
    let base = 0;
    return parts.flatMap(({ value, pick }, index) => {
      const area = { x, y: up(base + value), width: across.step(), height: Math.max(1, up(base) - up(base + value)) };
      base += value;
      if (value === 0) return [];
      return [
        {
          key: `${key}-${index}`,
          label: name,
          says: `${value} ${(series[index]?.name ?? '').toLowerCase()}. ${says}`,
          pick,
          area,
        },
      ];
    });
  });
  return (
    <div ref={frame}>
      {series.length > 1 && <Legend series={series} />}
      <Points label={label} width={width} height={height} points={chartPoints} onPick={onPick}>
        <defs>
          <WarmPattern id={`${id}-warm`} />
        </defs>
        {up.ticks(4).map((tick) => (
          <line key={tick} x1={LEFT} x2={width} y1={up(tick)} y2={up(tick)} className="stroke-line" />
        ))}
        <ValueAxis
          scale={up}
          left={LEFT}
          numTicks={4}
          tickFormat={(value) => (Number.isInteger(Number(value)) ? sayNumber(Number(value)) : '')}
        />
        {points.map(({ key, short, parts }, column) => {
          let base = 0;
          const x = (across(key) ?? 0) + (across.bandwidth() - band) / 2;
          const half = (short.length * LETTER) / 2;
          return (
            <g key={key}>
              {parts.map(({ value }, index) => {
                const y = up(base + value);
                const tall = up(base) - y;
                base += value;
                const tone = series[index]?.tone ?? 'strong';
                return value > 0 ? (
                  <Bar
                    // biome-ignore lint/suspicious/noArrayIndexKey: parts stand in the order of the series
                    key={index}
                    x={x}
                    y={y}
                    width={band}
                    height={Math.max(1, tall - 0.75)}
                    {...fillOf(tone, `${id}-warm`)}
                  />
                ) : null;
              })}
              {column % everyLabel === 0 && (
                <text
                  x={Math.min(width - half, Math.max(half, x + band / 2))}
                  y={height - 6}
                  textAnchor="middle"
                  className="fill-secondary text-sm"
                >
                  {short}
                </text>
              )}
            </g>
          );
        })}
      </Points>
    </div>
  );
}
