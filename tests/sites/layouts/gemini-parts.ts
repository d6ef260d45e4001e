/** Gemini: custom elements of its own, one container per exchange. A: Material buttons; lr26: wrapped ones. */
import { button, h, set } from '../engine/dom';
import type {
  EndKind,
  ExchangeActions,
  ExchangeView,
  Layout,
  Shell,
  ShellActions,
  Shown,
} from '../engine/layout';
import { quiet, tree } from '../engine/tree';
import type { Attachment } from '../types';
import { dataPicture, editable, editInPlace, frame, pager, slot } from './parts';

type Variant = 'gemini-a' | 'gemini-lr26';

const LONG_PROMPT = 600;

function icon(name: string): HTMLElement {
  return h('mat-icon', {
    role: 'img',
    fonticon: name,
    'data-mat-icon-name': name,
    class: 'mat-icon notranslate',
  });
}

/** An icon button as the variant makes them. */
function iconButton(
  variant: Variant,
  sim: string,
  label: string,
  testId: string,
  name: string,
  click: (() => void) | null,
): HTMLElement {
  if (variant === 'gemini-a') return button(sim, label, { 'data-test-id': testId }, click, icon(name));
  const inner = button(sim, label, { class: 'mdc-icon-button' }, click, h('gem-icon', {}, icon(name)));
  return h('gem-icon-button', { type: 'onSurface', 'data-test-id': testId }, inner);
}

function sendButton(variant: Variant, state: 'submit' | 'stop', click: () => void): HTMLElement {
  const label = state === 'stop' ? 'Stop response' : 'Send message';
  const sim = state === 'stop' ? 'stop' : 'send';
  if (variant === 'gemini-a') {
    const icons =
      state === 'stop'
        ? h('div', { class: 'stop-icon' }, icon('stop'), '■')
        : h('span', {}, icon('send'), '↑');
    const control = button(sim, label, { class: `send-button mdc-icon-button ${state}` }, click, icons);
    return h('div', { class: 'send-button-container' }, control);
  }
  const text = state === 'stop' ? '■' : '↑';
  const control = button(
    sim,
    label,
    { class: 'mdc-icon-button' },
    click,
    h('gem-icon', {}, icon(state === 'stop' ? 'stop' : 'send')),
    text,
  );
  const wrapper = h('gem-icon-button', { type: 'onSurface', class: `send-button ${state}` }, control);
  return h('div', { 'data-test-id': 'send-button-container', class: 'send-button-container' }, wrapper);
}

function preview(file: Attachment): HTMLElement {
  const inner =
    file.kind === 'image' ? h('img', { alt: file.name, src: dataPicture() }) : h('span', {}, file.name);
  return h('user-query-file-preview', {}, inner);
}

function shell(actions: ShellActions, variant: Variant): Shell {
  const luminous = variant === 'gemini-lr26';
  const list = h('infinite-scroller', {
    'data-test-id': 'chat-history-container',
    class: 'chat-history',
    'data-sim': 'list',
  });
  const scroller = h(
    'div',
    { id: 'chat-history', class: 'chat-history-scroll-container', 'data-sim': 'scroller' },
    list,
  );
  const banner = h('div', { 'data-sim': 'banner' });
  const links = h('bard-sidenav', { role: 'navigation', 'data-sim': 'links' });
  const composer = editable('div', {
    class: 'ql-editor textarea new-input-ui ql-blank',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': 'Enter a prompt for Gemini',
  });
  const clipboard = h('div', { class: 'ql-clipboard', contenteditable: 'true', tabindex: '-1' });
  const picker = button('model', 'Open mode picker', { 'data-test-id': 'bard-mode-menu-button' }, () =>
    actions.nextModel(),
  );
  const place = h('div', { 'data-sim': 'submit' });
  const show = slot(place);
  const tilesRow = h('div', { 'data-sim': 'tiles' });
  const box = h(
    'input-container',
    { 'data-sim': 'composer-box' },
    tilesRow,
    h('rich-textarea', { class: 'text-input-field_textarea ql-container' }, composer, clipboard),
    h('bard-mode-switcher', { 'data-test-id': 'bard-mode-switcher' }, picker),
    place,
  );
  const column = h('div', { 'data-sim': 'column' }, scroller, banner, box);
  return {
    root: h(
      'chat-app',
      { id: 'app-root', class: luminous ? 'enable-lr26-markdown-styling lr26' : null },
      frame(h('div', { 'data-sim': 'sidebar' }, links), h('main', { class: 'chat-app' }, column)),
    ),
    scroller,
    list,
    composer,
    banner,
    links,
    composerBox: box,
    controls: ({ empty, live }) => {
      composer.classList.toggle('ql-blank', empty);
      if (live) show('stop', () => sendButton(variant, 'stop', () => actions.stop()));
      else if (empty && luminous) show('none', () => null);
      else show('send', () => sendButton(variant, 'submit', () => actions.send()));
    },
    model: (choice) => {
      set(
        picker,
        'aria-label',
        luminous ? `Open mode picker, currently ${choice.label}` : 'Open mode picker',
      );
      picker.replaceChildren(
        h('div', { 'data-test-id': 'logo-pill-label-container' }, h('span', {}, choice.label)),
      );
    },
    attachments: (files) =>
      tilesRow.replaceChildren(
        ...files.map((file) => h('uploader-file-preview', {}, h('span', {}, file.name))),
      ),
  };
}

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
    private readonly variant: Variant,
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
export function gemini(variant: Variant): Layout {
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
