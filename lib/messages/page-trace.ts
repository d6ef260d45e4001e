/** A chat page's trace, asked by our own pages. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { listenForMessages } from './listen';
import type { RawSender } from './sender';

const TRACE_REQUEST = { to: 'tab', request: 'page-trace' } as const;

/** `record` begins a recording; `take` ends it and gives the trace, or one of the page as it stands. */
export const TRACE_ACTIONS = ['state', 'record', 'take'] as const;
export type TraceAction = (typeof TRACE_ACTIONS)[number];

export interface TraceReply {
  readonly recording: boolean;
  /** The trace as JSON; null unless one was taken. */
  readonly trace: string | null;
}

function traceActionOf(message: unknown): TraceAction | null {
  if (typeof message !== 'object' || message === null || !('to' in message) || !('request' in message))
    return null;
  if (message.to !== TRACE_REQUEST.to || message.request !== TRACE_REQUEST.request) return null;
  return 'action' in message ? (TRACE_ACTIONS.find((action) => action === message.action) ?? null) : null;
}

/** Lets our own pages ask a chat page for its trace. */
export function servePageTrace(run: (action: TraceAction) => Promise<TraceReply>, signal: AbortSignal): void {
  const listener = (message: unknown, raw: RawSender, sendResponse: (reply: TraceReply) => void) => {
    const action = traceActionOf(message);
    if (raw.id !== browser.runtime.id || action === null) return undefined;
    void run(action).then(sendResponse, () => sendResponse({ recording: false, trace: null }));
    return true;
  };
  listenForMessages(listener, signal);
}

/**
 * Asks a tab to record or to give a trace, and starts the script that can where it is not yet running; null when
 * the page cannot be reached.
 */
export async function askPageTrace(tabId: number, action: TraceAction): Promise<TraceReply | null> {
  const answered = await sendTraceRequest(tabId, action);
  if (answered !== null) return answered;
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: ['/page-trace.js'] });
  } catch {
    return null;
  }
  return sendTraceRequest(tabId, action);
}

async function sendTraceRequest(tabId: number, action: TraceAction): Promise<TraceReply | null> {
  const schema = v.object({ recording: v.boolean(), trace: v.nullable(v.string()) });
  try {
    const reply = v.safeParse(schema, await browser.tabs.sendMessage(tabId, { ...TRACE_REQUEST, action }));
    return reply.success ? reply.output : null;
  } catch {
    return null;
  }
}
