/** The columns of the CSV, in order. Columns may be added at the end, never renamed or moved. */
import type { PromptRecord } from '../prompt';
import { timesOf, ttftSecondsOf } from './measures';

/**
 * A number with a point, without grouping or exponent, with fifteen significant digits at most; empty when it is
 * not known.
 */
export function decimal(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return '';
  // The sixteenth digit is mostly the residue of a sum.
  const text = String(Number(value.toPrecision(15)));
  const [digits = '0', exponent] = text.split('e');
  if (exponent === undefined) return text;
  const sign = digits.startsWith('-') ? '-' : '';
  const [whole = '0', fraction = ''] = digits.replace('-', '').split('.');
  const shift = Number(exponent);
  return shift < 0
    ? `${sign}0.${'0'.repeat(-shift - 1)}${whole}${fraction}`
    : `${sign}${whole}${fraction.padEnd(shift, '0')}`;
}

/** Starts like a formula of a spreadsheet, possibly behind apostrophes that are there already. */
const FORMULA = /^'*[=+\-@\t\r]/;
const NEUTRALISED = /^'+[=+\-@\t\r]/;

/** Text that no spreadsheet runs: what begins like a formula gets a leading apostrophe. */
export const neutralise = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text as it was before {@link neutralise}. */
export const restoreText = (cell: string): string => (NEUTRALISED.test(cell) ? cell.slice(1) : cell);

const seconds = (value: number | undefined): string => decimal(value ?? null);

/** Output tokens per second of the generation time as printed; empty when that is 0 or not known. */
function speed(record: PromptRecord): string {
  const generation = timesOf(record)?.generationSeconds ?? 0;
  return generation === 0 ? '' : decimal(record.outputTokens / generation);
}

type Cell = (record: PromptRecord) => string;

const COLUMNS: readonly (readonly [name: string, cell: Cell])[] = [
  ['id', (r) => neutralise(r.id)],
  ['task_id', (r) => neutralise(r.taskId)],
  ['attempt', (r) => decimal(r.attempt)],
  ['started_at', (r) => new Date(Math.round(r.startTime * 1000)).toISOString()],
  ['site', (r) => r.site],
  ['conversation', (r) => neutralise(r.conversation)],
  ['model', (r) => neutralise(r.modelId)],
  ['model_label', (r) => neutralise(r.modelLabel)],
  ['status', (r) => r.status],
  ['input_tokens', (r) => decimal(r.inputTokens)],
  ['context_tokens', (r) => decimal(r.contextTokens)],
  ['reasoning_tokens', (r) => decimal(r.estimate.reasoningTokens)],
  ['output_tokens', (r) => decimal(r.outputTokens)],
  ['token_method', (r) => r.tokenMethod],
  ['input_characters', (r) => decimal(r.inputTextLength)],
  ['output_characters', (r) => decimal(r.outputTextLength)],
  ['ttft_s', (r) => seconds(ttftSecondsOf(r) ?? undefined)],
  ['generation_s', (r) => seconds(timesOf(r)?.generationSeconds)],
  ['total_s', (r) => seconds(timesOf(r)?.totalSeconds)],
  ['output_tokens_per_s', speed],
  ['energy_wh_low', (r) => decimal(r.estimate.energyWh.low)],
  ['energy_wh', (r) => decimal(r.estimate.energyWh.central)],
  ['energy_wh_high', (r) => decimal(r.estimate.energyWh.high)],
  ['co2e_g_low', (r) => decimal(r.estimate.co2eGrams.low)],
  ['co2e_g', (r) => decimal(r.estimate.co2eGrams.central)],
  ['co2e_g_high', (r) => decimal(r.estimate.co2eGrams.high)],
  ['water_ml_low', (r) => decimal(r.estimate.waterMl.low)],
  ['water_ml', (r) => decimal(r.estimate.waterMl.central)],
  ['water_ml_high', (r) => decimal(r.estimate.waterMl.high)],
  ['otm_v1_energy_wh', (r) => decimal(r.estimate.otmV1EnergyWh)],
  ['cost_usd', (r) => decimal(r.estimate.costUsd)],
  ['grid_zone', (r) => neutralise(r.estimate.gridZone)],
  ['grid_gco2e_per_kwh', (r) => decimal(r.estimate.gridGco2ePerKwh)],
  ['pue', (r) => decimal(r.estimate.pue)],
  ['method', (r) => r.estimate.method],
  ['refdb_version', (r) => neutralise(r.estimate.refdbVersion)],
];

/** Columns that came later, empty in rows of before: a file without them is read as well. */
const LATER_COLUMNS: typeof COLUMNS = [
  ['waited_s', (r) => decimal(r.waitedSeconds ?? null)],
  ['read_by', (r) => r.readBy ?? ''],
  ['sent_seen', (r) => (r.sentSeen === undefined ? '' : r.sentSeen ? 'yes' : 'no')],
  ['not_counted', (r) => (r.notCounted ?? []).join(';')],
];

/** Columns that every file of ours has. */
export const REQUIRED_COLUMNS: readonly string[] = COLUMNS.map(([name]) => name);

/** The header row. */
export const CSV_HEADER: readonly string[] = [...COLUMNS, ...LATER_COLUMNS].map(([name]) => name);

/** One record as cells in the order of {@link CSV_HEADER}. */
export const csvCells = (record: PromptRecord): string[] =>
  [...COLUMNS, ...LATER_COLUMNS].map(([, cell]) => cell(record));
