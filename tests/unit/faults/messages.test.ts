import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Observation } from '../../../lib/prompt';
import { openStore } from '../../../lib/store';
import { expectRollupsOfRecords } from '../store/testing';
import { faultyNetwork } from './network';
import { randomOf } from './random';
import { STORY } from './story';
import { contentOf } from './truth';
import { startWorker } from './worker';

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

/** Seeds that once failed: attempts that were stored before the prompt they try again. */
const KEPT_SEEDS: readonly number[] = [75, 262, 323, 411, 507, 581];

async function trueContent(): Promise<unknown> {
  const worker = startWorker('messages-truth');
  for (const state of STORY.flat()) await worker.take(state);
  worker.end();
  return contentOf('messages-truth');
}

/** The page emits each prompt's states in order; what the layer in between does is up to the seed. */
async function play(database: string, seed: number, prompts: readonly (readonly Observation[])[]) {
  const random = randomOf(seed);
  const network = faultyNetwork(database, random);
  for (const state of prompts.flat()) {
    network.delivery.deliver(state);
    const pause = random.below(4);
    for (let i = 0; i < pause; i += 1) await network.work();
  }
  // A worker can always be reached in the end; until then nothing may be given up.
  for (let i = 0; i < 40; i += 1) await network.work();
  network.calmDown();
  while (await network.work());
  network.end();
  return network;
}

describe('a message layer that loses, doubles and reorders', () => {
  let truth: unknown;
  beforeAll(async () => {
    truth = await trueContent();
  });

  it.each([...SEEDS, ...KEPT_SEEDS])('leaves the truth in the store: seed %i', async (seed) => {
    const database = `messages-${seed}`;
    const { delivery, faults } = await play(database, seed, STORY);
    expect(delivery.pending()).toBe(0);
    expect(Object.values(faults).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
    expect(await contentOf(database)).toEqual(truth);
    const store = openStore(database);
    await expectRollupsOfRecords(store);
    store.close();
  });
});
