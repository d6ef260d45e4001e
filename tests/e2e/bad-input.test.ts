/** What no page and no disk should do: each has an outcome that the person can see. */
import { readFile } from 'node:fs/promises';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_NAMES, type Harness, launch, type Page } from './harness';
import { until } from './harness/until';
import { DATABASE, openReader, type Reader, save, untilShown } from './reader';
import { differences, newChatUrl } from './support';

/** The sign on the icon: of one tab, or of all that have none of their own. */
const badge = (own: Page, tabId?: number): Promise<string> =>
  own.evaluate(
    (where) => {
      const api: unknown = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      const { action } = api as { action: { getBadgeText(where: object): Promise<string> } };
      return action.getBadgeText(where);
    },
    tabId === undefined ? {} : { tabId },
  );

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

  it('a page that nobody knows counts nothing, and says so in the popup and on the icon until it is left', async () => {
    const before = (await reader.records()).length;
    const page = await harness.openChat('https://chatgpt.com/', { layout: 'foreign', speed: 4 });
    const fine = await harness.openChat(newChatUrl('claude-c'), { layout: 'claude-c' });
    await page.bringToFront();
    await page.send('Is anybody there?');
    await page.idle();
    const popup = await harness.openPopup(page);
    const [tabId, fineTab] = [await harness.tabId(page), await harness.tabId(fine)];
    await untilShown(popup, /Can’t read this page since/, 30_000);
    await untilShown(popup, /Prompts on this ChatGPT page are not counted/);
    expect(await reader.records()).toHaveLength(before);
    await until(async () => (await badge(popup, tabId)) === '?', 'the sign on the icon', 5_000);
    expect(await badge(popup, fineTab)).not.toBe('?');
    await page.goto('https://chatgpt.com/settings');
    await until(async () => (await badge(popup, tabId)) !== '?', 'the sign gone', 30_000);
    for (const one of [popup, fine, page]) await one.close();
  });

  it('emoji, right-to-left text and the words of special tokens are text, counted as such', async () => {
    const asked = 'What does <|endoftext|> mean? مرحبا 👩‍👩‍👧‍👦 — שלום';
    const answered = 'The word <|endoftext|> ends a text. أهلا وسهلا 👍🏽, and <|im_start|> begins one 🏳️‍🌈.';
    const page = await harness.openChat('https://chatgpt.com/', {
      layout: 'chatgpt-a',
      speed: 4,
      plan: { text: answered },
    });
    await page.click('[data-sim="composer"]');
    await page.insertText(asked);
    await page.press('Enter');
    await page.idle();
    const [truth] = await page.log();
    expect(truth).toMatchObject({ userText: asked, answerText: answered });
    const [record] = await reader.settled(1, ({ layout }) => layout === 'chatgpt-a');
    const tokens = (text: string) => countTokens(text, { disallowedSpecial: new Set() });
    expect(record).toMatchObject({
      status: 'complete',
      tokenMethod: 'exact',
      inputTextLength: [...asked].length,
      outputTextLength: [...answered].length,
      inputTokens: tokens(asked),
      outputTokens: tokens(answered),
    });
    await page.close();
  });

  it('an answer of 500 kB is one complete record of its whole length', async () => {
    const page = await harness.openChat('https://chatgpt.com/', {
      layout: 'chatgpt-c',
      follow: false,
      plan: { kind: 'plain', minCharacters: 500_000, chunks: 20, chunkMs: 50 },
    });
    await page.send('Everything you know, please.');
    await page.idle(60_000);
    const [truth] = await page.log();
    expect(truth?.answerText.length).toBeGreaterThanOrEqual(490_000);
    const [record] = await reader.settled(1, ({ layout }) => layout === 'chatgpt-c', 30_000);
    if (record === undefined || truth === undefined) throw new Error('nothing was recorded');
    expect(record).toMatchObject({ status: 'complete', tokenMethod: 'exact' });
    expect(differences(record, truth).outputShare).toBeLessThanOrEqual(0.02);
    await page.close();
  });

  it('a model label that a spreadsheet would run is neutralised in the CSV and kept in the store', async () => {
    const label = '=cmd()|calc';
    const page = await harness.openChat('https://claude.ai/new', {
      layout: 'claude-c',
      speed: 4,
      plan: { kind: 'short' },
      models: [{ label, slug: '' }],
    });
    await page.send('Which model are you?');
    await page.idle();
    const [record] = await reader.settled(1, ({ layout }) => layout === 'claude-c');
    expect(record).toMatchObject({ modelLabel: label, status: 'complete' });
    const text = await readFile(await save(harness, reader.page, 'Export CSV', 'csv'), 'utf8');
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    expect(data.find((row) => row.id === record?.id)?.model_label).toBe(`'${label}`);
    await page.close();
  });

  it('a record of a newer version is left alone, and exported as it is', async () => {
    const future = { id: 'from-the-future', version: 99, surprise: { of: ['another', 'shape'] } };
    await reader.page.evaluate(
      ({ name, record }) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const writing = opening.result.transaction('records', 'readwrite');
            writing.objectStore('records').put(record);
            writing.oncomplete = () => {
              opening.result.close();
              resolve();
            };
            writing.onerror = () => reject(writing.error);
          };
        }),
      { name: DATABASE, record: future },
    );
    const page = await harness.openChat('https://gemini.google.com/app', {
      layout: 'gemini-a',
      speed: 4,
      plan: { kind: 'short' },
    });
    await page.send('And now?');
    await page.idle();
    const found = await reader.settled(1, ({ layout }) => layout === 'gemini-a');
    expect(found.map(({ status }) => status)).toEqual(['complete']);
    expect((await reader.dump()).databases[DATABASE]?.records).toContainEqual(future);
    const exported = JSON.parse(
      await readFile(await save(harness, reader.page, 'Export JSON', 'json'), 'utf8'),
    ) as { prompts: unknown[] };
    expect(exported.prompts).toContainEqual(future);
    await page.close();
  });

  it('a store that cannot be written shows on the icon and in the popup, and the prompt waits in its page', async () => {
    const change = (version: number | null) =>
      reader.page.evaluate(
        ({ name, to }) =>
          new Promise<void>((resolve, reject) => {
            const request = to === null ? indexedDB.deleteDatabase(name) : indexedDB.open(name, to);
            request.onerror = () => reject(request.error);
            request.onsuccess = () => {
              if (to !== null) request.result?.close();
              resolve();
            };
          }),
        { name: DATABASE, to: version },
      );
    // As a newer version of the extension leaves it: our code may not write there.
    await change(990);
    const page = await harness.openChat('https://claude.ai/new', {
      layout: 'claude-a',
      speed: 4,
      plan: { kind: 'short' },
    });
    await page.send('Where does this go?');
    await page.idle();
    await until(async () => (await badge(reader.page)) === '!', 'the sign on the icon', 15_000, 100);
    const popup = await harness.openPopup(page);
    await untilShown(popup, /The data is from a newer version/);
    await untilShown(popup, /Update the extension/);
    await popup.close();
    // Room again: the page still has the prompt, texts and all, and delivers it once.
    await change(null);
    const found = await reader.settled(1, ({ layout }) => layout === 'claude-a', 60_000);
    expect(found.map(({ status, tokenMethod }) => [status, tokenMethod])).toEqual([
      ['complete', 'calibrated'],
    ]);
    await until(async () => (await badge(reader.page)) !== '!', 'the sign to go', 5_000, 100);
    await page.close();
  });
});
