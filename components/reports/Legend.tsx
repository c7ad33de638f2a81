import { type ReactNode, useId } from 'react';
import type { Series, Tone } from '../../lib/reports/sections/section';

const fills = { strong: 'fill-chart-strong', middle: 'fill-chart-middle' } as const;

/** How a tone is filled: the warm one also by its hatching, which {@link WarmPattern} draws. */
export const fillOf = (tone: Tone, pattern: string): { fill: string } | { className: string } =>
  tone === 'warm' ? { fill: `url(#${pattern})` } : { className: fills[tone] };

/** The hatching of what is warm. */
export function WarmPattern({ id }: { id: string }) {
  return (
    <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={6} height={6} className="fill-chart-warm" />
      <rect width={1.5} height={6} className="fill-background" opacity={0.65} />
    </pattern>
  );
}

/** Signs and names in a row above a picture. */
export function Signs({ signs }: { signs: readonly { name: string; sign: ReactNode }[] }) {
  return (
    <ul className="mb-1 flex flex-wrap gap-x-4 gap-y-1 text-sm text-secondary">
      {signs.map(({ name, sign }) => (
        <li key={name} className="flex items-center gap-1.5">
          {sign}
          {name}
        </li>
      ))}
    </ul>
  );
}

/** What the tones of a picture stand for. */
export function Legend({ series }: { series: readonly Series[] }) {
  const id = useId();
  return (
    <Signs
      signs={series.map(({ name, tone }) => ({
        name,
        sign: (
          <svg width={12} height={12} aria-hidden>
            <defs>{tone === 'warm' && <WarmPattern id={id} />}</defs>
            <rect width={12} height={12} rx={2} {...fillOf(tone, id)} />
          </svg>
        ),
      }))}
    />
  );
}
