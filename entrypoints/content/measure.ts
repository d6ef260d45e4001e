import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { createDelivery, inTime } from '../../lib/delivery';
import { askWorker, servePageState } from '../../lib/messages';
import { pageClock } from '../../lib/scrapers/clock';
import { observePage } from '../../lib/scrapers/observer';
import type { Site } from '../../lib/scrapers/site';
import { watchLineOn, watchSiteOn } from '../../lib/settings';
import { createAnswerLines } from './answer-line';
import { createStateReport } from './state-report';
import { createSwitch } from './switch';

/**
 * Measures one page of a site for as long as its script lives. Each site has a content script of its own, so that a
 * chat page carries what is known of that site and nothing of the others.
 */
export function measure(ctx: ContentScriptContext, site: Site): void {
  const lines = createAnswerLines(site, document);
  // The context's own timers stay on its list for as long as the page lives.
  const setTimeout = (run: () => void, ms: number): void =>
    void window.setTimeout(() => {
      if (ctx.isValid) run();
    }, ms);
  const clock = pageClock(window);
  const delivery = createDelivery({
    send: async (observation) => {
      const reply = await inTime(askWorker('observe', observation), setTimeout);
      if (reply.ok && reply.value.line !== undefined) lines.stored(observation.id, reply.value.line);
      return reply;
    },
    setTimeout,
    soon: clock.soon,
    signal: ctx.signal,
  });
  const reportState = createStateReport({
    // A page that is kept while it waits gets no answer when it comes back.
    send: (state) => inTime(askWorker('page-state-changed', state), setTimeout),
    setTimeout,
    signal: ctx.signal,
  });
  const onOff = createSwitch({ deliver: delivery.deliver, onChange: () => reportState(state()) });
  // The page is observed before anything is asked of the worker: a cold worker must not cost a prompt.
  const observer = observePage({
    site,
    root: document,
    url: () => new URL(location.href),
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
    signal: ctx.signal,
  });
  const state = () => onOff.stateOf(observer.state());
  watchSiteOn(site.id, onOff.turn, ctx.signal);
  watchLineOn(lines.turn, ctx.signal);
  ctx.onInvalidated(() => lines.turn(false));
  servePageState(state, ctx.signal);
  ctx.addEventListener(window, 'pagehide', delivery.flush);
  // The browser forgets what it shows of a tab when the tab goes elsewhere, and a page may come back as it was.
  ctx.addEventListener(window, 'pageshow', (event) => {
    if (event.persisted) reportState(state());
  });
}
