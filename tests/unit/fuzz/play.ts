/**
 * A page that lives at random: prompts are sent, answered, stopped, retried and left in any order, while the page,
 * its person and other extensions do what counts for nothing. What must be recorded is written down on the way.
 */
import { textLength } from '../../../lib/scrapers/page/text';
import type { Random } from '../faults/random';
import { BenchPage } from '../observer/bench-page';

export interface Truth {
  readonly status: 'complete' | 'stopped' | 'failed' | 'interrupted';
  readonly attempt: 'first' | 'retry';
  readonly input: number;
  readonly output: number;
}

const WORDS = 'tide moon water harbour 42 grüße 東京 naïve — code() ✓ 😀'.split(' ');

export class RandomPage {
  readonly page = new BenchPage();
  readonly truth: Truth[] = [];
  private count = 0;
  private chats = 0;
  private question = '';
  private last: Element | null = null;

  constructor(private readonly random: Random) {
    // What the observer does in a task of its own may come after anything else that happens.
    this.page.soonMs = () => (random.chance(0.3) ? random.below(400) : 0);
  }

  private text(most: number): string {
    return Array.from({ length: 1 + this.random.below(most) }, () => this.random.pick(WORDS)).join(' ');
  }

  /** Does one thing at random. */
  async step(): Promise<void> {
    const { random } = this;
    if (random.chance(0.45)) await this.prompt();
    else if (this.last !== null && random.chance(0.3)) await this.retry();
    else if (random.chance(0.25)) await this.openOldChat();
    else await this.noise();
    await this.page.pass(random.below(1_500));
  }

  private async prompt(): Promise<void> {
    const { page, random } = this;
    this.count += 1;
    const key = `k${this.count}`;
    this.question = this.text(12);
    page.type(this.question);
    if (random.chance(0.5)) page.enter('#composer');
    else page.press('#send');
    page.type('');
    page.turn('user', `u${key}`, this.question);
    page.startStream();
    if (page.observer.state().kind !== 'unreadable' && !page.document.location.pathname.startsWith('/c/')) {
      await page.pass(random.below(300));
      this.chats += 1;
      page.go(`/c/own${this.chats}`);
    }
    await page.pass(20 + random.below(900));
    await this.answer(page.turn('assistant', `a${key}`), 'first');
  }

  private async retry(): Promise<void> {
    const { page, random } = this;
    const turn = this.last;
    if (turn === null) return;
    page.mark(turn, 'retry');
    page.press('.retry');
    page.unmark('.retry');
    for (const mark of turn.querySelectorAll('.bar, .error')) mark.remove();
    turn.querySelector('.text')?.replaceChildren();
    page.startStream();
    await page.pass(20 + random.below(900));
    await this.answer(turn, 'retry');
  }

  private async answer(turn: Element, attempt: Truth['attempt']): Promise<void> {
    const { page, random } = this;
    const holder = turn.querySelector('.text');
    if (random.chance(0.3)) await this.think(turn);
    const chunks = 1 + random.below(10);
    for (let i = 0; i < chunks; i += 1) {
      if (i > 0 && random.chance(0.05)) holder?.replaceChildren();
      // Each answer differs from the one before it, or a retry could not be told from what it replaces.
      page.grow(turn, `${i === 0 ? `n${random.below(1e9)} ` : ''}${this.text(5)} `);
      if (random.chance(0.15)) await this.noise();
      if (random.chance(0.1)) this.render(holder);
      await page.pass(random.chance(0.1) ? 1_000 + random.below(9_000) : 15 + random.below(150));
    }
    const output = textLength(holder?.textContent ?? '');
    const status = await this.end(turn);
    this.truth.push({ status, attempt, input: textLength(this.question), output });
  }

  private async think(turn: Element): Promise<void> {
    const { page, random } = this;
    page.mark(turn, 'thinking');
    for (let i = random.below(8); i >= 0; i -= 1) {
      turn.querySelector('.thinking')?.append(this.text(6));
      await page.pass(random.below(700));
    }
    if (random.chance(0.5)) for (const mark of turn.querySelectorAll('.thinking')) mark.remove();
  }

  private async end(turn: Element): Promise<Truth['status']> {
    const { page, random } = this;
    const how = random.below(10);
    this.last = how === 9 ? null : turn;
    if (how === 9) {
      await this.openOldChat();
      return 'interrupted';
    }
    if (how === 8) {
      page.press('#stop');
      page.endStream(turn);
      await page.pass(600);
      return 'stopped';
    }
    if (how === 7) {
      page.unmark('#stop');
      page.mark(turn, 'error');
      await page.pass(600);
      return 'failed';
    }
    if (how === 6) {
      // No bar ever comes: only the quiet tells.
      page.unmark('#stop');
      await page.pass(7_000);
      return 'complete';
    }
    page.endStream(turn);
    await page.pass(600);
    if (random.chance(0.3)) this.render(turn.querySelector('.text'));
    return 'complete';
  }

  /** What was written is rendered anew, word for word. */
  private render(holder: Element | null): void {
    if (holder === null) return;
    const text = holder.textContent ?? '';
    const block = this.page.document.createElement('span');
    block.append(text.slice(0, text.length / 2), text.slice(text.length / 2));
    holder.replaceChildren(block);
  }

  /** Another chat of the side bar, with a past of its own. */
  private async openOldChat(): Promise<void> {
    const { page, random } = this;
    page.press('#link');
    this.chats += 1;
    page.go(`/c/old${this.chats}`);
    page.unmark('#stop');
    page.element('#thread').replaceChildren();
    await page.pass(random.below(400));
    for (let i = random.below(5); i > 0; i -= 1) {
      this.count += 1;
      page.exchange(10_000 + this.count);
      if (random.chance(0.5)) await page.pass(random.below(100));
    }
    this.last = null;
    await page.pass(random.below(800));
  }

  /** Something that is no prompt. */
  private async noise(): Promise<void> {
    const { page, random } = this;
    const { document } = page;
    const thread = page.element('#thread');
    const turns = [...thread.querySelectorAll('.turn')];
    const old = turns.length > 2 ? random.pick(turns.slice(0, -2)) : null;
    switch (random.below(11)) {
      case 0: {
        const toast = document.createElement('div');
        toast.append(this.text(10));
        document.body.append(toast);
        await page.pass(random.below(50));
        toast.remove();
        return;
      }
      case 1:
        page.type(this.text(8));
        await page.pass(random.below(80));
        page.type('');
        return;
      case 2:
        page.press('#menu');
        return;
      case 3:
        page.press('#send', false);
        return;
      case 4:
        // Translated by the browser.
        for (const text of old?.querySelectorAll('.text') ?? []) {
          const font = document.createElement('font');
          font.append(this.text(20));
          text.replaceChildren(font);
        }
        return;
      case 5: {
        // Scrolled out and back in: another element, the same turn.
        if (old === null) return;
        const copy = old.cloneNode(true);
        old.replaceWith(document.createComment('away'));
        await page.pass(random.below(60));
        thread.prepend(copy);
        return;
      }
      case 6:
        for (const one of turns) one.classList.toggle('hovered');
        return;
      case 7:
        document.body.append(document.createComment(this.text(3)));
        return;
      case 8:
        // Marked by search in page.
        for (const holder of old?.querySelectorAll('.text') ?? []) {
          const mark = document.createElement('mark');
          mark.append(...holder.childNodes);
          holder.append(mark);
        }
        return;
      case 9:
        page.enter('#composer', { shiftKey: true });
        return;
      default:
        thread.append(...turns);
    }
  }
}
