/**
 * Each local day in one row: what its models add up to, whatever became of the prompts. A view of many days reads
 * as many rows, where the roll-ups have one for each site, model and ending of every day.
 */
import type { PromptRecord } from '../prompt';
import type { RollupRow } from './db';
import { combineSums, measuresOf, sumsOf, ZERO_SUMS } from './measures';
import type { DayMeasures, DayPart } from './types';

export const ZERO_DAY: DayMeasures = { count: 0, parts: {} };

type PartOf = Pick<DayPart, 'site' | 'modelId' | 'sums'>;

const oneDay = ({ site, modelId, sums }: PartOf): DayMeasures => ({
  count: sums.count,
  parts: { [`${site}|${modelId}`]: { site, modelId, sums } },
});

/** What one final record adds to its day. */
export const dayMeasuresOf = (record: PromptRecord): DayMeasures =>
  oneDay({ site: record.site, modelId: record.modelId, sums: sumsOf(measuresOf(record)) });

/** What a roll-up row of a day adds to it. */
export const dayMeasuresOfRow = ({ site, modelId, measures }: RollupRow): DayMeasures =>
  oneDay({ site, modelId, sums: sumsOf(measures) });

/** `a + sign * b`; a model that is left without records leaves too. */
export function combineDay(a: DayMeasures, b: DayMeasures, sign: 1 | -1): DayMeasures {
  const count = a.count + sign * b.count;
  if (count <= 0) return ZERO_DAY;
  const parts: Record<string, DayPart> = { ...a.parts };
  for (const [key, part] of Object.entries(b.parts)) {
    const sums = combineSums(parts[key]?.sums ?? ZERO_SUMS, part.sums, sign);
    if (sums.count > 0) parts[key] = { ...part, sums };
    else delete parts[key];
  }
  return { count, parts };
}
