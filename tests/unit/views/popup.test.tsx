// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { App } from '../../../entrypoints/popup/app';
import { budgetModel } from '../../../entrypoints/popup/budgets';
import { popupModel } from '../../../entrypoints/popup/model';
import { siteOfAddress } from '../../../entrypoints/popup/sites';
import type { TabState } from '../../../lib/messages';
import type { PromptRecord } from '../../../lib/prompt';
import type { Budget } from '../../../lib/settings';
import { StoreError } from '../../../lib/store/errors';
import type { ConversationSummary, Period, SeriesPoint, Totals } from '../../../lib/store/types';
import type { Problem } from '../../../lib/ui/problem';
import { mount } from './mount';
import { estimate, measures, record, SETTINGS, START, totals } from './records';
import { played } from './sources';

function setUp() {
  const last = played<PromptRecord | null>();
  const chat = played<ConversationSummary | null>();
  const task = played<readonly PromptRecord[]>();
  const sums = played<Totals>();
  const days = played<readonly SeriesPoint[]>([]);
  const problem = played<Problem | null>(null);
  const clock = played<number>();
  const tab = played<TabState>();
  const asked = {
    chats: [] as string[],
    periods: [] as Period[],
    days: [] as [string, string][],
  };
  let newer = false;
  const model = popupModel(
    {
      last: last.source,
      chat: (conversation) => {
        asked.chats.push(conversation);
        return chat.source;
      },
      task: () => task.source,
      totals: (period) => {
        asked.periods.push(period);
        return sums.source;
      },
      days: (from, to) => {
        asked.days.push([from, to]);
        return days.source;
      },
      problem: problem.source,
      clock: clock.source,
      tab: tab.source,
      isNewer: () => newer,
    },
    START,
    60,
  );
  const onGrant = vi.fn();
  const onSettings = vi.fn();
  const settings = signal(SETTINGS);
  const show = () =>
    mount(
      <App
        model={model}
        settings={settings}
        onSettings={onSettings}
        budgets={budgetModel(() => days.source, settings, model.today).states}
        names={signal(() => null)}
        utcOffsetMinutes={60}
        exporter={async () => new Blob()}
        onGrant={onGrant}
        dashboardAddress="/dashboard.html"
        askTrace={async () => null}
      />,
    );
  const makeNewer = () => {
    newer = true;
  };
  return {
    settings,
    onSettings,
    model,
    show,
    last,
    chat,
    task,
    sums,
    days,
    problem,
    clock,
    tab,
    asked,
    onGrant,
    makeNewer,
  };
}

describe('the popup', () => {
  it('is loading before the store answers', async () => {
    const { show } = setUp();
    expect((await show()).text()).toContain('Loading…');
  });

  it('says on the first run what to do next', async () => {
    const { show, last } = setUp();
    last.say(null);
    const { text } = await show();
    expect(text()).toContain('Nothing measured yet');
    expect(text()).toContain('send a prompt');
    expect(text()).not.toContain('Totals');
  });

  it('grows with the running prompt without being opened again', async () => {
    const { show, last } = setUp();
    last.say(record({ status: 'pending' }));
    const { text } = await show();
    expect(text()).toContain('Running now');
    await act(() => last.say(record({ status: 'pending', outputTokens: 450 })));
    expect(text()).toContain('450 out');
    await act(() => last.say(record({ estimate: estimate({ energyWh: { low: 1, central: 2, high: 4 } }) })));
    expect(text()).toContain('Last prompt');
    expect(text()).toContain('2.0 Wh');
  });

  it('says where the number of the prompt is less than the whole', async () => {
    const { show, last } = setUp();
    last.say(record({ media: { inputFiles: 0, inputImages: 1, outputImages: 0 }, timesThrottled: true }));
    const { root, text } = await show();
    expect(text()).toContain('1 image in the prompt is not counted. The text is in the number.');
    expect(text()).toContain('Times approximate');
    await act(() => last.say(record()));
    expect(root.querySelector('.caveats')).toBeNull();
  });

  it('leads to the working of the prompt it shows', async () => {
    const { show, last } = setUp();
    last.say(record({ id: 'r 1' }));
    const { root } = await show();
    const link = [...root.querySelectorAll('a')].find((a) => a.textContent === 'How this number was made');
    expect(link?.getAttribute('href')).toBe('/dashboard.html#overview?prompt=r%201');
  });

  it('adds up the chat of the last prompt, and follows to another chat', async () => {
    const { show, last, chat, asked } = setUp();
    last.say(record());
    const { text } = await show();
    expect(text()).not.toContain('This chat');
    const summary = { conversation: 'chat-1', site: 'chatgpt', firstTime: START, lastTime: START } as const;
    await act(() => chat.say({ ...summary, measures: measures(3, 1.2) }));
    expect(text()).toContain('This chat3 prompts');
    await act(() => last.say(record({ id: 'r2', conversation: 'chat-2' })));
    await act(() => last.say(record({ id: 'r2', conversation: 'chat-2', outputTokens: 9 })));
    expect(asked.chats).toEqual(['chat-1', 'chat-2']);
    expect(chat.listeners()).toBe(1);
  });

  it('shows what the attempts of a prompt cost together, and how much of it was discarded', async () => {
    const { show, last, task } = setUp();
    const attempt = (number: number, central: number) =>
      record({
        id: `r${number}`,
        attempt: number,
        attemptKind: number === 1 ? 'first' : 'retry',
        estimate: estimate({ energyWh: { low: central / 2, central, high: central * 2 } }),
      });
    last.say(attempt(2, 3));
    const { root, text } = await show();
    await act(() => task.say([attempt(1, 1)]));
    expect(text()).not.toContain('attempts');
    await act(() => task.say([attempt(1, 1), attempt(2, 3)]));
    expect(text()).toContain('2 attempts');
    expect(text()).toContain('4.0 Wh likely 2.0–8.0 Wh');
    expect(text()).toContain('1.0 Wh of it (25%) for discarded attempts');
    const links = [...root.querySelectorAll('.attempts a')].map((link) => link.getAttribute('href'));
    expect(links.map((link) => link?.split('#')[1])).toEqual(['overview?prompt=r1', 'overview?prompt=r2']);
  });

  it('switches the period, and asks for as many days as belong to it', async () => {
    const { show, last, sums, asked } = setUp();
    last.say(record());
    sums.say(totals(measures(1, 1)));
    const { root, text } = await show();
    expect(text()).toContain('1 prompt');
    const all = [...root.querySelectorAll('input')].find((input) => input.value === 'all');
    await act(() => all?.click());
    expect(asked.periods).toEqual(['today', 'all']);
    expect(asked.days).toEqual([
      ['2026-11-16', '2026-11-22'],
      ['2026-08-25', '2026-11-22'],
    ]);
    await act(() => sums.say(totals(measures(40, 10))));
    expect(text()).toContain('40 prompts');
  });

  it('asks anew when the local day changes, not when the minute does', () => {
    const { clock, asked } = setUp();
    clock.say(START + 60);
    expect(asked.periods).toEqual(['today']);
    clock.say(START + 11 * 3600);
    expect(asked.periods).toEqual(['today', 'today']);
    expect(asked.days.at(-1)).toEqual(['2026-11-17', '2026-11-23']);
  });

  it('tells of a broken store and still offers the export', async () => {
    const { show, last } = setUp();
    last.fail(new StoreError('broken'));
    const { root, text } = await show();
    expect(root.querySelector('[role=alert]')?.textContent).toContain('The data cannot be read');
    expect(text()).toContain('What can be read can be exported');
    expect([...root.querySelectorAll('button')].map((button) => button.textContent)).toEqual([
      'Export CSV',
      'Export JSON',
    ]);
  });

  it('tells of the worker’s trouble beside the numbers, and stops when it is over', async () => {
    const { show, last, problem } = setUp();
    last.say(record());
    const { text } = await show();
    await act(() => problem.say({ kind: 'quota', message: 'full', time: START }));
    expect(text()).toContain('The disk is full');
    expect(text()).toContain('0.34 Wh');
    await act(() => problem.say(null));
    expect(text()).not.toContain('The disk is full');
  });

  it('tells of data from a newer version', async () => {
    const { show, last, makeNewer } = setUp();
    makeNewer();
    last.say(record());
    expect((await show()).text()).toContain('The data is from a newer version');
  });

  it('lets go of everything when it ends', () => {
    const { model, last, chat, sums, days, clock, tab, problem } = setUp();
    last.say(record());
    model.dispose();
    const followed = [last, chat, sums, days, clock, tab, problem];
    expect(followed.map((source) => source.listeners())).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('the budgets in the popup', () => {
  const point = (energyWh: number): SeriesPoint => ({
    period: '2026-11-22',
    bySite: { chatgpt: measures(2, energyWh) },
  });
  const daily: Budget = { period: 'day', quantity: 'energy', limit: 10 };
  const shown = async (energyWh: number, budgets: Budget[]) => {
    const { show, last, days, settings } = setUp();
    settings.value = { ...SETTINGS, budgets };
    last.say(record());
    const view = await show();
    await act(() => days.say([point(energyWh)]));
    return view;
  };

  it('are bars, quiet below 80 %', async () => {
    const { root, text } = await shown(3, [daily]);
    expect(text().replaceAll('\u00a0', ' ')).toContain('3.0 Wh of 10 Wh (30%)');
    expect(root.querySelector('.budget[role=status]')).toBeNull();
    expect(root.querySelector('details .budget')).not.toBeNull();
  });

  it('are folded but for those near their limit', async () => {
    const { root } = await shown(8.5, [daily, { ...daily, period: 'month', limit: 900 }]);
    expect(root.querySelectorAll('.budget')).toHaveLength(2);
    expect(root.querySelectorAll('details .budget')).toHaveLength(1);
    expect(root.querySelector('details .budget.near')).toBeNull();
  });

  it('give one notice at 80 % and another at 100 %', async () => {
    expect((await shown(8.5, [daily])).root.querySelector('.budget[role=status]')?.textContent).toContain(
      'More than 80%',
    );
    expect((await shown(12, [daily])).root.querySelector('.budget[role=status]')?.textContent).toContain(
      'used up',
    );
  });

  it('take no place where none is set', async () => {
    expect((await shown(8, [])).text()).not.toContain('Budgets');
  });
});

describe('the comparisons in the popup', () => {
  it('are one for each quantity, with their sources, and go away at one press', async () => {
    const { show, last, sums, settings, onSettings } = setUp();
    last.say(record());
    sums.say(totals(measures(3, 1)));
    const { text, press } = await show();
    expect(text()).toContain('an LED lamp of 9 W for 6.7 min');
    expect(text()).toContain('by train');
    expect(text()).toContain('of a glass of water');
    expect(text()).toContain('by definition: 9 W');
    expect(text()).toContain('UK Government GHG conversion factors for company reporting 2025');
    await press('Hide comparisons');
    expect(onSettings).toHaveBeenCalledExactlyOnceWith({ equivalencesShown: false });
    await act(() => {
      settings.value = { ...SETTINGS, equivalencesShown: false };
    });
    expect(text()).not.toContain('LED lamp');
  });
});

describe('the line about the tab', () => {
  const states: readonly (readonly [TabState, RegExp])[] = [
    [{ kind: 'loading', site: 'claude' }, /Reading this page/],
    [{ kind: 'measuring', site: 'gemini', layout: 'gemini-a' }, /Measuring Gemini/],
    [{ kind: 'not-a-chat', site: 'claude' }, /Not a chat page.*Claude/],
    [{ kind: 'no-site' }, /Not a chat page/],
    [
      { kind: 'unreadable', site: 'chatgpt', reason: 'empty-answer', sinceTime: START },
      /Can’t read this page since Nov 22, 2026.*no text in them\..*not counted/,
    ],
    [{ kind: 'not-answering', site: 'chatgpt' }, /Reload this tab to start measuring/],
    [{ kind: 'withheld', site: 'claude' }, /Permission for this site is off.*Allow Claude/],
  ];

  it.each(states)('for %j', async (state, words) => {
    const { show, tab } = setUp();
    const { text } = await show();
    expect(text()).toContain('Looking at this tab');
    await act(() => tab.say(state));
    expect(text()).toMatch(words);
  });

  it('asks for the permission of the site that it names', async () => {
    const { show, tab, onGrant } = setUp();
    const { press } = await show();
    await act(() => tab.say({ kind: 'withheld', site: 'claude' }));
    await press('Allow Claude');
    expect(onGrant).toHaveBeenCalledExactlyOnceWith('claude');
  });
});

describe('the site of an address', () => {
  it.each([
    ['https://chatgpt.com/c/1', 'chatgpt'],
    ['https://claude.ai/new', 'claude'],
    ['https://gemini.google.com/app', 'gemini'],
    ['http://chatgpt.com/', null],
    ['https://chatgpt.com.example.net/', null],
    ['https://notchatgpt.com/', null],
    ['about:blank', null],
    ['not an address', null],
  ])('%s is %s', (address, site) => {
    expect(siteOfAddress(address)).toBe(site);
  });
});
