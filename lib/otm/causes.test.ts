/**
 * The causes of otm.md sections 11.4 to 11.6, one at a time on GPT-5's published guesses: what is not named is
 * exact or reaches nowhere.
 */
import { describe, expect, it } from 'vitest';
import { testFactors, testModel } from '../../tests/fixtures/otm-factors';
import { workload } from '../../tests/fixtures/otm-workload';
import type { FactorName, FactorOverrides, Factors } from '../refdb/types';
import { estimatePrompt } from './estimate';
import { isInsideFit } from './serving';
import type { Workload } from './workload';

/** Factors without any other cause. */
const QUIET: FactorOverrides = {
  totalParameters: 400,
  activeParameters: 60,
  batchSize: 96,
  hostOverhead: 1.43,
  provisionedIdle: 1.1,
  pue: 1.17,
};

function only(spans: FactorOverrides, changes: Partial<Factors> = {}): Factors {
  const factors = testFactors({ ...QUIET, ...spans }, changes);
  const { spanFitLn } = factors.values;
  return {
    ...factors,
    values: { ...factors.values, spanFitLn: { ...spanFitLn, value: { low: 0, central: 0, high: 0 } } },
  };
}

function ranged(name: FactorName, low: number, central: number, high: number): Factors {
  const factors = only({});
  const changed = { ...factors.values[name], value: { low, central, high } };
  return { ...factors, values: { ...factors.values, [name]: changed } };
}

function spread(factors: Factors, changes: Partial<Workload> = {}) {
  const { energyWh, rangeCauses } = estimatePrompt(workload(changes), factors);
  return {
    central: energyWh.central,
    low: energyWh.central / energyWh.low,
    high: energyWh.high / energyWh.central,
    causes: Object.keys(rangeCauses()),
  };
}

describe('reading the prompt', () => {
  it('reaches as far as its own share of the energy: 300 + 9.2 with 0.06 to 0.14 for 0.092', () => {
    const { low, high, causes } = spread(ranged('prefillRatio', 0.06, 0.092, 0.14));
    expect(low).toBeCloseTo(309.2 / 306, 9);
    expect(high).toBeCloseTo(314 / 309.2, 9);
    expect(causes).toEqual(['prefill']);
  });

  it('is most of the range of a short answer to a long prompt', () => {
    const factors = ranged('prefillRatio', 0.06, 0.092, 0.14);
    expect(spread(factors, { inputTokens: 20_000, outputTokens: 10 }).high).toBeCloseTo(2810 / 1850, 9);
  });
});

describe('a very long context', () => {
  const factors = only({ spanLongContextLn: 1.309, longContextTokens: 32_000 });

  it('reaches upward only, from 32,000 tokens on: 1 / 0.27 at 100,000', () => {
    expect(spread(factors, { inputTokens: 32_000 }).causes).toEqual([]);
    const { low, high, causes } = spread(factors, { inputTokens: 60_000, contextTokens: 40_000 });
    expect(low).toBe(1);
    expect(high).toBeCloseTo(Math.exp(1.309), 9);
    expect(causes).toEqual(['longContext']);
  });
});

describe('a hidden token', () => {
  it('takes 1.25 times the energy of a visible one, 1 to 1.6', () => {
    const { central, low, high, causes } = spread(ranged('reasoningWeight', 1, 1.25, 1.6), {
      inputTokens: 0,
      reasoningTokens: 400,
    });
    // 300 + 500 output-token equivalents; 300 + 400 and 300 + 640 at the ends.
    expect(central).toBeCloseTo((3.62992042444289 * 800) / 3600, 9);
    expect(low).toBeCloseTo(800 / 700, 9);
    expect(high).toBeCloseTo(940 / 800, 9);
    expect(causes).toEqual(['reasoningWeight']);
  });

  it('counts once in reasoning tokens, cost and v1.0', () => {
    const given = { inputTokens: 0, reasoningTokens: 400 } as const;
    const heavy = estimatePrompt(workload(given), only({ reasoningWeight: 1.25 }));
    const light = estimatePrompt(workload(given), only({ reasoningWeight: 1 }));
    expect(heavy.reasoningTokens.central).toBe(400);
    expect(heavy.costUsd).toBe(light.costUsd);
    expect(heavy.otmV1.energyWh).toBe(light.otmV1.energyWh);
  });
});

describe('what the fit does not know', () => {
  it('is the number of accelerators where a model fits on one: upward', () => {
    const large = spread(only({ spanGpuCountLn: 0.458 }));
    expect(large.causes).toEqual([]);
    const small = spread(only({ spanGpuCountLn: 0.458, totalParameters: 8, activeParameters: 8 }));
    expect([small.low, small.causes]).toEqual([1, ['gpuCount']]);
    expect(small.high).toBeCloseTo(Math.exp(0.458), 9);
  });

  it('is other hardware: both ways', () => {
    const { low, high } = spread(only({ spanHardwareLn: 0.26 }));
    expect(Math.log(low)).toBeCloseTo(0.26, 9);
    expect(Math.log(high)).toBeCloseTo(0.26, 9);
  });

  it('is serving in 4 bits: downward, by half of the Blackwell share, for closed models alone', () => {
    const { low, high } = spread(only({ spanFourBitLn: 1, blackwellShare: 0.8 }));
    expect(Math.log(low)).toBeCloseTo(0.4, 9);
    expect(high).toBe(1);
    const open = only({ spanFourBitLn: 1 }, { model: testModel({ tier: 'open' }) });
    expect(spread(open).causes).toEqual([]);
    const native = only({ spanFourBitLn: 1 }, { model: testModel({ native4Bit: true }) });
    expect(spread(native).causes).toEqual([]);
    expect(spread(only({ spanFourBitLn: 1, weightBits: 8 })).causes).toEqual([]);
  });

  it.each([
    [3, false, false],
    [4, false, true],
    [600, false, true],
    [601, false, false],
    [256, true, true],
    [257, true, false],
  ])('batch %d, with reasoning %s: inside the fit %s', (batch, reasons, inside) => {
    expect(isInsideFit(batch, reasons)).toBe(inside);
    const factors = only({ spanOutsideFitLn: 1.0986, batchSize: batch });
    const { high, causes } = spread(factors, { reasoningTokens: reasons ? 100 : 0 });
    expect(causes).toEqual(inside ? [] : ['outsideFit']);
    expect(Math.log(high)).toBeCloseTo(inside ? 0 : 1.0986, 9);
  });
});
