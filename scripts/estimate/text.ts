import type { Assumption, Range } from '../../lib/prompt';
import type { Priced } from './price';

/** Three significant digits, without exponent where that stays short. */
export function figure(value: number): string {
  if (value === 0) return '0';
  const digits = value.toPrecision(3);
  return Math.abs(value) >= 1e-4 && Math.abs(value) < 1e7 ? String(Number(digits)) : digits;
}

/** Rows as columns of equal width: the first to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[], indent = '  '): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, cell.length);
    });
  return rows
    .map((row) =>
      (
        indent +
        row
          .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
          .join('  ')
      ).trimEnd(),
    )
    .join('\n');
}

const rangeCells = (range: Range): string[] => [range.low, range.central, range.high].map(figure);

function results({ estimate }: Priced): string {
  const { onSite, offSite } = estimate.waterMl;
  return table([
    ['', 'low', 'central', 'high', ''],
    ['energy', ...rangeCells(estimate.energyWh), 'Wh'],
    ['carbon', ...rangeCells(estimate.co2eGrams), 'gCO2e'],
    ['water', ...rangeCells(estimate.waterMl), 'mL'],
    ['  on site', '', figure(onSite), '', 'mL'],
    ['  off site', '', figure(offSite), '', 'mL'],
  ]);
}

function furtherResults({ estimate }: Priced): string {
  const rows = [
    ['per output token, facility', figure(estimate.joulesPerOutputToken), 'J'],
    ['per output token, GPU alone', figure(estimate.gpuJoulesPerOutputToken), 'J'],
    ['API list price', estimate.costUsd === null ? 'none' : figure(estimate.costUsd), 'US$'],
    ['electricity alone', figure(estimate.electricityUsd), 'US$'],
  ];
  return table(rows);
}

/** Lines that are in no figure above. */
function beside({ estimate }: Priced): string {
  const { networkWh, trainingGrams, embodiedGramsWithIdle, antarcticaTokens } = estimate.apart();
  return table([
    ['', 'low', 'central', 'high', ''],
    ['network, for the text alone', ...rangeCells(networkWh), 'Wh'],
    ['making the hardware, its time of service', '', figure(estimate.embodiedGrams), '', 'gCO2e'],
    ['making the hardware, idle time too', ...rangeCells(embodiedGramsWithIdle), 'gCO2e'],
    ['training, spread over all tokens to come', '', figure(trainingGrams), '', 'gCO2e'],
    ['normalised ("Antarctica") tokens of the answer', '', figure(antarcticaTokens), '', ''],
  ]);
}

function methods({ estimate }: Priced): string {
  const rows = Object.entries(estimate.methods).map(([name, range]) => [name, ...rangeCells(range), 'Wh']);
  return table([['', 'low', 'central', 'high', ''], ...rows]);
}

function causes({ estimate }: Priced): string {
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  const rows = Object.entries(estimate.rangeCauses()).map(([cause, { low, high }]) => [
    cause,
    percent(low),
    percent(high),
  ]);
  return table([['', 'low', 'high'], ...rows]);
}

/** Assumptions as lines: name and value in columns, the source after them. */
function listed(assumptions: readonly Assumption[]): string {
  const shown = assumptions.map(({ name, value, unit, source }) => {
    const text = typeof value === 'number' ? String(Number(value.toPrecision(7))) : value;
    return { name, text: unit === '' ? text : `${text} ${unit}`, source };
  });
  const name = Math.max(...shown.map((one) => one.name.length));
  const value = Math.max(...shown.map((one) => one.text.length));
  return shown
    .map((one) => `  ${one.name.padEnd(name)}  ${one.text.padEnd(value)}  ${one.source}`)
    .join('\n');
}

/** The estimate for a reader at a terminal. */
export function toText(priced: Priced): string {
  const { estimate, factors, request } = priced;
  const { workload } = request;
  const tokens = [
    `${workload.inputTokens} in`,
    ...(workload.contextTokens > 0
      ? [`${workload.contextTokens} context (${figure(estimate.cachedTokens)} cached)`]
      : []),
    ...(estimate.reasoningTokens.central > 0
      ? [`${figure(estimate.reasoningTokens.central)} reasoning`]
      : []),
    `${workload.outputTokens} out`,
  ].join(', ');
  const v1 = estimate.otmV1;
  const assumptions = estimate.assumptions();
  const others = assumptions.filter(({ name }) => name.includes('.'));
  const own = assumptions.filter(({ name }) => !name.includes('.'));
  const sections = [
    `${factors.model.displayName} (${factors.model.id}), tokens: ${tokens}`,
    `OTM-shared, about nine times in ten between low and high\n${results(priced)}`,
    `OTM v1.0 as published: single request, upper bound\n  ${figure(v1.energyWh)} Wh, ${figure(v1.co2eGrams)} gCO2e, ${v1.activeGpus} active accelerators (server ${figure(v1.serverWh)} Wh and accelerators ${figure(v1.gpuWh)} Wh before PUE)`,
    `Also\n${furtherResults(priced)}`,
    `Beside the total, in none of the figures above\n${beside(priced)}`,
    `Other methods on the same request\n${methods(priced)}`,
    ...(estimate.disclosure === null
      ? []
      : [
          `For comparison, published by the provider (not an estimate of this request)\n  ${estimate.disclosure.label}: ${figure(estimate.disclosure.energyWh)} Wh`,
        ]),
    `What makes the range wide (share by cause)\n${causes(priced)}`,
    `Assumptions (change any factor with --set NAME=VALUE)\n${listed(own)}`,
    `Inputs of the other methods\n${listed(others)}`,
    `Method ${estimate.versions.otm}, reference data ${estimate.versions.refdb}`,
  ];
  return `${sections.join('\n\n')}\n`;
}
