import { describe, expect, it } from 'vitest';
import { compareAmount, equivalences } from './equivalences';
import { EQUIVALENCE_IDS } from './types';
import { refdbVersion } from './version';

/** Months since the year 0 of a date `YYYY` or `YYYY-MM…`; a year alone counts from its January, the strictest. */
function monthOf(date: string): number {
  const [, year, month = '1'] = /^(\d{4})(?:-(\d{1,2}))?/.exec(date) ?? [];
  return Number(year) * 12 + Number(month);
}

describe('everyday comparisons', () => {
  it('are complete, and every source is of the last five years', () => {
    expect(equivalences.map(({ id }) => id).toSorted()).toEqual([...EQUIVALENCE_IDS].toSorted());
    const now = monthOf(refdbVersion.replace('.', '-'));
    for (const { source } of equivalences) {
      if (source.url === null) expect(source.title).toMatch(/^(By definition|Calculated): /);
      expect(now - monthOf(source.date), source.title).toBeLessThanOrEqual(60);
      expect(source.title).not.toBe('');
    }
  });

  it.each([
    ['energy', 0.34, 'led-hour'],
    ['energy', 60, 'phone-charge'],
    ['energy', 1500, 'kettle'],
    ['co2e', 0.13, 'train-km'],
    ['co2e', 900, 'car-km'],
    ['co2e', 171, 'streaming-hour'],
    ['water', 1.1, 'glass-of-water'],
  ] as const)('are chosen by size: %s of %d', (quantity, amount, id) => {
    expect(compareAmount(quantity, amount, EQUIVALENCE_IDS)?.equivalence.id).toBe(id);
  });

  it('keep to what is wanted, and compare nothing with nothing', () => {
    expect(compareAmount('energy', 0.34, ['kettle'])?.equivalence.id).toBe('kettle');
    expect(compareAmount('energy', 0.34, ['car-km'])).toBeNull();
    expect(compareAmount('energy', 0, EQUIVALENCE_IDS)).toBeNull();
    expect(compareAmount('energy', Number.NaN, EQUIVALENCE_IDS)).toBeNull();
  });

  it('an hour of streamed video is 57 g', () => {
    expect(compareAmount('co2e', 57, ['streaming-hour'])?.count).toBe(1);
  });

  it('a litre of boiling water takes about 99 Wh', () => {
    expect(compareAmount('energy', 99, ['kettle'])?.count).toBeCloseTo(1, 2);
  });
});
