import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SITE_IDS } from '../prompt';
import { factorDefinitions } from './factor-definitions';
import { acceleratorOverrides, accelerators } from './hardware';
import {
  FACTOR_NAMES,
  knownModel,
  modelById,
  models,
  refdbVersion,
  siteProvider,
  validateOverride,
} from './index';
import { METHOD_FACTOR_NAMES, MODEL_FACTOR_NAMES, methodConstants } from './method-constants';
import { defaultsBySite, modelIdsOf } from './names/defaults';
import { isVersion, parseName } from './names/parse';
import { translatedWords } from './names/translations';
import { lifeCycleDisclosures } from './peers';
import { aiWattchFactors } from './peers/ai-wattch';
import { ecoLogitsModels } from './peers/ecologits-models.mpl';
import { gridCarbon } from './places/grid-carbon';
import { gridWater } from './places/grid-water.mpl';
import { alpha3ByAlpha2 } from './places/iso-alpha2';
import { providerOf, providers, unknownProvider } from './places/providers';
import { tokenizerRelation } from './tokenizers';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const day = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/));
const date = v.pipe(v.string(), v.regex(/^20\d\d(-\d\d(-\d\d)?)?$/));
const source = v.strictObject({
  title: text,
  url: v.nullable(v.pipe(v.string(), v.url(), v.startsWith('https://'))),
  licence: text,
  date,
});
const range = (smallest: number, largest: number) =>
  v.pipe(
    v.strictObject({
      low: v.pipe(v.number(), v.minValue(smallest)),
      central: v.pipe(v.number(), v.finite()),
      high: v.pipe(v.number(), v.maxValue(largest)),
    }),
    v.check(({ low, central, high }) => low <= central && central <= high, 'low <= central <= high'),
  );

const price = {
  input: v.pipe(v.number(), v.minValue(0.01)),
  output: v.pipe(v.number(), v.minValue(0.01)),
  cachedInput: v.nullable(v.pipe(v.number(), v.minValue(0.001))),
};
const datedPrice = v.strictObject({
  ...price,
  since: day,
  longPrompt: v.nullable(v.strictObject({ ...price, aboveTokens: v.number() })),
  source,
});

const modelSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]*$/)),
  displayName: text,
  provider: text,
  release: day,
  family: text,
  retired: v.nullable(v.strictObject({ day, source })),
  prices: v.array(datedPrice),
  labels: v.array(text),
  slugs: v.array(v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/))),
  reasoning: v.picklist(['none', 'optional', 'adaptive', 'router', 'always', 'unknown']),
  tier: v.picklist(['small', 'medium', 'large', 'xlarge', 'pro', 'open', 'unknown']),
  totalParametersB: range(1, 20_000),
  activeParametersB: range(1, 2000),
  weightBits: range(4, 16),
  tokenizer: v.picklist([
    'openai-o200k',
    'openai-cl100k',
    'claude-3-to-4.6',
    'claude-4.7+',
    'claude-haiku-5.5',
    'gemini',
    'other',
  ]),
  native4Bit: v.boolean(),
  outputTokensPerSecond: v.nullable(v.pipe(v.number(), v.minValue(5), v.maxValue(500))),
  ttftSeconds: v.nullable(v.pipe(v.number(), v.minValue(0.1), v.maxValue(200))),
  usdPerMtok: v.nullable(v.strictObject(price)),
  priceSource: v.nullable(source),
  confidence: v.picklist(['high', 'medium', 'low', 'very-low']),
  source,
  note: v.string(),
});

function unique(values: readonly string[]): void {
  expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
}

describe('models', () => {
  it.each(models.map((model) => [model.id, model] as const))('%s is a valid row', (_, model) => {
    v.parse(modelSchema, model);
    for (const side of ['low', 'central', 'high'] as const) {
      expect(model.activeParametersB[side]).toBeLessThanOrEqual(model.totalParametersB[side]);
    }
    expect(model.priceSource !== null).toBe(model.usdPerMtok !== null);
    if (model.usdPerMtok) {
      const { input, output, cachedInput } = model.usdPerMtok;
      expect(output).toBeGreaterThanOrEqual(input);
      expect(cachedInput ?? 0).toBeLessThan(input);
    }
  });

  it('have ids of their own', () => unique(models.map(({ id }) => id)));

  it('are found by id, and a wrong id is nothing or an error', () => {
    expect(models.every((model) => modelById(model.id) === model && knownModel(model.id) === model)).toBe(
      true,
    );
    expect(modelById('gpt-99')).toBeNull();
    expect(modelById('__proto__')).toBeNull();
    expect(() => knownModel('gpt-99')).toThrow('gpt-99');
  });

  it('take 8 bits as central where closed, and native 4 bits for gpt-oss alone', () => {
    const closed = models.filter(({ tier }) => tier !== 'open');
    expect(closed.every(({ weightBits }) => weightBits.central === 8)).toBe(true);
    expect(models.filter(({ native4Bit }) => native4Bit).map(({ id }) => id)).toEqual([
      'gpt-oss-120b',
      'gpt-oss-20b',
    ]);
  });

  it('have names with words, and a speed where closed', () => {
    const names = models.flatMap(({ displayName, labels, slugs }) => [displayName, ...labels, ...slugs]);
    expect(names.filter((name) => parseName(name) === null)).toEqual([]);
    const closed = models.filter(({ tier }) => tier !== 'open');
    expect(closed.filter(({ outputTokensPerSecond }) => outputTokensPerSecond === null)).toEqual([]);
  });

  it('have a wide unknown entry for each site', () => {
    for (const site of SITE_IDS) {
      const unknown = knownModel(`unknown-${site}`);
      expect(unknown.provider).toBe(siteProvider(site));
      expect(unknown.totalParametersB).toEqual({ low: 100, central: 400, high: 2000 });
      expect(unknown.activeParametersB).toEqual({ low: 20, central: 60, high: 200 });
    }
  });

  it('all have a provider row, those of Meta and Alibaba the unknown one', () => {
    const without = models.filter(({ provider }) => providerOf(provider) === unknownProvider);
    expect([...new Set(without.map(({ provider }) => provider))].sort()).toEqual(['alibaba', 'meta']);
  });

  it('all have a tokenizer relation', () => {
    for (const { tokenizer } of models) {
      const relation = tokenizerRelation(tokenizer);
      v.parse(source, relation.source);
      for (const multiple of Object.values(relation.multiples)) {
        expect(multiple).toBeGreaterThan(0.5);
        expect(multiple).toBeLessThanOrEqual(3.5);
      }
    }
  });
});

describe('providers, hardware and grids', () => {
  const providerSchema = v.strictObject({
    id: text,
    name: text,
    hosts: v.array(text),
    hardware: v.pipe(v.array(text), v.nonEmpty()),
    pue: range(1, 2),
    wueOnSite: range(0, 3),
    wueOffSite: range(0, 10),
    zone: text,
    grid: range(0, 1000),
    source,
  });

  it.each([...providers, unknownProvider].map((p) => [p.id, p] as const))(
    '%s is a valid provider',
    (_, provider) => {
      v.parse(providerSchema, provider);
      const known = new Set(accelerators.map(({ id }) => id));
      expect(provider.hardware.filter((id) => !known.has(id))).toEqual([]);
      const zone = gridCarbon.find(([code]) => code === provider.zone);
      expect(Math.abs((zone?.[3] ?? 0) - provider.grid.central)).toBeLessThan(1);
    },
  );

  it('the unknown provider spans the known ones', () => {
    for (const { pue, wueOnSite } of providers) {
      expect(unknownProvider.pue.low).toBeLessThanOrEqual(pue.low);
      expect(unknownProvider.pue.high).toBeGreaterThanOrEqual(pue.high);
      expect(unknownProvider.wueOnSite.high).toBeGreaterThanOrEqual(wueOnSite.high);
    }
  });

  it('accelerators are valid and make accepted overrides', () => {
    unique(accelerators.map(({ id }) => id));
    for (const accelerator of accelerators) {
      v.parse(source, accelerator.source);
      const overrides = Object.entries(acceleratorOverrides(accelerator));
      expect(overrides.map(([name, value]) => validateOverride(name, value)).filter(({ ok }) => !ok)).toEqual(
        [],
      );
      expect(overrides.length).toBe(accelerator.embodiedKgco2e === null ? 6 : 7);
    }
  });

  it('grid rows are unique, in range and named', () => {
    unique(gridCarbon.map(([code]) => code));
    for (const [code, name, year, gco2ePerKwh] of gridCarbon) {
      expect([code, name].every((part) => part.trim() !== '')).toBe(true);
      expect(year >= 2020 && year <= 2026).toBe(true);
      expect(gco2ePerKwh >= 0 && gco2ePerKwh < 1500).toBe(true);
    }
  });

  it('water and ISO codes belong to zones of the carbon table', () => {
    const codes = new Set(gridCarbon.map(([code]) => code));
    expect([...gridWater.keys()].filter((code) => !codes.has(code))).toEqual([]);
    expect([...gridWater.values()].every((litres) => litres > 0 && litres < 30)).toBe(true);
    expect([...alpha3ByAlpha2.values()].filter((code) => !codes.has(code))).toEqual([]);
    expect([...alpha3ByAlpha2.keys()].every((code) => /^[A-Z]{2}$/.test(code))).toBe(true);
    unique([...alpha3ByAlpha2.values()]);
  });
});

describe('factors', () => {
  it('are each a constant of the method or of the model, once', () => {
    expect([...METHOD_FACTOR_NAMES, ...MODEL_FACTOR_NAMES].sort()).toEqual([...FACTOR_NAMES].sort());
    expect(Object.keys(factorDefinitions).sort()).toEqual([...FACTOR_NAMES].sort());
    unique(FACTOR_NAMES);
  });

  it.each(METHOD_FACTOR_NAMES)('%s has an ordered, accepted value with unit and source', (name) => {
    const { value, source: origin } = methodConstants[name];
    const { accepts, unit, description } = factorDefinitions[name];
    v.parse(range(accepts[0], accepts[1]), value);
    v.parse(source, origin);
    v.parse(text, unit);
    v.parse(text, description);
  });
});

describe('peers', () => {
  it('name models that exist', () => {
    expect([...ecoLogitsModels.keys()].filter((id) => modelById(id) === null)).toEqual([]);
    expect(models.filter((model) => aiWattchFactors(model) !== null)).toHaveLength(22);
  });

  it('life-cycle figures carry their source', () => {
    for (const disclosure of lifeCycleDisclosures) v.parse(source, disclosure.source);
    expect(lifeCycleDisclosures.map(({ waterMl, co2eGrams }) => [co2eGrams, waterMl])).toEqual([[1.14, 45]]);
  });
});

describe('names', () => {
  it.each(SITE_IDS)('defaults of %s are dated, in order, and never before the release', (site) => {
    for (const [key, rows] of defaultsBySite[site]) {
      expect(key).toBe(key.split(' ').sort().join(' '));
      const since = rows.map((row) => row.since);
      expect(since).toEqual([...new Set(since)].sort());
      for (const row of rows) {
        v.parse(day, row.since);
        for (const model of modelIdsOf(row).map(knownModel)) {
          expect([key, model.id, model.release <= row.since]).toEqual([key, model.id, true]);
          expect(model.provider).toBe(siteProvider(site));
        }
      }
    }
  });

  it('translated words mean one thing and are single words to the parser', () => {
    unique(translatedWords.flatMap(({ words }) => words));
    for (const { words, means } of translatedWords) {
      for (const word of words) expect(parseName(word)?.words).toEqual(means === '' ? [] : [means]);
    }
  });

  it('versions are told from words', () => {
    expect(['5.2', '4o', 'o3', '70b', '3'].every(isVersion)).toBe(true);
    expect(['pro', '0613', 'o', 'sonnet', '5.2.1'].some(isVersion)).toBe(false);
  });
});

it('the tables have a version', () => {
  expect(refdbVersion).toMatch(/^20\d\d\.(0[1-9]|1[0-2])\.\d+$/);
});
