/**
 * The life of the prompts of one page, one after the other: a gesture arms, a live sign begins, looks follow, the
 * end is reported. Knows no timers and no listeners: it is told what happened and says when to look again.
 */
import type { ContextSeen, FinalStatus, Observation, ResumedPrompt, SiteId } from '../prompt';
import type { ChatTracker } from './chat';
import type { Clock } from './clock';
import { createContextReader } from './context';
import type { GestureKind } from './gestures';
import { addsNothing, recordGrows } from './growth';
import { createSelfCheck } from './health';
import { createLivePrompt, type LivePrompt } from './live-prompt';
import { promptMemory } from './prompt-memory';
import { type AskToResume, createResumer, snapshotOf, turnKeyOf } from './resume';
import type { Layout, Turn } from './site';
import { isNew, type Snapshot, takeSnapshot } from './snapshot';
import { hasVisibleText, readText, textLength } from './text';
import {
  alternativesOf,
  hasFailed,
  isAnswerText,
  isStreaming,
  lastTurn,
  mediaOf,
  mountedTurns,
  turnText,
} from './thread';

/** While a gesture waits for its live sign, looks are closer: a one-token answer streams for an instant. */
const ARMED_LOOK_MS = 25;
const LOOK_MS = 100;
/** The end is looked for at least this often, since the marks that go away may change nothing else. */
const TICK_MS = 400;
const SETTLING_TICK_MS = 120;
/** A gesture's live sign must follow within this time. */
const SEND_PATIENCE_MS = 60_000;
const PRESS_PATIENCE_MS = 10_000;
/** An emptied composer without any new turn for this long means that the page cannot be read. */
const LOST_SEND_MS = 20_000;
/** Growth is timed in steps of this size: a burst of changes costs as much as one. */
const GROWTH_STEP_MS = 10;
/** Text is read after this much quiet, and never more than this many characters per ms of streaming. */
const QUIET_MS = 200;
const READ_CHARACTERS_PER_MS = 100;
/** An address that changes this soon after a link was followed changed because of it. */
const LEAVING_MS = 5_000;
const HEARTBEAT_MS = 5_000;
/** Sign of life while nothing changes. */
const SILENT_HEARTBEAT_MS = 25_000;

export interface CycleDeps {
  readonly site: SiteId;
  readonly root: Document;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly chat: ChatTracker;
  /** The layout of the page as it is now; null when none is recognised. */
  readonly layout: () => Layout | null;
  readonly emit: (observation: Observation) => void;
  /** Asks for the stored prompt that a turn belongs to. */
  readonly resume?: AskToResume;
  /** Called when a prompt begins outside of a look, so that looks follow. */
  readonly wake?: () => void;
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
  trouble(): string | null;
}

export function createCycle(deps: CycleDeps): PromptCycle {
  const { root, clock, chat } = deps;
  const context = createContextReader(clock);
  const memory = promptMemory();
  const resumer = deps.resume === undefined ? null : createResumer(deps.resume, resume);
  let armed: { snapshot: Snapshot; layout: Layout } | null = null;
  let live: LivePrompt | null = null;
  let liveLayout: Layout | null = null;
  /** A second answer to the live prompt, growing beside the first: an attempt of its own. */
  let twin: LivePrompt | null = null;
  let contextSeen: (() => ContextSeen) | null = null;
  let away: { live: LivePrompt; layout: Layout; siteKey: string } | null = null;
  /** The thread as it stood when the person began to edit a prompt. */
  let editing: Snapshot | null = null;
  /** When a link was last followed. */
  let leftAt = Number.NEGATIVE_INFINITY;
  const check = createSelfCheck();
  /** Prompts whose first token was reported. */
  const begun = new WeakSet<LivePrompt>();
  /** Prompts whose context was read as that of a continuation. */
  const continued = new WeakSet<LivePrompt>();
  let seenFromStart = false;
  let lastReadAt = Number.NEGATIVE_INFINITY;
  let lastEmitAt = Number.NEGATIVE_INFINITY;
  let emittedGrowthAt: number | null = null;
  /** The last changes that seemed to add text to the answer. */
  let lastGrowth: { records: readonly MutationRecord[]; at: number } | null = null;

  function gesture(kind: GestureKind, target: Element, at: number): void {
    const layout = deps.layout();
    if (kind === 'stop') {
      live?.stop();
      return;
    }
    if (kind === 'navigate') {
      armed = null;
      leftAt = at;
      return;
    }
    if (layout === null) return;
    if (live !== null) endBefore(live, layout, at);
    // While an answer streams, only a further send can begin a prompt.
    if (live !== null && kind !== 'send') return;
    leftAt = Number.NEGATIVE_INFINITY;
    const composer = kind === 'send' ? root.querySelector(layout.composer) : null;
    const typed = composer === null ? '' : readText([composer], '');
    const time = { at, wall: clock.wall() };
    const siteKey = chat.current().siteKey;
    const taken = takeSnapshot(layout, root, kind, target, { ...time, siteKey }, typed);
    // An editor in the place of a prompt may leave nothing that tells a turn: it stood where the edit began.
    const inside = kind !== 'send' && editing?.editedTurn?.element.contains(target) === true;
    const snapshot = inside && editing !== null ? { ...editing, ...time, model: taken.model } : taken;
    editing = snapshot.editedTurn === null ? null : snapshot;
    armed = { snapshot, layout };
  }

  /** A gesture while the last answer settles: if its marks of the end are there, they are believed at once. */
  function endBefore(prompt: LivePrompt, layout: Layout, at: number): void {
    const state = prompt.look(at, at);
    const answer = prompt.answerTurn();
    if (state.ended !== null) finish(prompt, state.ended, at);
    else if (state.idleSince !== null && answer !== null && hasFailed(layout, answer))
      finish(prompt, 'failed', at);
    else if (state.finished) finish(prompt, prompt.superseded().ended ?? 'complete', at);
  }

  function changed(records: readonly MutationRecord[], at: number): void {
    if (live === null) return;
    const { growthAt } = live.state();
    if (twin === null && growthAt !== null && at - growthAt < GROWTH_STEP_MS) return;
    const prompt = live;
    const other = twin;
    if (records.some((record) => recordGrows(prompt, record, at))) lastGrowth = { records, at };
    if (other !== null) records.some((record) => recordGrows(other, record, at));
  }

  /** Sites render an answer anew at the moment it ends; that adds nothing, although it looks like growth. */
  function forgetLastRendering(prompt: LivePrompt): void {
    if (lastGrowth === null || lastGrowth.at !== prompt.state().growthAt) return;
    const answer = prompt.answerTurn()?.element ?? null;
    const layout = liveLayout;
    if (answer === null || layout === null) return;
    // The action bar that comes at the same time is no text of the answer.
    const own = lastGrowth.records.filter(({ target }) => isAnswerText(layout, target, answer));
    if (addsNothing(own)) prompt.forgetGrowth();
  }

  function look(at: number, changedAt: number): void {
    if (live !== null) lookAtLive(live, at, changedAt);
    if (armed !== null) lookForSign(armed.snapshot, at);
    if (live === null && armed === null) lookForLeftOver(at);
  }

  /** Is the last turn one that an earlier page measured, and did not see end? */
  function lookForLeftOver(at: number): void {
    const layout = deps.layout();
    const shown = chat.current();
    if (layout === null || shown.siteKey === null) return;
    resumer?.consider({
      layout,
      root,
      question: { site: deps.site, chat: shown },
      isKnown: (turn) => memory.promptOf(turn) !== null,
      streaming: (of) => isStreaming(of, root, lastTurn(of, root, 'assistant')),
      at,
    });
  }

  function resume(resumed: ResumedPrompt, turnKey: string): void {
    const layout = deps.layout();
    if (layout === null || live !== null || armed !== null) return;
    if (turnKeyOf(layout, root, lastTurn(layout, root, 'user')) !== turnKey) return;
    const at = clock.now();
    lastEmitAt = at;
    emittedGrowthAt = null;
    lastGrowth = null;
    contextSeen = null;
    liveLayout = layout;
    const snapshot = snapshotOf(resumed, layout, root, chat.current().siteKey, clock);
    live = createLivePrompt({
      id: resumed.id,
      site: deps.site,
      root,
      clock,
      chat,
      layout,
      snapshot,
      context: () => resumed.context,
      promptOf: memory.promptOf,
      resumed,
    });
    lookAtLive(live, at, at);
    deps.wake?.();
  }

  /** Has the armed gesture begun a prompt? */
  function lookForSign(snapshot: Snapshot, at: number): void {
    const layout = deps.layout();
    if (layout === null) return;
    const send = snapshot.gesture === 'send';
    const turns = mountedTurns(layout, root);
    const users = turns.filter((turn) => turn.role === 'user');
    const lastUser = users.at(-1) ?? null;
    const asked = lastUser !== null && isNew(lastUser, snapshot, users.length);
    const answer = turns.findLast((turn) => turn.role === 'assistant') ?? null;
    const streams = !snapshot.streaming && isStreaming(layout, root, answer);
    const emptied = send && composerEmpty(layout);
    // A control that opened another chat, where an answer happens to stream, has asked for nothing.
    const moved = !send && snapshot.siteKey !== chat.current().siteKey && users.length > 1;
    if (!moved && (streams || (send && asked && emptied))) {
      begin(snapshot, layout, turns, at);
      return;
    }
    const waited = at - snapshot.at;
    const gone = send && waited >= LOST_SEND_MS && emptied && snapshot.composerText !== '' && !asked;
    if (gone) check.lostSend(true);
    if (waited >= (send ? SEND_PATIENCE_MS : PRESS_PATIENCE_MS)) armed = null;
  }

  function composerEmpty(layout: Layout): boolean {
    const composer = root.querySelector(layout.composer);
    return composer === null || !hasVisibleText([composer], '');
  }

  function begin(snapshot: Snapshot, layout: Layout, turns: readonly Turn[], at: number): void {
    if (live !== null) finish(live, live.superseded().ended ?? 'stopped', at);
    armed = null;
    editing = null;
    check.lostSend(false);
    if (snapshot.turns.length === 0) {
      if (chat.current().siteKey === null && memory.size() > 0) startNewChat();
      seenFromStart = true;
    }
    contextSeen = null;
    lastEmitAt = at;
    emittedGrowthAt = null;
    lastGrowth = null;
    liveLayout = layout;
    live = createLivePrompt({
      id: deps.newId(),
      site: deps.site,
      root,
      clock,
      chat,
      layout,
      snapshot,
      context: () => contextSeen?.() ?? { turns: 0, textLength: 0, complete: false },
      promptOf: memory.promptOf,
    });
    if (root.visibilityState === 'hidden') live.noteHidden();
    readContext(live, layout, turns);
    lookAtLive(live, at, at);
    if (live !== null) emit(live, 'pending', false, at);
  }

  /** The turns before this prompt are its context; those that it replaces are not. */
  function readContext(prompt: LivePrompt, layout: Layout, turns: readonly Turn[]): void {
    const { snapshot } = prompt;
    const users = turns.filter((turn) => turn.role === 'user');
    const lastUser = users.at(-1) ?? null;
    const asked = lastUser !== null && isNew(lastUser, snapshot, users.length);
    const cut = asked || snapshot.gesture === 'send' ? snapshot.editedTurn : lastUser;
    const end = cut === null ? -1 : snapshot.turns.findIndex((turn) => sameTurn(turn, cut));
    contextSeen = context.read({
      layout,
      earlier: end === -1 ? snapshot.turns : snapshot.turns.slice(0, end),
      replaced: end === -1 ? [] : snapshot.turns.slice(end),
      total: layout.totalTurns(root),
      seenFromStart,
    });
  }

  function findTwin(prompt: LivePrompt, changedAt: number): void {
    const turn = prompt.answerTurn();
    if (liveLayout?.alternatives === undefined || turn === null || prompt.state().idleSince !== null) return;
    const [own, other] = alternativesOf(liveLayout, turn);
    if (own === undefined || other === undefined) return;
    prompt.keepTo(own);
    twin = createLivePrompt({
      id: deps.newId(),
      site: deps.site,
      root,
      clock,
      chat,
      layout: liveLayout,
      snapshot: prompt.snapshot,
      context: () => contextSeen?.() ?? { turns: 0, textLength: 0, complete: false },
      promptOf: memory.promptOf,
      besides: prompt.id,
    });
    twin.keepTo(other);
    twin.look(changedAt, changedAt);
  }

  /** A continuation re-reads everything: the question and the answer so far as well. */
  function readContinued({ snapshot }: LivePrompt): void {
    if (liveLayout === null) return;
    contextSeen = context.read({
      layout: liveLayout,
      earlier: snapshot.turns,
      replaced: [],
      total: liveLayout.totalTurns(root),
      seenFromStart,
    });
  }

  function lookAtLive(prompt: LivePrompt, at: number, changedAt: number): void {
    const before = prompt.state();
    let state = prompt.look(at, changedAt);
    if (twin === null) findTwin(prompt, changedAt);
    else twin.look(at, changedAt);
    if (prompt.isContinued() && !continued.has(prompt)) {
      continued.add(prompt);
      readContinued(prompt);
    }
    if (before.sawStreaming && before.idleSince === null && state.idleSince !== null) {
      forgetLastRendering(prompt);
      state = prompt.state();
    }
    const grown = state.growthAt !== state.measuredGrowthAt;
    if (state.ended !== null) {
      finish(prompt, state.ended, at);
      return;
    }
    // The changes tell of the first token before a look does.
    if (!begun.has(prompt) && state.firstTokenAt !== null) {
      begun.add(prompt);
      measure(prompt, at);
      emit(prompt, 'pending', false, at);
      return;
    }
    const quiet = at - (state.growthAt ?? at) >= QUIET_MS;
    const pause = Math.max(QUIET_MS, state.measuredLength / READ_CHARACTERS_PER_MS);
    if (grown && quiet && at - lastReadAt >= pause) measure(prompt, at);
    const silent = at - lastEmitAt;
    if (silent >= HEARTBEAT_MS && state.growthAt !== emittedGrowthAt) {
      measure(prompt, at);
      emit(prompt, 'pending', false, at);
    } else if (silent >= SILENT_HEARTBEAT_MS) {
      emit(prompt, 'pending', false, at);
    }
  }

  function measure(prompt: LivePrompt, at: number): void {
    prompt.measure();
    lastReadAt = at;
  }

  function emit(prompt: LivePrompt, status: Observation['status'], withTexts: boolean, at: number): void {
    lastEmitAt = at;
    emittedGrowthAt = prompt.state().growthAt;
    deps.emit(prompt.observation(status, withTexts));
  }

  function finish(prompt: LivePrompt, status: FinalStatus, at: number): void {
    measure(prompt, at);
    // What was seen of an answer that was left and never found again is no proof that the site failed.
    const known: FinalStatus = status === 'failed' && prompt.wasAway() ? 'interrupted' : status;
    emit(prompt, known, true, at);
    if (prompt === live && twin !== null) {
      twin.measure();
      deps.emit(twin.observation(known, true));
      twin = null;
    }
    const layout = liveLayout;
    if (layout !== null) checkEnd(prompt, layout, known);
    const turns = [prompt.userTurn(), prompt.answerTurn()];
    if (layout !== null) {
      for (const turn of turns) if (turn !== null) context.remember(turn, textLength(turnText(layout, turn)));
      memory.remember(prompt.userTurn() ?? lastTurn(layout, root, 'user'), prompt.id);
    }
    if (prompt === live) live = null;
  }

  /** Every end says something of how well this page can be read. */
  function checkEnd(prompt: LivePrompt, layout: Layout, status: FinalStatus): void {
    const { firstTokenAt, measuredLength, sawStreaming } = prompt.state();
    const answer = prompt.answerTurn();
    check.ended({
      status,
      answerFound: answer !== null,
      answerLength: firstTokenAt === null ? 0 : measuredLength,
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
    context.forget();
    memory.forget();
    resumer?.forget();
    seenFromStart = false;
  }

  function chatLeft(siteKey: string | null, at: number): void {
    const left = live;
    const layout = liveLayout;
    const leftKey = chat.previous().siteKey;
    if (left !== null && layout !== null) {
      left.measure();
      left.gone();
      finish(left, left.state().ended ?? 'interrupted', at);
      away = leftKey === null ? null : { live: left, layout, siteKey: leftKey };
    }
    armed = null;
    editing = null;
    leftAt = Number.NEGATIVE_INFINITY;
    check.lostSend(false);
    forgetChat();
    if (away !== null && siteKey === away.siteKey) comeBack(away.live, away.layout, at);
  }

  function comeBack(prompt: LivePrompt, layout: Layout, at: number): void {
    away = null;
    live = prompt;
    liveLayout = layout;
    prompt.back(at);
  }

  return {
    gesture,
    changed,
    look,
    chatLeft,
    lookEvery: () => (armed !== null ? ARMED_LOOK_MS : live !== null ? LOOK_MS : null),
    nextTick() {
      if (live !== null && live.state().idleSince !== null && live.state().sawStreaming)
        return SETTLING_TICK_MS;
      return live !== null || armed !== null ? TICK_MS : null;
    },
    pageHidden: () => live?.noteHidden(),
    pageGone(at) {
      if (live === null) return;
      live.look(at, at);
      // What has ended is measured no more.
      live.measure();
      const status = live.state().finished ? 'complete' : (live.gone().ended ?? 'interrupted');
      emit(live, status, status === 'complete', at);
      if (twin === null) return;
      twin.measure();
      deps.emit(twin.observation(status, status === 'complete'));
    },
    pageBack: (at) => live?.back(at),
    isLive: () => live !== null,
    hasText: () => live !== null && live.state().firstTokenAt !== null,
    isBusy: () => live !== null || armed !== null,
    isLeaving: (at) => at - leftAt < LEAVING_MS,
    trouble: check.trouble,
  };
}

const sameTurn = (one: Turn, other: Turn): boolean =>
  one.role === other.role && (one.key !== null ? one.key === other.key : one.element === other.element);
