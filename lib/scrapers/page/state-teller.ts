/** Tells what can be read of a page, when that changes. */
import type { PageState } from '../../prompt';
import { type PageFacts, pageState, sameState } from '../tracker/health';

export interface StateTeller {
  current(): PageState;
  tell(facts: Omit<PageFacts, 'site'>): void;
}

export function createStateTeller(site: PageFacts['site'], onState: (state: PageState) => void): StateTeller {
  let state: PageState = { kind: 'loading', site };
  return {
    current: () => state,
    tell(facts) {
      const next = pageState({ site, ...facts }, state);
      if (sameState(state, next)) return;
      state = next;
      onState(next);
    },
  };
}
