import { AxisLeft } from '@visx/axis';
import type { ComponentProps } from 'react';

type ValueAxisProps = Pick<
  ComponentProps<typeof AxisLeft>,
  'scale' | 'left' | 'numTicks' | 'tickValues' | 'tickFormat'
>;

/** What the lines of a chart stand for, before its start edge. */
export function ValueAxis(props: ValueAxisProps) {
  return (
    <AxisLeft
      {...props}
      hideAxisLine
      hideTicks
      tickLabelProps={{
        className: 'fill-secondary text-sm',
        fontFamily: 'inherit',
        textAnchor: 'end',
        dx: -2,
        dy: 4,
      }}
    />
  );
}
