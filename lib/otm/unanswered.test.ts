/**
 * Prompts that ended without a first token, by the table of otm.md section 11.1. GPT-5's published guesses: 75
 * tokens/s, e = 3.6299204 J per token, and factors of range 3.02872 (low) and 4.23219 (high) of e alone, worked out
 * apart with the formula written out: ln(high / central) of e_gpu(1500 B, 150 B) over e_gpu(400 B, 60 B) is 1.10886.
 */
import { describe, expect, it } from 'vitest';
import { testFactors, testModel } from '../../tests/fixtures/otm-factors';
import { workload } from '../../tests/fixtures/otm-workload';
import { estimatePrompt } from './estimate';
import type { Unanswered, Workload } from './workload';
import { WorkloadError } from './workload';

const factors = testFactors();

function ended(unanswered: Unanswered, changes: Partial<Workload> = {}): Workload {
  return workload({
    inputTokens: 10,
    outputTokens: 0,
    reasoningTokens: null,
    hiddenContext: 'possible',
    unanswered,
    ...changes,
  });
}
const refused = (changes: Partial<Workload> = {}) =>
  estimatePrompt(ended({ kind: 'refused', waitedSeconds: 40 }, changes), factors);
const stopped = (waitedSeconds: number | null, changes: Partial<Workload> = {}, of = factors) =>
  estimatePrompt(ended({ kind: 'stopped', waitedSeconds }, changes), of);

const SEEN = { seen: true, statedSeconds: null, textLength: 0 } as const;

describe('a prompt that the site refused', () => {
  it('costs nothing in the centre, and its ten tokens read once in the high: 0.1 * 10 * 3.6299 / 3600 * 4.2322', () => {
    const { energyWh, co2eGrams, waterMl, reasoningTokens } = refused();
    expect(reasoningTokens).toEqual({ low: 0, central: 0, high: 0 });
    expect(energyWh).toMatchObject({ low: 0, central: 0 });
    expect(energyWh.high).toBeCloseTo(0.00426736, 8);
    expect([co2eGrams.low, co2eGrams.central, waterMl.low, waterMl.central]).toEqual([0, 0, 0, 0]);
    expect(co2eGrams.high).toBeGreaterThan(0);
    expect(waterMl.high).toBeGreaterThan(0);
  });

  it('costs nothing by v1.0, the clocks and the list price, however long it was awaited', () => {
    const { otmV1, methods, costUsd, embodiedGrams, electricityUsd } = refused();
    expect([otmV1.energyWh, costUsd, embodiedGrams, electricityUsd]).toEqual([0, 0, 0, 0]);
    for (const [name, range] of Object.entries(methods)) {
      expect([name, range.low, range.central, range.high]).toEqual([name, 0, 0, 0]);
    }
  });

  it('reads its context once in the high: 0.1 * (10 + 750 + 0.1 * 250) = 78.5 tokens', () => {
    // A quarter of 1000 tokens is cached in an old chat. 78.5 * 3.6299204 / 3600 * 4.2321858
    const { energyWh, readTokens, cachedTokens } = refused({ contextTokens: 1000 });
    expect(energyWh.central).toBe(0);
    expect(energyWh.high).toBeCloseTo(0.334988, 5);
    expect([readTokens, cachedTokens]).toEqual([0, 0]);
  });

  it('is charged as one that was stopped when the page had shown thinking', () => {
    const begun = refused({ thinking: SEEN });
    expect(begun.reasoningTokens).toEqual(stopped(40, { thinking: SEEN }).reasoningTokens);
    expect(begun.reasoningTokens.central).toBe(1500);
  });

  it('says in its working that nothing was made', () => {
    const { reasoning, rangeCauses, assumptions } = refused();
    expect(reasoning.basis).toBe('refused');
    expect(rangeCauses().unanswered?.high).toBeGreaterThan(0.9);
    expect(assumptions()).toContainEqual(
      expect.objectContaining({
        name: 'ttftSeconds',
        value: 0,
        source: 'awaited until it ended without an answer; 0 where it was refused or no time is known',
      }),
    );
  });
});

describe('a prompt that was stopped before its first token', () => {
  it('may have made what 24 of 25 seconds make, 1800 tokens, and half of it in the centre', () => {
    const { reasoningTokens, energyWh } = stopped(25, { hiddenContext: 'none' });
    expect(reasoningTokens).toEqual({ low: 0, central: 900, high: 1800 });
    // 901 tokens with the prompt read once; the low end reaches nothing, as far as a logarithm does.
    expect(energyWh.central).toBeCloseTo(0.90848842, 7);
    expect(energyWh.low).toBeLessThan(1e-5);
    expect(energyWh.high).toBeCloseTo(4.5013487, 6);
  });

  it.each([
    [0.5, 0],
    [1, 0],
    [3, 150],
  ])('is bounded by its wait: %d s makes at most %d tokens', (waited, most) => {
    expect(stopped(waited).reasoningTokens.high).toBe(most);
  });

  it.each<[string, Partial<Workload>, Parameters<typeof testModel>[0]]>([
    ['an Instant label', { effort: 'instant' }, {}],
    ['a model that never thinks', {}, { reasoning: 'none' }],
  ])('in a mode without thinking has nothing but the prompt in its centre: %s', (_name, changes, model) => {
    const { reasoningTokens, energyWh } = stopped(
      25,
      { hiddenContext: 'none', ...changes },
      testFactors({}, { model: testModel(model) }),
    );
    expect(reasoningTokens).toEqual({ low: 0, central: 0, high: 1800 });
    expect(energyWh.central).toBeCloseTo(0.00100831, 8);
    expect(energyWh.high).toBeCloseTo(2.0837961, 6);
  });

  it('has thought for a quarter, half or all of the time when the page showed thinking', () => {
    const { reasoningTokens, energyWh } = stopped(25, { thinking: SEEN, hiddenContext: 'none' });
    expect(reasoningTokens).toEqual({ low: 468.75, central: 937.5, high: 1875 });
    expect(energyWh.low).toBeCloseTo(0.25622511, 7);
    expect(energyWh.central).toBeCloseTo(0.94630009, 7);
    expect(energyWh.high).toBeCloseTo(4.6887418, 6);
  });

  it('takes the time that the page stated before the wait, and no less than the thinking shown', () => {
    const stated = stopped(25, { thinking: { seen: true, statedSeconds: 8, textLength: 0 } });
    expect(stated.reasoningTokens).toEqual({ low: 150, central: 300, high: 600 });
    const shown = stopped(4, { thinking: { seen: true, statedSeconds: null, textLength: 2000 } });
    expect(shown.reasoningTokens).toEqual({ low: 500, central: 500, high: 500 });
  });

  it('is charged the wait by v1.0: (1.2 + 6 * 0.7 * 0.1) kW * 25 s * 1.17 = 13.1625 Wh', () => {
    const { otmV1, times } = stopped(25);
    expect(otmV1.energyWh).toBeCloseTo(13.1625, 9);
    expect(times).toEqual({
      ttftSeconds: 25,
      generationSeconds: 0,
      ttftAssumed: false,
      generationAssumed: false,
    });
  });

  it('of which no wait is known makes at most what its mode usually does, and takes no time by v1.0', () => {
    const { reasoningTokens, otmV1 } = stopped(null, { effort: 'thinking' });
    expect(reasoningTokens).toEqual({ low: 0, central: 1000, high: 2000 });
    expect(otmV1.energyWh).toBe(0);
  });

  it('may have read the instructions of the app, which one that was refused has not', () => {
    // 5000 tokens, 85 % of them cached at a tenth: 0.1 * 5000 * 0.235 = 117.5 tokens beside 1.
    const [with_, without] = (['possible', 'none'] as const).map((hiddenContext) =>
      stopped(1, { effort: 'instant', hiddenContext }),
    );
    expect(with_?.energyWh.high).toBeGreaterThan((without?.energyWh.high ?? 0) * 10);
    expect(refused({ hiddenContext: 'possible' }).energyWh).toEqual(
      refused({ hiddenContext: 'none' }).energyWh,
    );
  });

  it('reads instructions of a length that the person set with its prompt', () => {
    const own = testFactors({ hiddenContextTokens: 5000 });
    const central = stopped(1, { effort: 'instant' }, own).energyWh.central;
    expect(central).toBeCloseTo((3.6299204 * 118.5) / 3600, 6);
    const none = estimatePrompt(ended({ kind: 'refused', waitedSeconds: 1 }), own);
    expect(none.energyWh.central).toBe(0);
  });

  it('is not priced with a wait that is no time', () => {
    expect(() => stopped(-1)).toThrow(WorkloadError);
    expect(() => stopped(Number.NaN)).toThrow('unanswered.waitedSeconds');
  });
});
