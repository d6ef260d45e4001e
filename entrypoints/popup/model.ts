/** What the popup shows, as signals. Everything it knows comes in as sources, so that a test can play them. */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { TabState } from '../../lib/messages';
import type { PromptRecord } from '../../lib/prompt';
import type { ConversationSummary, Period, SeriesPoint, Totals } from '../../lib/store/types';
import { chartDays, type DayChartData, dayChart } from '../../lib/ui/chart-data';
import { dayKey, daysUntil } from '../../lib/ui/format-time';
import { type Loaded, live, type Source } from '../../lib/ui/live';
import { NEWER_VERSION, type Problem } from '../../lib/ui/problem';
import type { StoreSources } from '../../lib/ui/sources';

export interface PopupSources extends StoreSources {
  /** A fault that the worker met while storing; null when all is well. */
  readonly problem: Source<Problem | null>;
  /** Unix seconds, again and again. */
  readonly clock: Source<number>;
  readonly tab: Source<TabState>;
  /** True when the data belongs to a newer version; known after the first read. */
  readonly isNewer: () => boolean;
}

export interface PopupModel {
  readonly last: ReadonlySignal<Loaded<PromptRecord | null>>;
  readonly chat: ReadonlySignal<Loaded<ConversationSummary | null>>;
  /** The attempts of the prompt shown, itself included. */
  readonly task: ReadonlySignal<Loaded<readonly PromptRecord[]>>;
  readonly totals: ReadonlySignal<Loaded<Totals>>;
  readonly days: ReadonlySignal<DayChartData | null>;
  readonly tab: ReadonlySignal<Loaded<TabState>>;
  /** What is wrong, worst first: this page's own trouble with the store before the worker's. */
  readonly problem: ReadonlySignal<Problem | null>;
  readonly period: Signal<Period>;
  readonly now: ReadonlySignal<number>;
  /** The local day, `YYYY-MM-DD`. */
  readonly today: ReadonlySignal<string>;
  readonly dispose: () => void;
}

/**
 * @param utcOffsetMinutes minutes to add to UTC for local time, for the local day
 * @param now Unix seconds at the start
 */
export function popupModel(sources: PopupSources, now: number, utcOffsetMinutes: number): PopupModel {
  const last = live<PromptRecord | null>();
  const chat = live<ConversationSummary | null>();
  const task = live<readonly PromptRecord[]>();
  const totals = live<Totals>();
  const points = live<readonly SeriesPoint[]>();
  const tab = live<TabState>();
  const reported = live<Problem | null>();
  const clock = signal(now);
  const period = signal<Period>('today');

  const today = computed(() => dayKey(clock.value, utcOffsetMinutes));
  const conversation = computed(() => {
    const state = last.state.value;
    return state.kind === 'ready' ? (state.value?.conversation ?? null) : null;
  });
  const taskId = computed(() => {
    const state = last.state.value;
    return state.kind === 'ready' ? (state.value?.taskId ?? null) : null;
  });
  const chartedDays = computed(() => daysUntil(today.value, chartDays(period.value)));

  const stops = [
    effect(() => chat.follow(conversation.value === null ? null : sources.chat(conversation.value))),
    effect(() => task.follow(taskId.value === null ? null : sources.task(taskId.value))),
    effect(() => {
      // Follows the day, not the clock: a new day starts a new query, a new minute does not.
      void today.value;
      totals.follow(sources.totals(period.value, clock.peek()));
    }),
    effect(() => {
      const days = chartedDays.value;
      points.follow(sources.days(days[0] ?? today.value, today.value));
    }),
    sources.clock(
      (value) => {
        clock.value = value;
      },
      () => {},
    ),
  ];
  last.follow(sources.last);
  tab.follow(sources.tab);
  reported.follow(sources.problem);

  const days = computed(() => {
    const state = points.state.value;
    return state.kind === 'ready' ? dayChart(state.value, chartedDays.value) : null;
  });
  const problem = computed(() => {
    for (const { value } of [last.state, totals.state, chat.state, task.state, points.state]) {
      if (value.kind === 'failed') return value.problem;
    }
    if (last.state.value.kind === 'ready' && sources.isNewer()) return NEWER_VERSION;
    return reported.state.value.kind === 'ready' ? reported.state.value.value : null;
  });

  return {
    last: last.state,
    chat: chat.state,
    task: task.state,
    totals: totals.state,
    days,
    tab: tab.state,
    problem,
    period,
    now: clock,
    today,
    dispose: () =>
      batch(() => {
        for (const stop of stops) stop();
        for (const followed of [last, chat, task, totals, points, tab, reported]) followed.follow(null);
      }),
  };
}
