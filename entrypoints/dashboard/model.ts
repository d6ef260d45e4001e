/** What the dashboard shows, as signals; everything it knows comes in as sources and reads. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { PromptRecord } from '../../lib/prompt';
import type { FactorSet, PageCursor, Period, RecordPage, SeriesPoint, Totals } from '../../lib/store/types';
import { chartDays, type DayChartData, dayChart } from '../../lib/ui/chart-data';
import { dayKey, daysUntil } from '../../lib/ui/format-time';
import { EMPTY_LIST, type HistoryList, withFirstPage, withNextPage } from '../../lib/ui/history-list';
import { LOADING, type Loaded, live, problemOf, type Source } from '../../lib/ui/live';
import { NEWER_VERSION, type Problem } from '../../lib/ui/problem';
import type { StoreSources } from '../../lib/ui/sources';

export interface DashboardSources extends Pick<StoreSources, 'totals' | 'days'> {
  /** The newest page, live. */
  readonly firstPage: Source<RecordPage>;
  readonly nextPage: (before: PageCursor) => Promise<RecordPage>;
  readonly factorSet: (key: string) => Promise<FactorSet | null>;
  readonly problem: Source<Problem | null>;
  readonly clock: Source<number>;
  /** True when the data belongs to a newer version; known after the first read. */
  readonly isNewer: () => boolean;
}

/** The prompt whose working is open. */
export interface OpenPrompt {
  readonly record: PromptRecord;
  readonly factors: Loaded<FactorSet | null>;
}

export interface DashboardModel {
  readonly history: ReadonlySignal<Loaded<HistoryList>>;
  readonly loadingMore: ReadonlySignal<boolean>;
  readonly totals: ReadonlySignal<Loaded<Totals>>;
  readonly days: ReadonlySignal<DayChartData | null>;
  readonly open: ReadonlySignal<OpenPrompt | null>;
  readonly problem: ReadonlySignal<Problem | null>;
  readonly period: Signal<Period>;
  readonly showMore: () => Promise<void>;
  readonly openPrompt: (record: PromptRecord) => Promise<void>;
  readonly closePrompt: () => void;
  readonly dispose: () => void;
}

/**
 * @param utcOffsetMinutes minutes to add to UTC for local time
 * @param now Unix seconds at the start
 */
export function dashboardModel(
  sources: DashboardSources,
  now: number,
  utcOffsetMinutes: number,
): DashboardModel {
  const first = live<RecordPage>();
  const totals = live<Totals>();
  const points = live<readonly SeriesPoint[]>();
  const reported = live<Problem | null>();
  const clock = signal(now);
  const period = signal<Period>('30d');
  const list = signal<HistoryList>(EMPTY_LIST);
  const loadingMore = signal(false);
  const moreProblem = signal<Problem | null>(null);
  const open = signal<OpenPrompt | null>(null);

  const today = computed(() => dayKey(clock.value, utcOffsetMinutes));
  const chartedDays = computed(() => daysUntil(today.value, chartDays(period.value)));

  const stops = [
    effect(() => {
      const state = first.state.value;
      if (state.kind === 'ready') list.value = withFirstPage(list.peek(), state.value);
    }),
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
  first.follow(sources.firstPage);
  reported.follow(sources.problem);

  return {
    history: computed(() => {
      const state = first.state.value;
      return state.kind === 'ready' ? { kind: 'ready', value: list.value } : state;
    }),
    loadingMore,
    totals: totals.state,
    days: computed(() => {
      const state = points.state.value;
      return state.kind === 'ready' ? dayChart(state.value, chartedDays.value) : null;
    }),
    open,
    problem: computed(() => {
      for (const { value } of [first.state, totals.state, points.state]) {
        if (value.kind === 'failed') return value.problem;
      }
      if (moreProblem.value !== null) return moreProblem.value;
      if (first.state.value.kind === 'ready' && sources.isNewer()) return NEWER_VERSION;
      return reported.state.value.kind === 'ready' ? reported.state.value.value : null;
    }),
    period,
    showMore: async () => {
      const { next } = list.value;
      if (next === null || loadingMore.value) return;
      loadingMore.value = true;
      try {
        const page = await sources.nextPage(next);
        list.value = withNextPage(list.value, page);
        moreProblem.value = null;
      } catch (error) {
        moreProblem.value = problemOf(error);
      } finally {
        loadingMore.value = false;
      }
    },
    openPrompt: async (record) => {
      open.value = { record, factors: LOADING };
      const factors = await sources.factorSet(record.estimate.factorSet).then(
        (value): Loaded<FactorSet | null> => ({ kind: 'ready', value }),
        (error: unknown): Loaded<FactorSet | null> => ({ kind: 'failed', problem: problemOf(error) }),
      );
      // Another prompt may have been opened meanwhile.
      if (open.value?.record.id === record.id) open.value = { record, factors };
    },
    closePrompt: () => {
      open.value = null;
    },
    dispose: () => {
      for (const stop of stops) stop();
      for (const followed of [first, totals, points, reported]) followed.follow(null);
    },
  };
}
