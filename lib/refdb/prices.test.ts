import { describe, expect, it } from 'vitest';
import { dayOf, daysBetween } from './days';
import { knownModel, priceOn } from './index';
import { scaledSize } from './models/row';

const at = (day: string) => Date.parse(day) / 1000;
const price = (id: string, day: string, tokens = 100) => {
  const found = priceOn(knownModel(id), at(day), tokens);
  return found && [found.input, found.output, found.cachedInput];
};

describe('the list price of a prompt', () => {
  it('is that of its day', () => {
    expect(price('gpt-5.6-sol', '2026-08-20')).toEqual([5, 30, 0.5]);
    expect(price('gpt-5.6-sol', '2026-08-21')).toEqual([4, 20, 0.4]);
    expect(price('gpt-5.6-luna', '2026-11-27')).toEqual([0.2, 1.2, 0.02]);
  });

  it('is the first one before all, and one that lies ahead from its day on', () => {
    expect(price('gpt-5.6-sol', '2020-01-01')).toEqual([5, 30, 0.5]);
    expect(price('gemini-3.8-flash', '2026-12-31')).toEqual([0.75, 3.75, null]);
    expect(price('gemini-3.8-flash', '2027-01-01')).toEqual([1.5, 7.5, null]);
    expect(knownModel('gemini-3.8-flash').usdPerMtok?.output).toBe(3.75);
  });

  it('is another for prompts above 100,000 tokens where the list says so', () => {
    expect(price('claude-haiku-5.5', '2026-11-01', 100_000)).toEqual([0.1, 0.5, null]);
    expect(price('claude-haiku-5.5', '2026-11-01', 100_001)).toEqual([0.5, 2.5, null]);
  });

  it('is none for a model without one', () => {
    expect(price('gpt-6.2-sol', '2026-11-20')).toBeNull();
  });
});

describe('a size scaled by launch price', () => {
  it('is that of the row with evidence times the ratio of prices to the power of 0.8, a third to three times', () => {
    // (10 / 30)^0.8 = 0.41524: 622.9 of 1500 B and 53.98 of 130 B.
    expect(scaledSize([1500, 130, 30], 10)).toEqual({ totalB: [210, 620, 1900], activeB: [18, 54, 160] });
  });

  it.each([
    ['gpt-6-astra', 2300, 200],
    ['gpt-6-luna', 57, 4.9],
    ['claude-opus-5.5', 840, 130],
    ['claude-sonnet-5.5', 320, 65],
    ['claude-haiku-5.5', 13, 3.2],
    ['gemini-3.8-flash', 480, 72],
    ['gemini-4-argon', 1800, 180],
  ])('of %s is %d B with %d B active', (id, total, active) => {
    expect(knownModel(id).totalParametersB.central).toBe(total);
    expect(knownModel(id).activeParametersB.central).toBe(active);
  });
});

describe('days', () => {
  it('are UTC, and no date counts as later than every row', () => {
    expect(dayOf(at('2026-10-07T23:59:59Z'))).toBe('2026-10-07');
    expect(dayOf(Number.NaN)).toBe('9999-12-31');
    expect(daysBetween('2026-10-05', '2026-12-01')).toBe(57);
    expect(daysBetween('2026-10-05', '2026-10-01')).toBe(-4);
  });
});
