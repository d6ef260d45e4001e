/**
 * Re-estimation of a long history in a real browser: progress moves, cancel works, a killed worker's successor goes
 * on, nothing is lost. `TOKENPRINT_REESTIMATE_RECORDS` sets another number of records.
 */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PricingChoices, priceRecord } from '../../lib/pricing';
import type { PromptRecord, SiteId } from '../../lib/prompt';
import { REESTIMATION_CHUNK, type Reestimation } from '../../lib/store';
import { type HourRow, openStore, type RollupRow, writing } from '../../lib/store/db';
import { RollupChange } from '../../lib/store/rollups';
import { draftOf, NOON } from '../unit/store/testing';
import { type Harness, launch, type Page } from './harness';

const COUNT = Number(process.env.TOKENPRINT_REESTIMATE_RECORDS ?? 5_000);
const BATCH = 2_000;
const CHOICES: PricingChoices = { headline: 'otm-shared', gridZone: null, overrides: {} };

const MODELS: readonly (readonly [SiteId, string, string])[] = [
  ['chatgpt', 'gpt-5', 'GPT-5'],
  ['claude', 'claude-sonnet-4.5', 'Sonnet 4.5'],
  ['gemini', 'gemini-3-pro', 'Pro'],
];

const repriced = (record: PromptRecord, choices: PricingChoices): PromptRecord => {
  const priced = priceRecord(record, choices, 'keep');
  if (priced === null) throw new Error(`${record.id} has no price`);
  return { ...record, estimate: priced.estimate };
};

/** The n-th prompt of a history of a year, priced with another PUE than now. */
function promptAt(index: number): PromptRecord {
  const [site, modelId, modelLabel] = MODELS[index % MODELS.length] ?? ['chatgpt', 'gpt-5', 'GPT-5'];
  const { chat: _chat, turnKey: _key, attemptOf: _of, ...fields } = draftOf(`p${index}`);
  const startTime = NOON - (COUNT - index) * Math.floor(31_536_000 / COUNT);
  const record: PromptRecord = {
    ...fields,
    site,
    modelId,
    modelLabel,
    taskId: `p${index}`,
    attempt: 1,
    conversation: `chat ${index % 199}`,
    turnKeyHash: null,
    startTime,
    firstTokenTime: startTime + 0.5 + (index % 7),
    lastTokenTime: startTime + 5 + (index % 31),
    inputTokens: 10 + (index % 500),
    outputTokens: 50 + (index % 900),
    updatedTime: startTime + 60,
  };
  return repriced(record, { ...CHOICES, overrides: { pue: 1.9 } });
}

interface Sums {
  readonly rollups: readonly RollupRow[];
  readonly hours: readonly HourRow[];
  readonly conversations: readonly unknown[];
}

let sums = 0;
/** The roll-ups of records by the store's own code. */
async function sumsOf(records: readonly PromptRecord[]): Promise<Sums> {
  return writing(openStore(`sums-${++sums}`), async (db) => {
    const change = new RollupChange();
    for (const record of records) change.replace(null, record);
    await change.write(db);
    return {
      rollups: await db.rollups.toArray(),
      hours: await db.hours.toArray(),
      conversations: await db.conversations.toArray(),
    };
  });
}

/** Puts rows into a table of the extension's database, as they are. */
const putRows = (page: Page, table: string, rows: readonly unknown[]): Promise<boolean> =>
  page.evaluate(
    ({ table, rows }) =>
      new Promise<boolean>((resolve, reject) => {
        const request = indexedDB.open('tokenprint');
        request.onsuccess = () => {
          const transaction = request.result.transaction(table, 'readwrite');
          for (const row of rows) transaction.objectStore(table).put(row);
          transaction.oncomplete = () => {
            request.result.close();
            resolve(true);
          };
          transaction.onerror = () => reject(transaction.error);
        };
      }),
    { table, rows },
  );

/** Rows of a table after a key, in the order of their keys, with the last key. */
interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly last: string | null;
}

/** Every row of a table, some thousand at a time; as text, since the driver copies objects value by value. */
async function rowsOf<Row>(page: Page, table: string): Promise<Row[]> {
  const all: Row[] = [];
  for (let after = ''; ; ) {
    const text = await page.evaluate(
      ({ table, after, limit }) =>
        new Promise<string>((resolve, reject) => {
          const request = indexedDB.open('tokenprint');
          request.onsuccess = () => {
            const store = request.result.transaction(table).objectStore(table);
            const range = IDBKeyRange.lowerBound(after, true);
            const keys = store.getAllKeys(range, limit);
            const rows = store.getAll(range, limit);
            rows.onsuccess = () => {
              request.result.close();
              resolve(JSON.stringify({ rows: rows.result, last: keys.result.at(-1) ?? null }));
            };
            rows.onerror = () => reject(rows.error);
          };
        }),
      { table, after, limit: BATCH },
    );
    const { rows, last } = JSON.parse(text) as Rows<Row>;
    all.push(...rows);
    if (rows.length < BATCH || last === null) return all;
    after = last;
  }
}

const ask = (page: Page, request: string, payload: unknown): Promise<unknown> =>
  page.evaluate(
    (message) => {
      const api = Reflect.get(globalThis, 'chrome') as {
        runtime: { sendMessage(message: unknown): Promise<unknown> };
      };
      return api.runtime.sendMessage(message);
    },
    { to: 'worker', request, payload },
  );

async function start(page: Page): Promise<void> {
  const reply = await ask(page, 'reestimate-start', { models: 'keep' });
  expect(reply).toEqual({ ok: true, value: { started: true } });
}

async function jobOf(page: Page): Promise<Reestimation> {
  const rows = await rowsOf<{ key: string; value: Reestimation }>(page, 'meta');
  const job = rows.find(({ key }) => key === 'reestimation')?.value;
  if (job === undefined) throw new Error('there is no run');
  return job;
}

/** Looks at the run until it satisfies; gives what was seen of its progress on the way. */
async function watch(page: Page, until: (job: Reestimation, progress: readonly number[]) => boolean) {
  const progress: number[] = [];
  for (const end = Date.now() + 600_000; ; ) {
    const job = await jobOf(page);
    if (job.visited !== progress.at(-1)) progress.push(job.visited);
    if (until(job, progress)) return { job, progress };
    if (Date.now() > end) throw new Error(`the run stands still: ${JSON.stringify(job)}`);
  }
}

/** Equal up to the last digits: two engines may round a logarithm differently, and sums know no order. */
function isClose(actual: unknown, expected: unknown): boolean {
  if (typeof actual === 'number' && typeof expected === 'number') {
    return Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
  }
  if (typeof actual !== 'object' || typeof expected !== 'object' || !actual || !expected) {
    return actual === expected;
  }
  const [values, others] = [Object.entries(expected), new Map(Object.entries(actual))];
  return values.length === others.size && values.every(([key, value]) => isClose(others.get(key), value));
}

/** Sets the person's own factors as the settings page does. */
const setFactors = (page: Page, overrides: Readonly<Record<string, number>>): Promise<void> =>
  page.evaluate(
    (settings) => {
      const api = Reflect.get(globalThis, 'chrome') as {
        storage: { local: { set(items: unknown): Promise<void> } };
      };
      return api.storage.local.set({ settings });
    },
    { overrides },
  );

/** Every record is there with the estimate it should have, and the stored sums are those of the records. */
async function expectAll(page: Page, expected: readonly PromptRecord[]): Promise<void> {
  const stored = new Map((await rowsOf<PromptRecord>(page, 'records')).map((row) => [row.id, row]));
  expect(stored.size).toBe(expected.length);
  const wrong = expected.filter(({ id, estimate }) => !isClose(stored.get(id)?.estimate, estimate));
  expect(wrong.slice(0, 2)).toEqual([]);
  const sums = await sumsOf(expected);
  for (const table of ['rollups', 'hours', 'conversations'] as const) {
    const rows = await rowsOf<unknown>(page, table);
    expect(rows).toHaveLength(sums[table].length);
    const off = sums[table].filter((row, index) => !isClose(rows[index], row));
    expect(off.slice(0, 2), table).toEqual([]);
  }
}

describe(`${COUNT} stored prompts in chromium`, () => {
  const before = Array.from({ length: COUNT }, (_, index) => promptAt(index));
  let harness: Harness;
  let page: Page;
  beforeAll(async () => {
    harness = await launch('chromium');
    page = await harness.openExtensionPage('popup.html');
    await page.waitForSelector('main');
    for (let start = 0; start < COUNT; start += BATCH) {
      await putRows(page, 'records', before.slice(start, start + BATCH));
    }
    for (const [table, rows] of Object.entries(await sumsOf(before))) await putRows(page, table, rows);
  }, 900_000);
  afterAll(async () => {
    await harness?.close();
  });

  it('are estimated anew although the worker is killed on the way', async () => {
    const begun = Date.now();
    await start(page);
    await watch(page, (_job, progress) => progress.length > 2);
    await harness.killWorker();
    const left = await jobOf(page);
    expect(left).toMatchObject({ state: 'running', total: COUNT });
    expect(await ask(page, 'reestimate-state', null)).toEqual({ ok: true, value: { running: true } });
    const { job } = await watch(page, ({ state }) => state !== 'running');
    expect(job).toMatchObject({
      id: left.id,
      state: 'done',
      total: COUNT,
      visited: COUNT,
      changed: COUNT,
      skipped: 0,
    });
    const seconds = (Date.now() - begun) / 1000;
    console.log(`${COUNT} records estimated anew in ${seconds.toFixed(1)} s, one kill included`);
    await expectAll(
      page,
      before.map((record) => repriced(record, CHOICES)),
    );
    const former = await rowsOf<PromptRecord>(page, 'records');
    expect(former.every(({ formerEstimate }) => formerEstimate?.pue === 1.9)).toBe(true);
  });

  it('stay as far as they came when the run is cancelled, and the next run does the rest', async () => {
    await setFactors(page, { pue: 1.5 });
    await start(page);
    await watch(page, ({ visited }) => visited >= 2 * REESTIMATION_CHUNK);
    expect(await ask(page, 'reestimate-cancel', null)).toEqual({ ok: true, value: { cancelled: true } });
    const cancelled = await jobOf(page);
    expect(cancelled.state).toBe('cancelled');
    expect(cancelled.changed).toBeLessThan(COUNT);
    const own = { ...CHOICES, overrides: { pue: 1.5 } };
    await expectAll(
      page,
      before.map((record, index) => repriced(record, index < cancelled.changed ? own : CHOICES)),
    );
    await start(page);
    const { job } = await watch(page, ({ state }) => state !== 'running');
    expect(job).toMatchObject({ state: 'done', changed: COUNT - cancelled.changed });
    await expectAll(
      page,
      before.map((record) => repriced(record, own)),
    );
  });
});
