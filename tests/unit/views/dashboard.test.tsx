// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { App } from '../../../entrypoints/dashboard/app';
import { deleteModel } from '../../../entrypoints/dashboard/delete-model';
import { importModel } from '../../../entrypoints/dashboard/import-model';
import { dashboardModel } from '../../../entrypoints/dashboard/model';
import { workOut } from '../../../entrypoints/dashboard/working/working';
import type { Settings } from '../../../lib/settings';
import { StoreError } from '../../../lib/store/errors';
import { restoreRecords } from '../../../lib/store/remove';
import type { FactorSet, ImportReport } from '../../../lib/store/types';
import type { Problem } from '../../../lib/ui/problem';
import { dashboardOf, viewStore } from './dashboards';
import { mount } from './mount';
import { record, START } from './records';
import { played } from './sources';

const FACTORS: FactorSet = {
  key: 'factors-1',
  refdbVersion: '2026.11',
  otmVersion: '1',
  modelId: 'gpt-5',
  assumptions: [
    { name: 'pue', value: 1.17, unit: '', source: 'Report of 2025, https://example.org/pue (page 3)' },
    { name: 'gridZone', value: 'USA', unit: '', source: 'the provider’s region' },
  ],
};

const REPORT: ImportReport = {
  kind: 'json',
  records: 12,
  added: 9,
  replaced: 1,
  kept: 2,
  unknown: 0,
  removed: 0,
  firstTime: START - 86_400,
  lastTime: START,
  settings: null,
};

function setUp(store = viewStore()) {
  const factorSet = vi.fn(async (): Promise<FactorSet | null> => FACTORS);
  const model = dashboardModel({
    factorSet,
    working: async (opened, set) => workOut(opened, set, [opened]),
    problem: played<Problem | null>(null).source,
    newer: played<boolean>(false).source,
  });
  const preview = vi.fn(async (): Promise<ImportReport> => REPORT);
  const run = vi.fn(async (): Promise<ImportReport> => REPORT);
  const deleteAll = vi.fn(async () => {});
  const changeSettings = vi.fn(async (_change: Partial<Settings>) => {});
  const imports = importModel({ preview, run });
  const show = (hash = '') =>
    mount(
      <App
        dashboard={dashboardOf(store, hash, {
          model,
          changeSettings,
          imports,
          deletion: deleteModel(() => 'delete', deleteAll),
          openPrompt: (opened) => void model.openPrompt(opened),
        })}
      />,
    );
  return { model, imports, show, store, factorSet, preview, run, deleteAll, changeSettings };
}

const rows = (root: HTMLElement) => root.querySelectorAll('.prompts tbody tr');
const button = (root: HTMLElement, name: string) =>
  [...root.querySelectorAll('button')].find((found) => found.textContent === name);

describe('the dashboard', () => {
  it('says on the first run what to do next, and keeps the import at hand', async () => {
    const { root, text } = await setUp().show();
    await vi.waitFor(() => expect(text()).toContain('Nothing measured yet'));
    expect(button(root, 'Import')).toBeDefined();
  });

  it.each(['', '#history'])('tells in room "%s" of a broken store and offers the export', async (hash) => {
    const store = viewStore();
    vi.spyOn(store, 'read').mockRejectedValue(new StoreError('blocked'));
    const { root, text } = await setUp(store).show(hash);
    await vi.waitFor(() => expect(text()).toContain('in use by an older version'));
    const exports = [...root.querySelectorAll('button')].filter(
      (found) => found.textContent === 'Export CSV',
    );
    expect(exports).toHaveLength(1);
  });

  it('leads to every room by a link and marks the one that is shown', async () => {
    const { root } = await setUp().show('#settings');
    const links = [...root.querySelectorAll('nav a')].map((link) => [
      link.getAttribute('href'),
      link.getAttribute('aria-current'),
    ]);
    expect(links).toContainEqual(['#overview', null]);
    expect(links).toContainEqual(['#settings', 'page']);
  });

  it('opens with the latest prompts', async () => {
    const { show, store } = setUp();
    const records = [record(), record({ id: 'r2', startTime: START - 60 })];
    await restoreRecords(store, { records, chats: [] });
    const { root, text } = await show();
    await vi.waitFor(() => expect(rows(root)).toHaveLength(2));
    expect(text()).toContain('100 / 300');
    expect(text()).toContain('0.12–0.95 Wh');
  });

  it('opens the working of a prompt with every assumption and its source', async () => {
    const { show, store, factorSet } = setUp();
    await restoreRecords(store, { records: [record()], chats: [] });
    const { root } = await show();
    await vi.waitFor(() => expect(rows(root)).toHaveLength(1));
    const opener = root.querySelector<HTMLButtonElement>('.prompts button');
    await act(() => opener?.click());
    const dialog = root.querySelector('dialog');
    expect(factorSet).toHaveBeenCalledExactlyOnceWith('factors-1');
    await vi.waitFor(() => expect(dialog?.querySelector('a')).not.toBeNull());
    expect(dialog?.textContent).toContain('How this number was made');
    expect(dialog?.textContent).toContain('single request, upper bound');
    expect(dialog?.textContent).toContain('the model’s own tokenizer');
    expect(dialog?.textContent).toContain('70%');
    const link = [...(dialog?.querySelectorAll('a') ?? [])].find(
      ({ href }) => href === 'https://example.org/pue',
    );
    expect(link?.parentElement?.textContent).toBe('Report of 2025, https://example.org/pue (page 3)');
  });

  it('says when a prompt’s assumptions are not stored', async () => {
    const { show, factorSet, model } = setUp();
    factorSet.mockResolvedValueOnce(null);
    const { root } = await show();
    await act(() => model.openPrompt(record()));
    expect(root.querySelector('dialog')?.textContent).toContain('are not stored');
  });

  it('hands a changed setting on', async () => {
    const { show, changeSettings } = setUp();
    const { root } = await show('#settings');
    const dark = [...root.querySelectorAll('input')].find((input) => input.value === 'dark');
    await act(() => dark?.click());
    expect(changeSettings).toHaveBeenCalledExactlyOnceWith({ theme: 'dark' });
  });
});

describe('importing', () => {
  const file = new File(['{}'], 'tokenprint.json');

  it('changes nothing before the preview is confirmed', async () => {
    const { show, imports, run } = setUp();
    const { text, press } = await show();
    await act(() => imports.choose(file));
    expect(text()).toContain('tokenprint.json holds 12 prompts.');
    expect(text()).toContain('2 of them are already here.');
    expect(run).not.toHaveBeenCalled();
    await press('Cancel');
    expect(text()).not.toContain('holds 12 prompts');
    expect(run).not.toHaveBeenCalled();
  });

  it.each([
    ['Add to my data', 'merge'],
    ['Replace my data', 'replace'],
  ])('%s does %s', async (name, mode) => {
    const { show, imports, run } = setUp();
    const { text, press } = await show();
    await act(() => imports.choose(file));
    await press(name);
    expect(run).toHaveBeenCalledExactlyOnceWith(file, mode);
    expect(text()).toContain('Imported 10 prompts.');
  });

  it('says why a file cannot be imported', async () => {
    const { show, imports, preview } = setUp();
    preview.mockRejectedValueOnce(new StoreError('invalid-import', 'This file is empty.'));
    const { root } = await show();
    await act(() => imports.choose(file));
    expect(root.querySelector('[role=alert]')?.textContent).toBe('Nothing was imported: This file is empty.');
  });

  it('shows the file that was chosen last, whichever is read first', async () => {
    const { imports, preview } = setUp();
    let finishFirst = (_report: ImportReport) => {};
    preview.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          finishFirst = resolve;
        }),
    );
    const first = imports.choose(new File([''], 'first.json'));
    await imports.choose(file);
    finishFirst(REPORT);
    await first;
    expect(imports.step.value).toMatchObject({ kind: 'preview', file });
  });
});

describe('deleting all data', () => {
  const type = (root: HTMLElement, word: string) =>
    act(() => {
      const input = root.querySelector<HTMLInputElement>('input[type=text]');
      if (!input) throw new Error('nothing to type into');
      input.value = word;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });

  it('waits for the typed word', async () => {
    const { show, deleteAll } = setUp();
    const { root, text, press } = await show();
    await press('Delete all data');
    expect(document.activeElement).toBe(root.querySelector('input[type=text]'));
    await type(root, 'delet');
    expect(button(root, 'Delete everything')?.disabled).toBe(true);
    await act(() => {
      root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    });
    expect(deleteAll).not.toHaveBeenCalled();
    await type(root, ' Delete ');
    await press('Delete everything');
    expect(deleteAll).toHaveBeenCalledOnce();
    expect(text()).toContain('All data has been deleted.');
  });

  it('can be left without harm', async () => {
    const { show, deleteAll } = setUp();
    const { root, press } = await show();
    await press('Delete all data');
    await type(root, 'delete');
    await press('Keep my data');
    expect(root.querySelector('form')).toBeNull();
    expect(deleteAll).not.toHaveBeenCalled();
  });

  it('says why it failed', async () => {
    const { show, deleteAll } = setUp();
    deleteAll.mockRejectedValueOnce(new StoreError('blocked'));
    const { root, text, press } = await show();
    await press('Delete all data');
    await type(root, 'delete');
    await press('Delete everything');
    expect(text()).toContain('could not be deleted: Close other Tokenprint pages');
  });
});
