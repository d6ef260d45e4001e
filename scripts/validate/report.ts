import { otmVersion } from '../../lib/otm';
import type { Range } from '../../lib/prompt';
import { refdbVersion } from '../../lib/refdb';
import { chatInsideFit, leaveModelsOut } from './left-out';
import type { Mark } from './plot';
import {
  ESTIMATORS,
  type HungryRow,
  heldBack,
  type MeasuredGroup,
  type PricedRow,
  runHungry,
  runMeasured,
  runPublished,
  type Score,
  score,
  type UnpricedRow,
} from './run';
import type { Role } from './settings';

const number = (value: number): string => String(Number(value.toPrecision(3)));
const times = (factor: number): string => `×${factor.toFixed(2)}`;
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const wh = ({ low, central, high }: Range): string =>
  `${number(low)} / **${number(central)}** / ${number(high)}`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const within = (row: PricedRow, range: Range): boolean =>
  range.low <= row.energyWh && row.energyWh <= range.high;

function rowsTable(rows: readonly PricedRow[]): string {
  return table(
    [
      'figure',
      'published Wh',
      'OTM-shared low / central / high',
      'ratio',
      'inside',
      'settings and the condition behind each',
    ],
    rows.map((row) => {
      const range = row.estimates['otm-shared'];
      if (range === undefined) return [row.published.id, number(row.energyWh), '', '', '', ''];
      return [
        `[${row.published.id}](${row.published.url})`,
        number(row.energyWh),
        wh(range),
        number(range.central / row.energyWh),
        within(row, range) ? 'yes' : 'no',
        row.setting.because,
      ];
    }),
  );
}

function scoreTable(scores: readonly Score[]): string {
  return table(
    ['method', 'rows', 'error factor', 'mean ratio', 'published inside its range'],
    scores.map((one) => [
      one.estimator,
      String(one.rows),
      times(one.errorFactor),
      number(one.bias),
      percent(one.inside),
    ]),
  );
}

function ratiosTable(rows: readonly PricedRow[]): string {
  return table(
    ['figure', ...ESTIMATORS],
    rows.map((row) => [
      row.published.id,
      ...ESTIMATORS.map((name) => {
        const range = row.estimates[name];
        return range === undefined ? '' : number(range.central / row.energyWh);
      }),
    ]),
  );
}

function measuredTable(groups: readonly MeasuredGroup[]): string {
  return table(
    ['task', 'configurations', 'rms error', 'mean ratio'],
    groups.map((group) => [group.name, String(group.rows), times(group.rms), number(group.bias)]),
  );
}

function hungryTable(rows: readonly HungryRow[]): string {
  return table(
    [
      'model',
      'query',
      'published Wh',
      'OTM-shared, default batch',
      'at the paper’s batch of 8',
      'ratio at 8',
      'our How Hungry form',
    ],
    rows.map((row) => [
      row.model,
      row.size,
      number(row.publishedWh),
      wh(row.shared),
      number(row.sharedAtEight.central),
      number(row.sharedAtEight.central / row.publishedWh),
      row.howHungry === null ? '' : number(row.howHungry.central),
    ]),
  );
}

function unpricedTable(rows: readonly UnpricedRow[]): string {
  const counted = new Map<string, string[]>();
  for (const { published, setting } of rows) {
    const why = `${setting.notPriced}${setting.role === 'calibration' ? ' (used for calibration)' : ''}`;
    const ids = counted.get(why) ?? [];
    ids.push(published.id);
    counted.set(why, ids);
  }
  return table(
    ['why not', 'figures'],
    [...counted].map(([why, ids]) => [why, ids.length > 6 ? `${ids.length} rows` : ids.join(', ')]),
  );
}

/** The two goals of the project, as measured now. */
export interface Goals {
  readonly heldBackErrorFactor: number;
  readonly heldBackInside: number;
  readonly chatRms: number;
  readonly chatRows: number;
}

function requiredScore(rows: readonly PricedRow[]): Score {
  const found = score('otm-shared', rows);
  if (found === null) throw new Error('no held-back row could be priced');
  return found;
}

/** What the extension itself shows of the report. */
export interface Summary {
  readonly otmVersion: string;
  readonly refdbVersion: string;
  readonly heldBack: { readonly figures: number; readonly errorFactor: number; readonly inside: number };
  readonly measured: { readonly configurations: number; readonly rms: number };
  readonly methods: readonly {
    readonly name: string;
    readonly figures: number;
    readonly errorFactor: number;
    readonly inside: number;
  }[];
}

/** Four digits: the same on every machine, whatever the last bit of a logarithm says. */
const stable = (value: number): number => Number(value.toPrecision(4));

function summaryOf(scores: readonly Score[], ours: Score, chat: MeasuredGroup): Summary {
  return {
    otmVersion,
    refdbVersion,
    heldBack: { figures: ours.rows, errorFactor: stable(ours.errorFactor), inside: stable(ours.inside) },
    measured: { configurations: chat.rows, rms: stable(chat.rms) },
    methods: scores.map(({ estimator, rows, errorFactor, inside }) => ({
      name: estimator,
      figures: rows,
      errorFactor: stable(errorFactor),
      inside: stable(inside),
    })),
  };
}

export interface Report {
  readonly markdown: string;
  readonly summary: Summary;
  readonly marks: readonly Mark[];
  readonly goals: Goals;
}

function marksOf(rows: readonly PricedRow[]): Mark[] {
  return rows.flatMap((row) => {
    const range = row.estimates['otm-shared'];
    if (range === undefined) return [];
    return [
      {
        label: row.published.id,
        group: row.setting.role,
        low: range.low / row.energyWh,
        central: range.central / row.energyWh,
        high: range.high / row.energyWh,
      },
    ];
  });
}

/** How many of the scored rows were measured, and how. */
function testedSentence(rows: readonly PricedRow[]): string {
  const of = (kind: RegExp): number => rows.filter(({ published }) => kind.test(published.kind)).length;
  const throughput = of(/throughput/);
  const measured = of(/measured/) - throughput;
  const rest = rows.length - measured - throughput;
  return `Of the ${rows.length} scored figures ${measured} was measured with a meter, ${throughput} are a measured throughput times the rated power of the servers, and ${rest} are modelled.`;
}

const met = (reached: boolean): string => (reached ? 'met' : '**not met**');

/** Runs everything and writes it up. The same functions serve the test that asserts the goals. */
export function makeReport(): Report {
  const { priced, unpriced } = runPublished();
  const held = heldBack(priced);
  const scores = ESTIMATORS.map((name) => score(name, held)).filter((one): one is Score => one !== null);
  const ours = requiredScore(held);
  const withReserve = requiredScore(heldBack(runPublished(true).priced));
  const groups = runMeasured();
  const left = leaveModelsOut(chatInsideFit());
  const chat = groups[0];
  if (chat === undefined) throw new Error('the ML.ENERGY table is empty');
  const by = (role: Role): readonly PricedRow[] => priced.filter((row) => row.setting.role === role);
  const goals = {
    heldBackErrorFactor: ours.errorFactor,
    heldBackInside: ours.inside,
    chatRms: chat.rms,
    chatRows: chat.rows,
  };
  const markdown = `# Validation

Written by \`npm run validate\` (method ${otmVersion}, reference data ${refdbVersion}); do not edit by hand.
Every estimator runs as it is in the extension over everything published that states enough to be priced.
*Ratio* is estimate over published; the *error factor* is the geometric mean of max(ratio, 1/ratio), so twice and
half weigh the same.

| goal | measured | |
| --- | --- | --- |
| held-back figures: error factor at most ×1.60 | ${times(goals.heldBackErrorFactor)} | ${met(goals.heldBackErrorFactor <= 1.6)} |
| held-back figures: at least 85 % inside low to high | ${percent(goals.heldBackInside)} | ${met(goals.heldBackInside >= 0.85)} |
| ML.ENERGY text chat, batch 4 to 600: rms at most ×1.35 | ${times(goals.chatRms)} over ${goals.chatRows} configurations | ${met(goals.chatRms <= 1.35)} |

**What was tested and what was not.** ${testedSentence(held)} Of closed models nothing independent exists: their rows
are other people’s models of them. Host, idle reserve and PUE are tested by no measured row; the measured ones are of
accelerators alone. The scatter of the fit in the range is that of models left out of it (×${Math.exp(left.rmsLn).toFixed(2)} rms over
${left.configurations} configurations of ${left.models} models, one left out at a time).

![OTM-shared over published energy, row by row](validation.svg)

## Held back: the scored figures

None of these was used to choose a default or a coefficient. Settings are what each row states; what it does not
state keeps its model’s default. Like is compared with like: a figure whose scope is the facility without an idle
reserve is priced without the reserve (\`provisionedIdle\` 1), one of accelerators alone without host, reserve and PUE.

${rowsTable(held)}

Seven figures are few: one row more or less outside the range moves the share by 14 points, and the boundary matters:
with the default reserve of 10 % left in, although none of the figures names one, the error factor is
${times(withReserve.errorFactor)} and ${percent(withReserve.inside)} are inside. Read the result as “typically within a factor of 1.5 to 1.6”.

## The other methods on the same figures

Measured in the same run. A method is scored only on rows that it has data for, so the numbers of rows differ;
figures of accelerators alone are given only to methods that can leave the rest out. Some of these figures come from
a method’s own authors (Epoch, EcoLogits, How Hungry), whose settings differ from those of the request.

${scoreTable(scores)}

Ratios row by row:

${ratiosTable(held)}

## Used for calibration

Agreement here shows nothing: these figures helped to choose the batch size, the host share and the idle reserve.

${rowsTable(by('calibration'))}

## ML.ENERGY Leaderboard v3.0

GPU joules per output token, formula over measurement, coefficients as published. The first group is what the fit was
made on; the others are outside it and have no goal. They show where not to trust the formula: very small and very
large batches, long reasoning traces, and answers of a few tokens, whose energy is mostly reading the prompt.

${measuredTable(groups)}

## Shown, not scored: one request alone

OTM-shared prices shared servers. For one request alone it falls back to the bandwidth rule of a single accelerator,
which is far below what an eight-accelerator node draws while seven of them wait.

${rowsTable(by('shown'))}

## Shown, not scored: How Hungry is AI? v6

Its batch is 8, ours 96; priced at 8 the two are comparable. Models whose hidden reasoning is not stated are left out.
The last column is our own run of the paper’s equation with the speeds of our model table instead of its 2025 draws.

${hungryTable(runHungry())}

## Not priced

${unpricedTable(unpriced)}
`;
  const summary = summaryOf(scores, ours, chat);
  return { markdown, summary, marks: marksOf([...held, ...by('calibration'), ...by('shown')]), goals };
}
