import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { failed, type Reply, type Sender, serveWorker } from '../../lib/messages';
import type { Observation, PageState } from '../../lib/prompt';
import { siteFor } from '../../lib/scrapers/registry';
import { readSettings } from '../../lib/settings';
import { openStore, sweepPending } from '../../lib/store';
import { createTokenCounter } from '../../lib/tokens';
import { startInOpenTabs } from './open-tabs';
import { showPageState } from './page-badge';
import { type PipelineDeps, takeIn } from './pipeline';
import { clearProblem, failureOf, showProblem } from './problems';
import { loadVocabulary } from './vocabulary';

const nowSeconds = (): number => Date.now() / 1000;

export default defineBackground({
  type: 'module',
  main() {
    // Listeners first and at once: the message that woke the worker must find them.
    const deps: PipelineDeps = {
      store: openStore(),
      counter: createTokenCounter(loadVocabulary),
      settings: readSettings,
      now: nowSeconds,
    };

    async function observe(observation: Observation, host: string): Promise<Reply<{ revision: number }>> {
      if (siteFor(host)?.id !== observation.site)
        return failed('refused', 'A page may speak of itself only.');
      try {
        await takeIn(deps, observation);
        await clearProblem();
        return { ok: true, value: { revision: observation.revision } };
      } catch (error) {
        const failure = failureOf(error);
        await showProblem(failure, nowSeconds());
        return { ok: false, failure };
      }
    }

    const sweep = async (): Promise<Reply<{ interrupted: number }>> => {
      try {
        return { ok: true, value: { interrupted: await sweepPending(deps.store, nowSeconds()) } };
      } catch (error) {
        return { ok: false, failure: failureOf(error) };
      }
    };

    async function pageStateChanged(state: PageState, { host, tabId }: Sender): Promise<Reply<null>> {
      if (tabId === null || siteFor(host)?.id !== state.site)
        return failed('refused', 'A page may speak of itself only.');
      await showPageState(tabId, state);
      return { ok: true, value: null };
    }

    serveWorker({
      observe: (observation, sender) => observe(observation, sender.host),
      'page-state-changed': pageStateChanged,
      sweep,
    });
    browser.runtime.onInstalled.addListener(() => void startInOpenTabs());
    void sweep();
  },
});
