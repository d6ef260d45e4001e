import fc from 'fast-check';
import ranks from 'gpt-tokenizer/bpeRanks/o200k_base';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { countBounded, createTokenCounter, type Encoder, o200kEncoder } from './counter';
import { MAX_PIECE, MAX_TEXT } from './pieces';

const encoder = o200kEncoder(JSON.parse(JSON.stringify(ranks)));
const plain = (text: string): number => countTokens(text, { disallowedSpecial: new Set() });

/** Text as people and models write it: words of many scripts, code, emoji, halves of surrogate pairs, white space. */
const fragment = fc.oneof(
  fc.constantFrom(
    'the ',
    'counts',
    "isn't",
    'Straße',
    ' x = f(y);\n',
    '```\n',
    '  \n\n',
    '\t',
    ' ',
    '...',
    '—',
  ),
  fc.constantFrom('人工知能', '自然言語を', '대한민국', 'привет', 'مرحبا ', 'שלום', 'नमस्ते', 'ก็'),
  fc.constantFrom(
    '😀',
    '👨‍👩‍👧',
    '🇩🇪',
    '\ud83d',
    '\udc00',
    '\u0301',
    '\u200d',
    '<|endoftext|>',
    '<|im_start|>',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 20 }),
);
const text = fc.array(fragment, { maxLength: 60 }).map((fragments) => fragments.join(''));

/** An encoder that notes the work handed to it instead of doing it. */
function spy(): Encoder & { longest: number; total: number } {
  return {
    longest: 0,
    total: 0,
    count(part) {
      this.total += part.length;
      for (const word of part.split(/\s+/)) this.longest = Math.max(this.longest, word.length);
      return 1;
    },
    forget() {},
  };
}

describe('counting o200k tokens', () => {
  it('equals the plain library on any text whose unbroken runs are below the bound', () => {
    fc.assert(
      fc.property(text, (sample) => {
        const count = countBounded(sample, encoder);
        fc.pre(count.cuts === 0);
        expect(count.tokens).toBe(plain(sample));
        expect(count.error).toEqual({ low: 1, high: 1 });
      }),
      { numRuns: 500 },
    );
  });

  it('takes special tokens as the text that they are', () => {
    expect(countBounded('<|endoftext|>', encoder).tokens).toBe(7);
  });

  it('stays exact around an unbroken run, which alone is cut', () => {
    const run = '字'.repeat(500);
    const before = 'Some prose, then a run:\n\n  ';
    const after = " isn't it? 😀 done()";
    const whole = countBounded(before + run + after, encoder);
    const alone = countBounded(run, encoder);
    expect(whole.cuts).toBe(Math.ceil(500 / MAX_PIECE));
    expect(whole.tokens - alone.tokens).toBe(plain(before + run + after) - plain(run));
  });

  it.each([
    ['one letter', 'a'],
    ['spaces', ' '],
    ['CJK', '统计语言模型估算能耗'],
    ['pairs', '😀🚀'],
    ['symbols', '!?=-'],
    ['marks', '\u0301\u0302'],
  ])('holds the true count within its stated error for a run of %s', (_name, unit) => {
    const run = unit.repeat(Math.ceil(3000 / unit.length));
    const count = countBounded(run, encoder);
    const truth = plain(run);
    expect(truth).toBeGreaterThanOrEqual(count.tokens / count.error.low);
    expect(truth).toBeLessThanOrEqual(count.tokens * count.error.high);
  });

  it('hands the encoder no run longer than the bound and no more text than the bound', () => {
    for (const unit of ['a', '字', '😀', '!', 'ж']) {
      const work = spy();
      countBounded(unit.repeat(MAX_TEXT), work);
      expect(work.longest).toBeLessThanOrEqual(MAX_PIECE);
      expect(work.total).toBeLessThanOrEqual(MAX_TEXT);
    }
  });

  it('extrapolates a text over the size bound and says how wrong that may be', () => {
    const sentence = 'The same sentence again and again. ';
    const long = sentence.repeat(Math.ceil((MAX_TEXT * 2) / sentence.length));
    const count = countBounded(long, encoder);
    expect(count.countedCodeUnits).toBeLessThanOrEqual(MAX_TEXT);
    const perSentence = plain(sentence.repeat(100)) / 100;
    expect(count.tokens / ((long.length / sentence.length) * perSentence)).toBeCloseTo(1, 2);
    expect(count.error.high).toBeGreaterThan(1.1);
  });

  it('never parts a surrogate pair', () => {
    const parts: string[] = [];
    countBounded(`x${'😀'.repeat(400)}`, { count: (part) => parts.push(part), forget() {} });
    expect(parts.every((part) => part.isWellFormed())).toBe(true);
  });
});

describe('the counter', () => {
  it('loads the vocabulary once, when the first text needs it', async () => {
    let loads = 0;
    const counter = createTokenCounter(async () => {
      loads++;
      return ranks;
    });
    expect(await counter.count('')).toMatchObject({ kind: 'counted', tokens: 0 });
    expect(loads).toBe(0);
    await Promise.all([counter.count('one'), counter.count('two')]);
    expect(await counter.count('hello world')).toMatchObject({ kind: 'counted', tokens: 2, cuts: 0 });
    expect(loads).toBe(1);
  });

  it('says that the vocabulary is missing, and tries again the next time', async () => {
    const answers = [
      Promise.reject(new Error('no file')),
      Promise.resolve({ not: 'ranks' }),
      Promise.resolve(ranks),
    ];
    const counter = createTokenCounter(() => answers.shift() ?? Promise.reject(new Error('asked too often')));
    expect(await counter.count('hi')).toEqual({ kind: 'no-vocabulary', reason: 'no file' });
    expect(await counter.count('hi')).toMatchObject({ kind: 'no-vocabulary' });
    expect(await counter.count('hi')).toMatchObject({ kind: 'counted', tokens: 1 });
  });
});
