/** What the extension adds to a page while an answer streams: 5,000 chunks at once, and at a pace that sites have. */
import { ANSWERS, type StreamLayout } from '../../../tests/e2e/hostile/places';
import { type BenchPage, type Browser, type Browsers, openPage, send, until } from './browser';
import { type Compared, compare, interleaved, median } from './compare';
import {
  type LongestTask,
  longestOf,
  type MainThread,
  mainThread,
  profileOwnTime,
  traceOwnTasks,
} from './instruments';

/** How chunks come: `atOnce` in a task, one task after the other, or `everyMs` apart. */
export interface Pace {
  readonly name: 'burst' | 'paced';
  readonly chunks: number;
  readonly atOnce: number;
  readonly everyMs: number;
  /** How often the extension's own calls are recorded, at most. */
  readonly recordings: number;
}
export const BURST: Pace = { name: 'burst', chunks: 5_000, atOnce: 1, everyMs: 0, recordings: 7 };
/** More a second than the fastest sites show. */
export const PACED: Pace = { name: 'paced', chunks: 5_000, atOnce: 2, everyMs: 4, recordings: 3 };

export interface StreamingCost {
  readonly layout: StreamLayout;
  readonly pace: Pace['name'];
  readonly chunks: number;
  readonly rounds: number;
  /** Work of the main thread from the first to the last chunk, ms. */
  readonly task: Compared;
  /** Of this in scripts, ms. */
  readonly script: Compared;
  /** Time that passed, ms. */
  readonly wall: Compared;
  /** The extension's own calls in a recorded run, ms: medians, and the longest of all rounds. */
  readonly own: LongestTask & {
    readonly tracedMs: number;
    readonly profiledMs: number;
    /** Shares of the main thread's work without the extension, and of the time that passes. */
    readonly share: number;
    readonly wallShare: number;
  };
}

/** Opens a page whose answer has begun; the rest of it is ours to write. */
async function liveAnswer(browser: Browser, layout: StreamLayout): Promise<BenchPage> {
  const page = await openPage(browser, layout, {
    plan: { text: 'So', firstTokenMs: 50, chunks: 2, chunkMs: 600_000 },
  });
  await until(page, () => '__sim' in window);
  await send(page, 'Write a long answer.');
  await until(page, () => window.__sim.phase() === 'streaming');
  return page;
}

/** Appends the chunks and gives the milliseconds it took. */
function stream({ run }: BenchPage, selector: string, pace: Pace): Promise<number> {
  return run(
    async ({ selector, chunks, atOnce, everyMs }) => {
      const answer = document.querySelector(selector);
      if (answer === null) throw new Error('the page shows no answer');
      const paragraph = answer.appendChild(document.createElement('p'));
      const channel = new MessageChannel();
      const start = performance.now();
      await new Promise<void>((done) => {
        let sent = 0;
        const next = (): void => {
          for (let i = 0; i < atOnce; i += 1) {
            const chunk = document.createElement('span');
            chunk.append(' word');
            paragraph.append(chunk);
          }
          sent += atOnce;
          if (sent === chunks) done();
          else if (everyMs === 0) channel.port2.postMessage(null);
          else setTimeout(next, everyMs);
        };
        channel.port1.onmessage = next;
        next();
      });
      return performance.now() - start;
    },
    { selector, chunks: pace.chunks, atOnce: pace.atOnce, everyMs: pace.everyMs },
  );
}

export async function timed(
  browser: Browser,
  layout: StreamLayout,
  pace: Pace,
): Promise<MainThread & { wallMs: number }> {
  const page = await liveAnswer(browser, layout);
  const before = await mainThread(page.session);
  const wallMs = await stream(page, ANSWERS[layout], pace);
  const after = await mainThread(page.session);
  await page.close();
  return { taskMs: after.taskMs - before.taskMs, scriptMs: after.scriptMs - before.scriptMs, wallMs };
}

/** The extension's own part, each instrument in a run of its own: one would be seen in the other. */
async function own(browser: Browser, layout: StreamLayout, pace: Pace) {
  const traced = await liveAnswer(browser, layout);
  const endTrace = await traceOwnTasks(traced.session);
  await stream(traced, ANSWERS[layout], pace);
  const tasks = await endTrace();
  await traced.close();
  const profiled = await liveAnswer(browser, layout);
  const endProfile = await profileOwnTime(profiled.session);
  await stream(profiled, ANSWERS[layout], pace);
  const profiledMs = await endProfile();
  await profiled.close();
  return { ...tasks, profiledMs };
}

export async function benchStreaming(
  { loaded, bare }: Browsers,
  layout: StreamLayout,
  pace: Pace,
  rounds: number,
): Promise<StreamingCost> {
  const found = await interleaved(rounds, (condition) =>
    timed(condition === 'with' ? loaded : bare, layout, pace),
  );
  const recorded: Awaited<ReturnType<typeof own>>[] = [];
  for (let round = 0; round < Math.min(rounds, pace.recordings); round += 1)
    recorded.push(await own(loaded, layout, pace));
  const task = compare(found, 'taskMs');
  const wall = compare(found, 'wallMs');
  const tracedMs = median(recorded.map(({ totalMs }) => totalMs));
  return {
    layout,
    pace: pace.name,
    chunks: pace.chunks,
    rounds,
    task,
    script: compare(found, 'scriptMs'),
    wall,
    own: {
      tracedMs,
      profiledMs: median(recorded.map(({ profiledMs }) => profiledMs)),
      share: tracedMs / task.without,
      wallShare: tracedMs / wall.without,
      ...longestOf(recorded),
    },
  };
}
