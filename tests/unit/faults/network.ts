/**
 * Between page and worker: a layer that loses requests and answers, doubles, holds back and reorders, and now and
 * then stops the worker in the middle of its work. Everything is decided by a seed.
 */
import { createDelivery, type Delivery } from '../../../lib/delivery';
import type { Reply } from '../../../lib/messages';
import type { Observation } from '../../../lib/prompt';
import type { Random } from './random';
import { NEVER, startWorker, type TestWorker } from './worker';

type Answer = Reply<{ revision: number }>;

export interface Network {
  readonly delivery: Delivery;
  /** Does one of the things that are due, chosen at random; false when nothing is. */
  work(): Promise<boolean>;
  /** From now on everything arrives, in any order. */
  calmDown(): void;
  /** What went wrong so far, by kind. */
  readonly faults: Record<'lost' | 'unanswered' | 'doubled' | 'stopped', number>;
  end(): void;
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

export function faultyNetwork(database: string, random: Random): Network {
  const due: (() => Promise<void> | void)[] = [];
  const faults = { lost: 0, unanswered: 0, doubled: 0, stopped: 0 };
  const share = { lost: 0.15, unanswered: 0.15, doubled: 0.2, stopped: 0.15 };
  let worker: TestWorker = startWorker(database);

  const happens = (fault: keyof typeof faults): boolean => {
    if (!random.chance(share[fault])) return false;
    faults[fault] += 1;
    return true;
  };

  async function takeIn(observation: Observation): Promise<Answer> {
    if (happens('stopped')) {
      worker.end();
      const mode = random.chance(0.5) ? 'before' : 'after';
      worker = startWorker(database, { atStep: 1 + random.below(30), mode });
    }
    try {
      await worker.take(observation);
      return { ok: true, value: { revision: observation.revision } };
    } catch {
      worker.end();
      worker = startWorker(database, NEVER);
      throw new Error('The worker has stopped.');
    }
  }

  function send(observation: Observation): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (happens('lost')) {
        due.push(() => reject(new Error('no receiver')));
        return;
      }
      const unanswered = happens('unanswered');
      due.push(async () => {
        const answer = await takeIn(observation).catch((error: unknown) => {
          reject(error);
          return null;
        });
        if (answer === null) return;
        if (unanswered) reject(new Error('The message port closed.'));
        else resolve(answer);
      });
      // The copy may arrive long after newer states.
      if (happens('doubled'))
        due.push(() =>
          takeIn(observation)
            .then(() => {})
            .catch(() => {}),
        );
    });
  }

  const delivery = createDelivery({
    send,
    setTimeout: (run) => void due.push(run),
    soon: (run) => void due.push(run),
    signal: new AbortController().signal,
  });

  return {
    delivery,
    faults,
    async work() {
      await settle();
      const [next] = due.splice(random.below(due.length), 1);
      if (next === undefined) return false;
      await next();
      await settle();
      return true;
    },
    calmDown() {
      Object.assign(share, { lost: 0, unanswered: 0, doubled: 0, stopped: 0 });
    },
    end: () => worker.end(),
  };
}
