/**
 * The page trace: what a page is made of and how it changed, without a word of what it says. It is what a broken
 * site is repaired from. Plain JSON; `scripts/fixture.ts` turns it into a replay fixture.
 */
import type { SiteId } from '../../prompt';

export const TRACE_FORMAT = 'tokenprint-trace';
export const TRACE_VERSION = 1;

/** A text node: white space stands, every other character is filler of its kind. */
export interface TraceText {
  /** Number of the node in this trace. */
  readonly n: number;
  readonly text: string;
}

export interface TraceElement {
  readonly n: number;
  readonly tag: string;
  /** Attributes: structural values stand, all others are replaced. */
  readonly a?: Readonly<Record<string, string>>;
  readonly c?: readonly TraceNode[];
  /** Children that were left out, because they cannot matter or the trace would grow too large. */
  readonly left?: number;
}

export type TraceNode = TraceElement | TraceText;

/** One change. Every event states what is so from then on, so that applying it twice changes nothing. */
export type TraceEvent = { /** Milliseconds since the start of the recording. */ readonly at: number } & (
  | {
      readonly k: 'add';
      readonly parent: number;
      /** The node it stands before; null at the end. */
      readonly before: number | null;
      readonly node: TraceNode;
    }
  | { readonly k: 'gone'; readonly n: number }
  | { readonly k: 'text'; readonly n: number; readonly text: string }
  | { readonly k: 'attribute'; readonly n: number; readonly name: string; readonly value: string | null }
  /** A trusted Enter or click; no other key is recorded. */
  | { readonly k: 'enter'; readonly n: number; readonly shift: boolean }
  | { readonly k: 'click'; readonly n: number }
  | { readonly k: 'address'; readonly address: string }
);

export interface Trace {
  readonly format: typeof TRACE_FORMAT;
  readonly version: typeof TRACE_VERSION;
  /** Day of the recording, `YYYY-MM-DD`: says which version of the site it was. */
  readonly date: string;
  readonly site: SiteId;
  /** The layout that was recognised; null when none was. */
  readonly layout: string | null;
  /** The page's address when the recording began, with its ids replaced. */
  readonly address: string;
  /** The page when the recording began, or as it stood before the oldest event that is kept. */
  readonly start: TraceElement;
  readonly events: readonly TraceEvent[];
  /** What the trace does not hold. */
  readonly leftOut: {
    readonly nodes: number;
    /** Old events that were folded into `start`. */
    readonly events: number;
  };
}

export const isTraceText = (node: TraceNode): node is TraceText => 'text' in node;
