import { createDelivery, inTime } from '../../lib/delivery';
import { askWorker, servePageState } from '../../lib/messages';
import { pageClock } from '../../lib/scrapers/clock';
import { observePage } from '../../lib/scrapers/observer';
import type { Site } from '../../lib/scrapers/site';
import { watchLineOn, watchSiteOn } from '../../lib/settings';
import { createAnswerLines } from './answer-line';
import type { Life } from './life';
import type { Running } from './running';
import { createStateReport } from './state-report';
import { createSwitch } from './switch';

/**
 * Measures one page of a site for as long as its script lives. Each site has a content script of its own, so that a
 * chat page carries what is known of that site and nothing of the others.
 */
export function measure(life: Life, site: Site): Running {
  const { signal, lasts, setTimeout } = life;
  const lines = createAnswerLines(site, document);
  const clock = { ...pageClock(window), setTimeout };
  const delivery = createDelivery({
    send: async (observation) => {
      const reply = await inTime(askWorker('observe', observation), setTimeout);
      if (reply.ok && reply.value.line !== undefined) lines.stored(observation.id, reply.value.line);
      return reply;
    },
    setTimeout,
    soon: clock.soon,
    signal,
  });
  const reportState = createStateReport({
    // A page that is kept while it waits gets no answer when it comes back.
    send: (state) => inTime(askWorker('page-state-changed', state), setTimeout),
    setTimeout,
    signal,
  });
  const onOff = createSwitch({ deliver: delivery.deliver, onChange: () => reportState(state()) });
  // The page is observed before anything is asked of the worker: a cold worker must not cost a prompt.
  const observer = observePage({
    site,
    root: document,
    url: () => {
      // Asked at each look at the page and at each key that may send: a script without its extension ends here.
      lasts();
      return new URL(location.href);
    },
    clock,
    newId: () => crypto.randomUUID(),
    emit: (observation) => {
      onOff.take(observation);
      lines.seen(observation);
    },
    resume: async (question) => {
      const reply = await askWorker('resume', question);
      return reply.ok ? reply.value.prompt : null;
    },
    onState: (seen) => reportState(onOff.stateOf(seen)),
    signal,
  });
  const state = () => onOff.stateOf(observer.state());
  watchSiteOn(site.id, onOff.turn, signal);
  watchLineOn(lines.turn, signal);
  signal.addEventListener('abort', () => lines.turn(false));
  servePageState(state, signal);
  window.addEventListener('pagehide', delivery.flush, { signal });
  // The browser forgets what it shows of a tab when the tab goes elsewhere, and a page may come back as it was.
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) reportState(state());
    },
    { signal },
  );
  return { life };
}
