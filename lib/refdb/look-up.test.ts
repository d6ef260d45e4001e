import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SITE_IDS, type SiteId } from '../prompt';
import { lookUpModel, models } from './index';
import { MAX_NAME_LENGTH } from './names/parse';

const at = (day: string) => Date.parse(day) / 1000;

function look(site: SiteId, slug: string | null, label: string | null, day: string) {
  const { model, match, guessed, effort } = lookUpModel({ site, slug, label, time: at(day) });
  return [model.id, match, guessed ? 'guessed' : 'known', effort];
}

describe('ChatGPT slugs', () => {
  it.each([
    ['gpt-5-2', ['gpt-5.2', 'slug', 'known', null]],
    ['gpt-5-2-instant', ['gpt-5.2', 'slug', 'known', 'instant']],
    ['gpt-5-5-thinking', ['gpt-5.5-thinking', 'slug', 'known', 'thinking']],
    ['gpt-4-1-mini', ['gpt-4.1-mini', 'slug', 'known', null]],
    ['gpt-5-t-mini', ['gpt-5-thinking-mini', 'slug', 'known', 'thinking']],
    ['gpt-4o-2024-08-06', ['gpt-4o', 'slug', 'known', null]],
    ['auto', ['gpt-6-by-plan', 'family', 'guessed', 'auto']],
    ['research', ['gpt-6-by-plan', 'family', 'guessed', 'thinking']],
    ['gpt-6', ['gpt-6-by-plan', 'family', 'guessed', null]],
    ['gpt-6-1-thinking', ['gpt-6-by-plan', 'family', 'guessed', 'thinking']],
    ['gpt-6-1-sol', ['gpt-6.1-sol', 'slug', 'known', null]],
    ['gpt-6-astra-wm', ['gpt-6-astra', 'slug', 'known', null]],
    ['gpt-7', ['newer-openai-large', 'family', 'guessed', null]],
    ['gpt-7-luna', ['newer-openai-small', 'family', 'guessed', null]],
    ['text-davinci-002-render-sha', ['gpt-3.5', 'slug', 'known', null]],
    ['agent-mode', ['chatgpt-agent', 'slug', 'known', null]],
    ['gpt-4-0613', ['gpt-4-turbo', 'family', 'guessed', null]],
    ['text-davinci', ['unknown-chatgpt', 'unknown', 'guessed', null]],
  ])('%s', (slug, expected) => {
    expect(look('chatgpt', slug, null, '2026-11-20')).toEqual(expected);
  });

  it('the slug of one month is another model two years before', () => {
    expect(look('chatgpt', 'gpt-4', null, '2023-06-01')[0]).toBe('gpt-4');
    expect(look('chatgpt', 'gpt-4', null, '2023-12-01')[0]).toBe('gpt-4-turbo');
  });

  it('counts before the label, which belongs to the next prompt', () => {
    expect(look('chatgpt', 'gpt-5-2', '5.2 Thinking', '2026-03-01')).toEqual([
      'gpt-5.2',
      'slug',
      'known',
      null,
    ]);
    expect(look('chatgpt', 'research', '5.2', '2026-02-27')).toEqual([
      'gpt-5.2-thinking',
      'family',
      'guessed',
      'thinking',
    ]);
  });

  it('takes the effort of a label that means the same model, but not its routing', () => {
    expect(look('chatgpt', 'gpt-5-6', 'High', '2026-09-01')[3]).toBe('high');
    expect(look('chatgpt', 'gpt-5-2', 'Auto', '2026-01-15')[3]).toBeNull();
  });

  it('an unknown slug leaves the word to the label', () => {
    expect(look('chatgpt', 'zzz', '5.2 Thinking', '2026-01-15')).toEqual([
      'gpt-5.2-thinking',
      'label',
      'known',
      'thinking',
    ]);
  });
});

describe('ChatGPT labels', () => {
  it.each([
    ['5.2', '2026-03-01', ['gpt-5.2', 'label', 'known', 'auto']],
    ['5.2 Thinking', '2026-03-01', ['gpt-5.2-thinking', 'label', 'known', 'thinking']],
    ['ChatGPT 5.2 Thinking', '2026-03-01', ['gpt-5.2-thinking', 'label', 'known', 'thinking']],
    ['Model selector, current model is 5.2', '2026-03-01', ['gpt-5.2', 'label', 'known', 'auto']],
    ['模型选择器，当前模型为 5.2 Thinking', '2026-03-01', ['gpt-5.2-thinking', 'label', 'known', 'thinking']],
    ['5.1 Pro', '2026-03-01', ['gpt-5.1', 'label', 'known', 'pro']],
    ['Instant', '2025-09-01', ['gpt-5', 'default', 'known', 'instant']],
    ['Instant', '2026-03-15', ['gpt-5.4', 'default', 'known', 'instant']],
    ['Thinking', '2026-05-01', ['gpt-5.5-thinking', 'default', 'known', 'thinking']],
    ['Pro', '2026-08-01', ['gpt-5.6-sol-pro', 'default', 'known', 'pro']],
    ['Pro', '2025-09-01', ['gpt-5-thinking', 'default', 'known', 'pro']],
    ['High', '2026-08-01', ['gpt-5.6-sol', 'default', 'known', 'high']],
    ['Extra High', '2026-08-01', ['gpt-5.6-sol', 'default', 'known', 'extra-high']],
    ['Auto', '2025-12-31', ['gpt-5.2', 'default', 'known', 'auto']],
    ['ChatGPT', '2026-09-21', ['gpt-5.6-sol', 'default', 'known', 'auto']],
    ['ChatGPT', '2026-10-06', ['gpt-5.6-sol', 'family', 'guessed', 'auto']],
    ['ChatGPT', '2026-10-07', ['gpt-6-by-plan', 'family', 'guessed', 'auto']],
    ['High', '2026-10-08', ['gpt-6-by-plan', 'family', 'guessed', 'high']],
    ['Very High', '2026-10-08', ['gpt-6-by-plan', 'family', 'guessed', 'extra-high']],
    ['Thinking effortExtra High', '2026-09-20', ['gpt-5.6-sol', 'default', 'known', 'extra-high']],
    ['Muy alto', '2026-10-08', ['gpt-6-by-plan', 'family', 'guessed', 'extra-high']],
    ['Pro', '2026-10-08', ['gpt-6-astra', 'family', 'guessed', 'pro']],
    ['Sol', '2026-09-25', ['gpt-6-sol', 'default', 'known', 'auto']],
    ['GPT-6.1 Thinking', '2026-11-01', ['gpt-6-by-plan', 'family', 'guessed', 'thinking']],
    ['GPT-5.4.5 mini', '2026-11-01', ['gpt-5.4-mini', 'family', 'guessed', 'auto']],
    ['GPT-5.7 mini', '2026-11-01', ['newer-openai-medium', 'family', 'guessed', 'auto']],
    ['5.2 Thinking Beta', '2026-11-01', ['gpt-5.2-thinking', 'family', 'guessed', 'thinking']],
    ['mini', '2023-06-01', ['gpt-3.5', 'family', 'guessed', null]],
    ['Thinking', '2022-01-01', ['unknown-chatgpt', 'unknown', 'guessed', null]],
  ])('%s in %s', (label, day, expected) => {
    expect(look('chatgpt', null, label, day)).toEqual(expected);
  });
});

describe('Claude labels', () => {
  it.each([
    ['Sonnet 5 Medium', '2026-09-01', ['claude-sonnet-5', 'label', 'known', 'medium']],
    ['Model: Sonnet 5 Medium', '2026-09-01', ['claude-sonnet-5', 'label', 'known', 'medium']],
    ['Claude Opus 4.8', '2026-09-01', ['claude-opus-4.8', 'label', 'known', null]],
    ['Opus 4.5', '2026-02-27', ['claude-opus-4.5', 'label', 'known', null]],
    ['Claude 3.5 Sonnet', '2026-09-01', ['claude-3.5-sonnet', 'label', 'known', null]],
    ['Sonnet 4.5 Extended', '2025-12-01', ['claude-sonnet-4.5', 'label', 'known', 'thinking']],
    ['Sonnet', '2025-12-01', ['claude-sonnet-4.5', 'default', 'known', null]],
    ['Opus', '2026-06-30', ['claude-opus-4.8', 'default', 'known', null]],
    ['Medium', '2026-08-15', ['claude-sonnet-5', 'family', 'guessed', 'medium']],
    ['Étendue', '2026-08-15', ['claude-sonnet-5', 'family', 'guessed', 'thinking']],
    ['Sonnet 5 Erweitert', '2026-08-15', ['claude-sonnet-5', 'label', 'known', 'thinking']],
    ['Claude', '2026-11-01', ['claude-5.5-by-plan', 'family', 'guessed', null]],
    ['Sonnet', '2026-10-08', ['claude-sonnet-5.5', 'default', 'known', null]],
    ['Haiku 5.5', '2026-10-10', ['claude-haiku-5.5', 'label', 'known', null]],
    ['Fable', '2026-10-10', ['claude-fable-5.1', 'default', 'known', null]],
    ['Fable', '2026-11-10', ['claude-fable-5.1', 'family', 'guessed', null]],
    ['Mythos 5', '2026-07-20', ['claude-mythos-5', 'label', 'known', null]],
    ['Opus 5.2', '2026-11-01', ['claude-opus-5.5', 'family', 'guessed', null]],
    ['Opus 6', '2026-11-01', ['newer-anthropic-large', 'family', 'guessed', null]],
    ['Fable', '2026-01-01', ['claude-sonnet-4.5', 'family', 'guessed', null]],
    ['Mythos 6', '2026-11-01', ['newer-anthropic-xlarge', 'family', 'guessed', null]],
    ['Epic 6', '2026-11-01', ['unknown-claude', 'unknown', 'guessed', null]],
  ])('%s in %s', (label, day, expected) => {
    expect(look('claude', null, label, day)).toEqual(expected);
  });

  it('an API id with its date is a slug', () => {
    expect(look('claude', 'claude-sonnet-4-20250514', null, '2025-06-01')).toEqual([
      'claude-sonnet-4',
      'slug',
      'known',
      null,
    ]);
  });
});

describe('Gemini labels', () => {
  it.each([
    ['Flash', '2026-06-15', ['gemini-3.5-flash', 'default', 'known', null]],
    ['Flash', '2026-08-15', ['gemini-3.7-flash', 'default', 'known', null]],
    ['Flash', '2026-09-15', ['gemini-3.8-flash', 'default', 'known', null]],
    ['4 Argon', '2026-10-08', ['gemini-4-argon', 'label', 'known', null]],
    ['Pro', '2026-09-29', ['gemini-3.1-pro', 'default', 'known', null]],
    ['Pro', '2026-10-08', ['gemini-3.1-pro', 'family', 'guessed', null]],
    ['Modusauswahl öffnen, derzeit Flash', '2026-08-30', ['gemini-3.7-flash', 'default', 'known', null]],
    ['Open mode picker, currently Flash', '2026-06-15', ['gemini-3.5-flash', 'default', 'known', null]],
    ['Fast', '2025-07-01', ['gemini-2.5-flash', 'default', 'known', 'instant']],
    ['高速モード', '2026-02-27', ['gemini-3-flash', 'default', 'known', 'instant']],
    ['快速', '2026-03-06', ['gemini-3-flash', 'default', 'known', 'instant']],
    ['思考', '2026-03-06', ['gemini-3-flash', 'default', 'known', 'thinking']],
    ['思考モード', '2026-09-01', ['gemini-3.6-thinking', 'default', 'known', 'thinking']],
    ['빠른 모드', '2026-06-15', ['gemini-3.5-flash', 'default', 'known', 'instant']],
    ['打开模式选择器，当前模式为“Pro”', '2026-05-30', ['gemini-3.1-pro', 'default', 'known', null]],
    ['Pro', '2025-12-01', ['gemini-3-pro', 'default', 'known', null]],
    ['Thinking with 3 Pro', '2025-12-01', ['gemini-3-pro', 'label', 'known', 'thinking']],
    ['Flash-Lite', '2026-04-01', ['gemini-3.1-flash-lite', 'default', 'known', null]],
    ['2.5 Flash', '2026-04-01', ['gemini-2.5-flash', 'label', 'known', null]],
    ['3.5 Pro', '2026-06-15', ['gemini-3.1-pro', 'family', 'guessed', null]],
    ['Otwórz, Flash', '2026-06-15', ['gemini-3.5-flash', 'family', 'guessed', null]],
    ['Gemini 4 Ultra', '2026-11-01', ['unknown-gemini', 'unknown', 'guessed', null]],
  ])('%s in %s', (label, day, expected) => {
    expect(look('gemini', null, label, day)).toEqual(expected);
  });
});

describe('what cannot be known', () => {
  it.each<[SiteId, string, string, string | null]>([
    ['chatgpt', '2022-12-24', 'gpt-3.5', null],
    ['chatgpt', '2026-11-01', 'gpt-6-by-plan', 'auto'],
    ['claude', '2023-09-01', 'claude-2', null],
    ['claude', '2025-06-01', 'claude-sonnet-4', null],
    ['claude', '2026-11-01', 'claude-5.5-by-plan', null],
    ['gemini', '2023-04-01', 'bard-lamda', null],
    ['gemini', '2023-07-01', 'palm-2', null],
    ['gemini', '2026-11-01', 'gemini-3.8-flash', null],
  ])(
    'a page of %s that shows nothing on %s gives its default of the day as a guess',
    (site, day, id, effort) => {
      expect(look(site, null, null, day)).toEqual([id, 'family', 'guessed', effort]);
    },
  );

  it.each(SITE_IDS)('a page of %s that shows nothing before it began gives its unknown model', (site) => {
    expect(look(site, null, null, '2022-01-01')).toEqual([`unknown-${site}`, 'unknown', 'guessed', null]);
  });

  it.each([
    ['a formula', '=cmd()'],
    ['markup', '<script>alert(1)</script>'],
    ['emoji', '😀👩‍👩‍👧'],
    ['right-to-left text', 'مرحبا\u202e'],
    ['10 kB', 'GPT-5 '.repeat(1700)],
    ['a prototype key', '__proto__ constructor'],
    ['a lone surrogate', '\ud800'],
  ])('%s as a label gives the unknown model', (_, label) => {
    expect(look('chatgpt', null, label, '2026-11-01')[0]).toBe('unknown-chatgpt');
  });

  it('the longest name that is read is 200 units', () => {
    const padded = '5.2'.padEnd(MAX_NAME_LENGTH);
    expect(look('chatgpt', null, padded, '2026-11-01')[0]).toBe('gpt-5.2');
    expect(look('chatgpt', null, `${padded} `, '2026-11-01')[0]).toBe('unknown-chatgpt');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e300])(
    'time %s counts as later than every release',
    (time) => {
      const match = lookUpModel({ site: 'gemini', slug: null, label: 'Flash', time });
      expect([match.model.id, match.guessed]).toEqual(['gemini-3.8-flash', true]);
    },
  );

  it('any text at any time gives a model of the tables, no guess is hidden, and no guess is of the future', () => {
    const words = [
      'GPT',
      'Sonnet',
      'Flash',
      'Pro',
      'Thinking',
      '5.2',
      '9',
      '-',
      'mini',
      'x',
      '高速',
      'Opus 5',
    ];
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...SITE_IDS),
        fc.option(name),
        fc.option(name),
        fc.integer({ min: at('2022-01-01'), max: at('2027-01-01') }),
        (site, slug, label, time) => {
          const found = lookUpModel({ site, slug, label, time });
          expect(models).toContain(found.model);
          expect(found.guessed).toBe(found.match === 'family' || found.match === 'unknown');
          if (found.match === 'default') {
            expect(found.model.release <= new Date(time * 1000).toISOString().slice(0, 10)).toBe(true);
          }
        },
      ),
      { numRuns: 2000, seed: 20261121 },
    );
  });
});

describe('the person’s own choice for a page that shows no model', () => {
  const chosenFor = (slug: string | null, label: string | null, chosen: string | null) =>
    lookUpModel({ site: 'claude', slug, label, time: at('2026-11-20'), chosen });

  it('is taken where the page shows nothing, and is no guess', () => {
    const { model, match, guessed } = chosenFor(null, ' ', 'claude-haiku-4.5');
    expect([model.id, match, guessed]).toEqual(['claude-haiku-4.5', 'chosen', false]);
  });

  it('gives way to every word that the page does show, known or not', () => {
    expect(chosenFor(null, 'Opus', 'claude-haiku-4.5').match).toBe('default');
    expect(chosenFor(null, 'Zebra', 'claude-haiku-4.5').match).toBe('unknown');
  });

  it('is passed over when the tables do not have it', () => {
    expect(chosenFor(null, null, 'claude-of-next-year').match).toBe('family');
    expect(chosenFor(null, null, null).match).toBe('family');
  });
});

describe('a default that nobody has confirmed for eight weeks', () => {
  const known = (site: SiteId, label: string, day: string) => look(site, null, label, day)[2];

  it('is a guess from then on: the newest Flash was last seen on 2026-10-05', () => {
    expect(known('gemini', 'Flash', '2026-11-30')).toBe('known');
    expect(known('gemini', 'Flash', '2026-12-01')).toBe('guessed');
  });

  it('stays what it was in a row that a later one closed', () => {
    expect(known('gemini', 'Flash', '2025-11-30')).toBe('known');
    expect(known('chatgpt', 'Instant', '2025-10-31')).toBe('known');
  });
});

describe('the default by plan', () => {
  const byPlan = (site: SiteId, label: string | null, plan: 'free' | 'paid' | null) => {
    const { model, guessed } = lookUpModel({ site, slug: null, label, time: at('2026-10-08'), plan });
    return [model.id, guessed];
  };

  it('is the one of the plan where it is known, and stands for both where it is not', () => {
    expect(byPlan('chatgpt', 'Instant', 'free')).toEqual(['gpt-6-luna', false]);
    expect(byPlan('chatgpt', 'Instant', 'paid')).toEqual(['gpt-6-sol', true]);
    expect(byPlan('chatgpt', 'Instant', null)).toEqual(['gpt-6-by-plan', true]);
    expect(byPlan('claude', null, 'free')).toEqual(['claude-sonnet-5.5', true]);
  });

  it('of an unknown plan reaches from the smaller model’s low to the larger’s high', () => {
    // 57 B and 620 B: geometric mean 188; active 4.9 B and 54 B: 16.3.
    const { model } = lookUpModel({ site: 'chatgpt', slug: null, label: 'Auto', time: at('2026-10-08') });
    expect(model.totalParametersB).toEqual({ low: 19, central: 190, high: 1900 });
    expect(model.activeParametersB).toEqual({ low: 1.6, central: 16, high: 160 });
    expect(model.usdPerMtok).toBeNull();
  });
});
