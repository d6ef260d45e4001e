/** The prompt that the address names, `#overview?prompt=<id>`: its working opens, and the name goes when it closes. */
import { effect, type ReadonlySignal } from '@preact/signals';
import type { PromptRecord } from '../../../lib/prompt';
import type { DashboardModel } from '../model';
import { type Route, routeHash } from '../route';

export interface AddressedPrompt {
  readonly route: ReadonlySignal<Route>;
  readonly model: Pick<DashboardModel, 'open' | 'openPrompt'>;
  /** Null for a prompt that is not there any more. */
  readonly read: (id: string) => Promise<PromptRecord | null>;
  /** Changes the address without a step in the history. */
  readonly replace: (hash: string) => void;
}

/** The hash of a route without the prompt that it names. */
function withoutPrompt({ room, params }: Route): string {
  return routeHash(room, Object.fromEntries([...params].filter(([name]) => name !== 'prompt')));
}

/** Follows the address until the returned function is called. A prompt that cannot be read opens nothing. */
export function followPrompt({ route, model, read, replace }: AddressedPrompt): () => void {
  let asked: string | null = null;
  let shown = false;
  const ends = [
    effect(() => {
      const id = route.value.params.get('prompt');
      if (id === asked) return;
      asked = id;
      if (id === null) return;
      read(id).then(
        (record) => {
          if (record !== null && asked === id) void model.openPrompt(record);
        },
        // The room says what is wrong with the store.
        () => {},
      );
    }),
    effect(() => {
      if (model.open.value !== null) {
        shown = true;
        return;
      }
      if (!shown) return;
      shown = false;
      asked = null;
      const current = route.peek();
      if (current.params.has('prompt')) replace(withoutPrompt(current));
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}
