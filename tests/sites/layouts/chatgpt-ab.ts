/** ChatGPT with one element per message: `article` turns (A) and `section` turns in containers (B). */
import { button, h, set, uuid } from '../engine/dom';
import { say } from '../engine/language';
import type { EndKind, ExchangeActions, ExchangeView, Layout, Shown } from '../engine/layout';
import { tree } from '../engine/tree';
import { type ChatGptVariant, MODELS, shell, tile } from './chatgpt-parts';
import { dataPicture, editInPlace, pager } from './parts';

class View implements ExchangeView {
  private readonly userTurn: HTMLElement;
  private turn: HTMLElement | null = null;
  private message: HTMLElement | null = null;
  private markdown: HTMLElement | null = null;
  private statusBox: HTMLElement | null = null;
  private second: HTMLElement | null = null;
  private place = { index: 0, total: 0 };
  private kept = new Map<HTMLElement, HTMLElement>();

  constructor(
    private shown: Shown,
    private readonly actions: ExchangeActions,
    private readonly variant: ChatGptVariant,
  ) {
    this.userTurn = this.makeTurn('user', shown.userKey);
    this.user(shown);
  }

  rows(): HTMLElement[] {
    return [this.userTurn, ...(this.turn === null ? [] : [this.turn])].map((turn) => this.outer(turn));
  }

  number(index: number, total: number): void {
    this.place = { index, total };
    set(this.userTurn, 'data-testid', `conversation-turn-${index * 2 + 1}`);
    if (this.turn !== null) set(this.turn, 'data-testid', `conversation-turn-${index * 2 + 2}`);
  }

  user(shown: Shown): void {
    this.shown = shown;
    set(this.userTurn, 'data-turn-id', shown.userKey);
    const text = h('div', { class: 'whitespace-pre-wrap' }, shown.userText);
    const bubble = h('div', { class: 'user-message-bubble-color' }, text);
    const tilesRow = shown.files.length === 0 ? null : h('div', {}, ...shown.files.map(tile));
    const message = h(
      'div',
      { 'data-message-author-role': 'user', 'data-message-id': shown.userKey, 'data-sim': 'user' },
      tilesRow,
      h('div', { class: 'flex w-full flex-col items-end' }, shown.userText === '' ? null : bubble),
    );
    const edit = button(
      'edit',
      'Edit message',
      {},
      () => editInPlace(bubble, shown.userText, this.actions),
      '✎',
    );
    const copy = button('copy-user', 'Copy', { 'data-testid': 'copy-turn-action-button' }, null, '❐');
    this.userTurn.replaceChildren(
      h('h5', { class: 'sr-only' }, 'You said:'),
      h(
        'div',
        { class: 'group/turn-messages' },
        message,
        h('div', { 'data-sim': 'user-actions' }, copy, edit),
      ),
    );
  }

  begin(shown: Shown, live: boolean): void {
    this.shown = shown;
    if (this.turn !== null && this.variant.newNode) this.outer(this.turn).remove();
    if (this.turn === null || this.variant.newNode) this.turn = this.makeTurn('assistant', shown.answerId);
    set(this.turn, 'data-turn-id', shown.answerId);
    this.markdown = null;
    this.statusBox = null;
    this.second = null;
    this.message = null;
    this.turn.replaceChildren(
      h('h6', { class: 'sr-only' }, 'ChatGPT said:'),
      h('div', { class: 'group/turn-messages' }),
    );
    if (live) this.ensureMarkdown('result-thinking');
    this.number(this.place.index, this.place.total);
  }

  think(_text: string): void {
    this.statusBox ??= this.before(
      h('div', { 'data-streaming-response-status': '', class: 'loading-shimmer' }, say('Thinking')),
    );
  }

  thought(seconds: number, _text: string): void {
    const label = h('button', { type: 'button' }, h('span', {}, say(`Thought for ${seconds}s`)));
    const box = h('div', { 'data-sim': 'thinking' }, label);
    if (this.statusBox === null) this.before(box);
    else this.statusBox.replaceWith(box);
    this.statusBox = box;
  }

  openText(): HTMLElement {
    const markdown = this.ensureMarkdown('streaming-animation');
    markdown.className = 'streaming-animation markdown prose w-full';
    return markdown;
  }

  openAlternative(): HTMLElement {
    this.second = h('div', { class: 'streaming-animation markdown prose w-full' });
    const message = h(
      'div',
      { 'data-message-author-role': 'assistant', 'data-message-id': uuid(), dir: 'auto' },
      this.second,
    );
    this.body().append(message);
    return this.second;
  }

  status(_text: string): void {}

  end(kind: EndKind, shown: Shown, bar: boolean, message: string): void {
    if (this.turn === null) return;
    this.shown = shown;
    for (const markdown of [this.markdown, this.second])
      if (markdown !== null) markdown.className = 'markdown prose w-full';
    if (this.statusBox !== null && kind !== 'complete')
      this.statusBox.removeAttribute('data-streaming-response-status');
    if (kind === 'failed') {
      const attributes = { 'data-testid': 'regenerate-thread-error-button' };
      const retry = button('retry', 'Retry', attributes, () => this.actions.retry(), 'Retry');
      this.body().append(h('div', { class: 'text-token-text-error' }, h('div', {}, message), retry));
    } else if (bar) this.bar(shown);
  }

  bar(shown: Shown): void {
    const actions = h(
      'div',
      { 'data-sim': 'actions' },
      button('copy', 'Copy', { 'data-testid': 'copy-turn-action-button' }, null, '❐'),
      button('good', 'Good response', { 'data-testid': 'good-response-turn-action-button' }, null, '+'),
      button('bad', 'Bad response', { 'data-testid': 'bad-response-turn-action-button' }, null, '−'),
      pager(shown, this.actions, 'Previous response', 'Next response'),
      button('retry', 'Switch model', { 'data-state': 'closed' }, () => this.actions.retry(), '↻'),
    );
    this.body().append(actions);
  }

  again(): void {
    this.turn?.querySelector('[data-sim="actions"]')?.remove();
    this.openText();
  }

  rename(shown: Shown): void {
    if (this.turn === null) return;
    set(this.turn, 'data-turn-id', shown.answerId);
    if (this.message !== null) set(this.message, 'data-message-id', shown.answerId);
    const container = this.kept.get(this.turn);
    if (container !== undefined) set(container, 'data-turn-id-container', shown.answerId);
  }

  rerender(): void {}

  shell(empty: boolean): void {
    for (const turn of [this.userTurn, this.turn]) {
      const container = turn === null ? undefined : this.kept.get(turn);
      if (container === undefined || turn === null) continue;
      set(container, 'data-is-intersecting', empty ? 'false' : 'true');
      if (empty) turn.remove();
      else if (!turn.isConnected || turn.parentElement !== container) container.append(turn);
    }
  }

  private makeTurn(role: 'user' | 'assistant', id: string): HTMLElement {
    return h(this.variant.turn, {
      'data-turn': role,
      'data-turn-id': id,
      dir: 'auto',
      'data-scroll-anchor': 'false',
    });
  }

  private outer(turn: HTMLElement): HTMLElement {
    if (!this.variant.containers) return turn;
    const known = this.kept.get(turn);
    if (known !== undefined) return known;
    const id = turn.getAttribute('data-turn-id');
    const container = h('div', { 'data-turn-id-container': id, 'data-is-intersecting': 'true' }, turn);
    this.kept.set(turn, container);
    return container;
  }

  private body(): HTMLElement {
    const body = this.turn?.querySelector<HTMLElement>('.group\\/turn-messages') ?? null;
    if (body === null) throw new Error('the assistant turn has not begun');
    return body;
  }

  /** Puts something between the beginning of the turn and the message with the answer. */
  private before(element: HTMLElement): HTMLElement {
    const body = this.body();
    body.insertBefore(element, this.message);
    return element;
  }

  private ensureMarkdown(state: string): HTMLElement {
    if (this.markdown !== null) return this.markdown;
    this.markdown = h('div', { class: `${state} markdown prose w-full` });
    this.message = h(
      'div',
      {
        'data-message-author-role': 'assistant',
        'data-message-id': this.shown.answerId === '' ? uuid() : this.shown.answerId,
        'data-message-model-slug': this.shown.model.slug,
        'data-sim': 'assistant',
        dir: 'auto',
      },
      h('div', { class: 'flex w-full flex-col gap-1 empty:hidden' }, this.markdown),
    );
    this.body().append(this.message);
    return this.markdown;
  }
}

/** Layout A or B, which differ in little. */
export function chatGptTurns(variant: ChatGptVariant): Layout {
  return {
    id: variant.id,
    site: 'chatgpt',
    grow: 'data',
    mounted: null,
    shells: variant.containers,
    keepsLast: false,
    reversed: false,
    provisional: variant.provisional,
    rerenders: false,
    models: MODELS,
    style: {
      paragraph: { 'data-start': '0', 'data-end': '0' },
      code: ({ language, text }) => {
        const header = tree(
          'div',
          { class: 'flex items-center text-xs' },
          language,
          tree('button', {}, 'Copy code'),
        );
        const lines = text.split('\n').map((line, index) => ({
          ...tree('div', { class: 'cm-line' }, line),
          ...(index > 0 ? { separate: '\n' as const } : {}),
        }));
        const body = variant.editor
          ? tree('div', { class: 'cm-editor' }, tree('div', { class: 'cm-content' }, ...lines))
          : tree('div', { class: 'overflow-y-auto' }, tree('code', { class: `language-${language}` }, text));
        return tree('pre', {}, { ...header, quiet: true }, body);
      },
      citation: (name) =>
        tree(
          'span',
          { 'data-testid': 'webpage-citation-pill' },
          tree('a', { href: '#' }, tree('span', {}, name)),
        ),
      image: (name) =>
        tree('div', { class: 'group/imagegen-image' }, tree('img', { src: dataPicture(), alt: name })),
    },
    shell: (actions) => shell(actions, variant),
    view: (shown, actions) => new View(shown, actions, variant),
  };
}
