/** The line under answers: only when asked for, seen by people and not by the site, gone without a trace. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatQuantity } from '../../lib/ui/format';
import { BROWSER_NAMES, type Harness, launch, type Page, type SitePage } from './harness';
import { until } from './harness/until';
import { storeSettings } from './own-api';
import { openReader, type Reader } from './reader';
import { newChatUrl } from './support';

const TAG = 'tokenprint-line';
const hosts = (page: Page) => page.evaluate((tag) => document.querySelectorAll(tag).length, TAG);

/** What the site's own scripts can read of the page, with its markup; the line's host left out. */
const markup = (page: Page) =>
  page.evaluate((tag) => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const host of copy.querySelectorAll(tag)) host.remove();
    return copy.innerHTML;
  }, TAG);

/** Finds words as "Find in page" does, in closed shadow roots too. */
const isSeen = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    getSelection()?.removeAllRanges();
    const find: unknown = Reflect.get(window, 'find');
    return typeof find === 'function' && find.call(window, wanted, false, false, true) === true;
  }, words);

describe.each(BROWSER_NAMES)('in %s', (browser) => {
  let harness: Harness;
  let reader: Reader;
  beforeAll(async () => {
    harness = await launch(browser);
    reader = await openReader(harness);
  });
  afterAll(async () => {
    await harness?.close();
  });

  describe.each(['chatgpt-a', 'claude-c'] as const)('%s', (layout) => {
    let page: SitePage;
    let count = 0;
    const sendAndStore = async (text: string) => {
      await page.send(text);
      await page.idle();
      count += 1;
      const found = await reader.settled(count, (record) => record.layout === layout);
      const newest = found.at(-1);
      if (newest === undefined) throw new Error('nothing was recorded');
      return newest;
    };
    beforeAll(async () => {
      await storeSettings(reader.page, {});
      page = await harness.openChat(newChatUrl(layout), { layout, speed: 4 });
    });
    afterAll(async () => {
      await page?.close();
    });

    it('is not there unless it is asked for', async () => {
      await sendAndStore('How do tides work?');
      expect(await hosts(page)).toBe(0);
    });

    it('stands under the next finished answer with its energy and range, closed to the site', async () => {
      await storeSettings(reader.page, { inPageLine: true, locale: 'en' });
      const record = await sendAndStore('And why are there two a day?');
      await until(async () => (await hosts(page)) === 1, 'the line', 5_000);
      const place = await page.evaluate((tag) => {
        const host = document.querySelector(tag);
        return {
          open: host?.shadowRoot !== null,
          nodes: host?.childNodes.length,
          words: document.body.innerText.includes('Tokenprint'),
        };
      }, TAG);
      expect(place).toEqual({ open: false, nodes: 0, words: false });
      const energy = formatQuantity('energy', record.estimate.energyWh.central, 'en').text;
      expect(await isSeen(page, `Tokenprint ${energy}`)).toBe(true);
      expect(await isSeen(page, 'Tokenprint 987 MWh'), 'the search tells words apart').toBe(false);
    });

    it('changes nothing that is counted, in the answer or in what the next prompt re-reads', async () => {
      const before = await reader.settled(count, (record) => record.layout === layout);
      const next = await sendAndStore('Shorter, please.');
      await until(async () => (await hosts(page)) === 2, 'the second line', 5_000);
      const truth = (await page.log()).at(-1);
      const characters = [...(truth?.answerText ?? '').replace(/\s+/g, ' ').trim()].length;
      expect(Math.abs(next.outputTextLength - characters)).toBeLessThanOrEqual(characters * 0.02);
      const earlier = before.reduce((sum, one) => sum + one.inputTokens + one.outputTokens, 0);
      expect(next.contextTokens).toBe(earlier);
    });

    it('goes when another attempt begins, and comes back under the new answer', async () => {
      await page.evaluate(() => {
        const button = [...document.querySelectorAll('[data-sim="retry"]')].at(-1);
        button?.setAttribute('data-picked', '');
        button?.scrollIntoView({ block: 'center' });
      });
      await page.sim('defaults', { chunks: 12, chunkMs: 400 });
      await page.bringToFront();
      await page.click('[data-picked]');
      await until(async () => (await hosts(page)) === 1, 'the line to go', 5_000);
      expect(await page.sim('waiting'), 'the answer is still growing').not.toBe(0);
      await page.idle();
      count += 1;
      await reader.settled(count, (record) => record.layout === layout);
      await until(async () => (await hosts(page)) === 2, 'the line to come back', 5_000);
    });

    it('is gone without a trace when it is switched off', async () => {
      const expected = await markup(page);
      await storeSettings(reader.page, { inPageLine: false });
      await until(async () => (await hosts(page)) === 0, 'no line', 5_000);
      expect(await page.evaluate(() => document.body.innerHTML)).toBe(expected);
      expect(page.errors()).toEqual([]);
    });
  });
});
