/** The composer of a page; of several, the one in use. */

import type { Layout } from '../site';
import { createComposerChoice } from './composer-choice';
import { createShown } from './thread-list';
import { hasSize } from './visible';

export interface Composers {
  /** `atRest` when the page may be asked for sizes: no answer is being made. */
  find(atRest: boolean): Element | null;
  /** A trusted event went to this element. */
  used(element: Element): void;
}

export function createComposers(root: Document, layout: Layout): Composers {
  const choice = createComposerChoice(hasSize);
  return {
    used: choice.used,
    find(atRest) {
      const found = [...root.querySelectorAll(layout.composer)];
      if (found.length < 2) return found[0] ?? null;
      const shown = found.filter(createShown());
      return choice.of(shown.length > 0 ? shown : found, atRest);
    },
  };
}
