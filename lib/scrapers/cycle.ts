/**
 * The life of the prompts of one page, one after the other: a gesture arms, a live sign begins, looks follow, the
 * end is reported. Knows no timers and no listeners: it is told what happened and says when to look again.
 */
import type {
  FinalStatus,
  Observation,
  ResumedPrompt,
  ResumeQuestion,
  SiteId,
  UnreadableReason,
} from '../prompt';
import { createArming } from './arming';
import type { ChatTracker } from './chat';
import { createChatMemory } from './chat-memory';
import type { Clock } from './clock';
import type { GestureKind } from './gestures';
import { createSelfCheck } from './health';
import { createLivePrompt, type LivePrompt, type LivePromptDeps } from './live-prompt';
import type { PageReading } from './page-reading';
import { createGrowthWatch } from './rendering';
import { createReports } from './reports';
import { type AskToResume, createResumer, snapshotOf, turnKeyOf } from './resume';
import { createSecondAnswer } from './second-answer';
import { composerEmpty, signOf } from './sign';
import type { Layout } from './site';
import { asksAgain, type Snapshot } from './snapshot';
import { hasFailed, mediaOf } from './thread';

/** While a gesture waits for its live sign, looks are closer: a one-token answer streams for an instant. */
const ARMED_LOOK_MS = 25;
const LOOK_MS = 100;
/** The end is looked for at least this often, since the marks that go away may change nothing else. */
const TICK_MS = 400;
const SETTLING_TICK_MS = 120;
/** A send from an empty composer this soon after one that emptied it sends nothing. */
const AGAIN_MS = 3_000;
/** A page that could not look for so long, although browsers wake hidden ones each minute, was asleep. */
const ASLEEP_MS = 90_000;

export interface CycleDeps {
  readonly site: SiteId;
  readonly root: Document;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly chat: ChatTracker;
  /** The layout of the page as it is now; null when none is recognised. */
  readonly layout: () => Layout | null;
  /** The page as it is now, by a layout. */
  readonly read: (layout: Layout) => PageReading;
  readonly emit: (observation: Observation) => void;
  /** Asks for the stored prompt that a turn belongs to. */
  readonly resume: AskToResume;
  /** Runs a step in a task of its own, as soon as the page lets it. */
  readonly soon: (step: () => void) => void;
  /** Something happened outside of a look: looks follow. */
  readonly wake: () => void;
}

export interface PromptCycle {
  /** A gesture was made; call before the site reacts to it. */
  gesture(kind: GestureKind, target: Element, at: number): void;
  /** DOM changes, in the callback that reports them. Constant work per record. */
  changed(records: readonly MutationRecord[], at: number): void;
  /** Looks at the page once. `changedAt` is the time of the earliest change not looked at yet. */
  look(at: number, changedAt: number): void;
  /** How soon the page wants to be looked at after a change, ms; null when at rest. */
  lookEvery(): number | null;
  /** When to look again although nothing changes, ms from now; null when at rest. */
  nextTick(): number | null;
  /** The address changed to another chat (its key), or to none. */
  chatLeft(siteKey: string | null, at: number): void;
  pageHidden(): void;
  pageGone(at: number): void;
  pageBack(at: number): void;
  /** A prompt is under way. */
  isLive(): boolean;
  /** Its answer has begun: growth is timed by the changes themselves, not by looks. */
  hasText(): boolean;
  /** A prompt is under way, or a gesture waits for its live sign. */
  isBusy(): boolean;
  /** A link was followed just now: a name that the address gets belongs to another chat. */
  isLeaving(at: number): boolean;
  /** Why the answers of this page cannot be believed to be found; null when they can. */
  trouble(): UnreadableReason | null;
}

export function createCycle(deps: CycleDeps): PromptCycle {
  const { root, clock, chat } = deps;
  const memory = createChatMemory(clock);
  const resumer = createResumer(
    deps.resume,
    (...found) => deps.soon(() => resume(...found)),
    (ms) => clock.setTimeout(deps.wake, ms),
  );
  const arming = createArming(clock);
  const growth = createGrowthWatch();
  const reports = createReports(deps.emit);
  const check = createSelfCheck();
  let live: LivePrompt | null = null;
  let liveLayout: Layout | null = null;
  let away: { live: LivePrompt; layout: Layout; siteKey: string } | null = null;
  let lookedAt = Number.POSITIVE_INFINITY;
  /** The page went away; it may be kept and come back with its prompt still under way. */
  let gone = false;

  const prompt = (
    layout: Layout,
    snapshot: Snapshot,
    more: Pick<LivePromptDeps, 'resumed' | 'besides'> = {},
  ): LivePrompt =>
    createLivePrompt({
      id: more.resumed?.id ?? deps.newId(),
      site: deps.site,
      clock,
      chat,
      layout,
      page: () => deps.read(layout),
      snapshot,
      context: () => more.resumed?.context ?? memory.context(),
      promptOf: memory.promptOf,
      ...more,
    });

  const second = createSecondAnswer(
    (layout, first) => prompt(layout, first.snapshot, { besides: first.id }),
    deps.emit,
  );

  /** `knownAt` is when the store was last told of it; null for a new one. */
  function follow(next: LivePrompt, layout: Layout, knownAt: number | null): void {
    live = next;
    liveLayout = layout;
    memory.forgetContext();
    growth.reset();
    reports.begin(knownAt);
  }

  function gesture(kind: GestureKind, target: Element, at: number): void {
    if (kind === 'stop') {
      live?.stop();
      return;
    }
    if (kind === 'navigate') {
      arming.leave(at);
      return;
    }
    const layout = deps.layout();
    if (layout === null) return;
    if (live !== null) endBefore(live, layout, kind === 'retry' ? target : null, at);
    // While an answer is awaited or streams, only a further send can begin a prompt.
    if (kind === 'send' ? isRepeated(layout, at) : live !== null && !isSettling(live)) return;
    arming.arm(kind, target, deps.read(layout), {
      siteKey: chat.current().siteKey,
      at,
      awaited: isAwaited(),
    });
  }

  /** Whether Enter was pressed once more, on what has just left the composer. */
  function isRepeated(layout: Layout, at: number): boolean {
    const sent = arming.armed() ?? (isAwaited() ? live?.snapshot : null);
    if (sent == null || sent.composerText === '' || at - sent.at >= AGAIN_MS) return false;
    return composerEmpty(deps.read(layout));
  }

  /** A prompt was sent, and nothing answers yet: what comes now is its answer. */
  function isAwaited(): boolean {
    const state = live?.state();
    return state !== undefined && !state.sawStreaming && state.firstTokenAt === null;
  }

  /** The answer is not being made any more, and has no marks of its end yet. */
  const isSettling = (last: LivePrompt): boolean =>
    last.state().idleSince !== null && last.state().firstTokenAt !== null;

  /**
   * A gesture while the last answer settles: if its marks of the end are there, they are believed at once, and so is
   * its own button of another attempt (`retried`).
   */
  function endBefore(last: LivePrompt, layout: Layout, retried: Element | null, at: number): void {
    const state = last.look(at, at);
    const answer = last.answerTurn();
    if (state.ended !== null) finish(last, state.ended, at);
    else if (state.idleSince !== null && answer !== null && hasFailed(layout, answer))
      finish(last, 'failed', at);
    else if (state.finished || (isSettling(last) && retried !== null && answer?.element.contains(retried)))
      finish(last, last.superseded(true).ended ?? 'complete', at);
  }

  /** Tells the prompt when nothing could look at it for long. Called first of all that looks. */
  function awake(at: number): void {
    if (at - lookedAt > ASLEEP_MS) thaw(at);
    lookedAt = at;
  }

  function thaw(at: number): void {
    live?.back(at, true);
    second.prompt()?.back(at, true);
  }

  function look(at: number, changedAt: number): void {
    // A page that goes is told that it is hidden after it was told that it goes: nothing ends by that.
    if (gone) return;
    awake(at);
    const before = live;
    const next = arming.armed();
    // What comes once another prompt is sent is no answer to one that is scrolled away from; nor is what takes the
    // place of one that settles.
    if (next !== null && live !== null && (live.isAway() || asksAgain(next))) lookForSign(next, at);
    if (live !== null && live === before) lookAtLive(live, at, changedAt);
    const armed = arming.armed();
    if (armed !== null) lookForSign(armed, at);
    if (live === null && arming.armed() === null) lookForLeftOver(at);
  }

  /** Is the last turn one that an earlier page measured, and did not see end? */
  function lookForLeftOver(at: number): void {
    const layout = deps.layout();
    const shown = chat.current();
    if (layout === null || shown.siteKey === null) return;
    resumer.consider({
      page: deps.read(layout),
      question: { site: deps.site, chat: shown },
      isKnown: (turn) => memory.promptOf(turn) !== null,
      at,
    });
  }

  function resume(resumed: ResumedPrompt, { chat: asked, turnKey }: ResumeQuestion): void {
    const layout = deps.layout();
    if (gone || layout === null || live !== null || arming.armed() !== null) return;
    // Another chat may be shown since, and its turn may have the same key.
    if (asked.localId !== chat.current().localId) return;
    const page = deps.read(layout);
    if (turnKeyOf(page, page.last('user')) !== turnKey) return;
    const at = clock.now();
    const snapshot = snapshotOf(resumed, page, chat.current().siteKey, clock);
    const next = prompt(layout, snapshot, { resumed });
    follow(next, layout, at);
    lookAtLive(next, at, at);
    deps.wake();
  }

  /** Has the armed gesture begun a prompt? */
  function lookForSign(snapshot: Snapshot, at: number): void {
    const layout = deps.layout();
    if (layout === null) return;
    const sign = signOf(snapshot, deps.read(layout), chat.current().siteKey, at, live);
    if (sign.kind === 'begun') {
      begin(snapshot, layout, at);
      return;
    }
    if (sign.lost) check.lostSend(true);
    if (sign.kind === 'over') arming.disarm();
  }

  function begin(snapshot: Snapshot, layout: Layout, at: number): void {
    if (live !== null) finish(live, live.superseded(!snapshot.streaming).ended ?? 'stopped', at);
    arming.reset();
    check.lostSend(false);
    if (snapshot.turns.length === 0 && !snapshot.early) {
      if (chat.current().siteKey === null && memory.size() > 0) startNewChat();
      memory.startsEmpty();
    }
    const next = prompt(layout, snapshot);
    follow(next, layout, null);
    if (root.visibilityState === 'hidden') next.noteHidden();
    lookAtLive(next, at, at);
  }

  function lookAtLive(own: LivePrompt, at: number, changedAt: number): void {
    const before = own.state();
    const state = own.look(at, changedAt);
    if (liveLayout !== null) {
      second.look(own, liveLayout, at, changedAt);
      memory.readContext(own, deps.read(liveLayout));
    }
    const ceased = before.sawStreaming && before.idleSince === null && state.idleSince !== null;
    if (ceased) growth.forgetRendering(own);
    deps.soon(() => readLive(own));
  }

  /** Reads and reports what a look has found due: apart from it, since a long answer takes long to look at as well. */
  function readLive(own: LivePrompt): void {
    if (gone || live !== own) return;
    const at = clock.now();
    const { ended } = own.state();
    if (ended === null) {
      reports.follow(own, at);
      return;
    }
    finish(own, ended, at);
    deps.wake();
  }

  function finish(own: LivePrompt, status: FinalStatus, at: number): void {
    reports.measure(own, at);
    // What was seen of an answer that was left and never found again is no proof that the site failed.
    const known: FinalStatus = status === 'failed' && own.wasAway() ? 'interrupted' : status;
    reports.emit(own, known, true, at);
    second.report(known, true);
    second.forget();
    live = null;
    if (liveLayout === null) return;
    judge(own, liveLayout, known);
    memory.keep(own);
  }

  /** Every end says something of how well this page can be read. */
  function judge(own: LivePrompt, layout: Layout, status: FinalStatus): void {
    const { firstTokenAt, sawStreaming } = own.state();
    const answer = own.answerTurn();
    check.ended({
      status,
      answerFound: answer !== null,
      answerLength: firstTokenAt === null ? 0 : own.answerLength(),
      answerImages: answer === null ? 0 : mediaOf(layout, null, answer).outputImages,
      sawStreaming,
      siteSaysFailed: answer !== null && hasFailed(layout, answer),
    });
  }

  function startNewChat(): void {
    chat.renew();
    forgetChat();
  }

  function forgetChat(): void {
    memory.forget();
    resumer.forget();
  }

  function chatLeft(siteKey: string | null, at: number): void {
    const left = live;
    const layout = liveLayout;
    const leftKey = chat.previous().siteKey;
    if (left !== null && layout !== null) {
      const { ended } = left.state();
      left.measure();
      finish(left, ended ?? left.gone().ended ?? 'interrupted', at);
      away = ended !== null || leftKey === null ? null : { live: left, layout, siteKey: leftKey };
    }
    arming.reset();
    check.lostSend(false);
    forgetChat();
    if (away === null || siteKey !== away.siteKey) return;
    // Back in the chat whose answer was left.
    live = away.live;
    liveLayout = away.layout;
    away = null;
    live.back(at, false);
  }

  return {
    gesture,
    changed(records, at) {
      awake(at);
      if (live !== null) growth.changed(live, second.prompt(), records, at);
    },
    look,
    chatLeft,
    lookEvery: () => (arming.armed() !== null ? ARMED_LOOK_MS : live !== null ? LOOK_MS : null),
    nextTick() {
      if (live?.state().idleSince != null && live.state().sawStreaming && !live.isAway())
        return SETTLING_TICK_MS;
      return live !== null || arming.armed() !== null ? TICK_MS : null;
    },
    pageHidden() {
      live?.noteHidden();
      second.prompt()?.noteHidden();
    },
    pageGone(at) {
      gone = true;
      if (live === null) return;
      live.look(at, at);
      const { ended, finished, stopRequested } = live.state();
      const whole = ended ?? (finished && !stopRequested ? 'complete' : null);
      if (whole !== null) {
        finish(live, whole, at);
        return;
      }
      live.measure();
      const status = live.gone().ended ?? 'interrupted';
      reports.emit(live, status, true, at);
      second.report(status, true);
    },
    pageBack(at) {
      gone = false;
      thaw(at);
    },
    isLive: () => live !== null,
    hasText: () => live !== null && live.state().firstTokenAt !== null,
    isBusy: () => live !== null || arming.armed() !== null,
    isLeaving: arming.isLeaving,
    trouble: check.trouble,
  };
}
