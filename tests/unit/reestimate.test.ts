/** Re-estimation from the worker's side, over a real store and the real tables. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createReestimator } from '../../entrypoints/background/reestimate';
import { type PricingChoices, priceRecord } from '../../lib/pricing';
import type { PromptRecord } from '../../lib/prompt';
import { parseSettings, type Settings } from '../../lib/settings';
import {
  applyRecord,
  deleteAll,
  exportJson,
  getFactorSet,
  getRecord,
  importFile,
  type Reestimation,
  reestimateChunk,
  reestimationState,
  type Store,
  startReestimation,
} from '../../lib/store';
import { draftOf, estimateOf, expectRollupsOfRecords, freshStore, NOON, stored } from './store/testing';

const PROVIDERS_OWN: PricingChoices = { headline: 'otm-shared', gridZone: null, overrides: {} };
const SETTINGS: Settings = parseSettings(PROVIDERS_OWN);
const LATER = NOON + 1e6;
const CHUNK = 10;

let store: Store;
let settings: Settings;
let clock: number;
beforeEach(() => {
  store = freshStore();
  settings = SETTINGS;
  clock = LATER;
});

/** A worker over the store; `afterChunk` runs after each chunk and may be where it dies. */
const worker = (afterChunk: () => Promise<unknown> = async () => undefined) =>
  createReestimator({
    store,
    settings: async () => settings,
    now: () => clock,
    stayAwake: afterChunk,
    chunkSize: CHUNK,
  });

/** Starts a run and waits until it ends. */
async function run(models: 'keep' | 'look-up-guesses' = 'keep'): Promise<Reestimation | null> {
  const reestimator = worker();
  expect(await reestimator.start(models)).toBe(true);
  await reestimator.resume();
  return reestimationState(store);
}

/** `count` prompts a minute apart in one transaction, over three chats. */
async function seed(count: number): Promise<void> {
  const first = await stored(store, draftOf('seed'));
  const prompts: PromptRecord[] = Array.from({ length: count }, (_, index) => ({
    ...first,
    id: `p${index}`,
    taskId: `p${index}`,
    startTime: NOON + 60 * index,
    firstTokenTime: NOON + 60 * index + 1,
    lastTokenTime: NOON + 60 * index + 9,
    conversation: `chat ${index % 3}`,
    outputTokens: 100 + index,
  }));
  await importFile(store, JSON.stringify({ format: 'tokenprint', version: 1, prompts }), { mode: 'replace' });
}

const allRecords = async (): Promise<PromptRecord[]> => {
  const text = await (await exportJson(store, null)).text();
  return (JSON.parse(text) as { prompts: PromptRecord[] }).prompts;
};

/** A worker that the browser ends after its n-th chunk: nothing after that point ever runs. */
async function dieAfter(chunks: number): Promise<void> {
  let seen = 0;
  await new Promise<void>((dead) => {
    const mortal = worker(async () => {
      seen++;
      if (seen < chunks) return;
      dead();
      await new Promise(() => undefined);
    });
    void mortal.start('keep');
  });
}

describe('a run', () => {
  it('prices every stored prompt as a new one would be, keeps the former value, and says what made it', async () => {
    await seed(23);
    const before = await allRecords();
    const job = await run();
    expect(job).toMatchObject({ state: 'done', total: 23, visited: 23, changed: 23, skipped: 0 });
    expect(job?.endedTime).toBe(LATER);
    const after = await allRecords();
    expect(after).toHaveLength(23);
    for (const [index, record] of after.entries()) {
      const was = before[index];
      if (was === undefined) throw new Error('record missing');
      expect(record).toEqual({
        ...was,
        estimate: priceRecord(was, PROVIDERS_OWN, 'keep')?.estimate,
        formerEstimate: was.estimate,
      });
    }
    const set = await getFactorSet(store, after[0]?.estimate.factorSet ?? '');
    expect(set).toMatchObject({
      refdbVersion: after[0]?.estimate.refdbVersion,
      otmVersion: after[0]?.estimate.otmVersion,
      modelId: 'gpt-5',
    });
    await expectRollupsOfRecords(store);
  });

  it('changes nothing the second time, former values included', async () => {
    await seed(20);
    await run();
    const once = await allRecords();
    const bytes = await (await exportJson(store, null)).text();
    clock++;
    expect(await run()).toMatchObject({ state: 'done', visited: 20, changed: 0 });
    expect(await allRecords()).toEqual(once);
    expect(await (await exportJson(store, null)).text()).toBe(bytes);
  });

  it('uses the factors and the zone that the person has set, as they were at the start', async () => {
    await seed(CHUNK + 1);
    settings = { ...SETTINGS, gridZone: 'FRA', overrides: { pue: 2 } };
    const reestimator = worker(async () => {
      settings = SETTINGS;
    });
    await reestimator.start('keep');
    await reestimator.resume();
    const records = await allRecords();
    expect(records).toHaveLength(CHUNK + 1);
    for (const { estimate } of records) expect(estimate).toMatchObject({ pue: 2, gridZone: 'FRA' });
    await expectRollupsOfRecords(store);
  });

  it('with another headline alone keeps the numbers and what they were before', async () => {
    await seed(3);
    await run();
    const once = await allRecords();
    settings = { ...SETTINGS, headline: 'otm-v1' };
    expect(await run()).toMatchObject({ changed: 3 });
    expect(await allRecords()).toEqual(
      once.map((record) => ({ ...record, estimate: { ...record.estimate, method: 'otm-v1' } })),
    );
  });

  it('leaves prompts alone that are sent meanwhile or are still pending', async () => {
    await applyRecord(store, draftOf('old'));
    await applyRecord(store, draftOf('pending', { status: 'pending' }));
    await applyRecord(store, draftOf('new', { startTime: LATER + 1 }));
    expect(await run()).toMatchObject({ total: 2, visited: 2, changed: 1 });
    expect((await getRecord(store, 'old'))?.formerEstimate).not.toBeNull();
    expect((await getRecord(store, 'pending'))?.formerEstimate).toBeNull();
    expect((await getRecord(store, 'new'))?.formerEstimate).toBeNull();
    await expectRollupsOfRecords(store);
  });

  it('over an empty store is done at once', async () => {
    expect(await run()).toMatchObject({ state: 'done', total: 0, visited: 0, changed: 0 });
  });

  it('passes over what cannot be priced and counts it', async () => {
    await applyRecord(store, draftOf('fine'));
    await applyRecord(store, draftOf('absurd', { tokenError: { low: 0, high: 1 } }));
    await applyRecord(store, draftOf('foreign', { modelId: 'from-the-future', modelLabel: 'Zork' }));
    const before = await getRecord(store, 'foreign');
    expect(await run()).toMatchObject({ state: 'done', changed: 1, skipped: 2 });
    expect(await getRecord(store, 'foreign')).toEqual(before);
  });

  it('is one at a time: a second start leaves the first as it is', async () => {
    await seed(CHUNK * 2);
    await dieAfter(1);
    const first = await reestimationState(store);
    const reestimator = worker();
    expect(await reestimator.start('look-up-guesses')).toBe(false);
    await reestimator.resume();
    expect(await reestimationState(store)).toMatchObject({ id: first?.id, state: 'done' });
  });
});

describe('the model', () => {
  const guess = {
    modelId: 'unknown-chatgpt',
    modelMatch: 'unknown',
    modelLabel: 'GPT-5.2',
    estimate: estimateOf(0.1),
  } as const;

  it('stays the stored one', async () => {
    await applyRecord(store, draftOf('p', guess));
    await run('keep');
    const record = await getRecord(store, 'p');
    expect(record).toMatchObject({ modelId: 'unknown-chatgpt', modelMatch: 'unknown' });
    expect(record?.estimate.factorSet).toContain('unknown-chatgpt~');
  });

  it('is looked up again where it was a guess and the person asks for it, and the totals follow', async () => {
    await applyRecord(store, draftOf('guess', guess));
    await applyRecord(store, draftOf('by slug', { ...guess, modelLabel: 'gpt-5-2', modelSlug: 'gpt-5-2' }));
    await applyRecord(store, draftOf('sure', { modelLabel: 'GPT-5.2', modelMatch: 'label' }));
    await run('look-up-guesses');
    expect(await getRecord(store, 'guess')).toMatchObject({ modelId: 'gpt-5.2', modelMatch: 'label' });
    expect(await getRecord(store, 'by slug')).toMatchObject({ modelId: 'gpt-5.2', modelMatch: 'slug' });
    expect(await getRecord(store, 'sure')).toMatchObject({ modelId: 'gpt-5', modelMatch: 'label' });
    await expectRollupsOfRecords(store);
  });

  it('stays a guess when a second look finds nothing', async () => {
    await applyRecord(store, draftOf('p', { ...guess, modelLabel: 'Zebra' }));
    expect(await run('look-up-guesses')).toMatchObject({ skipped: 0, changed: 1 });
    expect(await getRecord(store, 'p')).toMatchObject({ modelId: 'unknown-chatgpt', modelMatch: 'unknown' });
  });
});

describe('a record without any name of its model', () => {
  it('becomes the default of its day where its model was unknown, and stays a guess', async () => {
    const time = Date.UTC(2025, 5, 1) / 1000;
    const nameless = { modelId: 'unknown-chatgpt', modelMatch: 'unknown', modelLabel: '' } as const;
    await applyRecord(store, draftOf('p', { ...nameless, startTime: time }));
    await run('look-up-guesses');
    expect(await getRecord(store, 'p')).toMatchObject({ modelId: 'gpt-4o', modelMatch: 'family' });
  });
});

describe('a stopped worker', () => {
  it.each([1, 2, 3])(
    'is followed by one that goes on after chunk %i, and nothing is lost',
    async (chunks) => {
      await seed(CHUNK * 3 + 7);
      await dieAfter(chunks);
      const left = await reestimationState(store);
      expect(left).toMatchObject({ state: 'running', visited: chunks * CHUNK });
      await expectRollupsOfRecords(store);
      await worker().resume();
      expect(await reestimationState(store)).toMatchObject({
        id: left?.id,
        state: 'done',
        visited: CHUNK * 3 + 7,
        changed: CHUNK * 3 + 7,
      });
      const records = await allRecords();
      expect(records).toHaveLength(CHUNK * 3 + 7);
      for (const record of records) expect(record.formerEstimate).toEqual(estimateOf(0.33));
      await expectRollupsOfRecords(store);
    },
  );

  it('is followed by one that a page wakes', async () => {
    await seed(CHUNK + 1);
    await dieAfter(1);
    const next = worker();
    expect(await next.isRunning()).toBe(true);
    await next.resume();
    expect(await next.isRunning()).toBe(false);
  });

  it('in the middle of a chunk leaves that chunk as it was', async () => {
    await seed(CHUNK + 10);
    await startReestimation(store, { ...PROVIDERS_OWN, models: 'keep' }, LATER);
    const before = await (await exportJson(store, null)).text();
    const reprice = vi.fn((record: PromptRecord) => {
      if (reprice.mock.calls.length > 7) throw new Error('stopped');
      return priceRecord(record, PROVIDERS_OWN, 'keep');
    });
    await expect(reestimateChunk(store, reprice, LATER, CHUNK)).rejects.toThrow('stopped');
    expect(await (await exportJson(store, null)).text()).toBe(before);
    expect(await reestimationState(store)).toMatchObject({ state: 'running', visited: 0, cursor: null });
    await expectRollupsOfRecords(store);
  });
});

describe('an end before the end', () => {
  it('by cancel keeps what is converted and says so; a new start does the rest', async () => {
    await seed(CHUNK * 2 + 1);
    const reestimator = worker(() => worker().cancel());
    await reestimator.start('keep');
    await reestimator.resume();
    expect(await reestimationState(store)).toMatchObject({
      state: 'cancelled',
      changed: CHUNK,
      endedTime: LATER,
    });
    const converted = (await allRecords()).filter(({ formerEstimate }) => formerEstimate !== null);
    expect(converted).toHaveLength(CHUNK);
    await expectRollupsOfRecords(store);
    expect(await run()).toMatchObject({ state: 'done', changed: CHUNK + 1 });
  });

  it('there is nothing to cancel when nothing runs', async () => {
    expect(await worker().cancel()).toBe(false);
    await seed(1);
    await run();
    expect(await worker().cancel()).toBe(false);
    expect(await reestimationState(store)).toMatchObject({ state: 'done' });
  });

  it('when all data is deleted, the run is gone with it', async () => {
    await seed(CHUNK * 2);
    const reestimator = worker(() => deleteAll(store));
    await reestimator.start('keep');
    await reestimator.resume();
    expect(await reestimationState(store)).toBeNull();
    expect(await allRecords()).toEqual([]);
  });

  it('when the store cannot go on, says why, and can be started again', async () => {
    await seed(2);
    let full = true;
    const db = await store.read();
    db.rollups.hook('updating', () => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await run()).toMatchObject({
      state: 'failed',
      visited: 0,
      problem: 'quota',
    });
    full = false;
    expect(await run()).toMatchObject({ state: 'done', changed: 2, problem: null });
  });
});
