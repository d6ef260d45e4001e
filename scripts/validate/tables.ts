/** The published values that the estimators are compared with, read from the project's own copies. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

export type Row = Readonly<Record<string, string>>;

function read(name: string): readonly Row[] {
  const url = new URL(`../../tests/fixtures/validation/${name}`, import.meta.url);
  const parsed = Papa.parse<Record<string, string>>(readFileSync(url, 'utf8').replaceAll('\r', ''), {
    header: true,
    comments: '#',
    skipEmptyLines: true,
  });
  const [problem] = parsed.errors;
  if (problem !== undefined) throw new Error(`${name}, row ${problem.row}: ${problem.message}`);
  return parsed.data;
}

/** A cell as a number; null when it is empty or holds no number. */
export function cell(row: Row, column: string): number | null {
  const text = row[column] ?? '';
  const number = Number(text);
  return text === '' || !Number.isFinite(number) ? null : number;
}

function needed(row: Row, column: string): number {
  const number = cell(row, column);
  if (number === null) throw new Error(`no number in ${column} of ${JSON.stringify(row)}`);
  return number;
}

/** One published figure per prompt. */
export interface Published {
  readonly id: string;
  readonly model: string;
  readonly kind: string;
  readonly scope: string;
  readonly batch: number | null;
  readonly hardware: string;
  readonly outputTokens: number | null;
  readonly energyWh: number | null;
  readonly source: string;
  readonly url: string;
}

export function publishedFigures(): readonly Published[] {
  return read('validation.csv').map((row) => ({
    id: row.id ?? '',
    model: row.model ?? '',
    kind: row.kind ?? '',
    scope: row.scope ?? '',
    batch: cell(row, 'batch'),
    hardware: row.hardware ?? '',
    outputTokens: cell(row, 'n_out'),
    energyWh: cell(row, 'energy_wh'),
    source: row.source ?? '',
    url: row.url ?? '',
  }));
}

/** One measured configuration of the ML.ENERGY Leaderboard. */
export interface Measured {
  readonly task: string;
  readonly nickname: string;
  readonly totalB: number;
  readonly activeB: number;
  readonly precision: string;
  readonly gpu: string;
  readonly batch: number;
  readonly joulesPerToken: number;
}

export function measuredConfigurations(): readonly Measured[] {
  return read('mlenergy-v3-llm.csv').map((row) => ({
    task: row.task ?? '',
    nickname: row.nickname ?? '',
    totalB: needed(row, 'total_params_billions'),
    activeB: needed(row, 'activated_params_billions'),
    precision: row.weight_precision ?? '',
    gpu: row.gpu_model ?? '',
    batch: needed(row, 'avg_batch_size'),
    joulesPerToken: needed(row, 'energy_per_token_joules'),
  }));
}

/** One model of "How Hungry is AI?" v6 with its three query sizes, Wh; null where the paper has none. */
export interface Hungry {
  readonly model: string;
  readonly wh: readonly [short: number | null, medium: number | null, long: number | null];
}

export function hungryModels(): readonly Hungry[] {
  return read('how-hungry-v6.csv').map((row) => ({
    model: row.model ?? '',
    wh: [cell(row, 'short_wh'), cell(row, 'medium_wh'), cell(row, 'long_wh')],
  }));
}
