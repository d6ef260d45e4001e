/** Whether the memory of a page grows with its prompts: heap after garbage collection along 200 prompts. */
import type { ChatLayout } from '../../../tests/e2e/support';
import { type Browser, type Browsers, openPage, send, sleep, until, withBrowsers } from './browser';
import { median } from './compare';
import { heapBytes } from './instruments';

/** After the first mark everything that is made once has been made. */
export const MARKS = [20, 100, 200] as const;
/** The last prompt is delivered by then, and nothing waits any more for an answer that came long ago (10 s). */
const REST_MS = 12_000;

export interface GrowthCost {
  readonly layout: ChatLayout;
  readonly rounds: number;
  /** Medians by the number of prompts: with the extension, without it, and the difference within each round, bytes. */
  readonly marks: readonly {
    readonly prompts: number;
    readonly with: number;
    readonly without: number;
    readonly added: number;
  }[];
  /** What the extension's part of the memory grew by, from the first mark to the last. */
  readonly addedGrowth: number;
}

async function heaps(browser: Browser, layout: ChatLayout): Promise<number[]> {
  const page = await openPage(browser, layout, {
    plan: {
      kind: 'short',
      userTurnMs: 2,
      assistantTurnMs: 2,
      firstTokenMs: 5,
      chunkMs: 5,
      finishMs: 5,
      addressMs: 5,
      rerenderMs: 5,
    },
  });
  await until(page, () => '__sim' in window);
  const found: number[] = [];
  for (let prompt = 1; prompt <= Math.max(...MARKS); prompt += 1) {
    await send(page, `Question number ${prompt}?`);
    await until(page, () => window.__sim.waiting() === 0);
    if (!MARKS.some((mark) => mark === prompt)) continue;
    await sleep(REST_MS);
    found.push(await heapBytes(page.session));
  }
  await page.close();
  return found;
}

/**
 * In browsers of its own that compile nothing: compiled code lies in the same heap and grows until the browser has
 * compiled what it finds worth it, in the page as in the extension.
 */
export const benchGrowth = (layout: ChatLayout, rounds: number): Promise<GrowthCost> =>
  withBrowsers((browsers) => measure(browsers, layout, rounds), ['--js-flags=--jitless']);

/** The rounds run side by side: memory does not mind. */
async function measure({ loaded, bare }: Browsers, layout: ChatLayout, rounds: number): Promise<GrowthCost> {
  const pairs = await Promise.all(
    Array.from({ length: rounds }, async () => {
      const [own, without] = await Promise.all([heaps(loaded, layout), heaps(bare, layout)]);
      return { with: own, without };
    }),
  );
  const at = (pick: (pair: { with: number[]; without: number[] }, i: number) => number, i: number) =>
    median(pairs.map((pair) => pick(pair, i)));
  const added = (pair: { with: number[]; without: number[] }, i: number): number =>
    (pair.with[i] ?? 0) - (pair.without[i] ?? 0);
  return {
    layout,
    rounds,
    marks: MARKS.map((prompts, i) => ({
      prompts,
      with: at((pair) => pair.with[i] ?? 0, i),
      without: at((pair) => pair.without[i] ?? 0, i),
      added: at(added, i),
    })),
    addedGrowth: median(pairs.map((pair) => added(pair, MARKS.length - 1) - added(pair, 0))),
  };
}
