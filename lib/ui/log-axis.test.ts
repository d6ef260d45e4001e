import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logAxis, positionOn } from './log-axis';

describe('a logarithmic axis', () => {
  it('covers whole decades around the values, three at least', () => {
    expect(logAxis([0.12, 5.3])).toMatchObject({ fromExponent: -2, toExponent: 1 });
    expect(logAxis([1])).toMatchObject({ fromExponent: -2, toExponent: 1 });
  });

  it('stands without any value', () => {
    expect(logAxis([])).toMatchObject({ fromExponent: -3, toExponent: 0 });
    expect(logAxis([0, Number.NaN, -2, Number.POSITIVE_INFINITY])).toEqual(logAxis([]));
  });

  it('labels few decades, however many there are', () => {
    expect(logAxis([0.001, 1e9]).ticks.length).toBeLessThanOrEqual(5);
  });

  it('places equal factors at equal distances', () => {
    const axis = logAxis([0.01, 10]);
    expect(positionOn(axis, 0.01)).toBeCloseTo(0);
    expect(positionOn(axis, 0.1)).toBeCloseTo(1 / 3);
    expect(positionOn(axis, 10)).toBeCloseTo(1);
  });

  it('keeps every value in the picture, in order', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
        fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
        (a, b) => {
          const axis = logAxis([a, b]);
          const [low, high] = [positionOn(axis, Math.min(a, b)), positionOn(axis, Math.max(a, b))];
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(high);
          expect(high).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('puts what lies outside at the nearer end', () => {
    const axis = logAxis([1, 100]);
    expect(positionOn(axis, 0)).toBe(0);
    expect(positionOn(axis, 1e12)).toBe(1);
  });
});
