/**
 * The typed protocol between the rooms: a request is tied to its answer, payloads are checked where they enter,
 * and who may ask what is decided here. A content script may only deliver observations.
 */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import {
  ATTEMPT_KINDS,
  type Observation,
  type PageState,
  PROMPT_STATUSES,
  type ResumedPrompt,
  type ResumeQuestion,
  SITE_IDS,
  type SiteId,
  UNREADABLE_REASONS,
} from './prompt';

/** Longest model word taken from a page; longer ones are cut by the scraper and refused here. */
const LABEL_LIMIT = 200;
const KEY_LIMIT = 500;
/** A text beyond this is no chat message; the page cuts before it sends. */
export const TEXT_LIMIT = 20_000_000;

// Schemas are made when they are first asked for, so that the content script does not carry the worker's.
const seconds = () => v.pipe(v.number(), v.finite(), v.minValue(0));

/** Shape of an observation as it arrives; unknown fields are dropped. */
function observationSchema(): v.GenericSchema<unknown, Observation> {
  const count = v.pipe(v.number(), v.integer(), v.minValue(0));
  const time = seconds();
  const word = v.nullable(v.pipe(v.string(), v.maxLength(LABEL_LIMIT)));
  const key = v.nullable(v.pipe(v.string(), v.maxLength(KEY_LIMIT)));
  const id = v.pipe(v.string(), v.uuid());
  const text = v.pipe(v.string(), v.maxLength(TEXT_LIMIT));
  return v.object({
    id,
    revision: count,
    site: v.picklist(SITE_IDS),
    layout: v.pipe(v.string(), v.maxLength(40)),
    chat: v.object({ localId: id, siteKey: key }),
    turnKey: key,
    attempt: v.object({ kind: v.picklist(ATTEMPT_KINDS), of: v.nullable(id) }),
    status: v.picklist(PROMPT_STATUSES),
    model: v.object({ slug: word, label: word }),
    startTime: time,
    firstTokenTime: v.nullable(time),
    lastTokenTime: v.nullable(time),
    utcOffsetMinutes: v.pipe(v.number(), v.integer(), v.minValue(-900), v.maxValue(900)),
    inputTextLength: count,
    outputTextLength: count,
    thinking: v.object({ seen: v.boolean(), statedSeconds: v.nullable(time), textLength: count }),
    context: v.object({ turns: count, textLength: count, complete: v.boolean() }),
    media: v.object({ inputFiles: count, inputImages: count, outputImages: count }),
    timesThrottled: v.boolean(),
    texts: v.nullable(v.object({ input: text, output: text })),
  });
}

const resumeSchema = (): v.GenericSchema<unknown, ResumeQuestion> => {
  const key = v.pipe(v.string(), v.maxLength(KEY_LIMIT));
  const chat = v.object({ localId: v.pipe(v.string(), v.uuid()), siteKey: v.nullable(key) });
  return v.object({ site: v.picklist(SITE_IDS), chat, turnKey: key });
};

const pageStateSchema = (): v.GenericSchema<unknown, PageState> =>
  v.variant('kind', [
    v.object({ kind: v.literal('loading'), site: v.picklist(SITE_IDS) }),
    v.object({
      kind: v.literal('measuring'),
      site: v.picklist(SITE_IDS),
      layout: v.pipe(v.string(), v.maxLength(40)),
    }),
    v.object({ kind: v.literal('not-a-chat'), site: v.picklist(SITE_IDS) }),
    v.object({ kind: v.literal('paused'), site: v.picklist(SITE_IDS) }),
    v.object({
      kind: v.literal('unreadable'),
      site: v.picklist(SITE_IDS),
      reason: v.picklist(UNREADABLE_REASONS),
      sinceTime: seconds(),
    }),
  ]);

/** What can go wrong between the rooms, and with the store behind the worker. */
export const FAILURE_KINDS = [
  'refused',
  'invalid',
  'quota',
  'blocked',
  'newer-version',
  'broken',
  'unexpected',
] as const;
export interface Failure {
  readonly kind: (typeof FAILURE_KINDS)[number];
  /** For people: what is wrong and what to do. */
  readonly message: string;
}
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

/** Requests to the worker: payload and answer by name. */
export interface WorkerProtocol {
  /**
   * From a content script: one state of one prompt. Answered when the store has it (or had a newer one), with the
   * words of the line under the answer where the person wants one.
   */
  observe: { payload: Observation; answer: { revision: number; line?: string } };
  /** From a content script: what it can read of its page has changed. Answered when the icon shows it. */
  'page-state-changed': { payload: PageState; answer: null };
  /** From a content script: the stored prompt that this turn belongs to, when its page went away; else null. */
  resume: { payload: ResumeQuestion; answer: { prompt: ResumedPrompt | null } };
  /** From our own pages: close pending records whose page is gone. */
  sweep: { payload: null; answer: { interrupted: number } };
  /**
   * From our own pages: estimate all stored records anew with the settings as they are. Answered when the run has
   * begun; false when one is running. Its progress is in the store.
   */
  'reestimate-start': {
    payload: { readonly models: 'keep' | 'look-up-guesses' };
    answer: { started: boolean };
  };
  /** From our own pages: end the run; what it has converted stays. False when there was none. */
  'reestimate-cancel': { payload: null; answer: { cancelled: boolean } };
  /** From our own pages: whether a run is on; one that a stopped worker left behind goes on. */
  'reestimate-state': { payload: null; answer: { running: boolean } };
}
export type WorkerRequest = keyof WorkerProtocol;

type Caller = 'page' | 'content';

/** Who may ask, and what a payload must look like. */
const WORKER_REQUESTS: {
  readonly [R in WorkerRequest]: {
    readonly caller: Caller;
    readonly payload: () => v.GenericSchema<unknown, WorkerProtocol[R]['payload']>;
  };
} = {
  observe: { caller: 'content', payload: observationSchema },
  resume: { caller: 'content', payload: resumeSchema },
  'page-state-changed': { caller: 'content', payload: pageStateSchema },
  sweep: { caller: 'page', payload: () => v.null() },
  'reestimate-start': {
    caller: 'page',
    payload: () => v.object({ models: v.picklist(['keep', 'look-up-guesses']) }),
  },
  'reestimate-cancel': { caller: 'page', payload: () => v.null() },
  'reestimate-state': { caller: 'page', payload: () => v.null() },
};

/** The sender of a request, as far as the browser vouches for it. */
export interface Sender {
  readonly caller: Caller;
  /** Host of the page a content script runs in; the extension's own for its pages. */
  readonly host: string;
  readonly tabId: number | null;
}

/** One function per request; typed by the protocol, given only valid payloads from allowed senders. */
export type WorkerHandlers = {
  readonly [R in WorkerRequest]: (
    payload: WorkerProtocol[R]['payload'],
    sender: Sender,
  ) => Promise<Reply<WorkerProtocol[R]['answer']>>;
};

const envelopeSchema = () => v.object({ to: v.literal('worker'), request: v.string(), payload: v.unknown() });
/**
 * Whether the worker's answer is one. Checked by hand: it comes from our own code, and the content script, which
 * asks here, must not carry a schema library for two fields.
 */
function isReply(raw: unknown): raw is Reply<unknown> {
  if (typeof raw !== 'object' || raw === null || !('ok' in raw)) return false;
  return raw.ok === true ? 'value' in raw : 'failure' in raw;
}

export const failed = (kind: Failure['kind'], message: string): Reply<never> => ({
  ok: false,
  failure: { kind, message },
});

interface RawSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/** Reads the browser's word on who sent a message; null for anything that is not ours. */
export function readSender(raw: RawSender, ownId: string, ownOrigin: string): Sender | null {
  if (raw.id !== ownId || raw.url === undefined || !URL.canParse(raw.url)) return null;
  const url = new URL(raw.url);
  // moz-extension: URLs have a null origin in some engines, so compare protocol and host.
  const own = `${url.protocol}//${url.host}` === ownOrigin;
  return { caller: own ? 'page' : 'content', host: url.host, tabId: raw.tab?.id ?? null };
}

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

/** Asks the worker. Rejects only when the browser cannot deliver (worker starting, extension gone). */
export async function askWorker<R extends WorkerRequest>(
  request: R,
  payload: WorkerProtocol[R]['payload'],
): Promise<Reply<WorkerProtocol[R]['answer']>> {
  const raw: unknown = await browser.runtime.sendMessage({ to: 'worker', request, payload });
  if (!isReply(raw)) throw new Error('The extension did not answer.');
  // The answer's shape is fixed by the handler table that the same protocol types.
  return raw as Reply<WorkerProtocol[R]['answer']>;
}

const PAGE_STATE_REQUEST = { to: 'tab', request: 'page-state' } as const;

const asksForPageState = (message: unknown): boolean =>
  typeof message === 'object' &&
  message !== null &&
  'to' in message &&
  'request' in message &&
  message.to === PAGE_STATE_REQUEST.to &&
  message.request === PAGE_STATE_REQUEST.request;

/** Lets the content script tell our pages what it can read; only our own pages get an answer. */
export function servePageState(state: () => PageState, signal: AbortSignal): void {
  const listener = (message: unknown, raw: RawSender, sendResponse: (reply: PageState) => void) => {
    if (raw.id === browser.runtime.id && asksForPageState(message)) sendResponse(state());
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

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
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
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

/** What our pages can say of a tab. */
export type TabState =
  | PageState
  /** No page of a known site. */
  | { readonly kind: 'no-site' }
  /** A known site's page where the content script does not answer: a reload starts it. */
  | { readonly kind: 'not-answering'; readonly site: SiteId }
  /** The browser withholds the permission for the site. */
  | { readonly kind: 'withheld'; readonly site: SiteId };

/** Asks a tab's content script for its state; null when nothing answers there. */
export async function askPageState(tabId: number): Promise<PageState | null> {
  try {
    const raw: unknown = await browser.tabs.sendMessage(tabId, PAGE_STATE_REQUEST);
    const state = v.safeParse(pageStateSchema(), raw);
    return state.success ? state.output : null;
  } catch {
    return null;
  }
}
