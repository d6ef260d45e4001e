/** The popup and the dashboard over the real store: live numbers, the tab's state, and the ways in and out. */
import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PromptRecord } from '../../lib/prompt';
import { chatUrl, sampleChatId } from '../sites/config';
import { BROWSER_NAMES, type Harness, launch, type Page } from './harness';
import { until } from './harness/until';
import { chooseFile, clickNamed, openReader, type Reader, save, shown, untilShown } from './reader';

/** The contract's columns, written out: they may grow at the end, and never change. */
const HEADER =
  'id,task_id,attempt,started_at,site,conversation,model,model_label,status,input_tokens,context_tokens,reasoning_tokens,output_tokens,token_method,input_characters,output_characters,ttft_s,generation_s,total_s,output_tokens_per_s,energy_wh_low,energy_wh,energy_wh_high,co2e_g_low,co2e_g,co2e_g_high,water_ml_low,water_ml,water_ml_high,otm_v1_energy_wh,cost_usd,grid_zone,grid_gco2e_per_kwh,pue,method,refdb_version,waited_s,read_by,sent_seen,not_counted';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const CHAT_ID = sampleChatId('claude', 5);

describe.each(BROWSER_NAMES)('in %s', (browser) => {
  let harness: Harness;
  let reader: Reader;
  beforeAll(async () => {
    harness = await launch(browser);
    reader = await openReader(harness);
  });
  afterAll(async () => {
    await harness?.close();
  });

  const deleteAllData = async (page: Page) => {
    await clickNamed(page, 'Delete all data');
    await page.click('form input[type="text"]');
    await page.type('delete');
    await clickNamed(page, 'Delete everything');
    await untilShown(page, /All data has been deleted\./);
  };

  it('the popup starts with words on what to do, and says what each tab is', async () => {
    await untilShown(reader.page, /Nothing measured yet/);
    const chat = await harness.openChat('https://chatgpt.com/', { layout: 'chatgpt-c' });
    const other = await harness.openChat('https://chatgpt.com/gpts', { layout: 'chatgpt-c' });
    const ofChat = await harness.openPopup(chat);
    await untilShown(ofChat, /Measuring ChatGPT/);
    const ofOther = await harness.openPopup(other);
    await untilShown(ofOther, /Not a chat page/);
    const ofItself = await harness.openPopup(ofChat);
    await untilShown(ofItself, /Not a chat page/);
    for (const page of [chat, other, ofChat, ofOther, ofItself]) await page.close();
  });

  it('the popup follows an answer while it grows, without being loaded again', async () => {
    const page = await harness.openChat(chatUrl('claude', CHAT_ID), {
      layout: 'claude-c',
      history: 0,
      // Longer than two heartbeats, and slow enough for a page behind others.
      plan: { chunks: 14, chunkMs: 1000, kind: 'plain', minCharacters: 1200 },
    });
    await page.send('How do tides work?');
    const popup = await harness.openPopup();
    await popup.evaluate(() => Object.assign(window, { sameDocument: true }));
    const seen = new Set<number>();
    await until(
      async () => {
        const text = await shown(popup);
        const tokens = /(\d+) tokens in, (\d+) out/.exec(text);
        if (/Running now/.test(text) && tokens?.[2] !== undefined) seen.add(Number(tokens[2]));
        return /Last prompt/.test(text) && /Complete/i.test(text);
      },
      'the prompt to be complete in the popup',
      60_000,
      150,
    );
    const growing = [...seen];
    expect(growing.length).toBeGreaterThanOrEqual(2);
    expect(growing).toEqual([...growing].sort((one, other) => one - other));
    const [record] = await reader.settled(1);
    if (record === undefined) throw new Error('nothing was recorded');
    const text = await shown(popup);
    expect(text).toContain(`${record.inputTokens} tokens in, ${record.outputTokens} out`);
    expect(record.outputTokens).toBeGreaterThan(growing.at(-1) ?? 0);
    expect(text).toMatch(/single request, upper bound/);
    expect(text).toMatch(/This chat/);
    expect(text).toMatch(/1 prompt/);
    expect(await popup.evaluate(() => Reflect.get(window, 'sameDocument'))).toBe(true);
    expect(popup.errors()).toEqual([]);
    await popup.close();
    // A second prompt of the chat, and another chat with a retry, for the files below.
    await page.sim('defaults', { chunks: 4, chunkMs: 200 });
    await page.send('And why are there two a day?');
    await page.idle();
    const chatGpt = await harness.openChat('https://chatgpt.com/', { layout: 'chatgpt-b', speed: 4 });
    await chatGpt.send('A prompt, with "quotes",\nand a second line.');
    await chatGpt.idle();
    await chatGpt.sim('defaults', { kind: 'markdown' });
    await chatGpt.click('[data-testid="copy-turn-action-button"] ~ [data-sim="retry"]');
    await chatGpt.idle();
    const sent = (await page.log()).length + (await chatGpt.log()).length;
    expect(sent).toBe(4);
    expect(await reader.settled(sent)).toHaveLength(sent);
    await page.close();
    await chatGpt.close();
  });

  it('Export CSV gives the columns of the contract and one row for each record', async () => {
    const records = await reader.records();
    const text = await readFile(await save(harness, reader.page, 'Export CSV', 'csv'), 'utf8');
    expect(text.split('\r\n')[0]).toBe(HEADER);
    const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data.map((row) => row.id)).toEqual(records.map((record) => record.id));
    for (const [index, row] of data.entries()) {
      const record = records[index];
      if (record === undefined) throw new Error('a row too many');
      expect(row).toMatchObject(rowOf(record));
      expect(row.conversation).toMatch(UUID);
      expect(row.grid_zone).not.toBe('');
      expect(Number(row.energy_wh_low)).toBeLessThan(Number(row.energy_wh));
      expect(Number(row.energy_wh)).toBeLessThan(Number(row.energy_wh_high));
      expect(Number(row.total_s)).toBeCloseTo(Number(row.ttft_s) + Number(row.generation_s), 6);
      expect(Number(row.output_tokens_per_s)).toBeCloseTo(
        Number(row.output_tokens) / Number(row.generation_s),
        6,
      );
    }
    expect(data.filter((row) => row.site === 'chatgpt').map((row) => [row.attempt, row.task_id])).toEqual([
      ['1', data.at(-2)?.id],
      ['2', data.at(-2)?.id],
    ]);
    const claude = data.filter((row) => row.site === 'claude');
    expect(new Set(claude.map((row) => row.conversation)).size).toBe(1);
    expect(text).not.toContain(CHAT_ID);
  });

  it('the dashboard lists every prompt and opens the working of one, with its sources', async () => {
    const records = await reader.records();
    const page = await harness.openExtensionPage('dashboard.html#history');
    await page.waitForSelector('table.long tbody th button');
    expect(await page.evaluate(() => document.querySelectorAll('table.long tbody th button').length)).toBe(
      records.length,
    );
    await page.evaluate(() => document.querySelector<HTMLElement>('table.long tbody th button')?.click());
    await page.waitForSelector('dialog[open]');
    // Folded parts are in the document too; what they say is read as text, not as layout.
    const working = () =>
      page.evaluate(() => {
        const dialog = document.querySelector('dialog[open]');
        const rows = [...(dialog?.querySelectorAll('table tbody tr') ?? [])];
        return {
          text: dialog?.textContent ?? '',
          rows: rows.length,
          sources: dialog?.querySelectorAll('table a[href^="https://"]').length ?? 0,
        };
      });
    await until(async () => (await working()).sources > 5, 'factors with their sources', 10_000);
    const { text, rows } = await working();
    expect(text).toMatch(/PUE/i);
    expect(rows).toBeGreaterThan(10);
    expect(page.errors()).toEqual([]);
    await page.close();
  });

  it('Export JSON, Delete all data, Import and Export JSON again give the same bytes', async () => {
    const page = await harness.openExtensionPage('dashboard.html#data');
    const before = await readFile(await save(harness, page, 'Export JSON', 'json'));
    const records = await reader.records();
    await deleteAllData(page);
    expect(await reader.records()).toEqual([]);
    await untilShown(reader.page, /Nothing measured yet/);
    await chooseFile(page, 'backup.json', before.toString('utf8'));
    await untilShown(page, new RegExp(`backup\\.json holds ${records.length} prompts`));
    expect(await reader.records(), 'the preview changes nothing').toEqual([]);
    await clickNamed(page, 'Add to my data');
    await untilShown(page, new RegExp(`Imported ${records.length} prompts`));
    const after = await readFile(await save(harness, page, 'Export JSON', 'json'));
    expect(after.toString('utf8')).toBe(before.toString('utf8'));
    expect(after.equals(before)).toBe(true);
    expect(await reader.records()).toEqual(records);
    await page.close();
  });

  it('refuses a file that is cut off, damaged or newer, says why, and changes nothing', async () => {
    const page = await harness.openExtensionPage('dashboard.html#data');
    const good = await readFile(await save(harness, page, 'Export JSON', 'json'), 'utf8');
    const before = (await reader.dump()).databases;
    const newer = good.replace('"version": 1', '"version": 99');
    const damaged = good.replace('"status":"complete"', '"status":"sideways"');
    expect(new Set([good, newer, damaged]).size).toBe(3);
    for (const [text, words] of [
      [good.slice(0, good.length / 2), /Nothing was imported: .*not complete JSON/],
      [damaged, /Nothing was imported: .*of the file is damaged: status/],
      ['{"some": "json"}', /Nothing was imported: .*not a Tokenprint export/],
      [newer, /Nothing was imported: .*newer version.*Update the extension/],
      ['', /Nothing was imported: .*empty/],
    ] as const) {
      await chooseFile(page, 'bad.json', text);
      await untilShown(page, words);
      expect((await reader.dump()).databases).toEqual(before);
    }
    await page.close();
  });
});

/** What the cells of a record must be, made here from the record by the contract's words. */
function rowOf(record: PromptRecord): Record<string, string> {
  const { estimate, firstTokenTime } = record;
  return {
    id: record.id,
    task_id: record.taskId,
    attempt: String(record.attempt),
    started_at: new Date(Math.round(record.startTime * 1000)).toISOString(),
    site: record.site,
    conversation: record.conversation,
    model: record.modelId,
    model_label: record.modelLabel,
    status: record.status,
    input_tokens: String(record.inputTokens),
    context_tokens: String(record.contextTokens),
    output_tokens: String(record.outputTokens),
    token_method: record.tokenMethod,
    input_characters: String(record.inputTextLength),
    output_characters: String(record.outputTextLength),
    ttft_s:
      firstTokenTime === null ? '' : String(Math.round((firstTokenTime - record.startTime) * 1000) / 1000),
    energy_wh: String(Number(estimate.energyWh.central.toPrecision(15))),
    co2e_g: String(Number(estimate.co2eGrams.central.toPrecision(15))),
    water_ml: String(Number(estimate.waterMl.central.toPrecision(15))),
    otm_v1_energy_wh: String(Number(estimate.otmV1EnergyWh.toPrecision(15))),
    pue: String(estimate.pue),
    method: 'otm-shared',
  };
}
