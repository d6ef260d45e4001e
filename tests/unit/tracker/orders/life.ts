/**
 * A chat that lives at random, and the truth about it: what was asked, what was answered, and when. The page does what
 * sites do; the truth is written down by whoever makes it do so, never by what is measured.
 */
import type { AttemptKind, FinalStatus } from '../../../../lib/prompt';
import { PlainPage } from '../plain-page';
import { type Exchange, type Kind, lengthOf, wholeText } from '../plain-turns';

export interface Truth {
  status: FinalStatus;
  readonly kind: AttemptKind;
  /** What it tries again; `any` in a chat that was left since: what is remembered of it is not asked here. */
  readonly of: number | null | 'any';
  readonly question: string;
  answer: string;
  readonly sent: number;
  first: number | null;
  last: number | null;
  /** It was out of sight for a while: its times may be unknown. */
  unseen: boolean;
  /** Characters of the earlier turns that are shown. */
  readonly context: number;
}

export const HAPPENINGS = [
  'pause',
  'draft',
  'press',
  'render',
  'replace',
  'hide',
  'enter on the empty composer',
  'flicker',
  'rebuild',
  'scroll',
  'other chat',
  'kept page',
  'frozen',
  'cover',
] as const;
export type Happening = (typeof HAPPENINGS)[number];

export const ENDINGS = ['bar', 'late bar', 'no bar', 'stop', 'failure', 'left', 'cut', 'queue'] as const;
export type Ending = (typeof ENDINGS)[number];

export interface Plan {
  /** Seconds until the first word, and how many words there are. */
  readonly wait: number;
  readonly words: number;
  /** What happens after a word. */
  readonly meanwhile: readonly {
    readonly after: number;
    readonly what: Happening;
    readonly seconds: number;
  }[];
  readonly ending: Ending;
  /** Seconds that the ending takes, and of rest after it. */
  readonly delay: number;
  readonly rest: number;
}

interface Chat {
  readonly key: string | null;
  readonly exchanges: Exchange[];
  /** Which record the exchange's last attempt is. */
  readonly records: Map<Exchange, number | 'any'>;
}

/** A word of letters alone that no other number gives. */
const wordOf = (n: number): string =>
  [...String(n)]
    .map((digit) => 'bcdfghklmn'.charAt(Number(digit)) + 'aeiou'.charAt(Number(digit) % 5))
    .join('');

export class Life {
  readonly page: PlainPage;
  readonly truth: Truth[] = [];
  chat: Chat = { key: null, exchanges: [], records: new Map() };
  private readonly chats: Chat[] = [];
  private words = 0;
  private named = 0;

  constructor(kind: Kind, soonMs: number) {
    this.page = new PlainPage(kind);
    this.page.soonMs = () => soonMs;
  }

  private word(): string {
    this.words += 1;
    return wordOf(this.words);
  }

  get last(): Exchange | null {
    return this.chat.exchanges.at(-1) ?? null;
  }

  // ---- prompts ----

  ask(plan: Plan): void {
    const { page } = this;
    const text = `ask ${this.word()} now`;
    const truth = this.begin('first', text, null, this.chat.exchanges);
    const exchange = page.ask(text);
    this.chat.exchanges.push(exchange);
    this.chat.records.set(exchange, this.truth.length - 1);
    if (this.chat.key === null && plan.delay < 2) this.name(plan.delay / 4);
    this.goOn(exchange, truth, plan);
  }

  retry(plan: Plan): void {
    const exchange = this.last;
    if (exchange === null || exchange.reply === null) return;
    const of = this.chat.records.get(exchange) ?? null;
    const truth = this.begin(
      'retry',
      exchange.ask.question?.text ?? '',
      of,
      this.chat.exchanges.slice(0, -1),
    );
    this.page.again(exchange);
    this.chat.records.set(exchange, this.truth.length - 1);
    this.goOn(exchange, truth, plan);
  }

  edit(plan: Plan, back: number): void {
    const { page, chat } = this;
    const place = Math.max(0, chat.exchanges.length - 1 - back);
    const exchange = chat.exchanges[place];
    if (exchange === undefined || exchange.reply === null) return;
    const of = chat.records.get(exchange) ?? null;
    const text = `edit ${this.word()} now`;
    page.edit(exchange.ask);
    page.pass(0.5);
    const truth = this.begin('edit', text, of, chat.exchanges.slice(0, place));
    page.edit(exchange.ask);
    const gone = chat.exchanges.splice(place);
    for (const one of gone.slice(1)) page.remove(one.ask, one.reply);
    let next = exchange;
    if (page.kind.refills) {
      if (exchange.ask.question !== null) exchange.ask.question.text = text;
      page.clearReply(exchange);
    } else {
      page.remove(exchange.ask, exchange.reply);
      next = page.question(text);
    }
    page.startStream();
    chat.exchanges.push(next);
    chat.records.set(next, this.truth.length - 1);
    this.goOn(next, truth, plan);
  }

  private begin(kind: AttemptKind, question: string, of: Truth['of'], earlier: readonly Exchange[]): Truth {
    const truth: Truth = {
      status: 'complete',
      kind,
      of,
      question,
      answer: '',
      sent: this.page.now,
      first: null,
      last: null,
      unseen: false,
      context: contextOf(earlier),
    };
    this.truth.push(truth);
    return truth;
  }

  private name(seconds: number): void {
    this.page.pass(seconds);
    this.named += 1;
    const key = `own-${this.named}`;
    this.page.go(key);
    this.chat = { ...this.chat, key };
  }

  // ---- answers ----

  private goOn(exchange: Exchange, truth: Truth, plan: Plan): void {
    const { page } = this;
    page.pass(plan.wait);
    const isEmpty = plan.words === 0 && ['stop', 'failure', 'left', 'cut'].includes(plan.ending);
    if (exchange.reply === null && !isEmpty) page.reply(exchange);
    if (!isEmpty) this.write(exchange, truth, plan);
    truth.answer = exchange.reply?.answer == null ? '' : wholeText(exchange.reply.answer);
    this.end(exchange, truth, plan);
    page.pass(plan.rest);
  }

  private write(exchange: Exchange, truth: Truth, { words, meanwhile }: Plan): void {
    const { page } = this;
    for (let n = 0; n < Math.max(1, words); n += 1) {
      page.grow(exchange, `${this.word()} `);
      truth.first ??= page.now;
      truth.last = page.now;
      page.pass(0.06);
      for (const { after, what, seconds } of meanwhile)
        if (after === n) this.happen(exchange, truth, what, seconds);
    }
  }

  private end(exchange: Exchange, truth: Truth, { ending, delay }: Plan): void {
    const { page } = this;
    switch (ending) {
      case 'bar':
        page.endStream();
        page.mark(exchange, { finished: true });
        return;
      case 'late bar':
        page.endStream();
        page.pass(delay);
        page.mark(exchange, { finished: true });
        return;
      case 'no bar':
        page.endStream();
        page.pass(0.5 + delay);
        return;
      case 'stop':
        truth.status = 'stopped';
        page.stop();
        page.pass(delay / 20);
        page.endStream();
        page.pass(0.5);
        return;
      case 'failure':
        truth.status = truth.unseen ? 'interrupted' : 'failed';
        page.endStream();
        if (exchange.reply === null) page.reply(exchange);
        page.mark(exchange, { failed: true });
        page.pass(0.5);
        return;
      case 'left':
        truth.status = 'interrupted';
        // An answer that was left is not gone back to: it would go on.
        this.chat = { ...this.chat, key: null };
        this.open(2, true);
        return;
      case 'cut': {
        truth.status = 'stopped';
        this.ask({ wait: 0.5, words: 3, meanwhile: [], ending: 'bar', delay: 9, rest: 1 });
        return;
      }
      case 'queue':
        this.queue(exchange, delay);
    }
  }

  /** A follow-up is typed while the answer still grows; the site sends it when that has ended. */
  private queue(exchange: Exchange, delay: number): void {
    const { page } = this;
    const text = `queue ${this.word()} now`;
    page.type(text);
    page.enter();
    page.type('');
    page.pass(3);
    page.endStream();
    page.mark(exchange, { finished: true });
    page.pass(delay / 4);
    const truth = this.begin('first', text, null, this.chat.exchanges);
    const next = page.question(text);
    page.startStream();
    this.chat.exchanges.push(next);
    this.chat.records.set(next, this.truth.length - 1);
    this.goOn(next, truth, { wait: 0.5, words: 3, meanwhile: [], ending: 'bar', delay, rest: 1 });
  }

  // ---- what happens meanwhile ----

  private happen(exchange: Exchange, truth: Truth, what: Happening, seconds: number): void {
    const { page, chat } = this;
    switch (what) {
      case 'pause':
        page.pass(seconds * 6);
        return;
      case 'render':
        page.pass(0.5);
        page.render(exchange);
        page.pass(seconds);
        return;
      case 'replace':
        page.pass(0.5);
        page.render(
          exchange,
          `${this.word()} ${this.word()} ${this.word()} ${exchange.reply?.answer?.text ?? ''}`,
        );
        truth.last = page.now;
        page.pass(seconds);
        return;
      case 'flicker':
        page.endStream();
        page.pass(0.2);
        page.startStream();
        return;
      case 'rebuild':
        this.rebuild();
        page.pass(0.2);
        return;
      case 'scroll':
        if (!page.kind.virtualised || chat.exchanges.length < 2) return;
        truth.unseen = true;
        this.scroll(1 + seconds);
        return;
      case 'other chat':
        if (chat.key === null || page.kind.keys === 'none') return;
        truth.unseen = true;
        this.forget(exchange);
        this.visit(seconds);
        return;
      case 'kept page':
        truth.unseen = true;
        page.leave();
        page.freeze(seconds);
        page.comeBack();
        page.pass(0.1);
        return;
      case 'frozen':
        truth.unseen = true;
        page.freeze(100);
        page.pass(0.1);
        return;
      default:
        this.noise(what, seconds);
    }
  }

  /** What counts for nothing, at any time. */
  noise(what: Happening, seconds: number): void {
    const { page, chat } = this;
    switch (what) {
      case 'draft':
        page.type('half a thought');
        page.pass(seconds);
        page.type('');
        return;
      case 'press':
        page.press(chat.exchanges[0]?.reply ?? null);
        page.pass(seconds);
        return;
      case 'hide':
        page.hide();
        page.pass(seconds);
        page.show();
        return;
      case 'enter on the empty composer':
        page.enter();
        page.pass(seconds);
        return;
      case 'cover':
        for (const block of page.blocks) block.shown = false;
        page.covered = true;
        page.changed();
        page.pass(seconds);
        for (const block of page.blocks) block.shown = true;
        page.covered = false;
        page.changed();
        return;
      case 'rebuild':
        this.rebuild();
        page.pass(seconds);
        return;
      case 'scroll':
        if (page.kind.virtualised) this.scroll(seconds);
        return;
      case 'kept page':
        this.unsee();
        page.leave();
        page.freeze(seconds);
        page.comeBack();
        page.pass(6);
        return;
      case 'frozen':
        this.unsee();
        page.freeze(100);
        // What stood still while nobody looked has to stand still before eyes to be whole.
        page.pass(6);
        return;
      default:
        page.pass(seconds);
    }
  }

  /** The last answer may not be over by now: what comes after this was not seen to come. */
  private unsee(): void {
    const last = this.truth.at(-1);
    if (last !== undefined) last.unseen = true;
  }

  private rebuild(): void {
    const { page, chat } = this;
    page.rebuild(chat.exchanges);
    // Without keys nothing tells which of the turns is which.
    if (page.kind.keys === 'none') this.forget(null);
  }

  /** Of a chat that was left, what is remembered of all but the open prompt is not asked here. */
  private forget(open: Exchange | null): void {
    for (const one of this.chat.records.keys()) if (one !== open) this.chat.records.set(one, 'any');
  }

  /** Everything but the first exchange leaves the page, and comes back in other elements. */
  private scroll(seconds: number): void {
    const { page, chat } = this;
    const [kept, out] = [chat.exchanges.slice(0, 1), chat.exchanges.slice(1)];
    if (out.length === 0) return;
    for (const { ask, reply } of out) page.remove(ask, reply === ask ? null : reply);
    page.pass(seconds);
    this.put(out);
    page.pass(0.2);
    if (kept.length === 0) throw new Error('a thread keeps its first exchange');
  }

  private put(exchanges: readonly Exchange[]): void {
    for (const exchange of exchanges) {
      const { ask, reply } = exchange;
      exchange.ask = this.page.mount(ask);
      if (reply !== null) exchange.reply = reply === ask ? exchange.ask : this.page.mount(reply);
    }
  }

  // ---- chats ----

  /** Another chat is opened, with a past of its own; `isNew` false for one that was shown before, if there is one. */
  open(past: number, isNew: boolean): void {
    const { page } = this;
    const known = isNew ? undefined : this.chats.find(({ key }) => key !== this.chat.key);
    if (this.chat.key !== null && !this.chats.some(({ key }) => key === this.chat.key))
      this.chats.push(this.chat);
    page.link();
    if (known !== undefined) {
      page.openChat(known.key);
      this.put(known.exchanges);
      this.chat = { ...known, records: new Map(known.exchanges.map((one) => [one, 'any'])) };
    } else {
      this.named += 1;
      const key = `old-${this.named}`;
      const exchanges = page.openChat(key, past);
      this.chat = { key, exchanges, records: new Map() };
    }
    page.pass(0.4);
  }

  /** The home page, where the next prompt makes a chat. */
  home(): void {
    this.page.link();
    this.page.openChat(null);
    this.chat = { key: null, exchanges: [], records: new Map() };
    this.page.pass(6);
  }

  /** Another chat is looked at while the answer grows, and this one again. */
  private visit(seconds: number): void {
    const { page, chat } = this;
    page.link();
    page.openChat('visited', 1);
    page.pass(seconds);
    page.link();
    page.go(chat.key);
    page.remove(...page.blocks);
    this.put(chat.exchanges);
    page.startStream();
    page.pass(0.2);
  }
}

const contextOf = (earlier: readonly Exchange[]): number =>
  earlier.reduce(
    (sum, { ask, reply }) =>
      sum +
      lengthOf(ask.question?.text ?? '') +
      (reply?.answer == null ? 0 : lengthOf(wholeText(reply.answer))),
    0,
  );
