/**
 * The smallest chat page that can be observed, and a clock that the test turns. The sites' own markup is tested in
 * real browsers; here only what the observer makes of gestures, changes and time.
 */
import { Window } from 'happy-dom';
import type { Observation, PageState, ResumedPrompt, ResumeQuestion } from '../../../lib/prompt';
import type { Clock } from '../../../lib/scrapers/clock';
import { observePage } from '../../../lib/scrapers/observer';
import type { Observer } from '../../../lib/scrapers/observing';
import type { Layout, Site } from '../../../lib/scrapers/site';

const layout: Layout = {
  id: 'bench',
  present: '.turn',
  turn: '.turn',
  user: { mark: '.turn.user', text: '.text', notText: 'button', keepSpace: 'pre' },
  assistant: { mark: '.turn.assistant', text: '.text', notText: 'button, .label', keepSpace: 'pre' },
  key: (turn) => turn.getAttribute('data-key'),
  composer: '#composer',
  send: '#send',
  stop: '#stop',
  stopPlaces: ['#stop'],
  retry: '.retry',
  streaming: '.streaming',
  alternatives: '.choice',
  finished: '.bar',
  failed: '.error',
  thinking: '.thinking',
  thinkingText: '.thinking',
  thinkingDuration: null,
  inputFiles: '.file',
  inputImages: null,
  outputImages: 'img',
  virtualised: false,
  model: (root) => ({ slug: null, label: root.querySelector('#model')?.textContent ?? null }),
  totalTurns: () => null,
};

const site: Omit<Site, 'layouts'> = {
  id: 'chatgpt',
  hosts: ['chat.test'],
  conversationKey: (url) => /^\/c\/(.+)$/.exec(url.pathname)?.[1] ?? null,
  isChatPage: (url) => !url.pathname.startsWith('/share'),
};

interface Timer {
  readonly handle: number;
  readonly due: number;
  readonly run: () => void;
}

export class BenchPage {
  readonly window = new Window({ url: 'https://chat.test/' });
  readonly document = this.window.document as unknown as Document;
  readonly emitted: Observation[] = [];
  readonly states: PageState[] = [];
  readonly end = new AbortController();
  readonly observer: Observer;
  private nowMs = 1_000;
  private wallMs = 1_768_306_662_601;
  private timers: Timer[] = [];
  private handles = 0;
  private ids = 0;
  /** How long a step of the observer waits for its task; null when it does not wait, as in a hidden page. */
  soonMs = (): number | null => 0;
  /** What the worker is asked, and what it has. */
  readonly asked: ResumeQuestion[] = [];
  stored: ResumedPrompt | null = null;

  /** `build` fills the page before it is observed; `own` is what its layout has of its own. */
  constructor(build: (page: BenchPage) => void = () => {}, own: Partial<Layout> = {}) {
    this.document.body.innerHTML =
      '<main id="thread"></main><div id="composer" contenteditable></div><button id="send">Send</button><span id="model">5.2</span><a id="link" href="/c/other">Other</a><button id="menu">Menu</button>';
    build(this);
    for (const name of [
      'Element',
      'Text',
      'Node',
      'KeyboardEvent',
      'MouseEvent',
      'HTMLAnchorElement',
      'MutationObserver',
      'PageTransitionEvent',
    ] as const) {
      Object.defineProperty(globalThis, name, {
        value: (this.window as unknown as Record<string, unknown>)[name] ?? class {},
        configurable: true,
        writable: true,
      });
    }
    const clock: Clock = {
      now: () => this.nowMs,
      wall: () => this.wallMs,
      utcOffsetMinutes: () => 60,
      setTimeout: (run, ms) => {
        this.handles += 1;
        this.timers.push({ handle: this.handles, due: this.nowMs + ms, run });
        return this.handles;
      },
      clearTimeout: (handle) => {
        this.timers = this.timers.filter((timer) => timer.handle !== handle);
      },
      soon: (run) => {
        const ms = this.soonMs();
        if (ms === null) run();
        else clock.setTimeout(run, ms);
      },
      whenIdle: (run) => void clock.setTimeout(run, 1),
    };
    this.observer = observePage({
      site: { ...site, layouts: [{ ...layout, ...own }] },
      root: this.document,
      url: () => new URL(this.window.location.href),
      clock,
      newId: () => {
        this.ids += 1;
        return `00000000-0000-4000-8000-${String(this.ids).padStart(12, '0')}`;
      },
      emit: (observation) => this.emitted.push(observation),
      resume: async (question) => {
        this.asked.push(question);
        return this.stored;
      },
      onState: (state) => this.states.push(state),
      signal: this.end.signal,
    });
  }

  /** Lets the DOM report its changes, then turns the clock, running timers as they fall due. */
  async pass(ms: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 2));
    const until = this.nowMs + ms;
    for (;;) {
      const next = this.timers.filter((timer) => timer.due <= until).sort((a, b) => a.due - b.due)[0];
      if (next === undefined) break;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.wallMs += Math.max(0, next.due - this.nowMs);
      this.nowMs = Math.max(this.nowMs, next.due);
      next.run();
    }
    this.wallMs += until - this.nowMs;
    this.nowMs = until;
  }

  /** The computer's clock is set; the monotonic one is not. */
  setWallClock(ms: number): void {
    this.wallMs = ms;
  }

  /** The computer sleeps: its clock goes on, the monotonic one does not, and nothing runs. */
  sleep(ms: number): void {
    this.wallMs += ms;
  }

  /** The computer sleeps and both clocks go on: nothing runs, and what was due is overdue. */
  freeze(ms: number): void {
    this.wallMs += ms;
    this.nowMs += ms;
  }

  /** The page is kept in memory while another one is shown, and comes back as it was. */
  keep(type: 'pagehide' | 'pageshow', trusted = true): void {
    const event = new this.window.Event(type);
    Object.setPrototypeOf(event, PageTransitionEvent.prototype);
    Object.defineProperties(event, { persisted: { value: true }, isTrusted: { value: trusted } });
    this.window.dispatchEvent(event);
  }

  /** Another tab is brought to the front, or this one again. */
  hide(visibility: DocumentVisibilityState = 'hidden'): void {
    Object.defineProperty(this.document, 'visibilityState', { value: visibility, configurable: true });
    const event = new this.window.Event('visibilitychange') as unknown as Event;
    Object.defineProperty(event, 'isTrusted', { value: true });
    this.document.dispatchEvent(event);
  }

  go(path: string): void {
    this.window.history.pushState({}, '', path);
  }

  element(selector: string): Element {
    const found = this.document.querySelector(selector);
    if (found === null) throw new Error(`${selector} is not on the page`);
    return found;
  }

  /** The turn of this key. */
  at(key: string): Element {
    return this.element(`[data-key="${key}"]`);
  }

  /** The site takes turns out of the page that are not in view. */
  unmount(...keys: string[]): void {
    for (const key of keys) this.at(key).remove();
  }

  /** The button of another attempt, at the end of an answer, is pressed. */
  retry(key: string): void {
    this.mark(this.at(key), 'retry');
    this.press(`[data-key="${key}"] .retry`);
  }

  press(selector: string, trusted = true): void {
    this.gesture(new this.window.MouseEvent('click', { bubbles: true, composed: true }), selector, trusted);
  }

  enter(selector: string, init: { shiftKey?: boolean } = {}): void {
    const event = new this.window.KeyboardEvent('keydown', {
      key: 'Enter',
      bubbles: true,
      composed: true,
      ...init,
    });
    this.gesture(event, selector, true);
  }

  private gesture(event: object, selector: string, trusted: boolean): void {
    Object.defineProperty(event, 'isTrusted', { value: trusted });
    this.element(selector).dispatchEvent(event as Event);
  }

  type(text: string): void {
    this.element('#composer').textContent = text;
  }

  turn(role: 'user' | 'assistant', key: string, text = '', parent = '#thread'): Element {
    const turn = this.document.createElement('div');
    turn.className = `turn ${role}`;
    turn.setAttribute('data-key', key);
    const holder = this.document.createElement('div');
    holder.className = 'text';
    if (text !== '') holder.append(text);
    turn.append(holder);
    this.element(parent).append(turn);
    return turn;
  }

  exchange(n: number): void {
    this.turn('user', `u${n}`, `Question ${n}`);
    this.mark(this.turn('assistant', `a${n}`, `Answer ${n}`), 'bar');
  }

  mark(turn: Element, className: string): void {
    const mark = this.document.createElement('i');
    mark.className = className;
    turn.append(mark);
  }

  unmark(selector: string): void {
    for (const mark of this.document.querySelectorAll(selector)) mark.remove();
  }

  /** Sends the typed text the way a site does: composer emptied, question shown, stop button up. */
  send(text: string, key: string): void {
    this.type(text);
    this.enter('#composer');
    this.type('');
    this.turn('user', `u${key}`, text);
    this.startStream();
  }

  startStream(): void {
    const stop = this.document.createElement('button');
    stop.id = 'stop';
    this.document.body.append(stop);
  }

  endStream(turn: Element | null): void {
    this.unmark('#stop');
    if (turn !== null) this.mark(turn, 'bar');
  }

  grow(turn: Element, text: string): void {
    const holder = turn.querySelector('.text');
    const chunk = this.document.createElement('span');
    chunk.append(text);
    holder?.append(chunk);
  }

  /** An answer grows by the rest of its text, ends, and settles. */
  async finish(turn: Element, rest: string): Promise<void> {
    this.grow(turn, rest);
    await this.pass(500);
    this.endStream(turn);
    await this.pass(8_000);
  }

  /** A whole answer: 1 s of silence, then `chunks` every 50 ms, then the marks of the end. */
  async answer(key: string, chunks: readonly string[]): Promise<Element> {
    await this.pass(1_000);
    const turn = this.turn('assistant', `a${key}`);
    for (const chunk of chunks) {
      this.grow(turn, chunk);
      await this.pass(50);
    }
    this.endStream(turn);
    await this.pass(1_000);
    return turn;
  }

  /** The last state of each prompt. */
  records(): Observation[] {
    const last = new Map<string, Observation>();
    for (const observation of this.emitted) last.set(observation.id, observation);
    return [...last.values()];
  }
}
