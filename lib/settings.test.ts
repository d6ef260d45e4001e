import { describe, expect, it } from 'vitest';
import { parseSettings } from './settings';

const DEFAULTS = parseSettings(null);

describe('settings', () => {
  it('of a first run: nothing off, nothing deleted, dollars, the provider’s grid', () => {
    expect(DEFAULTS).toMatchObject({
      paused: false,
      sites: { chatgpt: true, claude: true, gemini: true },
      retentionDays: null,
      currency: null,
      gridZone: null,
      locale: null,
      budgets: [],
      equivalencesShown: true,
    });
  });

  it.each([
    ['a retention of no days', { retentionDays: 0 }],
    ['a retention in words', { retentionDays: '30' }],
    ['a currency without a rate', { currency: { code: 'EUR', date: '2026-11-22' } }],
    ['a currency with a rate of nothing', { currency: { code: 'EUR', perUsd: 0, date: '2026-11-22' } }],
    ['a budget of nothing', { budgets: [{ period: 'day', quantity: 'energy', limit: 0 }] }],
    ['a site that is half on', { sites: { chatgpt: 'half' } }],
    ['a comparison that nobody knows', { equivalences: ['bathtub'] }],
    ['a badge that nobody knows', { badge: 'everything' }],
  ])('fall back to the default for %s, and keep the others', (_, damaged) => {
    expect(parseSettings({ ...damaged, theme: 'dark' })).toEqual({ ...DEFAULTS, theme: 'dark' });
  });

  it('are what they were after being stored and read', () => {
    const chosen = {
      ...DEFAULTS,
      retentionDays: 365,
      currency: { code: 'EUR', perUsd: 0.92, date: '2026-11-22' },
      budgets: [{ period: 'week', quantity: 'co2e', limit: 12.5 }],
      defaultModels: { chatgpt: 'gpt-5', claude: null, gemini: null },
      equivalences: ['kettle'],
      sites: { chatgpt: true, claude: false, gemini: true },
    };
    expect(parseSettings(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
  });
});
