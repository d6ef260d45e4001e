import { estimatePrompt, headlineOf, type PromptEstimate } from '../../lib/otm';
import { type Factors, factorsFor } from '../../lib/refdb';
import type { Request } from './request';

export interface Priced {
  readonly request: Request;
  readonly factors: Factors;
  readonly estimate: PromptEstimate;
}

/** Prices a request; a routed model is taken as its Instant target. */
export function price(request: Request): Priced {
  const factors = factorsFor(
    { model: request.model, guessed: false },
    { overrides: request.overrides, zone: request.zone },
  );
  return { request, factors, estimate: estimatePrompt(request.workload, factors, request.options) };
}

/** The estimate as plain data: the public JSON of the command. */
export function toJson({ request, factors, estimate }: Priced): Record<string, unknown> {
  const { rangeCauses, assumptions, apart, ...results } = estimate;
  return {
    ...results,
    modelName: factors.model.displayName,
    tokens: {
      input: request.workload.inputTokens,
      context: request.workload.contextTokens,
      cached: estimate.cachedTokens,
      reasoning: estimate.reasoningTokens.central,
      output: request.workload.outputTokens,
    },
    gridZone: factors.gridZone,
    headlineValues: pick(headlineOf(estimate, factors)),
    apart: apart(),
    rangeCauses: rangeCauses(),
    assumptions: assumptions(),
  };
}

function pick({ energyWh, co2eGrams, waterMl }: ReturnType<typeof headlineOf>): Record<string, unknown> {
  const { low, central, high } = waterMl;
  return { energyWh, co2eGrams, waterMl: { low, central, high } };
}
