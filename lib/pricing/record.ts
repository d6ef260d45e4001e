/** A stored prompt's price by the tables and formulas of today. */
import { WorkloadError } from '../otm';
import type { ModelMatchKind, PromptRecord } from '../prompt';
import { lookUpModel, type ModelMatch, modelById } from '../refdb';
import type { PricingChoices } from './choices';
import { type Priced, price, type Worked, work } from './price';

/**
 * Which model a stored prompt is priced for: `keep` the one it was stored with; `look-up-guesses` what its name
 * means by today's tables where the stored model was a guess or unknown.
 */
export type ModelChoice = 'keep' | 'look-up-guesses';

export interface RecordPrice extends Priced {
  readonly modelId: string;
  readonly modelMatch: ModelMatchKind;
}

const isGuess = (match: ModelMatchKind): boolean => match === 'family' || match === 'unknown';

/** What the names that the record kept mean on the day of the prompt. */
function lookUpAgain({ site, modelLabel, modelSlug, startTime }: PromptRecord): ModelMatch {
  // The label of a record without one is its slug.
  const label = modelLabel === '' || modelLabel === modelSlug ? null : modelLabel;
  return lookUpModel({ site, slug: modelSlug ?? null, label, time: startTime });
}

/** The model to price; null when the tables do not know the stored one and its names say nothing either. */
function modelOf(record: PromptRecord, choice: ModelChoice): ModelMatch | null {
  const found = lookUpAgain(record);
  const stored = modelById(record.modelId);
  const guessed = isGuess(record.modelMatch);
  // A second look that finds nothing is no reason to give up a guess.
  const prefersFound = stored === null || (choice === 'look-up-guesses' && guessed);
  // Without any name the day's default is a guess; it may follow a guess but not a model that was known.
  const isNamed = record.modelLabel !== '' || Boolean(record.modelSlug);
  const isFound = found.match !== 'unknown' && (isNamed || stored !== null);
  if (prefersFound && isFound) return found;
  if (stored === null) return null;
  return { model: stored, match: record.modelMatch, guessed, effort: found.effort };
}

/** A count or time that makes no sense is no price; any other fault is one. */
function orNull<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof WorkloadError) return null;
    throw error;
  }
}

const timed = (record: PromptRecord) => ({
  ...record,
  secondsSinceLastTurn: record.secondsSinceLastTurn ?? null,
});

/**
 * The price of a stored prompt from its observables; its token counts stay as they were counted. Null when it
 * cannot be priced: its model is not in the tables, or an imported count or time makes no sense.
 */
export function priceRecord(
  record: PromptRecord,
  choices: PricingChoices,
  models: ModelChoice,
): RecordPrice | null {
  const match = modelOf(record, models);
  if (match === null) return null;
  return orNull(() => ({
    ...price(timed(record), match, choices),
    modelId: match.model.id,
    modelMatch: match.match,
  }));
}

export interface WorkedRecord extends Worked {
  readonly match: ModelMatch;
}

/** The working of a stored prompt's price, for its stored model; null as {@link priceRecord}. */
export function workRecord(record: PromptRecord, choices: PricingChoices): WorkedRecord | null {
  const match = modelOf(record, 'keep');
  return match === null ? null : orNull(() => ({ ...work(timed(record), match, choices), match }));
}
