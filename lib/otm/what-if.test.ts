import { describe, expect, it } from 'vitest';
import { testFactors, testModel } from '../../tests/fixtures/otm-factors';
import { workload } from '../../tests/fixtures/otm-workload';
import { estimatePrompt } from './estimate';
import { type WhatIfInputs, type WhatIfName, whatIfs } from './what-if';

const now = testFactors();
const nothing: Omit<WhatIfInputs, 'workload'> = {
  factors: now,
  smaller: null,
  cleaner: null,
  otherAttempts: [],
};
const inputs = (change: Partial<WhatIfInputs> = {}): WhatIfInputs => ({
  ...nothing,
  workload: workload(),
  ...change,
});
const names = (change: Partial<WhatIfInputs>) => whatIfs(inputs(change)).map(({ name }) => name);
const one = (name: WhatIfName, change: Partial<WhatIfInputs>) => {
  const found = whatIfs(inputs(change)).find((alternative) => alternative.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

/** A waiting time of ten seconds, nine of which were thinking at 100 tokens a second. */
const thought = workload({
  reasoningTokens: null,
  ttftSeconds: 10,
  generationSeconds: 3,
  thinking: { seen: true, statedSeconds: null },
});
const smallModel = testFactors(
  { totalParameters: 20, activeParameters: 4 },
  { model: testModel({ id: 'small', reasoning: 'always' }) },
);

describe('what would have been less', () => {
  it('offers nothing where nothing would change', () => {
    expect(names({ workload: workload({ outputTokens: 0 }) })).toEqual([]);
  });

  it('leaves out a model that is not smaller and a grid that is not cleaner', () => {
    expect(names({ smaller: now, cleaner: now })).toEqual(['shorter-answer']);
  });

  it('leaves out everything for a prompt that cost nothing', () => {
    expect(names({ workload: workload({ inputTokens: 0, outputTokens: 0 }) })).toEqual([]);
  });

  it('halves the visible answer: 150 + 10 output-token equivalents instead of 300 + 10', () => {
    const shorter = one('shorter-answer', {});
    expect(shorter.ratio.energy).toBeCloseTo(160 / 310, 12);
    expect(shorter.ratio.co2e).toBeCloseTo(160 / 310, 12);
    expect(shorter.ratio.water).toBeCloseTo(160 / 310, 12);
    const before = estimatePrompt(workload(), now).energyWh;
    expect(shorter.energyWh.high / before.high).toBeCloseTo(160 / 310, 12);
  });

  it('keeps the thinking of a shorter answer as it was', () => {
    const before = estimatePrompt(thought, now);
    expect(before.reasoningTokens.central).toBe(900);
    expect(one('shorter-answer', { workload: thought }).ratio.energy).toBeCloseTo(1060 / 1210, 12);
  });

  it('drops the thinking and with it the range that came of it', () => {
    const without = one('no-thinking', { workload: thought });
    expect(without.ratio.energy).toBeCloseTo(310 / 1210, 12);
    const before = estimatePrompt(thought, now).energyWh;
    expect(without.energyWh.high / without.energyWh.central).toBeLessThan(before.high / before.central);
  });

  it('gives a smaller model the same tokens, thinking included', () => {
    const small = one('smaller-model', { workload: thought, smaller: smallModel });
    const joules = estimatePrompt(thought, smallModel).joulesPerOutputToken;
    expect(small.energyWh.central).toBeCloseTo((joules * 1210) / 3600, 12);
    expect(small.ratio.energy).toBeLessThan(0.2);
  });

  it('lets a smaller model that cannot think not think', () => {
    const plain = testFactors(
      { totalParameters: 20, activeParameters: 4 },
      { model: testModel({ id: 'small', reasoning: 'none' }) },
    );
    const small = one('smaller-model', { workload: thought, smaller: plain });
    const joules = estimatePrompt(thought, plain).joulesPerOutputToken;
    expect(small.energyWh.central).toBeCloseTo((joules * 310) / 3600, 12);
  });

  it('starts a new chat: nothing of the 1,000 tokens of context is read again', () => {
    const long = workload({ contextTokens: 1000, cachedTokens: 500 });
    // 300 + 0.1 * (600 + 0.1 * 500) before, 300 + 0.1 * 100 after
    expect(one('new-chat', { workload: long }).ratio.energy).toBeCloseTo(310 / 365, 12);
    expect(names({})).not.toContain('new-chat');
  });

  it('moves to a cleaner grid: the same energy, less carbon', () => {
    const cleaner = testFactors({ gridGco2ePerKwh: 38.355 });
    const moved = one('cleaner-grid', { cleaner });
    expect(moved.ratio).toMatchObject({ energy: 1, water: 1 });
    expect(moved.ratio.co2e).toBeCloseTo(0.1, 12);
  });

  it('says what the other attempts of the task cost, low to low and high to high', () => {
    const other = estimatePrompt(workload({ outputTokens: 600 }), now);
    const single = one('fewer-retries', { otherAttempts: [other, other] });
    const before = estimatePrompt(workload(), now);
    expect(single.energyWh).toEqual(before.energyWh);
    expect(single.ratio.energy).toBeCloseTo(
      before.energyWh.central / (before.energyWh.central + 2 * other.energyWh.central),
      12,
    );
  });
});
