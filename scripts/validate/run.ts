/** Prices every published figure with the estimators as they are, and says how far off each one is. */
import { METHOD_NAMES, type MethodName } from '../../lib/otm';
import { meanErrorFactor, meanRatio, rmsErrorFactor } from '../../lib/otm/compare';
import { estimatePrompt, type PromptEstimate } from '../../lib/otm/estimate';
import type { Workload } from '../../lib/otm/workload';
import type { Range } from '../../lib/prompt';
import { type Factor, type FactorOverrides, type Factors, factorsFor, knownModel } from '../../lib/refdb';
import { GPU_ONLY, HUNGRY_MODELS, leftOut, type NotPriced, type Setting, settingOf } from './settings';
import {
  type Hungry,
  hungryModels,
  type Measured,
  measuredConfigurations,
  type Published,
  publishedFigures,
} from './tables';

/** An estimator's name in the report. */
export type Estimator = 'otm-shared' | MethodName;
export const ESTIMATORS: readonly Estimator[] = ['otm-shared', ...METHOD_NAMES];

/** Methods that can leave host, idle capacity and PUE out, for figures of accelerators alone. */
const GPU_LEVEL: ReadonlySet<Estimator> = new Set(['otm-shared', 'silicon', 'joules-per-throughput']);

export interface PricedRow {
  readonly published: Published;
  readonly energyWh: number;
  readonly setting: Setting;
  readonly estimates: Partial<Readonly<Record<Estimator, Range>>>;
}

export interface UnpricedRow {
  readonly published: Published;
  readonly setting: NotPriced;
}

const plain: Omit<Workload, 'inputTokens' | 'outputTokens'> = {
  contextTokens: 0,
  cachedTokens: 0,
  reasoningTokens: 0,
  ttftSeconds: null,
  generationSeconds: null,
  thinking: { seen: false, statedSeconds: null },
  effort: null,
  secondsSinceLastTurn: null,
  tokenError: { low: 1, high: 1 },
  tokenMethod: 'exact',
  hiddenContext: 'none',
};

function valued(factor: Factor, value: Range, overridden: boolean): Factor {
  return { ...factor, value, overridden };
}

/** A stated batch: one number is exact; a span reaches half its width in ln, like the default's own convention. */
function withBatch(factors: Factors, batch: Range): Factors {
  const { values } = factors;
  const exponent = values.fitBatchExponent.value.central;
  const reach = (Math.abs(exponent) * Math.log(batch.high / batch.low)) / 2;
  return {
    ...factors,
    values: {
      ...values,
      batchSize: valued(values.batchSize, batch, batch.low === batch.high),
      spanBatchLn: valued(values.spanBatchLn, { low: reach, central: reach, high: reach }, true),
    },
  };
}

function priced(
  model: string,
  tokens: { readonly input: number; readonly output: number },
  overrides: FactorOverrides,
  batch: Range | null,
): PromptEstimate {
  const factors = factorsFor({ model: knownModel(model), guessed: false }, { overrides });
  return estimatePrompt(
    { ...plain, inputTokens: tokens.input, outputTokens: tokens.output },
    batch === null ? factors : withBatch(factors, batch),
  );
}

function allEstimates(setting: Setting, keepReserve: boolean): Partial<Record<Estimator, Range>> {
  const out = keepReserve && setting.boundary === 'facility' ? {} : leftOut(setting.boundary);
  const estimate = priced(setting.model, setting, { ...out, ...setting.factors }, setting.batch);
  const all: Partial<Record<Estimator, Range>> = { 'otm-shared': estimate.energyWh, ...estimate.methods };
  if (setting.boundary === 'facility') return all;
  return Object.fromEntries(
    ESTIMATORS.filter((name) => GPU_LEVEL.has(name)).map((name) => [name, all[name]]),
  );
}

/**
 * Published figures with their estimates, and those that cannot be priced with the reason.
 * @param keepReserve leaves the idle reserve in although the figures do not name it: to see what it matters
 */
export function runPublished(keepReserve = false): {
  readonly priced: readonly PricedRow[];
  readonly unpriced: readonly UnpricedRow[];
} {
  const rows: PricedRow[] = [];
  const unpriced: UnpricedRow[] = [];
  for (const published of publishedFigures()) {
    const setting = settingOf(published.id);
    if ('notPriced' in setting) unpriced.push({ published, setting });
    else if (published.energyWh !== null) {
      rows.push({
        published,
        energyWh: published.energyWh,
        setting,
        estimates: allEstimates(setting, keepReserve),
      });
    }
  }
  return { priced: rows, unpriced };
}

/** How one estimator does over rows: estimate over published, and published inside low to high. */
export interface Score {
  readonly estimator: Estimator;
  readonly rows: number;
  readonly errorFactor: number;
  readonly bias: number;
  readonly inside: number;
}

export function score(estimator: Estimator, rows: readonly PricedRow[]): Score | null {
  const pairs = rows.flatMap((row) => {
    const range = row.estimates[estimator];
    return range === undefined ? [] : [{ range, published: row.energyWh }];
  });
  if (pairs.length === 0) return null;
  const ratios = pairs.map(({ range, published }) => range.central / published);
  const inside = pairs.filter(({ range, published }) => range.low <= published && published <= range.high);
  return {
    estimator,
    rows: pairs.length,
    errorFactor: meanErrorFactor(ratios),
    bias: meanRatio(ratios),
    inside: inside.length / pairs.length,
  };
}

/** The rows that are scored. */
export function heldBack(rows: readonly PricedRow[]): readonly PricedRow[] {
  return rows.filter((row) => row.setting.role === 'held-back');
}

export interface MeasuredGroup {
  readonly name: string;
  readonly rows: number;
  readonly rms: number;
  readonly bias: number;
}

/** GPU joules per token as OTM-shared has them for a measured configuration. */
export function modelledJoules(measured: Measured): number {
  const native4Bit = measured.precision === 'mxfp4';
  const bits = native4Bit ? 4 : measured.precision === 'fp8' ? 8 : 16;
  return priced(
    'llama-3.1-70b',
    { input: 0, output: 1 },
    {
      ...GPU_ONLY,
      totalParameters: measured.totalB,
      activeParameters: measured.activeB,
      blackwellShare: measured.gpu === 'B200' ? 1 : 0,
      weightBits: bits,
    },
    { low: measured.batch, central: measured.batch, high: measured.batch },
  ).gpuJoulesPerOutputToken;
}

const inFit = ({ batch }: Measured): boolean => batch >= 4 && batch <= 600;

const GROUPS: readonly { readonly name: string; readonly of: (row: Measured) => boolean }[] = [
  { name: 'lm-arena-chat, batch 4 to 600', of: (row) => row.task === 'lm-arena-chat' && inFit(row) },
  { name: 'lm-arena-chat, other batches', of: (row) => row.task === 'lm-arena-chat' && !inFit(row) },
  {
    name: 'gpqa (reasoning), 8 and 16 bit, batch 4 to 600',
    of: (row) => row.task === 'gpqa' && row.precision !== 'mxfp4' && inFit(row),
  },
  {
    name: 'gpqa (reasoning), 8 and 16 bit, other batches',
    of: (row) => row.task === 'gpqa' && row.precision !== 'mxfp4' && !inFit(row),
  },
  { name: 'gpqa (reasoning), native 4 bit', of: (row) => row.task === 'gpqa' && row.precision === 'mxfp4' },
  { name: 'sourcegraph-fim (code completion)', of: (row) => row.task === 'sourcegraph-fim' },
];

/** ML.ENERGY by group; only the first was in the fit and has a goal. */
export function runMeasured(): readonly MeasuredGroup[] {
  const rows = measuredConfigurations().map((row) => ({
    row,
    ratio: modelledJoules(row) / row.joulesPerToken,
  }));
  return GROUPS.map(({ name, of }) => {
    const ratios = rows.filter(({ row }) => of(row)).map(({ ratio }) => ratio);
    return { name, rows: ratios.length, rms: rmsErrorFactor(ratios), bias: meanRatio(ratios) };
  }).filter(({ rows: count }) => count > 0);
}

const SIZES = [
  { name: 'short', input: 100, output: 300 },
  { name: 'medium', input: 1000, output: 1000 },
  { name: 'long', input: 10_000, output: 1500 },
] as const;

export interface HungryRow {
  readonly model: string;
  readonly size: string;
  readonly publishedWh: number;
  /** At the paper's batch of 8 on Hopper-class accelerators. */
  readonly sharedAtEight: Range;
  readonly shared: Range;
  readonly howHungry: Range | null;
}

function hungryRows({ model, wh }: Hungry): HungryRow[] {
  const id = HUNGRY_MODELS[model];
  if (id === undefined) return [];
  return SIZES.flatMap((size, at) => {
    const publishedWh = wh[at] ?? null;
    if (publishedWh === null) return [];
    const atDefault = priced(id, size, leftOut('facility'), null);
    const eight = priced(
      id,
      size,
      { ...leftOut('facility'), blackwellShare: 0 },
      { low: 8, central: 8, high: 8 },
    );
    return [
      {
        model,
        size: size.name,
        publishedWh,
        shared: atDefault.energyWh,
        sharedAtEight: eight.energyWh,
        howHungry: atDefault.methods['how-hungry'] ?? null,
      },
    ];
  });
}

/** "How Hungry is AI?" v6: shown, not scored, because its batch is 8. */
export function runHungry(): readonly HungryRow[] {
  return hungryModels().flatMap(hungryRows);
}
