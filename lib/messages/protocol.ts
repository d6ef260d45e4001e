/**
 * The typed protocol between the rooms: a request is tied to its answer, payloads are checked where they enter,
 * and who may ask what is decided here. A content script may only speak of its own page.
 */
import * as v from 'valibot';
import type { Observation, PageState, ResumedPrompt, ResumeQuestion } from '../prompt';
import type { PageSettings } from './page-settings';
import { observationSchema, pageStateSchema, resumeSchema } from './payloads';

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
  /** What is wrong, in English; of a fault of the store only the browser's own words, or none: views have theirs. */
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
  /** From a content script: the settings of its site. Where a line is wanted, its script is started as well. */
  'page-settings': { payload: null; answer: PageSettings };
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

export type Caller = 'page' | 'content';

/** Who may ask, and what a payload must look like. */
export const WORKER_REQUESTS: {
  readonly [R in WorkerRequest]: {
    readonly caller: Caller;
    readonly payload: () => v.GenericSchema<unknown, WorkerProtocol[R]['payload']>;
  };
} = {
  observe: { caller: 'content', payload: observationSchema },
  resume: { caller: 'content', payload: resumeSchema },
  'page-state-changed': { caller: 'content', payload: pageStateSchema },
  'page-settings': { caller: 'content', payload: () => v.null() },
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

/** A reply that says what went wrong, in words for people. */
export const failed = (kind: Failure['kind'], message: string): Reply<never> => ({
  ok: false,
  failure: { kind, message },
});
