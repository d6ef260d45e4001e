import { describe, expect, it } from 'vitest';
import { createDelivery, inTime } from '../../lib/delivery';
import type { Reply } from '../../lib/messages';
import type { Observation } from '../../lib/prompt';
import { anObservation } from '../fixtures/observation';

/** A worker whose answers the test decides, and a clock that runs when the test says so. */
function outbox(answers: (observation: Observation) => Promise<Reply<{ revision: number }>>) {
  const sent: Observation[] = [];
  const timers: { run: () => void; ms: number }[] = [];
  const end = new AbortController();
  const delivery = createDelivery({
    send(observation) {
      sent.push(observation);
      return answers(observation);
    },
    setTimeout: (run, ms) => void timers.push({ run, ms }),
    soon: (run) => run(),
    signal: end.signal,
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  const fireTimers = async () => {
    for (const timer of timers.splice(0)) timer.run();
    await settle();
  };
  return { delivery, sent, timers, end, settle, fireTimers };
}
const stored = async (observation: Observation): Promise<Reply<{ revision: number }>> => ({
  ok: true,
  value: { revision: observation.revision },
});

describe('delivery from the page', () => {
  const LAST_WORDS = ['interrupted', 'complete', 'stopped', 'failed'] as const;
  it.each(LAST_WORDS)(
    'sends the last word of a page that goes at once, whatever is under way: %s',
    (status) => {
      const { delivery, sent } = outbox(() => new Promise(() => {}));
      delivery.deliver(anObservation({ revision: 1, status: 'pending' }));
      delivery.deliver(anObservation({ revision: 2, status: 'pending' }));
      delivery.flush();
      expect(sent).toHaveLength(1);
      delivery.deliver(anObservation({ revision: 3, status }));
      delivery.flush();
      expect(sent.map((state) => [state.revision, state.status])).toEqual([
        [1, 'pending'],
        [3, status],
      ]);
    },
  );

  it('sends in a task of its own, once for all that came before it', () => {
    const sent: number[] = [];
    const tasks: (() => void)[] = [];
    const delivery = createDelivery({
      send: ({ revision }) => {
        sent.push(revision);
        return new Promise(() => {});
      },
      setTimeout: () => {},
      soon: (run) => void tasks.push(run),
      signal: new AbortController().signal,
    });
    delivery.deliver(anObservation({ revision: 1 }));
    delivery.deliver(anObservation({ revision: 2 }));
    expect(sent).toEqual([]);
    for (const run of tasks) run();
    expect(sent).toEqual([2]);
  });

  it('takes a worker that never answers for one that could not be reached', async () => {
    const overdue: (() => void)[] = [];
    const answer = inTime(new Promise(() => {}), (run) => void overdue.push(run));
    for (const run of overdue) run();
    await expect(answer).rejects.toThrow('late');
    await expect(inTime(Promise.resolve('stored'), () => {})).resolves.toBe('stored');
  });

  it('forgets a state once it is acknowledged', async () => {
    const { delivery, sent, settle } = outbox(stored);
    delivery.deliver(anObservation({ revision: 1 }));
    await settle();
    expect(sent).toHaveLength(1);
    expect(delivery.pending()).toBe(0);
  });

  it('repeats until the worker answers, ever more slowly', async () => {
    let reachable = false;
    const { delivery, sent, timers, settle, fireTimers } = outbox((observation) =>
      reachable ? stored(observation) : Promise.reject(new Error('no worker')),
    );
    delivery.deliver(anObservation({ revision: 1 }));
    await settle();
    const waits: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      waits.push(timers[0]?.ms ?? -1);
      await fireTimers();
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]);
    reachable = true;
    await fireTimers();
    expect(sent).toHaveLength(11);
    expect(delivery.pending()).toBe(0);
  });

  it('keeps a text that was not delivered when a later state has none', async () => {
    let reachable = false;
    const { delivery, sent, settle, fireTimers } = outbox((observation) =>
      reachable ? stored(observation) : Promise.reject(new Error('no worker')),
    );
    delivery.deliver(anObservation({ revision: 4, texts: { input: 'a', output: 'b' } }));
    await settle();
    delivery.deliver(anObservation({ revision: 5, texts: null }));
    reachable = true;
    await fireTimers();
    expect(sent.at(-1)).toMatchObject({ revision: 5, texts: { input: 'a', output: 'b' } });
    expect(delivery.pending()).toBe(0);
  });

  it('sends the newest state after one that was under way', async () => {
    const { delivery, sent, settle } = outbox(stored);
    delivery.deliver(anObservation({ revision: 1 }));
    delivery.deliver(anObservation({ revision: 2 }));
    delivery.deliver(anObservation({ revision: 3 }));
    await settle();
    expect(sent.map((one) => one.revision)).toEqual([1, 3]);
    expect(delivery.pending()).toBe(0);
  });

  it('keeps a state that the store could not take, and gives up one that is refused', async () => {
    const full = outbox(async () => ({ ok: false, failure: { kind: 'quota', message: 'full' } }));
    full.delivery.deliver(anObservation({}));
    await full.settle();
    expect(full.delivery.pending()).toBe(1);
    expect(full.timers).toHaveLength(1);
    const refused = outbox(async () => ({ ok: false, failure: { kind: 'invalid', message: 'bad' } }));
    refused.delivery.deliver(anObservation({}));
    await refused.settle();
    expect(refused.delivery.pending()).toBe(0);
  });

  it('sends the end of a prompt after the ends of earlier prompts of its chat', async () => {
    let reachable = false;
    const { delivery, sent, settle, fireTimers } = outbox((observation) =>
      reachable ? stored(observation) : Promise.reject(new Error('no worker')),
    );
    const [one, two, three] = ['1', '2', '3'].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
    const elsewhere = { localId: '1e0f2f0a-3f0b-4f9e-8a77-2b7b5f6f1c23', siteKey: null };
    delivery.deliver(anObservation({ id: one ?? '' }));
    await settle();
    delivery.deliver(anObservation({ id: two ?? '', status: 'pending' }));
    delivery.deliver(anObservation({ id: two ?? '', revision: 2 }));
    delivery.deliver(anObservation({ id: three ?? '', chat: elsewhere }));
    await settle();
    expect(sent.map((state) => [state.id, state.status])).toEqual([
      [one, 'complete'],
      [two, 'pending'],
      [three, 'complete'],
    ]);
    reachable = true;
    await fireTimers();
    await fireTimers();
    expect(sent.filter((state) => state.status === 'complete').map((state) => state.id)).toEqual(
      expect.arrayContaining([one, two, three]),
    );
    expect(sent.findLastIndex((state) => state.id === one)).toBeLessThan(
      sent.findIndex((state) => state.id === two && state.status === 'complete'),
    );
    expect(delivery.pending()).toBe(0);
  });

  it('does not wait for ever for one that cannot be stored, nor when the page goes away', async () => {
    const [bad, good] = ['1', '2'].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
    const { delivery, sent, settle, fireTimers } = outbox(async (observation) =>
      observation.id === bad
        ? { ok: false, failure: { kind: 'unexpected', message: 'bad' } }
        : stored(observation),
    );
    delivery.deliver(anObservation({ id: bad ?? '' }));
    await settle();
    delivery.deliver(anObservation({ id: good ?? '' }));
    for (let round = 0; round < 6; round += 1) await fireTimers();
    expect(sent.filter((state) => state.id === good)).toHaveLength(0);
    for (let round = 0; round < 3; round += 1) await fireTimers();
    expect(sent.filter((state) => state.id === good)).toHaveLength(1);
    delivery.deliver(anObservation({ id: '00000000-0000-4000-8000-000000000003', status: 'interrupted' }));
    await settle();
    expect(delivery.pending()).toBe(1);
  });

  it('stops when the extension is gone', async () => {
    const { delivery, sent, end, settle, fireTimers } = outbox(() => Promise.reject(new Error('gone')));
    delivery.deliver(anObservation({}));
    await settle();
    end.abort();
    await fireTimers();
    expect(sent).toHaveLength(1);
  });
});
