import { createDelivery, inTime } from '../../lib/delivery';
import { askWorker, hearPageSettings, servePageState } from '../../lib/messages';
import { pageClock } from '../../lib/scrapers/clock';
import { observePage } from '../../lib/scrapers/observer';
import type { Site } from '../../lib/scrapers/site';
import type { AnswerLines, Prompt } from './answer-line';
import { followSettings } from './follow-settings';
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
  let lines: AnswerLines | null = null;
  let lineOn = false;
  /** The prompt whose answer is being made, as the lines need to know it. */
  let live: Prompt | null = null;
  const clock = { ...pageClock(window), setTimeout };
  const delivery = createDelivery({
    send: async (observation) => {
      const reply = await inTime(askWorker('observe', observation), setTimeout);
      if (reply.ok && reply.value.line !== undefined) lines?.stored(observation.id, reply.value.line);
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
      const { id, status, attempt } = observation;
      live = status === 'pending' ? { id, status, attempt } : null;
      lines?.seen(observation);
    },
    resume: async (question) => {
      const reply = await askWorker('resume', question);
      return reply.ok ? reply.value.prompt : null;
    },
    onState: (seen) => reportState(onOff.stateOf(seen)),
    signal,
  });
  const state = () => onOff.stateOf(observer.state());
  const askSettings = followSettings({
    ask: () => inTime(askWorker('page-settings', null), setTimeout),
    hear: (onChange) => hearPageSettings(onChange, signal),
    setTimeout,
    onChange: ({ on, line }) => {
      lineOn = line;
      lines?.turn(line);
      onOff.turn(on);
    },
    signal,
  });
  signal.addEventListener('abort', () => lines?.turn(false));
  servePageState(state, signal);
  window.addEventListener('pagehide', delivery.flush, { signal });
  // A page may come back as it was: the browser has forgotten what it showed of the tab, and the settings may have
  // changed.
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (!persisted) return;
      reportState(state());
      askSettings();
    },
    { signal },
  );
  return {
    life,
    addLines(make) {
      if (lines !== null || !lasts()) return;
      lines = make(observer.answerOf);
      lines.turn(lineOn);
      // A prompt that is under way keeps lines from moving what stands above it.
      if (live !== null) lines.seen(live);
    },
  };
}
