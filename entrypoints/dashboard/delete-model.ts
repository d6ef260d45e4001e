/** Deleting everything: asked for, confirmed by a typed word, done. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { errorText } from '../../lib/ui/error-text';

export type DeleteStep =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string };

export interface DeleteModel {
  readonly step: ReadonlySignal<DeleteStep>;
  /** What the person has typed. */
  readonly typed: Signal<string>;
  readonly confirmed: ReadonlySignal<boolean>;
  readonly ask: () => void;
  readonly cancel: () => void;
  /** Deletes; does nothing while the word is not typed. */
  readonly run: () => Promise<void>;
}

/** @param word reads the word to type, in the current language */
export function deleteModel(word: () => string, deleteAll: () => Promise<void>): DeleteModel {
  const step = signal<DeleteStep>({ kind: 'idle' });
  const typed = signal('');
  const confirmed = computed(() => typed.value.trim().toLocaleLowerCase() === word().toLocaleLowerCase());
  return {
    step,
    typed,
    confirmed,
    ask: () => {
      typed.value = '';
      step.value = { kind: 'asking' };
    },
    cancel: () => {
      typed.value = '';
      step.value = { kind: 'idle' };
    },
    run: async () => {
      if (step.value.kind !== 'asking' || !confirmed.value) return;
      step.value = { kind: 'running' };
      try {
        await deleteAll();
        step.value = { kind: 'done' };
      } catch (error) {
        step.value = { kind: 'failed', message: errorText(error) };
      }
    },
  };
}
