/**
 * The store: Dexie in extension contexts only. A record and the roll-ups that count it change in one transaction;
 * every total is read from the roll-ups, never by a scan.
 */
export { applyRecord } from './apply';
export { findContext, findConversation, findResumable } from './context';
export { costliestChats, costliestTasks, findChats, kindTotals, reworkBySite, taskSummary } from './costs';
export { exportCsv } from './csv-export';
export { openStore, type Store } from './db';
export { STORE_ERROR_KINDS, StoreError, type StoreErrorKind, storeErrorOf } from './errors';
export { replaceEstimates } from './estimates';
export { getFactorSet, putFactorSet } from './factor-sets';
export { bucketBounds, bucketOf, quantile } from './histogram';
export { importFile, previewImport } from './import';
export { exportJson } from './json-export';
export { kindOf, LONG_INPUT_TOKENS } from './kinds';
export { localDay, mondayOf } from './local-time';
export { addMeasures, ZERO_MEASURES } from './measures';
export { lastChange } from './meta';
export { observe } from './observe';
export { pageRecords } from './page';
export {
  conversationSummary,
  countAll,
  getRecord,
  lastRecord,
  latestOfConversation,
  recordsOfTask,
} from './queries';
export {
  cancelReestimation,
  failReestimation,
  REESTIMATION_CHUNK,
  reestimateChunk,
  reestimationState,
  startReestimation,
} from './reestimation';
export * from './reestimation-types';
export { deleteAll, deleteRecords, restoreRecords } from './remove';
export { deleteOlder, RETENTION_CHUNK } from './retention';
export { NO_REWORK } from './rework';
export { sweepPending } from './sweep';
export {
  countRecords,
  dailySeries,
  dayTotals,
  hoursOfWeek,
  modelTotals,
  monthlySeries,
  periodDays,
  periodTotals,
} from './totals';
export { trend } from './trend';
export * from './types';
