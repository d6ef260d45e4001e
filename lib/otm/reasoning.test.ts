import { describe, expect, it } from 'vitest';
import { testFactors, testModel } from '../../tests/fixtures/otm-factors';
import { workload } from '../../tests/fixtures/otm-workload';
import type { Effort, Model } from '../refdb/types';
import { prepare } from './prepare';
import { effortTokens, inferReasoning, type Reasoning } from './reasoning';
import type { Workload } from './workload';

const rule = prepare(testFactors()).reasoning;

function inferred(changes: Partial<Workload>, model: Partial<Model> = {}, routed = false): Reasoning {
  return inferReasoning(
    workload({ reasoningTokens: null, ...changes }),
    testModel({ reasoning: 'optional', ...model }),
    75,
    routed,
    rule,
  );
}

describe('hidden reasoning', () => {
  it('is what was given, without a range', () => {
    expect(inferred({ reasoningTokens: 2000 }).tokens).toEqual({ low: 2000, central: 2000, high: 2000 });
  });

  it('is the wait above one second at the answer’s own rate, half and twice as bounds', () => {
    const reasoning = inferred({ ttftSeconds: 11, outputTokens: 300, generationSeconds: 6 });
    expect(reasoning).toMatchObject({ basis: 'waiting-time', tokensPerSecond: 50, seconds: 10 });
    expect(reasoning.tokens).toEqual({ low: 250, central: 500, high: 1000 });
  });

  it.each([
    ['49 tokens', { outputTokens: 49, generationSeconds: 6 }],
    ['less than a second', { outputTokens: 300, generationSeconds: 0.9 }],
    ['an unknown time', { outputTokens: 300, generationSeconds: null }],
  ])('takes the model’s speed when the answer has only %s', (_, changes) => {
    expect(inferred({ ttftSeconds: 11, ...changes }).tokens.central).toBe(750);
  });

  it('uses the answer’s own rate from 50 tokens and one second on', () => {
    expect(inferred({ ttftSeconds: 2, outputTokens: 50, generationSeconds: 1 }).tokens.central).toBe(50);
  });

  it('is nothing when the first token came within a second', () => {
    expect(inferred({ ttftSeconds: 0.4 }).tokens).toEqual({ low: 0, central: 0, high: 0 });
  });

  it('believes a duration stated by the page over the clock, without subtracting the base', () => {
    const reasoning = inferred({
      ttftSeconds: 40,
      thinking: { seen: true, statedSeconds: 12 },
    });
    expect(reasoning).toMatchObject({ basis: 'stated-duration', seconds: 12 });
    expect(reasoning.tokens.central).toBe(900);
  });

  it('is nothing for models that do not reason', () => {
    expect(inferred({ ttftSeconds: 30 }, { reasoning: 'none' })).toMatchObject({
      basis: 'model-without-reasoning',
      tokens: { low: 0, central: 0, high: 0 },
    });
  });

  it('is nothing under an Instant or Fast label, unless the page showed thinking', () => {
    expect(inferred({ ttftSeconds: 30, effort: 'instant' })).toMatchObject({
      basis: 'instant-label',
      tokens: { high: 0 },
    });
    expect(
      inferred({ ttftSeconds: 11, effort: 'instant', thinking: { seen: true, statedSeconds: null } }).tokens
        .central,
    ).toBe(750);
    expect(inferred({ effort: 'instant', thinking: { seen: false, statedSeconds: 2 } }).tokens.central).toBe(
      150,
    );
  });

  it('never uses an effort default when a time is known', () => {
    expect(inferred({ ttftSeconds: 2, effort: 'pro' }).tokens.central).toBe(75);
  });

  it.each<[Effort, number]>([
    ['instant', 0],
    ['low', 250],
    ['medium', 500],
    ['auto', 500],
    ['thinking', 2000],
    ['high', 5000],
    ['extra-high', 10000],
    ['pro', 16000],
  ])('falls back to the default of effort %s where no time is known', (effort, tokens) => {
    expect(effortTokens(effort, rule)).toBe(tokens);
    expect(inferred({ effort }).tokens.central).toBe(tokens);
  });

  it.each<[string, Partial<Model>, boolean, number]>([
    ['a Pro model', { tier: 'pro' }, false, 16000],
    ['a page that showed thinking', { reasoning: 'optional' }, true, 2000],
    ['a model that always reasons', { reasoning: 'always' }, false, 2000],
    ['a router', { reasoning: 'router' }, false, 500],
    ['a model that decides itself', { reasoning: 'adaptive' }, false, 500],
    ['an unknown model', { reasoning: 'unknown' }, false, 500],
    ['a model that reasons when asked, unasked', { reasoning: 'optional' }, false, 0],
  ])('without time and effort takes the likely effort of %s', (_, model, seen, tokens) => {
    expect(inferred({ thinking: { seen, statedSeconds: null } }, model).tokens.central).toBe(tokens);
  });

  it('reaches from Instant to Thinking behind a router without times', () => {
    expect(inferred({}, {}, true).tokens).toEqual({ low: 0, central: 500, high: 2000 });
  });

  it('may be mere waiting behind a router that showed no thinking', () => {
    expect(inferred({ ttftSeconds: 11 }, {}, true).tokens.low).toBe(0);
    expect(
      inferred({ ttftSeconds: 11, thinking: { seen: true, statedSeconds: null } }, {}, true).tokens.low,
    ).toBe(375);
  });

  it('is never below the thinking text that the page shows', () => {
    const shown = { seen: true, statedSeconds: 2, textLength: 4000 };
    expect(inferred({ thinking: shown }).tokens).toEqual({ low: 1000, central: 1000, high: 1000 });
    expect(inferred({ thinking: { ...shown, statedSeconds: 100 } }).tokens.low).toBe(3750);
  });

  it('does not divide by a zero generation time whatever the thresholds', () => {
    const anything = { ...rule, minDecodeSeconds: 0, minVisibleTokens: 0 };
    const reasoning = inferReasoning(
      workload({ reasoningTokens: null, ttftSeconds: 3, generationSeconds: 0 }),
      testModel({ reasoning: 'always' }),
      75,
      false,
      anything,
    );
    expect(reasoning.tokens.central).toBe(150);
  });
});
