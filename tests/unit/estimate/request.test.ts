import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../scripts/estimate/arguments';
import { price, toJson } from '../../../scripts/estimate/price';
import { type RawRequest, readRequest, UsageError } from '../../../scripts/estimate/request';

const base = { model: 'gpt-5', input: '100', output: '300' };

function priced(raw: RawRequest = {}, sets: readonly string[] = []) {
  return price(readRequest({ ...base, ...raw }, sets)).estimate;
}

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('flags', () => {
  it('are read as --name value and --name=value, --set again and again', () => {
    expect(
      parseArguments(['--model', 'gpt-5', '--input=1', '--set', 'pue=1.1', '--set=batchSize=8', '--json']),
    ).toEqual({
      raw: { model: 'gpt-5', input: '1' },
      sets: ['pue=1.1', 'batchSize=8'],
      json: true,
      stdin: false,
      help: false,
    });
  });

  it.each([
    [['--modle', 'x'], 'known are'],
    [['gpt-5'], 'unexpected'],
    [['--model'], 'needs a value'],
    [['--json=yes'], 'unknown flag'],
  ])('%j are refused', (argv, words) => {
    expect(refusal(() => parseArguments(argv))).toContain(words);
  });
});

describe('exactly the tokens given', () => {
  it('means no hidden context, no hidden reasoning and no token error', () => {
    const estimate = priced({ ttft: '30' });
    expect(estimate.reasoningTokens).toEqual({ low: 0, central: 0, high: 0 });
    expect(Object.keys(estimate.rangeCauses())).not.toContain('hiddenContext');
    expect(Object.keys(estimate.rangeCauses())).not.toContain('tokenCount');
  });

  it('takes 0.85 of the context as cached unless told', () => {
    expect(priced({ context: '1000' }).cachedTokens).toBe(850);
    expect(priced({ context: '1000', cached: '0' }).cachedTokens).toBe(0);
  });

  it('gives the worked examples with their own ratio of reading to writing', () => {
    const cache = { input: '1000', context: '9000', cached: '9000' };
    expect(priced(cache, ['prefillRatio=0.1']).energyWh.central).toBeCloseTo(0.494072502215838, 9);
    expect(priced({}, ['prefillRatio=0.1']).energyWh.central).toBeCloseTo(0.31257648099369345, 9);
    // With 0.092: 3.6299204 J * (300 + 92 + 82.8) / 3600.
    expect(priced(cache).energyWh.central).toBeCloseTo(0.4787461715, 9);
  });

  it('prices hidden context, reasoning and token error when a flag says so', () => {
    expect(priced({}, ['hiddenContextTokens=10000']).energyWh.central).toBeGreaterThan(
      priced().energyWh.central,
    );
    expect(priced({ reasoning: '2000' }).energyWh.central).toBeCloseTo(
      (3.62992042 * (300 + 1.25 * 2000 + 9.2)) / 3600,
      6,
    );
    expect(Object.keys(priced({ 'token-error': '1.25' }).rangeCauses())).toContain('tokenCount');
  });
});

describe('factors set by hand', () => {
  it('are exact and drop out of the range', () => {
    const estimate = priced({}, ['batchSize=8', 'pue=1.1', 'totalParameters=300', 'activeParameters=50']);
    expect(Object.keys(estimate.rangeCauses())).toEqual([
      'measurementFit',
      'hostOverhead',
      'provisionedIdle',
      'otherHardware',
      'fourBitServing',
      'prefill',
    ]);
    const list = estimate.assumptions();
    expect(list.find(({ name }) => name === 'pue')).toMatchObject({ value: 1.1 });
    expect(list.find(({ name }) => name === 'batchSize')?.source).toContain('set by the user');
  });

  it('may be negative where the factor is', () => {
    expect(priced({}, ['fit8Bit=-0.5']).gpuJoulesPerOutputToken).toBeLessThan(
      priced().gpuJoulesPerOutputToken,
    );
  });

  it('can be all that the contract names', () => {
    for (const set of [
      'pue=1.2',
      'utilization=0.5',
      'batchSize=32',
      'totalParameters=100',
      'activeParameters=20',
      'weightBits=16',
      'gridGco2ePerKwh=50',
      'blackwellShare=1',
    ]) {
      const [name, value] = set.split('=');
      const found = priced({}, [set])
        .assumptions()
        .find((one) => one.name === name);
      expect(found?.value).toBe(Number(value));
    }
  });

  it.each([['speed=3'], ['batchSize'], ['batchSize=many'], ['batchSize=-1'], ['pue=0.5']])(
    'are refused as %s, naming what is accepted',
    (set) => {
      expect(refusal(() => priced({}, [set]))).toMatch(/from|known are/);
    },
  );
});

describe('the zone', () => {
  it('is taken by either ISO code and brings its own carbon, exactly', () => {
    const france = priced({ zone: 'FRA' });
    expect(priced({ zone: 'fr' }).co2eGrams).toEqual(france.co2eGrams);
    expect(france.co2eGrams.central).toBeLessThan(priced().co2eGrams.central / 4);
    expect(france.co2eGrams.high / france.co2eGrams.central).toBeCloseTo(
      france.energyWh.high / france.energyWh.central,
      9,
    );
  });
});

describe('requests that cannot be priced', () => {
  it.each<[string, RawRequest, string]>([
    ['no model', { model: '' }, 'model is missing'],
    ['an unknown zone', { zone: 'Atlantis' }, 'ISO country code'],
    ['no output', { output: '' }, 'output is missing'],
    ['a negative number', { input: '-5' }, 'from 0 to'],
    ['a word for a number', { context: 'ten' }, 'from 0 to'],
    ['NaN from JSON', { ttft: Number.NaN }, 'from 0 to'],
    ['an absurd number', { input: '1e300' }, 'from 0 to'],
    ['more cached than context', { context: '5', cached: '6' }, 'at most 5'],
    ['an impossible token error', { 'token-error': '0.5' }, 'from 1'],
    ['an unknown headline', { headline: 'best' }, 'otm-shared, otm-v1'],
  ])('%s', (_, raw, words) => {
    expect(refusal(() => priced(raw))).toContain(words);
  });
});

describe('the JSON', () => {
  it('shows v1.0 as the headline to those who ask for it, and both anyway', () => {
    const request = readRequest(
      {
        ...base,
        headline: 'otm-v1',
        'pue-reading': 'literal',
        'gpu-clock': 'decoding',
        'gpu-count': 'ceiling',
      },
      [],
    );
    const json = JSON.parse(JSON.stringify(toJson(price(request))));
    expect(json.headlineValues.energyWh.central).toBe(json.otmV1.energyWh);
    expect(json.energyWh.central).toBeLessThan(json.otmV1.energyWh);
  });
});
