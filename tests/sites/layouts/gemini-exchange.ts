/** Gemini: custom elements of its own, one container per exchange. A: Material buttons; lr26: wrapped ones. */
import { h, set } from '../engine/dom';
import type { EndKind, ExchangeActions, ExchangeView, Layout, Shown } from '../engine/layout';
import { quiet, tree } from '../engine/tree';
import { type GeminiVariant, iconButton, preview, shell } from './gemini-parts';
import { dataPicture, editInPlace, pager } from './parts';

const LONG_PROMPT = 600;

class View implements ExchangeView {
  private readonly id: string;
  private readonly container: HTMLElement;
  private readonly query = h('user-query', {});
  private response: HTMLElement | null = null;
  private thoughts: HTMLElement | null = null;
  private panel: HTMLElement | null = null;
  private footer: HTMLElement | null = null;

  constructor(
    shown: Shown,
    private readonly actions: ExchangeActions,
    private readonly variant: GeminiVariant,
  ) {
    this.id = shown.userKey.replaceAll('-', '').slice(0, 16);
    this.container = h('div', { class: 'conversation-container', id: this.id }, this.query);
    this.user(shown);
  }

  rows(): HTMLElement[] {
    return [this.container];
  }

  number(_index: number, _total: number): void {}

  user(shown: Shown): void {
    const label = h('span', { class: 'cdk-visually-hidden' }, 'You said');
    const lines = shown.userText.split('\n').map((line) => h('p', { class: 'query-text-line' }, line));
    const collapsed = shown.userText.length > LONG_PROMPT ? ' collapsed' : '';
    const text = h('div', { role: 'heading', class: `query-text gds-body-l${collapsed}` }, label, ...lines);
    const luminous = this.variant === 'gemini-lr26' ? { 'data-test-id': 'luminous-collapsed-bubble' } : {};
    const bubble = h(
      'span',
      { class: 'user-query-bubble-with-background', 'data-sim': 'user', ...luminous },
      text,
    );
    const files =
      shown.files.length === 0 ? null : h('user-query-file-carousel', {}, ...shown.files.map(preview));
    const edit = () => editInPlace(bubble, shown.userText, this.actions);
    this.query.replaceChildren(
      h(
        'user-query-content',
        { class: 'user-query-container' },
        files,
        h('div', { class: 'query-content' }, shown.userText === '' ? null : bubble),
        h(
          'div',
          { 'data-sim': 'user-actions' },
          iconButton(this.variant, 'edit', 'Edit', 'prompt-edit-button', 'edit', edit),
        ),
      ),
    );
  }

  begin(_shown: Shown, live: boolean): void {
    const luminous = this.variant === 'gemini-lr26';
    const state = live ? 'animated' : 'complete';
    this.thoughts = null;
    this.panel = h('div', {
      class: `markdown markdown-main-panel stronger${live ? ' animate' : ''}`,
      id: `model-response-message-contentr_${this.id}`,
      'aria-busy': live ? 'true' : 'false',
      'aria-live': 'polite',
    });
    const content = h('message-content', { id: `message-content-id-r_${this.id}` }, this.panel);
    this.footer = h(
      'div',
      { class: `response-footer ${state} gap` },
      h('sources-list', { class: 'sources-list' }),
    );
    const body = h(
      'div',
      { class: 'response-content', 'data-sim': 'assistant' },
      h('h2', { class: 'cdk-visually-hidden' }, 'Gemini said'),
      h('structured-content-container', { class: 'model-response-text processing-state-visible' }, content),
    );
    const container = h('div', { class: 'response-container-content' }, body);
    const presented = h('div', { class: 'presented-response-container' }, container, this.footer);
    const chrome = luminous ? { class: 'enable-lr26-response-chrome-updates' } : {};
    // A refills its element, lr26 makes another.
    if (this.response === null || luminous) {
      const fresh = h('model-response', chrome);
      if (this.response === null) this.container.append(fresh);
      else this.response.replaceWith(fresh);
      this.response = fresh;
    }
    this.response.replaceChildren(
      h('response-container', {}, presented, h('div', { class: 'response-container-footer' })),
    );
  }

  think(text: string): void {
    this.showThoughts('Weighing the question', text, true);
  }

  thought(_seconds: number, text: string): void {
    this.showThoughts('Show thinking', text, false);
    this.footer?.classList.add('has-thoughts');
  }

  overlay(text: string | null): void {
    this.response?.querySelector('thinking-overlay')?.remove();
    if (text === null) return;
    const dots = h('div', { class: 'thinking-dots-animation' });
    const content = h('div', { 'data-test-id': 'thinking-overlay-content', 'data-sim': 'thinking' }, text);
    const overlay = h('thinking-overlay', {}, dots, content);
    this.response?.querySelector('.response-container-content')?.prepend(overlay);
  }

  openText(): HTMLElement {
    if (this.panel === null) throw new Error('the response has not begun');
    return this.panel;
  }

  status(_text: string): void {}

  end(kind: EndKind, shown: Shown, bar: boolean, message: string): void {
    if (this.response === null) return;
    // `aria-busy` is known to stay behind in lr26; only A takes it back.
    this.panel?.classList.remove('animate');
    if (this.variant === 'gemini-a' && this.panel !== null) set(this.panel, 'aria-busy', 'false');
    this.footer?.classList.remove('animated');
    this.footer?.classList.add('complete');
    if (kind !== 'complete') {
      const text = kind === 'stopped' ? 'You stopped this response' : message;
      const notice = h(
        'div',
        { role: kind === 'failed' ? 'alert' : null, class: 'stopped-draft-message' },
        text,
      );
      this.response.querySelector('.response-container-footer')?.before(notice);
    }
    if (bar) this.bar(shown);
  }

  bar(shown: Shown): void {
    const retry = iconButton(this.variant, 'retry', 'Redo', 'regenerate-button', 'refresh', () =>
      this.actions.retry(),
    );
    const actions = h(
      'message-actions',
      { 'data-sim': 'actions' },
      iconButton(this.variant, 'good', 'Good response', 'thumb-up-button', 'thumb_up', null),
      h('regenerate-button', {}, retry),
      h('copy-button', {}, iconButton(this.variant, 'copy', 'Copy', 'copy-button', 'content_copy', null)),
      pager(shown, this.actions, 'Previous draft', 'Next draft'),
    );
    this.response?.querySelector('.response-container-footer')?.replaceChildren(actions);
  }

  rename(_shown: Shown): void {}
  rerender(): void {}
  shell(_empty: boolean): void {}

  private showThoughts(label: string, text: string, open: boolean): void {
    if (this.thoughts === null) {
      this.thoughts = h('model-thoughts', { 'data-test-id': 'model-thoughts', 'data-sim': 'thinking' });
      this.response?.querySelector('.response-container-content')?.prepend(this.thoughts);
    }
    const header = h(
      'button',
      { type: 'button', 'data-test-id': 'thoughts-header-button' },
      h('div', { role: 'status' }, label),
    );
    const panel = h(
      'div',
      { class: 'markdown markdown-main-panel', id: '', 'aria-busy': 'false' },
      h('p', {}, text),
    );
    const content = h(
      'div',
      { 'data-test-id': 'thoughts-content', class: 'thoughts-content' },
      h('message-content', { id: '' }, panel),
    );
    this.thoughts.replaceChildren(header, ...(open ? [content] : []));
  }
}

/** Layout A or lr26. */
export function gemini(variant: GeminiVariant): Layout {
  return {
    id: variant,
    site: 'gemini',
    grow: variant === 'gemini-a' ? 'replace' : 'data',
    mounted: null,
    shells: false,
    keepsLast: false,
    reversed: false,
    provisional: false,
    rerenders: false,
    models: [
      { label: 'Fast', slug: '' },
      { label: 'Pro', slug: '' },
    ],
    style: {
      paragraph: { 'data-path-to-node': '0' },
      code: ({ language, text }) =>
        tree(
          'code-block',
          {},
          tree(
            'div',
            { class: 'code-block' },
            quiet(
              tree(
                'div',
                { class: 'code-block-decoration' },
                tree('span', {}, language),
                tree('button', {}, 'Copy code'),
              ),
            ),
            tree(
              'div',
              { class: 'formatted-code-block-internal-container' },
              tree(
                'pre',
                {},
                tree('code', { role: 'text', 'data-test-id': 'code-content', class: 'code-container' }, text),
              ),
            ),
          ),
        ),
      citation: (name) => tree('source-footnote', {}, tree('sup', { class: 'superscript' }, name)),
      image: (name) =>
        tree(
          'generated-image',
          {},
          tree('single-image', {}, tree('img', { class: 'image', src: dataPicture(), alt: name })),
        ),
    },
    shell: (actions) => shell(actions, variant),
    view: (shown, actions) => new View(shown, actions, variant),
  };
}
