import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PromptStatus, SiteId } from '../../../lib/prompt';
import {
  applyRecord,
  deleteRecords,
  exportCsv,
  exportJson,
  getRecord,
  importFile,
  replaceEstimates,
  restoreRecords,
  type Store,
  sweepPending,
} from '../../../lib/store';
import { draftOf, estimateOf, expectRollupsOfRecords, freshStore, NOON, storedRollups } from './testing';

type Step = (store: Store) => Promise<unknown>;

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const apply: fc.Arbitrary<Step> = fc
  .record({
    id,
    revision: fc.integer({ min: 1, max: 6 }),
    status: fc.constantFrom<PromptStatus>('pending', 'complete', 'stopped', 'failed', 'interrupted'),
    site: fc.constantFrom<SiteId>('chatgpt', 'claude', 'gemini'),
    modelId: fc.constantFrom('one', 'two'),
    energyWh: fc.double({ min: 1e-6, max: 1e3, noNaN: true }),
    outputTokens: fc.integer({ min: 0, max: 1e5 }),
    startTime: fc.integer({ min: NOON, max: NOON + 40 * 86_400 }),
    utcOffsetMinutes: fc.constantFrom(-480, 0, 60, 765),
    answered: fc.boolean(),
    chat: fc.record({ localId: fc.constantFrom('x', 'y'), siteKey: fc.constantFrom(null, 'k', 'm') }),
    attemptOf: fc.option(id),
  })
  .map(({ answered, energyWh, ...fields }) => {
    const times = answered ? {} : { firstTokenTime: null, lastTokenTime: null };
    return (store) =>
      applyRecord(store, draftOf(fields.id, { ...fields, ...times, estimate: estimateOf(energyWh) }));
  });

const remove: fc.Arbitrary<Step> = fc
  .tuple(fc.array(id), fc.boolean())
  .map(([ids, undo]) => async (store) => {
    const removed = await deleteRecords(store, ids);
    if (undo) await restoreRecords(store, removed);
  });
const sweep: fc.Arbitrary<Step> = fc
  .nat(50 * 86_400)
  .map((after) => (store) => sweepPending(store, NOON + after));
const reimport: fc.Arbitrary<Step> = fc
  .record({
    csv: fc.boolean(),
    drop: fc.array(id),
    mode: fc.constantFrom('merge' as const, 'replace' as const),
  })
  .map(({ csv, drop, mode }) => async (store) => {
    const file = csv ? await exportCsv(store) : await exportJson(store, null);
    await deleteRecords(store, drop);
    await importFile(store, file, { mode });
  });
const reestimate: fc.Arbitrary<Step> = fc
  .tuple(id, fc.double({ min: 1e-6, max: 1e3, noNaN: true }), fc.string())
  .map(([which, energyWh, factorSet]) => async (store) => {
    const revision = (await getRecord(store, which))?.revision ?? 0;
    const estimate = estimateOf(energyWh, { factorSet });
    await replaceEstimates(store, [{ id: which, revision, estimate }], NOON);
  });

describe('roll-ups', () => {
  it('are the sums of the records after any sequence of changes, and gone after the last record', async () => {
    const steps = fc.array(fc.oneof({ weight: 5, arbitrary: apply }, remove, sweep, reimport, reestimate), {
      maxLength: 25,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const store = freshStore();
        for (const step of sequence) await step(store);
        await expectRollupsOfRecords(store);
        await deleteRecords(store, ['a', 'b', 'c', 'd', 'e']);
        expect((await storedRollups(await store.read())).size).toBe(0);
        store.close();
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('leave no residue and no negative sum when a large record leaves a small one', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('small', { estimate: estimateOf(1e-6) }));
    for (let round = 0; round < 50; round++) {
      await applyRecord(store, draftOf('large', { estimate: estimateOf(0.1 + round), revision: round }));
    }
    await deleteRecords(store, ['large']);
    await expectRollupsOfRecords(store);
  });

  it('keep the former estimate when a record is estimated anew, and change nothing the second time', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('p'));
    const update = { id: 'p', revision: 1, estimate: estimateOf(0.5, { factorSet: 'newer' }) };
    expect(await replaceEstimates(store, [update], NOON + 9)).toBe(1);
    expect(await replaceEstimates(store, [update], NOON + 9)).toBe(0);
    const record = await getRecord(store, 'p');
    expect(record?.estimate.energyWh.central).toBe(0.5);
    expect(record?.formerEstimate?.energyWh.central).toBe(0.33);
    await expectRollupsOfRecords(store);
  });
});
