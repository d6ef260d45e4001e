/**
 * Display names of models. The tables are loaded beside the first paint: until then, and for ids that they do not
 * have, a view shows the page's own word.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ModelNames } from './model-text';

const none: ModelNames = () => null;
const names = signal<ModelNames>(none);
let asked = false;

function load(): void {
  asked = true;
  import('../refdb/models').then(
    ({ modelById }) => {
      names.value = (modelId) => modelById(modelId)?.displayName ?? null;
    },
    // The page's own words stay; a later start tries again.
    () => {},
  );
}

/** The names known so far, as a signal; asking for it starts the loading. */
export function modelNames(): ReadonlySignal<ModelNames> {
  if (!asked) load();
  return names;
}
