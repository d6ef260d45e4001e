/** The reference tables and their look-up: the only door of lib/refdb. */
export { reportTables, type TableReport, tableFaults } from './check-tables';
export { factorDefinitions } from './factor-definitions';
export { type FactorsOptions, type FactorsSubject, factorsFor } from './factors-for';
export { type Accelerator, acceleratorOverrides, accelerators } from './hardware';
export { lookUpModel } from './look-up';
export { knownModel, modelById, models, siteProvider } from './models';
export { unknownModelId } from './models/unknown';
export { isFactorName, type OverrideCheck, validateOverride } from './overrides';
export { lifeCycleDisclosures } from './peers';
export { type Provider, providerOf, providers } from './places/providers';
export { type GridZone, listZones, resolveZone } from './places/zones';
export { priceOn } from './prices';
export { TABLE_NAMES, type TableName, type TableSources, tableSources } from './table-sources';
export {
  charactersPerToken,
  multipleError,
  TEXT_KINDS,
  type TextKind,
  tokenErrors,
  tokenizerRelation,
} from './tokenizers';
export * from './types';
export { refdbVersion, tablesDate } from './version';
