import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import type { Pick } from '../../lib/reports/report';
import type { BarPoint } from '../../lib/reports/sections';
import { Points } from './Points';
import { useWidth } from './use-width';

interface BarsProps {
  label: string;
  points: readonly BarPoint[];
  /** What a full bar stands for; null for the longest one. */
  whole: number | null;
  onPick(pick: Pick, title: string): void;
}

const ROW = 36;
const BAR = 9;

/** Bars that lie, each with its name and number above it: so names have room however narrow the page is. */
export function Bars({ label, points, whole, onPick }: BarsProps) {
  const [frame, width] = useWidth<HTMLDivElement>(460);
  const most = whole ?? Math.max(1, ...points.map(({ value }) => value));
  const length = scaleLinear<number>({ domain: [0, most], range: [0, width] });
  return (
    <div ref={frame}>
      <Points
        label={label}
        width={width}
        height={Math.max(1, points.length) * ROW}
        points={points.map(({ key, label: name, says, pick }, index) => ({
          ...{ key, label: name, says, pick },
          area: { x: 0, y: index * ROW, width, height: ROW - 2 },
        }))}
        onPick={onPick}
      >
        {points.map(({ key, label: name, value, says }, index) => {
          const top = index * ROW;
          return (
            <g key={key}>
              <text x={2} y={top + 14} className="fill-ink text-sm">
                {name}
              </text>
              <text x={width - 2} y={top + 14} textAnchor="end" className="fill-secondary text-sm tabular-nums">
                {says}
              </text>
              <rect x={0} y={top + 20} width={width} height={BAR} rx={3} className="fill-line" />
              <Bar
                x={0}
                y={top + 20}
                width={value === 0 ? 0 : Math.max(2, length(value))}
                height={BAR}
                rx={3}
                className="fill-chart-strong"
              />
            </g>
          );
        })}
      </Points>
    </div>
  );
}
