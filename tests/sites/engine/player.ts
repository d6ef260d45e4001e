import type { LogEntry, SimPhase } from '../types';
import { AnswerWriter, answerLength } from './answer';
import { type Block, blocksOf } from './blocks';
import { now } from './dom';
import type { ExchangeView, Layout, Shown } from './layout';
import type { Attempt } from './memory';
import { type Cue, schedule } from './schedule';
import { textOf } from './texts';

/** What the page does at the turns of an answer. */
export interface PlayerEvents {
  phase(phase: SimPhase): void;
  /** The user's turn comes: the exchange enters the thread. */
  user(): void;
  /** The assistant's turn came: rows changed. */
  turned(): void;
  grew(): void;
  ended(kind: 'complete' | 'stopped' | 'failed' | 'refused', position: number): void;
  /** The connection is lost, or there again. */
  offline(lost: boolean): void;
  /** The answer is cut off; it can be continued. */
  cut(): void;
  /** The page asks its own stop button. */
  stop(): void;
  /** Nothing of this answer will change any more. */
  settled(): void;
}

/** The blocks of an attempt's answer. */
export function answerBlocks(attempt: Attempt): Block[] {
  const { text, kind, minCharacters } = attempt.plan;
  return blocksOf(text !== '' ? text : textOf(kind, minCharacters));
}

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/** Runs in a task of its own, as soon as possible: timers are held back for 4 ms when nested. */
function soon(run: () => void): void {
  waiting.push(run);
  channel.port2.postMessage(null);
}

/** Plays one answer into its view, cue after cue, and keeps its log entry true. */
export class Player {
  private readonly cues: readonly Cue[];
  private writer: AnswerWriter;
  private length: number;
  private next = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private over = false;
  /** Text of the model's that was there before a continuation. */
  private readonly before: string;
  private readonly beside: AnswerWriter | null;

  constructor(
    private readonly attempt: Attempt,
    private readonly shown: Shown,
    private readonly view: ExchangeView,
    private readonly layout: Layout,
    private readonly entry: LogEntry | null,
    private readonly events: PlayerEvents,
    continues: Player | null = null,
    private readonly twin: LogEntry | null = null,
  ) {
    const blocks = answerBlocks(attempt);
    this.length = answerLength(blocks, layout);
    this.writer = continues?.writer ?? new AnswerWriter(blocks, layout, view, layout.grow);
    this.before = this.writer.text();
    this.beside = this.twin === null ? null : this.besideWriter();
    const code = layout.rerenders && blocks.some((block) => block.kind === 'code');
    const from = this.length === 0 ? 0 : this.writer.position / this.length;
    this.cues = schedule(attempt.plan, this.length, attempt.speed, code, from);
  }

  /** Writes the second answer into the place that the view opens beside the first. */
  private besideWriter(): AnswerWriter {
    const place = { ...this.view, openText: () => this.view.openAlternative?.() ?? this.view.openText() };
    const view: ExchangeView = Object.setPrototypeOf(place, this.view);
    return new AnswerWriter(blocksOf(this.attempt.plan.alternative), this.layout, view, this.layout.grow);
  }

  private growBeside(part: number, at: number): void {
    if (this.beside === null || this.twin === null) return;
    const before = this.beside.position;
    if (part >= 1) this.beside.finish();
    else this.beside.writeTo(Math.round(this.attempt.plan.alternative.length * part));
    if (this.beside.position === before) return;
    this.twin.firstTokenAt ??= at;
    this.twin.lastTokenAt = at;
    this.twin.answerText = this.beside.text();
  }

  /** The model's text of this attempt alone. */
  private text(): string {
    return this.writer.text().slice(this.before.length).trim();
  }

  /** Plays what is due at once (the chat was away meanwhile), then goes on in its own time. */
  resume(): void {
    const elapsed = now() - this.attempt.sentAt;
    for (let cue = this.cues[this.next]; cue !== undefined && cue.at <= elapsed; cue = this.cues[this.next]) {
      this.next += 1;
      this.play(cue, this.attempt.sentAt + cue.at);
    }
    this.wait();
  }

  start(): void {
    this.wait();
  }

  /** The user's stop. */
  stop(): void {
    this.cancel();
    this.end('stopped', now());
    this.events.settled();
  }

  /** Leaves the answer as it is in the page. */
  cancel(): void {
    this.over = true;
    clearTimeout(this.timer);
  }

  position(): number {
    return this.writer.position;
  }

  private wait(): void {
    const cue = this.cues[this.next];
    if (this.over) return;
    if (cue === undefined) {
      this.events.settled();
      return;
    }
    const delay = this.attempt.sentAt + cue.at - now();
    const run = () => {
      if (this.over) return;
      this.next += 1;
      this.play(cue, now());
      this.wait();
    };
    if (delay > 0.5) this.timer = setTimeout(run, delay);
    else soon(run);
  }

  private play(cue: Cue, at: number): void {
    const { plan } = this.attempt;
    switch (cue.kind) {
      case 'user':
        this.events.user();
        return;
      case 'assistant':
        this.view.begin(this.shown, true);
        if (plan.marksLate) this.view.markStreaming?.(false);
        this.events.turned();
        this.events.phase(plan.thinkingMs > 0 && plan.thinking === 'hidden' ? 'thinking' : 'waiting');
        return;
      case 'think':
        this.events.phase('thinking');
        this.think(plan.thinkingText.slice(0, Math.round(plan.thinkingText.length * cue.part)));
        return;
      case 'thought':
        if (plan.thinking === 'overlay') this.view.overlay?.(null);
        this.view.thought(thoughtSeconds(this.attempt), plan.thinkingText);
        this.events.phase('waiting');
        return;
      case 'chunk':
        if (plan.marksLate) this.view.markStreaming?.(true);
        this.chunk(cue.part, at);
        return;
      case 'approval':
      case 'approved':
        this.view.approval?.(cue.kind === 'approval');
        return;
      case 'replace':
        this.replace(at);
        return;
      case 'stop':
        this.events.stop();
        return;
      case 'finish':
        this.end('complete', at);
        return;
      case 'fail':
        this.end('failed', at);
        return;
      case 'limit':
        this.end('refused', at);
        return;
      case 'offline':
      case 'online':
        this.events.offline(cue.kind === 'offline');
        return;
      case 'cut':
        this.end('complete', at);
        this.events.cut();
        return;
      case 'again':
        this.view.again?.();
        this.events.phase('waiting');
        return;
      case 'bar':
        this.view.bar(this.shown);
        return;
      case 'rerender':
        this.view.rerender();
        return;
    }
  }

  private think(text: string): void {
    if (this.attempt.plan.thinking === 'overlay') this.view.overlay?.(text);
    else this.view.think(text);
  }

  private chunk(part: number, at: number): void {
    const before = this.writer.position;
    if (part >= 1) this.writer.finish();
    else this.writer.writeTo(Math.round(this.length * part));
    if (this.writer.position > before) this.grown(at);
    this.growBeside(part, at);
  }

  private replace(at: number): void {
    const blocks = blocksOf(this.attempt.plan.replaceText);
    const part = this.length === 0 ? 0 : this.writer.position / this.length;
    this.writer.clear();
    this.length = answerLength(blocks, this.layout);
    this.writer = new AnswerWriter(blocks, this.layout, this.view, this.layout.grow);
    this.writer.writeTo(Math.round(this.length * part));
    this.grown(at);
  }

  private grown(at: number): void {
    if (this.entry !== null) {
      this.entry.firstTokenAt ??= at;
      this.entry.lastTokenAt = at;
      this.entry.answerText = this.text();
    }
    this.events.phase('streaming');
    this.events.grew();
  }

  private end(kind: 'complete' | 'stopped' | 'failed' | 'refused', at: number): void {
    const { plan } = this.attempt;
    this.attempt.status = kind;
    if (this.twin !== null) this.twin.status = kind;
    const cut = kind === 'complete' && plan.cutAfter === null ? null : this.writer.position;
    this.attempt.cut = cut;
    if (this.entry !== null) {
      this.entry.finishedAt = at;
      this.entry.status = kind;
      this.entry.stopped = kind === 'stopped';
      this.entry.failed = kind === 'failed' || kind === 'refused';
      this.entry.answerText = this.text();
    }
    this.events.ended(kind, this.writer.position);
    if (kind !== 'refused') {
      const bar = kind !== 'complete' || plan.actionBar === 'normal';
      this.view.end(kind, this.shown, bar, plan.errorMessage);
    }
    this.events.phase('idle');
  }
}

/** What the page says of the thinking: whole seconds, at least one. */
export function thoughtSeconds(attempt: Attempt): number {
  return Math.max(1, Math.round(attempt.plan.thinkingMs / attempt.speed / 1000));
}
