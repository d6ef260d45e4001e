/** Claude since August 2026: virtualised transcript rows (B), later without the old class names (C). */
import { button, h, set } from '../engine/dom';
import { say } from '../engine/language';
import type { EndKind, ExchangeActions, ExchangeView, Layout, Shown } from '../engine/layout';
import { tree } from '../engine/tree';
import { claudeShell, claudeUserText, MODELS } from './claude-parts';
import { dataPicture, editInPlace, pager } from './parts';

type Variant = 'b' | 'c';

class View implements ExchangeView {
  private readonly userRow: HTMLElement;
  private row: HTMLElement | null = null;
  private message: HTMLElement | null = null;
  private body: HTMLElement | null = null;
  private heading: HTMLElement | null = null;
  private turnStatus: HTMLElement | null = null;
  private steps = 0;
  private place = { index: 0, total: 1 };

  constructor(
    shown: Shown,
    private readonly actions: ExchangeActions,
    private readonly variant: Variant,
  ) {
    this.userRow = this.makeRow('human');
    this.user(shown);
  }

  rows(): HTMLElement[] {
    return this.row === null ? [this.userRow] : [this.userRow, this.row];
  }

  number(index: number, total: number): void {
    this.place = { index, total };
    const rows = this.rows();
    for (const [offset, row] of rows.entries()) {
      const position = index * 2 + offset;
      const count = index === total - 1 ? index * 2 + rows.length : total * 2;
      set(row, 'data-index', String(position));
      set(row, 'data-rs-index', String(position));
      set(row, 'data-perf-row-from-tail', String(count - 1 - position));
      set(row, 'data-last-message', position === count - 1 ? 'true' : null);
      const label = this.variant === 'b' ? `Message ${position + 1} of ${count}` : `Message ${position + 1}`;
      set(row.firstElementChild ?? row, 'aria-label', label);
    }
  }

  user(shown: Shown): void {
    const message = claudeUserText(shown);
    const heading = h(
      'h2',
      { class: 'sr-only select-none', 'data-find-omitted': this.variant === 'c' },
      `You said: ${shown.userText.slice(0, 60)}`,
    );
    const actions = h(
      'div',
      { 'data-cds': 'MessageActions', 'data-sim': 'user-actions' },
      button('retry-user', 'Retry', { 'data-testid': 'user-message-retry' }, () => this.actions.retry(), '↻'),
      button('edit', 'Edit', {}, () => editInPlace(message, shown.userText, this.actions), '✎'),
      pager(shown, this.actions, 'Previous version', 'Next version', ' / '),
    );
    const key = this.variant === 'c' ? shown.userKey : null;
    const box = h(
      'div',
      { 'data-cds': 'UserMessage', 'data-turn-key': key, class: 'group/message-row' },
      message,
      actions,
    );
    this.userRow.firstElementChild?.replaceChildren(heading, box);
  }

  begin(shown: Shown, live: boolean): void {
    this.turnStatus = null;
    this.row?.remove();
    this.row = this.makeRow('assistant');
    if (this.variant === 'b') set(this.row, 'data-perf-row-streaming', live ? 'true' : 'false');
    this.heading = h('h2', { class: 'sr-only select-none', 'data-find-omitted': this.variant === 'c' });
    const streaming = { 'data-is-streaming': live ? 'true' : 'false' };
    if (this.variant === 'b') {
      this.body = h('div', { class: 'font-claude-response relative', 'data-sim': 'assistant' });
      this.message = h('div', { ...streaming, class: 'group relative' }, this.heading, this.body);
    } else {
      this.body = h('div', { class: 'flex min-w-0 flex-col gap-5', 'data-sim': 'assistant' });
      const attributes = {
        'data-cds': 'AssistantMessage',
        'data-testid': 'assistant-message',
        'data-turn-key': `${shown.userKey}-hub-reply`,
        ...streaming,
      };
      this.message = h('div', attributes, this.heading, this.body);
    }
    this.row.firstElementChild?.replaceChildren(this.message);
    this.number(this.place.index, this.place.total);
  }

  think(text: string): void {
    this.showStatus(say('Thinking'), true, text, 'thinking');
  }

  thought(seconds: number, text: string): void {
    this.showStatus(say(`Thought for ${seconds}s`), false, text, 'thinking');
    this.turnStatus = null;
  }

  openText(): HTMLElement {
    if (this.turnStatus !== null) set(this.turnStatus, 'data-state', 'done');
    this.turnStatus = null;
    if (this.variant === 'b') {
      const text = h('div', { class: 'standard-markdown grid-cols-1 grid gap-3' });
      this.body?.append(h('div', {}, text));
      return text;
    }
    const text = h('div', { 'data-perf-reply-text': '', class: 'standard-markdown grid-cols-1 grid' });
    const prose = h('div', { 'data-cds': 'Prose', 'data-size': 'sm', class: 'prose' }, text);
    this.body?.append(h('div', { 'data-transcript-engine-root': '', class: 'contents' }, prose));
    return text;
  }

  status(text: string): void {
    this.showStatus(say(text), true, '', 'tool');
  }

  end(kind: EndKind, shown: Shown, bar: boolean, message: string): void {
    if (this.message === null || this.row === null) return;
    set(this.message, 'data-is-streaming', 'false');
    if (this.variant === 'b') set(this.row, 'data-perf-row-streaming', 'false');
    if (this.turnStatus !== null) set(this.turnStatus, 'data-state', 'done');
    const start = this.body?.querySelector('.standard-markdown')?.textContent ?? '';
    this.heading?.replaceChildren(`Claude responded: ${start.slice(0, 60)}`);
    if (kind !== 'complete') {
      const text = kind === 'stopped' ? 'Claude’s response was interrupted.' : message;
      const retry = button('retry', 'Retry', {}, () => this.actions.retry(), 'Retry');
      const go = button('continue', 'Continue', {}, null, 'Continue');
      this.message.append(h('div', { role: 'status', 'data-sim': 'notice' }, h('p', {}, text), go, retry));
    } else if (bar) this.bar(shown);
  }

  bar(shown: Shown): void {
    const time = new Date(shown.sentAt);
    const actions = h(
      'div',
      {
        'data-cds': 'MessageActions',
        role: 'toolbar',
        'aria-label': 'Message actions',
        'data-testid': 'message-actions',
        'data-sim': 'actions',
      },
      button('copy', 'Copy', { 'data-testid': 'action-bar-copy' }, null, '❐'),
      button('retry', 'Retry', { 'data-testid': 'action-bar-retry' }, () => this.actions.retry(), '↻'),
      pager(shown, this.actions, 'Previous version', 'Next version', ' / '),
      h('time', { 'data-cds': 'RelativeTime', datetime: time.toISOString() }, time.toDateString()),
    );
    this.message?.append(h('div', {}, actions));
  }

  again(): void {
    this.message?.querySelector('[data-sim="actions"]')?.parentElement?.remove();
    if (this.message !== null) set(this.message, 'data-is-streaming', 'true');
    if (this.variant === 'b' && this.row !== null) set(this.row, 'data-perf-row-streaming', 'true');
  }

  markStreaming(marked: boolean): void {
    if (this.message !== null) set(this.message, 'data-is-streaming', marked ? 'true' : null);
  }

  approval(asks: boolean): void {
    this.body?.querySelector('[data-sim="approval"]')?.remove();
    if (!asks) return;
    const choices = ['Allow once', 'Always allow', 'Deny'].map((label, place) =>
      button('choice', label, { 'data-approval-digit': String(place + 1) }, null, label),
    );
    this.body?.append(h('div', { role: 'group', 'data-sim': 'approval' }, ...choices));
  }

  rename(_shown: Shown): void {}
  rerender(): void {}
  shell(_empty: boolean): void {}

  private makeRow(kind: 'human' | 'assistant'): HTMLElement {
    const article = h('div', { role: 'article', tabindex: '-1' });
    const streaming = this.variant === 'b' ? { 'data-perf-row-streaming': 'false' } : {};
    return h('div', { 'data-testid': 'transcript-row', 'data-perf-row': kind, ...streaming }, article);
  }

  private showStatus(label: string, busy: boolean, text: string, kind: 'thinking' | 'tool'): void {
    if (this.turnStatus === null) {
      this.steps += 1;
      const key = kind === 'thinking' ? { 'data-step-key': `thinking-${this.steps}` } : {};
      this.turnStatus = h('div', {
        'data-cds': 'TurnStatus',
        'data-find-omitted': '',
        'data-sim': 'thinking',
        ...key,
      });
      this.body?.append(this.turnStatus);
    }
    set(this.turnStatus, 'data-state', busy ? 'busy' : 'done');
    this.turnStatus.replaceChildren(
      h('div', { 'data-cds-row': '', title: label }, h('span', {}, h('bdi', {}, label))),
      h('span', { class: 'sr-only', role: 'status', 'aria-live': 'polite' }, label),
      ...(text === '' || !busy ? [] : [h('div', { 'data-cds': 'Prose', class: 'prose' }, h('p', {}, text))]),
    );
  }
}

/** Layout B or C. */
export function claudeRows(variant: Variant): Layout {
  return {
    id: variant === 'b' ? 'claude-b' : 'claude-c',
    site: 'claude',
    grow: variant === 'b' ? 'append' : 'replace',
    mounted: 3,
    shells: false,
    keepsLast: true,
    reversed: false,
    provisional: false,
    rerenders: false,
    models: MODELS,
    style: {
      paragraph: variant === 'b' ? { class: 'font-claude-response-body break-words', dir: 'ltr' } : {},
      code: ({ text }) =>
        tree(
          'div',
          { class: 'relative group/copy rounded-lg' },
          tree(
            'div',
            { class: 'overflow-x-auto' },
            tree('pre', { class: 'code-block__code p-3.5' }, tree('code', {}, text)),
          ),
        ),
      citation: (name) =>
        tree(
          'span',
          { class: 'inline-flex' },
          tree('a', { href: '#', class: 'group/tag' }, tree('span', {}, name)),
        ),
      image: (name) =>
        tree('div', { class: 'artifact-block-cell' }, tree('img', { src: dataPicture(), alt: name })),
    },
    shell: (actions, { bareStop }) => claudeShell(actions, variant, bareStop),
    view: (shown, actions) => new View(shown, actions, variant),
  };
}
