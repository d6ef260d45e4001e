import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import {
  applyRecord,
  findConversation,
  findResumable,
  getRecord,
  recordsOfTask,
  sweepPending,
} from '../../../lib/store';
import { draftOf, expectRollupsOfRecords, freshStore, NOON, stored, watchTraffic } from './testing';

describe('storing a state of a prompt', () => {
  it('stores it once however often it is delivered', async () => {
    const store = freshStore();
    const draft = draftOf('p1');
    expect((await applyRecord(store, draft)).kind).toBe('stored');
    expect((await applyRecord(store, draft)).kind).toBe('stale');
    await Promise.all([applyRecord(store, draftOf('p2')), applyRecord(store, draftOf('p2'))]);
    const db = await store.read();
    expect(await db.records.count()).toBe(2);
    expect((await db.rollups.get('all|chatgpt|gpt-5|complete'))?.measures.count).toBe(2);
  });

  it('keeps the latest state when states arrive in another order', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('p', { revision: 3, outputTokens: 300 }));
    expect((await applyRecord(store, draftOf('p', { revision: 2, status: 'pending' }))).kind).toBe('stale');
    await applyRecord(store, draftOf('p', { revision: 4, outputTokens: 350, modelId: 'gpt-5-thinking' }));
    expect(await getRecord(store, 'p')).toMatchObject({ status: 'complete', outputTokens: 350 });
    await expectRollupsOfRecords(store);
  });

  it('counts a pending prompt in no roll-up until it has ended', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('p', { status: 'pending', firstTokenTime: null, lastTokenTime: null }));
    const db = await store.read();
    expect(await db.rollups.count()).toBe(0);
    await applyRecord(store, draftOf('p', { revision: 2 }));
    expect(await db.rollups.count()).toBe(3);
    await expectRollupsOfRecords(store);
  });

  it('never touches a record of a newer version', async () => {
    const store = freshStore();
    const db = await store.read();
    const newer = { id: 'p', version: 99, startTime: NOON, shape: 'unknown' };
    await db.records.put(newer);
    expect((await applyRecord(store, draftOf('p', { revision: 9 }))).kind).toBe('stale');
    expect(await db.records.get('p')).toEqual(newer);
  });

  it('touches a number of rows that does not grow with the history', async () => {
    const store = freshStore();
    const traffic = await watchTraffic(store);
    const costs: number[] = [];
    for (let index = 0; index < 40; index++) {
      traffic.reset();
      await applyRecord(store, draftOf(`p${index}`, { startTime: NOON + index, turnKey: `turn-${index}` }));
      costs.push(traffic.read + traffic.written);
    }
    expect(costs[39]).toBeLessThanOrEqual(costs[1] ?? 0);
    expect(costs[39]).toBeLessThan(40);
  });
});

describe('the label of a chat', () => {
  it('is one for all prompts of a chat and another for the next chat', async () => {
    const store = freshStore();
    const first = await stored(store, draftOf('a1'));
    const second = await stored(store, draftOf('a2', { chat: { localId: 'other-tab', siteKey: 'site-1' } }));
    const other = await stored(store, draftOf('b1', { chat: { localId: 'page-2', siteKey: 'site-2' } }));
    expect(second.conversation).toBe(first.conversation);
    expect(other.conversation).not.toBe(first.conversation);
  });

  it('tells the same id on two sites apart', async () => {
    const store = freshStore();
    const gpt = await stored(store, draftOf('a', { chat: { localId: 'x', siteKey: 'same' } }));
    const claude = await stored(
      store,
      draftOf('b', { site: 'claude', chat: { localId: 'y', siteKey: 'same' } }),
    );
    expect(claude.conversation).not.toBe(gpt.conversation);
  });

  it('stays when the site gives the chat its id in the middle of the answer', async () => {
    const store = freshStore();
    const before = await stored(store, draftOf('p', { chat: { localId: 'page', siteKey: null } }));
    const after = await stored(
      store,
      draftOf('p', { revision: 2, chat: { localId: 'page', siteKey: 'new' } }),
    );
    const next = await stored(store, draftOf('q', { chat: { localId: 'reloaded', siteKey: 'new' } }));
    expect([after.conversation, next.conversation]).toEqual([before.conversation, before.conversation]);
  });

  it('is that of the site when the page thought it a new chat', async () => {
    const store = freshStore();
    const known = await stored(store, draftOf('a', { chat: { localId: 'one', siteKey: 'S' } }));
    const taken = await stored(store, draftOf('b', { chat: { localId: 'two', siteKey: null } }));
    expect(taken.conversation).not.toBe(known.conversation);
    const moved = await stored(store, draftOf('b', { revision: 2, chat: { localId: 'two', siteKey: 'S' } }));
    expect(moved.conversation).toBe(known.conversation);
    const label = await findConversation(store, { site: 'chatgpt', localId: 'two', siteKey: null });
    expect(label).toBe(known.conversation);
    await expectRollupsOfRecords(store);
  });

  it("leaves nothing of the site's ids in any table", async () => {
    const store = freshStore();
    await applyRecord(
      store,
      draftOf('p', { chat: { localId: 'l', siteKey: 'SECRET-CHAT' }, turnKey: 'SECRET-TURN' }),
    );
    const db = await store.read();
    const rows = await Promise.all(db.tables.map((table) => table.toArray()));
    expect(JSON.stringify(rows)).not.toMatch(/SECRET/);
    expect((await getRecord(store, 'p'))?.turnKeyHash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('tasks and attempts', () => {
  it('ties a retry by the prompt it names, and by the same turn of the same chat', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('p', { turnKey: 'turn' }));
    const named = await stored(store, draftOf('r', { startTime: NOON + 60, attemptOf: 'p' }));
    const sameTurn = await stored(
      store,
      draftOf('s', { startTime: NOON + 90, turnKey: 'turn', attemptKind: 'retry' }),
    );
    const retryOfRetry = await stored(store, draftOf('t', { startTime: NOON + 99, attemptOf: 's' }));
    const other = await stored(store, draftOf('u', { startTime: NOON + 99, turnKey: 'other' }));
    expect([named, sameTurn, retryOfRetry].map(({ taskId, attempt }) => [taskId, attempt])).toEqual([
      ['p', 2],
      ['p', 3],
      ['p', 4],
    ]);
    expect([other.taskId, other.attempt]).toEqual(['u', 1]);
  });

  it('does not tie a first attempt to what stood in the same place in another branch', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('p', { turnKey: 'row-2', attemptKind: 'first' }));
    const next = draftOf('q', { startTime: NOON + 60, turnKey: 'row-2', attemptKind: 'first' });
    expect((await stored(store, next)).taskId).toBe('q');
  });

  it('does not tie the same turn key of another chat', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('p', { turnKey: '0' }));
    const chat = { localId: 'second', siteKey: 'second' };
    expect((await stored(store, draftOf('q', { chat, turnKey: '0' }))).taskId).toBe('q');
  });

  it('keeps task and number when a later state of the attempt arrives', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('p'));
    await applyRecord(store, draftOf('r', { startTime: NOON + 1, attemptOf: 'p', status: 'pending' }));
    const done = await stored(store, draftOf('r', { startTime: NOON + 1, revision: 2 }));
    expect([done.taskId, done.attempt]).toEqual(['p', 2]);
  });

  it('numbers attempts by the time of sending, whatever order they arrive in', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('third', { startTime: NOON + 20, attemptOf: 'first' }));
    await applyRecord(store, draftOf('second', { startTime: NOON + 10, attemptOf: 'first' }));
    await applyRecord(store, draftOf('first'));
    const attempts = (await recordsOfTask(store, 'first')).map(({ id, attempt }) => [id, attempt]);
    expect(attempts).toEqual([
      ['first', 1],
      ['second', 2],
      ['third', 3],
    ]);
  });
});

describe('closing prompts whose page is gone', () => {
  const silent = { status: 'pending', firstTokenTime: null, lastTokenTime: null } as const;

  it('makes silent pending prompts interrupted, once', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('gone', { ...silent, updatedTime: NOON }));
    await applyRecord(store, draftOf('alive', { ...silent, updatedTime: NOON + 50 }));
    await applyRecord(store, draftOf('done'));
    expect(await sweepPending(store, NOON + 61)).toBe(1);
    expect(await sweepPending(store, NOON + 61)).toBe(0);
    expect((await getRecord(store, 'gone'))?.status).toBe('interrupted');
    expect((await getRecord(store, 'alive'))?.status).toBe('pending');
    await expectRollupsOfRecords(store);
  });

  it('closes at once what spoke before the browser or the extension started', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('before', { ...silent, updatedTime: NOON - 1 }));
    await applyRecord(store, draftOf('since', { ...silent, updatedTime: NOON + 1 }));
    expect(await sweepPending(store, NOON + 2, { sinceTime: NOON })).toBe(1);
    expect((await getRecord(store, 'before'))?.status).toBe('interrupted');
    expect((await getRecord(store, 'since'))?.status).toBe('pending');
    await expectRollupsOfRecords(store);
  });

  it('closes what spoke last before the clock was put back by an hour', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('p', { ...silent, updatedTime: NOON }));
    expect(await sweepPending(store, NOON - 3600)).toBe(1);
    expect((await getRecord(store, 'p'))?.status).toBe('interrupted');
  });

  it('says how long a prompt without any text was awaited, as far as its page lived', async () => {
    const store = freshStore();
    const empty = { ...silent, firstTokenTime: null, lastTokenTime: null, outputTextLength: 0 } as const;
    const waited = { waitedSeconds: 0.1, waitedForUserSeconds: 4, updatedTime: NOON + 25 };
    await applyRecord(store, draftOf('empty', { ...empty, ...waited, startTime: NOON }));
    await applyRecord(store, draftOf('older', { ...empty, startTime: NOON, updatedTime: NOON + 12 }));
    await applyRecord(store, draftOf('put back', { ...empty, startTime: NOON, updatedTime: NOON - 9 }));
    await applyRecord(store, draftOf('text', { ...empty, outputTextLength: 7, updatedTime: NOON + 12 }));
    await sweepPending(store, NOON + 100);
    expect(await getRecord(store, 'empty')).toMatchObject({ status: 'interrupted', waitedSeconds: 21 });
    expect((await getRecord(store, 'older'))?.waitedSeconds).toBe(12);
    expect((await getRecord(store, 'put back'))?.waitedSeconds).toBe(0);
    expect((await getRecord(store, 'text'))?.waitedSeconds).toBeNull();
  });

  it('goes on with no prompt that was tried again since and answered', async () => {
    const store = freshStore();
    const chat = { site: 'chatgpt', localId: 'new page', siteKey: 'site-1' } as const;
    const turn = { turnKey: 't' } as const;
    await applyRecord(store, draftOf('cut off', { ...turn, status: 'interrupted', startTime: NOON }));
    expect((await findResumable(store, chat, 't'))?.id).toBe('cut off');
    const again = { ...turn, attemptKind: 'retry', attemptOf: 'cut off', startTime: NOON + 60 } as const;
    await applyRecord(store, draftOf('again', again));
    expect(await findResumable(store, chat, 't')).toBeNull();
    const third = { ...again, status: 'interrupted', startTime: NOON + 120 } as const;
    await applyRecord(store, draftOf('third', third));
    expect((await findResumable(store, chat, 't'))?.id).toBe('third');
  });

  it('lets a page that comes back go on with the same record', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('p', { ...silent, turnKey: 't', updatedTime: NOON }));
    await sweepPending(store, NOON + 100);
    const chat = { site: 'chatgpt', localId: 'new page', siteKey: 'site-1' } as const;
    expect((await findResumable(store, chat, 't'))?.id).toBe('p');
    await applyRecord(store, draftOf('p', { revision: 2, turnKey: 't' }));
    expect((await getRecord(store, 'p'))?.status).toBe('complete');
    expect(await findResumable(store, chat, 't')).toBeNull();
    await expectRollupsOfRecords(store);
  });
});
