/** Deleting the selected prompts, with the way back. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { RemovedRecords } from '../../../lib/store/types';
import { errorText } from '../../../lib/ui/error-text';

export type RemovalStep =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly removed: RemovedRecords }
  | { readonly kind: 'undone' }
  | { readonly kind: 'failed'; readonly what: 'delete' | 'undo'; readonly message: string };

export interface RemovalSources {
  readonly remove: (ids: readonly string[]) => Promise<RemovedRecords>;
  readonly restore: (removed: RemovedRecords) => Promise<void>;
  /** Rows that are gone from, or back in, the list. */
  readonly onGone: (ids: readonly string[]) => void;
  readonly onBack: (ids: readonly string[]) => void;
}

export interface Removal {
  readonly selected: Signal<ReadonlySet<string>>;
  readonly step: ReadonlySignal<RemovalStep>;
  readonly toggle: (id: string) => void;
  readonly run: () => Promise<void>;
  readonly undo: () => Promise<void>;
}

const NONE: ReadonlySet<string> = new Set();

export function removal(sources: RemovalSources): Removal {
  const selected = signal(NONE);
  const step = signal<RemovalStep>({ kind: 'idle' });
  return {
    selected,
    step,
    toggle: (id) => {
      const next = new Set(selected.value);
      if (!next.delete(id)) next.add(id);
      selected.value = next;
    },
    run: async () => {
      const ids = [...selected.value];
      if (ids.length === 0 || step.value.kind === 'running') return;
      step.value = { kind: 'running' };
      try {
        const removed = await sources.remove(ids);
        selected.value = NONE;
        sources.onGone(ids);
        step.value = { kind: 'done', removed };
      } catch (error) {
        step.value = { kind: 'failed', what: 'delete', message: errorText(error) };
      }
    },
    undo: async () => {
      const current = step.value;
      if (current.kind !== 'done') return;
      step.value = { kind: 'running' };
      try {
        await sources.restore(current.removed);
        sources.onBack(current.removed.records.map(({ id }) => id));
        step.value = { kind: 'undone' };
      } catch (error) {
        step.value = { kind: 'failed', what: 'undo', message: errorText(error) };
      }
    },
  };
}
