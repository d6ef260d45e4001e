/** The extension's longest task on pages that are made to hurt it; the browser's own work on them is said beside. */
import { CASES, type HostileCase } from '../../../tests/e2e/hostile/cases';
import { ANSWERS, type StreamLayout } from '../../../tests/e2e/hostile/places';
import { type Browser, type Browsers, openPage, send, sleep, until } from './browser';
import { median } from './compare';
import { type LongestTask, longestOf, mainThread, type OwnTasks, traceOwnTasks } from './instruments';

/** The extension has ended its prompt by then. */
const REST_MS = 1_500;
const PATIENCE_MS = 60_000;

export interface HostileCost extends LongestTask {
  readonly layout: StreamLayout;
  readonly deed: string;
  readonly rounds: number;
  /** The median of all tasks of the extension together, ms; the longest one is that of all rounds. */
  readonly tracedMs: number;
  /** Work of the main thread for the same prompt without the extension, ms. */
  readonly bareTaskMs: number;
}

async function play(
  browser: Browser,
  layout: StreamLayout,
  { when, deed }: HostileCase,
): Promise<OwnTasks & { taskMs: number }> {
  const page = await openPage(browser, layout, { plan: { chunks: 20, chunkMs: 40 } });
  await until(page, () => '__sim' in window);
  const end = await traceOwnTasks(page.session);
  if (when === 'before') await page.run(deed, ANSWERS[layout]);
  await send(page, 'A prompt on a page that means ill.');
  if (when === 'streaming') {
    await until(page, () => window.__sim.phase() === 'streaming', PATIENCE_MS);
    await page.run(deed, ANSWERS[layout]);
  }
  await until(page, () => window.__sim.waiting() === 0, PATIENCE_MS);
  await sleep(REST_MS);
  const tasks = await end();
  const { taskMs } = await mainThread(page.session);
  await page.close();
  return { ...tasks, taskMs };
}

export async function benchHostile(
  { loaded, bare }: Browsers,
  layout: StreamLayout,
  rounds: number,
): Promise<HostileCost[]> {
  const costs: HostileCost[] = [];
  for (const one of CASES) {
    const own: OwnTasks[] = [];
    const without: number[] = [];
    // The page's own work is said for comparison only.
    without.push((await play(bare, layout, one)).taskMs);
    for (let round = 0; round < rounds; round += 1) own.push(await play(loaded, layout, one));
    costs.push({
      layout,
      deed: one.name,
      rounds,
      ...longestOf(own),
      tracedMs: median(own.map(({ totalMs }) => totalMs)),
      bareTaskMs: median(without),
    });
  }
  return costs;
}
