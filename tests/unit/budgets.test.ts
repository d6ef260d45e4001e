import { describe, expect, it } from 'vitest';
import { badgeNumber, generalBadge, iconTitle } from '../../entrypoints/background/badge';
import { budgetStates, firstDay, firstDayOf } from '../../lib/budgets';
import type { Budget } from '../../lib/settings';
import type { SeriesPoint } from '../../lib/store/types';
import { setUnits } from '../../lib/ui/format';
import { measures } from './views/records';

/** A Wednesday. */
const TODAY = '2026-11-25';
const day = (period: string, count: number, energyWh: number): SeriesPoint => ({
  period,
  bySite: { chatgpt: measures(count, energyWh / 2), claude: measures(0, energyWh / 2) },
});
const budget = (change: Partial<Budget> = {}): Budget => ({
  period: 'day',
  quantity: 'energy',
  limit: 10,
  ...change,
});
const stateOf = (one: Budget, days: readonly SeriesPoint[]) => {
  const [state] = budgetStates([one], days, TODAY, 'otm-shared');
  if (state === undefined) throw new Error('no state');
  return state;
};

describe('the periods of a budget', () => {
  it('begin today, on Monday and on the first', () => {
    expect(firstDay('day', TODAY)).toBe('2026-11-25');
    expect(firstDay('week', TODAY)).toBe('2026-11-23');
    expect(firstDay('week', '2026-11-23')).toBe('2026-11-23');
    expect(firstDay('week', '2026-11-22')).toBe('2026-11-16');
    expect(firstDay('month', TODAY)).toBe('2026-11-01');
  });

  it('reach over the end of a month and of a year', () => {
    expect(firstDay('week', '2027-01-02')).toBe('2026-12-28');
    expect(firstDayOf([budget({ period: 'month' }), budget({ period: 'week' })], '2027-01-02')).toBe(
      '2026-12-28',
    );
  });
});

describe('a budget', () => {
  const days = [day('2026-11-02', 5, 20), day('2026-11-23', 2, 4), day(TODAY, 3, 6)];

  it('adds up the days of its period only, over all sites', () => {
    expect(stateOf(budget(), days).used).toBe(6);
    expect(stateOf(budget({ period: 'week' }), days).used).toBe(10);
    expect(stateOf(budget({ period: 'month' }), days).used).toBe(30);
    expect(stateOf(budget({ quantity: 'prompts' }), days).used).toBe(3);
  });

  it.each([
    [7.99, 'under'],
    [8, 'near'],
    [9.99, 'near'],
    [10, 'reached'],
    [25, 'reached'],
  ])('of 10 Wh is, with %d Wh used, %s', (used, level) => {
    expect(stateOf(budget(), [day(TODAY, 1, used)]).level).toBe(level);
  });

  it('counts the energy of the method that is read first', () => {
    const [state] = budgetStates([budget()], days, TODAY, 'otm-v1');
    expect(state?.used).toBe(90);
  });

  it('that is fullest comes first', () => {
    const states = budgetStates(
      [budget({ limit: 100 }), budget({ limit: 7 }), budget({ period: 'month', limit: 40 })],
      days,
      TODAY,
      'otm-shared',
    );
    expect(states.map(({ budget: { limit } }) => limit)).toEqual([7, 40, 100]);
  });
});

describe('the icon', () => {
  const quiet = { hasProblem: false, amountWh: 1.234, budget: null };

  it('shows the chosen amount in at most four characters', () => {
    const numbers = [0, 0.0004, 0.034, 0.346, 1.234, 12.6, 994, 1234, 45_000, 2_345_678];
    expect(numbers.map((amount) => badgeNumber(amount, 'en'))).toEqual([
      '0',
      '<.01',
      '0.03',
      '0.35',
      '1.2',
      '13',
      '994',
      '1.2k',
      '45k',
      '2.3M',
    ]);
  });

  it('writes the number as the language does', () => {
    const numbers = [0.0004, 0.034, 1.234, 1234, 45_000];
    expect(numbers.map((amount) => badgeNumber(amount, 'de'))).toEqual([
      '<,01',
      '0,03',
      '1,2',
      '1,2k',
      '45k',
    ]);
  });

  it('counts in joules where the person chose them', () => {
    setUnits({ energyUnit: 'joules', unitSystem: 'metric' });
    const texts = [0, 0.000_001, 0.0001, 0.34, 5.5, 300, 2_345_678].map((amount) =>
      badgeNumber(amount, 'en'),
    );
    expect(texts).toEqual(['0', '<.01', '0.36', '1.2k', '20k', '1.1M', '8.4G']);
    expect(iconTitle(quiet, 'en').replaceAll('\u00a0', ' ')).toBe('Tokenprint: 4.4 kJ');
    setUnits({ energyUnit: 'watt-hours', unitSystem: 'metric' });
  });

  it('says the unit when it is pointed at', () => {
    expect(iconTitle(quiet, 'en').replaceAll('\u00a0', ' ')).toBe('Tokenprint: 1.2 Wh');
    expect(iconTitle({ amountWh: null, budget: null }, 'en')).toBe('Tokenprint');
  });

  it('changes its colour at 80 % and at 100 % of a budget, and only then', () => {
    const colour = (level: 'under' | 'near' | 'reached') =>
      generalBadge({ ...quiet, budget: { level, share: 1 } }).colour;
    expect(colour('under')).toBe(generalBadge(quiet).colour);
    expect(new Set([colour('under'), colour('near'), colour('reached')]).size).toBe(3);
  });

  it('shows the share of the budget where no amount was chosen', () => {
    const text = (share: number, level: 'under' | 'near' | 'reached') =>
      generalBadge({ hasProblem: false, amountWh: null, budget: { level, share } }).text;
    expect(text(0.5, 'under')).toBe('');
    expect(text(0.8, 'near')).toBe('80%');
    expect(text(1.239, 'reached')).toBe('123%');
    expect(text(30, 'reached')).toBe('999%');
  });

  it('shows a storage fault before everything else', () => {
    const fault = { hasProblem: true, amountWh: 3, budget: { level: 'near', share: 0.9 } } as const;
    expect(generalBadge(fault).text).toBe('!');
  });
});
