/** Mutants of the tracker that do the same as what they are made from, each with the reason. */
import type { Equivalent } from './mutant-scores';

export const EQUIVALENTS: readonly Equivalent[] = [
  {
    file: 'asking.ts',
    source: '[]',
    replacement: '["Stryker was here"]',
    reason: 'A text in the place of an effect is none of those that are done, and nothing is done.',
  },
];
