/** From counts, times and a model to a stored result: the one place where tables and formulas meet. */
export { type PricingChoices, usableChoices } from './choices';
export {
  type FactorSetFacts,
  type Priced,
  type PricedSubject,
  price,
  type TimedPrompt,
  type Worked,
  work,
} from './price';
export { type ModelChoice, priceRecord, type RecordPrice, type WorkedRecord, workRecord } from './record';
export { choicesOf } from './stored-choices';
