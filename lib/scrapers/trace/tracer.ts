/** Traces of one page: at once, or of what happens between a start and an end. Off until it is asked for. */
import type { Site } from '../site';
import { type CaptureBudget, type CaptureContext, captureNode } from './capture';
import { createMask } from './mask';
import { createRecording, type Recording } from './recording';
import { TRACE_FORMAT, TRACE_VERSION, type Trace, type TraceElement } from './types';
import { vocabularyOf } from './vocabulary';

const MAX_NODES = 30_000;
const MAX_CHARACTERS = 1_200_000;

export interface TracerDeps {
  readonly site: Site;
  readonly page: Document;
  readonly url: () => URL;
  /** Id of the layout that is recognised now. */
  readonly layout: () => string | null;
  /** Monotonic and wall milliseconds. */
  readonly now: () => number;
  readonly wall: () => number;
  /** Runs the next slice of work when the page can spare it. */
  readonly later: (run: () => void) => void;
  readonly signal: AbortSignal;
}

export interface Tracer {
  /** Begins to record; a recording that runs begins anew. */
  record(): void;
  isRecording(): boolean;
  /** Ends the recording and gives it; without one, the page as it stands. JSON of at most about 2 MB. */
  take(): Promise<string>;
}

interface Session {
  readonly recording: Recording;
  readonly begunAt: number;
  readonly date: string;
  readonly address: string;
  readonly layout: string | null;
  readonly budget: CaptureBudget;
  /** Resolves when the first state is read. */
  readonly ready: Promise<void>;
  /** Takes down what has changed and was not reported yet, and listens no more. */
  end(): void;
}

export function createTracer(deps: TracerDeps): Tracer {
  const { page, signal } = deps;
  let session: Session | null = null;

  function begin(watching: boolean): Session {
    const numbers = new WeakMap<Node, number>();
    let count = 0;
    const mask = createMask(vocabularyOf(deps.site.layouts));
    const budget: CaptureBudget = { nodes: MAX_NODES, characters: MAX_CHARACTERS, leftOut: 0 };
    const context: CaptureContext = {
      page,
      mask,
      budget,
      numberOf(node) {
        const n = numbers.get(node) ?? ++count;
        numbers.set(node, n);
        return n;
      },
    };
    const recording = createRecording({ context, mask, known: (node) => numbers.get(node) ?? null });
    const begunAt = deps.now();
    const end = watching ? watch(recording, begunAt) : () => {};
    return {
      recording,
      begunAt,
      date: new Date(deps.wall()).toISOString().slice(0, 10),
      address: mask.address(deps.url()),
      layout: deps.layout(),
      budget,
      ready: readPage(context).then((start) => recording.started(start)),
      end,
    };
  }

  /** Reads the page in slices, each when the page can spare it. */
  function readPage(context: CaptureContext): Promise<TraceElement> {
    const steps = captureNode(page.documentElement, context);
    return new Promise((resolve, reject) => {
      const slice = (): void => {
        try {
          const { done, value } = steps.next();
          if (!done) deps.later(slice);
          else if ('tag' in value) resolve(value);
          else reject(new Error('The page has no root element.'));
        } catch (error) {
          reject(error);
        }
      };
      slice();
    });
  }

  function watch(recording: Recording, begunAt: number): () => void {
    const since = (): number => deps.now() - begunAt;
    let href = deps.url().href;
    const take = (records: readonly MutationRecord[]): void => {
      const url = deps.url();
      if (url.href !== href) {
        href = url.href;
        recording.address(url, since());
      }
      recording.changed(records, since());
    };
    /** Nothing of ours may reach the page. */
    const guarded = (run: () => void): void => {
      try {
        run();
      } catch {
        // The trace has a gap; the page has none.
      }
    };
    const observer = new MutationObserver((records) => guarded(() => take(records)));
    observer.observe(page, { subtree: true, childList: true, characterData: true, attributes: true });
    const listening = new AbortController();
    for (const type of ['keydown', 'click']) {
      page.defaultView?.addEventListener(type, (event) => guarded(() => recording.gesture(event, since())), {
        capture: true,
        passive: true,
        signal: listening.signal,
      });
    }
    const end = (): void => {
      guarded(() => take(observer.takeRecords()));
      observer.disconnect();
      listening.abort();
      signal.removeEventListener('abort', end);
    };
    signal.addEventListener('abort', end);
    return end;
  }

  return {
    record() {
      session?.end();
      session = begin(true);
      session.ready.catch(() => {});
    },
    isRecording: () => session !== null,
    async take() {
      const taken = session ?? begin(false);
      session = null;
      taken.end();
      await taken.ready;
      const { start, events, folded } = taken.recording.result();
      if (start === null) throw new Error('The page could not be read.');
      const trace: Trace = {
        format: TRACE_FORMAT,
        version: TRACE_VERSION,
        date: taken.date,
        site: deps.site.id,
        layout: taken.layout,
        address: taken.address,
        start,
        events,
        leftOut: { nodes: taken.budget.leftOut, events: folded },
      };
      return JSON.stringify(trace);
    },
  };
}
