/**
 * The turn observer, one for all sites: listens to a page, reads it, and does what the tracker asks for. Decides nothing.
 * Work per mutation is constant; the page is read a few times a second at most, and texts only in quiet moments, at a
 * slow pace while they grow, and at the end.
 */
import type { Observation, PageState, ResumedPrompt, ResumeQuestion } from '../prompt';
import type { Clock } from './clock';
import { createEffects } from './page/effects';
import { type Eyes, openEyes } from './page/eyes';
import { gestureOf, originOf } from './page/gestures';
import { recognise } from './page/recognise';
import type { Site } from './site';
import type { TrackerEvent } from './tracker/events';
import { pageState, sameState, trouble } from './tracker/health';
import { hasText, isBusy, lookEvery, nextTick, reduce } from './tracker/reduce';
import { openAttempt, startTracker } from './tracker/state';
import { REST_LOOK_MS } from './tracker/timing';

/** A look may take this share of the time, so that a long thread on a slow machine is looked at less often. */
const LOOK_SHARE = 0.01;
/** Even so, the end of an answer is noticed within this time, and its beginning within the shorter one. */
const LONGEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_BEFORE_TEXT_MS = 150;

const HEARD = 'keydown click visibilitychange popstate pagehide pageshow'.split(' ');

/** Asks the worker; null when there is nothing to go on with. Rejects when the worker cannot be reached. */
export type AskToResume = (question: ResumeQuestion) => Promise<ResumedPrompt | null>;

export interface ObserverDeps {
  readonly site: Site;
  readonly root: Document;
  readonly url: () => URL;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Takes each state of each prompt over; must return at once and not throw. */
  readonly emit: (observation: Observation) => void;
  /** Asks for the stored prompt that a turn belongs to. */
  readonly resume: AskToResume;
  readonly onState: (state: PageState) => void;
  /** Ends everything the observer has set up. */
  readonly signal: AbortSignal;
}

export interface Observer {
  state(): PageState;
  /** The turn that holds a prompt's answer, while a state of that prompt is handed on; else null. */
  answerOf(id: string): Element | null;
}

/** Starts observing a page; everything ends with the signal. */
export function observePage(deps: ObserverDeps): Observer {
  const { site, root, clock, signal } = deps;
  const view = root.defaultView;
  let tracker = startTracker(site.conversationKey(deps.url()));
  /** Events that are being dispatched, one within the other. */
  let depth = 0;
  let eyes: Eyes | null = null;
  let href = '';
  let chatPage = false;
  let addressSince = clock.now();
  let state: PageState = { kind: 'loading', site: site.id };
  /** What could not be done the last time. */
  const faults = new Set<'look' | 'step'>();
  let lastLookAt = Number.NEGATIVE_INFINITY;
  /** How long the last look took, ms. */
  let lookCost = 0;
  let changedAt: number | null = null;
  let timer: { handle: number; due: number } | null = null;
  let shown: Element | null = null;
  const effects = createEffects({
    ...deps,
    eyes: () => eyes,
    tracker: () => tracker,
    dispatch,
    later: (step) => clock.soon(() => guarded(step, 'step')),
    idle: { whenIdle: (run) => clock.whenIdle(() => guarded(run, 'step')) },
    wake: () => lookIn(0),
    wakeIn: (ms) => void clock.setTimeout(() => lookIn(0), ms),
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
      if (depth === 0) eyes?.follow(tracker);
    }
  }

  function look(): void {
    const at = clock.now();
    const since = changedAt ?? at;
    followAddress(at);
    // A page that writes its document anew takes all listeners away with the old one.
    if (root.documentElement !== shown) listen();
    readPage(at, since, !isBusy(tracker));
    lastLookAt = at;
    faults.delete('look');
    // Nothing is left to be read that could show it mended.
    if (openAttempt(tracker) === null) faults.clear();
    reportState(at);
    lookCost = clock.now() - at;
    const tick = nextTick(tracker) ?? (state.kind === 'loading' ? REST_LOOK_MS : null);
    if (tick !== null) lookIn(Math.max(tick, pause()));
  }

  function readPage(at: number, since: number, atRest: boolean): void {
    changedAt = null;
    if (!chatPage) return;
    recogniseLayout(atRest);
    if (eyes !== null) dispatch({ type: 'reading', at, since, page: eyes.read() });
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

  const heard = (event: Event): void => guarded(() => onEvent(event));

  /** What a script only pretends has not happened. */
  function onEvent(event: Event): void {
    if (!event.isTrusted) return;
    const at = clock.now();
    switch (event.type) {
      case 'visibilitychange':
        if (root.visibilityState === 'hidden') dispatch({ type: 'watch', at, change: 'hidden' });
        look();
        break;
      case 'popstate':
        lookIn(0);
        break;
      case 'pagehide':
        takeRecords();
        readPage(at, changedAt ?? at, false);
        effects.flush();
        dispatch({ type: 'gone', at });
        break;
      case 'pageshow':
        if (event instanceof PageTransitionEvent && event.persisted) dispatch({ type: 'kept', at });
        lookIn(0);
        break;
      default:
        onGesture(event, at);
    }
  }

  /**
   * Layouts share their composers, so an empty page's layout is settled only when its first turn is there. That no
   * other layout's marks are there was seen at rest: asked of a long page, it would delay a key and what follows it.
   */
  function recogniseLayout(atRest: boolean): void {
    const layout = eyes?.layout ?? null;
    const isSettled =
      layout !== null &&
      (openAttempt(tracker) !== null || (!atRest && root.querySelector(layout.present) !== null));
    if (isSettled) return;
    const found = recognise(site, root).layout;
    if (found === layout) return;
    eyes = found === null ? null : openEyes(root, found, eyes);
    if (eyes !== null) mutations.observe(root, eyes.observed);
  }

  function reportState(at: number): void {
    const next = pageState(
      {
        site: site.id,
        chatPage,
        layout: eyes?.layout.id ?? null,
        trouble: faults.size > 0 ? 'fault' : trouble(tracker.health),
        ageMs: root.readyState === 'complete' ? at - addressSince : 0,
        nowSeconds: clock.wall() / 1000,
      },
      state,
    );
    if (sameState(state, next)) return;
    state = next;
    deps.onState(next);
  }

  const pause = (): number =>
    Math.min(lookCost / LOOK_SHARE, hasText(tracker) ? LONGEST_PAUSE_MS : LONGEST_PAUSE_BEFORE_TEXT_MS);

  function lookIn(ms: number): void {
    const due = clock.now() + ms;
    if (timer !== null) {
      if (timer.due <= due) return;
      clock.clearTimeout(timer.handle);
    }
    const handle = clock.setTimeout(() => {
      timer = null;
      guarded(look);
    }, ms);
    timer = { handle, due };
  }

  function takeRecords(): void {
    const records = mutations.takeRecords();
    if (records.length > 0) note(records, clock.now());
  }

  function note(records: readonly MutationRecord[], at: number): void {
    changedAt ??= at;
    for (const growth of eyes?.note(records, at) ?? []) dispatch({ type: 'grew', at, ...growth });
  }

  function onMutations(records: readonly MutationRecord[]): void {
    const at = clock.now();
    note(records, at);
    const due = lastLookAt + Math.max(lookEvery(tracker) ?? REST_LOOK_MS, pause());
    if (at >= due) look();
    else if (timer === null || timer.due > due) lookIn(due - at);
  }

  function onGesture(event: Event, at: number): void {
    const target = originOf(event);
    if (target !== null) eyes?.used(target);
    // Typing must cost nothing: of all keys only Enter can matter.
    if (event instanceof KeyboardEvent && event.key !== 'Enter') return;
    // A chat that was opened without any change of the page is not known yet.
    followAddress(at);
    if (!chatPage) return;
    recogniseLayout(false);
    const kind = target === null || eyes === null ? null : gestureOf(event, target, eyes.layout);
    if (target === null || eyes === null || kind === null) return;
    // What is asked for now may take away what waits to be read.
    effects.flush();
    takeRecords();
    readPage(at, changedAt ?? at, false);
    dispatch({
      ...eyes.gesture(kind, target),
      at,
      wall: clock.wall(),
      utcOffsetMinutes: clock.utcOffsetMinutes(clock.wall()),
    });
    const tick = nextTick(tracker);
    if (tick !== null) lookIn(tick);
  }

  /** Nothing of ours may reach the page, whatever its DOM does to us: the health state says what was lost. */
  function guarded(run: () => void, what: 'look' | 'step' = 'look'): void {
    if (signal.aborted) return;
    try {
      run();
      if (what === 'step') faults.delete(what);
    } catch {
      // The error's own words may hold page text, so they are not shown.
      faults.add(what);
      try {
        reportState(clock.now());
      } catch {
        // Even the state cannot be told apart: the next look tries again.
      }
      lookIn(REST_LOOK_MS);
    }
  }

  const mutations = new MutationObserver((records) => guarded(() => onMutations(records)));
  mutations.observe(root, { subtree: true, childList: true, characterData: true });
  signal.addEventListener('abort', () => {
    mutations.disconnect();
    if (timer !== null) clock.clearTimeout(timer.handle);
  });
  listen();
  guarded(look);
  return { state: () => state, answerOf: effects.answerOf };
}
