import { scaleBand, scaleLog } from '@visx/scale';
import type { Pick } from '../../lib/reports/report';
import type { SpreadPoint } from '../../lib/reports/sections/section';
import { sayLength } from '../../lib/reports/words';
import { Signs } from './Legend';
import { Points } from './Points';
import { useWidth } from './use-width';
import { ValueAxis } from './ValueAxis';

interface SpreadsProps {
  label: string;
  points: readonly SpreadPoint[];
  target: number | null;
  working: boolean;
  onPick(pick: Pick, title: string): void;
}

const HEIGHT = 190;
const LEFT = 64;
const TOP = 10;
const BOTTOM = 28;
/** Room that a name below needs. */
const LABEL = 44;
/** Minutes at which a line is drawn, as far as the picture reaches. */
const LINES = [1, 2, 5, 15, 30, 60, 120, 240, 480, 1_440, 2_880, 5_760, 14_400, 40_320];
/** Lines stand this far apart at least. */
const APART = 26;

/**
 * Lengths of time by weekday or hour: a full dot where half were done, a ring where nine in ten were. Minutes and days
 * stand in one picture, so each line is some times the one below.
 */
export function Spreads({ label, points, target, working, onPick }: SpreadsProps) {
  const [frame, width] = useWidth<HTMLDivElement>(460);
  const values = points.flatMap(({ median, ninth }) => [median ?? 1, ninth ?? 1]);
  const lengths = points.flatMap(({ median }) => (median === null ? [] : [median]));
  const least = Math.min(...lengths, target ?? Number.POSITIVE_INFINITY);
  const lowest = LINES.findLast((minutes) => minutes <= least) ?? 1;
  const highest = Math.max(lowest * 10, target ?? 0, ...values) * 1.2;
  const across = scaleBand<string>({ domain: points.map(({ key }) => key), range: [LEFT, width] });
  const up = scaleLog<number>({ domain: [lowest, highest], range: [HEIGHT - BOTTOM, TOP], clamp: true });
  const lines: number[] = [];
  for (const minutes of LINES) {
    const last = lines.at(-1);
    if (minutes < lowest || minutes > highest) continue;
    if (last === undefined || up(last) - up(minutes) >= APART) lines.push(minutes);
  }
  const step = across.step();
  const everyLabel = Math.ceil(points.length / Math.max(1, Math.floor((width - LEFT) / LABEL)));
  return (
    <div ref={frame}>
      <Signs
        signs={[
          { name: 'Half within', sign: <Dot className="fill-chart-strong" r={4.5} /> },
          { name: 'Nine in ten within', sign: <Dot className="fill-background stroke-chart-strong" r={4} /> },
          ...(target === null ? [] : [{ name: 'Target', sign: <TargetSign /> }]),
        ]}
      />
      <Points
        label={label}
        width={width}
        height={HEIGHT}
        points={points.map(({ key, label: name, says, pick }) => ({
          ...{ key, label: name, says, pick },
          area: { x: across(key) ?? 0, y: TOP, width: step, height: HEIGHT - BOTTOM - TOP },
        }))}
        onPick={onPick}
      >
        {lines.map((minutes) => (
          <line key={minutes} x1={LEFT} x2={width} y1={up(minutes)} y2={up(minutes)} className="stroke-line" />
        ))}
        <ValueAxis
          scale={up}
          left={LEFT}
          tickValues={lines}
          tickFormat={(minutes) => sayLength(Number(minutes), working)}
        />
        {target !== null && (
          <line
            x1={LEFT}
            x2={width}
            y1={up(target)}
            y2={up(target)}
            className="stroke-chart-warm"
            strokeWidth={2}
            strokeDasharray="4 3"
          />
        )}
        {points.map(({ key, short, median, ninth, few }, index) => {
          const x = (across(key) ?? 0) + step / 2;
          return (
            <g key={key}>
              {median !== null && ninth !== null && (
                <g opacity={few ? 0.45 : 1}>
                  <line x1={x} x2={x} y1={up(median)} y2={up(ninth)} className="stroke-chart-strong" strokeWidth={2} />
                  <circle
                    cx={x}
                    cy={up(ninth)}
                    r={4}
                    className="fill-background stroke-chart-strong"
                    strokeWidth={1.5}
                  />
                  <circle cx={x} cy={up(median)} r={4.5} className="fill-chart-strong" />
                </g>
              )}
              {index % everyLabel === 0 && (
                <text x={x} y={HEIGHT - 6} textAnchor="middle" className="fill-secondary text-sm">
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

function Dot({ className, r }: { className: string; r: number }) {
  return (
    <svg width={12} height={12} aria-hidden>
      <circle cx={6} cy={6} r={r} className={className} strokeWidth={1.5} />
    </svg>
  );
}

function TargetSign() {
  return (
    <svg width={18} height={12} aria-hidden>
      <line x1={0} x2={18} y1={6} y2={6} className="stroke-chart-warm" strokeWidth={2} strokeDasharray="4 3" />
    </svg>
  );
}
