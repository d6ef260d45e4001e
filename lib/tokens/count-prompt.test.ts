import ranks from 'gpt-tokenizer/bpeRanks/o200k_base';
import { describe, expect, it } from 'vitest';
import { type CountedModel, countFromLengths, countPrompt } from './count-prompt';
import { createTokenCounter } from './counter';
import { textMix } from './text-kinds';

const counter = createTokenCounter(async () => ranks);
const missing = createTokenCounter(async () => {
  throw new Error('no vocabulary');
});

const gpt: CountedModel = { tokenizer: 'openai-o200k', provider: 'openai' };
const claude46: CountedModel = { tokenizer: 'claude-3-to-4.6', provider: 'anthropic' };
const claude47: CountedModel = { tokenizer: 'claude-4.7+', provider: 'anthropic' };
const gemini: CountedModel = { tokenizer: 'gemini', provider: 'google' };

const PROSE =
  'A token is a piece of a word. Models read and write tokens, and each one that they write costs energy.\n' +
  'How much depends on the machine, on how many requests share it, and on how long the answer is.\n';
const CODE =
  'export function sum(values: number[]): number {\n  let total = 0;\n  for (const value of values) {\n    total += value;\n  }\n  return total;\n}\n';
const PYTHON =
  'def mean(values):\n    total = sum(values)\n    return total / len(values)\n\nprint(mean([1, 2, 3]))\n';
const CJK = '语言模型把文字切成小块。每写出一个小块都要消耗能量。\n机器的效率决定了消耗的多少。\n';

describe('what a text is made of', () => {
  it('tells prose, code and CJK by the text alone', () => {
    expect(textMix(PROSE).prose).toBeGreaterThan(0.95);
    expect(textMix(CODE).code).toBeGreaterThan(0.95);
    expect(textMix(PYTHON).code).toBeGreaterThan(0.9);
    expect(textMix(CJK).cjk).toBeGreaterThan(0.8);
  });

  it('weighs a mixed text by its tokens', () => {
    const { prose, code, cjk } = textMix(PROSE + CODE + CJK);
    expect(prose + code + cjk).toBeCloseTo(1, 12);
    for (const share of [prose, code, cjk]) expect(share).toBeGreaterThan(0.15);
  });

  it('looks at a bounded part of a line made against its patterns', () => {
    expect(textMix('a('.repeat(50_000)).code).toBe(1);
  });
});

describe('counting a prompt', () => {
  it('is exact for o200k models, but for the markup that rendering removed', async () => {
    const counts = await countPrompt({ input: 'hello world', output: 'hello world, hello' }, gpt, counter);
    expect(counts).toMatchObject({ inputTokens: 2, outputTokens: 4, tokenMethod: 'exact' });
    expect(counts.tokenError.low).toBe(1);
    expect(counts.tokenError.high).toBeCloseTo(1.15, 9);
  });

  it.each([
    ['Claude to 4.6, prose', claude46, PROSE, 1.16],
    ['Claude to 4.6, code', claude46, CODE, 1.3],
    ['Claude from 4.7, prose', claude47, PROSE, 1.45],
    ['Claude from 4.7, code', claude47, CODE, 1.63],
    ['Claude from 4.7, CJK', claude47, CJK, 1],
    ['Gemini', gemini, PROSE, 1.08],
  ])('multiplies o200k for %s', async (_name, model, unit, multiple) => {
    const output = unit.repeat(20);
    const exact = await countPrompt({ input: '', output }, gpt, counter);
    const counts = await countPrompt({ input: '', output }, model, counter);
    expect(counts.tokenMethod).toBe('calibrated');
    expect(counts.inputTokens).toBe(0);
    expect(Math.abs(counts.outputTokens / exact.outputTokens / multiple - 1)).toBeLessThan(0.06);
    expect(counts.tokenError.low).toBeCloseTo(1.1, 9);
    expect(Math.log(counts.tokenError.high)).toBeCloseTo(Math.hypot(Math.log(1.1), Math.log(1.15)), 9);
  });

  it('falls back to characters, by provider and by script, and says so', async () => {
    const counts = await countPrompt({ input: 'x'.repeat(350), output: '字'.repeat(140) }, claude46, missing);
    expect(counts).toMatchObject({ inputTokens: 100, outputTokens: 100, tokenMethod: 'characters' });
    expect(counts.tokenError.low).toBeCloseTo(1.25, 9);
  });

  it('counts code points, not code units, when it counts characters', async () => {
    const counts = await countPrompt({ input: '😀'.repeat(40), output: '' }, gpt, missing);
    expect(counts.inputTokens).toBe(10);
  });

  it('counts lost texts from their lengths', () => {
    const counts = countFromLengths({ inputTextLength: 1235, outputTextLength: 3 }, gpt);
    expect(counts).toMatchObject({ inputTokens: 309, outputTokens: 1, tokenMethod: 'characters' });
  });

  it('makes nothing of nothing', async () => {
    const none = { inputTokens: 0, outputTokens: 0, tokenError: { low: 1, high: 1 } };
    expect(await countPrompt({ input: '', output: '' }, claude47, counter)).toMatchObject(none);
    expect(countFromLengths({ inputTextLength: 0, outputTextLength: 0 }, gemini)).toMatchObject(none);
  });
});
