import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { takeIn } from '../../entrypoints/background/pipeline';
import { failureOf } from '../../entrypoints/background/problems';
import { createDelivery } from '../../lib/delivery';
import type { Failure } from '../../lib/messages';
import { parseSettings } from '../../lib/settings';
import { getRecord, openStore, periodTotals, type Store } from '../../lib/store';
import { createTokenCounter } from '../../lib/tokens';
import { anObservation } from '../fixtures/observation';

/** Every write fails like a full disk until the returned function is called. */
async function fillDisk(store: Store): Promise<() => void> {
  const db = await store.read();
  db.close();
  let full = true;
  db.use({
    stack: 'dbcore',
    name: 'full disk',
    create: (core) => ({
      ...core,
      table: (name) => {
        const inner = core.table(name);
        return {
          ...inner,
          mutate: (request) =>
            full && request.type !== 'delete'
              ? Promise.reject(new DOMException('The quota has been exceeded.', 'QuotaExceededError'))
              : inner.mutate(request),
        };
      },
    }),
  });
  await db.open();
  return () => {
    full = false;
  };
}

it('a prompt that a full disk refuses waits in its page with its texts, and is stored once there is room', async () => {
  const store = openStore('full-disk');
  const free = await fillDisk(store);
  const deps = {
    store,
    counter: createTokenCounter(() => Promise.reject(new Error('no vocabulary here'))),
    settings: async () => parseSettings(null),
    now: () => 1_795_000_000,
  };
  const told: Failure[] = [];
  const timers: (() => void)[] = [];
  const delivery = createDelivery({
    send: async (observation) => {
      try {
        await takeIn(deps, observation);
        return { ok: true, value: { revision: observation.revision } };
      } catch (error) {
        const failure = failureOf(error);
        told.push(failure);
        return { ok: false, failure };
      }
    },
    setTimeout: (run) => void timers.push(run),
    soon: (run) => run(),
    signal: new AbortController().signal,
  });
  const fire = async () => {
    for (const run of timers.splice(0)) run();
  };
  const observation = anObservation({
    status: 'complete',
    site: 'claude',
    texts: { input: 'Is there room?', output: 'Not now.' },
  });
  delivery.deliver(observation);
  await expect.poll(() => told.length).toBe(1);
  await expect.poll(() => timers.length).toBe(1);
  await fire();
  await expect.poll(() => timers.length).toBe(1);
  expect(told.map(({ kind }) => kind)).toEqual(['quota', 'quota']);
  expect(delivery.pending()).toBe(1);
  free();
  await fire();
  await expect.poll(() => delivery.pending()).toBe(0);
  const record = await getRecord(store, observation.id);
  expect(record?.status).toBe('complete');
  // Counted from the text that waited, not from the length, which says 1235 characters.
  expect(record?.outputTokens).toBeLessThan(20);
  const { total } = await periodTotals(store, 'all', observation.startTime, 0);
  expect(total.count).toBe(1);
});
