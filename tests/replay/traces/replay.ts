/** Plays a trace to the scrapers and the observer in its own time, and tells what they make of it. */
import type { Observation, PageState } from '../../../lib/prompt';
import type { Clock } from '../../../lib/scrapers/clock';
import { observePage } from '../../../lib/scrapers/observer';
import { SITES } from '../../../lib/scrapers/registry';
import type { Trace, TraceEvent } from '../../../lib/scrapers/trace/types';
import { type PageRead, readPage } from '../read-page';
import { buildTracePage } from './dom';

/** After the last event, so that an answer can come to its end. */
const REST_MS = 20_000;

/** What a person corrects: plain, and only what a trace can tell. */
export interface TraceReading {
  readonly atStart: PageReading;
  readonly atEnd: PageReading;
  /** One per prompt that was recorded. */
  readonly records: readonly RecordReading[];
  readonly state: PageState['kind'];
}

export interface PageReading {
  readonly layout: string | null;
  readonly streaming: boolean;
  readonly turns: readonly {
    readonly role: 'user' | 'assistant';
    readonly length: number;
    readonly finished: boolean;
    readonly failed: boolean;
    readonly thinking: boolean;
  }[];
}

export interface RecordReading {
  readonly layout: string;
  readonly status: Observation['status'];
  readonly attempt: Observation['attempt']['kind'];
  readonly inputTextLength: number;
  readonly outputTextLength: number;
  readonly ttftSeconds: number | null;
  readonly generationSeconds: number | null;
  readonly contextTurns: number;
}

interface Timer {
  readonly handle: number;
  readonly due: number;
  readonly run: () => void;
}

/** A clock that is turned by the events' own times. */
class TraceClock implements Clock {
  private at = 0;
  private timers: Timer[] = [];
  private handles = 0;
  constructor(private readonly startMs: number) {}
  now = (): number => this.at;
  wall = (): number => this.startMs + this.at;
  utcOffsetMinutes = (): number => 0;
  soon = (run: () => void): void => void this.setTimeout(run, 0);
  whenIdle = (run: () => void): void => void this.setTimeout(run, 1);
  setTimeout = (run: () => void, ms: number): number => {
    this.handles += 1;
    this.timers.push({ handle: this.handles, due: this.at + ms, run });
    return this.handles;
  };
  clearTimeout = (handle: number): void => {
    this.timers = this.timers.filter((timer) => timer.handle !== handle);
  };
  turnTo(until: number): void {
    for (;;) {
      const next = this.timers.filter((timer) => timer.due <= until).sort((a, b) => a.due - b.due)[0];
      if (next === undefined) break;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.at = Math.max(this.at, next.due);
      next.run();
    }
    this.at = Math.max(this.at, until);
  }
}

/** Lets the document report its changes. */
const reported = () => new Promise((resolve) => setTimeout(resolve, 2));

export async function replayTrace(trace: Trace): Promise<TraceReading> {
  const site = SITES.find(({ id }) => id === trace.site);
  if (site === undefined) throw new Error(`No site "${trace.site}" is known.`);
  const page = buildTracePage(trace);
  const atStart = pageReading(readPage(trace.site, page.document));
  const clock = new TraceClock(Date.parse(`${trace.date}T12:00:00Z`));
  const end = new AbortController();
  const emitted = new Map<string, Observation>();
  let ids = 0;
  const observer = observePage({
    site,
    root: page.document,
    url: page.url,
    clock,
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    emit: (observation) => void emitted.set(observation.id, observation),
    resume: async () => null,
    onState: () => {},
    signal: end.signal,
  });
  for (const { at, events } of byTime(trace.events)) {
    clock.turnTo(at);
    for (const event of events) {
      page.apply(event);
      // The page answers a gesture, so it must have been seen before what follows.
      if (event.k === 'enter' || event.k === 'click') await reported();
    }
    await reported();
  }
  const last = trace.events.at(-1)?.at ?? 0;
  for (let ms = 0; ms <= REST_MS; ms += 500) {
    clock.turnTo(last + ms);
    await reported();
  }
  const atEnd = pageReading(readPage(trace.site, page.document));
  const { kind } = observer.state();
  end.abort();
  return { atStart, atEnd, records: [...emitted.values()].map(recordReading), state: kind };
}

function byTime(events: readonly TraceEvent[]): { at: number; events: TraceEvent[] }[] {
  const groups: { at: number; events: TraceEvent[] }[] = [];
  for (const event of events) {
    const group = groups.at(-1);
    if (group?.at === event.at) group.events.push(event);
    else groups.push({ at: event.at, events: [event] });
  }
  return groups;
}

const pageReading = (page: PageRead): PageReading => ({
  layout: page.layout,
  streaming: page.streaming,
  turns: page.turns.map(({ role, length, finished, failed, thinking }) => ({
    role,
    length,
    finished,
    failed,
    thinking: thinking.seen,
  })),
});

function recordReading(one: Observation): RecordReading {
  const between = (from: number | null, to: number | null): number | null =>
    from === null || to === null ? null : Math.round((to - from) * 1000) / 1000;
  return {
    layout: one.layout,
    status: one.status,
    attempt: one.attempt.kind,
    inputTextLength: one.inputTextLength,
    outputTextLength: one.outputTextLength,
    ttftSeconds: between(one.startTime, one.firstTokenTime),
    generationSeconds: between(one.firstTokenTime, one.lastTokenTime),
    contextTurns: one.context.turns,
  };
}
