/**
 * A chat page as plain data with a clock that the test turns: it feeds the tracker as lib/scrapers/observer.ts does,
 * and does what the tracker asks for as lib/scrapers/page/effects.ts does. No DOM, so that a test takes milliseconds.
 */
import { createWords, settledPart, type Words } from '../../../lib/scrapers/page/words';
import type {
  Effect,
  Gesture,
  GestureKind,
  Report,
  TrackerEvent,
} from '../../../lib/scrapers/tracker/events';
import { focusOf, textsIn } from '../../../lib/scrapers/tracker/focus';
import { trouble } from '../../../lib/scrapers/tracker/health';
import { lookEvery, nextTick, reduce } from '../../../lib/scrapers/tracker/reduce';
import { startTracker, type TrackerState } from '../../../lib/scrapers/tracker/state';
import { type Change, PlainReader, readWhole } from './plain-reader';
import { type Answer, type Block, clean, type Exchange, type Kind, lengthOf, newAnswer } from './plain-turns';
import { PlainRecords } from './records';

/** A page at rest is read this long after a change, ms. */
const REST_MS = 1_000;
/** Monotonic and wall time at which a page begins, ms. */
const BEGIN_MS = 1_000;
const BEGIN_WALL_MS = 1_768_306_662_000;

interface Timer {
  readonly handle: number;
  readonly due: number;
  readonly run: () => void;
}

export class PlainPage {
  /** The words that the composer holds; null where none is mounted. */
  composer: string | null = '';
  generating = false;
  totalTurns: number | null = null;
  covered = false;
  model: string | null = 'Model 5';
  chatKey: string | null = null;
  blocks: Block[] = [];
  /** How long a task of its own has to wait, ms; null when it does not wait, as in a hidden page. */
  soonMs: () => number | null = () => 0;
  tracker: TrackerState;
  readonly records = new PlainRecords();
  /** When the store was asked for a prompt, seconds. */
  readonly asked: number[] = [];
  private words: Words = createWords();
  private reader: PlainReader;
  private nowMs = BEGIN_MS;
  private wallMs = BEGIN_WALL_MS;
  private timers: Timer[] = [];
  private handles = 0;
  private elements = 0;
  private keysGiven = 0;
  private changes: Change[] = [];
  private isDirty = false;
  private changedAt: number | null = null;
  private lastLookAt = Number.NEGATIVE_INFINITY;
  private lookTimer: Timer | null = null;
  private waiting: (() => void)[] = [];
  private depth = 0;
  private address: string | null = null;
  private isFrozen = false;

  constructor(
    readonly kind: Kind,
    build: (page: PlainPage) => void = () => {},
  ) {
    build(this);
    this.address = this.chatKey;
    this.tracker = startTracker(this.chatKey);
    this.reader = new PlainReader(() => this, this.words);
    this.records.begin();
    this.isDirty = false;
    this.changes = [];
    this.look();
  }

  // ---- time ----

  /** Seconds since the page began. */
  get now(): number {
    return (this.nowMs - BEGIN_MS) / 1000;
  }

  /** Lets changes be heard, then turns the clock, running what falls due. */
  pass(seconds: number): void {
    this.hear();
    const until = this.nowMs + Math.round(seconds * 1000);
    for (;;) {
      const next = this.timers.filter(({ due }) => due <= until).sort((a, b) => a.due - b.due)[0];
      if (next === undefined) break;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.turn(Math.max(0, next.due - this.nowMs));
      next.run();
      this.hear();
    }
    this.turn(until - this.nowMs);
  }

  private turn(ms: number): void {
    this.nowMs += ms;
    this.wallMs += ms;
  }

  /** Nothing runs for so long: the page is frozen, or its computer sleeps while both clocks go on. */
  freeze(seconds: number): void {
    this.hear();
    this.turn(seconds * 1000);
  }

  /** The computer's clock is set; the monotonic one is not. */
  setClock(seconds: number): void {
    this.wallMs += seconds * 1000;
  }

  private after(ms: number, run: () => void): Timer {
    this.handles += 1;
    const timer = { handle: this.handles, due: this.nowMs + ms, run };
    this.timers.push(timer);
    return timer;
  }

  // ---- what the observer does ----

  private dispatch(event: TrackerEvent): void {
    const step = reduce(this.tracker, event);
    this.tracker = step.state;
    this.depth += 1;
    try {
      for (const effect of step.effects) this.run(effect);
    } finally {
      this.depth -= 1;
      if (this.depth === 0) this.follow();
    }
  }

  private follow(): void {
    this.reader.turnTo(focusOf(this.tracker));
    this.words.prune(textsIn(this.tracker), new Set(this.tracker.attempts.map(({ no }) => no)));
  }

  private look(): void {
    const at = this.nowMs;
    const since = this.changedAt ?? at;
    this.followAddress();
    this.changedAt = null;
    this.dispatch({ type: 'reading', at, since, page: this.reader.read() });
    this.lastLookAt = at;
    const tick = nextTick(this.tracker);
    if (tick !== null) this.lookIn(tick);
  }

  private followAddress(): void {
    if (this.chatKey === this.address) return;
    this.address = this.chatKey;
    this.flush();
    this.dispatch({ type: 'address', at: this.nowMs, chatKey: this.chatKey });
  }

  private lookIn(ms: number): void {
    const due = this.nowMs + ms;
    if (this.lookTimer !== null) {
      if (this.lookTimer.due <= due) return;
      const { handle } = this.lookTimer;
      this.timers = this.timers.filter((timer) => timer.handle !== handle);
    }
    this.lookTimer = this.after(ms, () => {
      this.lookTimer = null;
      this.look();
    });
  }

  private note(): void {
    if (!this.isDirty) return;
    const at = this.nowMs;
    this.changedAt ??= at;
    const grown = this.reader.note(this.changes, at);
    this.changes = [];
    this.isDirty = false;
    for (const growth of grown) this.dispatch({ type: 'grew', at, ...growth });
  }

  /** The page's changes are heard, as a mutation observer hears them: after the script that made them. */
  private hear(): void {
    if (!this.isDirty) return;
    this.note();
    const due = this.lastLookAt + (lookEvery(this.tracker) ?? REST_MS);
    if (this.nowMs >= due) this.look();
    else if (this.lookTimer === null || this.lookTimer.due > due) this.lookIn(due - this.nowMs);
  }

  private gesture(
    kind: GestureKind,
    { block = null, inMenu = false }: { block?: Block | null; inMenu?: boolean } = {},
  ): void {
    const at = this.nowMs;
    this.followAddress();
    this.note();
    const since = this.changedAt ?? at;
    this.changedAt = null;
    this.dispatch({ type: 'reading', at, since, page: this.reader.read() });
    this.flush();
    const keep = (text: string | null) => (text === null ? null : this.words.keep(clean(text)));
    const isAsked = this.generating ? kind === 'edit' : ['retry', 'edit', 'press'].includes(kind);
    const lastAnswer = isAsked ? this.reader.lastAnswerText() : null;
    const gesture: Gesture = {
      type: 'gesture',
      kind,
      at,
      wall: this.wallMs,
      utcOffsetMinutes: 60,
      element: block?.element ?? null,
      inMenu,
      typed: kind === 'send' ? keep(this.composer) : null,
      edited: kind === 'edit' ? keep(block?.question?.text ?? null) : null,
      lastAnswer: keep(lastAnswer === null || !this.generating ? lastAnswer : settledPart(lastAnswer)),
      model: { slug: null, label: this.model },
    };
    this.dispatch(gesture);
    const tick = nextTick(this.tracker);
    if (tick !== null) this.lookIn(tick);
  }

  private run(effect: Effect): void {
    switch (effect.type) {
      case 'read':
        if (effect.soon) this.inTask(() => this.readAnswer(effect));
        else this.readAnswer(effect);
        return;
      case 'emit': {
        const { texts } = effect.report;
        const said = {
          question: texts === null ? null : this.words.of(texts.input),
          answer: texts === null ? null : this.answerWords(effect.report),
        };
        if (effect.soon) this.inTask(() => this.records.take(effect.report, said));
        else this.records.take(effect.report, said);
        return;
      }
      case 'measure':
        this.measure(effect);
        return;
      case 'ask': {
        this.asked.push(this.now);
        const prompt = this.records.stored(effect.question.turnKey, effect.question.chatKey);
        if (prompt === null) {
          this.after(effect.againMs, () => this.lookIn(0));
          return;
        }
        this.after(0, () => {
          const { chat, question } = effect;
          this.dispatch({
            type: 'found',
            at: this.nowMs,
            wall: this.wallMs,
            utcOffsetMinutes: 60,
            prompt,
            chat,
            turnKey: question.turnKey,
          });
          this.lookIn(0);
        });
      }
    }
  }

  private answerWords({ attemptNo, texts }: Report): string {
    return texts?.output === true ? (this.words.answers.get(attemptNo) ?? '') : '';
  }

  private readAnswer({ attempt, turn, part, former, asksModel }: Extract<Effect, { type: 'read' }>): void {
    const block = this.reader.blockOf(turn);
    const found = block === null ? null : readWhole(block, part, this.words.of(former));
    if (found !== null) this.words.answers.set(attempt, found.words);
    const text = found === null || asksModel ? (found?.text ?? null) : { ...found.text, model: null };
    this.dispatch({ type: 'text', at: this.nowMs, attempt, text });
  }

  private measure({ chat, turns }: Extract<Effect, { type: 'measure' }>): void {
    const open = turns.flatMap((id) => {
      const block = this.reader.blockOf(id);
      return block === null ? [] : [{ id, block }];
    });
    const slice = (): void => {
      const lengths = open.splice(0, 4).map(({ id, block }) => ({
        id,
        length: lengthOf((id.startsWith('u') ? block.question?.text : block.answer?.text) ?? ''),
      }));
      if (lengths.length > 0) this.dispatch({ type: 'lengths', chat, lengths });
      if (open.length > 0) this.after(1, slice);
    };
    if (open.length > 0) this.after(1, slice);
  }

  private inTask(step: () => void): void {
    const ms = this.soonMs();
    if (ms === null) {
      step();
      return;
    }
    this.waiting.push(step);
    this.after(ms, () => {
      if (!this.waiting.includes(step)) return;
      this.waiting = this.waiting.filter((one) => one !== step);
      step();
    });
  }

  private flush(): void {
    const steps = this.waiting;
    this.waiting = [];
    for (const step of steps) step();
  }

  /** Why the page cannot be read; null when it can. */
  get trouble(): string | null {
    return trouble(this.tracker.health);
  }

  // ---- what happens to the page ----

  hide(): void {
    this.dispatch({ type: 'watch', at: this.nowMs, change: 'hidden' });
    this.look();
  }

  show(): void {
    this.dispatch({ type: 'watch', at: this.nowMs, change: 'shown' });
    this.look();
  }

  /** The page goes; nothing runs in it until it comes back, if it is kept. */
  leave(): void {
    this.note();
    const since = this.changedAt ?? this.nowMs;
    this.changedAt = null;
    this.dispatch({ type: 'reading', at: this.nowMs, since, page: this.reader.read() });
    this.flush();
    this.dispatch({ type: 'gone', at: this.nowMs });
    this.isFrozen = true;
    for (const { handle } of this.timers.splice(0))
      if (this.lookTimer?.handle === handle) this.lookTimer = null;
  }

  /** A page that was kept comes back as it was. */
  comeBack(): void {
    if (!this.isFrozen) throw new Error('a page that was not left cannot come back');
    this.isFrozen = false;
    this.dispatch({ type: 'kept', at: this.nowMs });
    this.lookIn(0);
  }

  /** The page is loaded anew, with another observer. `build` puts its turns in place. */
  reload(build: () => void): void {
    this.leave();
    this.isFrozen = false;
    this.blocks = [];
    this.composer = '';
    this.generating = false;
    this.words = createWords();
    this.reader = new PlainReader(() => this, this.words);
    build();
    this.changes = [];
    this.isDirty = false;
    this.address = this.chatKey;
    this.tracker = startTracker(this.chatKey);
    this.records.begin();
    this.look();
  }

  // ---- what its user does ----

  type(text: string): void {
    this.composer = text;
    this.changed();
  }

  enter(): void {
    this.gesture('send');
  }

  /** Any control; in a turn, or beside all of them. */
  press(block: Block | null = null, inMenu = false): void {
    this.gesture('press', { block, inMenu });
  }

  retry(block: Block | null): void {
    this.gesture('retry', { block });
  }

  edit(block: Block): void {
    this.gesture('edit', { block });
  }

  stop(): void {
    this.gesture('stop');
  }

  link(): void {
    this.gesture('navigate');
  }

  // ---- what the site does ----

  changed(): void {
    this.isDirty = true;
  }

  go(chatKey: string | null): void {
    this.chatKey = chatKey;
  }

  private key(role: 'u' | 'a'): string | null {
    switch (this.kind.keys) {
      case 'none':
        return null;
      case 'rows':
        return `row-${this.blocks.length}`;
      case 'own':
        this.keysGiven += 1;
        return `${this.kind.shared ? 'x' : role}${this.keysGiven}`;
    }
  }

  private block(key: string | null): Block {
    this.elements += 1;
    return { element: this.elements, key, connected: true, shown: true, question: null, answer: null };
  }

  /** A question is shown at the end of the thread. `key` only where the page has keys. */
  question(text: string, { key, files = 0 }: { key?: string; files?: number } = {}): Exchange {
    const block = this.block(this.kind.keys === 'none' ? null : (key ?? this.key('u')));
    block.question = { text, files, images: 0 };
    this.blocks.push(block);
    this.changed();
    return { ask: block, reply: null };
  }

  /** The answer's turn is shown, with what it says so far. */
  reply(exchange: Exchange, text = '', key?: string): Answer {
    const answer = newAnswer(text);
    if (this.kind.shared) {
      exchange.reply = exchange.ask;
      if (text !== '') this.changes.push({ block: exchange.ask, part: null, added: text.length, removed: 0 });
    } else {
      const block = this.block(this.kind.keys === 'none' ? null : (key ?? this.key('a')));
      const place = this.blocks.indexOf(exchange.ask);
      this.blocks.splice(place === -1 ? this.blocks.length : place + 1, 0, block);
      exchange.reply = block;
    }
    exchange.reply.answer = answer;
    this.changed();
    return answer;
  }

  startStream(): void {
    this.generating = true;
    this.changed();
  }

  endStream(): void {
    this.generating = false;
    this.changed();
  }

  grow(exchange: Exchange, text: string, part: number | null = null): void {
    const { block, answer } = answerIn(exchange);
    const own = answer.parts.find(({ element }) => element === part);
    if (own === undefined) answer.text += text;
    else own.text += text;
    this.changes.push({ block, part, added: text.length, removed: 0 });
    this.changed();
  }

  /** The text is put in place anew, as another one or word for word. */
  render(exchange: Exchange, text: string | null = null): void {
    const { block, answer } = answerIn(exchange);
    const next = text ?? answer.text;
    this.changes.push({ block, part: null, added: next.length, removed: answer.text.length });
    answer.text = next;
    this.changed();
  }

  /** Takes the answer's text out, without another in its place. */
  empty(exchange: Exchange): void {
    const { block, answer } = answerIn(exchange);
    this.changes.push({ block, part: null, added: 0, removed: answer.text.length });
    answer.text = '';
    this.changed();
  }

  mark(exchange: Exchange, marks: Partial<Answer>): void {
    Object.assign(answerIn(exchange).answer, marks);
    this.changed();
  }

  /** Takes elements out of the page. */
  remove(...blocks: (Block | null)[]): void {
    for (const block of blocks) {
      if (block === null) continue;
      block.connected = false;
      this.blocks = this.blocks.filter((one) => one !== block);
    }
    this.changed();
  }

  /** The same turn in another element, at a place of the thread; at its end when none is named. */
  mount(block: Block, place = this.blocks.length): Block {
    const next = { ...this.block(block.key), question: block.question, answer: block.answer };
    this.blocks.splice(place, 0, next);
    this.changed();
    return next;
  }

  /** The site builds the whole thread anew: other elements with the same keys, or with other ones. */
  rebuild(exchanges: readonly Exchange[], rekey: (key: string | null) => string | null = (key) => key): void {
    const before = this.blocks;
    for (const block of before) block.connected = false;
    const made = new Map(
      before.map((block) => [block, { ...this.block(rekey(block.key)), ...contents(block) }]),
    );
    this.blocks = before.flatMap((block) => made.get(block) ?? []);
    for (const exchange of exchanges) {
      exchange.ask = made.get(exchange.ask) ?? exchange.ask;
      exchange.reply = exchange.reply === null ? null : (made.get(exchange.reply) ?? exchange.reply);
    }
    this.changed();
  }

  // ---- whole ways ----

  /** An exchange of the chat's past. */
  past(question: string, answer: string): Exchange {
    const exchange = this.question(question);
    this.reply(exchange, answer).finished = true;
    return exchange;
  }

  /** Sent the way most sites do it: composer emptied, question shown, stop button there. */
  ask(text: string): Exchange {
    this.type(text);
    this.enter();
    this.type('');
    const exchange = this.question(text);
    this.startStream();
    return exchange;
  }

  /** Grows by its chunks, one each 50 ms. */
  write(exchange: Exchange, chunks: readonly string[]): void {
    for (const chunk of chunks) {
      this.grow(exchange, chunk);
      this.pass(0.05);
    }
  }

  /** The stop button goes and the marks of the end come. */
  finish(exchange: Exchange): void {
    this.endStream();
    this.mark(exchange, { finished: true });
    this.pass(1);
  }

  /** A second of waiting, the answer in chunks, its end. */
  answer(exchange: Exchange, chunks: readonly string[]): void {
    this.pass(1);
    this.reply(exchange);
    this.write(exchange, chunks);
    this.finish(exchange);
  }

  /** Another attempt, as this kind of page makes it: the old answer emptied, or another element in its place. */
  again(exchange: Exchange): void {
    this.retry(exchange.reply);
    this.clearReply(exchange);
    this.startStream();
  }

  /** Takes the old answer away, and is ready for another. */
  clearReply(exchange: Exchange): void {
    if (this.kind.refills) {
      this.empty(exchange);
      this.mark(exchange, { finished: false, failed: false, stopped: false });
    } else {
      this.remove(exchange.reply);
      this.reply(exchange);
    }
  }

  /** Another chat is shown, with exchanges of its own. */
  openChat(chatKey: string | null, exchanges = 0): Exchange[] {
    this.go(chatKey);
    this.generating = false;
    this.remove(...this.blocks);
    return Array.from({ length: exchanges }, (_, n) => this.past(`Old question ${n}`, `Old answer ${n}.`));
  }
}

const contents = ({ shown, question, answer }: Block) => ({ shown, question, answer });

export function answerIn({ reply }: Exchange): { block: Block; answer: Answer } {
  const answer = reply?.answer ?? null;
  if (reply === null || answer === null) throw new Error('the exchange has no answer yet');
  return { block: reply, answer };
}
