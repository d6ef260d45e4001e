/**
 * The turn observer, one for all sites: listens to a page, reads it, and does what the tracker asks for. Decides nothing.
 * Work per mutation is constant; the page is read a few times a second at most, and texts only in quiet moments, at a
 * slow pace while they grow, and at the end.
 */
import type { Observer, ObserverDeps } from './observing';
import { createEffects } from './page/effects';
import { gestureOf, originOf } from './page/gestures';
import { createGuard } from './page/guard';
import type { LayoutReader } from './page/layout-reader';
import { readerFor } from './page/layouts';
import { createPace } from './page/pace';
import { createStateTeller } from './page/state-teller';
import type { TrackerEvent } from './tracker/events';
import { trouble } from './tracker/health';
import { hasText, isBusy, lookEvery, nextTick, reduce } from './tracker/reduce';
import { openAttempt, startTracker } from './tracker/state';
import { REST_LOOK_MS } from './tracker/timing';

const HEARD = 'keydown click visibilitychange popstate pagehide pageshow'.split(' ');

/** Starts observing a page; everything ends with the signal. */
export function observePage(deps: ObserverDeps): Observer {
  const { site, root, clock, signal } = deps;
  const view = root.defaultView;
  let tracker = startTracker(site.conversationKey(deps.url()));
  /** Events that are being dispatched, one within the other. */
  let depth = 0;
  let reader: LayoutReader | null = null;
  let href = '';
  let chatPage = false;
  let addressSince = clock.now();
  const teller = createStateTeller(site.id, deps.onState);
  let changedAt: number | null = null;
  let shown: Element | null = null;
  const guard = createGuard(signal, () => {
    // What was read and not understood is read anew.
    reader?.startOver();
    pace.lookIn(REST_LOOK_MS);
    reportState(clock.now());
  });
  const pace = createPace(clock, () => guard.run(look));
  const effects = createEffects({
    ...deps,
    reader: () => reader,
    tracker: () => tracker,
    dispatch,
    later: (step) => clock.soon(() => guard.run(step, 'step')),
    idle: { whenIdle: (run) => clock.whenIdle(() => guard.run(run, 'step')) },
    wakeIn: (ms) => void clock.setTimeout(() => pace.lookIn(0), ms),
  });

  function dispatch(event: TrackerEvent): void {
    const step = reduce(tracker, event);
    tracker = step.state;
    depth += 1;
    try {
      effects.run(step.effects);
    } finally {
      depth -= 1;
      // The words of a prompt that ends are there until its last state is handed on.
      if (depth === 0 && event.type !== 'grew') reader?.follow(tracker);
    }
  }

  function look(): void {
    const at = clock.now();
    const since = changedAt ?? at;
    followAddress(at);
    // A page that writes its document anew takes all listeners away with the old one.
    if (root.documentElement !== shown) listen();
    readPage(at, since, !isBusy(tracker));
    guard.mended('look');
    // Nothing is left to be read that could show it mended.
    if (openAttempt(tracker) === null) guard.clear();
    reportState(at);
    const next = nextTick(tracker) ?? (teller.current().kind === 'loading' ? REST_LOOK_MS : null);
    pace.looked(at, next, hasText(tracker));
  }

  function readPage(at: number, since: number, atRest: boolean): void {
    changedAt = null;
    if (!chatPage) return;
    recogniseLayout(atRest);
    if (reader !== null) dispatch({ type: 'reading', at, since, page: reader.read() });
  }

  function followAddress(at: number): void {
    const url = deps.url();
    if (url.href === href) return;
    href = url.href;
    chatPage = site.isChatPage(url);
    addressSince = at;
    // What waits to be read belongs to what was shown until now.
    effects.flush();
    dispatch({ type: 'address', at, chatKey: site.conversationKey(url) });
  }

  /** Added again, the same listener is still heard once. */
  function listen(): void {
    shown = root.documentElement;
    for (const type of HEARD) view?.addEventListener(type, heard, { capture: true, passive: true, signal });
  }

  const heard = (event: Event): void => guard.run(() => onEvent(event));
  /** What a script only pretends has not happened. */
  function onEvent(event: Event): void {
    if (!event.isTrusted) return;
    const at = clock.now();
    switch (event.type) {
      case 'visibilitychange':
        dispatch({ type: 'watch', at, change: root.visibilityState === 'hidden' ? 'hidden' : 'shown' });
        look();
        break;
      case 'popstate':
        pace.lookIn(0);
        break;
      case 'pagehide':
        takeRecords();
        readPage(at, changedAt ?? at, false);
        effects.flush();
        dispatch({ type: 'gone', at });
        break;
      case 'pageshow':
        if (event instanceof PageTransitionEvent && event.persisted) dispatch({ type: 'kept', at });
        pace.lookIn(0);
        break;
      default:
        onGesture(event, at);
    }
  }

  function recogniseLayout(atRest: boolean): void {
    const isMeasuring = openAttempt(tracker) !== null;
    const seen = readerFor(root, site, reader, { atRest, isMeasuring });
    if (seen !== null && seen !== reader) mutations.observe(root, seen.observed);
    reader = seen;
  }

  const reportState = (at: number): void =>
    teller.tell({
      chatPage,
      layout: reader?.layout.id ?? null,
      trouble: guard.isFaulty() ? 'fault' : trouble(tracker.health),
      ageMs: root.readyState === 'complete' ? at - addressSince : 0,
      nowSeconds: clock.wall() / 1000,
    });

  function takeRecords(): void {
    const records = mutations.takeRecords();
    if (records.length > 0) note(records, clock.now());
  }

  function note(records: readonly MutationRecord[], at: number): void {
    changedAt ??= at;
    for (const growth of reader?.note(records, at) ?? []) dispatch({ type: 'grew', at, ...growth });
  }

  function onMutations(records: readonly MutationRecord[]): void {
    const at = clock.now();
    note(records, at);
    if (pace.isDue(lookEvery(tracker) ?? REST_LOOK_MS, hasText(tracker))) look();
  }

  function onGesture(event: Event, at: number): void {
    const target = originOf(event);
    if (target !== null) reader?.used(target);
    // Typing must cost nothing: of all keys only Enter can matter.
    if (event instanceof KeyboardEvent && event.key !== 'Enter') return;
    // A chat that was opened without any change of the page is not known yet.
    followAddress(at);
    if (!chatPage) return;
    recogniseLayout(false);
    const kind = target === null || reader === null ? null : gestureOf(event, target, reader.layout);
    if (target === null || reader === null || kind === null) return;
    takeRecords();
    readPage(at, changedAt ?? at, false);
    // What is asked for now may take away what waits to be read.
    effects.flush();
    dispatch({
      ...reader.gesture(kind, target),
      at,
      wall: clock.wall(),
      utcOffsetMinutes: clock.utcOffsetMinutes(clock.wall()),
    });
    pace.lookIn(nextTick(tracker) ?? REST_LOOK_MS);
  }

  const mutations = new MutationObserver((records) => guard.run(() => onMutations(records)));
  mutations.observe(root, { subtree: true, childList: true, characterData: true });
  signal.addEventListener('abort', () => {
    mutations.disconnect();
    pace.stop();
  });
  listen();
  guard.run(look);
  return { state: teller.current, answerOf: effects.answerOf };
}
