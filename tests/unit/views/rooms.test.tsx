// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { ChatsRoom } from '../../../entrypoints/dashboard/chats/room';
import { DataRoom } from '../../../entrypoints/dashboard/data/room';
import { alignedBars, kindsOf, perThousand, spreadOf } from '../../../entrypoints/dashboard/models/figures';
import { ModelsRoom } from '../../../entrypoints/dashboard/models/room';
import { heatMap } from '../../../entrypoints/dashboard/overview/heat-data';
import { OverviewRoom } from '../../../entrypoints/dashboard/overview/room';
import { axisSteps, periodsUntil, trendChart } from '../../../entrypoints/dashboard/overview/trend-data';
import { StoreError } from '../../../lib/store/errors';
import { bucketOf } from '../../../lib/store/histogram';
import { restoreRecords } from '../../../lib/store/remove';
import type { TrendPart } from '../../../lib/store/types';
import { dashboardOf, viewStore } from './dashboards';
import { mount } from './mount';
import { estimate, measures, record, START } from './records';

const until = (condition: () => void) => vi.waitFor(condition, 10_000);

const energy = (central: number) => ({
  estimate: estimate({ energyWh: { low: central / 2, central, high: central * 2 } }),
});

/** Two chats: one with a prompt tried three times, one with a single prompt to another model. */
const RECORDS = [
  record({ id: 'a', taskId: 'a', attempt: 1, startTime: START - 90, ...energy(1) }),
  record({ id: 'b', taskId: 'a', attempt: 2, attemptKind: 'retry', startTime: START - 60, ...energy(1) }),
  record({ id: 'c', taskId: 'a', attempt: 3, attemptKind: 'edit', startTime: START - 30, ...energy(2) }),
  record({
    id: 'd',
    site: 'claude',
    modelId: 'opus',
    conversation: 'chat-2',
    startTime: START - 86_400 * 2,
    ...energy(4),
  }),
];

const ROOMS = [
  ['overview', OverviewRoom],
  ['chats', ChatsRoom],
  ['models', ModelsRoom],
  ['data', DataRoom],
] as const;

describe.each(ROOMS)('the room %s', (name, View) => {
  it('says with an empty store what to do next', async () => {
    const { text } = await mount(<View dashboard={dashboardOf(viewStore(), `#${name}`)} />);
    await until(() => expect(text()).toContain('Nothing measured yet'));
  });

  it('says with a broken store what is wrong, once, and offers the export', async () => {
    const store = viewStore();
    vi.spyOn(store, 'read').mockRejectedValue(new StoreError('broken'));
    const { root, text } = await mount(<View dashboard={dashboardOf(store, `#${name}`)} />);
    await until(() => expect(text()).toContain('The data cannot be read'));
    const exports = [...root.querySelectorAll('button')].filter(
      (found) => found.textContent === 'Export CSV',
    );
    expect(exports).toHaveLength(1);
    expect(root.querySelectorAll('[role=alert]')).toHaveLength(1);
  });
});

describe('the overview of nothing', () => {
  it('offers the import, and neither an export nor a deletion', async () => {
    const { root, text } = await mount(<OverviewRoom dashboard={dashboardOf(viewStore(), '#overview')} />);
    await until(() => expect(text()).toContain('Nothing measured yet'));
    const buttons = [...root.querySelectorAll('button')].map((button) => button.textContent);
    expect(buttons).toContain('Import');
    expect(buttons.filter((name) => /Export|Delete/.test(name ?? ''))).toEqual([]);
  });
});

describe('chats and tasks', () => {
  async function show() {
    const store = viewStore();
    await restoreRecords(store, { records: RECORDS, chats: [] });
    const openPrompt = vi.fn();
    const shown = await mount(<ChatsRoom dashboard={dashboardOf(store, '#chats', { openPrompt })} />);
    await until(() => expect(shown.root.querySelectorAll('table')).toHaveLength(3));
    return { ...shown, openPrompt };
  }

  it('show how much of the energy went into discarded attempts', async () => {
    const { text } = await show();
    expect(text()).toContain('25% of all energy');
    expect(text()).toContain('2 discarded attempts');
  });

  it('list the costliest chats with a link to their prompts', async () => {
    const { root } = await show();
    const links = [...root.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toHaveLength(2);
    expect(links).toContain('#history?chat=chat-2');
  });

  it('open the attempts of a task, each to its working', async () => {
    const { root, openPrompt } = await show();
    const opener = root.querySelector<HTMLButtonElement>('button[aria-expanded=false]');
    await act(() => opener?.click());
    await until(() => expect(root.querySelectorAll('.attempts li')).toHaveLength(3));
    await act(() => root.querySelector<HTMLButtonElement>('.attempts button')?.click());
    expect(openPrompt.mock.calls[0]?.[0]).toMatchObject({ id: 'a' });
  });
});

describe('models', () => {
  it('are listed with their rates, and stand side by side', async () => {
    const store = viewStore();
    await restoreRecords(store, { records: RECORDS, chats: [] });
    const { root, text } = await mount(<ModelsRoom dashboard={dashboardOf(store, '#models')} />);
    await until(() => expect(root.querySelectorAll('table')).toHaveLength(3));
    // 4 Wh for 900 tokens, and 4 Wh for 300.
    expect(text()).toContain('4.4 Wh');
    expect(text()).toContain('13 Wh');
    expect(root.querySelectorAll('.distribution')).toHaveLength(4);
  });

  it('have no rate without a written token', () => {
    expect(perThousand({ ...measures(2, 1), outputTokens: 0 })).toBeNull();
    expect(perThousand({ ...measures(2, 1), outputTokens: 500 })?.central).toBe(2);
    expect(spreadOf({})).toBeNull();
  });

  it('give histograms on one scale', () => {
    const [one, other] = alignedBars([{ [bucketOf(1)]: 4, [bucketOf(10)]: 2 }, { [bucketOf(100)]: 1 }]);
    expect(one).toHaveLength(21);
    expect(other).toHaveLength(21);
    expect([one?.[0]?.share, one?.[10]?.share, other?.[20]?.share]).toEqual([1, 0.5, 1]);
    expect(kindsOf([], null)).toEqual([]);
  });
});

describe('the course of time', () => {
  const part = (modelId: string, central: number): TrendPart => ({
    site: modelId === 'opus' ? 'claude' : 'chatgpt',
    modelId,
    count: 1,
    energyWh: { low: central / 2, central, high: central * 2 },
    co2eGrams: { low: 0, central: 0, high: 0 },
    waterMl: { low: 0, central: 0, high: 0 },
  });

  it('goes by days, Mondays or months up to now', () => {
    expect(periodsUntil('day', '2026-03-01', 2)).toEqual(['2026-02-28', '2026-03-01']);
    // 2026-11-22 is a Sunday.
    expect(periodsUntil('week', '2026-11-22', 2)).toEqual(['2026-11-09', '2026-11-16']);
    expect(periodsUntil('month', '2026-02-28', 3)).toEqual(['2025-12', '2026-01', '2026-02']);
  });

  it('stacks by site or by model, the rest of many models together', () => {
    const points = [
      { period: '2026-11', parts: ['opus', 'b', 'c', 'd', 'e', 'f', 'g'].map((id, at) => part(id, 10 - at)) },
    ];
    const bySite = trendChart(points, ['2026-10', '2026-11'], 'site', 'energy');
    expect(bySite.rows.map(({ values }) => values)).toEqual([
      [0, 0],
      [39, 10],
    ]);
    const byModel = trendChart(points, ['2026-11'], 'model', 'energy');
    expect(byModel.rows[0]?.values).toEqual([10, 9, 8, 7, 6, 9]);
    expect(byModel.groups.at(-1)).toEqual({ kind: 'other' });
    expect(byModel.rows[0]?.total.high).toBe(98);
  });

  it.each([
    [0, [0, 1]],
    [0.7, [0, 0.25, 0.5, 0.75]],
    [3, [0, 1, 2, 3]],
    [10.4, [0, 2, 4, 6, 8, 10, 12]],
    [43, [0, 10, 20, 30, 40, 50]],
    [9_700, [0, 2_500, 5_000, 7_500, 10_000]],
  ])('has an axis of round steps that holds %d', (largest, steps) => {
    expect(axisSteps(largest)).toEqual(steps);
  });

  it('shades the hours of the week by their share of the fullest', () => {
    const week = heatMap([
      { hour: 0, site: 'chatgpt', measures: measures(1, 1) },
      { hour: 0, site: 'claude', measures: measures(1, 9) },
      { hour: 167, site: 'gemini', measures: measures(2, 0.1) },
    ]);
    expect(week).toHaveLength(7);
    expect(week[0]?.[0]).toEqual({ count: 2, energyWh: 10, level: 5 });
    expect(week[6]?.[23]?.level).toBe(1);
    expect(week[3]?.[12]?.level).toBe(0);
  });
});
