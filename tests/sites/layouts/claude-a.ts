/** Claude to the middle of 2026: all turns in the document, thinking and steps in a grid row of their own. */
import { button, h, set } from '../engine/dom';
import { say } from '../engine/language';
import type { EndKind, ExchangeActions, ExchangeView, Layout, Shown } from '../engine/layout';
import { tree } from '../engine/tree';
import { claudeShell, claudeUserText, MODELS } from './claude-parts';
import { dataPicture, editInPlace, pager } from './parts';

class View implements ExchangeView {
  private readonly userRow = h('div', { 'data-test-render-count': '1' });
  private row: HTMLElement | null = null;
  private stream: HTMLElement | null = null;
  private answer: HTMLElement | null = null;
  private steps: HTMLElement | null = null;
  private text: HTMLElement | null = null;

  constructor(
    shown: Shown,
    private readonly actions: ExchangeActions,
  ) {
    this.user(shown);
  }

  rows(): HTMLElement[] {
    return this.row === null ? [this.userRow] : [this.userRow, this.row];
  }

  number(_index: number, _total: number): void {
    set(this.userRow, 'data-test-render-count', '2');
  }

  user(shown: Shown): void {
    const message = claudeUserText(shown);
    const actions = h(
      'div',
      { role: 'group', 'aria-label': 'Message actions', 'data-sim': 'user-actions' },
      button('retry-user', 'Retry', { 'data-testid': 'user-message-retry' }, () => this.actions.retry(), '↻'),
      button('edit', 'Edit', {}, () => editInPlace(message, shown.userText, this.actions), '✎'),
      button('copy-user', 'Copy', { 'data-testid': 'action-bar-copy' }, null, '❐'),
      pager(shown, this.actions, 'Previous version', 'Next version', ' / '),
    );
    this.userRow.replaceChildren(h('div', { class: 'mb-1 mt-6 group' }, h('div', {}, message), actions));
  }

  begin(_shown: Shown, live: boolean): void {
    this.row ??= h('div', { 'data-test-render-count': '2' });
    this.steps = null;
    this.text = null;
    this.answer = h('div', { class: 'font-claude-response relative', 'data-sim': 'assistant' });
    this.stream = h(
      'div',
      { 'data-is-streaming': live ? 'true' : 'false', class: 'group relative pb-3' },
      this.answer,
    );
    this.row.replaceChildren(h('div', { class: 'group' }, h('div', { class: 'contents' }, this.stream)));
  }

  think(text: string): void {
    this.stepBlock(say('Thinking'), text);
  }

  thought(seconds: number, text: string): void {
    this.stepBlock(say(`Thought for ${seconds}s`), text);
  }

  openText(): HTMLElement {
    this.text = h('div', { class: 'progressive-markdown grid-cols-1 grid gap-3' });
    const open = this.answer?.lastElementChild ?? null;
    if (open !== null && this.steps !== null && open === this.steps.parentElement) {
      // The answer of a turn with steps: a second `row-start-1`, inside the `row-start-2`.
      const inner = h('div', { class: 'row-start-1 col-start-1 relative min-w-0' }, h('div', {}, this.text));
      open.append(h('div', { class: 'row-start-2 col-start-1 relative grid isolate min-w-0' }, inner));
    } else this.answer?.append(h('div', {}, this.text));
    this.steps = null;
    return this.text;
  }

  status(text: string): void {
    this.steps = null;
    this.stepBlock(text, '');
  }

  end(kind: EndKind, shown: Shown, bar: boolean, message: string): void {
    if (this.stream === null) return;
    set(this.stream, 'data-is-streaming', 'false');
    for (const text of this.stream.querySelectorAll('.progressive-markdown')) {
      text.className = 'standard-markdown grid-cols-1 grid gap-3';
    }
    if (kind === 'failed') {
      const retry = button('retry', 'Retry', {}, () => this.actions.retry(), 'Retry');
      this.row?.append(h('div', { role: 'alert' }, message, retry));
    } else if (bar) this.bar(shown);
  }

  bar(shown: Shown): void {
    const actions = h(
      'div',
      { role: 'group', 'aria-label': 'Message actions', 'data-sim': 'actions' },
      button('copy', 'Copy', { 'data-testid': 'action-bar-copy' }, null, '❐'),
      button('good', 'Give positive feedback', {}, null, '+'),
      button('bad', 'Give negative feedback', {}, null, '−'),
      pager(shown, this.actions, 'Previous version', 'Next version', ' / '),
      button('retry', 'Retry', { 'data-testid': 'action-bar-retry' }, () => this.actions.retry(), '↻'),
    );
    this.row?.append(actions);
  }

  again(): void {
    this.row?.querySelector('[data-sim="actions"]')?.remove();
    if (this.stream !== null) set(this.stream, 'data-is-streaming', 'true');
    for (const text of this.stream?.querySelectorAll('.standard-markdown') ?? [])
      text.className = 'progressive-markdown grid-cols-1 grid gap-3';
  }

  rename(_shown: Shown): void {}
  rerender(): void {}
  shell(_empty: boolean): void {}

  private stepBlock(label: string, text: string): void {
    if (this.steps === null) {
      this.steps = h('div', { class: 'row-start-1 col-start-1 min-w-0', 'data-sim': 'thinking' });
      this.answer?.append(h('div', { class: 'grid grid-rows-[auto_auto] min-w-0' }, this.steps));
    }
    this.steps.replaceChildren(
      h('button', { type: 'button', class: 'group/status' }, h('span', { class: 'truncate' }, label)),
      h('span', { class: 'sr-only', role: 'status' }, label),
      h(
        'div',
        { class: 'grid overflow-hidden' },
        text === '' ? null : h('div', { class: 'group/thinking' }, h('p', {}, text)),
      ),
    );
  }
}

export const CLAUDE_A: Layout = {
  id: 'claude-a',
  site: 'claude',
  grow: 'data',
  mounted: null,
  shells: false,
  keepsLast: false,
  reversed: false,
  provisional: false,
  rerenders: false,
  models: MODELS,
  style: {
    paragraph: { class: 'font-claude-response-body break-words' },
    code: ({ language, text }) =>
      tree(
        'div',
        { class: 'relative group/copy rounded-lg', role: 'group', 'aria-label': `${language} code` },
        { ...tree('div', { class: 'text-text-500 font-small p-3.5 pb-0' }, language), quiet: true },
        tree(
          'div',
          { class: 'overflow-x-auto' },
          tree('pre', { class: 'code-block__code' }, tree('code', { class: `language-${language}` }, text)),
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
  shell: (actions) => claudeShell(actions, 'a'),
  view: (shown, actions) => new View(shown, actions),
};
