/** Every page of ours in Firefox, with an empty store and with a full one: it opens, has its landmarks, logs no error. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, launch, type Page } from './harness';
import { importSample, PLACES } from './looks/places';

let harness: Harness;
beforeAll(async () => {
  harness = await launch('firefox');
});
afterAll(async () => {
  await harness?.close();
});

const landmarks = (page: Page) =>
  page.evaluate(() => ({
    mains: document.querySelectorAll('main').length,
    titled: document.title.trim() !== '',
    headings: document.querySelectorAll('h1').length,
    language: document.documentElement.lang !== '',
    words: (document.querySelector('main')?.innerText.trim().length ?? 0) > 20,
  }));

describe.each(['empty', 'full'] as const)('with an %s store', (state) => {
  beforeAll(async () => {
    if (state === 'full') await importSample(harness);
  });

  it.each(PLACES)('$name opens whole and without an error', async ({ path }) => {
    const page = await harness.openExtensionPage(path);
    await page.waitFor(() => (document.querySelector('main')?.innerText.trim().length ?? 0) > 20);
    expect(await landmarks(page)).toEqual({
      mains: 1,
      titled: true,
      headings: 1,
      language: true,
      words: true,
    });
    expect(page.errors()).toEqual([]);
    await page.close();
  });
});
