/**
 * A worker that can be stopped at any await of the pipeline. A worker that has stopped does nothing any more: every
 * later step of it fails, and a transaction that was open is rolled back, as the browser does it.
 */
import type Dexie from 'dexie';
import { vi } from 'vitest';
import { type PipelineDeps, takeIn } from '../../../entrypoints/background/pipeline';
import type { Observation } from '../../../lib/prompt';
import { parseSettings } from '../../../lib/settings';
import { type Database, Store } from '../../../lib/store/db';

vi.mock('wxt/browser', () => ({ browser: {} }));
vi.mock('wxt/utils/storage', () => ({ storage: { defineItem: () => ({}) } }));

/** When a step stops the worker: instead of being done, or done but its answer never seen. */
export type StopMode = 'before' | 'after';
export interface Stop {
  /** The await at which the worker stops, counted from 1; Infinity for never. */
  readonly atStep: number;
  readonly mode: StopMode;
}
export const NEVER: Stop = { atStep: Number.POSITIVE_INFINITY, mode: 'before' };

class WorkerStopped extends Error {}

/** Counts the awaits of one worker's life and stops it at the chosen one. */
class Life {
  steps = 0;
  private stopped = false;
  constructor(private readonly stop: Stop) {}

  async step<T>(work: () => PromiseLike<T>): Promise<T> {
    this.begin();
    const result = await work();
    this.end(this.steps);
    return result;
  }

  begin(): void {
    if (this.stopped) throw new WorkerStopped('stopped');
    this.steps += 1;
    if (this.stop.mode === 'before' && this.steps === this.stop.atStep) this.die();
  }

  end(step: number): void {
    if (this.stop.mode === 'after' && step === this.stop.atStep) this.die();
  }

  private die(): void {
    this.stopped = true;
    throw new WorkerStopped('stopped');
  }
}

class WatchedStore extends Store {
  private readonly watched = new WeakSet<Dexie>();
  constructor(
    name: string,
    private readonly life: Life,
  ) {
    super(name);
  }

  override async read(): Promise<Database> {
    const db = await super.read();
    if (!this.watched.has(db)) {
      this.watched.add(db);
      db.close();
      watchTables(db, this.life);
      await db.open();
    }
    return db;
  }
}

/** Every request to the database is a step. Dexie's own promises must stay: a foreign one ends its transaction. */
function watchTables(db: Database, life: Life): void {
  const stepped = <Q, R>(work: (request: Q) => PromiseLike<R>) => {
    return (request: Q): Promise<R> => {
      try {
        life.begin();
      } catch (error) {
        return Promise.reject(error);
      }
      const step = life.steps;
      return work(request).then((result) => {
        life.end(step);
        return result;
      }) as Promise<R>;
    };
  };
  db.use({
    stack: 'dbcore',
    name: 'steps',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          get: stepped(table.get),
          getMany: stepped(table.getMany),
          query: stepped(table.query),
          count: stepped(table.count),
          openCursor: stepped(table.openCursor),
          mutate: stepped(table.mutate),
        };
      },
    }),
  });
}

export interface TestWorker {
  /** Takes one observation in; rejects when the worker stops on the way. */
  take(observation: Observation): Promise<void>;
  /** Awaits so far. */
  steps(): number;
  end(): void;
}

/** Starts a worker over a database by name, as the browser starts one for each message that finds none. */
export function startWorker(database: string, stop: Stop = NEVER): TestWorker {
  const life = new Life(stop);
  const store = new WatchedStore(database, life);
  const deps: PipelineDeps = {
    store,
    counter: {
      count: (text) =>
        life.step(async () => ({
          kind: 'counted',
          tokens: Math.ceil(text.length / 4),
          error: { low: 1, high: 1 },
          countedCodeUnits: text.length,
          cuts: 0,
        })),
    },
    settings: () => life.step(async () => parseSettings(null)),
    // Which worker took a state in, and when, is no part of the truth.
    now: () => 2_000_000_000,
  };
  return {
    async take(observation) {
      // What crosses to the worker is a copy.
      await takeIn(deps, structuredClone(observation));
    },
    steps: () => life.steps,
    end: () => store.close(),
  };
}
