/** Telling our records from those of a newer version. */
import { type PromptRecord, RECORD_VERSION } from '../prompt';
import type { UnknownRecord } from './db';

/** True for a record whose shape this code knows. */
export function isKnown(row: PromptRecord | UnknownRecord): row is PromptRecord {
  return row.version <= RECORD_VERSION && 'startTime' in row;
}

/** The record when it is there and its shape is known. */
export function known(row: PromptRecord | UnknownRecord | undefined): PromptRecord | null {
  return row !== undefined && isKnown(row) ? row : null;
}
