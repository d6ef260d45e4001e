/**
 * The vocabulary of the whole project: what an observation, a prompt, an attempt and an estimate are.
 * Types only (and the lists they are made from), imported by every room; imports nothing.
 */

export const SITE_IDS = ['chatgpt', 'claude', 'gemini'] as const;
/** The chat site a prompt was sent on. */
export type SiteId = (typeof SITE_IDS)[number];

export const PROMPT_STATUSES = ['pending', 'complete', 'stopped', 'failed', 'interrupted'] as const;
/**
 * `pending` while the answer is awaited or growing; `stopped` by the user; `failed` by the site;
 * `interrupted` when the page or the browser went away in between.
 */
export type PromptStatus = (typeof PROMPT_STATUSES)[number];
/** Statuses that a record keeps; only these enter roll-ups and exports. */
export type FinalStatus = Exclude<PromptStatus, 'pending'>;

export const ATTEMPT_KINDS = ['first', 'retry', 'edit', 'continue', 'alternative'] as const;
/** Why this answer was asked for: a fresh prompt, or another attempt of an earlier one. */
export type AttemptKind = (typeof ATTEMPT_KINDS)[number];

export const TOKEN_METHODS = ['exact', 'calibrated', 'characters'] as const;
/**
 * How tokens were counted: `exact` the model family's own tokenizer over the visible text, `calibrated` a
 * published multiple of it, `characters` a characters-per-token ratio.
 */
export type TokenMethod = (typeof TOKEN_METHODS)[number];

/** A value with the interval that is believed to hold it about nine times in ten; low <= central <= high. */
export interface Range {
  readonly low: number;
  readonly central: number;
  readonly high: number;
}

/** What the page shows of the model, as text; any part may be missing. Untrusted page text. */
export interface ModelSeen {
  /** The page's machine name of the model, such as ChatGPT's message slug. */
  readonly slug: string | null;
  /** The page's own word for the model or mode, such as "Sonnet 5 Medium" or "Flash". */
  readonly label: string | null;
}

/** Signs of hidden thinking. */
export interface ThinkingSeen {
  /** A thinking block, header or status was in the answer. */
  readonly seen: boolean;
  /** Duration that the page itself states ("Thought for 12s"), in seconds; null when it states none. */
  readonly statedSeconds: number | null;
  /** Code points of thinking text in the DOM (a summary: a lower bound); 0 when none. */
  readonly textLength: number;
}

/** The earlier turns that the model re-reads with this prompt, as far as the page shows them. */
export interface ContextSeen {
  /** Visible earlier user and assistant turns. */
  readonly turns: number;
  /** Their visible text, code points with white space collapsed. */
  readonly textLength: number;
  /** False when the page virtualises its thread and some earlier turns were never mounted. */
  readonly complete: boolean;
}

/** Elements of an answer that stand for markup which the page does not show. Numbers only, no text. */
export interface MarkupSeen {
  readonly listItems: number;
  readonly tableCells: number;
  readonly tableRows: number;
  /** Bold and italic runs. */
  readonly emphasised: number;
  readonly headings: number;
  readonly codeBlocks: number;
  /** Code inside a line, without the blocks. */
  readonly inlineCode: number;
  readonly links: number;
  /** Code points of all addresses together. */
  readonly linkAddressLength: number;
  readonly quotes: number;
  readonly formulas: number;
}

/** Files and pictures that came with the prompt or the answer; their tokens are not counted. */
export interface MediaSeen {
  readonly inputFiles: number;
  readonly inputImages: number;
  readonly outputImages: number;
}

/**
 * What a prompt's number leaves out: `report-frame` a report in a frame of another origin, `canvas` and `artifact` a
 * document beside the chat, `status-unknown` how the answer ended, `text-unseen` text that never came into view.
 */
export const NOT_COUNTED = ['report-frame', 'canvas', 'artifact', 'status-unknown', 'text-unseen'] as const;
export type NotCounted = (typeof NOT_COUNTED)[number];

export const READ_BY = ['layout', 'inferred'] as const;
export type ReadBy = (typeof READ_BY)[number];

/**
 * One state of one prompt as a page saw it. Sent at submit, at the first token, at a slow heartbeat, at the
 * end and when the page goes away; later revisions of the same id replace earlier ones.
 * All times are Unix seconds with millisecond precision; durations between them come from a monotonic clock.
 */
export interface Observation {
  /** Made in the page at submit: a random UUID. */
  readonly id: string;
  /** Grows with each state sent; the store ignores a revision that is not newer. */
  readonly revision: number;
  readonly site: SiteId;
  /** Layout of the page that was read, such as `chatgpt-c`. */
  readonly layout: string;
  readonly chat: {
    /** Random id made in the page for the chat it is showing. */
    readonly localId: string;
    /** The site's conversation id, null while the address has none. Hashed with a local salt before storage. */
    readonly siteKey: string | null;
  };
  /** The site's key of the user's turn or of the exchange; hashed before storage. */
  readonly turnKey: string | null;
  readonly attempt: {
    readonly kind: AttemptKind;
    /** Id of the prompt this one tries again; null for a first attempt or when unknown. */
    readonly of: string | null;
  };
  readonly status: PromptStatus;
  readonly model: ModelSeen;
  /** When the prompt was sent. */
  readonly startTime: number;
  /** When the answer's first visible text appeared; null before, and when it appeared out of sight. */
  readonly firstTokenTime: number | null;
  /** When the answer's text last grew; null before the first token, and when it grew on out of sight. */
  readonly lastTokenTime: number | null;
  /** Minutes to add to UTC for local time at the start, so that the local day stays that of the sending. */
  readonly utcOffsetMinutes: number;
  /** Visible text, code points with every run of white space as one. */
  readonly inputTextLength: number;
  readonly outputTextLength: number;
  readonly thinking: ThinkingSeen;
  readonly context: ContextSeen;
  readonly media: MediaSeen;
  /** Elements of the answer; absent or null when the page's reader did not count them. */
  readonly markup?: MarkupSeen | null;
  /** True when the page was hidden while measuring: the browser may have delayed the times. */
  readonly timesThrottled: boolean;
  /**
   * How long a prompt without any text has been awaited, seconds: until its end, or until now while it is pending;
   * without the time in which the site waited for its user. Null once text was seen.
   */
  readonly waitedSeconds: number | null;
  /** Seconds in which the site waited for its user ("Allow this tool?"): none of the model's time. */
  readonly waitedForUserSeconds: number;
  /** Width of the interval in which each time lies, seconds, below 1; null where the time is. */
  readonly firstTokenWidthSeconds: number | null;
  readonly lastTokenWidthSeconds: number | null;
  /** A trusted gesture in this page began it. */
  readonly sentSeen: boolean;
  readonly notCounted: readonly NotCounted[];
  /** Whether a known layout was read, or a page whose names are unknown by what it does. */
  readonly readBy: ReadBy;
  /** The two texts, once, with the last state; kept in memory only and dropped when the tokens are counted. */
  readonly texts: { readonly input: string; readonly output: string } | null;
}

/** Asked by a page that shows a turn which it did not see being sent: does a stored prompt belong to it? */
export interface ResumeQuestion {
  readonly site: SiteId;
  readonly chat: Observation['chat'];
  readonly turnKey: string;
}

/** A stored prompt without a regular end, as far as a page needs it to go on with the same record. */
export interface ResumedPrompt
  extends Pick<
    Observation,
    | 'id'
    | 'revision'
    | 'attempt'
    | 'startTime'
    | 'firstTokenTime'
    | 'lastTokenTime'
    | 'outputTextLength'
    | 'thinking'
    | 'context'
    | 'sentSeen'
    | 'notCounted'
    | 'waitedForUserSeconds'
    | 'firstTokenWidthSeconds'
    | 'lastTokenWidthSeconds'
    | 'readBy'
  > {
  /** The model as it was named at the submit; empty when it was not. */
  readonly modelLabel: string;
}

/**
 * Why a page cannot be read; views have the words. `layout` no known layout; `lost-send` a prompt was sent and
 * nothing of it was found; `lost-answer` the site answered and the answer was not found; `empty-answer` answers
 * without text; `fault` the page could not be looked at.
 */
export const UNREADABLE_REASONS = ['layout', 'lost-send', 'lost-answer', 'empty-answer', 'fault'] as const;
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number];

/** Whether the page can be read; `unreadable` is always shown, never silence. */
export type PageState =
  | { readonly kind: 'loading'; readonly site: SiteId }
  | { readonly kind: 'measuring'; readonly site: SiteId; readonly layout: string }
  | { readonly kind: 'not-a-chat'; readonly site: SiteId }
  /** The person has paused the counting, or switched this site off. */
  | { readonly kind: 'paused'; readonly site: SiteId }
  | {
      readonly kind: 'unreadable';
      readonly site: SiteId;
      readonly reason: UnreadableReason;
      readonly sinceTime: number;
    };

/** Token counts of one prompt with how they were made. */
export interface TokenCounts {
  /** The prompt just sent. */
  readonly inputTokens: number;
  /** Earlier turns re-read with it, not in `inputTokens`. */
  readonly contextTokens: number;
  /** The visible answer. */
  readonly outputTokens: number;
  readonly tokenMethod: TokenMethod;
  /** One-sided error factors of the visible counts: true count is believed within [n / low, n * high]. */
  readonly tokenError: { readonly low: number; readonly high: number };
}

/** How sure the model look-up is. */
export const MODEL_MATCHES = ['slug', 'label', 'default', 'chosen', 'family', 'unknown'] as const;
/**
 * `slug` and `label` name a known model; `default` a bare mode word read as the site's family of that date;
 * `chosen` the person's own choice for a page that shows no model; `family` the newest known relative, a guess;
 * `unknown` the wide unknown-model entry.
 */
export type ModelMatchKind = (typeof MODEL_MATCHES)[number];

/** The stored result of the estimators for one prompt. Assumptions live once per factor set, not here. */
export interface StoredEstimate {
  readonly energyWh: Range;
  readonly co2eGrams: Range;
  readonly waterMl: Range;
  /** Central water by place, mL; they sum to `waterMl.central`. */
  readonly waterOnSiteMl: number;
  readonly waterOffSiteMl: number;
  /** One-Token Model v1.0 as published: the single request alone on its servers, an upper bound. */
  readonly otmV1EnergyWh: number;
  /** The same tokens at the provider's API list price, US dollars; null without a list price. */
  readonly costUsd: number | null;
  /** Hidden reasoning tokens, central. */
  readonly reasoningTokens: number;
  readonly gridZone: string;
  readonly gridGco2ePerKwh: number;
  readonly pue: number;
  /** Which method the person reads as the headline. */
  readonly method: 'otm-shared' | 'otm-v1';
  readonly refdbVersion: string;
  readonly otmVersion: string;
  /** Key of the factor set (assumptions with sources) that made these numbers. */
  readonly factorSet: string;
  /** Share of the range by cause, each side summing to 1. */
  readonly rangeCauses: Readonly<Record<string, { readonly low: number; readonly high: number }>>;
}

/** One assumption behind a number. */
export interface Assumption {
  readonly name: string;
  readonly value: number | string;
  readonly unit: string;
  readonly source: string;
}

/** What the store keeps of one prompt: observables, counts, results. No text of the page but the model's name. */
export interface PromptRecord extends TokenCounts {
  readonly id: string;
  /** Shape of this record; a newer one than the code knows is kept untouched and not shown as known. */
  readonly version: number;
  readonly revision: number;
  /** Id of the first attempt; attempts of one task share it. */
  readonly taskId: string;
  /** 1, 2, … within the task. */
  readonly attempt: number;
  readonly attemptKind: AttemptKind;
  readonly site: SiteId;
  readonly layout: string;
  /** Random label made here, the same for all prompts of one chat. */
  readonly conversation: string;
  /** Salted hash of the site's turn key; null when it showed none. */
  readonly turnKeyHash: string | null;
  readonly status: PromptStatus;
  /** Id in lib/refdb, never empty: at worst `unknown-<site>`. */
  readonly modelId: string;
  readonly modelMatch: ModelMatchKind;
  /** What the page called the model: its label, else its slug, else empty. */
  readonly modelLabel: string;
  /** The page's machine name of the model, to look it up again; absent or null when not known. */
  readonly modelSlug?: string | null;
  readonly startTime: number;
  readonly firstTokenTime: number | null;
  readonly lastTokenTime: number | null;
  readonly utcOffsetMinutes: number;
  readonly inputTextLength: number;
  readonly outputTextLength: number;
  readonly thinking: ThinkingSeen;
  readonly context: ContextSeen;
  readonly media: MediaSeen;
  readonly timesThrottled: boolean;
  /** As in {@link Observation}; absent in records of prompts whose elements were not counted. */
  readonly markup?: MarkupSeen | null;
  /** As in {@link Observation}; absent in records of version 1, which did not know them. */
  readonly waitedSeconds?: number | null;
  readonly waitedForUserSeconds?: number;
  readonly firstTokenWidthSeconds?: number | null;
  readonly lastTokenWidthSeconds?: number | null;
  readonly sentSeen?: boolean;
  readonly notCounted?: readonly NotCounted[];
  readonly readBy?: ReadBy;
  /** Age of the chat's last stored turn at sending, seconds; absent or null when there was none or not known. */
  readonly secondsSinceLastTurn?: number | null;
  readonly estimate: StoredEstimate;
  /** The value before the last re-estimation; null when never re-estimated. */
  readonly formerEstimate: StoredEstimate | null;
  /** Unix seconds of the last sign of life, to find pending records whose page is gone. */
  readonly updatedTime: number;
}

/** The version of {@link PromptRecord} that this code writes; version 2 added what was waited and what is left out. */
export const RECORD_VERSION = 2;
