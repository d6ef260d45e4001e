/** Examples and a rebuild of the roll-ups, for tests only. */

import { expect } from 'vitest';
import type { PromptRecord, StoredEstimate } from '../../../lib/prompt';
import { RECORD_VERSION } from '../../../lib/prompt';
import { applyRecord } from '../../../lib/store/apply';
import { combineDay, dayMeasuresOf, ZERO_DAY } from '../../../lib/store/days';
import { type Database, openStore, type Store } from '../../../lib/store/db';
import { combineKind, kindMeasuresOf, kindOf, ZERO_KIND } from '../../../lib/store/kinds';
import { isKnown } from '../../../lib/store/known';
import { hourOfWeek, localDay, monthOf } from '../../../lib/store/local-time';
import { combine, measuresOf, ZERO_MEASURES } from '../../../lib/store/measures';
import { combineRework, NO_REWORK, taskOf } from '../../../lib/store/rework';
import type {
  DayMeasures,
  KindMeasures,
  Measures,
  RecordDraft,
  Rework,
  TaskSummary,
} from '../../../lib/store/types';

let stores = 0;

/** A store of its own for one test; fake-indexeddb must be loaded before. */
export const freshStore = (): Store => openStore(`test-${++stores}`);

/** 2026-11-21T12:00:00Z. */
export const NOON = Date.UTC(2026, 10, 21, 12) / 1000;

export function estimateOf(energyWh: number, change: Partial<StoredEstimate> = {}): StoredEstimate {
  const range = (central: number) => ({ low: central / 4, central, high: central * 4 });
  return {
    energyWh: range(energyWh),
    co2eGrams: range(energyWh * 0.4),
    waterMl: range(energyWh * 3),
    waterOnSiteMl: energyWh,
    waterOffSiteMl: energyWh * 2,
    otmV1EnergyWh: energyWh * 20,
    costUsd: 0.0031,
    reasoningTokens: 0,
    gridZone: 'USA',
    gridGco2ePerKwh: 384,
    pue: 1.15,
    method: 'otm-shared',
    refdbVersion: '2026-11',
    otmVersion: '1',
    factorSet: 'gpt-5@2026-11',
    rangeCauses: { batch: { low: 0.6, high: 0.5 }, fit: { low: 0.4, high: 0.5 } },
    ...change,
  };
}

/** A complete prompt on ChatGPT at noon; `change` makes it another. */
export function draftOf(id: string, change: Partial<RecordDraft> = {}): RecordDraft {
  const startTime = change.startTime ?? NOON;
  return {
    id,
    version: RECORD_VERSION,
    revision: 1,
    attemptKind: 'first',
    site: 'chatgpt',
    layout: 'chatgpt-a',
    chat: { localId: 'page-1', siteKey: 'site-1' },
    turnKey: null,
    attemptOf: null,
    status: 'complete',
    modelId: 'gpt-5',
    modelMatch: 'slug',
    modelLabel: 'GPT-5',
    startTime,
    firstTokenTime: startTime + 0.8,
    lastTokenTime: startTime + 4.8,
    utcOffsetMinutes: 0,
    inputTextLength: 400,
    outputTextLength: 1200,
    inputTokens: 100,
    contextTokens: 50,
    outputTokens: 300,
    tokenMethod: 'exact',
    tokenError: { low: 1, high: 1.15 },
    thinking: { seen: false, statedSeconds: null, textLength: 0 },
    context: { turns: 0, textLength: 0, complete: true },
    media: { inputFiles: 0, inputImages: 0, outputImages: 0 },
    timesThrottled: false,
    estimate: estimateOf(0.33),
    formerEstimate: null,
    updatedTime: startTime + 5,
    ...change,
  };
}

/** What a roll-up row of any table holds. */
export type RollupValue = Measures | KindMeasures | DayMeasures | TaskSummary | Rework;

/** Every roll-up row by table and key, as stored. */
export async function storedRollups(db: Database): Promise<Map<string, RollupValue>> {
  const rows = new Map<string, RollupValue>();
  for (const row of await db.rollups.toArray()) rows.set(`rollup ${row.key}`, row.measures);
  for (const row of await db.days.toArray()) rows.set(`day ${row.day}`, row.measures);
  for (const row of await db.hours.toArray()) rows.set(`hour ${row.key}`, row.measures);
  for (const row of await db.conversations.toArray()) rows.set(`chat ${row.conversation}`, row.measures);
  for (const row of await db.kinds.toArray()) rows.set(`kind ${row.key}`, row.measures);
  for (const row of await db.tasks.toArray()) rows.set(`task ${row.taskId}`, row);
  for (const row of await db.rework.toArray()) rows.set(`rework ${row.key}`, row.rework);
  return rows;
}

/** The same, computed from the records alone. */
export async function rebuiltRollups(db: Database): Promise<Map<string, RollupValue>> {
  const rows = new Map<string, Measures>();
  const kinds = new Map<string, KindMeasures>();
  const days = new Map<string, DayMeasures>();
  const tasks = new Map<string, PromptRecord[]>();
  const add = (key: string, record: PromptRecord) =>
    rows.set(key, combine(rows.get(key) ?? ZERO_MEASURES, measuresOf(record), 1));
  for (const record of (await db.records.toArray()).filter(isKnown)) {
    if (record.status === 'pending') continue;
    const day = localDay(record.startTime, record.utcOffsetMinutes);
    for (const period of [day, monthOf(day), 'all']) {
      add(`rollup ${period}|${record.site}|${record.modelId}|${record.status}`, record);
    }
    days.set(`day ${day}`, combineDay(days.get(`day ${day}`) ?? ZERO_DAY, dayMeasuresOf(record), 1));
    add(`hour ${hourOfWeek(record.startTime, record.utcOffsetMinutes)}|${record.site}`, record);
    add(`chat ${record.conversation}`, record);
    const kind = `kind ${kindOf(record)}|${record.site}|${record.modelId}`;
    kinds.set(kind, combineKind(kinds.get(kind) ?? ZERO_KIND, kindMeasuresOf(record), 1));
    tasks.set(record.taskId, [...(tasks.get(record.taskId) ?? []), record]);
  }
  return new Map<string, RollupValue>([...rows, ...kinds, ...days, ...rebuiltTasks(tasks)]);
}

/** Rows of tasks with several attempts, and their sums by site and chat. */
function rebuiltTasks(tasks: ReadonlyMap<string, readonly PromptRecord[]>): Map<string, RollupValue> {
  const rows = new Map<string, RollupValue>();
  const sums = new Map<string, Rework>();
  for (const [id, members] of tasks) {
    const task = taskOf(members);
    if (task === null) continue;
    rows.set(`task ${id}`, task);
    const one = { tasks: 1, attempts: task.attempts - 1, energyWh: task.reworkWh };
    for (const key of [`rework site|${task.site}`, `rework chat|${task.conversation}`]) {
      sums.set(key, combineRework(sums.get(key) ?? NO_REWORK, one, 1));
    }
  }
  return new Map([...rows, ...sums]);
}

/** Rows that went through the database since the last `reset`. */
export interface Traffic {
  read: number;
  written: number;
  reset(): void;
}

/** Counts rows read and written below Dexie. Call before the database is used. */
export async function watchTraffic(store: Store): Promise<Traffic> {
  const traffic: Traffic = {
    read: 0,
    written: 0,
    reset() {
      this.read = 0;
      this.written = 0;
    },
  };
  const db = await store.read();
  // A layer takes effect when the database is opened.
  db.close();
  db.use({
    stack: 'dbcore',
    name: 'traffic',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          get: (request) => {
            traffic.read++;
            return table.get(request);
          },
          getMany: (request) => {
            traffic.read += request.keys.length;
            return table.getMany(request);
          },
          query: async (request) => {
            const response = await table.query(request);
            traffic.read += response.result.length;
            return response;
          },
          openCursor: async (request) => {
            const cursor = await table.openCursor(request);
            if (cursor === null) return null;
            const next = cursor.continue.bind(cursor);
            traffic.read++;
            return Object.create(cursor, {
              continue: {
                value: (key?: unknown) => {
                  traffic.read++;
                  next(key);
                },
              },
            });
          },
          mutate: (request) => {
            traffic.written += 'values' in request ? request.values.length : 1;
            return table.mutate(request);
          },
        };
      },
    }),
  });
  await db.open();
  return traffic;
}

/** Fails the test unless the stored roll-ups are those of the records, up to rounding. */
export async function expectRollupsOfRecords(store: Store): Promise<void> {
  const db = await store.read();
  const [stored, rebuilt] = [await storedRollups(db), await rebuiltRollups(db)];
  expect([...stored.keys()].sort()).toEqual([...rebuilt.keys()].sort());
  for (const [key, measures] of rebuilt) expectClose(stored.get(key), measures, key);
}

/** Fails the test unless two measures are equal up to rounding, and none is negative. */
export function expectClose(actual: unknown, expected: unknown, path: string): void {
  if (typeof expected === 'number' && typeof actual === 'number') {
    expect(actual, path).toBeGreaterThanOrEqual(0);
    expect(Math.abs(actual - expected), path).toBeLessThanOrEqual(1e-9 * Math.max(1, expected));
    return;
  }
  if (typeof expected !== 'object' || expected === null || typeof actual !== 'object' || actual === null) {
    expect(actual, path).toEqual(expected);
    return;
  }
  expect(Object.keys(actual).sort(), path).toEqual(Object.keys(expected).sort());
  const values = new Map(Object.entries(actual));
  for (const [key, value] of Object.entries(expected)) expectClose(values.get(key), value, `${path} ${key}`);
}

/** The stored record; fails when a draft was ignored. */
export async function stored(store: Store, draft: RecordDraft): Promise<PromptRecord> {
  const result = await applyRecord(store, draft);
  if (result.kind === 'stale') throw new Error(`${draft.id} was ignored as stale`);
  return result.record;
}
