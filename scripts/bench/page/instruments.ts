/** The browser's own instruments: time of the main thread, memory after garbage collection, tasks of one script. */
import type { CDPSession } from 'playwright';

export interface MainThread {
  /** Milliseconds of work of the main thread since the page was opened. */
  readonly taskMs: number;
  /** Of these in scripts. */
  readonly scriptMs: number;
}

export async function mainThread(session: CDPSession): Promise<MainThread> {
  const { metrics } = await session.send('Performance.getMetrics');
  const ms = (name: string): number => {
    const found = metrics.find((metric) => metric.name === name);
    if (found === undefined) throw new Error(`the browser does not tell ${name}`);
    return found.value * 1000;
  };
  return { taskMs: ms('TaskDuration'), scriptMs: ms('ScriptDuration') };
}

/** Bytes of JavaScript objects of the page and of all scripts in it, after garbage collection. */
export async function heapBytes(session: CDPSession): Promise<number> {
  // Twice, because what a first pass lets go may hold what a second one finds.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/** The longest task of the extension's scripts. */
export interface LongestTask {
  readonly longestMs: number;
  /** By the processor time of its thread: without what other programs took away in the meantime. */
  readonly longestCpuMs: number;
}

/** The longest tasks of several runs. */
export const longestOf = (runs: readonly LongestTask[]): LongestTask => ({
  longestMs: Math.max(...runs.map(({ longestMs }) => longestMs)),
  longestCpuMs: Math.max(...runs.map(({ longestCpuMs }) => longestCpuMs)),
});

/** The tasks of the extension's scripts in one page. */
export interface OwnTasks extends LongestTask {
  readonly count: number;
  readonly totalMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread, µs. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly data?: { readonly url?: string } };
}

const EXTENSION = 'chrome-extension://';

/** Starts to record calls of scripts; the returned function ends it and tells those of the extension. */
export async function traceOwnTasks(session: CDPSession): Promise<() => Promise<OwnTasks>> {
  const end = await traceEvents(session);
  return async () => ownTasks(await end());
}

async function traceEvents(session: CDPSession): Promise<() => Promise<readonly TraceEvent[]>> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }): void => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { recordMode: 'recordUntilFull', includedCategories: ['devtools.timeline'] },
  });
  return async () => {
    const complete = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
    await session.send('Tracing.end');
    await complete;
    session.off('Tracing.dataCollected', collect);
    return events;
  };
}

/** How long the browser takes to compile and run the extension's scripts as a page begins, ms. */
export async function traceEvaluation(session: CDPSession): Promise<() => Promise<number>> {
  const end = await traceEvents(session);
  return async () =>
    (await end())
      .filter(({ name, ph, args }) => name === 'EvaluateScript' && ph === 'X' && isOwn(args.data?.url))
      .reduce((sum, { dur = 0 }) => sum + dur / 1000, 0);
}

/** Calls of the extension's scripts, without those that lie in another one of them. */
function ownTasks(events: readonly TraceEvent[]): OwnTasks {
  const own = events
    .filter(({ ph, dur, args }) => ph === 'X' && dur !== undefined && isOwn(args.data?.url))
    .sort((one, other) => one.ts - other.ts);
  let [count, total, longest, longestCpu] = [0, 0, 0, 0];
  const ends = new Map<string, number>();
  for (const { pid, tid, ts, dur = 0, tdur = dur } of own) {
    const thread = `${pid}:${tid}`;
    if (ts < (ends.get(thread) ?? 0)) continue;
    ends.set(thread, ts + dur);
    count += 1;
    total += dur;
    longest = Math.max(longest, dur);
    longestCpu = Math.max(longestCpu, tdur);
  }
  return { count, totalMs: total / 1000, longestMs: longest / 1000, longestCpuMs: longestCpu / 1000 };
}

const isOwn = (url: string | undefined): boolean =>
  url?.startsWith(EXTENSION) === true && url.includes('/content-scripts/');

/** Starts a CPU profile; the returned function ends it and tells the milliseconds in the extension's functions. */
export async function profileOwnTime(session: CDPSession): Promise<() => Promise<number>> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 100 });
  await session.send('Profiler.start');
  return async () => {
    const { profile } = await session.send('Profiler.stop');
    await session.send('Profiler.disable');
    // A built-in such as `querySelector` has no address of its own: it belongs to the function that called it.
    const own = new Set<number>();
    for (const node of profile.nodes) {
      if (!isOwn(node.callFrame.url) && !own.has(node.id)) continue;
      own.add(node.id);
      for (const child of node.children ?? []) own.add(child);
    }
    const { samples = [], timeDeltas = [] } = profile;
    // A delta is the time before its sample: it is spent in the sample before.
    return samples.reduce(
      (ms, sample, i) => (own.has(sample) ? ms + (timeDeltas[i + 1] ?? 0) / 1000 : ms),
      0,
    );
  };
}
