/** What the extension adds when a long chat is opened: time of the main thread, and memory once it is at rest. */
import type { ChatLayout } from '../../../tests/e2e/support';
import { type Browser, type Browsers, openPage, sleep, until } from './browser';
import { type Compared, compare, interleaved, median } from './compare';
import {
  heapBytes,
  type LongestTask,
  longestOf,
  mainThread,
  type OwnTasks,
  traceOwnTasks,
} from './instruments';

export const EXCHANGES = 300;
/** Layouts that keep their whole thread in the document: the hardest to look through. */
export const OPENED = ['chatgpt-a', 'claude-a', 'gemini-lr26'] as const satisfies ChatLayout[];
/** The page is looked at several times by then. */
const REST_MS = 1_200;

export interface OpeningCost {
  readonly layout: ChatLayout;
  readonly exchanges: number;
  readonly rounds: number;
  /** Work of the main thread until the page is at rest, ms. */
  readonly task: Compared;
  /** JavaScript objects after garbage collection, bytes. */
  readonly heap: Compared;
  /** The extension's own calls, the start of its script among them, in a recorded run, ms. */
  readonly own: LongestTask & { readonly tracedMs: number };
}

const config = { history: EXCHANGES, plan: { kind: 'short' } } as const;

async function opened(browser: Browser, layout: ChatLayout): Promise<{ taskMs: number; heap: number }> {
  const page = await openPage(browser, layout, config);
  await until(page, () => '__sim' in window && window.__sim.exchanges() > 0);
  await sleep(REST_MS);
  const { taskMs } = await mainThread(page.session);
  const heap = await heapBytes(page.session);
  await page.close();
  return { taskMs, heap };
}

async function traced(browser: Browser, layout: ChatLayout): Promise<OwnTasks> {
  let end: () => Promise<OwnTasks> = async () => ({ count: 0, totalMs: 0, longestMs: 0, longestCpuMs: 0 });
  const page = await openPage(browser, layout, config, async (session) => {
    end = await traceOwnTasks(session);
  });
  await until(page, () => '__sim' in window && window.__sim.exchanges() > 0);
  await sleep(REST_MS);
  const tasks = await end();
  await page.close();
  return tasks;
}

export async function benchOpening(
  { loaded, bare }: Browsers,
  layout: ChatLayout,
  rounds: number,
): Promise<OpeningCost> {
  const found = await interleaved(rounds, (condition) =>
    opened(condition === 'with' ? loaded : bare, layout),
  );
  const recorded: OwnTasks[] = [];
  for (let round = 0; round < rounds; round += 1) recorded.push(await traced(loaded, layout));
  return {
    layout,
    exchanges: EXCHANGES,
    rounds,
    task: compare(found, 'taskMs'),
    heap: compare(found, 'heap'),
    own: {
      tracedMs: median(recorded.map(({ totalMs }) => totalMs)),
      ...longestOf(recorded),
    },
  };
}
