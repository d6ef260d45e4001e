import { daysBetween } from './days';
import { models } from './models';
import { defaultsBySite, modelIdsOf } from './names/defaults';
import { keyOf, parseName } from './names/parse';
import type { Model, Source } from './types';

/** Faults of the tables: a build with one of them fails. Each names its row. */
export function tableFaults(today: string, rows: readonly Model[] = models): readonly string[] {
  const faults: string[] = [];
  const check = (row: string, source: Source | null): void => {
    if (source === null || source.title.trim() === '') faults.push(`${row}: no source`);
    else if (source.date > today) faults.push(`${row}: its source is dated ${source.date}, which lies ahead`);
  };
  for (const model of rows) {
    check(model.id, model.source);
    for (const price of model.prices) check(`${model.id}, price from ${price.since}`, price.source);
    if (model.retired !== null) check(`${model.id}, retired ${model.retired.day}`, model.retired.source);
  }
  for (const { site, word, confirmed } of newestDefaults()) {
    if (confirmed > today) faults.push(`${site} "${word}": confirmed ${confirmed}, which lies ahead`);
  }
  return faults;
}

interface NewestDefault {
  readonly site: string;
  readonly word: string;
  readonly models: readonly string[];
  readonly confirmed: string;
}

function newestDefaults(): readonly NewestDefault[] {
  return Object.entries(defaultsBySite).flatMap(([site, rows]) =>
    [...rows].flatMap(([word, dated]) =>
      dated.flatMap((row) =>
        row.confirmed === null ? [] : { site, word, models: modelIdsOf(row), confirmed: row.confirmed },
      ),
    ),
  );
}

/** What somebody who keeps the tables has to look at. */
export interface TableReport {
  /** Newest defaults, with days since they were last seen to hold. */
  readonly defaults: readonly (NewestDefault & { readonly days: number })[];
  readonly retired: readonly { readonly model: string; readonly day: string }[];
  readonly unpriced: readonly string[];
  /** Names that several rows bear, with those rows from the oldest. */
  readonly ambiguous: readonly { readonly name: string; readonly models: readonly string[] }[];
}

/** Models of companies alone: open ones are priced by nobody in particular. */
const isClosed = ({ tier }: Model): boolean => tier !== 'open' && tier !== 'unknown';

/** The state of the tables on a day, YYYY-MM-DD. */
export function reportTables(today: string): TableReport {
  const closed = models.filter(isClosed);
  const byName = new Map<string, Set<string>>();
  for (const model of closed) {
    for (const name of [...model.labels, ...model.slugs]) {
      /* v8 ignore next -- @preserve: every name of the tables has words, which a test of the tables checks */
      const words = parseName(name)?.words ?? [];
      const key = `${model.provider}: ${keyOf(words)}`;
      byName.set(key, (byName.get(key) ?? new Set()).add(model.id));
    }
  }
  return {
    defaults: newestDefaults()
      .map((row) => ({ ...row, days: daysBetween(row.confirmed, today) }))
      .toSorted((a, b) => b.days - a.days),
    retired: closed.flatMap(({ id, retired }) => (retired === null ? [] : { model: id, day: retired.day })),
    unpriced: closed.filter(({ prices }) => prices.length === 0).map(({ id }) => id),
    ambiguous: [...byName].flatMap(([name, ids]) => (ids.size < 2 ? [] : { name, models: [...ids] })),
  };
}
