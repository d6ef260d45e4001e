/** From counts, times and a model to a stored result: the one place where tables and formulas meet. */
export { type PricingChoices, usableChoices } from './choices';
export { type FactorSetFacts, type Priced, type PricedSubject, price, type TimedPrompt } from './price';
export { type ModelChoice, priceRecord, type RecordPrice } from './record';
