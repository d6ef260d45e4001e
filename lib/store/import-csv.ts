/** Reading a CSV export: records as far as its columns know them. */
import Papa from 'papaparse';
import * as v from 'valibot';
import { type PromptRecord, RECORD_VERSION, type TokenCounts, type TokenMethod } from '../prompt';
import { REQUIRED_COLUMNS, restoreText } from './csv-columns';
import { type ImportedData, invalid } from './import-json';
import { recordSchema } from './record-schema';

/** `factorSet` of records from a CSV: their assumptions did not travel. */
export const IMPORTED = 'imported';

type Row = Readonly<Record<string, string>>;

/** A cell as a number; null when empty; NaN, which the check refuses, when it is no number. */
const numberOrNull = (row: Row, column: string): number | null => {
  const cell = (row[column] ?? '').trim();
  if (cell === '') return null;
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell) ? Number(cell) : Number.NaN;
};
const numberOf = (row: Row, column: string): number => numberOrNull(row, column) ?? Number.NaN;
const textOf = (row: Row, column: string): string => restoreText(row[column] ?? '');
const rangeOf = (row: Row, column: string) => ({
  low: numberOf(row, `${column}_low`),
  central: numberOf(row, column),
  high: numberOf(row, `${column}_high`),
});

/** Error factors by method: ln 1.10 and ln 1.25 of the count, and the markup that rendering removed. */
const TOKEN_ERRORS: Readonly<Record<TokenMethod, TokenCounts['tokenError']>> = {
  exact: { low: 1, high: 1.15 },
  calibrated: { low: 1.1, high: 1.1 * 1.15 },
  characters: { low: 1.25, high: 1.25 * 1.15 },
};

const methodOf = (cell: string): TokenMethod =>
  cell === 'exact' || cell === 'calibrated' ? cell : 'characters';

const utcOffset = (timeSeconds: number): number =>
  Number.isFinite(timeSeconds) ? 0 - new Date(timeSeconds * 1000).getTimezoneOffset() : 0;

/**
 * One row as a record would be. What the columns do not say is filled with the least that can be true: no sign of
 * thinking but its tokens, no media, all water off-site, the local time of this machine. Revision 0 lets a JSON
 * export of the same record win.
 */
function recordOf(row: Row): unknown {
  const startTime = Date.parse(row.started_at ?? '') / 1000;
  const ttft = numberOrNull(row, 'ttft_s');
  const generation = numberOrNull(row, 'generation_s');
  const firstTokenTime = ttft === null ? null : startTime + ttft;
  const lastTokenTime = firstTokenTime === null || generation === null ? null : firstTokenTime + generation;
  const attempt = numberOf(row, 'attempt');
  const modelId = textOf(row, 'model');
  const reasoningTokens = numberOrNull(row, 'reasoning_tokens') ?? 0;
  const contextTokens = numberOrNull(row, 'context_tokens') ?? 0;
  const waterMl = rangeOf(row, 'water_ml');
  return {
    id: textOf(row, 'id'),
    version: RECORD_VERSION,
    revision: 0,
    taskId: textOf(row, 'task_id'),
    attempt,
    attemptKind: attempt > 1 ? 'retry' : 'first',
    site: row.site,
    layout: IMPORTED,
    conversation: textOf(row, 'conversation'),
    turnKeyHash: null,
    status: row.status,
    modelId,
    modelMatch: modelId.startsWith('unknown-') ? 'unknown' : 'label',
    modelLabel: textOf(row, 'model_label'),
    startTime,
    firstTokenTime,
    lastTokenTime,
    utcOffsetMinutes: utcOffset(startTime),
    inputTextLength: numberOf(row, 'input_characters'),
    outputTextLength: numberOf(row, 'output_characters'),
    inputTokens: numberOf(row, 'input_tokens'),
    contextTokens,
    outputTokens: numberOf(row, 'output_tokens'),
    tokenMethod: row.token_method,
    tokenError: TOKEN_ERRORS[methodOf(row.token_method ?? '')],
    thinking: { seen: reasoningTokens > 0, statedSeconds: null, textLength: 0 },
    context: { turns: 0, textLength: 0, complete: contextTokens === 0 },
    media: { inputFiles: 0, inputImages: 0, outputImages: 0 },
    timesThrottled: false,
    ...laterColumns(row),
    estimate: {
      energyWh: rangeOf(row, 'energy_wh'),
      co2eGrams: rangeOf(row, 'co2e_g'),
      waterMl,
      waterOnSiteMl: 0,
      waterOffSiteMl: waterMl.central,
      otmV1EnergyWh: numberOf(row, 'otm_v1_energy_wh'),
      costUsd: numberOrNull(row, 'cost_usd'),
      reasoningTokens,
      gridZone: textOf(row, 'grid_zone'),
      gridGco2ePerKwh: numberOf(row, 'grid_gco2e_per_kwh'),
      pue: numberOf(row, 'pue'),
      method: row.method,
      refdbVersion: textOf(row, 'refdb_version'),
      otmVersion: '',
      factorSet: IMPORTED,
      rangeCauses: {},
    },
    formerEstimate: null,
    updatedTime: lastTokenTime ?? startTime,
  };
}

/** What rows of before do not say stays unsaid. */
function laterColumns(row: Row): Readonly<Record<string, unknown>> {
  const [readBy, sentSeen, notCounted] = [row.read_by ?? '', row.sent_seen ?? '', row.not_counted ?? ''];
  const isSaid = readBy !== '' || sentSeen !== '';
  return {
    ...(isSaid
      ? { waitedSeconds: numberOrNull(row, 'waited_s'), notCounted: notCounted.split(';').filter(Boolean) }
      : {}),
    ...(readBy === '' ? {} : { readBy }),
    // Anything but yes and no is left to the check, which names the row.
    ...(sentSeen === ''
      ? {}
      : { sentSeen: sentSeen === 'yes' ? true : sentSeen === 'no' ? false : sentSeen }),
  };
}

/** @throws StoreError `invalid-import`, naming the row and what is wrong in it */
export function parseCsv(text: string): ImportedData {
  const parsed = Papa.parse<Row>(text, { header: true, delimiter: ',', skipEmptyLines: 'greedy' });
  const columns = new Set(parsed.meta.fields ?? []);
  const missing = REQUIRED_COLUMNS.filter((column) => !columns.has(column));
  if (missing.length > 0) {
    throw invalid('missing-column', { column: missing[0] ?? '' });
  }
  const [problem] = parsed.errors;
  if (problem) throw invalid('damaged-row', { row: (problem.row ?? 0) + 2 }, problem);
  const records: PromptRecord[] = parsed.data.map((row, index) => {
    const record = v.safeParse(recordSchema, recordOf(row));
    if (record.success) return record.output;
    const [issue] = record.issues;
    throw invalid('damaged-field', { row: index + 2, field: v.getDotPath(issue) ?? '–' }, issue);
  });
  const changedTime = records.reduce((newest, { updatedTime }) => Math.max(newest, updatedTime), 0);
  return { kind: 'csv', records, factorSets: [], salt: null, chats: [], changedTime, settings: null };
}
