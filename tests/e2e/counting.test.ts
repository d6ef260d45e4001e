/** On every layout and in both browsers: what the extension stored is what the page played. */
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_NAMES, type Harness, launch } from './harness';
import { differences, LAYOUTS, newChatUrl, settledRecords, siteOf } from './support';

describe.each(BROWSER_NAMES)('in %s', (browser) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await launch(browser);
  });
  afterAll(async () => {
    await harness?.close();
  });

  it.each(LAYOUTS)('%s: a new chat with two prompts gives exactly two true records', async (layout) => {
    const page = await harness.openChat(newChatUrl(layout), { layout, speed: 2 });
    await page.send('How do tides work?');
    await page.idle();
    await page.send('And why are there two a day?\nPlease keep it short.');
    await page.idle();
    const truths = await page.log();
    const found = await settledRecords(harness, 2, (record) => record.layout === layout);
    expect(found.map((record) => record.status)).toEqual(['complete', 'complete']);
    expect(truths).toHaveLength(2);
    for (const [index, truth] of truths.entries()) {
      const record = found[index];
      if (record === undefined) throw new Error('record missing');
      const off = differences(record, truth);
      expect(off.startSeconds).toBeLessThan(0.25);
      expect(off.firstTokenSeconds).toBeLessThan(0.25);
      expect(off.generationSeconds).toBeLessThan(0.25);
      expect(off.inputShare).toBeLessThanOrEqual(0.02);
      expect(off.outputShare).toBeLessThanOrEqual(0.02);
      expect(record.site).toBe(siteOf(layout));
      if (record.site === 'chatgpt') {
        expect(record.tokenMethod).toBe('exact');
        expect(record.inputTokens).toBe(countTokens(truth.userText));
        expect(record.outputTokens).toBe(countTokens(truth.answerText));
      }
    }
    const [first, second] = found;
    expect(second?.conversation).toBe(first?.conversation);
    expect(second?.taskId).not.toBe(first?.taskId);
    expect(second?.contextTokens).toBe((first?.inputTokens ?? 0) + (first?.outputTokens ?? 0));
    await page.close();
  });
});
