import { describe, expect, it } from 'vitest';
import { reportTables, tableFaults } from './check-tables';
import { knownModel, tablesDate } from './index';

describe('the tables', () => {
  it('have no row without a source and none that was observed in the future', () => {
    expect(tableFaults(tablesDate)).toEqual([]);
  });

  it('name the row of a fault', () => {
    const model = knownModel('gpt-6-sol');
    const nobody = { ...model.source, title: ' ' };
    const ahead = { ...model.source, date: '2027-01' };
    const [price] = model.prices;
    if (price === undefined) throw new Error('GPT-6 Sol has a price');
    expect(
      tableFaults(tablesDate, [
        { ...model, source: nobody, prices: [{ ...price, source: ahead }] },
        { ...model, retired: { day: '2026-01-01', source: nobody } },
      ]),
    ).toEqual([
      'gpt-6-sol: no source',
      'gpt-6-sol, price from 2026-09-22: its source is dated 2027-01, which lies ahead',
      'gpt-6-sol, retired 2026-01-01: no source',
    ]);
    expect(tableFaults('2026-08-01', [])).toContain('claude "haiku": confirmed 2026-10-10, which lies ahead');
  });

  it('say what is stale, retired, without a price and ambiguous', () => {
    const { defaults, retired, unpriced, ambiguous } = reportTables('2026-11-27');
    expect(defaults.find(({ site, word }) => site === 'gemini' && word === 'pro')).toEqual({
      site: 'gemini',
      word: 'pro',
      models: ['gemini-3.1-pro'],
      confirmed: '2026-08-30',
      days: 89,
    });
    expect(retired).toContainEqual({ model: 'gpt-4', day: '2025-04-30' });
    expect(unpriced).toContain('gpt-6.2-sol');
    expect(ambiguous).toContainEqual({ name: 'openai: 4', models: ['gpt-4-turbo', 'gpt-4'] });
  });
});
