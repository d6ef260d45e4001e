/** The estimators: pure functions from tokens, times and factors to energy, carbon, water and money. */

export type { Apart } from './apart';
export {
  type EstimateOptions,
  estimatePrompt,
  type Headline,
  type PromptEstimate,
  type WaterRange,
} from './estimate';
export { METHOD_NAMES, type MethodName } from './method-names';
export type { Methods } from './methods';
export type { Cause, RangeCauses } from './range';
export type { Reasoning, ReasoningBasis } from './reasoning';
export { headlineOf, toStoredEstimate } from './stored';
export type { V1Reading, V1Result } from './v1';
export { otmVersion } from './version';
export {
  type Quantities,
  WHAT_IFS,
  type WhatIf,
  type WhatIfInputs,
  type WhatIfName,
  whatIfs,
} from './what-if';
export { LARGEST_QUANTITY, type Unanswered, type Workload, WorkloadError } from './workload';
