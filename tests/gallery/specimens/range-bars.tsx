import { QUANTITIES } from '../../../lib/ui/format';
import { logAxis } from '../../../lib/ui/log-axis';
import { RangeBar } from '../../../lib/ui/range-bar';
import type { Specimen } from '../specimen';

const WIDE = { low: 0.004, central: 0.3, high: 42 };
const axis = logAxis([0.01, 100]);

/** Usual, tiny, huge, exact, nothing; with the other method's mark; on a common axis; in a table. */
export const rangeBars: Specimen = {
  name: 'range-bar',
  cases: [
    ...QUANTITIES.map((quantity) => (
      <RangeBar key={quantity} quantity={quantity} range={{ low: 0.12, central: 0.34, high: 0.95 }} />
    )),
    <RangeBar
      key="mark"
      quantity="energy"
      range={{ low: 0.12, central: 0.34, high: 0.95 }}
      marker={{ name: 'v1.name', value: 5.28 }}
    />,
    <RangeBar key="tiny" quantity="energy" range={{ low: 1e-7, central: 4e-7, high: 2e-6 }} />,
    <RangeBar key="huge" quantity="water" range={{ low: 2e6, central: 9e6, high: 4e7 }} />,
    <RangeBar key="wide" quantity="energy" range={WIDE} />,
    <RangeBar key="exact" quantity="co2e" range={{ low: 2, central: 2, high: 2 }} />,
    <RangeBar key="zero" quantity="water" range={{ low: 0, central: 0, high: 0 }} />,
    <>
      <RangeBar compact quantity="energy" axis={axis} range={{ low: 0.02, central: 0.05, high: 0.2 }} />
      <RangeBar compact quantity="energy" axis={axis} range={{ low: 0.5, central: 3, high: 9 }} />
      <RangeBar compact quantity="energy" axis={axis} range={{ low: 20, central: 60, high: 100 }} />
    </>,
  ],
};
