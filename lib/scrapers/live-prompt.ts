/**
 * One prompt under way: which turns are its own, what has been seen of it, and its state as an observation.
 * Reads the page only when asked; keeps no timers.
 */
import type {
  AttemptKind,
  ContextSeen,
  MediaSeen,
  Observation,
  PromptStatus,
  ResumedPrompt,
  SiteId,
  ThinkingSeen,
} from '../prompt';
import { createAnswerPlace } from './answer-place';
import { createAnswerText } from './answer-text';
import type { Chat, ChatTracker } from './chat';
import type { Clock } from './clock';
import { remembered } from './once';
import { createOwnTurns } from './own-turns';
import type { PageReading } from './page-reading';
import { stateOf, turnKeyOf } from './resume';
import { createSight } from './sight';
import type { Layout, Turn } from './site';
import type { Snapshot } from './snapshot';
import { textLength } from './text';
import { hasFailed, isFinished, isStreaming, isThinking, mediaOf, thinkingOf, wasStopped } from './thread';
import { type LiveState, type Look, startTurn, step } from './turn-state';

/** A user turn shorter than this share of what was typed is shown cut ("show more"): the typed text counts. */
const WHOLE_TEXT_SHARE = 0.98;

/** A site that builds an answer anew leaves no more than such a gap; who scrolls away leaves a longer one. */
const GAP_MS = 500;

export interface LivePrompt {
  readonly id: string;
  readonly snapshot: Snapshot;
  state(): LiveState;
  /**
   * Finds the prompt's own turns and looks at them once. `changedAt` is the time of the earliest change that no
   * look has seen yet: text found now appeared then.
   */
  look(at: number, changedAt: number): LiveState;
  /** Takes note of text that changed at a node (its place), or with a node that was just added (a new block). */
  noteGrowth(node: Node, at: number, added: boolean): boolean;
  /** Whether a node lies in the answer's text. */
  holds(node: Node): boolean;
  /** The growth noted last was a re-rendering: it counts for nothing. */
  forgetGrowth(): void;
  /** Reads the answer's text and its length. O(length). */
  measure(): void;
  /** Length of the answer's turn as it was last read, with what was there before a continuation. */
  answerLength(): number;
  stop(): void;
  gone(): LiveState;
  /** Another prompt was sent after this one, which was `still` by then: what this one came to. */
  superseded(still: boolean): LiveState;
  /**
   * The answer was out of sight until now: its chat was left, or its page was kept or asleep, and so frozen as it
   * was. What came meanwhile has no known time.
   */
  back(at: number, wasFrozen: boolean): void;
  /** The thread is scrolled away from the answer, or from where it is to come. */
  isAway(): boolean;
  /** The page was out of sight while this prompt was under way. */
  wasAway(): boolean;
  /** The answer that was there at the gesture grows on: the site continues what it had cut off. */
  isContinued(): boolean;
  /** Only this part of the turn is its answer: another answer grows beside it. */
  keepTo(part: Element): void;
  /** The page was hidden while this prompt was measured. */
  noteHidden(): void;
  /** Its question is new, and shown. */
  asksAnew(): boolean;
  /** Its question, or the one that it asks again. */
  question(): Turn | null;
  questionLength(): number;
  answerTurn(): Turn | null;
  /** The current state as an observation with the next revision; with the texts as last read when asked. */
  observation(status: PromptStatus, withTexts: boolean): Observation;
}

export interface LivePromptDeps {
  readonly id: string;
  readonly site: SiteId;
  readonly clock: Clock;
  readonly chat: ChatTracker;
  readonly layout: Layout;
  /** The page as it is now. */
  readonly page: () => PageReading;
  readonly snapshot: Snapshot;
  readonly context: () => ContextSeen;
  /** Id of the prompt that was measured for a user turn, null when none was. */
  readonly promptOf: (turn: Turn | null) => string | null;
  /** The stored prompt that is gone on with; its page went away. */
  readonly resumed?: ResumedPrompt;
  /** The prompt beside whose answer this one's grows. */
  readonly besides?: string;
}

export function createLivePrompt(deps: LivePromptDeps): LivePrompt {
  const { layout, page, snapshot, clock, resumed } = deps;
  let state = resumed === undefined ? startTurn(snapshot.at) : stateOf(resumed, snapshot);
  let revision = resumed?.revision ?? 0;
  let inputText = snapshot.gesture === 'send' ? snapshot.composerText : '';
  let shownMedia = mediaOf(layout, null, null);
  let thinking: ThinkingSeen = { seen: false, statedSeconds: null, textLength: 0 };
  let thought = resumed?.thinking.seen ?? false;
  const sight = createSight(clock.now(), resumed?.outputTextLength ?? null);
  let growthBefore: number | null = null;
  const place = createAnswerPlace(layout);
  let chat = deps.chat.current();
  let attemptOf: string | null = null;
  /** The context as it stood when the chat was left: what is shown since has another. */
  let leftContext: ContextSeen | null = null;
  const { asked, answer, find } = createOwnTurns({
    page,
    snapshot,
    wasLeft: () => leftContext !== null,
    isOwnChat: () => deps.chat.current().localId === chat.localId,
    onAsked: readInput,
    hasText: () => state.firstTokenAt !== null,
    onLost: lost,
    onBack: () => {
      if (clock.now() - lostAt >= GAP_MS) back(clock.now(), false);
    },
  });
  const said = createAnswerText({ layout, snapshot, isOwn: place.isOwn, isEdited });
  const inputLength = remembered(textLength);
  let slug: string | null = null;
  let lostAt = Number.NEGATIVE_INFINITY;

  /** An element that was taken out as a whole still holds what was seen of the answer since it was last read. */
  function lost(): void {
    lostAt = clock.now();
    const turn = answer.turn();
    if (turn !== null && !turn.element.isConnected && state.firstTokenAt !== null)
      measured(said.readLast(turn));
    place.forget();
  }

  function readInput(shown: string): void {
    const whole = shown === inputText || textLength(shown) >= textLength(inputText) * WHOLE_TEXT_SHARE;
    if (whole) inputText = shown;
  }

  /** A retry's question is the one before it. */
  const questionText = (): string => {
    if (said.isContinued()) return '';
    // A question may be there before its text.
    if (inputText === '' && asked.user() !== null) inputText = asked.questionText();
    return asked.user() !== null || inputText !== '' ? inputText : asked.questionText();
  };

  function answerVisible(): boolean {
    const turn = answer.turn();
    return turn !== null && said.isVisible(turn);
  }

  /** Where an edited turn is filled anew, nothing but its text tells the edit from a retry. */
  function isEdited(): boolean {
    return snapshot.editedTurn !== null && !['', snapshot.editedText].includes(asked.questionText());
  }

  /** What is scrolled out, or its row used for another turn, has what it was seen to have. */
  function media(turn: Turn | null): MediaSeen {
    const user = asked.shownUser();
    const seen = mediaOf(layout, user, turn);
    const { inputFiles, inputImages } = user === null ? shownMedia : seen;
    const { outputImages } = turn === null ? shownMedia : seen;
    shownMedia = { inputFiles, inputImages, outputImages };
    return shownMedia;
  }

  function grew(at: number, visible: boolean): void {
    sight.grew(visible && state.firstTokenAt === null);
    state = step(state, { type: 'grew', at, visible });
  }

  function look(at: number, changedAt: number): LiveState {
    find();
    const turn = answer.turn();
    const visible = state.firstTokenAt !== null || answerVisible();
    // Text that was there before any growth was noticed: the answer's turn was found late.
    if (visible && state.firstTokenAt === null) grew(changedAt, visible);
    const streaming = isStreaming(page(), turn);
    sight.looked(streaming, at);
    thought ||= turn !== null && isThinking(layout, turn);
    // While an answer is made, nothing is asked of it that only its end can tell: it may be long.
    const still = streaming ? null : turn;
    const failed = still !== null && hasFailed(layout, still);
    // A site may put a failure where it puts what was stopped.
    if (still !== null && !failed && wasStopped(layout, still)) state = step(state, { type: 'stop' });
    const seen: Look = {
      streaming,
      finished: still !== null && isFinished(layout, still),
      failed,
      thinking: thought,
      away: answer.isAway(),
      hasContent: turn !== null && (visible || mediaOf(layout, null, turn).outputImages > 0),
    };
    state = step(state, { type: 'look', at, look: seen });
    return state;
  }

  /** An answer that is not mounted says what it said. */
  function measure(): void {
    const turn = answer.turn();
    if (turn !== null) measured(said.read(turn));
  }

  function measured(length: number | null): void {
    if (length !== null) state = step(state, { type: 'measured', length });
  }

  const attemptKind = (): AttemptKind => {
    if (said.isContinued()) return 'continue';
    if (asked.user() !== null) return snapshot.editedTurn !== null ? 'edit' : 'first';
    if (snapshot.gesture === 'send') return 'first';
    return isEdited() ? 'edit' : 'retry';
  };

  function attempt(): Observation['attempt'] {
    if (resumed !== undefined) return resumed.attempt;
    if (deps.besides !== undefined) return { kind: 'alternative', of: deps.besides };
    const kind = attemptKind();
    const before = kind === 'edit' ? snapshot.editedTurn : kind === 'first' ? null : asked.question();
    // The site may give the question another key.
    attemptOf = deps.promptOf(before) ?? attemptOf;
    return { kind, of: kind === 'first' ? null : attemptOf };
  }

  /** The chat this prompt was sent in, with its name once the address has it; never the one shown since. */
  const ownChat = (): Chat => {
    const shown = [deps.chat.current(), deps.chat.previous()];
    chat = shown.find((one) => one.localId === chat.localId) ?? chat;
    return chat;
  };

  const wallSeconds = (at: number): number => Math.round(snapshot.wall + (at - snapshot.at)) / 1000;

  const timeOf = (at: number | null, seen: boolean): number | null =>
    at === null || !seen ? null : wallSeconds(at);

  function observation(status: PromptStatus, withTexts: boolean): Observation {
    revision += 1;
    const input = questionText();
    const turn = answer.turn();
    const shown = state.firstTokenAt !== null;
    const output = withTexts && shown ? said.text() : '';
    const outputLength = withTexts ? (shown ? said.length() : 0) : state.measuredLength;
    const lastTokenAt = state.firstTokenAt === null ? null : (state.growthAt ?? state.firstTokenAt);
    const model = layout.model(page().root, turn?.element ?? null);
    slug = model.slug ?? slug;
    if (turn !== null) thinking = thinkingOf(layout, turn);
    return {
      id: deps.id,
      revision,
      site: deps.site,
      layout: layout.id,
      chat: ownChat(),
      turnKey: turnKeyOf(page(), asked.question()),
      attempt: attempt(),
      status,
      model: { slug, label: snapshot.model.label ?? model.label },
      startTime: wallSeconds(snapshot.at),
      firstTokenTime: timeOf(state.firstTokenAt, sight.sawFirstToken()),
      lastTokenTime: timeOf(lastTokenAt, sight.sawLastToken(said.length())),
      utcOffsetMinutes: clock.utcOffsetMinutes(snapshot.wall),
      inputTextLength: inputLength(input),
      outputTextLength: outputLength,
      thinking: { ...thinking, seen: thought || thinking.seen },
      context: leftContext ?? deps.context(),
      media: media(turn),
      timesThrottled: sight.wasHidden(),
      texts: withTexts ? { input, output } : null,
    };
  }

  function back(at: number, wasFrozen: boolean): void {
    sight.back(at, said.length(), wasFrozen);
    state = step(state, { type: 'back' });
  }

  return {
    id: deps.id,
    snapshot,
    state: () => state,
    look,
    measure,
    observation,
    holds: (node) => place.holds(node, answer.turn()),
    noteGrowth(node, at, added) {
      // An old place that merely contains the answer has not grown by what was put beside the answer.
      const turn = answer.turn();
      if (!place.holds(node, turn) && !(added && place.isNewBlock(node, turn))) return false;
      if (state.growthAt !== at) growthBefore = state.growthAt;
      grew(at, state.firstTokenAt !== null || answerVisible());
      return true;
    },
    forgetGrowth: () => {
      state = step(state, { type: 'rerendered', growthAt: growthBefore });
    },
    stop: () => {
      state = step(state, { type: 'stop' });
    },
    gone: () => {
      leftContext ??= deps.context();
      state = step(state, { type: 'gone' });
      return state;
    },
    superseded: (still) => {
      state = step(state, answer.isAway() ? { type: 'gone' } : { type: 'superseded', still });
      return state;
    },
    back,
    isAway: answer.isAway,
    wasAway: sight.wasAway,
    keepTo: place.keepTo,
    isContinued: said.isContinued,
    noteHidden: sight.hide,
    asksAnew: () => asked.user() !== null,
    question: asked.question,
    questionLength: () => inputLength(asked.user() === null ? asked.questionText() : inputText),
    answerTurn: answer.turn,
    answerLength: said.wholeLength,
  };
}
