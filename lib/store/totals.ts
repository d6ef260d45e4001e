/** Totals and series, read from the roll-ups only: the cost does not grow with the number of records. */
import type { SiteId } from '../prompt';
import { type Database, type RollupRow, reading, type Store } from './db';
import { daysBefore, localDay, monthOf } from './local-time';
import { addMeasures, sumMeasures, ZERO_MEASURES } from './measures';
import type {
  HourOfWeekPoint,
  Measures,
  ModelTotals,
  Period,
  RecordFilter,
  SeriesPoint,
  Totals,
} from './types';

const isDay = (row: RollupRow): boolean => row.period.length === '2026-11-22'.length;

/** Rows of the local days `fromDay` to `toDay`; the few month rows that sort among them are left out. */
export async function dayRows(db: Database, fromDay: string, toDay: string): Promise<RollupRow[]> {
  if (fromDay > toDay) return [];
  return (await db.rollups.where('key').between(`${fromDay}|`, `${toDay}|\uffff`).toArray()).filter(isDay);
}

function totalsOf(rows: readonly RollupRow[]): Totals {
  const sumOf = (pick: (row: RollupRow) => boolean) =>
    sumMeasures(rows.filter(pick).map(({ measures }) => measures));
  const bySite = {
    chatgpt: sumOf(({ site }) => site === 'chatgpt'),
    claude: sumOf(({ site }) => site === 'claude'),
    gemini: sumOf(({ site }) => site === 'gemini'),
  };
  const byStatus = {
    complete: sumOf(({ status }) => status === 'complete'),
    stopped: sumOf(({ status }) => status === 'stopped'),
    failed: sumOf(({ status }) => status === 'failed'),
    interrupted: sumOf(({ status }) => status === 'interrupted'),
  };
  return { total: sumMeasures(Object.values(bySite)), bySite, byStatus };
}

/**
 * Totals of a period that ends with the local day of `nowSeconds`: `7d` is today and the six days before.
 * @throws StoreError
 */
export function periodTotals(
  store: Store,
  period: Period,
  nowSeconds: number,
  utcOffsetMinutes: number,
): Promise<Totals> {
  return reading(store, async (db) => {
    const today = localDay(nowSeconds, utcOffsetMinutes);
    switch (period) {
      case 'today':
        return totalsOf(await dayRows(db, today, today));
      case '7d':
        return totalsOf(await dayRows(db, daysBefore(today, 6), today));
      case '30d':
        return totalsOf(await dayRows(db, daysBefore(today, 29), today));
      case 'all':
        return totalsOf(await db.rollups.where('key').startsWith('all|').toArray());
    }
  });
}

/** Totals of the local days `fromDay` to `toDay`, both included. @throws StoreError */
export function dayTotals(store: Store, fromDay: string, toDay: string): Promise<Totals> {
  return reading(store, async (db) => totalsOf(await dayRows(db, fromDay, toDay)));
}

/** The local days of a period that ends with `today`, and of the one of the same length before it. */
export function periodDays(
  period: Exclude<Period, 'all'>,
  today: string,
): { readonly from: string; readonly to: string; readonly fromBefore: string; readonly toBefore: string } {
  const days = { today: 1, '7d': 7, '30d': 30 }[period];
  const from = daysBefore(today, days - 1);
  return { from, to: today, fromBefore: daysBefore(from, days), toBefore: daysBefore(from, 1) };
}

function seriesOf(rows: readonly RollupRow[]): SeriesPoint[] {
  const points = new Map<string, Map<SiteId, Measures[]>>();
  for (const { period, site, measures } of rows) {
    const sites = points.get(period) ?? new Map<SiteId, Measures[]>();
    sites.set(site, [...(sites.get(site) ?? []), measures]);
    points.set(period, sites);
  }
  return [...points]
    .map(([period, sites]) => {
      const bySite: Partial<Record<SiteId, Measures>> = {};
      for (const [site, measures] of sites) bySite[site] = sumMeasures(measures);
      return { period, bySite };
    })
    .sort((a, b) => (a.period < b.period ? -1 : 1));
}

/** Measures by local day and site, oldest first; days without records are absent. @throws StoreError */
export function dailySeries(store: Store, fromDay: string, toDay: string): Promise<readonly SeriesPoint[]> {
  return reading(store, async (db) => seriesOf(await dayRows(db, fromDay, toDay)));
}

/** Measures by local month (`2026-11`) and site, oldest first. @throws StoreError */
export function monthlySeries(
  store: Store,
  fromMonth: string,
  toMonth: string,
): Promise<readonly SeriesPoint[]> {
  return reading(store, async (db) => {
    return seriesOf(await monthRows(db, fromMonth, toMonth));
  });
}

/** Rows of the months `fromMonth` to `toMonth`, month by month: their days sort between the months' own rows. */
export async function monthRows(db: Database, fromMonth: string, toMonth: string): Promise<RollupRow[]> {
  const rows: RollupRow[] = [];
  for (let month = fromMonth; month <= toMonth; month = nextMonth(month)) {
    rows.push(...(await db.rollups.where('key').startsWith(`${month}|`).toArray()));
  }
  return rows;
}

/** Day 28 plus four is in the next month, whatever the month. */
const nextMonth = (month: string): string => monthOf(daysBefore(`${month}-28`, -4));

/** Measures of each model on each site over everything stored, most energy first. @throws StoreError */
export function modelTotals(store: Store): Promise<readonly ModelTotals[]> {
  return reading(store, async (db) => {
    const models = new Map<string, ModelTotals>();
    for (const { site, modelId, measures } of await db.rollups.where('key').startsWith('all|').toArray()) {
      const key = `${site}|${modelId}`;
      const sum = addMeasures(models.get(key)?.measures ?? ZERO_MEASURES, measures);
      models.set(key, { site, modelId, measures: sum });
    }
    return [...models.values()].sort((a, b) => b.measures.energyWh.central - a.measures.energyWh.central);
  });
}

/** Measures by hour of the local week and site. @throws StoreError */
export function hoursOfWeek(store: Store): Promise<readonly HourOfWeekPoint[]> {
  return reading(store, async (db) =>
    (await db.hours.toArray())
      .map(({ hour, site, measures }) => ({ hour, site, measures }))
      .sort((a, b) => a.hour - b.hour),
  );
}

/**
 * How many final records a filter leaves, where the roll-ups know it: null for a filter by time that does not
 * fall on whole local days, which the caller gives as `fromDay` and `toDay`. @throws StoreError
 */
export function countRecords(
  store: Store,
  filter: Pick<RecordFilter, 'site' | 'modelId' | 'conversation' | 'status'>,
  days: { readonly fromDay: string | null; readonly toDay: string | null },
): Promise<number | null> {
  return reading(store, async (db) => {
    const { site, modelId, conversation, status } = filter;
    const isTimed = days.fromDay !== null || days.toDay !== null;
    if (conversation !== undefined) {
      const narrowed = isTimed || site !== undefined || modelId !== undefined || status !== undefined;
      return narrowed ? null : ((await db.conversations.get(conversation))?.measures.count ?? 0);
    }
    const rows = isTimed
      ? await dayRows(db, days.fromDay ?? '0000-00-00', days.toDay ?? '9999-12-31')
      : await db.rollups.where('key').startsWith('all|').toArray();
    return rows
      .filter((row) => site === undefined || row.site === site)
      .filter((row) => modelId === undefined || row.modelId === modelId)
      .filter((row) => status === undefined || row.status === status)
      .reduce((sum, row) => sum + row.measures.count, 0);
  });
}
