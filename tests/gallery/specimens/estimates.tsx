import { Estimate } from '../../../lib/ui/estimate';
import { measures, spread } from '../../unit/views/records';
import type { Specimen } from '../specimen';

const usual = {
  energyWh: { low: 0.12, central: 0.34, high: 0.95 },
  co2eGrams: { low: 0.04, central: 0.13, high: 0.4 },
  waterMl: { low: 0.4, central: 1.1, high: 3.2 },
  otmV1EnergyWh: 5.28,
};
const scaled = (factor: number) => ({
  energyWh: spread(0.34 * factor),
  co2eGrams: spread(0.13 * factor),
  waterMl: spread(1.1 * factor),
  otmV1EnergyWh: 5.28 * factor,
});

/** By either headline, from a fraction of a milliwatt-hour to megawatt-hours, and for nothing at all. */
export const estimates: Specimen = {
  name: 'estimate',
  cases: [
    <Estimate key="shared" figures={usual} headline="otm-shared" />,
    <Estimate key="v1" figures={usual} headline="otm-v1" />,
    <Estimate key="tiny" figures={scaled(1e-5)} headline="otm-shared" />,
    <Estimate key="huge" figures={scaled(1e7)} headline="otm-shared" />,
    <Estimate key="zero" figures={measures(0, 0)} headline="otm-shared" />,
  ],
};
