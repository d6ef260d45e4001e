/** One formula for new and stored prompts: what a record keeps is enough to price it again. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { takeIn } from '../../entrypoints/background/pipeline';
import { choicesOf, price, priceRecord, usableChoices, workRecord } from '../../lib/pricing';
import type { Observation, PromptRecord } from '../../lib/prompt';
import { knownModel } from '../../lib/refdb';
import { parseSettings, type Settings } from '../../lib/settings';
import { exportJson, getFactorSet, importFile, type Store } from '../../lib/store';
import { createTokenCounter } from '../../lib/tokens';
import { anObservation } from '../fixtures/observation';
import { freshStore } from './store/testing';

const SETTINGS: Settings = parseSettings(null);

/** Takes an observation in; its texts are gone, as after a reload. */
async function taken(store: Store, change: Partial<Observation>, settings = SETTINGS): Promise<PromptRecord> {
  const counter = createTokenCounter(async () => {
    throw new Error('no text, nothing to count');
  });
  const deps = { store, counter, settings: async () => settings, now: () => 1.8e9 };
  const result = await takeIn(deps, anObservation(change));
  if (result.kind === 'stale') throw new Error('ignored as stale');
  return result.record;
}

const START = anObservation({}).startTime;
const OTHER_ID = '4f0c8f4e-6f0f-4b8e-9d35-0b9f8d7c1a12';

describe('a record priced again with the same choices has the numbers it was stored with', () => {
  it.each<[string, Partial<Observation>]>([
    ['a slug and a label', {}],
    ['a label alone', { model: { slug: null, label: 'GPT-5.2 Thinking' } }],
    ['a slug alone', { model: { slug: 'gpt-5-2-thinking', label: null } }],
    ['a routed label', { model: { slug: null, label: 'Auto' } }],
    ['a guess', { model: { slug: null, label: 'GPT-9' } }],
    ['no name at all', { model: { slug: null, label: null } }],
    ['an effort', { site: 'claude', model: { slug: null, label: 'Opus 4.5 High' } }],
    ['thinking', { thinking: { seen: true, statedSeconds: 12, textLength: 400 } }],
    ['no first token', { firstTokenTime: null, lastTokenTime: null, status: 'failed' }],
    ['a long context', { context: { turns: 8, textLength: 20_000, complete: true } }],
  ])('%s', async (_name, change) => {
    const record = await taken(freshStore(), change);
    expect(priceRecord(record, SETTINGS, 'keep')).toMatchObject({
      estimate: record.estimate,
      modelId: record.modelId,
      modelMatch: record.modelMatch,
    });
  });

  it('a second prompt of a chat, whose earlier turn may be cached, after an export and import too', async () => {
    const store = freshStore();
    await taken(store, {});
    const context = { turns: 2, textLength: 9_000, complete: true };
    const soon = await taken(store, {
      id: OTHER_ID,
      turnKey: 'turn-2',
      startTime: START + 30,
      firstTokenTime: START + 31,
      lastTokenTime: START + 40,
      context,
    });
    expect(soon.secondsSinceLastTurn).toBeCloseTo(30 - 9.368, 3);
    expect(priceRecord(soon, SETTINGS, 'keep')?.estimate).toEqual(soon.estimate);
    const late = { ...soon, secondsSinceLastTurn: 86_400 };
    expect(priceRecord(late, SETTINGS, 'keep')?.estimate.energyWh.central).toBeGreaterThan(
      soon.estimate.energyWh.central,
    );
    const other = freshStore();
    await importFile(other, await exportJson(store, null), { mode: 'merge' });
    expect(await (await exportJson(other, null)).text()).toBe(await (await exportJson(store, null)).text());
  });

  it('its assumptions are stored under the key that the record names', async () => {
    const store = freshStore();
    const record = await taken(store, {}, { ...SETTINGS, overrides: { pue: 1.5 } });
    const set = await getFactorSet(store, record.estimate.factorSet);
    expect(set?.assumptions).toContainEqual(expect.objectContaining({ name: 'pue', value: 1.5 }));
    expect(set?.assumptions.map(({ name }) => name)).not.toContain('ttftSeconds');
  });
});

describe('elements that the page’s reader counted', () => {
  it('stay with the record, through an export and an import', async () => {
    const markup = {
      listItems: 3,
      tableCells: 0,
      tableRows: 0,
      emphasised: 1,
      headings: 2,
      codeBlocks: 0,
      inlineCode: 4,
      links: 1,
      linkAddressLength: 25,
      quotes: 0,
      formulas: 0,
    };
    const store = freshStore();
    const record = await taken(store, { markup });
    expect(record.markup).toEqual(markup);
    const other = freshStore();
    await importFile(other, await exportJson(store, null), { mode: 'merge' });
    expect(await (await exportJson(other, null)).text()).toContain('"linkAddressLength":25');
  });
});

describe('a prompt that got no answer', () => {
  const UNANSWERED = {
    firstTokenTime: null,
    lastTokenTime: null,
    outputTextLength: 0,
    waitedSeconds: 25,
    model: { slug: null, label: 'GPT-5 Thinking' },
    thinking: { seen: false, statedSeconds: null, textLength: 0 },
    context: { turns: 0, textLength: 0, complete: true },
  } as const satisfies Partial<Observation>;

  it('is free when the site refused it, when it arrives and priced again', async () => {
    const record = await taken(freshStore(), { ...UNANSWERED, status: 'failed' });
    const { energyWh, otmV1EnergyWh, costUsd, reasoningTokens } = record.estimate;
    expect([energyWh.low, energyWh.central, otmV1EnergyWh, costUsd, reasoningTokens]).toEqual([
      0, 0, 0, 0, 0,
    ]);
    expect(energyWh.high).toBeLessThan(0.02);
    expect(priceRecord(record, SETTINGS, 'keep')?.estimate).toEqual(record.estimate);
  });

  it.each(['stopped', 'interrupted'] as const)(
    'makes at most what its wait makes when %s',
    async (status) => {
      // 75 tokens per second for 24 of 25 seconds, half of them in the centre.
      const record = await taken(freshStore(), { ...UNANSWERED, status });
      expect(record.estimate.reasoningTokens).toBe(900);
      expect(priceRecord(record, SETTINGS, 'keep')?.estimate).toEqual(record.estimate);
      const early = await taken(freshStore(), { ...UNANSWERED, status, waitedSeconds: 0.5 });
      expect(early.estimate.reasoningTokens).toBe(0);
    },
  );

  it('of which text is known is priced for its text', async () => {
    const record = await taken(freshStore(), { ...UNANSWERED, status: 'stopped', outputTextLength: 400 });
    expect(record.estimate.energyWh.low).toBeGreaterThan(0.01);
  });

  it('is awaited while it is pending: the usual amount of its mode stands in', async () => {
    const record = await taken(freshStore(), { ...UNANSWERED, status: 'pending' });
    expect(record.estimate.reasoningTokens).toBe(2000);
  });
});

describe('time in which the site waited for its user', () => {
  it.each([
    [4, 6, 20],
    [10, 0, 20],
    [13, 0, 17],
    [99, 0, 0],
  ])(
    'is none of the model’s: of 10 s and 20 s, %d s waited leave %d s and %d s',
    async (waited, ttft, rest) => {
      const record = await taken(freshStore(), {
        firstTokenTime: START + 10,
        lastTokenTime: START + 30,
        waitedForUserSeconds: waited,
      });
      const { workload } = workRecord(record, SETTINGS) ?? {};
      expect(workload?.ttftSeconds).toBeCloseTo(ttft, 3);
      expect(workload?.generationSeconds).toBeCloseTo(rest, 3);
    },
  );
});

describe('what is missing', () => {
  it('of how a prompt ended and how long its text is makes it an answered one', () => {
    const prompt = {
      inputTokens: 100,
      contextTokens: 0,
      outputTokens: 0,
      tokenMethod: 'exact',
      tokenError: { low: 1, high: 1 },
      startTime: START,
      firstTokenTime: null,
      lastTokenTime: null,
      thinking: { seen: false, statedSeconds: null, textLength: 0 },
      secondsSinceLastTurn: null,
    } as const;
    const subject = { model: knownModel('gpt-4o'), guessed: false, effort: null };
    const { estimate } = price(prompt, subject, SETTINGS);
    expect(estimate.energyWh.central).toBeGreaterThan(0);
  });

  it('of a factor set’s key is no zone', async () => {
    const record = await taken(freshStore(), {});
    const bare = { estimate: { ...record.estimate, factorSet: 'of-another-version' } };
    expect(choicesOf(bare, null).gridZone).toBeNull();
  });

  it('is no cover for a fault of the program', async () => {
    const record = await taken(freshStore(), {});
    const broken = new Proxy(record, {
      ownKeys: () => {
        throw new TypeError('broken');
      },
    });
    expect(() => priceRecord(broken, SETTINGS, 'keep')).toThrow('broken');
  });
});

describe('the API price of a prompt', () => {
  it.each([
    ['2026-08-20', 0.0035],
    ['2026-08-21', 0.0024],
  ])('is that of its day, on %s %d dollars', async (day, usd) => {
    // 100 in and 100 out with GPT-5.6 Sol: (100 * 5 + 100 * 30) / 10^6, from August on (100 * 4 + 100 * 20) / 10^6.
    const startTime = Date.parse(day) / 1000;
    const record = await taken(freshStore(), {
      startTime,
      firstTokenTime: startTime + 1,
      lastTokenTime: startTime + 3,
      model: { slug: 'gpt-5-6-sol', label: 'Instant' },
      inputTextLength: 400,
      outputTextLength: 400,
      thinking: { seen: false, statedSeconds: null, textLength: 0 },
      context: { turns: 0, textLength: 0, complete: true },
    });
    expect(record.estimate.costUsd).toBeCloseTo(usd, 9);
  });
});

describe('choices that these tables do not take', () => {
  it('are left out one by one', () => {
    expect(
      usableChoices({
        headline: 'otm-v1',
        gridZone: 'NOWHERE',
        overrides: { pue: 1.3, batchSize: -1, phlogiston: 4 },
      }),
    ).toEqual({ headline: 'otm-v1', gridZone: null, overrides: { pue: 1.3 } });
  });
});

describe('the working of a stored price', () => {
  it.each<[string, Partial<Settings>]>([
    ['the defaults', {}],
    ['a chosen zone', { gridZone: 'FRA' }],
    ['own factors', { overrides: { pue: 1.4, batchSize: 20 } }],
    ['v1.0 as headline', { headline: 'otm-v1' }],
  ])('is made with the choices of then, whatever is chosen now: %s', async (_name, change) => {
    const store = freshStore();
    const record = await taken(store, {}, { ...SETTINGS, ...change });
    const set = await getFactorSet(store, record.estimate.factorSet);
    const choices = choicesOf(record, set);
    expect(choices).toEqual({
      headline: change.headline ?? 'otm-shared',
      gridZone: change.gridZone ?? null,
      overrides: change.overrides ?? {},
    });
    const working = workRecord(record, choices);
    expect(working?.factors.key).toBe(record.estimate.factorSet);
    expect(working?.estimate.energyWh).toEqual(record.estimate.energyWh);
  });

  it('falls back to the defaults where the factor set is not stored', async () => {
    const record = await taken(freshStore(), {}, { ...SETTINGS, overrides: { pue: 1.4 } });
    expect(choicesOf(record, null)).toEqual({ headline: 'otm-shared', gridZone: null, overrides: {} });
    expect(workRecord(record, choicesOf(record, null))?.factors.key).not.toBe(record.estimate.factorSet);
  });

  it('is none for a record that cannot be priced', async () => {
    const record = await taken(freshStore(), {});
    expect(workRecord({ ...record, inputTokens: Number.NaN }, SETTINGS)).toBeNull();
    const unknown = { ...record, modelId: 'gone', modelLabel: '', modelSlug: null };
    expect(workRecord(unknown, SETTINGS)).toBeNull();
  });
});
