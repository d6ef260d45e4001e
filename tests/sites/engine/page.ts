import { DEFAULT_PLAN } from '../config';
import type {
  Attachment,
  LogEntry,
  ModelChoice,
  PageConfig,
  Plan,
  PromptKind,
  Sim,
  SimPhase,
  SimSite,
} from '../types';
import { ADDRESSES, type Addresses } from './address';
import { chatLink, continueBanner, homeBanner, limitBanner, limitNotice, offlineBanner } from './chrome';
import { clearComposer, composerText, listenToComposer } from './composer';
import { h, now, uuid } from './dom';
import { newEntry } from './entry';
import { speak } from './language';
import type { ExchangeActions, ExchangeView, Layout, Shell } from './layout';
import {
  type Attempt,
  type Chat,
  type Exchange,
  loadChat,
  loadLog,
  pastChat,
  saveChat,
  saveLog,
  shownAttempt,
} from './memory';
import { pastView, shownOf } from './past';
import { Player } from './player';
import { Thread } from './thread';

/** A chat page that lives: composer, thread, addresses, and the answers that it plays. */
export class SimPage {
  private readonly addresses: Addresses;
  private readonly shell: Shell;
  private readonly thread: Thread;
  private chat: Chat = { id: null, title: 'New chat', exchanges: [] };
  private player: Player | null = null;
  private playing: Exchange | null = null;
  private currentPhase: SimPhase = 'idle';
  private readonly plans: Partial<Plan>[];
  private plan: Partial<Plan>;
  private model: ModelChoice;
  private files: readonly Attachment[] = [];
  private readonly entries: LogEntry[] = loadLog();
  private settledCount = 0;
  private pending = 0;
  private followed = 0;
  private historyComesLate: boolean;

  constructor(
    private readonly layout: Layout,
    private readonly site: SimSite,
    private readonly config: PageConfig,
  ) {
    speak(config.language);
    const { chatPath } = layout;
    this.addresses = chatPath === undefined ? ADDRESSES[site] : { ...ADDRESSES[site], chat: chatPath };
    this.plans = [...config.queue];
    this.plan = config.plan;
    this.model = this.models()[0] ?? { label: '', slug: '' };
    this.historyComesLate = config.historyMs > 0;
    this.shell = layout.shell(
      { send: () => this.send(), stop: () => this.stop(), nextModel: () => this.nextModel() },
      config,
    );
    this.thread = new Thread(this.shell, layout, (exchange) =>
      pastView(exchange, layout, this.actions(exchange)),
    );
    document.body.append(
      this.shell.root,
      h('div', { 'data-sim': 'label', 'aria-hidden': 'true' }, 'simulated page'),
    );
    listenToComposer(
      this.shell.composer,
      () => this.send(),
      () => this.controls(),
    );
    this.shell.model(this.model);
    this.controls();
    this.links();
    addEventListener('popstate', () => this.route());
    addEventListener('pagehide', () => this.remember());
    this.route();
  }

  /** The test's handle. */
  sim(): Sim {
    return {
      config: this.config,
      queue: (...plans) => void this.plans.push(...plans),
      defaults: (plan) => {
        this.plan = { ...this.plan, ...plan };
      },
      // Without shared objects: one of the drivers loses those.
      log: () => JSON.parse(JSON.stringify(this.entries)) as LogEntry[],
      phase: () => this.currentPhase,
      settled: () => this.settledCount,
      waiting: () => this.pending,
      idle: () => this.whenIdle(),
      setModel: (label, slug) => this.setModel({ label, slug: slug ?? label }),
      attach: (files) => {
        this.files = files;
        this.shell.attachments(files);
        this.controls();
      },
      scrollTo: (index) => this.thread.scrollTo(index),
      mounted: () => this.thread.mounted(),
      exchanges: () => this.chat.exchanges.length,
      navigate: (path) => this.navigate(path),
      clock: now,
    };
  }

  private models(): readonly ModelChoice[] {
    return this.config.models.length > 0 ? this.config.models : this.layout.models;
  }

  private nextModel(): void {
    const models = this.models();
    const next = models[(models.findIndex((model) => model.label === this.model.label) + 1) % models.length];
    if (next !== undefined) this.setModel(next);
  }

  private setModel(model: ModelChoice): void {
    this.model = model;
    this.shell.model(model);
  }

  private async whenIdle(): Promise<void> {
    while (this.pending > 0) await new Promise((done) => setTimeout(done, 10));
  }

  private controls(): void {
    const empty = composerText(this.shell.composer) === '' && this.files.length === 0;
    this.shell.controls({ empty, live: this.live() });
  }

  private live(): boolean {
    return this.currentPhase !== 'idle';
  }

  private phase(phase: SimPhase): void {
    this.currentPhase = phase;
  }

  private navigate(path: string): void {
    history.pushState(null, '', path);
    this.route();
  }

  /** Shows what the address names. */
  private route(): void {
    const route = this.addresses.route(location.pathname);
    if (route.kind === 'chat' && route.id === this.chat.id) return;
    this.leave();
    const composer = route.kind === 'home' || route.kind === 'chat';
    this.shell.composerBox.hidden = !composer;
    if (route.kind === 'other' || route.kind === 'home')
      this.show({ id: null, title: 'New chat', exchanges: [] });
    else this.show(this.recall(route.id));
    this.home(route.kind === 'home');
  }

  private recall(id: string): Chat {
    const known = loadChat(this.site, id);
    if (known !== null) return known;
    const seed = this.config.chats.find((chat) => chat.id === id) ?? {
      id,
      title: 'An older chat',
      exchanges: this.config.history,
    };
    return pastChat(seed, this.model);
  }

  private show(chat: Chat): void {
    this.chat = chat;
    const last = chat.exchanges.at(-1);
    const live = last !== undefined && shownAttempt(last).status === 'live';
    const past = live ? chat.exchanges.slice(0, -1) : [...chat.exchanges];
    if (this.historyComesLate) {
      this.thread.show([]);
      setTimeout(() => {
        if (this.chat === chat) this.thread.prepend(past);
      }, this.config.historyMs / this.config.speed);
    } else this.thread.show(past);
    this.historyComesLate = false;
    if (live && last !== undefined) this.resume(last);
    this.follow(true);
  }

  /** An answer that was growing when the page or the chat was left. */
  private resume(exchange: Exchange): void {
    const attempt = shownAttempt(exchange);
    const entry = this.entries.find((candidate) => candidate.id === attempt.id) ?? null;
    if (entry !== null) entry.resumed = true;
    if (this.config.onReload === 'lost') {
      attempt.status = 'failed';
      attempt.cut ??= 0;
      if (entry !== null) entry.status = 'lost';
      this.thread.push([exchange]);
      return;
    }
    const view = this.layout.view(shownOf(exchange), this.actions(exchange));
    this.play(exchange, view, 'resume');
  }

  private leave(): void {
    if (this.player === null) return;
    this.remember();
    this.player.cancel();
    this.pending -= 1;
    this.player = null;
    this.playing = null;
    this.phase('idle');
    this.controls();
  }

  private remember(): void {
    const attempt = this.playing === null ? null : shownAttempt(this.playing);
    if (attempt?.status === 'live' && this.player !== null) attempt.cut = this.player.position();
    saveChat(this.site, this.chat);
    saveLog(this.entries);
    if (attempt?.status === 'live') attempt.cut = null;
  }

  private send(): void {
    const text = composerText(this.shell.composer);
    if ((text === '' && this.files.length === 0) || this.live()) return;
    clearComposer(this.shell.composer);
    this.submit(text);
  }

  private submit(text: string): void {
    const attempt = this.attempt('first', text, this.files, uuid(), this.before(null));
    this.files = [];
    this.shell.attachments([]);
    const exchange: Exchange = { attempts: [attempt], shown: 0 };
    this.chat.exchanges.push(exchange);
    saveChat(this.site, this.chat);
    this.home(false);
    const view = this.layout.view(shownOf(exchange), this.actions(exchange));
    if (this.chat.id === null) this.addressLater(attempt);
    this.play(exchange, view, 'new');
  }

  /** Ids of the prompts that are shown before an exchange; null stands for the next one. */
  private before(exchange: Exchange | null): string[] {
    const index = exchange === null ? this.chat.exchanges.length : this.chat.exchanges.indexOf(exchange);
    return this.chat.exchanges.slice(0, index).map((one) => shownAttempt(one).id);
  }

  private attempt(
    kind: PromptKind,
    text: string,
    files: readonly Attachment[],
    userKey: string,
    earlier: readonly string[],
  ): Attempt {
    const provisional = this.chat.id === null && kind === 'first' && this.layout.provisional;
    const attempt: Attempt = {
      id: uuid(),
      kind,
      userKey,
      userText: text,
      files,
      answerId: provisional ? `request-WEB:${uuid()}-0` : uuid(),
      model: this.model,
      plan: { ...DEFAULT_PLAN, ...this.plan, ...this.plans.shift() },
      speed: this.config.speed,
      sentAt: now(),
      status: 'live',
      cut: null,
      tail: [],
    };
    this.entries.push(newEntry(attempt, this.layout.id, this.chat.id, earlier));
    return attempt;
  }

  /** A cut-off answer goes on in its place, as an attempt of its own. */
  private goOn(exchange: Exchange, view: ExchangeView, cut: Player): void {
    this.shell.banner.replaceChildren();
    const former = shownAttempt(exchange);
    const attempt: Attempt = {
      // Its own question and the answer so far are re-read as well.
      ...this.attempt('continue', '', [], former.userKey, [...this.before(exchange), former.id]),
      userText: former.userText,
      answerId: former.answerId,
      plan: { ...former.plan, cutAfter: null },
    };
    exchange.attempts[exchange.shown] = attempt;
    this.thread.live(exchange, true);
    this.play(exchange, view, 'again', cut);
    this.controls();
  }

  private play(
    exchange: Exchange,
    view: ExchangeView,
    how: 'new' | 'again' | 'resume',
    cut: Player | null = null,
  ): void {
    const attempt = shownAttempt(exchange);
    const entry = this.entries.find((candidate) => candidate.id === attempt.id) ?? null;
    const twin =
      attempt.plan.alternative === '' || view.openAlternative === undefined || how !== 'new'
        ? null
        : newEntry(
            { ...attempt, id: uuid(), kind: 'alternative' },
            this.layout.id,
            this.chat.id,
            this.before(exchange),
          );
    if (twin !== null) this.entries.push(twin);
    this.pending += 1;
    this.phase('sent');
    const player: Player = new Player(
      attempt,
      shownOf(exchange),
      view,
      this.layout,
      entry,
      {
        phase: (phase) => this.phase(phase),
        user: () => {
          if (how !== 'again') this.thread.append(exchange, view);
          this.controls();
          this.follow(true);
        },
        turned: () => {
          this.thread.refresh();
          this.follow(true);
        },
        grew: () => this.follow(false),
        ended: (kind) => this.ended(exchange, view, kind),
        stop: () => this.shell.root.querySelector<HTMLElement>('[data-sim="stop"]')?.click(),
        settled: () => {
          this.pending -= 1;
          this.settledCount += 1;
          if (this.player === player) this.player = null;
        },
        offline: (lost) => {
          if (lost) this.shell.banner.replaceChildren(offlineBanner());
          else this.shell.banner.replaceChildren();
        },
        cut: () => this.shell.banner.replaceChildren(continueBanner(() => this.goOn(exchange, view, player))),
      },
      cut,
      twin,
    );
    this.player = player;
    this.playing = exchange;
    if (how === 'resume') player.resume();
    else player.start();
  }

  private ended(
    exchange: Exchange,
    view: ExchangeView,
    kind: 'complete' | 'stopped' | 'failed' | 'refused',
  ): void {
    this.phase('idle');
    this.controls();
    this.thread.live(exchange, false);
    this.playing = null;
    const attempt = shownAttempt(exchange);
    if (attempt.answerId.startsWith('request-')) {
      attempt.answerId = uuid();
      view.rename(shownOf(exchange));
    }
    if (kind === 'refused' && attempt.plan.takenBack) {
      this.thread.remove(exchange);
      this.chat.exchanges = this.chat.exchanges.filter((one) => one !== exchange);
      this.shell.banner.replaceChildren(limitNotice());
    } else if (kind === 'refused') this.shell.banner.replaceChildren(limitBanner());
    saveChat(this.site, this.chat);
    saveLog(this.entries);
  }

  private stop(): void {
    this.player?.stop();
  }

  private actions(exchange: Exchange): ExchangeActions {
    return {
      retry: () => this.again(exchange, 'retry', shownAttempt(exchange).userText),
      edit: (text) => this.again(exchange, 'edit', text),
      page: (step) => this.branch(exchange, step),
    };
  }

  /** Another attempt of an exchange: what came after it belongs to the branch that is left. */
  private again(exchange: Exchange, kind: 'retry' | 'edit', text: string): void {
    if (this.live()) return;
    const former = shownAttempt(exchange);
    this.leaveBranch(exchange, former);
    this.thread.cutAfter(exchange);
    const userKey = kind === 'edit' ? uuid() : former.userKey;
    const attempt = this.attempt(kind, text, former.files, userKey, this.before(exchange));
    exchange.attempts.push(attempt);
    exchange.shown = exchange.attempts.length - 1;
    const view = this.thread.view(exchange);
    if (kind === 'edit') view.user(shownOf(exchange));
    this.thread.live(exchange, true);
    this.play(exchange, view, 'again');
    this.controls();
  }

  private leaveBranch(exchange: Exchange, former: Attempt): void {
    const index = this.chat.exchanges.indexOf(exchange);
    former.tail = this.chat.exchanges.splice(index + 1);
  }

  /** Shows another branch, complete as it is. */
  private branch(exchange: Exchange, step: -1 | 1): void {
    const target = exchange.attempts[exchange.shown + step];
    if (target === undefined || this.live()) return;
    this.leaveBranch(exchange, shownAttempt(exchange));
    this.thread.cutAfter(exchange);
    exchange.shown += step;
    this.thread.renew(exchange);
    this.chat.exchanges.push(...target.tail);
    this.thread.push(target.tail);
    saveChat(this.site, this.chat);
  }

  /** A new chat gets its address while the first answer is made; a temporary chat never does. */
  private addressLater(attempt: Attempt): void {
    if (/temporary-chat=true|incognito/.test(location.search)) return;
    const { chat } = this;
    const wait = attempt.plan.addressMs / this.config.speed;
    const here = () => this.chat === chat;
    if (this.layout.provisional) {
      setTimeout(() => {
        if (here()) history.pushState(null, '', this.addresses.chat(`WEB:${uuid()}`, location.pathname));
      }, wait / 2);
    }
    setTimeout(() => {
      chat.id = this.addresses.newId();
      for (const entry of this.entries) if (entry.id === attempt.id) entry.conversation = chat.id;
      const path = this.addresses.chat(chat.id, location.pathname);
      if (here() && this.layout.provisional) history.replaceState(null, '', path);
      else if (here()) history.pushState(null, '', path);
      chat.title = attempt.userText.slice(0, 40);
      this.link(path, chat.title);
      saveChat(this.site, chat);
    }, wait);
  }

  private links(): void {
    this.link(this.addresses.home, 'New chat');
    for (const chat of this.config.chats) this.link(this.addresses.chat(chat.id, '/'), chat.title);
  }

  private link(path: string, title: string): void {
    this.shell.links.append(chatLink(path, title, () => this.navigate(path)));
  }

  /** The greeting of the home page, with its suggestions. */
  private home(shown: boolean): void {
    const { suggestions } = this.config;
    const banner = homeBanner(suggestions, (text) => (this.live() ? undefined : this.submit(text)));
    this.shell.banner.replaceChildren(...(shown && this.layout.site !== null ? [banner] : []));
  }

  /** Keeps the end in view; between turns only now and then, since it costs layout. */
  private follow(always: boolean): void {
    if (!this.config.follow || this.layout.reversed) return;
    const time = now();
    if (!always && time - this.followed < 250) return;
    this.followed = time;
    this.shell.scroller.scrollTop = this.shell.scroller.scrollHeight;
  }
}
