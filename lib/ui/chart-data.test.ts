import { describe, expect, it } from 'vitest';
import { measures } from '../../tests/unit/views/records';
import { dayChart, niceTop } from './chart-data';

const DAYS = ['2026-11-20', '2026-11-21', '2026-11-22'];

describe('the day chart', () => {
  it('has a row for each day, with or without prompts', () => {
    const { rows } = dayChart(
      [{ period: '2026-11-21', bySite: { claude: measures(2, 3), chatgpt: measures(1, 1) } }],
      DAYS,
    );
    expect(rows.map(({ day, totalWh }) => [day, totalWh])).toEqual([
      ['2026-11-20', 0],
      ['2026-11-21', 4],
      ['2026-11-22', 0],
    ]);
  });

  it('names only the sites that were used, always in the same order', () => {
    const points = [
      { period: '2026-11-20', bySite: { gemini: measures(1, 1) } },
      { period: '2026-11-22', bySite: { chatgpt: measures(1, 1) } },
    ];
    expect(dayChart(points, DAYS).sites).toEqual(['chatgpt', 'gemini']);
    expect(dayChart([], DAYS).sites).toEqual([]);
  });

  it('leaves out days that were not asked for', () => {
    const { rows } = dayChart([{ period: '2026-11-19', bySite: { claude: measures(1, 9) } }], DAYS);
    expect(rows.reduce((sum, row) => sum + row.totalWh, 0)).toBe(0);
  });
});

describe('the top of the axis', () => {
  it.each([
    [0, 1],
    [0.0003, 0.0003],
    [0.9, 1],
    [1, 1],
    [1.01, 1.2],
    [2.1, 2.4],
    [4.5, 5],
    [7, 8],
    [53_000, 60_000],
    [81_000, 100_000],
  ])('for %d is %d: the bars fit and the half is round', (largest, top) => {
    expect(niceTop(largest)).toBeCloseTo(top, 10);
  });
});
