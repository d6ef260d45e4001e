/**
 * The turn observer, one for all sites: gestures and DOM changes in, observations out.
 *
 * A prompt begins when a person's gesture is followed by a live sign (a new question with an emptied composer, or
 * an answer that starts to stream). Restored history, scrolled-back rows, branch switches and re-rendering show
 * no such sign and count nothing. Work per mutation is constant; the page is looked at a few times a second at
 * most, and text is read only in quiet moments, at a slow heartbeat and at the end.
 */
import type { Observation, PageState } from '../prompt';
import { trackChat } from './chat';
import type { Clock } from './clock';
import { createCycle } from './cycle';
import { gestureOf, originOf } from './gestures';
import { pageState, sameState } from './health';
import { createPageReader } from './page-reading';
import { recognise } from './recognise';
import { type AskToResume, turnKeyOf } from './resume';
import type { Layout, Site } from './site';

/** A page at rest is checked for its layout and address at most this often. */
const REST_LOOK_MS = 1_000;
/** A look may take this share of the time, so that a long thread on a slow machine is looked at less often. */
const LOOK_SHARE = 0.01;
/** Even so, the end of an answer is noticed within this time, and its beginning within the shorter one. */
const LONGEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_BEFORE_TEXT_MS = 150;

const HEARD = 'keydown click visibilitychange popstate pagehide pageshow'.split(' ');

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
  /**
   * The turn element of a finished answer, while its end is emitted; null for any other prompt, and when the answer
   * on the page may be another prompt's.
   */
  answerOf(id: string): Element | null;
}

/** Starts observing a page; everything ends with the signal. */
export function observePage(deps: ObserverDeps): Observer {
  const { site, root, clock, signal } = deps;
  const view = root.defaultView;
  const reader = createPageReader(root);
  const chat = trackChat(deps.newId, site.conversationKey(deps.url()));
  const cycle = createCycle({
    site: site.id,
    root,
    clock: { ...clock, whenIdle: (run) => clock.whenIdle(() => guarded(run)) },
    newId: deps.newId,
    chat,
    layout: () => layout,
    read: reader.read,
    emit: (observation) => {
      const { id, status, layout: name, turnKey } = observation;
      emitted = { id, status, layout: name, turnKey };
      deps.emit(observation);
    },
    soon: (step) =>
      clock.soon(() =>
        guarded(() => {
          // What stands there now may be another chat already.
          followAddress(clock.now());
          step();
        }, 'step'),
      ),
    wake: () => lookIn(0),
    resume: deps.resume,
  });
  /** The state that was emitted last. */
  let emitted: Pick<Observation, 'id' | 'status' | 'layout' | 'turnKey'> | null = null;
  let layout: Layout | null = null;
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
  const heard = (event: Event): void => guarded(() => onEvent(event));

  function look(): void {
    const at = clock.now();
    const since = changedAt ?? at;
    lastLookAt = at;
    changedAt = null;
    followAddress(at);
    // A page that writes its document anew takes all listeners away with the old one.
    if (root.documentElement !== shown) listen();
    if (chatPage) {
      recogniseLayout(!cycle.isBusy());
      cycle.look(at, since);
    }
    faults.delete('look');
    // Nothing is left to be read that could show it mended.
    if (!cycle.isLive()) faults.clear();
    reportState(at);
    lookCost = clock.now() - at;
    const tick = cycle.nextTick() ?? (state.kind === 'loading' ? REST_LOOK_MS : null);
    if (tick !== null) lookIn(Math.max(tick, pause()));
  }

  function followAddress(at: number): void {
    const url = deps.url();
    if (url.href === href) return;
    href = url.href;
    chatPage = site.isChatPage(url);
    addressSince = at;
    const key = site.conversationKey(url);
    if (chat.follow(key, cycle.isBusy(), cycle.isLeaving(at))) cycle.chatLeft(key, at);
  }

  /** Added again, the same listener is still heard once. */
  function listen(): void {
    shown = root.documentElement;
    for (const type of HEARD) view?.addEventListener(type, heard, { capture: true, passive: true, signal });
  }

  /** What a script only pretends has not happened. */
  function onEvent(event: Event): void {
    if (!event.isTrusted) return;
    switch (event.type) {
      case 'visibilitychange':
        if (root.visibilityState === 'hidden') cycle.pageHidden();
        look();
        break;
      case 'popstate':
        lookIn(0);
        break;
      case 'pagehide':
        cycle.pageGone(clock.now());
        break;
      case 'pageshow':
        if (event instanceof PageTransitionEvent && event.persisted) cycle.pageBack(clock.now());
        lookIn(0);
        break;
      default:
        onGesture(event);
    }
  }

  /**
   * Layouts share their composers, so an empty page's layout is settled only when its first turn is there. That no
   * other layout's marks are there was seen at rest: asked of a long page, it would delay a key and what follows it.
   */
  function recogniseLayout(atRest: boolean): void {
    const settled = layout !== null && (cycle.isLive() || (!atRest && root.querySelector(layout.present)));
    if (!settled) layout = recognise(site, root).layout;
  }

  function reportState(at: number): void {
    const next = pageState(
      {
        site: site.id,
        chatPage,
        layout: layout?.id ?? null,
        trouble: faults.size > 0 ? 'fault' : cycle.trouble(),
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
    Math.min(lookCost / LOOK_SHARE, cycle.hasText() ? LONGEST_PAUSE_MS : LONGEST_PAUSE_BEFORE_TEXT_MS);

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

  function onMutations(records: readonly MutationRecord[]): void {
    const at = clock.now();
    changedAt ??= at;
    cycle.changed(records, at);
    const due = lastLookAt + Math.max(cycle.lookEvery() ?? REST_LOOK_MS, pause());
    if (at >= due) look();
    else if (timer === null || timer.due > due) lookIn(due - at);
  }

  function onGesture(event: Event): void {
    // Typing must cost nothing: of all keys only Enter can matter.
    if (event instanceof KeyboardEvent && event.key !== 'Enter') return;
    // A chat that was opened without any change of the page is not known yet.
    followAddress(clock.now());
    if (!chatPage) return;
    recogniseLayout(false);
    if (layout === null) return;
    const target = originOf(event);
    if (target === null) return;
    const kind = gestureOf(event, target, layout);
    if (kind === null) return;
    cycle.gesture(kind, target, clock.now());
    const tick = cycle.nextTick();
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
    } finally {
      // What was read holds for this task only, and a thousand elements with it.
      reader.expire();
    }
  }

  function answerOf(id: string): Element | null {
    if (emitted?.id !== id || emitted.status !== 'complete') return null;
    const { layout: name, turnKey } = emitted;
    const emittedLayout = site.layouts.find((one) => one.id === name);
    if (emittedLayout === undefined) return null;
    const page = createPageReader(root).read(emittedLayout);
    // When the next question is there already, the last answer is not this prompt's.
    if (turnKeyOf(page, page.last('user')) !== turnKey) return null;
    return page.last('assistant')?.element ?? null;
  }

  const observer = new MutationObserver((records) => guarded(() => onMutations(records)));
  observer.observe(root, { subtree: true, childList: true, characterData: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    if (timer !== null) clock.clearTimeout(timer.handle);
  });
  listen();
  guarded(look);
  return { state: () => state, answerOf };
}
