/** The recorded prompts as a table for the terminal. */
import type { PromptRecord, Range } from '../../lib/prompt';

const two = (value: number): string =>
  new Intl.NumberFormat('en', { maximumSignificantDigits: 2 }).format(value);
const range = ({ low, central, high }: Range): string => `${two(low)} – ${two(central)} – ${two(high)}`;
const seconds = (from: number | null, to: number | null): string =>
  from === null || to === null ? '–' : (to - from).toFixed(2);

const COLUMNS: readonly (readonly [string, (record: PromptRecord) => string])[] = [
  ['site', (record) => record.site],
  ['model', (record) => record.modelId],
  ['status', (record) => record.status],
  ['in', (record) => String(record.inputTokens)],
  ['context', (record) => String(record.contextTokens)],
  ['thinking', (record) => two(record.estimate.reasoningTokens)],
  ['out', (record) => String(record.outputTokens)],
  ['tokens by', (record) => record.tokenMethod],
  ['TTFT s', (record) => seconds(record.startTime, record.firstTokenTime)],
  ['gen. s', (record) => seconds(record.firstTokenTime, record.lastTokenTime)],
  ['energy Wh', (record) => range(record.estimate.energyWh)],
  ['CO2e g', (record) => range(record.estimate.co2eGrams)],
  ['water mL', (record) => range(record.estimate.waterMl)],
  ['OTM v1.0 Wh', (record) => two(record.estimate.otmV1EnergyWh)],
];

export function table(records: readonly PromptRecord[]): string {
  const rows = [
    COLUMNS.map(([title]) => title),
    ...records.map((record) => COLUMNS.map(([, cell]) => cell(record))),
  ];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  const [head, ...body] = rows.map(line);
  return [head, '-'.repeat(head?.length ?? 0), ...body].join('\n');
}
