/** Shapes of the re-estimation job. */
import type { ModelMatchKind, PromptRecord, StoredEstimate } from '../prompt';
import type { FactorSet } from './types';

export const REESTIMATION_STATES = ['running', 'done', 'cancelled', 'failed'] as const;
/**
 * `cancelled`: what was converted stays converted. `failed`: the store could not go on, `problem` says why. Both
 * can be started again; records that have their new result already are passed over.
 */
export type ReestimationState = (typeof REESTIMATION_STATES)[number];

/** What the whole job is priced with, as it was when it was started. */
export interface ReestimationChoices {
  readonly headline: StoredEstimate['method'];
  readonly gridZone: string | null;
  readonly overrides: Readonly<Record<string, number>>;
  /** `keep` the stored model, or look the name up again where the stored model was a guess. */
  readonly models: 'keep' | 'look-up-guesses';
}

/** One run over the stored records, oldest first; kept in the store, so that it outlives the worker. */
export interface Reestimation {
  readonly id: string;
  readonly state: ReestimationState;
  readonly choices: ReestimationChoices;
  /** Unix seconds. Prompts sent later are not part of the run: they are priced with the current choices anyway. */
  readonly startedTime: number;
  /** Unix seconds of the end; null while running. */
  readonly endedTime: number | null;
  /** Records sent before the start, when it was started. */
  readonly total: number;
  /** Records looked at so far; `visited / total` is the progress. */
  readonly visited: number;
  /** Records that got a new result. */
  readonly changed: number;
  /** Records that could not be priced and stay as they are. */
  readonly skipped: number;
  /** The last record looked at; null before the first. */
  readonly cursor: { readonly time: number; readonly id: string } | null;
  /** Why it failed: the kind of the store's error, else the browser's own words; null unless it did. */
  readonly problem: string | null;
}

/** A record's new result; the factor set is asked for once per key. */
export interface Repriced {
  readonly estimate: StoredEstimate;
  readonly modelId: string;
  readonly modelMatch: ModelMatchKind;
  factorSet(): FactorSet;
}

/** The new result of a record, or null when it cannot be priced. Pure and synchronous: a transaction waits for it. */
export type Reprice = (record: PromptRecord, choices: ReestimationChoices) => Repriced | null;
