import type { Range } from '../prompt';
import type { Model } from './types';

/**
 * How far the parameters of a guessed model may lie outside its relative's own range, each side.
 * From one generation to the next of one family the central guesses of the tables moved by 1 to 2 (3 once, with
 * GPT-5.5), so 2 covers a step that the tables do not know yet; the relative's own range covers the rest.
 */
export const GUESS_WIDENING = 2;

function widened(range: Range): Range {
  return {
    low: range.low / GUESS_WIDENING,
    central: range.central,
    high: range.high * GUESS_WIDENING,
  };
}

/** The same model with wider parameters; an unknown-model entry is wide enough as it is. */
export function widenedModel(model: Model): Model {
  if (model.tier === 'unknown') return model;
  return {
    ...model,
    totalParametersB: widened(model.totalParametersB),
    activeParametersB: widened(model.activeParametersB),
  };
}
