/**
 * The scrapers in real browsers: selector engines and parsers differ from the emulation of the unit tests. Our
 * own pages always, the saved pages of the sites where they are at hand.
 */
import { join } from 'node:path';
import { chromium } from 'playwright';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SiteId } from '../../lib/prompt';
import { findBrowsers } from '../../scripts/browsers';
import { FOREIGN_HTML, OWN_PAGES, ownHtml } from '../fixtures/pages';
import { CAPTURES_PRESENT, captures } from '../replay/captures';
import { expectAsCounted } from '../replay/expect-as-counted';
import { expectAsWritten } from '../replay/expect-as-written';
import type { PageRead } from '../replay/read-page';
import { skeletons } from '../replay/skeletons';

/** A page read in the browser, and whether the reading left it as it was. */
interface BrowserRead {
  readonly page: PageRead;
  readonly unchanged: boolean;
  readonly refused: readonly string[];
}

interface OpenBrowser {
  read(site: SiteId, html: string): Promise<BrowserRead>;
  close(): Promise<void>;
}

const AS_ROOT = process.getuid?.() === 0;

/** The scrapers as one script that defines `tokenprintRead`. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, '../replay/read-page.ts'),
        name: 'tokenprintRead',
        formats: ['iife'],
      },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined;
  if (chunk === undefined) throw new Error('nothing was bundled');
  return chunk.code;
}

/** The expression that reads the page as it stands; the scripts of the page itself do not run. */
function expression(code: string, site: SiteId, html: string): string {
  return `(() => {
    ${code}
    const page = new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html');
    const before = page.documentElement.outerHTML;
    const read = tokenprintRead.readPage(${JSON.stringify(site)}, page);
    const unchanged = page.documentElement.outerHTML === before;
    return { page: read, unchanged, refused: tokenprintRead.refusedSelectors(page) };
  })()`;
}

async function openChromium(code: string): Promise<OpenBrowser> {
  const browser = await chromium.launch({
    executablePath: (await findBrowsers()).chromium,
    args: AS_ROOT ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage();
  return {
    read: (site, html) => page.evaluate<BrowserRead>(expression(code, site, html)),
    close: () => browser.close(),
  };
}

async function openFirefox(code: string): Promise<OpenBrowser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: (await findBrowsers()).firefox,
    headless: true,
  });
  const page = await browser.newPage();
  return {
    read: async (site, html) => (await page.evaluate(expression(code, site, html))) as BrowserRead,
    close: () => browser.close(),
  };
}

if (!CAPTURES_PRESENT) console.warn('skipped: no saved pages at ../shared/dom-captures');

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
] as const)('in %s', (_, launch) => {
  let browser: OpenBrowser;

  beforeAll(async () => {
    browser = await launch(await bundle());
  });
  afterAll(() => browser?.close());

  it.each(OWN_PAGES)('$layout is read as it was written', async (written) => {
    const { page, unchanged } = await browser.read(written.site, ownHtml(written));
    expectAsWritten(page, written);
    expect(unchanged).toBe(true);
  });

  it('no selector is refused', async () => {
    expect((await browser.read('chatgpt', FOREIGN_HTML)).refused).toEqual([]);
  });

  it('a page of another site is unreadable', async () => {
    expect((await browser.read('chatgpt', FOREIGN_HTML)).page.layout).toBeNull();
  });

  it('an answer of ten thousand nested elements is read', async () => {
    const deep = `${'<b>'.repeat(10_000)}deep${'</b>'.repeat(10_000)}`;
    const html =
      '<article data-testid="conversation-turn-2" data-turn="assistant">' +
      `<div data-message-author-role="assistant"><div class="markdown">${deep}<p>end</p></div></div></article>`;
    const { page } = await browser.read('chatgpt', html);
    expect(page.turns.map(({ text }) => text)).toEqual(['deep\nend']);
  });

  it.each(skeletons('chatgpt'))(
    '$site $name reads as it was counted, by its skeleton',
    async ({ site, html, expected, name }) => {
      const { page, unchanged } = await browser.read(site, html);
      expectAsCounted(page, expected, name);
      expect(unchanged).toBe(true);
    },
  );

  it.skipIf(!CAPTURES_PRESENT).each(captures())(
    '$site $name reads as it was counted',
    async ({ site, html, expected, name }) => {
      const { page, unchanged } = await browser.read(site, html);
      expectAsCounted(page, expected, name);
      expect(unchanged).toBe(true);
    },
  );
});
