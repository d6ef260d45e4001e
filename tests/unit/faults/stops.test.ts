import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Observation } from '../../../lib/prompt';
import { openStore } from '../../../lib/store';
import { expectRollupsOfRecords } from '../store/testing';
import { STORY } from './story';
import { contentOf } from './truth';
import { NEVER, type Stop, type StopMode, startWorker } from './worker';

const FIRST = 0;
const RETRY = 1;
const SUBMIT = 0;
const END = 3;
/** A first attempt at its end, its retry from the submit to the end. */
const STATES: readonly Observation[] = [
  STORY[FIRST]?.[END],
  STORY[RETRY]?.[SUBMIT],
  STORY[RETRY]?.[END],
].flatMap((state) => state ?? []);

let databases = 0;
const newDatabase = (): string => `stops-${++databases}`;

async function expectNothingHalfDone(database: string): Promise<void> {
  const store = openStore(database);
  await expectRollupsOfRecords(store);
  store.close();
}

interface Run {
  readonly steps: number;
  readonly stops: number;
}

/** One worker takes everything in; when it stops, a new one starts and the page delivers again. */
async function run(database: string, stop: Stop): Promise<Run> {
  let worker = startWorker(database, stop);
  let stops = 0;
  for (const observation of STATES) {
    try {
      await worker.take(observation);
    } catch {
      stops += 1;
      worker.end();
      await expectNothingHalfDone(database);
      worker = startWorker(database);
      await worker.take(observation);
    }
  }
  worker.end();
  return { steps: worker.steps(), stops };
}

describe('a worker that is stopped at any await of the pipeline', () => {
  let truth: unknown;
  let steps = 0;
  beforeAll(async () => {
    const database = newDatabase();
    ({ steps } = await run(database, NEVER));
    truth = await contentOf(database);
  });

  it('has many awaits to be stopped at, and a truth to be compared with', () => {
    expect(steps).toBeGreaterThan(STATES.length * 10);
    expect(truth).toMatchObject({
      records: [
        { attempt: 1, status: 'complete' },
        { attempt: 2, status: 'stopped' },
      ],
    });
  });

  it.each<StopMode>(['before', 'after'])(
    'leaves nothing half done, and the truth after the next delivery: stopped %s each of them',
    async (mode) => {
      for (let atStep = 1; atStep <= steps; atStep += 1) {
        const database = newDatabase();
        const { stops } = await run(database, { atStep, mode });
        expect(stops, `stopped ${mode} step ${atStep}`).toBe(1);
        expect(await contentOf(database), `stopped ${mode} step ${atStep}`).toEqual(truth);
      }
    },
    120_000,
  );

  it('stores each state once, however often it is delivered', async () => {
    const database = newDatabase();
    const worker = startWorker(database);
    for (const observation of STATES) {
      for (let times = 0; times < 3; times += 1) await worker.take(observation);
    }
    worker.end();
    expect(await contentOf(database)).toEqual(truth);
  });
});
