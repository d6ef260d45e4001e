import ranks from 'gpt-tokenizer/bpeRanks/o200k_base';
import { describe, expect, it } from 'vitest';
import { type CountedModel, countFromLengths, countPrompt, tokensPerCharacter } from './count-prompt';
import { createTokenCounter } from './counter';

const counter = createTokenCounter(async () => ranks);
const missing = createTokenCounter(async () => {
  throw new Error('no vocabulary');
});

const gpt: CountedModel = { tokenizer: 'openai-o200k', provider: 'openai' };
const claude46: CountedModel = { tokenizer: 'claude-3-to-4.6', provider: 'anthropic' };
const claude47: CountedModel = { tokenizer: 'claude-4.7+', provider: 'anthropic' };
const haiku55: CountedModel = { tokenizer: 'claude-haiku-5.5', provider: 'anthropic' };
const gemini: CountedModel = { tokenizer: 'gemini', provider: 'google' };

const PROSE =
  'A token is a piece of a word. Models read and write tokens, and each one that they write costs energy.\n' +
  'How much depends on the machine, on how many requests share it, and on how long the answer is.\n';
const CODE =
  'export function sum(values: number[]): number {\n  let total = 0;\n  for (const value of values) {\n    total += value;\n  }\n  return total;\n}\n';
const CJK = '语言模型把文字切成小块。每写出一个小块都要消耗能量。\n机器的效率决定了消耗的多少。\n';

describe('counting a prompt', () => {
  it('is exact for o200k models, but for the markup that rendering removed', async () => {
    const counts = await countPrompt({ input: 'hello world', output: 'hello world, hello' }, gpt, counter);
    expect(counts).toMatchObject({ inputTokens: 2, outputTokens: 4, tokenMethod: 'exact' });
    expect(counts.tokenError.low).toBe(1);
    expect(counts.tokenError.high).toBeCloseTo(1.15, 9);
  });

  it.each([
    ['Claude to 4.6, prose', claude46, PROSE, 1.12, 1.1],
    ['Claude to 4.6, code', claude46, CODE, 1.23, 1.1],
    ['Claude from 4.7, prose: 1.12 * 1.25', claude47, PROSE, 1.4, 1.1],
    ['Claude from 4.7, code: 1.23 * 1.25', claude47, CODE, 1.5375, 1.1],
    ['Claude from 4.7, Chinese', claude47, CJK, 1.43, 1.15],
    ['Claude Haiku 5.5, prose: 1.12 * 1.3', haiku55, PROSE, 1.456, 1.1],
    ['Claude Haiku 5.5, Chinese', haiku55, CJK, 1.43, 1.15],
    ['Gemini, prose', gemini, PROSE, 1.06, 1.1],
    ['Gemini, Chinese', gemini, CJK, 0.89, 1.15],
  ])('multiplies o200k for %s', async (_name, model, unit, multiple, error) => {
    const output = unit.repeat(20);
    const exact = await countPrompt({ input: '', output }, gpt, counter);
    const counts = await countPrompt({ input: '', output }, model, counter);
    expect(counts.tokenMethod).toBe('calibrated');
    expect(counts.inputTokens).toBe(0);
    expect(Math.abs(counts.outputTokens / exact.outputTokens / multiple - 1)).toBeLessThan(0.01);
    expect(Math.log(counts.tokenError.low)).toBeCloseTo(Math.hypot(Math.log(error), Math.log(1.05)), 9);
    expect(Math.log(counts.tokenError.high)).toBeCloseTo(
      Math.hypot(Math.log(error), Math.log(1.05), Math.log(1.15)),
      9,
    );
  });

  it('falls back to characters, by provider and by script, and says so', async () => {
    // 140 Chinese characters: 140 / 1.25 * 1.43 = 160.2.
    const counts = await countPrompt({ input: 'x'.repeat(350), output: '字'.repeat(140) }, claude46, missing);
    expect(counts).toMatchObject({ inputTokens: 100, outputTokens: 160, tokenMethod: 'characters' });
    expect(counts.tokenError.low).toBeCloseTo(1.25, 9);
  });

  it('counts white space too when it counts characters', async () => {
    const counts = await countPrompt({ input: ' '.repeat(40), output: '' }, gpt, missing);
    expect(counts.inputTokens).toBe(10);
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

describe('markup that the page does not show', () => {
  const NONE = {
    listItems: 0,
    tableCells: 0,
    tableRows: 0,
    emphasised: 0,
    headings: 0,
    codeBlocks: 0,
    inlineCode: 0,
    links: 0,
    linkAddressLength: 0,
    quotes: 0,
    formulas: 0,
  } as const;

  it('adds the tokens of the answer’s elements: 10 * 1.09 + 2 * 1.85 + 100 * 0.25 + 2.98 = 42.58', async () => {
    const markup = { ...NONE, listItems: 10, emphasised: 2, links: 1, linkAddressLength: 100 };
    const texts = { input: 'hello world', output: 'hello world, hello' };
    const counts = await countPrompt(texts, gpt, counter, markup);
    expect(counts).toMatchObject({ inputTokens: 2, outputTokens: 47, tokenMethod: 'exact' });
    expect(counts.tokenError.low).toBeCloseTo(1.1, 9);
    expect(counts.tokenError.high).toBeCloseTo(1.1, 9);
  });

  it('makes English that of a chat in Markdown: 1.21 of o200k for Claude to 4.6', async () => {
    const output = PROSE.repeat(20);
    const exact = await countPrompt({ input: '', output }, gpt, counter);
    const marked = await countPrompt({ input: '', output }, claude46, counter, { ...NONE, headings: 1 });
    expect(marked.outputTokens).toBe(Math.round((exact.outputTokens + 0.94) * 1.21));
  });

  it('is nothing in an answer without text', async () => {
    const counts = await countPrompt({ input: '', output: '' }, gpt, counter, { ...NONE, listItems: 3 });
    expect(counts).toMatchObject({ outputTokens: 0, tokenError: { low: 1, high: 1 } });
  });
});

describe('tokens per character of earlier turns', () => {
  const lengths = { inputTextLength: 100, outputTextLength: 300 };

  it('are those of the prompt’s own texts', () => {
    expect(tokensPerCharacter(lengths, { inputTokens: 60, outputTokens: 140 }, claude46)).toBe(0.5);
  });

  it('are the provider’s where the texts are too short to tell', () => {
    const short = { inputTextLength: 100, outputTextLength: 99 };
    expect(tokensPerCharacter(short, { inputTokens: 60, outputTokens: 40 }, gpt)).toBe(0.25);
    expect(tokensPerCharacter(lengths, { inputTokens: 0, outputTokens: 0 }, gpt)).toBe(0.25);
  });
});
