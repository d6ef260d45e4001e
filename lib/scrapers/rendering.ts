/** Sites render an answer anew at the moment it ends; that adds nothing, although it looks like growth. */
import { addsNothing, recordGrows } from './growth';
import type { LivePrompt } from './live-prompt';

/** Growth is timed in steps of this size: a burst of changes costs as much as one. */
const GROWTH_STEP_MS = 10;

export interface GrowthWatch {
  /** Times the growth that the changes bring to one answer or two. Constant work per record, none within a step. */
  changed(first: LivePrompt, second: LivePrompt | null, records: readonly MutationRecord[], at: number): void;
  /** At the end of an answer: takes its last growth back if that was a rendering of what was there. */
  forgetRendering(prompt: LivePrompt): void;
  /** Another prompt begins. */
  reset(): void;
}

export function createGrowthWatch(): GrowthWatch {
  /** The last changes that seemed to add text to the first answer. */
  let last: { readonly records: readonly MutationRecord[]; readonly at: number } | null = null;
  return {
    changed(first, second, records, at) {
      const { growthAt } = first.state();
      if (second === null && growthAt !== null && at - growthAt < GROWTH_STEP_MS) return;
      if (records.some((record) => recordGrows(first, record, at))) last = { records, at };
      if (second !== null) records.some((record) => recordGrows(second, record, at));
    },
    forgetRendering(prompt) {
      if (last === null || last.at !== prompt.state().growthAt) return;
      if (prompt.answerTurn() === null) return;
      // The action bar that comes at the same time is no text of the answer.
      if (addsNothing(last.records.filter(({ target }) => prompt.holds(target)))) prompt.forgetGrowth();
    },
    reset() {
      last = null;
    },
  };
}
