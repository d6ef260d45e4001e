/** What the working of one prompt shows, worked out from its record, its factor set and its other attempts. Pure. */
import { type WhatIf, whatIfs } from '../../../lib/otm';
import { choicesOf, type WorkedRecord, workRecord } from '../../../lib/pricing';
import type { PromptRecord } from '../../../lib/prompt';
import {
  type FactorOverrides,
  type Factors,
  factorsFor,
  type GridZone,
  type Model,
  models,
  resolveZone,
} from '../../../lib/refdb';
import type { FactorSet } from '../../../lib/store/types';

export interface Working extends WorkedRecord {
  /** The stored number was made with the same factors and gave the same result. */
  readonly asStored: boolean;
  readonly whatIfs: readonly WhatIf[];
  /** What the alternatives of these names are made with; null when there is none. */
  readonly smaller: Model | null;
  readonly cleaner: GridZone | null;
  /** Attempts of the task, this one included. */
  readonly attempts: number;
}

/** A large grid of low carbon that has many data centres; the example of a cleaner one. */
const CLEANER_ZONE = 'FRA';

/** A day-old price and a re-computed one differ by rounding at most. */
const SAME = 1e-9;

/** Tiers that a chat offers as its lighter choice. */
const LIGHTER: ReadonlySet<string> = new Set(['small', 'medium', 'large']);

/**
 * The provider's newest model on the prompt's day that is at most half as large, the smallest of those; null when
 * there is none.
 */
export function smallerModel(model: Model, time: number): Model | null {
  const day = new Date(time * 1000).toISOString().slice(0, 10);
  const [found] = models
    .filter(
      ({ provider, tier, release, totalParametersB }) =>
        provider === model.provider &&
        LIGHTER.has(tier) &&
        release <= day &&
        totalParametersB.central <= model.totalParametersB.central / 2,
    )
    .sort(
      (a, b) =>
        b.release.localeCompare(a.release) ||
        a.totalParametersB.central - b.totalParametersB.central ||
        // Of equals the plain one: a mode of its own ("Thinking") has the longer name.
        a.displayName.length - b.displayName.length,
    );
  return found ?? null;
}

/** Overrides without those that would hide the change. */
function without(overrides: FactorOverrides, names: ReadonlySet<string>): FactorOverrides {
  return Object.fromEntries(Object.entries(overrides).filter(([name]) => !names.has(name)));
}

const OF_MODEL: ReadonlySet<string> = new Set(['totalParameters', 'activeParameters', 'weightBits']);
const OF_GRID: ReadonlySet<string> = new Set(['gridGco2ePerKwh', 'wueOffSite']);

/** The person's own values in a factor set. */
function overridesOf({ values }: Factors): FactorOverrides {
  return Object.fromEntries(
    Object.values(values)
      .filter(({ overridden }) => overridden)
      .map(({ name, value }) => [name, value.central]),
  );
}

/**
 * @param set the record's factor set as stored; null when it is not stored
 * @param task all attempts of the record's task, itself included
 * @returns null when this version cannot price the record
 */
export function workOut(
  record: PromptRecord,
  set: Pick<FactorSet, 'assumptions'> | null,
  task: readonly PromptRecord[],
): Working | null {
  const choices = choicesOf(record, set);
  const worked = workRecord(record, choices);
  if (worked === null) return null;
  const { match, workload, factors, estimate } = worked;
  const overrides = overridesOf(factors);
  const zone = choices.gridZone === null ? null : resolveZone(choices.gridZone);
  const smaller = smallerModel(match.model, record.startTime);
  const cleaner = resolveZone(CLEANER_ZONE);
  const others = task.filter(({ id, status }) => id !== record.id && status !== 'pending');
  const stored = record.estimate.energyWh.central;
  return {
    ...worked,
    asStored:
      factors.key === record.estimate.factorSet &&
      Math.abs(estimate.energyWh.central - stored) <= SAME * Math.max(stored, 1e-12),
    whatIfs: whatIfs({
      workload,
      factors,
      smaller:
        smaller &&
        factorsFor(
          { model: smaller, guessed: false },
          { overrides: without(overrides, OF_MODEL), zone: zone?.code ?? null },
        ),
      cleaner: cleaner && factorsFor(match, { overrides: without(overrides, OF_GRID), zone: cleaner.code }),
      otherAttempts: others.map((other) => other.estimate),
    }),
    smaller,
    cleaner,
    attempts: others.length + 1,
  };
}
