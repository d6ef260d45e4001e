/** Chat pages for measuring: the simulated sites in Chromium, with a line to the browser's own instruments. */
import type { CDPSession, Page } from 'playwright';
import { launchChromium } from '../../../tests/e2e/harness/chromium';
import { isSimulated } from '../../../tests/e2e/harness/places';
import { portable } from '../../../tests/e2e/harness/portable';
import { type ChatLayout, newChatUrl, siteOf } from '../../../tests/e2e/support';
import { chatUrl, sampleChatId } from '../../../tests/sites/config';
import { pageFor } from '../../../tests/sites/serve';
import type { PageConfig } from '../../../tests/sites/types';

export type Browser = Awaited<ReturnType<typeof launchChromium>>;

/** A browser with the extension and one without. */
export interface Browsers {
  readonly loaded: Browser;
  readonly bare: Browser;
}

export interface BenchPage {
  readonly page: Page;
  readonly session: CDPSession;
  /** Runs a function in the page's own world. */
  run<R>(run: () => R | Promise<R>): Promise<R>;
  run<R, A>(run: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
  close(): Promise<void>;
}

export async function withBrowsers<R>(
  run: (browsers: Browsers) => Promise<R>,
  args: readonly string[] = [],
): Promise<R> {
  const [loaded, bare] = await Promise.all([
    launchChromium({ args }),
    launchChromium({ args, extension: false }),
  ]);
  try {
    return await run({ loaded, bare });
  } finally {
    await Promise.all([loaded.close(), bare.close()]);
  }
}

/**
 * Opens a page of a layout: a chat when its history is said, else a new one. `before` is called when the page's
 * instruments can be set up and nothing has been loaded yet.
 */
export async function openPage(
  browser: Browser,
  layout: ChatLayout,
  config: Partial<PageConfig>,
  before: (session: CDPSession) => Promise<void> = async () => {},
): Promise<BenchPage> {
  const site = siteOf(layout);
  const address = config.history === undefined ? newChatUrl(layout) : chatUrl(site, sampleChatId(site, 1));
  const body = await pageFor(address, { follow: false, ...config, layout });
  const page = await browser.context.newPage();
  await page.route(
    (url) => isSimulated(url.href),
    (route) => route.fulfill({ contentType: 'text/html', body }),
  );
  const session = await browser.context.newCDPSession(page);
  // Time that the thread worked, not time that passed: other programs then disturb less.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await before(session);
  await page.goto(address, { waitUntil: 'load' });
  const run = <R, A>(func: (argument: A) => R | Promise<R>, argument?: A): Promise<R> =>
    page.evaluate<R>(portable(func, argument));
  return { page, session, run, close: () => page.close() };
}

/** Sends a prompt by real keys. */
export async function send({ page, run }: BenchPage, text: string): Promise<void> {
  await run(() => document.querySelector<HTMLElement>('[data-sim="composer"]')?.focus());
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}

/** Until the function says so in the page. */
export async function until({ run }: BenchPage, done: () => boolean, patienceMs = 30_000): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await run(done))) {
    if (Date.now() > end) throw new Error(`not within ${patienceMs} ms: ${done.toString()}`);
    await new Promise((next) => setTimeout(next, 25));
  }
}

export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
