/** The worker's end of the protocol: checks every message, and answers each that is for it. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import {
  failed,
  type Reply,
  type Sender,
  WORKER_REQUESTS,
  type WorkerHandlers,
  type WorkerProtocol,
  type WorkerRequest,
} from './protocol';
import { readSender } from './sender';

const envelopeSchema = () => v.object({ to: v.literal('worker'), request: v.string(), payload: v.unknown() });

/**
 * Checks and answers one message to the worker. Never throws: every fault becomes a failure the sender can read.
 * Returns null for messages that are not for the worker.
 */
export async function answerRequest(
  handlers: WorkerHandlers,
  message: unknown,
  sender: Sender | null,
): Promise<Reply<unknown> | null> {
  const envelope = v.safeParse(envelopeSchema(), message);
  if (!envelope.success) return null;
  const { request, payload } = envelope.output;
  if (!isWorkerRequest(request)) return failed('refused', `Unknown request "${request.slice(0, 40)}".`);
  return dispatch(handlers, request, payload, sender);
}

async function dispatch<R extends WorkerRequest>(
  handlers: WorkerHandlers,
  request: R,
  payload: unknown,
  sender: Sender | null,
): Promise<Reply<WorkerProtocol[R]['answer']>> {
  const rule = WORKER_REQUESTS[request];
  if (sender === null || sender.caller !== rule.caller) {
    return failed('refused', `The request "${request}" is not open to this sender.`);
  }
  const parsed = v.safeParse(rule.payload(), payload);
  if (!parsed.success) {
    const where = parsed.issues.map((issue) => v.getDotPath(issue) ?? 'payload').join(', ');
    return failed('invalid', `The request "${request}" is malformed at: ${where}.`);
  }
  try {
    return await handlers[request](parsed.output, sender);
  } catch (error) {
    return failed('unexpected', error instanceof Error ? error.message : String(error));
  }
}

const isWorkerRequest = (name: string): name is WorkerRequest => Object.hasOwn(WORKER_REQUESTS, name);

/** Registers the handlers in the worker; call synchronously at start, so that a waking message finds them. */
export function serveWorker(handlers: WorkerHandlers): void {
  const ownOrigin = new URL(browser.runtime.getURL('/')).href.replace(/\/$/, '');
  browser.runtime.onMessage.addListener((message: unknown, raw, sendResponse) => {
    const sender = readSender(raw, browser.runtime.id, ownOrigin);
    void answerRequest(handlers, message, sender).then((reply) => {
      if (reply !== null) sendResponse(reply);
    });
    return true;
  });
}
