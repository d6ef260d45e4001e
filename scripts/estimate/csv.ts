/** A Tokenprint CSV, one record priced as it comes. */
import Papa from 'papaparse';
import { METHOD_NAMES, toStoredEstimate } from '../../lib/otm';
import type { Priced } from './price';
import type { Numbered } from './records';
import { UsageError } from './request';
import { COLUMNS, type Defaults, priceCsvRow, type Row } from './rows';
import { type FirstRows, reasonOf } from './told';

const columnOf = (method: string): string => method.replaceAll(/[^a-z0-9]+/g, '_');

/** The estimate in the columns of the Tokenprint CSV, then the other methods and the assumptions. */
function cellsOf(priced: Priced, line: number, first: FirstRows): Record<string, string | number> {
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
  for (const name of METHOD_NAMES) {
    const range = estimate.methods[name];
    const column = columnOf(name);
    cells[`${column}_wh_low`] = range?.low ?? '';
    cells[`${column}_wh`] = range?.central ?? '';
    cells[`${column}_wh_high`] = range?.high ?? '';
  }
  const told = first.assumptions(factors.key, line, () => JSON.stringify(estimate.assumptions()));
  cells.assumptions = String(told);
  return cells;
}

/** The columns that an estimate has, in their order. */
const ADDED: readonly string[] = [
  'reasoning_tokens',
  ...['energy_wh', 'co2e_g', 'water_ml'].flatMap((name) => [`${name}_low`, name, `${name}_high`]),
  'otm_v1_energy_wh',
  'cost_usd',
  'grid_zone',
  'grid_gco2e_per_kwh',
  'pue',
  'method',
  'refdb_version',
  ...METHOD_NAMES.map(columnOf).flatMap((name) => [`${name}_wh_low`, `${name}_wh`, `${name}_wh_high`]),
  'assumptions',
  'error',
];

const line = (cells: readonly (string | number)[]): string =>
  `${Papa.unparse([cells], { newline: '\r\n' })}\r\n`;

/** The header of a CSV: its columns, those of the output, and how its rows are read. */
export class CsvTable {
  private readonly columns: readonly string[];
  private readonly fields: readonly string[];
  private readonly delimiter: string;

  /** @throws UsageError for a column that is missing or stands twice */
  constructor(header: string, defaults: Defaults) {
    const { data, meta } = Papa.parse<string[]>(header);
    this.delimiter = meta.delimiter;
    this.columns = data[0] ?? [];
    for (const needed of ['model', 'input_tokens', 'output_tokens']) {
      const flag = COLUMNS[needed] ?? needed;
      const isThere = this.columns.includes(needed) || this.columns.includes(flag);
      if (!isThere && defaults.raw[flag] === undefined) {
        throw new UsageError(`the CSV has no column ${needed}: its first row must name the columns`);
      }
    }
    const twice = this.columns.find((name, at) => this.columns.indexOf(name) !== at);
    if (twice !== undefined) throw new UsageError(`the CSV has two columns ${twice}: name each once`);
    this.fields = [...this.columns, ...ADDED.filter((name) => !this.columns.includes(name))];
  }

  header(): string {
    return line(this.fields);
  }

  private read(text: string): Row {
    const { data, errors } = Papa.parse<string[]>(text, { delimiter: this.delimiter });
    const [problem] = errors;
    if (problem !== undefined) throw new UsageError(problem.message);
    const cells = data[0] ?? [];
    if (cells.length !== this.columns.length) {
      throw new UsageError(
        `it has ${cells.length} cells where the first row names ${this.columns.length} columns`,
      );
    }
    return Object.fromEntries(this.columns.map((name, at) => [name, cells[at] ?? '']));
  }

  /** A row with its estimate, or as it came with the reason why it has none. */
  priced(
    record: Numbered,
    defaults: Defaults,
    first: FirstRows,
  ): { readonly output: string; readonly problem: string | null } {
    let row: Row = {};
    const written = (cells: Row): string => line(this.fields.map((name) => String(cells[name] ?? '')));
    try {
      row = this.read(record.text);
      const priced = priceCsvRow(row, defaults);
      return { output: written({ ...row, ...cellsOf(priced, record.line, first) }), problem: null };
    } catch (error) {
      const problem = `row ${record.line}: ${reasonOf(error)}`;
      return { output: written({ ...row, error: problem }), problem };
    }
  }
}
