import { describe, expect, it } from 'vitest';
import { source, testFactors, testModel, testPeers } from '../../tests/fixtures/otm-factors';
import { workload } from '../../tests/fixtures/otm-workload';
import { estimatePrompt } from './estimate';

const ROOT = 0.77 ** 2 + 0.46 ** 2 + 0.16 ** 2 + 0.13 ** 2 + 0.07 ** 2;
const modelHigh = 0.14934 * Math.log(150 / 60) + 0.73539 * Math.log(1500 / 400);
const modelLow = 0.14934 * Math.log(60 / 30) + 0.73539 * Math.log(400 / 200);

describe('pricing one prompt', () => {
  const estimate = estimatePrompt(workload(), testFactors());

  it('gives the worked example’s energy and joules per token', () => {
    expect(estimate.energyWh.central).toBeCloseTo(0.31257648099369345, 12);
    expect(estimate.joulesPerOutputToken).toBeCloseTo(3.6299204244428913, 12);
    expect(estimate.gpuJoulesPerOutputToken).toBeCloseTo(1.9723433498203615, 12);
  });

  it('ranges by the root of the squared logs of model, batch, fit, host, idle and PUE', () => {
    const { low, central, high } = estimate.energyWh;
    expect(Math.log(central / low)).toBeCloseTo(Math.sqrt(modelLow ** 2 + ROOT), 12);
    expect(Math.log(high / central)).toBeCloseTo(Math.sqrt(modelHigh ** 2 + ROOT), 12);
  });

  it('says what makes the range, each side summing to one', () => {
    const causes = estimate.rangeCauses();
    expect(Object.keys(causes)).toEqual([
      'modelParameters',
      'batchSize',
      'measurementFit',
      'hostOverhead',
      'provisionedIdle',
      'pue',
    ]);
    for (const end of ['low', 'high'] as const) {
      expect(Object.values(causes).reduce((sum, cause) => sum + cause[end], 0)).toBeCloseTo(1, 12);
    }
    expect(causes.batchSize?.low).toBeCloseTo(0.77 ** 2 / (modelLow ** 2 + ROOT), 12);
  });

  it('adds the grid to the range of carbon and the water intensities to that of water', () => {
    const { co2eGrams, waterMl } = estimate;
    expect(co2eGrams.central).toBeCloseTo((0.31257648099369345 * 383.55) / 1000, 12);
    expect(Math.log(co2eGrams.high / co2eGrams.central)).toBeCloseTo(
      Math.sqrt(modelHigh ** 2 + ROOT + Math.log(502 / 383.55) ** 2),
      12,
    );
    const central = 0.27 / 1.17 + 3.1321;
    expect(Math.log(waterMl.central / waterMl.low)).toBeCloseTo(
      Math.sqrt(modelLow ** 2 + ROOT + Math.log(central / (0.05 / 1.17 + 1)) ** 2),
      12,
    );
    expect(waterMl.onSite + waterMl.offSite).toBeCloseTo(waterMl.central, 12);
  });

  it('computes v1.0 beside it, from the model’s own speed where nothing was measured', () => {
    expect(estimate.otmV1).toMatchObject({ activeGpus: 6, memoryGb: 480 });
    expect(estimate.otmV1.serverWh).toBeCloseTo((1.2 * 4.6) / 3.6, 12);
    expect(estimate.times).toMatchObject({ ttftAssumed: true, generationAssumed: true });
  });

  it('runs every other method that has data and leaves out those that have none', () => {
    expect(Object.keys(estimate.methods).sort()).toEqual([
      'ai-wattch',
      'ecologits',
      'epoch',
      'how-hungry',
      'joules-per-throughput',
      'otm-time-share',
      'otm-v1',
      'otm-v1.1',
      'silicon',
    ]);
    const bare = { ...testPeers, ecologits: null, howHungry: null, aiWattch: null, disclosure: null };
    const without = estimatePrompt(workload(), testFactors({}, { peers: bare }));
    expect(without.methods).not.toHaveProperty('ecologits');
    expect(without.methods).not.toHaveProperty('how-hungry');
    expect(without.methods).not.toHaveProperty('ai-wattch');
    expect(without.disclosure).toBeNull();
  });

  it('shows v1.0 over the utilisation’s range, or as one value when the user fixed it', () => {
    expect(estimate.methods['otm-v1']?.low).toBe(estimate.otmV1.energyWh);
    expect(estimate.methods['otm-v1']?.high).toBeGreaterThan(estimate.otmV1.energyWh);
    const fixed = estimatePrompt(workload(), testFactors({ utilization: 0.8 })).methods['otm-v1'];
    expect(fixed).toEqual({ low: fixed?.central, central: fixed?.central, high: fixed?.central });
  });

  it('gives EcoLogits a measured time only when both times were measured', () => {
    const slow = estimatePrompt(workload({ ttftSeconds: 0.1, generationSeconds: 0.1 }), testFactors());
    const half = estimatePrompt(workload({ ttftSeconds: 0.1 }), testFactors());
    expect(slow.methods.ecologits?.central).toBeLessThan(estimate.methods.ecologits?.central ?? 0);
    expect(half.methods.ecologits?.central).toBe(estimate.methods.ecologits?.central);
  });
});

describe('factors that the user fixed', () => {
  it.each([
    ['batchSize', { batchSize: 8 }],
    ['hostOverhead', { hostOverhead: 1.5 }],
    ['provisionedIdle', { provisionedIdle: 1 }],
    ['pue', { pue: 1.3 }],
    ['modelParameters', { totalParameters: 300, activeParameters: 40 }],
  ])('are no cause of the range: %s', (cause, overrides) => {
    const causes = estimatePrompt(workload(), testFactors(overrides)).rangeCauses();
    expect(causes).not.toHaveProperty(cause);
    expect(causes).toHaveProperty('measurementFit');
  });

  it('leave a range of nothing when nothing is uncertain', () => {
    const sure = estimatePrompt(
      workload(),
      testFactors({
        batchSize: 8,
        hostOverhead: 1.5,
        provisionedIdle: 1,
        pue: 1.3,
        totalParameters: 300,
        activeParameters: 40,
        spanFitLn: 0,
      }),
    );
    expect(sure.energyWh.low).toBe(sure.energyWh.high);
    expect(sure.rangeCauses()).toEqual({});
  });
});

describe('what a prompt adds to the range', () => {
  it('is the token count’s error, on either side by itself', () => {
    const estimate = estimatePrompt(workload({ tokenError: { low: 1, high: 1.15 } }), testFactors());
    const { low, central, high } = estimate.energyWh;
    expect(Math.log(central / low)).toBeCloseTo(Math.sqrt(modelLow ** 2 + ROOT), 12);
    expect(Math.log(high / central)).toBeCloseTo(Math.sqrt(modelHigh ** 2 + ROOT + Math.log(1.15) ** 2), 12);
    expect(estimate.rangeCauses().tokenCount).toMatchObject({ low: 0 });
  });

  it('is the hidden system prompt, in the high bound only', () => {
    const estimate = estimatePrompt(workload({ hiddenContext: 'possible' }), testFactors());
    const system = 5000 * 0.1 * (0.15 + 0.85 * 0.1);
    expect(estimate.energyWh.central).toBeCloseTo(0.31257648099369345, 12);
    expect(estimate.rangeCauses().hiddenContext?.low).toBe(0);
    expect(Math.log(estimate.energyWh.high / estimate.energyWh.central)).toBeCloseTo(
      Math.sqrt(modelHigh ** 2 + ROOT + Math.log((310 + system) / 310) ** 2),
      12,
    );
    expect(estimatePrompt(workload({ hiddenContext: undefined }), testFactors()).energyWh.high).toBe(
      estimate.energyWh.high,
    );
  });

  it('is not the hidden system prompt once the user says how long it is', () => {
    const estimate = estimatePrompt(workload(), testFactors({ hiddenContextTokens: 10_000 }));
    const system = 10_000 * 0.1 * (0.15 + 0.85 * 0.1);
    expect(estimate.energyWh.central).toBeCloseTo((3.6299204244428913 * (310 + system)) / 3600, 12);
    expect(estimate.rangeCauses()).not.toHaveProperty('hiddenContext');
  });

  it('is hidden reasoning, half and twice', () => {
    const estimate = estimatePrompt(
      workload({ reasoningTokens: null, ttftSeconds: 21, outputTokens: 300, generationSeconds: 3 }),
      testFactors(),
    );
    expect(estimate.reasoningTokens).toEqual({ low: 1000, central: 2000, high: 4000 });
    const reachHigh = Math.log(4310 / 2310);
    expect(estimate.rangeCauses().hiddenReasoning?.high).toBeCloseTo(
      reachHigh ** 2 / (modelHigh ** 2 + ROOT + reachHigh ** 2),
      12,
    );
  });
});

describe('the kind of model', () => {
  it('behind a router reaches from its Instant target to its Thinking target', () => {
    const low = testModel({
      id: 'small',
      totalParametersB: { low: 50, central: 80, high: 90 },
      activeParametersB: { low: 10, central: 12, high: 14 },
    });
    const high = testModel({
      id: 'thinker',
      totalParametersB: { low: 500, central: 900, high: 4000 },
      activeParametersB: { low: 60, central: 90, high: 200 },
    });
    const auto = workload({ reasoningTokens: null, effort: 'auto' });
    const estimate = estimatePrompt(auto, testFactors({}, { routed: { low, high } }));
    const plain = estimatePrompt(auto, testFactors());
    expect(estimate.energyWh.central).toBe(plain.energyWh.central);
    expect(estimate.energyWh.low).toBeLessThan(plain.energyWh.low);
    expect(estimate.energyWh.high).toBeGreaterThan(plain.energyWh.high);
    expect(estimate.reasoningTokens).toEqual({ low: 0, central: 500, high: 2000 });

    const fixed = testFactors({ totalParameters: 400, activeParameters: 60 }, { routed: { low, high } });
    expect(estimatePrompt(auto, fixed).rangeCauses()).not.toHaveProperty('modelParameters');
  });

  it('with disclosed native 4-bit weights takes their factor, without it the 8-bit one', () => {
    const gptOss = testFactors({}, { model: testModel({ native4Bit: true }) });
    const ratio =
      estimatePrompt(workload(), gptOss).gpuJoulesPerOutputToken /
      estimatePrompt(workload(), testFactors()).gpuJoulesPerOutputToken;
    expect(ratio).toBeCloseTo(0.3 / Math.exp(-0.3112), 12);
  });

  it('without a known speed or latency is timed by the bandwidth rule and the base wait', () => {
    const nameless = testModel({ outputTokensPerSecond: null, ttftSeconds: null });
    const estimate = estimatePrompt(workload(), testFactors({}, { model: nameless }));
    expect(estimate.times.ttftSeconds).toBe(1);
    expect(estimate.times.generationSeconds).toBeCloseTo((300 * 60) / 3350, 12);
    const speed = estimate.assumptions().find(({ name }) => name === 'modelTokensPerSecond');
    expect(speed?.source).toContain('bandwidth rule');
  });
});

describe('assumptions', () => {
  const find = (name: string, estimate = estimatePrompt(workload(), testFactors())) =>
    estimate.assumptions().find((one) => one.name === name);

  it('name every factor that entered, with value, unit and source', () => {
    expect(find('batchSize')).toEqual({
      name: 'batchSize',
      value: 96,
      unit: 'unit',
      source: 'made for tests, 2026-11, https://example.org/facts (range 16 to 256)',
    });
    for (const name of [
      'pue',
      'utilization',
      'totalParameters',
      'activeParameters',
      'weightBits',
      'gridGco2ePerKwh',
      'blackwellShare',
    ]) {
      expect(find(name), name).toBeDefined();
    }
  });

  it('mark what the user set, lines beside the headline included', () => {
    expect(find('networkKwhPerGb')?.source).toContain('range 0.0005 to 0.01');
    const set = estimatePrompt(workload(), testFactors({ networkKwhPerGb: 0.01 }));
    expect(find('networkKwhPerGb', set)?.source).toBe('set by the user: exact');
  });

  it('list assumed times, and measured ones as measured', () => {
    expect(find('ttftSeconds')?.source).toContain('assumed');
    expect(find('ttftSeconds', estimatePrompt(workload({ ttftSeconds: 1 }), testFactors()))).toMatchObject({
      value: 1,
      source: 'measured',
    });
  });

  it('say where the reasoning, the cache, the model and the water come from', () => {
    const factors = testFactors(
      {},
      {
        guessed: true,
        waterIsProviders: true,
        routed: { low: testModel(), high: testModel({ id: 'deep' }) },
      },
    );
    const estimate = estimatePrompt(
      workload({ contextTokens: 100, cachedTokens: 40, hiddenContext: undefined }),
      factors,
      { v1: { pue: 'literal', gpuClock: 'decoding', gpuCount: 'power-of-two' } },
    );
    expect(find('reasoningTokens', estimate)?.source).toBe('given');
    expect(find('cachedTokens', estimate)).toMatchObject({ value: 40, source: 'given' });
    expect(find('model', estimate)?.source).toContain('a guess');
    expect(find('routedTo', estimate)?.value).toBe('gpt-5 to deep');
    expect(find('waterOffSiteOf', estimate)?.value).toBe('provider');
    expect(find('hiddenContext', estimate)?.value).toBe('possible');
    expect(find('otmV1Reading', estimate)?.value).toContain('literal');
  });

  it('list the other methods’ own inputs under their names', () => {
    expect(find('ecologits.activeB')?.value).toBe('30–90');
    expect(find('ecologits.pue')?.value).toBe(testPeers.ecologits?.pue[0]);
    expect(find('ecologits.constants.batchSize')?.value).toBe(64);
    expect(find('disclosure.co2eGrams')).toBeUndefined();
    const bare = testFactors({}, { peers: { ...testPeers, ecologits: null } });
    expect(find('ecologits.activeB', estimatePrompt(workload(), bare))).toBeUndefined();
  });

  it('leave out what a source does not have', () => {
    const model = testModel({ source: { ...source, url: null } });
    const estimate = estimatePrompt(workload(), testFactors({}, { model }));
    expect(find('model', estimate)?.source).toBe('made for tests, 2026-11');
  });
});
