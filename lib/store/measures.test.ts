import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { record } from '../../tests/unit/views/records';
import { addMeasures, measuresOf, sumMeasures, ZERO_MEASURES } from './measures';

describe('the sum of many measures', () => {
  it('is what adding them one by one gives', () => {
    const one = fc
      .record({
        outputTokens: fc.integer({ min: 0, max: 5_000 }),
        inputTokens: fc.integer({ min: 1, max: 500 }),
        firstTokenTime: fc.constantFrom(null, record().startTime + 2),
      })
      .map((change) => measuresOf(record(change)));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (all) => {
        const [sum, added] = [sumMeasures(all), all.reduce(addMeasures, ZERO_MEASURES)];
        expect(Object.keys(sum).sort()).toEqual(Object.keys(added).sort());
        expect({ ...sum, ...rounded(sum) }).toEqual({ ...added, ...rounded(added) });
      }),
    );
  });

  it('of nothing is nothing', () => {
    expect(sumMeasures([])).toEqual(ZERO_MEASURES);
  });
});

/** The sums of fractions, which depend on the order by a rounding. */
function rounded(sum: typeof ZERO_MEASURES) {
  const round = (value: number) => Number(value.toPrecision(10));
  const range = ({ low, central, high }: { low: number; central: number; high: number }) => ({
    low: round(low),
    central: round(central),
    high: round(high),
  });
  return {
    energyWh: range(sum.energyWh),
    co2eGrams: range(sum.co2eGrams),
    waterMl: range(sum.waterMl),
    waterOnSiteMl: round(sum.waterOnSiteMl),
    waterOffSiteMl: round(sum.waterOffSiteMl),
    otmV1EnergyWh: round(sum.otmV1EnergyWh),
    costUsd: round(sum.costUsd),
    generationSeconds: round(sum.generationSeconds),
    totalSeconds: round(sum.totalSeconds),
    ttftSeconds: round(sum.ttftSeconds),
  };
}
