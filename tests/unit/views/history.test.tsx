// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseFilter } from '../../../entrypoints/dashboard/history/filter';
import { HistoryRoom } from '../../../entrypoints/dashboard/history/room';
import { findModels } from '../../../entrypoints/dashboard/history/search';
import { countAll } from '../../../lib/store/queries';
import { deleteRecords, restoreRecords } from '../../../lib/store/remove';
import { modelTotals } from '../../../lib/store/totals';
import { dashboardOf, viewStore } from './dashboards';
import { mount } from './mount';
import { estimate, record, START } from './records';

const energy = (central: number) => ({
  estimate: estimate({ energyWh: { low: central / 2, central, high: central * 2 } }),
});

const RECORDS = [
  record({ id: 'new', startTime: START, outputTokens: 10, ...energy(1) }),
  record({
    id: 'mid',
    startTime: START - 60,
    outputTokens: 900,
    site: 'claude',
    modelId: 'opus',
    ...energy(2),
  }),
  record({ id: 'old', startTime: START - 86_400, outputTokens: 500, conversation: 'chat-2', ...energy(3) }),
];

async function show(hash = '#history', records = RECORDS) {
  const store = viewStore();
  await restoreRecords(store, { records, chats: [] });
  const openPrompt = vi.fn();
  const shown = await mount(<HistoryRoom dashboard={dashboardOf(store, hash, { openPrompt })} />);
  if (records.length > 0) await until(() => expect(shown.root.querySelector('.toolbar')).not.toBeNull());
  return { store, openPrompt, ...shown };
}

const THROTTLED = record({ id: 'throttled', timesThrottled: true });

const rows = (root: HTMLElement) => [...root.querySelectorAll('.long tbody tr:not(.space)')];
const tokens = (root: HTMLElement) => rows(root).map((row) => row.querySelector('.col-tokens')?.textContent);
const until = (condition: () => void) => vi.waitFor(condition, 10_000);
const boxes = (root: HTMLElement) => [...root.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];

afterEach(() => {
  location.hash = '';
});

describe('the history', () => {
  it('marks a row whose number is less than the whole, in words for who cannot see the sign', async () => {
    const { root } = await show('#history', [THROTTLED]);
    await until(() => expect(rows(root)).toHaveLength(1));
    expect(rows(root)[0]?.querySelector('.col-energy')?.textContent).toContain('≈ (Times approximate)');
  });

  it('says with an empty store what to do next', async () => {
    const { text } = await show('#history', []);
    await until(() => expect(text()).toContain('Nothing measured yet'));
  });

  it.each([
    ['#history', ['10', '900', '500']],
    ['#history?order=energy', ['500', '900', '10']],
    ['#history?order=output', ['900', '500', '10']],
    ['#history?site=claude', ['900']],
    ['#history?chat=chat-2', ['500']],
    ['#history?from=2026-11-22', ['10', '900']],
  ])('at %s shows the prompts in their order', async (hash, outputs) => {
    const { root } = await show(hash);
    await until(() => expect(tokens(root)).toEqual(outputs.map((output) => `100 / ${output}`)));
  });

  it('says how many prompts a filter leaves, and when it leaves none', async () => {
    const found = await show('#history?model=opus');
    await until(() => expect(found.text()).toContain('1 prompt'));
    const none = await show('#history?status=failed');
    await until(() => expect(none.text()).toContain('No prompt fits this filter.'));
  });

  it('offers to export what a filter leaves, and nothing where it leaves nothing', async () => {
    const found = await show('#history?model=opus');
    await until(() => expect(found.text()).toContain('Export these'));
    const none = await show('#history?status=failed');
    await until(() => expect(none.text()).toContain('No prompt fits this filter.'));
    expect(none.text()).not.toContain('Export these');
  });

  it('finds a chat by the start of its label, in capitals or not', async () => {
    const { root } = await show();
    const input = root.querySelector<HTMLInputElement>('input[type=search]');
    if (input === null) throw new Error('no search');
    await act(() => {
      input.value = 'CHAT-2';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await until(() => expect(root.querySelector('.found button')?.textContent).toBe('Chat chat-2'));
  });

  it('puts every choice into the address', async () => {
    const { root } = await show();
    const select = root.querySelector('select');
    if (select === null) throw new Error('no choice of the site');
    await act(() => {
      select.value = 'claude';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(location.hash).toBe('#history?site=claude');
  });

  it('opens one', async () => {
    const { root, openPrompt } = await show();
    await until(() => expect(rows(root)).toHaveLength(3));
    await act(() => rows(root)[1]?.querySelector('button')?.click());
    expect(openPrompt.mock.calls[0]?.[0]).toMatchObject({ id: 'mid' });
  });

  it('deletes the selection and brings it back', async () => {
    const { root, store, text, press } = await show();
    await until(() => expect(rows(root)).toHaveLength(3));
    for (const index of [1, 3]) await act(() => boxes(root)[index]?.click());
    await press('Delete 2 prompts');
    await until(() => expect(text()).toContain('2 prompts were deleted.'));
    await until(() => expect(tokens(root)).toEqual(['100 / 900']));
    expect((await countAll(store)).records).toBe(1);
    await press('Undo');
    await until(() => expect(tokens(root)).toEqual(['100 / 10', '100 / 900', '100 / 500']));
    expect((await countAll(store)).records).toBe(3);
  });

  it('takes in what is stored and deleted elsewhere meanwhile', async () => {
    const { root, store } = await show();
    await until(() => expect(rows(root)).toHaveLength(3));
    await deleteRecords(store, ['mid']);
    await until(() => expect(tokens(root)).toEqual(['100 / 10', '100 / 500']));
  });

  it('finds models by any part of their name', async () => {
    const { store } = await show();
    const found = findModels(
      await modelTotals(store),
      (id) => (id === 'opus' ? 'Claude Opus 5' : null),
      'OPUS',
    );
    expect(found.map(({ modelId, text }) => [modelId, text])).toEqual([['opus', 'Model Claude Opus 5']]);
    expect(parseFilter(new URLSearchParams()).modelId).toBeNull();
  });
});
