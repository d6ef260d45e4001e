/** The extension's own tasks while a person types, scrolls and sends a prompt in a long chat. */
import type { ChatLayout } from '../../../tests/e2e/support';
import { type BenchPage, type Browser, openPage, send, sleep, until } from './browser';
import { median } from './compare';
import { type LongestTask, longestOf, type OwnTasks, traceOwnTasks } from './instruments';
import { EXCHANGES } from './opening';

const KEYS = 1_000;
const WHEEL_STEPS = 200;

export interface UsingCost extends LongestTask {
  readonly layout: ChatLayout;
  readonly what: 'typing' | 'scrolling' | 'prompting';
  readonly rounds: number;
  /** Medians; the longest task is that of all rounds. */
  readonly calls: number;
  readonly tracedMs: number;
}

async function type({ page, run }: BenchPage): Promise<void> {
  await run(() => document.querySelector<HTMLElement>('[data-sim="composer"]')?.focus());
  await page.keyboard.type('how do tides '.repeat(Math.ceil(KEYS / 13)).slice(0, KEYS));
}

/** Through the whole thread and back: rows of a virtualised one come and go. */
async function scroll({ page }: BenchPage): Promise<void> {
  await page.mouse.move(600, 300);
  for (const direction of [-1, 1]) {
    for (let step = 0; step < WHEEL_STEPS; step += 1) await page.mouse.wheel(0, direction * 600);
  }
}

/** From the key that sends to the report of the whole answer. */
async function prompt(page: BenchPage): Promise<void> {
  await send(page, 'How do tides work?');
  await until(page, () => window.__sim.waiting() === 0);
  await sleep(1_000);
}

const DEEDS = { typing: type, scrolling: scroll, prompting: prompt } as const;

async function tasksOf(browser: Browser, layout: ChatLayout, what: UsingCost['what']): Promise<OwnTasks> {
  const page = await openPage(browser, layout, {
    history: EXCHANGES,
    plan: { chunks: 100, chunkMs: 20, minCharacters: 2_000 },
  });
  await until(page, () => '__sim' in window && window.__sim.exchanges() > 0);
  await sleep(500);
  const end = await traceOwnTasks(page.session);
  await DEEDS[what](page);
  await sleep(1_200);
  const tasks = await end();
  await page.close();
  return tasks;
}

export async function benchUsing(
  browser: Browser,
  layout: ChatLayout,
  what: UsingCost['what'],
  rounds: number,
): Promise<UsingCost> {
  const found: OwnTasks[] = [];
  for (let round = 0; round < rounds; round += 1) found.push(await tasksOf(browser, layout, what));
  return {
    layout,
    what,
    rounds,
    calls: median(found.map(({ count }) => count)),
    tracedMs: median(found.map(({ totalMs }) => totalMs)),
    ...longestOf(found),
  };
}
