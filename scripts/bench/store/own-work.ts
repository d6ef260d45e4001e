/**
 * What a page's main thread works itself, in CPU time from a trace of the browser: unlike the time between two
 * frames it does not grow when other programs have the processor.
 */
import type { Page } from 'playwright';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** CPU time, microseconds. */
  readonly tdur?: number;
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

const isEvent = (event: unknown): event is TraceEvent =>
  typeof event === 'object' && event !== null && 'name' in event && 'pid' in event && 'tid' in event;

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;

/** CPU milliseconds of the longest task of the thread that draws the frames. */
function longestTask(events: readonly TraceEvent[]): number {
  const frames = new Map<string, number>();
  for (const event of events) {
    if (event.name !== 'FireAnimationFrame') continue;
    frames.set(threadOf(event), (frames.get(threadOf(event)) ?? 0) + 1);
  }
  const [drawing] = [...frames].sort(([, a], [, b]) => b - a)[0] ?? [];
  return events
    .filter((event) => event.name === 'RunTask' && threadOf(event) === drawing)
    .reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1000), 0);
}

/** Runs `work` and says how long the page's longest task worked meanwhile, CPU ms. */
export async function withOwnWork<T>(
  page: Page,
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly longestCpuMs: number }> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    // One by one: a trace has more events than a call may have arguments.
    for (const event of value) if (isEvent(event)) events.push(event);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  const value = await work();
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return { value, longestCpuMs: longestTask(events) };
}
