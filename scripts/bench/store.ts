/**
 * The pages over a store of many prompts: how long the popup and the overview take to show their numbers, and how
 * smooth the history scrolls; over a small store too, to show what grows. The stores are filled once and kept
 * under .cache/. On its own: `npx tsx scripts/bench/store.ts [prompts]`.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { portable } from '../../tests/e2e/harness/portable';
import { findBrowsers } from '../browsers';
import { withOwnWork } from './store/own-work';
import { seedBundle } from './store/seed';

const CACHE = resolve('.cache/bench-store');
const SIZES = [10_000, 1_000_000] as const;
const ROUNDS = 7;
const PATIENCE_MS = 60_000;
/** Prompts of one call: short enough to tell of progress and to go on after a stop. */
const STEP = 25_000;
/** A store filled longer ago is filled anew: its last prompts would be in no short period. */
const OLDEST_SECONDS = 7 * 86_400;

export interface StoreBench {
  readonly prompts: number;
  /** Medians from the start of the page's script to its numbers, ms. */
  readonly popupMs: number;
  readonly overviewMs: number;
  readonly historyMs: number;
  /** Scrolling through the history for some seconds. */
  readonly scroll: {
    readonly frames: number;
    readonly longestMs: number;
    readonly over50Ms: number;
    /** The page's longest task in CPU time: what a frame costs whatever else the machine does. */
    readonly longestCpuMs: number;
  };
  readonly rowsScrolled: number;
}

interface Seeded {
  readonly done: number;
  readonly endTime: number;
}

/** What a page must show: an element for each selector, and something on a canvas where it draws. */
interface Shown {
  readonly selectors: readonly string[];
  readonly canvas: string | null;
}

/** Notes when the page's script starts, and when everything named is in the document and painted. */
function watchPage({ selectors, canvas }: Shown): void {
  const times = { start: 0, shown: 0 };
  Object.assign(window, { benchTimes: times });
  // Module scripts run right after this.
  document.addEventListener('readystatechange', () => {
    if (document.readyState === 'interactive') times.start = performance.now();
  });
  const isPainted = (): boolean => {
    if (canvas === null) return true;
    const found = document.querySelector<HTMLCanvasElement>(canvas);
    const pixels = found?.getContext('2d')?.getImageData(0, 0, found.width, found.height).data;
    return pixels?.some((value) => value > 0) ?? false;
  };
  // A drawing changes nothing in the document: it is looked for frame by frame.
  const lookAtDrawing = () => {
    if (isPainted()) times.shown = performance.now();
    else requestAnimationFrame(lookAtDrawing);
  };
  const look = () => {
    if (!selectors.every((selector) => document.querySelector(selector) !== null)) return;
    observer.disconnect();
    lookAtDrawing();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true, characterData: true });
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** The unpacked extension at a path that stays, because its id and so its store depend on it. */
async function extension(): Promise<string> {
  const built = resolve(process.env.TOKENPRINT_OUT ?? '.output', 'chrome-mv3');
  const copy = join(CACHE, 'extension');
  await rm(copy, { recursive: true, force: true });
  await cp(built, copy, { recursive: true });
  return copy;
}

async function launch(profile: string, folder: string): Promise<BrowserContext> {
  const { chromium: executablePath } = await findBrowsers();
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { width: 1200, height: 800 },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
    ],
  });
}

async function originOf(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return `chrome-extension://${new URL(worker.url()).host}`;
}

/** Fills the store up to `count` prompts, going on where an earlier run stopped. */
async function fill(context: BrowserContext, origin: string, profile: string, count: number): Promise<void> {
  const marker = join(profile, 'seeded.json');
  const now = Date.now() / 1000;
  const before: Seeded | null = await readFile(marker, 'utf8').then(JSON.parse, () => null);
  const seeded = before ?? { done: 0, endTime: now };
  if (seeded.done >= count) return;
  const code = await seedBundle();
  const page = await context.newPage();
  await page.goto(`${origin}/popup.html`);
  for (let from = seeded.done; from < count; from += STEP) {
    const to = Math.min(from + STEP, count);
    const request = JSON.stringify({ from, to, count, endTime: seeded.endTime });
    await page.evaluate(`(async () => { ${code}; return TokenprintSeed.seed(${request}); })()`);
    await writeFile(marker, JSON.stringify({ done: to, endTime: seeded.endTime }));
    console.error(`${to} of ${count} prompts stored`);
  }
  await page.close();
}

async function isTooOld(profile: string): Promise<boolean> {
  const seeded: Seeded | null = await readFile(join(profile, 'seeded.json'), 'utf8').then(
    JSON.parse,
    () => null,
  );
  return seeded !== null && Date.now() / 1000 - seeded.endTime > OLDEST_SECONDS;
}

/** Milliseconds from the start of a page's script until everything named is shown; the median of several. */
async function timeToNumbers(
  context: BrowserContext,
  address: string,
  selectors: readonly string[],
  canvas: string | null = null,
): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const page = await context.newPage();
    await page.addInitScript({ content: portable(watchPage, { selectors, canvas }) });
    await page.goto(address);
    // Not waitForFunction: it evaluates in the page, which the page's policy forbids.
    const until = Date.now() + PATIENCE_MS;
    while (!(await page.evaluate<boolean>('window.benchTimes.shown > 0'))) {
      if (Date.now() > until) throw new Error(`${address} did not show its numbers`);
      await new Promise((go) => setTimeout(go, 50));
    }
    times.push(await page.evaluate<number>('window.benchTimes.shown - window.benchTimes.start'));
    await page.close();
  }
  return median(times);
}

/** Scrolls the history down at about 12,000 px a second for five seconds and times the frames. */
type ScrollResult = Omit<StoreBench['scroll'], 'longestCpuMs'> & { readonly rows: number };

async function scroll(page: Page): Promise<ScrollResult> {
  return page.evaluate<ScrollResult>(
    portable(async (): Promise<ScrollResult> => {
      const list = document.querySelector('.long-list');
      if (list === null) throw new Error('the history shows no list');
      const frames: number[] = [];
      let last = performance.now();
      const end = last + 5_000;
      await new Promise<void>((done) => {
        const step = (now: number) => {
          frames.push(now - last);
          last = now;
          list.scrollBy(0, 200);
          if (now < end) requestAnimationFrame(step);
          else done();
        };
        requestAnimationFrame((now) => {
          last = now;
          requestAnimationFrame(step);
        });
      });
      return {
        frames: frames.length,
        longestMs: Math.max(...frames),
        over50Ms: frames.filter((frame) => frame > 50).length,
        rows: Math.round(list.scrollTop / 48),
      };
    }),
  );
}

async function benchSize(prompts: number, folder: string): Promise<StoreBench> {
  const profile = join(CACHE, `profile-${prompts}`);
  if (await isTooOld(profile)) await rm(profile, { recursive: true, force: true });
  await mkdir(profile, { recursive: true });
  const context = await launch(profile, folder);
  try {
    const origin = await originOf(context);
    await fill(context, origin, profile, prompts);
    const totals = 'section[aria-labelledby="totals"]';
    const popupMs = await timeToNumbers(context, `${origin}/popup.html`, [
      'section[aria-labelledby="last-prompt"] .headline strong',
      `${totals} .headline strong`,
    ]);
    const overviewMs = await timeToNumbers(
      context,
      `${origin}/dashboard.html`,
      [`${totals} .headline strong`, `${totals} .compare td`, '.heat td', '.prompts tbody tr'],
      'section[aria-labelledby="trend"] canvas',
    );
    const historyMs = await timeToNumbers(context, `${origin}/dashboard.html#history`, [
      '.long tbody .col-energy',
    ]);
    const page = await context.newPage();
    await page.goto(`${origin}/dashboard.html#history`);
    await page.waitForSelector('.long tbody .col-energy');
    const { value, longestCpuMs } = await withOwnWork(page, () => scroll(page));
    const { rows, ...frames } = value;
    const scrolled = { ...frames, longestCpuMs };
    return { prompts, popupMs, overviewMs, historyMs, scroll: scrolled, rowsScrolled: rows };
  } finally {
    await context.close();
  }
}

/** Fills the stores first where that was not done before: about 20 minutes for a million prompts. */
export async function benchStore(sizes: readonly number[] = SIZES): Promise<readonly StoreBench[]> {
  const folder = await extension();
  const results: StoreBench[] = [];
  for (const prompts of sizes) {
    const result = await benchSize(prompts, folder);
    console.error(JSON.stringify(result));
    results.push(result);
  }
  return results;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const sizes = process.argv.slice(2).map(Number);
  console.log(JSON.stringify(await benchStore(sizes.length > 0 ? sizes : SIZES), null, 2));
}
