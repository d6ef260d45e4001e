/** The asking end of the protocol, for content scripts and our own pages. */
import { browser } from 'wxt/browser';
import type { Reply, WorkerProtocol, WorkerRequest } from './protocol';

/**
 * Whether the worker's answer is one. Checked by hand: it comes from our own code, and the content script, which
 * asks here, must not carry a schema library for two fields.
 */
function isReply(raw: unknown): raw is Reply<unknown> {
  const reply = raw as Partial<Record<'ok' | 'value' | 'failure', unknown>> | null | undefined;
  return (reply?.ok === true ? reply.value : reply?.failure) !== undefined;
}

/** Asks the worker. Rejects only when the browser cannot deliver (worker starting, extension gone). */
export async function askWorker<R extends WorkerRequest>(
  request: R,
  payload: WorkerProtocol[R]['payload'],
): Promise<Reply<WorkerProtocol[R]['answer']>> {
  const raw: unknown = await browser.runtime.sendMessage({ to: 'worker', request, payload });
  if (!isReply(raw)) throw new Error('no answer');
  // The answer's shape is fixed by the handler table that the same protocol types.
  return raw as Reply<WorkerProtocol[R]['answer']>;
}
