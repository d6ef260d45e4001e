/** What would change a prompt's number: one thing is changed and everything else held, hidden reasoning included. */
import type { Range, StoredEstimate } from '../prompt';
import type { Factors } from '../refdb/types';
import { estimatePrompt, type PromptEstimate } from './estimate';
import { exactly } from './range';
import type { Reasoning } from './reasoning';
import type { Workload } from './workload';

/**
 * `smaller-model` the same tokens by another model; `no-thinking` without hidden reasoning; `shorter-answer` half
 * the visible answer; `new-chat` nothing re-read; `cleaner-grid` the same in another place; `fewer-retries` this
 * attempt alone instead of all attempts of its task.
 */
export const WHAT_IFS = [
  'smaller-model',
  'no-thinking',
  'shorter-answer',
  'new-chat',
  'cleaner-grid',
  'fewer-retries',
] as const;
export type WhatIfName = (typeof WHAT_IFS)[number];

/** The three quantities that a view compares. Wh, g CO2e, mL. */
export type Quantities = Pick<StoredEstimate, 'energyWh' | 'co2eGrams' | 'waterMl'>;

export interface WhatIf extends Quantities {
  readonly name: WhatIfName;
  /** Alternative over what was, central values; below 1 is less. */
  readonly ratio: { readonly energy: number; readonly co2e: number; readonly water: number };
}

export interface WhatIfInputs {
  readonly workload: Workload;
  readonly factors: Factors;
  /** Factors of a smaller model in the same place; null when there is none. */
  readonly smaller: Factors | null;
  /** Factors of the same model on a cleaner grid; null when there is none. */
  readonly cleaner: Factors | null;
  /** The other attempts of the same task. */
  readonly otherAttempts: readonly Quantities[];
}

const NO_REASONING: Reasoning = { tokens: exactly(0), basis: 'given', tokensPerSecond: null, seconds: null };

function ratioOf(after: Quantities, before: Quantities): WhatIf['ratio'] {
  const over = (a: Range, b: Range): number => (b.central > 0 ? a.central / b.central : 1);
  return {
    energy: over(after.energyWh, before.energyWh),
    co2e: over(after.co2eGrams, before.co2eGrams),
    water: over(after.waterMl, before.waterMl),
  };
}

function compared(name: WhatIfName, after: Quantities, before: Quantities): WhatIf {
  const { energyWh, co2eGrams, waterMl } = after;
  return { name, energyWh, co2eGrams, waterMl, ratio: ratioOf(after, before) };
}

const half = (value: number | null): number | null => (value === null ? null : value / 2);

/** Low to low and high to high: the errors are shared. */
function sum(a: Range, b: Range): Range {
  return { low: a.low + b.low, central: a.central + b.central, high: a.high + b.high };
}

function together(all: readonly Quantities[], first: Quantities): Quantities {
  return all.reduce(
    (total, one) => ({
      energyWh: sum(total.energyWh, one.energyWh),
      co2eGrams: sum(total.co2eGrams, one.co2eGrams),
      waterMl: sum(total.waterMl, one.waterMl),
    }),
    first,
  );
}

/** The alternatives that exist for this prompt, before those without effect are left out. */
function candidates(inputs: WhatIfInputs, now: PromptEstimate): WhatIf[] {
  const { workload, factors, smaller, cleaner, otherAttempts } = inputs;
  const held = now.reasoning;
  const changed = (name: WhatIfName, change: Partial<Workload>, to = factors, reasoning = held): WhatIf =>
    compared(name, estimatePrompt({ ...workload, ...change }, to, { reasoning }), now);
  // The tokens that were cached stay cached: another model or place changes nothing in the chat.
  const same = { cachedTokens: now.cachedTokens };
  const found: WhatIf[] = [];
  if (smaller !== null) {
    const reasons = smaller.model.reasoning !== 'none';
    found.push(changed('smaller-model', same, smaller, reasons ? held : NO_REASONING));
  }
  found.push(
    changed('no-thinking', same, factors, NO_REASONING),
    changed('shorter-answer', {
      ...same,
      outputTokens: workload.outputTokens / 2,
      generationSeconds: half(workload.generationSeconds),
    }),
    changed('new-chat', { contextTokens: 0, cachedTokens: 0 }),
  );
  if (cleaner !== null) found.push(changed('cleaner-grid', same, cleaner));
  found.push(compared('fewer-retries', now, together(otherAttempts, now)));
  return found;
}

/** A change of less than this is none. */
const LEAST_CHANGE = 0.005;

/**
 * What would have been less, each with its range and its ratio to what was. An alternative that saves nothing for
 * this prompt (no thinking where there was none, a model that is not smaller) is left out.
 * @throws WorkloadError as `estimatePrompt`
 */
export function whatIfs(inputs: WhatIfInputs): readonly WhatIf[] {
  const now = estimatePrompt(inputs.workload, inputs.factors);
  return candidates(inputs, now).filter(
    ({ ratio }) => Math.min(ratio.energy, ratio.co2e) <= 1 - LEAST_CHANGE,
  );
}
