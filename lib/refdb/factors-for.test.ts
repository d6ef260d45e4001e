import { describe, expect, it } from 'vitest';
import {
  charactersPerToken,
  FACTOR_NAMES,
  factorsFor,
  isFactorName,
  knownModel,
  listZones,
  lookUpModel,
  models,
  resolveZone,
  tokenErrors,
  validateOverride,
} from './index';

const named = (id: string) => ({ model: knownModel(id), guessed: false });

describe('zones', () => {
  it.each([
    ['USA', 'USA'],
    ['us', 'USA'],
    [' fr ', 'FRA'],
    ['GB', 'GBR'],
    ['xk', 'XKX'],
    ['Europe', 'Europe'],
    ['latin america and caribbean', 'Latin America and Caribbean'],
    ['EU', 'EU'],
    ['WOR', 'WOR'],
  ])('%s is %s', (code, expected) => {
    expect(resolveZone(code)?.code).toBe(expected);
  });

  it.each(['', 'ZZ', 'Narnia', '__proto__', 'x'.repeat(10_000)])('%.20s is no zone', (code) => {
    expect(resolveZone(code)).toBeNull();
  });

  it('carry carbon with year and source, and water where the table has it', () => {
    expect(resolveZone('USA')).toMatchObject({ gco2ePerKwh: 383.55, year: 2024, wueOffSite: 3.1321 });
    expect(resolveZone('USA')?.carbonSource).toMatchObject({ licence: 'CC BY 4.0', date: '2024' });
    expect(resolveZone('USA')?.waterSource).toMatchObject({ licence: 'MPL-2.0' });
    expect(resolveZone('KEN')).toMatchObject({ gco2ePerKwh: 84.83, wueOffSite: null, waterSource: null });
  });

  it('are listed by name for a picker', () => {
    const names = listZones().map(({ name }) => name);
    expect(names).toHaveLength(222);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
  });
});

describe('factors of a named model', () => {
  const factors = factorsFor(named('gpt-5'));

  it('hold every factor by name, with unit and source, none overridden', () => {
    expect(Object.keys(factors.values).sort()).toEqual([...FACTOR_NAMES].sort());
    for (const name of FACTOR_NAMES) {
      const factor = factors.values[name];
      expect(factor.name).toBe(name);
      expect(factor.overridden).toBe(false);
      expect(factor.source.title).not.toBe('');
      expect(validateOverride(name, factor.value.central)).toEqual({ ok: true });
    }
  });

  it('join the model with its provider and grid', () => {
    expect(factors.values.totalParameters.value).toEqual({ low: 200, central: 400, high: 1500 });
    expect(factors.values.activeParameters.value).toEqual({ low: 30, central: 60, high: 150 });
    expect(factors.values.pue.value).toEqual({ low: 1.12, central: 1.17, high: 1.3 });
    expect(factors.values.gridGco2ePerKwh.value).toEqual({ low: 200, central: 384, high: 502 });
    expect(factors.gridZone).toBe('USA');
    expect(factors.waterIsProviders).toBe(false);
    expect(factors.routed).toBeNull();
    expect(factors.key).toBe('2026.11.1|gpt-5|USA|-');
  });

  it('reproduce the worked example of 1.972343 J, and 0.311770 Wh with reading at 0.092', () => {
    const c = (name: (typeof FACTOR_NAMES)[number]) => factors.values[name].value.central;
    const gpuJoules =
      Math.exp(c('fitIntercept') + c('fitBlackwell') * c('blackwellShare') + c('fit8Bit')) *
      c('activeParameters') ** c('fitActiveExponent') *
      c('totalParameters') ** c('fitTotalExponent') *
      c('batchSize') ** c('fitBatchExponent');
    expect(gpuJoules).toBeCloseTo(1.9723433498203615, 12);
    const facility = gpuJoules * c('hostOverhead') * c('provisionedIdle') * c('pue');
    expect((facility * (300 + 100 * c('prefillRatio'))) / 3600).toBeCloseTo(0.31176983201048375, 12);
  });

  it('keep the hidden context for the high bound, by provider, and not for open models', () => {
    const hidden = (id: string) => factorsFor(named(id)).values.hiddenContextTokens.value;
    expect(hidden('gpt-5')).toEqual({ low: 0, central: 0, high: 5000 });
    expect(hidden('claude-sonnet-5').high).toBe(25_000);
    expect(hidden('gemini-3-flash').high).toBe(4000);
    expect(hidden('gpt-oss-120b').high).toBe(0);
    const closed = { ...knownModel('gpt-5'), id: 'le-chat', provider: 'mistral' };
    expect(factorsFor({ model: closed, guessed: false }).values.hiddenContextTokens.value.high).toBe(0);
  });

  it('take the unknown provider for a maker without a row', () => {
    const llama = factorsFor(named('llama-3.1-8b'));
    expect(llama.values.pue.value.central).toBe(1.2);
    expect(llama.values.charactersPerToken.value.central).toBe(4);
    expect(factorsFor(named('qwen3-32b')).values.charactersPerToken.value.central).toBe(4);
  });

  it('are made once for the same question, and anew after 256 others', () => {
    const again = factorsFor(named('gpt-5'));
    expect(factorsFor(named('gpt-5'))).toBe(again);
    for (let i = 0; i < 300; i++) factorsFor(named('gpt-5'), { overrides: { batchSize: 100 + i } });
    expect(factorsFor(named('gpt-5'))).not.toBe(again);
    expect(factorsFor(named('gpt-5'))).toEqual(again);
  });
});

describe('a chosen zone', () => {
  it('brings its own carbon and water without a range', () => {
    const { values, gridZone, waterIsProviders, key } = factorsFor(named('gpt-5'), { zone: 'fr' });
    expect(values.gridGco2ePerKwh.value).toEqual({ low: 44.18, central: 44.18, high: 44.18 });
    expect(values.wueOffSite.value).toEqual({ low: 3.6737, central: 3.6737, high: 3.6737 });
    expect([gridZone, waterIsProviders, key]).toEqual(['FRA', false, '2026.11.1|gpt-5|=FRA|-']);
  });

  it("without water in the table keeps the provider's, and says so", () => {
    const factors = factorsFor(named('gpt-5'), { zone: 'KEN' });
    expect(factors.values.wueOffSite.value).toEqual({ low: 1, central: 3.13, high: 4.35 });
    expect(factors.waterIsProviders).toBe(true);
    const own = factorsFor(named('gpt-5'), { zone: 'KEN', overrides: { wueOffSite: 2 } });
    expect(own.waterIsProviders).toBe(false);
  });

  it('differs from the same zone as a default', () => {
    const chosen = factorsFor(named('gpt-5'), { zone: 'USA' });
    expect(chosen.key).not.toBe(factorsFor(named('gpt-5'), { zone: null }).key);
    expect(chosen.values.gridGco2ePerKwh.value.low).toBe(383.55);
  });

  it('that does not exist is an error', () => {
    expect(() => factorsFor(named('gpt-5'), { zone: 'ZZ' })).toThrow(new RangeError('unknown grid zone ZZ'));
  });
});

describe('overrides', () => {
  it('are exact, marked and part of the key, whatever their order', () => {
    const one = factorsFor(named('gpt-5'), { overrides: { pue: 1.3, batchSize: 64 } });
    const other = factorsFor(named('gpt-5'), { overrides: { batchSize: 64, pue: 1.3 } });
    expect(one.values.pue).toMatchObject({ value: { low: 1.3, central: 1.3, high: 1.3 }, overridden: true });
    expect(one.values.batchSize.source.title).toBe('set by you');
    expect(one.values.hostOverhead.overridden).toBe(false);
    expect(other).toBe(one);
    expect(one.key).not.toBe(factorsFor(named('gpt-5'), { overrides: { pue: 1.3 } }).key);
    expect(one.key.length).toBeLessThan(60);
  });

  it('leave the tables as they are', () => {
    factorsFor(named('gpt-5'), { overrides: { pue: 2, batchSize: 4 } });
    const { values } = factorsFor(named('gpt-5'));
    expect([values.pue.value.central, values.batchSize.value.central]).toEqual([1.17, 96]);
  });

  it('undefined is no override', () => {
    expect(factorsFor(named('gpt-5'), { overrides: { pue: undefined } }).key).toBe('2026.11.1|gpt-5|USA|-');
  });

  it.each([
    ['pue', 0.9, 'pue must be a number from 1 to 3 (ratio)'],
    ['pue', Number.NaN, 'pue must be a number from 1 to 3 (ratio)'],
    ['batchSize', Number.POSITIVE_INFINITY, 'batchSize must be a number from 1 to 4096 (requests)'],
    ['gridGco2ePerKwh', -1, 'gridGco2ePerKwh must be a number from 0 to 2000 (gCO2e/kWh)'],
  ])('%s = %s is refused with the accepted range', (name, value, message) => {
    expect(validateOverride(name, value)).toEqual({ ok: false, message });
    expect(() => factorsFor(named('gpt-5'), { overrides: { [name]: value } })).toThrow(
      new RangeError(message),
    );
  });

  it('of unknown factors are refused with the known names', () => {
    const check = validateOverride('coffee', 1);
    expect(check.ok ? '' : check.message).toContain('gridGco2ePerKwh');
    expect(() => factorsFor(named('gpt-5'), { overrides: { coffee: 1 } as object })).toThrow(
      'unknown factor coffee',
    );
    expect(isFactorName('toString')).toBe(false);
  });
});

describe('guesses and routed labels', () => {
  const time = Date.parse('2026-11-20') / 1000;

  it('a guess has parameters twice as wide on each side, and its own key', () => {
    const match = lookUpModel({ site: 'claude', slug: null, label: 'Opus 5.2', time });
    const factors = factorsFor(match);
    expect(factors.guessed).toBe(true);
    expect(factors.values.totalParameters.value).toEqual({ low: 140, central: 840, high: 5000 });
    expect(factors.model.activeParametersB).toEqual({ low: 21, central: 130, high: 760 });
    expect(factors.key).toBe('2026.11.1|claude-opus-5.5~|USA|-');
    expect(match.model.totalParametersB.high).toBe(2500);
  });

  it('the unknown entry is not widened further', () => {
    const factors = factorsFor(lookUpModel({ site: 'gemini', slug: null, label: 'zebra', time }));
    expect(factors.values.totalParameters.value).toEqual({ low: 100, central: 400, high: 2000 });
  });

  it('a routed label has its Instant and its Thinking target', () => {
    const routed = (label: string, day: string) => {
      const match = lookUpModel({ site: 'chatgpt', slug: null, label, time: Date.parse(day) / 1000 });
      const { routed: targets } = factorsFor(match);
      return targets && [targets.low.id, targets.high.id];
    };
    expect(routed('Auto', '2026-01-15')).toEqual(['gpt-5.2', 'gpt-5.2-thinking']);
    expect(routed('Auto', '2026-09-15')).toEqual(['gpt-5.6-sol', 'gpt-5.6-sol']);
    expect(routed('Instant', '2026-01-15')).toBeNull();
  });

  it('a guessed routed label widens both targets', () => {
    const match = lookUpModel({
      site: 'chatgpt',
      slug: null,
      label: 'GPT-5.15',
      time: Date.parse('2025-09-15') / 1000,
    });
    const factors = factorsFor(match);
    expect(factors.key).toBe('2026.11.1|gpt-5~+auto|USA|-');
    expect(factors.routed?.high.id).toBe('gpt-5-thinking');
    expect(factors.routed?.low.totalParametersB.high).toBe(3000);
    expect(factors.routed?.high.totalParametersB.low).toBe(100);
  });

  it('keys differ wherever factors do', () => {
    const seen = new Map<string, string>();
    for (const model of models) {
      for (const guessed of [false, true]) {
        for (const effort of ['auto', 'thinking', null] as const) {
          for (const zone of [null, 'USA', 'FRA']) {
            const factors = factorsFor({ model, guessed, effort }, { zone });
            const content = JSON.stringify({ ...factors, key: '' });
            expect(seen.get(factors.key) ?? content).toBe(content);
            seen.set(factors.key, content);
          }
        }
      }
    }
    expect(seen.size).toBeGreaterThan(models.length * 6);
  });
});

describe('tokens', () => {
  it('have published characters per token and one-sided errors', () => {
    expect(charactersPerToken('anthropic').value).toBe(3.5);
    expect(Math.log(tokenErrors.characters.high)).toBeCloseTo(Math.log(1.25), 12);
    expect(tokenErrors.markup).toEqual({ low: 1, high: 1.15 });
  });
});
