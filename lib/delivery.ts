/**
 * Delivery from the page, at least once: the newest state of each prompt is kept until the worker says that it
 * is stored. Repeating is harmless, because the store ignores a revision that it already has.
 */
import type { Reply } from './messages';
import type { Observation } from './prompt';

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;
/** What has not been answered by then is sent again; repeating is harmless. */
const ANSWER_PATIENCE_MS = 10_000;
/**
 * The end of a prompt waits for the ends of earlier prompts of its chat, because what it re-reads is counted from
 * them; but not for ever for one that cannot be stored.
 */
const WAITS_FOR_TRIES = 8;

export interface DeliveryDeps {
  /** Sends one observation; rejects when the worker cannot be reached. */
  send(observation: Observation): Promise<Reply<{ revision: number }>>;
  setTimeout(run: () => void, ms: number): void;
  /** Runs a step in a task of its own, soon. */
  soon(run: () => void): void;
  /** Ends the delivery: the extension was updated, disabled or removed. */
  readonly signal: AbortSignal;
}

export interface Delivery {
  /** Takes a state over; returns at once, and sends it in a task of its own. */
  deliver(observation: Observation): void;
  /** The page goes away and cannot wait for answers: what has ended is sent at once. */
  flush(): void;
  /** States not yet acknowledged. */
  pending(): number;
}

/**
 * The answer, if it comes in time; else a rejection, so that the state is sent again: a worker that was stopped
 * while it had the message may leave the page without any answer.
 */
export function inTime<T>(answer: Promise<T>, setTimeout: DeliveryDeps['setTimeout']): Promise<T> {
  const silence = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('late')), ANSWER_PATIENCE_MS),
  );
  return Promise.race([answer, silence]);
}

/** Makes the page's outbox. One send per prompt is under way at a time; a newer state replaces a waiting one. */
export function createDelivery(deps: DeliveryDeps): Delivery {
  const waiting = new Map<string, Observation>();
  const underWay = new Set<string>();
  const tries = new Map<string, number>();

  function deliver(observation: Observation): void {
    const before = waiting.get(observation.id);
    // The texts travel once; a later state without them must not make the page forget an undelivered text.
    waiting.set(observation.id, { ...observation, texts: observation.texts ?? before?.texts ?? null });
    // A long text takes the browser as long to send as it took to read.
    deps.soon(pushWaiting);
  }

  /** Whether an earlier prompt of the same chat has ended and may still be stored soon. Ids stand in order. */
  function mustWait(observation: Observation): boolean {
    // A page that goes away has no time to wait.
    if (observation.status === 'pending' || observation.status === 'interrupted') return false;
    for (const other of waiting.values()) {
      if (other.id === observation.id) return false;
      const soon = other.status !== 'pending' && (tries.get(other.id) ?? 0) < WAITS_FOR_TRIES;
      if (soon && other.chat.localId === observation.chat.localId) return true;
    }
    return false;
  }

  /** Sends what is new, and what waited for a prompt that is stored now or is waited for no longer. */
  function pushWaiting(): void {
    for (const id of waiting.keys()) if (!underWay.has(id)) void push(id, FIRST_RETRY_MS);
  }

  async function push(id: string, retryMs: number): Promise<void> {
    const observation = waiting.get(id);
    if (observation === undefined || deps.signal.aborted || mustWait(observation)) {
      underWay.delete(id);
      return;
    }
    underWay.add(id);
    const settled = await attempt(observation);
    const newest = waiting.get(id);
    if (settled && newest !== undefined && newest.revision <= observation.revision) waiting.delete(id);
    if (settled) {
      underWay.delete(id);
      tries.delete(id);
      pushWaiting();
      return;
    }
    tries.set(id, (tries.get(id) ?? 0) + 1);
    if (tries.get(id) === WAITS_FOR_TRIES) pushWaiting();
    deps.setTimeout(() => void push(id, Math.min(retryMs * 2, LAST_RETRY_MS)), retryMs);
  }

  /** True when there is nothing to gain from sending this state again. */
  async function attempt(observation: Observation): Promise<boolean> {
    try {
      const reply = await deps.send(observation);
      return reply.ok || reply.failure.kind === 'invalid' || reply.failure.kind === 'refused';
    } catch {
      return false;
    }
  }

  function flush(): void {
    for (const observation of waiting.values())
      if (observation.status !== 'pending') void attempt(observation);
  }

  return { deliver, flush, pending: () => waiting.size };
}
