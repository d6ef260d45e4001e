/** Importing a file, step by step: choose, preview, add or replace. Nothing changes before the last step. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ImportMode, ImportReport } from '../../lib/store/types';
import { errorText } from '../../lib/ui/error-text';

export type ImportStep =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'preview'; readonly file: File; readonly report: ImportReport }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly report: ImportReport }
  | { readonly kind: 'failed'; readonly message: string };

export interface ImportSources {
  /** What merging the file would do; rejects for a file that cannot be imported. */
  readonly preview: (file: File) => Promise<ImportReport>;
  readonly run: (file: File, mode: ImportMode) => Promise<ImportReport>;
}

export interface ImportModel {
  readonly step: ReadonlySignal<ImportStep>;
  readonly choose: (file: File) => Promise<void>;
  /** Does it; only from the preview. */
  readonly confirm: (mode: ImportMode) => Promise<void>;
  readonly cancel: () => void;
}

export function importModel(sources: ImportSources): ImportModel {
  const step = signal<ImportStep>({ kind: 'idle' });
  const fail = (error: unknown) => {
    step.value = { kind: 'failed', message: errorText(error) };
  };
  return {
    step,
    choose: async (file) => {
      const reading: ImportStep = { kind: 'reading', name: file.name };
      step.value = reading;
      try {
        const report = await sources.preview(file);
        // Another file may have been chosen while this one was read.
        if (step.value === reading) step.value = { kind: 'preview', file, report };
      } catch (error) {
        if (step.value === reading) fail(error);
      }
    },
    confirm: async (mode) => {
      const current = step.value;
      if (current.kind !== 'preview') return;
      step.value = { kind: 'running' };
      try {
        step.value = { kind: 'done', report: await sources.run(current.file, mode) };
      } catch (error) {
        fail(error);
      }
    },
    cancel: () => {
      if (step.value.kind !== 'running') step.value = { kind: 'idle' };
    },
  };
}
