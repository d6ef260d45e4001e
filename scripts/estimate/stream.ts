/** A whole experiment through standard input: JSON lines or a Tokenprint CSV, the same back with estimates. */
import Papa from 'papaparse';
import { toStoredEstimate } from '../../lib/otm';
import { type Priced, price, toJson } from './price';
import { type RawRequest, readRequest, UsageError } from './request';

type Row = Readonly<Record<string, unknown>>;

/** Flag names and the CSV columns that mean the same. */
const COLUMNS: Readonly<Record<string, string>> = {
  input_tokens: 'input',
  context_tokens: 'context',
  cached_tokens: 'cached',
  output_tokens: 'output',
  reasoning_tokens: 'reasoning',
  ttft_s: 'ttft',
  generation_s: 'generation',
};
const FLAGS: ReadonlySet<string> = new Set([
  'model',
  'zone',
  'token-error',
  'headline',
  'pue-reading',
  'gpu-clock',
  'gpu-count',
  ...Object.values(COLUMNS),
]);

/** The fields of a row that the command understands; other columns pass through untouched. */
function rawOf(row: Row): RawRequest {
  const raw: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(row)) {
    const name = COLUMNS[key] ?? key;
    if (!FLAGS.has(name) || value === null || value === '') continue;
    if (typeof value !== 'string' && typeof value !== 'number') {
      throw new UsageError(`${key} is ${JSON.stringify(value)}: give text or a number`);
    }
    raw[name] = value;
  }
  return raw;
}

/** `"set": {"batchSize": 8}` of a JSON line. */
function setsOf(row: Row): string[] {
  const set = row.set;
  if (set === undefined || set === null) return [];
  if (typeof set !== 'object' || Array.isArray(set)) {
    throw new UsageError(`set is ${JSON.stringify(set)}: give an object such as {"batchSize": 8}`);
  }
  return Object.entries(set).map(([name, value]) => `${name}=${String(value)}`);
}

interface Defaults {
  readonly raw: RawRequest;
  readonly sets: readonly string[];
}

function priceRows(rows: readonly Row[], firstLine: number, defaults: Defaults): Priced[] {
  return rows.map((row, at) => {
    try {
      return price(readRequest({ ...defaults.raw, ...rawOf(row) }, [...defaults.sets, ...setsOf(row)]));
    } catch (error) {
      if (error instanceof UsageError) throw new UsageError(`row ${at + firstLine}: ${error.message}`);
      throw error;
    }
  });
}

function jsonRow(line: string, at: number): Row {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Reported below with the same words as a line that is JSON but no object.
  }
  throw new UsageError(`row ${at}: give one JSON object per line`);
}

function jsonLines(text: string, defaults: Defaults): string {
  const rows = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => jsonRow(line, at + 1));
  return priceRows(rows, 1, defaults)
    .map((priced, at) => `${JSON.stringify({ ...rows[at], estimate: toJson(priced) })}\n`)
    .join('');
}

/** The estimate in the columns of the Tokenprint CSV, then the other methods and every assumption. */
function csvCells(priced: Priced): Record<string, string | number> {
  const { estimate, factors } = priced;
  const stored = toStoredEstimate(estimate, factors);
  const cells: Record<string, string | number> = {
    reasoning_tokens: stored.reasoningTokens,
    energy_wh_low: stored.energyWh.low,
    energy_wh: stored.energyWh.central,
    energy_wh_high: stored.energyWh.high,
    co2e_g_low: stored.co2eGrams.low,
    co2e_g: stored.co2eGrams.central,
    co2e_g_high: stored.co2eGrams.high,
    water_ml_low: stored.waterMl.low,
    water_ml: stored.waterMl.central,
    water_ml_high: stored.waterMl.high,
    otm_v1_energy_wh: stored.otmV1EnergyWh,
    cost_usd: stored.costUsd ?? '',
    grid_zone: stored.gridZone,
    grid_gco2e_per_kwh: stored.gridGco2ePerKwh,
    pue: stored.pue,
    method: stored.method,
    refdb_version: stored.refdbVersion,
  };
  for (const [name, range] of Object.entries(estimate.methods)) {
    const column = name.replaceAll(/[^a-z0-9]+/g, '_');
    cells[`${column}_wh_low`] = range.low;
    cells[`${column}_wh`] = range.central;
    cells[`${column}_wh_high`] = range.high;
  }
  cells.assumptions = JSON.stringify(estimate.assumptions());
  return cells;
}

function csv(text: string, defaults: Defaults): string {
  const parsed = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: 'greedy' });
  const columns = parsed.meta.fields ?? [];
  for (const needed of ['model', 'input_tokens', 'output_tokens']) {
    const flag = COLUMNS[needed] ?? needed;
    if (!columns.includes(needed) && !columns.includes(flag) && defaults.raw[flag] === undefined) {
      throw new UsageError(`the CSV has no column ${needed}: its first row must name the columns`);
    }
  }
  const [problem] = parsed.errors;
  if (problem !== undefined) {
    throw new UsageError(`row ${(problem.row ?? 0) + 2}: ${problem.message}`);
  }
  const priced = priceRows(parsed.data, 2, defaults).map(csvCells);
  const added = [...new Set(priced.flatMap((cells) => Object.keys(cells)))];
  const fields = [...columns, ...added.filter((name) => !columns.includes(name))];
  const data = parsed.data.map((row, at) => ({ ...row, ...priced[at] }));
  return `${Papa.unparse({ fields, data }, { newline: '\r\n' })}\r\n`;
}

/**
 * Prices every row of a text, which is JSON lines when it begins with a brace and CSV otherwise. All rows or none.
 * @throws UsageError naming the row and what is accepted
 */
export function priceText(text: string, defaults: Defaults): string {
  const body = text.replace(/^\uFEFF/, '');
  if (body.trim() === '')
    throw new UsageError('standard input is empty: give JSON lines or a Tokenprint CSV');
  return body.trimStart().startsWith('{') ? jsonLines(body, defaults) : csv(body, defaults);
}
