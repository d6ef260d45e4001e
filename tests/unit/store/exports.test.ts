import 'fake-indexeddb/auto';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  applyRecord,
  deleteAll,
  deleteRecords,
  exportCsv,
  exportJson,
  getFactorSet,
  getRecord,
  importFile,
  previewImport,
  putFactorSet,
  type Store,
} from '../../../lib/store';
import { draftOf, estimateOf, expectRollupsOfRecords, freshStore, NOON } from './testing';

const HEADER =
  'id,task_id,attempt,started_at,site,conversation,model,model_label,status,input_tokens,context_tokens,reasoning_tokens,output_tokens,token_method,input_characters,output_characters,ttft_s,generation_s,total_s,output_tokens_per_s,energy_wh_low,energy_wh,energy_wh_high,co2e_g_low,co2e_g,co2e_g_high,water_ml_low,water_ml,water_ml_high,otm_v1_energy_wh,cost_usd,grid_zone,grid_gco2e_per_kwh,pue,method,refdb_version,waited_s,read_by,sent_seen,not_counted';

const csv = async (store: Store): Promise<string> => (await exportCsv(store)).text();
const json = async (store: Store): Promise<string> => (await exportJson(store, { badge: 'today' })).text();
const kindOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: { kind?: string }) => error.kind ?? String(error),
  );

/** Three prompts of two chats: answered, retried, and failed before its first token. */
async function filled(): Promise<Store> {
  const store = freshStore();
  await applyRecord(
    store,
    draftOf('late', { startTime: NOON + 60.25, attemptOf: 'early', attemptKind: 'retry' }),
  );
  await applyRecord(store, draftOf('early', { modelLabel: 'GPT-5, "Thinking"' }));
  await applyRecord(
    store,
    draftOf('failed', {
      site: 'gemini',
      status: 'failed',
      startTime: NOON + 120,
      firstTokenTime: null,
      lastTokenTime: null,
      chat: { localId: 'x', siteKey: 'x' },
      modelLabel: '',
      estimate: estimateOf(2.5e-7, { costUsd: null }),
      waitedSeconds: 12.5,
      waitedForUserSeconds: 0,
      firstTokenWidthSeconds: null,
      lastTokenWidthSeconds: null,
      sentSeen: true,
      notCounted: ['report-frame', 'canvas'],
      readBy: 'layout',
    }),
  );
  await applyRecord(store, draftOf('running', { startTime: NOON + 180, status: 'pending' }));
  await putFactorSet(store, {
    key: 'gpt-5@2026-11',
    refdbVersion: '2026-11',
    otmVersion: '1',
    modelId: 'gpt-5',
    assumptions: [{ name: 'pue', value: 1.15, unit: '', source: 'provider' }],
  });
  return store;
}

describe('the CSV', () => {
  it('is the contract to the byte', async () => {
    const store = await filled();
    const [early, failed] = [await getRecord(store, 'early'), await getRecord(store, 'failed')];
    expect(await csv(store)).toBe(
      [
        HEADER,
        `early,early,1,2026-11-21T12:00:00.000Z,chatgpt,${early?.conversation},gpt-5,"GPT-5, ""Thinking""",complete,100,50,0,300,exact,400,1200,0.8,4,4.8,75,0.0825,0.33,1.32,0.033,0.132,0.528,0.2475,0.99,3.96,6.6,0.0031,USA,384,1.15,otm-shared,2026-11,,,,`,
        `late,early,2,2026-11-21T12:01:00.250Z,chatgpt,${early?.conversation},gpt-5,GPT-5,complete,100,50,0,300,exact,400,1200,0.8,4,4.8,75,0.0825,0.33,1.32,0.033,0.132,0.528,0.2475,0.99,3.96,6.6,0.0031,USA,384,1.15,otm-shared,2026-11,,,,`,
        `failed,failed,1,2026-11-21T12:02:00.000Z,gemini,${failed?.conversation},gpt-5,,failed,100,50,0,300,exact,400,1200,,,,,0.0000000625,0.00000025,0.000001,0.000000025,0.0000001,0.0000004,0.0000001875,0.00000075,0.000003,0.000005,,USA,384,1.15,otm-shared,2026-11,12.5,layout,yes,report-frame;canvas`,
        '',
      ].join('\r\n'),
    );
  });

  it('is read as well without the columns that came later', async () => {
    const store = await filled();
    const rows = (await csv(store)).split('\r\n').map((row) => row.split(',').slice(0, -4).join(','));
    const copy = freshStore();
    await importFile(copy, rows.join('\r\n'), { mode: 'merge' });
    const late = await getRecord(copy, 'late');
    expect(late).toMatchObject({ status: 'complete', outputTokens: 300 });
    expect([late?.waitedSeconds, late?.sentSeen, late?.readBy, late?.notCounted]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('refuses a word that no later column has, and names the row', async () => {
    const store = await filled();
    const text = (await csv(store)).replace('layout,yes,report-frame;canvas', 'layout,perhaps,report-frame');
    const problem = await importFile(freshStore(), text, { mode: 'merge' }).then(
      () => null,
      (error: unknown) => error,
    );
    expect(problem).toMatchObject({
      kind: 'invalid-import',
      fault: { code: 'damaged-field', params: { row: 4, field: 'sentSeen' } },
    });
  });

  it('has its header even when nothing is stored', async () => {
    expect(await csv(freshStore())).toBe(`${HEADER}\r\n`);
  });

  it('leaves the speed empty when everything came at once', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('p', { firstTokenTime: NOON + 1, lastTokenTime: NOON + 1 }));
    const [, row = ''] = (await csv(store)).split('\r\n');
    expect(row.split(',').slice(16, 20)).toEqual(['1', '0', '1', '']);
  });

  it('has no duration of what nobody saw, and makes none when it is read again', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('p', { firstTokenTime: NOON + 1, lastTokenTime: null }));
    await applyRecord(store, draftOf('q', { firstTokenTime: null, lastTokenTime: null }));
    const text = await csv(store);
    const times = text.split('\r\n').map((row) => row.split(',').slice(16, 20));
    expect(times.slice(1, 3)).toEqual([
      ['1', '', '', ''],
      ['', '', '', ''],
    ]);
    const copy = freshStore();
    await importFile(copy, text, { mode: 'merge' });
    expect(await getRecord(copy, 'p')).toMatchObject({ firstTokenTime: NOON + 1, lastTokenTime: null });
    await expectRollupsOfRecords(copy);
  });

  it('shows no negative duration after a clock that jumped back', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('p', { firstTokenTime: NOON - 5, lastTokenTime: NOON - 4 }));
    const [, row = ''] = (await csv(store)).split('\r\n');
    expect(row.split(',').slice(16, 19)).toEqual(['0', '1', '0']);
  });

  it.each([
    ['=cmd()', "'=cmd()"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ["'=1", "''=1"],
    ["'quoted' name", "'quoted' name"],
    ['GPT-5', 'GPT-5'],
  ])('neutralises %j in a label, and import gives it back', async (modelLabel, cell) => {
    const store = freshStore();
    await applyRecord(store, draftOf('p', { modelLabel }));
    const text = await csv(store);
    expect(Papa.parse<Record<string, string>>(text, { header: true }).data[0]?.model_label).toBe(cell);
    const copy = freshStore();
    await importFile(copy, text, { mode: 'merge' });
    expect((await getRecord(copy, 'p'))?.modelLabel).toBe(modelLabel);
  });

  it('comes back as far as its columns know, and gives the same CSV again', async () => {
    const store = await filled();
    const text = await csv(store);
    const copy = freshStore();
    const report = await importFile(copy, new Blob([text]), { mode: 'merge' });
    expect(report).toMatchObject({ kind: 'csv', records: 3, added: 3, replaced: 0, kept: 0 });
    expect(await csv(copy)).toBe(text);
    expect((await getRecord(copy, 'late'))?.estimate.factorSet).toBe('imported');
    await expectRollupsOfRecords(copy);
  });

  it('never overwrites what a store knows better', async () => {
    const store = await filled();
    const before = await json(store);
    const report = await importFile(store, await csv(store), { mode: 'merge' });
    expect(report).toMatchObject({ added: 0, replaced: 0, kept: 3 });
    expect(await json(store)).toBe(before);
  });
});

describe('the JSON', () => {
  it('restores everything, byte for byte', async () => {
    const store = await filled();
    const text = await json(store);
    const copy = freshStore();
    const report = await importFile(copy, new Blob([text]), { mode: 'replace' });
    expect(report).toMatchObject({ kind: 'json', added: 3, removed: 0, settings: { badge: 'today' } });
    expect(await json(copy)).toBe(text);
    expect((await getFactorSet(copy, 'gpt-5@2026-11'))?.assumptions).toHaveLength(1);
    await deleteAll(store);
    await importFile(store, text, { mode: 'merge' });
    expect(await json(store)).toBe(text);
    await expectRollupsOfRecords(store);
  });

  it('is the same for the same data, whenever it is made, and says when the data last changed', async () => {
    const store = await filled();
    expect(await json(store)).toBe(await json(store));
    expect(JSON.parse(await json(store))).toMatchObject({
      format: 'tokenprint',
      version: 1,
      exportedAt: '2026-11-21T12:03:05.000Z',
    });
    expect(JSON.parse(await json(freshStore()))).toMatchObject({ exportedAt: null, prompts: [] });
  });

  it('keeps the label of a chat that goes on after the import', async () => {
    const store = await filled();
    const copy = freshStore();
    await importFile(copy, await json(store), { mode: 'merge' });
    const draft = draftOf('next', { chat: { localId: 'another page', siteKey: 'site-1' } });
    const result = await applyRecord(copy, draft);
    expect(result.kind === 'stored' && result.record.conversation).toBe(
      (await getRecord(store, 'early'))?.conversation,
    );
  });

  it('merges by id and keeps the later state', async () => {
    const store = await filled();
    const text = await json(store);
    await applyRecord(store, draftOf('late', { startTime: NOON + 60.25, revision: 5, outputTokens: 999 }));
    await deleteRecords(store, ['early']);
    expect(await previewImport(store, text)).toMatchObject({ records: 3, added: 1, replaced: 0, kept: 2 });
    await importFile(store, text, { mode: 'merge' });
    expect((await getRecord(store, 'late'))?.outputTokens).toBe(999);
    expect(await getRecord(store, 'early')).not.toBeNull();
    await expectRollupsOfRecords(store);
  });

  it('replaces everything when asked to', async () => {
    const store = await filled();
    const text = await json(store);
    await applyRecord(store, draftOf('extra'));
    const replace = { mode: 'replace' } as const;
    expect(await previewImport(store, text, replace)).toMatchObject({ added: 3, removed: 5 });
    expect(await importFile(store, text, replace)).toMatchObject({ added: 3, removed: 5 });
    expect(await getRecord(store, 'extra')).toBeNull();
    expect(await json(store)).toBe(text);
    await expectRollupsOfRecords(store);
  });

  it('carries records of a newer version untouched', async () => {
    const store = await filled();
    const newer = { id: 'future', version: 7, startTime: NOON, tokens: { shape: 'unknown' } };
    await (await store.read()).records.put(newer);
    const text = await json(store);
    expect(JSON.parse(text).prompts.at(-1)).toEqual(newer);
    const copy = freshStore();
    expect(await importFile(copy, text, { mode: 'merge' })).toMatchObject({ unknown: 1, added: 4 });
    expect(await json(copy)).toBe(text);
    expect(await csv(copy)).not.toContain('future');
  });
});

describe('a file that is not right', () => {
  it.each([
    ['empty', ''],
    ['no export', '{"a": 1}'],
    ['a list', '[]'],
    ['prose', 'Dear diary,'],
    ['another CSV', 'name,age\r\nx,1\r\n'],
  ])('is refused: %s', async (_name, text) => {
    const store = await filled();
    const before = await json(store);
    expect(await kindOf(previewImport(store, text))).toBe('invalid-import');
    expect(await kindOf(importFile(store, text, { mode: 'replace' }))).toBe('invalid-import');
    expect(await json(store)).toBe(before);
  });

  it('is refused whole when it is cut off or one record in it is damaged', async () => {
    const store = await filled();
    const before = await json(store);
    const cut = before.slice(0, -200);
    const damaged = before.replace('"startTime":1795262520', '"startTime":"noon"');
    const negative = (await csv(store)).replace(',0.33,', ',-0.33,');
    expect(damaged).not.toBe(before);
    for (const text of [cut, damaged, negative]) {
      expect(await kindOf(importFile(store, text, { mode: 'replace' }))).toBe('invalid-import');
    }
    expect(await json(store)).toBe(before);
    await expect(previewImport(store, damaged)).rejects.toMatchObject({
      fault: { code: 'damaged-prompt', params: { number: 3, field: 'startTime' } },
    });
    await expect(previewImport(store, negative)).rejects.toMatchObject({
      fault: { code: 'damaged-field', params: { row: 2 } },
    });
  });

  it('is refused politely when a newer version wrote it', async () => {
    const store = await filled();
    const before = await json(store);
    const newer = before.replace('"version": 1', '"version": 2');
    expect(await kindOf(importFile(store, newer, { mode: 'merge' }))).toBe('newer-version');
    await expect(importFile(store, newer, { mode: 'merge' })).rejects.toThrow(/Update the extension/);
    expect(await json(store)).toBe(before);
  });
});
