/** ChatGPT of autumn 2026: one element per exchange, few of them in the document, nothing of the older marks. */
import { button, h, set } from '../engine/dom';
import { say } from '../engine/language';
import type {
  EndKind,
  ExchangeActions,
  ExchangeView,
  Layout,
  Shell,
  ShellActions,
  Shown,
} from '../engine/layout';
import { tree } from '../engine/tree';
import type { Attachment } from '../types';
import { dataPicture, editable, editInPlace, frame, mergeSpans, pager, pictureUrl, slot } from './parts';

const LONG_PROMPT = 1500;

function tile(file: Attachment): HTMLElement {
  return h(
    'div',
    { role: 'group', 'aria-label': file.name, class: 'group/file-tile' },
    h('div', {}, file.name),
  );
}

/** A file of a prompt: a card with its name, a picture as it is. */
function attached(file: Attachment): HTMLElement {
  if (file.kind === 'image')
    return h(
      'div',
      { role: 'button', 'aria-label': 'User attachment' },
      h('img', { src: dataPicture(), alt: file.name }),
    );
  return h(
    'span',
    { class: 'group/resource-card relative' },
    h('button', { type: 'button', 'aria-label': file.name }),
    h('span', {}, file.name),
  );
}

function shell(actions: ShellActions): Shell {
  const list = h('div', { 'data-sim': 'list' });
  const scroller = h(
    'main',
    {
      'data-app-action-timeline-scroll': '',
      'data-sim': 'scroller',
      style: 'display: flex; flex-direction: column-reverse',
    },
    list,
  );
  const banner = h('div', { 'data-sim': 'banner' });
  const links = h('nav', { 'data-sim': 'links' });
  const sidebar = h('div', { 'data-app-action-sidebar-scroll': '', 'data-sim': 'sidebar' }, links);
  const composer = editable('div', {
    role: 'textbox',
    'data-composer-markdown': '',
    'aria-label': 'Ask anything',
  });
  const trailing = h('div', { 'data-sim': 'submit' });
  const show = slot(trailing);
  const tilesRow = h('div', { 'data-sim': 'tiles' });
  const picker = button(
    'model',
    'Select ChatGPT model',
    { 'data-codex-intelligence-trigger': 'true', 'data-state': 'closed' },
    () => actions.nextModel(),
  );
  const form = h('form', { 'data-sim': 'composer-box' }, tilesRow, composer, picker, trailing);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    actions.send();
  });
  const column = h('div', { 'data-sim': 'column' }, banner, scroller, form);
  return {
    root: frame(sidebar, column),
    scroller,
    list,
    composer,
    banner,
    links,
    composerBox: form,
    controls: ({ empty, live }) => {
      const look = { class: 'size-token-button-composer rounded-full bg-composer-primary' };
      if (live) show('stop', () => button('stop', 'Stop', look, () => actions.stop(), '■'));
      else if (empty)
        show('voice', () => button('voice', 'Start Voice', { ...look, 'data-state': 'closed' }, null, '≋'));
      else show('send', () => button('send', 'Send', { type: 'submit' }, null, '↑'));
    },
    model: (choice) => {
      // The hidden copy of longer words measures the width.
      const measure = h('span', { 'aria-hidden': 'true', style: 'display: none' }, 'Thinking effort');
      picker.replaceChildren(measure, h('span', {}, choice.label));
      set(picker, 'data-selected-reasoning-effort', choice.slug === 'medium' ? 'medium' : 'none');
    },
    attachments: (files) => tilesRow.replaceChildren(...files.map(tile)),
  };
}

class View implements ExchangeView {
  private readonly element: HTMLElement;
  private readonly search = h('div', { 'data-content-search-turn-key': 'fallback-turn-0' });
  private readonly userPart = h('div', {});
  private readonly area = h('div', {});
  private readonly controls = h('div', {});
  private activity: HTMLElement | null = null;
  private unit: HTMLElement | null = null;
  private prose: HTMLElement | null = null;
  private window = 0;

  constructor(
    private shown: Shown,
    private readonly actions: ExchangeActions,
  ) {
    this.search.append(h('div', {}, this.userPart, this.area, this.controls));
    this.element = h('div', { 'data-turn-key': shown.userKey }, this.search);
    this.user(shown);
  }

  rows(): HTMLElement[] {
    return [this.element];
  }

  number(index: number, _total: number): void {
    // The site counts within the mounted window, so the same exchange has several numbers in its life.
    this.window = index % 3;
    set(this.search, 'data-content-search-turn-key', `fallback-turn-${this.window}`);
  }

  user(shown: Shown): void {
    this.shown = shown;
    set(this.element, 'data-turn-key', shown.userKey);
    const text = h('div', { dir: 'auto', style: 'white-space: pre-wrap' }, shown.userText);
    const long = shown.userText.length > LONG_PROMPT;
    const bubble = h(
      'div',
      { 'data-user-message-bubble': 'true', 'data-sim': 'user' },
      h(
        'div',
        {},
        h('div', { 'data-search-result-target': '' }, h('div', {}, text)),
        long ? h('span', { 'aria-hidden': 'true' }, '…') : null,
      ),
      long ? h('button', { 'aria-expanded': 'false', type: 'button' }, h('span', {}, 'Show more')) : null,
    );
    const files = shown.files.length === 0 ? null : h('div', {}, ...shown.files.map(attached));
    const key = `fallback-turn-${this.window}:0:user`;
    const unit = h('div', { 'data-content-search-unit-key': key }, shown.userText === '' ? null : bubble);
    // What is attached stands in the outer unit alone.
    const outer = { 'data-chatgpt-search-unit-key': key, 'data-chatgpt-search-message-ids': shown.userKey };
    const actions = h(
      'div',
      { class: 'turn-action-controls', 'data-sim': 'user-actions' },
      button('copy-user', 'Copy message', {}, null, '❐'),
      button('share', 'Share prompt', {}, null, '↗'),
      button('edit', 'Edit message', {}, () => editInPlace(bubble, shown.userText, this.actions), '✎'),
    );
    this.userPart.replaceChildren(
      h('h4', { class: 'sr-only' }, 'You said:'),
      h('div', outer, files, unit, actions),
    );
  }

  begin(_shown: Shown, live: boolean): void {
    this.activity = null;
    this.unit = null;
    this.prose = null;
    this.area.replaceChildren(h('span', { hidden: true, 'data-chatgpt-agent-turn-start': '' }));
    this.controls.replaceChildren();
    this.editing(!live);
  }

  think(text: string): void {
    const activity = this.ensureActivity();
    activity.replaceChildren(
      this.header(say('Thinking'), true),
      h(
        'div',
        {},
        h(
          'div',
          { 'data-markdown-text-style': 'assistant-message', 'data-markdown-text-tone': 'tertiary' },
          h('p', {}, h('span', {}, text)),
        ),
      ),
    );
  }

  thought(seconds: number, _text: string): void {
    this.ensureActivity().replaceChildren(this.header(say(`Thought for ${seconds}s`), false));
  }

  openText(): HTMLElement {
    if (this.prose !== null) return this.prose;
    this.prose = h('div', {
      dir: 'auto',
      'data-markdown-animated': '',
      'data-markdown-text-style': 'assistant-message',
    });
    this.unit = h(
      'div',
      {
        'data-content-search-unit-key': `fallback-turn-${this.window}:2:assistant`,
        'data-chatgpt-search-message-ids': this.shown.answerId,
        'data-sim': 'assistant',
      },
      h('h4', { 'data-conversation-role': 'assistant', tabindex: '-1', class: 'sr-only' }, 'ChatGPT said:'),
      h(
        'div',
        { 'data-chatgpt-selection-message-id': this.shown.answerId },
        h('span', { hidden: true }),
        this.prose,
      ),
    );
    this.area.append(this.unit);
    return this.prose;
  }

  status(text: string): void {
    this.ensureActivity().replaceChildren(this.header(text, true));
  }

  end(kind: EndKind, shown: Shown, bar: boolean, message: string): void {
    this.editing(true);
    if (this.prose !== null) {
      this.prose.removeAttribute('data-markdown-animated');
      mergeSpans(this.prose);
    }
    if (kind === 'failed') {
      const retry = button('retry', 'Retry', {}, () => this.actions.retry(), 'Retry');
      this.area.append(h('aside', { role: 'alert' }, message, retry));
    } else if (bar) this.bar(shown);
    this.pictures();
  }

  bar(shown: Shown): void {
    const bar = h(
      'div',
      { class: 'turn-action-controls', 'data-sim': 'actions' },
      button('copy', 'Copy', {}, null, '❐'),
      button('rate', 'Rate response', { 'aria-haspopup': 'menu' }, null, '+'),
      pager(shown, this.actions, 'Previous response', 'Next response'),
      button('retry', 'Regenerate response', { 'aria-haspopup': 'menu' }, () => this.actions.retry(), '↻'),
      button('more', 'More actions', { 'aria-haspopup': 'menu' }, null, '…'),
    );
    this.controls.replaceChildren(bar);
  }

  rename(_shown: Shown): void {}

  rerender(): void {
    for (const pre of this.prose?.querySelectorAll('pre') ?? []) {
      const code = pre.querySelector('code');
      const language = code?.getAttribute('data-code-language') ?? '';
      const lines = (code?.textContent ?? '').split('\n').map((line) => h('div', { class: 'cm-line' }, line));
      const toolbar = h(
        'div',
        { 'data-markdown-copy': 'exclude' },
        h('span', {}, language),
        h('button', { type: 'button', 'aria-label': 'Copy' }, 'Copy'),
      );
      const editor = h(
        'div',
        { 'data-language': language, contenteditable: 'true', role: 'textbox', 'aria-label': 'Edit code' },
        ...lines,
      );
      pre.replaceWith(h('div', { 'data-markdown-copy': 'code-block' }, toolbar, editor));
    }
  }

  shell(_empty: boolean): void {}

  /** An answer of pictures only has no assistant unit. */
  private pictures(): void {
    if (this.prose === null || this.unit === null || (this.prose.textContent ?? '') !== '') return;
    this.unit.replaceWith(...this.prose.childNodes);
  }

  private editing(possible: boolean): void {
    const edit = this.userPart.querySelector<HTMLElement>('[data-sim="edit"]');
    if (edit !== null) edit.style.display = possible ? '' : 'none';
  }

  private header(label: string, expanded: boolean): HTMLElement {
    return h(
      'div',
      { class: 'group/activity-header' },
      h('button', { type: 'button', 'aria-expanded': expanded ? 'true' : 'false', 'aria-label': 'Toggle' }),
      h('span', {}, h('span', {}, label)),
    );
  }

  private ensureActivity(): HTMLElement {
    if (this.activity !== null) return this.activity;
    this.activity = h('div', { 'data-sim': 'thinking' });
    this.area.insertBefore(this.activity, this.unit);
    return this.activity;
  }
}

export const CHATGPT_C: Layout = {
  id: 'chatgpt-c',
  site: 'chatgpt',
  grow: 'spans',
  mounted: 4,
  shells: false,
  keepsLast: false,
  reversed: true,
  provisional: false,
  rerenders: true,
  models: [
    { label: 'Instant', slug: 'instant' },
    { label: 'Medium', slug: 'medium' },
  ],
  style: {
    paragraph: { dir: 'auto' },
    code: ({ language, text }) => tree('pre', {}, tree('code', { 'data-code-language': language }, text)),
    citation: (name) =>
      tree('a', { href: '#', 'data-testid': 'webpage-citation-pill' }, tree('span', {}, name)),
    image: (name) =>
      tree(
        'div',
        { 'data-testid': 'generated-image-preview' },
        tree('img', { src: pictureUrl(), alt: name }),
      ),
  },
  shell,
  view: (shown, actions) => new View(shown, actions),
};
