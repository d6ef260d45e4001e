/** What all rooms share: the prompt whose working is open, and what is wrong with the data. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { PromptRecord } from '../../lib/prompt';
import type { FactorSet } from '../../lib/store/types';
import { LOADING, type Loaded, live, problemOf, type Source } from '../../lib/ui/live';
import { NEWER_VERSION, type Problem } from '../../lib/ui/problem';
import type { Working } from './working/working';

export interface DashboardSources {
  readonly factorSet: (key: string) => Promise<FactorSet | null>;
  /** Works a prompt out again; null when this version cannot. */
  readonly working: (record: PromptRecord, set: FactorSet | null) => Promise<Working | null>;
  /** A fault that the worker met while storing; null when all is well. */
  readonly problem: Source<Problem | null>;
  /** Whether the data belongs to a newer version; known after the store was opened. */
  readonly newer: Source<boolean>;
}

/** The prompt whose working is open. */
export interface OpenPrompt {
  readonly record: PromptRecord;
  readonly factors: Loaded<FactorSet | null>;
  readonly working: Loaded<Working | null>;
}

export interface DashboardModel {
  readonly open: ReadonlySignal<OpenPrompt | null>;
  /** What the worker met, or that the data is newer; a room reports what it meets itself. */
  readonly problem: ReadonlySignal<Problem | null>;
  readonly openPrompt: (record: PromptRecord) => Promise<void>;
  readonly closePrompt: () => void;
  readonly dispose: () => void;
}

/** What became of a read. */
const loaded = <T>(read: Promise<T>): Promise<Loaded<T>> =>
  read.then(
    (value): Loaded<T> => ({ kind: 'ready', value }),
    (error: unknown): Loaded<T> => ({ kind: 'failed', problem: problemOf(error) }),
  );

export function dashboardModel(sources: DashboardSources): DashboardModel {
  const reported = live<Problem | null>();
  const newer = live<boolean>();
  const open = signal<OpenPrompt | null>(null);
  reported.follow(sources.problem);
  newer.follow(sources.newer);
  return {
    open,
    problem: computed(() => {
      if (newer.state.value.kind === 'ready' && newer.state.value.value) return NEWER_VERSION;
      return reported.state.value.kind === 'ready' ? reported.state.value.value : null;
    }),
    openPrompt: async (record) => {
      // Another prompt may be opened meanwhile.
      const show = (change: Partial<OpenPrompt>) => {
        if (open.value?.record.id === record.id) open.value = { ...open.value, ...change };
      };
      open.value = { record, factors: LOADING, working: LOADING };
      const factors = await loaded(sources.factorSet(record.estimate.factorSet));
      show({ factors });
      const set = factors.kind === 'ready' ? factors.value : null;
      show({ working: await loaded(sources.working(record, set)) });
    },
    closePrompt: () => {
      open.value = null;
    },
    dispose: () => {
      reported.follow(null);
      newer.follow(null);
    },
  };
}
