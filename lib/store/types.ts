/** Shapes that cross the border of the store. */
import type { Assumption, FinalStatus, PromptRecord, PromptStatus, Range, SiteId } from '../prompt';

/** A chat as a page knows it. The site's own id is hashed before it is looked up and never stored. */
export interface ChatRef {
  readonly site: SiteId;
  /** Random id made in the page. */
  readonly localId: string;
  /** The site's conversation id; null while the address has none. */
  readonly siteKey: string | null;
}

/**
 * Everything of a record but what only the store can know: its task, its attempt number, the label of its chat
 * and the hash of its turn.
 */
export type RecordDraft = Omit<PromptRecord, 'taskId' | 'attempt' | 'conversation' | 'turnKeyHash'> & {
  readonly chat: Omit<ChatRef, 'site'>;
  /** The site's key of the turn; hashed before storage. */
  readonly turnKey: string | null;
  /** Id of the prompt this one tries again; null when it is a first attempt or not known. */
  readonly attemptOf: string | null;
};

/** What became of a draft: stored, or ignored because the store already holds this state or a later one. */
export type ApplyResult =
  | { readonly kind: 'stored'; readonly record: PromptRecord }
  | { readonly kind: 'stale' };

/** The assumptions behind the records that name this key, stored once for all of them. */
export interface FactorSet {
  readonly key: string;
  readonly refdbVersion: string;
  readonly otmVersion: string;
  readonly modelId: string;
  readonly assumptions: readonly Assumption[];
}

/** Counts per logarithmic bucket; the key is the bucket's number as text, see `bucketOf`. */
export type Histogram = Readonly<Record<string, number>>;

/** Counts and sums of a set of final records. The range of a sum is the sum of lows to the sum of highs. */
export interface Measures {
  readonly count: number;
  readonly inputTokens: number;
  readonly contextTokens: number;
  readonly reasoningTokens: number;
  readonly outputTokens: number;
  readonly inputCharacters: number;
  readonly outputCharacters: number;
  /** Records that had a first token: the seconds below are sums over these only. */
  readonly timed: number;
  readonly ttftSeconds: number;
  readonly generationSeconds: number;
  readonly totalSeconds: number;
  readonly energyWh: Range;
  readonly co2eGrams: Range;
  readonly waterMl: Range;
  readonly waterOnSiteMl: number;
  readonly waterOffSiteMl: number;
  readonly otmV1EnergyWh: number;
  /** Records with a list price: `costUsd` is a sum over these only. */
  readonly priced: number;
  readonly costUsd: number;
  /** Of the central energy of each record, Wh. */
  readonly energyHistogram: Histogram;
  /** Seconds to the first token. */
  readonly ttftHistogram: Histogram;
  /** Visible output tokens per second of generation. */
  readonly speedHistogram: Histogram;
}

/** What a set of records adds up to, without how its values are spread. */
export type Sums = Omit<Measures, 'energyHistogram' | 'ttftHistogram' | 'speedHistogram'>;

/** What the prompts of one day to one model on one site add up to. */
export interface DayPart {
  readonly site: SiteId;
  readonly modelId: string;
  readonly sums: Sums;
}

/** One local day by site and model. */
export interface DayMeasures {
  readonly count: number;
  readonly parts: Readonly<Record<string, DayPart>>;
}

export const PROMPT_KINDS = ['short', 'long', 'thinking', 'files'] as const;
/** What a prompt was like; each record counts under one kind, see `kindOf`. */
export type PromptKind = (typeof PROMPT_KINDS)[number];

/** Measures of a kind of prompts, with what their sizes are like. */
export interface KindMeasures extends Measures {
  /** Visible output tokens of each record. */
  readonly outputHistogram: Histogram;
  /** Visible output tokens per token of the prompt just sent. */
  readonly ratioHistogram: Histogram;
}

/** Measures of one kind of prompts to one model on one site over everything stored. */
export interface KindTotals {
  readonly kind: PromptKind;
  readonly site: SiteId;
  readonly modelId: string;
  readonly measures: KindMeasures;
}

/** What attempts that were not kept cost. */
export interface Rework {
  /** Tasks of several attempts. */
  readonly tasks: number;
  /** Their attempts but the last. */
  readonly attempts: number;
  readonly energyWh: Range;
}

/** A task of several attempts; pending ones are in no sum. */
export interface TaskSummary {
  readonly taskId: string;
  readonly site: SiteId;
  readonly conversation: string;
  /** Model of the last attempt. */
  readonly modelId: string;
  readonly attempts: number;
  /** All attempts. */
  readonly energyWh: Range;
  /** All attempts but the last. */
  readonly reworkWh: Range;
  /** Unix seconds when the last attempt was sent. */
  readonly lastTime: number;
}

/** Place in a list of chats or tasks ordered by energy: hand it back to read on. */
export interface EnergyCursor {
  readonly energyWh: number;
  readonly key: string;
}

/** A chat with its rework. */
export interface ChatCost extends ConversationSummary {
  readonly rework: Rework;
}

/** Costliest first; `next` is null at the end. */
export interface CostPage<Item> {
  readonly items: readonly Item[];
  readonly next: EnergyCursor | null;
}

export const TREND_STEPS = ['day', 'week', 'month'] as const;
export type TrendStep = (typeof TREND_STEPS)[number];

/** Measures of one site and model in one day, week or month. */
export interface TrendPart {
  readonly site: SiteId;
  readonly modelId: string;
  readonly count: number;
  readonly energyWh: Range;
  readonly co2eGrams: Range;
  readonly waterMl: Range;
}

/** One day, week (its Monday) or month of a trend. */
export interface TrendPoint {
  /** `2026-11-22` for a day, the Monday for a week, `2026-11` for a month. */
  readonly period: string;
  readonly parts: readonly TrendPart[];
}

export const PERIODS = ['today', '7d', '30d', 'all'] as const;
/** Local days up to and with today; `all` is everything stored. */
export type Period = (typeof PERIODS)[number];

/** Measures of a set of records, whole and by site. */
export interface Totals {
  readonly total: Measures;
  readonly bySite: Readonly<Record<SiteId, Measures>>;
  readonly byStatus: Readonly<Record<FinalStatus, Measures>>;
}

/** One local day or month of a series; only sites with records are present. */
export interface SeriesPoint {
  /** `2026-11-22` for a day, `2026-11` for a month. */
  readonly period: string;
  readonly bySite: Readonly<Partial<Record<SiteId, Measures>>>;
}

/** Measures of one model on one site over everything stored. */
export interface ModelTotals {
  readonly site: SiteId;
  readonly modelId: string;
  readonly measures: Measures;
}

/** One hour of the local week and site. */
export interface HourOfWeekPoint {
  /** 0 is Monday 00:00 to 01:00 local time, 167 Sunday 23:00 to 24:00. */
  readonly hour: number;
  readonly site: SiteId;
  readonly measures: Measures;
}

/** One chat: its label made here, its measures and the time it spans. */
export interface ConversationSummary {
  readonly conversation: string;
  readonly site: SiteId;
  readonly measures: Measures;
  /** Unix seconds of the first and the last prompt. */
  readonly firstTime: number;
  readonly lastTime: number;
}

/** What earlier prompts of a chat add up to: the context that the next prompt re-reads. */
export interface ChatContext {
  readonly records: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Code points of input and output. */
  readonly textLength: number;
  /** Unix seconds of the last sign of these prompts; null when there are none. */
  readonly lastTime: number | null;
  /** True when the chat has more records than are read. */
  readonly capped: boolean;
}

/** Which records; every part narrows, an absent part does not. */
export interface RecordFilter {
  readonly site?: SiteId;
  readonly modelId?: string;
  readonly conversation?: string;
  /** Without it all final statuses; `pending` only when asked for. */
  readonly status?: PromptStatus;
  /** Unix seconds, from inclusive, to exclusive. */
  readonly fromTime?: number;
  readonly toTime?: number;
}

export type PageOrder = 'time' | 'energy' | 'output';

/** Place in an ordered list of records: hand it back to read on. */
export interface PageCursor {
  readonly value: number;
  readonly id: string;
}

/** What to read: always from the largest down (newest, costliest, longest first). */
export interface PageQuery {
  readonly order: PageOrder;
  /** Where the page before ended; without it from the start. */
  readonly before?: PageCursor | null;
  readonly limit: number;
  readonly filter?: RecordFilter;
}

/** One page. */
export interface RecordPage {
  readonly records: readonly PromptRecord[];
  /**
   * Where to read on; null at the end. A narrow filter may give a short or even empty page with a cursor: the
   * read stopped at its bound of rows, not at the end.
   */
  readonly next: PageCursor | null;
}

/** How many records there are. */
export interface RecordCounts {
  /** Final records, from the roll-ups. */
  readonly records: number;
  /** Records written by a newer version: kept, exported, not shown. */
  readonly unknown: number;
}

/** What was deleted, enough to undo it. */
export interface RemovedRecords {
  readonly records: readonly PromptRecord[];
  readonly chats: readonly ChatRow[];
}

/** Which key (page id, or salted hash of the site's id) belongs to which label. */
export interface ChatRow {
  readonly key: string;
  readonly label: string;
}

export type ImportMode = 'merge' | 'replace';

/** What an import would do or did. */
export interface ImportReport {
  readonly kind: 'json' | 'csv';
  /** Records in the file. */
  readonly records: number;
  readonly added: number;
  readonly replaced: number;
  /** Already here in this state or a later one. */
  readonly kept: number;
  /** Records in the file written by a newer version: taken over untouched. */
  readonly unknown: number;
  /** Records that this import removes; 0 unless the mode is `replace`. */
  readonly removed: number;
  /** Unix seconds of the oldest and newest prompt in the file; null when it has none. */
  readonly firstTime: number | null;
  readonly lastTime: number | null;
  /** The settings in a JSON export as they were; null when the file has none. The store does not read them. */
  readonly settings: unknown;
}
