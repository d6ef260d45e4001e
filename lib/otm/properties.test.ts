/** What must hold for every prompt, not only for the examples. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testFactors, testModel } from '../../tests/fixtures/otm-factors';
import { workload } from '../../tests/fixtures/otm-workload';
import type { Effort, Factors } from '../refdb/types';
import { estimatePrompt, type PromptEstimate } from './estimate';
import { LARGEST_QUANTITY, type Workload, WorkloadError } from './workload';

const tokens = fc.oneof(fc.integer({ min: 0, max: 200_000 }), fc.constant(LARGEST_QUANTITY));
const seconds = fc.option(fc.double({ min: 0, max: 3600, noNaN: true }));

const workloads: fc.Arbitrary<Workload> = fc
  .record({
    inputTokens: tokens,
    contextTokens: tokens,
    cachedShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    outputTokens: tokens,
    reasoningTokens: fc.option(tokens),
    ttftSeconds: seconds,
    generationSeconds: seconds,
    thinking: fc.record({
      seen: fc.boolean(),
      statedSeconds: seconds,
      textLength: fc.integer({ min: 0, max: 50_000 }),
    }),
    effort: fc.option(
      fc.constantFrom<Effort>('instant', 'low', 'medium', 'high', 'extra-high', 'thinking', 'pro', 'auto'),
    ),
    secondsSinceLastTurn: seconds,
    tokenError: fc.record({
      low: fc.double({ min: 1, max: 2, noNaN: true }),
      high: fc.double({ min: 1, max: 2, noNaN: true }),
    }),
    hiddenContext: fc.constantFrom('possible' as const, 'none' as const),
  })
  .map(({ cachedShare, ...rest }) => ({
    ...rest,
    cachedTokens: cachedShare === null ? null : Math.floor(rest.contextTokens * cachedShare),
    tokenMethod: 'exact' as const,
  }));

const factorSets: fc.Arbitrary<Factors> = fc
  .record({
    batchSize: fc.double({ min: 1, max: 600, noNaN: true }),
    pue: fc.double({ min: 1, max: 2, noNaN: true }),
    reasoning: fc.constantFrom('none' as const, 'router' as const, 'always' as const, 'unknown' as const),
    routed: fc.boolean(),
  })
  .map(({ batchSize, pue, reasoning, routed }) => {
    const model = testModel({ reasoning });
    return testFactors({ batchSize, pue }, { model, routed: routed ? { low: model, high: model } : null });
  });

function everyNumber(estimate: PromptEstimate): number[] {
  const found: number[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'number') found.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(estimate);
  walk(estimate.rangeCauses());
  return found;
}

describe('every estimate', () => {
  it('holds only finite numbers of zero or more, for zero and for huge prompts alike', () => {
    fc.assert(
      fc.property(workloads, factorSets, (prompt, factors) => {
        for (const number of everyNumber(estimatePrompt(prompt, factors))) {
          expect(Number.isFinite(number)).toBe(true);
          expect(number).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('has its centre inside its range, by every method', () => {
    fc.assert(
      fc.property(workloads, factorSets, (prompt, factors) => {
        const { energyWh, co2eGrams, waterMl, reasoningTokens, methods } = estimatePrompt(prompt, factors);
        for (const range of [energyWh, co2eGrams, waterMl, reasoningTokens, ...Object.values(methods)]) {
          expect(range.low).toBeLessThanOrEqual(range.central);
          expect(range.central).toBeLessThanOrEqual(range.high);
        }
      }),
    );
  });

  it('names causes whose shares sum to one on each side that has any', () => {
    fc.assert(
      fc.property(workloads, factorSets, (prompt, factors) => {
        const causes = Object.values(estimatePrompt(prompt, factors).rangeCauses());
        for (const end of ['low', 'high'] as const) {
          expect(causes.reduce((sum, cause) => sum + cause[end], 0)).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  it('grows with each kind of token', () => {
    const fields = ['inputTokens', 'contextTokens', 'outputTokens', 'reasoningTokens'] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 1, max: 100_000 }),
        (field, count, more) => {
          const at = (value: number): PromptEstimate =>
            estimatePrompt(workload({ [field]: value }), testFactors());
          const few = at(count);
          const many = at(count + more);
          for (const end of ['low', 'central', 'high'] as const) {
            expect(many.energyWh[end]).toBeGreaterThan(few.energyWh[end]);
            expect(many.waterMl[end]).toBeGreaterThan(few.waterMl[end]);
          }
          expect(many.otmV1.energyWh).toBeGreaterThanOrEqual(few.otmV1.energyWh);
          expect(many.costUsd ?? 0).toBeGreaterThan(few.costUsd ?? 0);
        },
      ),
    );
  });

  it('costs less when more of the context is cached', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999 }), (cached) => {
        const at = (cachedTokens: number): number =>
          estimatePrompt(workload({ contextTokens: 10_000, cachedTokens }), testFactors()).energyWh.central;
        expect(at(cached + 1)).toBeLessThan(at(cached));
      }),
    );
  });

  it('falls when more requests share the server', () => {
    const batch = fc.double({ min: 1, max: 1000, noNaN: true });
    fc.assert(
      fc.property(batch, batch, (one, other) => {
        const at = (batchSize: number): number =>
          estimatePrompt(workload(), testFactors({ batchSize })).energyWh.central;
        expect(at(Math.max(one, other))).toBeLessThanOrEqual(at(Math.min(one, other)));
      }),
    );
  });

  it('grows with PUE, v1.0 too', () => {
    const pue = fc.double({ min: 1, max: 2, noNaN: true });
    fc.assert(
      fc.property(pue, pue, (one, other) => {
        const better = estimatePrompt(workload(), testFactors({ pue: Math.min(one, other) }));
        const worse = estimatePrompt(workload(), testFactors({ pue: Math.max(one, other) }));
        expect(worse.energyWh.central).toBeGreaterThanOrEqual(better.energyWh.central);
        expect(worse.otmV1.energyWh).toBeGreaterThanOrEqual(better.otmV1.energyWh);
      }),
    );
  });

  it('is nothing for a prompt of nothing', () => {
    const empty = estimatePrompt(
      workload({ inputTokens: 0, outputTokens: 0, ttftSeconds: 0, generationSeconds: 0 }),
      testFactors(),
    );
    expect(empty.energyWh).toEqual({ low: 0, central: 0, high: 0 });
    expect(empty.otmV1.energyWh).toBe(0);
  });
});

describe('numbers that are no measurement', () => {
  const bad = [Number.NaN, -1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, LARGEST_QUANTITY * 2];

  function caught(changes: Partial<Workload>): WorkloadError {
    try {
      estimatePrompt(workload(changes), testFactors());
    } catch (error) {
      if (error instanceof WorkloadError) return error;
      throw error;
    }
    throw new Error('it was priced');
  }

  it.each([
    ['inputTokens', (value: number) => ({ inputTokens: value })],
    ['contextTokens', (value: number) => ({ contextTokens: value })],
    ['cachedTokens', (value: number) => ({ cachedTokens: value })],
    ['outputTokens', (value: number) => ({ outputTokens: value })],
    ['reasoningTokens', (value: number) => ({ reasoningTokens: value })],
    ['ttftSeconds', (value: number) => ({ ttftSeconds: value })],
    ['generationSeconds', (value: number) => ({ generationSeconds: value })],
    ['secondsSinceLastTurn', (value: number) => ({ secondsSinceLastTurn: value })],
    ['thinking.statedSeconds', (value: number) => ({ thinking: { seen: true, statedSeconds: value } })],
    [
      'thinking.textLength',
      (value: number) => ({ thinking: { seen: true, statedSeconds: null, textLength: value } }),
    ],
    ['tokenError.low', (value: number) => ({ tokenError: { low: value, high: 1 } })],
    ['tokenError.high', (value: number) => ({ tokenError: { low: 1, high: value } })],
  ])('are refused by name in %s', (field, changes) => {
    for (const value of bad) {
      const error = caught(changes(value));
      expect(error.field).toBe(field);
      expect(error.value).toBe(value);
      expect(error.message).toContain('give');
    }
  });

  it('are refused where more is cached than there is context', () => {
    const error = caught({ contextTokens: 10, cachedTokens: 11 });
    expect(error).toMatchObject({ field: 'cachedTokens', name: 'WorkloadError' });
    expect(error.advice).toContain('at most');
  });

  it('are refused where a token error would make counts more than certain', () => {
    expect(caught({ tokenError: { low: 0.9, high: 1 } }).field).toBe('tokenError.low');
  });
});
