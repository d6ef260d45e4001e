/** Mutants of the tracker that do the same as what they are made from, each with the reason. */
import type { Equivalent } from './mutant-scores';

export const EQUIVALENTS: readonly Equivalent[] = [];
