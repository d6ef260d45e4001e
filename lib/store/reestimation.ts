/**
 * The re-estimation job: an explicit run over all stored records in chunks. Each chunk and the cursor behind it
 * are one transaction, so that a worker may die at any moment and the next one goes on where it was.
 */
import Dexie from 'dexie';
import type { PromptRecord } from '../prompt';
import { type Database, reading, type Store, type UnknownRecord, writing } from './db';
import { type EstimateChange, writeEstimates } from './estimates';
import { isKnown } from './known';
import type { Reestimation, ReestimationChoices, Reprice, Repriced } from './reestimation-types';

/** Records of one transaction: long enough to be quick, short enough that a new prompt waits only for a moment. */
export const REESTIMATION_CHUNK = 500;

const KEY = 'reestimation';

async function storedJob(db: Database): Promise<Reestimation | null> {
  const row = await db.meta.get(KEY);
  return row?.key === KEY ? row.value : null;
}

const putJob = (db: Database, job: Reestimation): Promise<string> => db.meta.put({ key: KEY, value: job });

/** The last run, running or ended; null when there was none since all data was deleted. @throws StoreError */
export function reestimationState(store: Store): Promise<Reestimation | null> {
  return reading(store, storedJob);
}

/**
 * Starts a run over everything sent before now. While one is running it stays, with the choices it has.
 * @returns the running job, and whether it is this call's. @throws StoreError
 */
export function startReestimation(
  store: Store,
  choices: ReestimationChoices,
  nowSeconds: number,
): Promise<{ readonly job: Reestimation; readonly started: boolean }> {
  return writing(store, async (db) => {
    const current = await storedJob(db);
    if (current?.state === 'running') return { job: current, started: false };
    const job: Reestimation = {
      id: crypto.randomUUID(),
      state: 'running',
      choices,
      startedTime: nowSeconds,
      endedTime: null,
      total: await db.records.where('[startTime+id]').below([nowSeconds]).count(),
      visited: 0,
      changed: 0,
      skipped: 0,
      cursor: null,
      problem: null,
    };
    await putJob(db, job);
    return { job, started: true };
  });
}

/** Ends the running job; true when there was one. What it has converted stays. @throws StoreError */
export function cancelReestimation(store: Store, nowSeconds: number): Promise<boolean> {
  return end(store, nowSeconds, { state: 'cancelled', problem: null });
}

/** Notes that the running job cannot go on. @throws StoreError */
export function failReestimation(store: Store, problem: string, nowSeconds: number): Promise<boolean> {
  return end(store, nowSeconds, { state: 'failed', problem });
}

function end(
  store: Store,
  nowSeconds: number,
  how: Pick<Reestimation, 'state' | 'problem'>,
): Promise<boolean> {
  return writing(store, async (db) => {
    const job = await storedJob(db);
    if (job?.state !== 'running') return false;
    await putJob(db, { ...job, ...how, endedTime: nowSeconds });
    return true;
  });
}

/**
 * Converts the next chunk of the running job. Pending records are passed over: their next state is priced with
 * the current choices anyway.
 * @returns the job after it; null when none is running. @throws StoreError, and then nothing of the chunk is kept
 */
export function reestimateChunk(
  store: Store,
  reprice: Reprice,
  nowSeconds: number,
  size = REESTIMATION_CHUNK,
): Promise<Reestimation | null> {
  return writing(store, async (db) => {
    const job = await storedJob(db);
    if (job?.state !== 'running') return null;
    const rows = await rowsAfter(db, job, size);
    const changes: EstimateChange[] = [];
    const priced: Repriced[] = [];
    let skipped = 0;
    for (const before of rows.filter(isKnown)) {
      if (before.status === 'pending') continue;
      const result = reprice(before, job.choices);
      if (result === null) {
        skipped++;
        continue;
      }
      const { estimate, modelId, modelMatch } = result;
      changes.push({ before, update: { estimate, model: { modelId, modelMatch } } });
      priced.push(result);
    }
    await putMissingSets(db, priced);
    const changed = await writeEstimates(db, changes, nowSeconds);
    const last = rows.at(-1);
    const isEnd = rows.length < size || last === undefined;
    const visited = job.visited + rows.length;
    const after: Reestimation = {
      ...job,
      state: isEnd ? 'done' : 'running',
      endedTime: isEnd ? nowSeconds : null,
      // An import may have brought more while the job was running.
      total: Math.max(job.total, visited),
      visited,
      changed: job.changed + changed,
      skipped: job.skipped + skipped,
      cursor: last === undefined ? job.cursor : { time: last.startTime, id: last.id },
    };
    await putJob(db, after);
    return after;
  });
}

/** A row of the index by time: of a newer version perhaps, but with a time. */
type TimedRow = PromptRecord | (UnknownRecord & { readonly startTime: number });

const isTimed = (row: PromptRecord | UnknownRecord): row is TimedRow =>
  'startTime' in row && typeof row.startTime === 'number';

async function rowsAfter(db: Database, job: Reestimation, size: number): Promise<readonly TimedRow[]> {
  const { cursor, startedTime } = job;
  const rows = await db.records
    .where('[startTime+id]')
    .between(cursor === null ? [Dexie.minKey] : [cursor.time, cursor.id], [startedTime], false, false)
    .limit(size)
    .toArray();
  return rows.filter(isTimed);
}

async function putMissingSets(db: Database, priced: readonly Repriced[]): Promise<void> {
  const byKey = new Map(priced.map((result) => [result.estimate.factorSet, result]));
  const stored = await db.factorSets.bulkGet([...byKey.keys()]);
  const missing = [...byKey.values()].filter((_, index) => stored[index] === undefined);
  if (missing.length > 0) await db.factorSets.bulkPut(missing.map((result) => result.factorSet()));
}
