import { describe, expect, it } from 'vitest';
import { causesOf, combine, lnReach } from './range';

describe('the range', () => {
  it('combines causes as the root of the sum of their squared logs, each side by itself', () => {
    const range = combine(1, [
      { cause: 'batchSize', low: 0.3, high: 0.6 },
      { cause: 'measurementFit', low: 0.4, high: 0.8 },
    ]);
    expect(range.low).toBeCloseTo(Math.exp(-0.5), 12);
    expect(range.high).toBeCloseTo(Math.exp(1), 12);
  });

  it('says each cause’s share of either side', () => {
    expect(
      causesOf([
        { cause: 'batchSize', low: 3, high: 0 },
        { cause: 'measurementFit', low: 4, high: 0 },
        { cause: 'pue', low: 0, high: 0 },
      ]),
    ).toEqual({ batchSize: { low: 9 / 25, high: 0 }, measurementFit: { low: 16 / 25, high: 0 } });
    expect(causesOf([{ cause: 'hiddenContext', low: 0, high: 2 }])).toEqual({
      hiddenContext: { low: 0, high: 1 },
    });
  });

  it('measures a reach in logs, never negative and never infinite', () => {
    expect(lnReach(Math.E, 1)).toBeCloseTo(1, 12);
    expect(lnReach(1, 2)).toBe(0);
    expect(lnReach(0, 0)).toBe(0);
    expect(lnReach(5, 0)).toBeCloseTo(Math.log(1e6), 9);
  });
});
