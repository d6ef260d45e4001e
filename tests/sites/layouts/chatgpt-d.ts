/**
 * ChatGPT without an account, autumn 2026: one list item per message, the question inside a button, and items that
 * are always in the list as templates. It names no model and has no other attempts, edits or files that are known.
 */
import { button, h, set, uuid } from '../engine/dom';
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
import { dataPicture, editable, frame, slot } from './parts';

function shell(actions: ShellActions): Shell {
  const list = h('ol', {
    'aria-label': 'Conversation',
    'data-conversation-transcript': '',
    'data-sim': 'list',
  });
  const banner = h('div', { 'data-sim': 'banner' });
  const links = h('nav', { 'data-sim': 'links' });
  const composer = editable('div', { role: 'textbox', 'aria-label': 'Ask anything' });
  const trailing = h('div', { 'data-sim': 'submit' });
  const show = slot(trailing);
  const form = h(
    'form',
    { 'data-mobile-composer': '', 'data-sim': 'composer-box' },
    h('div', { 'data-composer-editor-host': '' }, composer),
    trailing,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    actions.send();
  });
  const scroller = h(
    'main',
    { 'data-sim': 'scroller' },
    h('section', { 'data-web-mobile-conversation': '', 'data-conversation-id': uuid() }, list),
    banner,
  );
  const templates = [
    h('p', { role: 'alert', style: 'display: none' }),
    h(
      'div',
      { 'data-composer-submission-status': '', hidden: true },
      'Chat stopped unexpectedly',
      h('button', { type: 'button' }, 'Retry'),
    ),
  ];
  return {
    root: frame(
      h('div', { 'data-sim': 'sidebar' }, links),
      h('div', { 'data-sim': 'column' }, scroller, ...templates, form),
    ),
    scroller,
    list,
    composer,
    banner,
    links,
    composerBox: form,
    controls: ({ live }) => {
      const name = live ? 'stop' : 'send';
      show(name, () =>
        live
          ? button(
              'stop',
              'Stop',
              { 'data-composer-submit': '', 'data-stop-generating': '' },
              () => actions.stop(),
              '■',
            )
          : button('send', 'Send', { type: 'submit', 'data-composer-submit': '' }, null, '↑'),
      );
    },
    model: () => undefined,
    attachments: () => undefined,
  };
}

class View implements ExchangeView {
  private readonly question: HTMLElement;
  private readonly recovery: HTMLElement;
  private answer: HTMLElement | null = null;
  private prose: HTMLElement | null = null;
  private isLast = true;

  constructor(
    shown: Shown,
    private readonly actions: ExchangeActions,
  ) {
    this.question = h('li', { 'data-message-role': 'user', id: shown.userKey });
    this.recovery = h('li', { 'data-conversation-recovery': '' });
    this.user(shown);
    this.recover(null);
  }

  rows(): HTMLElement[] {
    const answered = this.answer === null ? [this.question] : [this.question, this.answer];
    return this.isLast ? [...answered, this.recovery] : answered;
  }

  number(index: number, total: number): void {
    this.isLast = index === total - 1;
    if (!this.isLast) this.recovery.remove();
  }

  user(shown: Shown): void {
    const bubble = h(
      'button',
      { type: 'button', 'data-user-message-bubble': '', 'data-sim': 'user' },
      h('p', { 'data-user-message-copy': '', style: 'white-space: pre-wrap' }, shown.userText),
    );
    this.question.replaceChildren(
      h('h4', { 'data-message-attribution': '', class: 'sr-only' }, 'You said:'),
      h('div', { 'data-submit-message-animation-target': '' }, bubble),
      h(
        'div',
        { 'data-sim': 'user-actions' },
        button('copy-user', 'Copy message', { 'data-copy-message': '' }, null, '❐'),
        h('span', { 'aria-live': 'polite', role: 'status' }),
      ),
    );
  }

  begin(shown: Shown, live: boolean): void {
    this.recover(null);
    this.answer ??= h('li', { 'data-message-role': 'assistant' });
    set(this.answer, 'id', live ? `pending-${uuid()}` : shown.answerId);
    set(this.answer, 'data-message-streaming', live);
    set(this.answer, 'data-message-complete', false);
    this.prose = h('div', { 'data-assistant-markdown': '', 'data-sim': 'assistant' });
    this.answer.replaceChildren(
      h('h4', { 'data-message-attribution': '', class: 'sr-only' }, 'ChatGPT said:'),
      h('div', {}, h('div', {}, this.prose)),
      this.bars(false),
    );
  }

  think(_text: string): void {}

  thought(_seconds: number, _text: string): void {}

  openText(): HTMLElement {
    if (this.prose === null) throw new Error('the answer has not begun');
    return this.prose;
  }

  status(_text: string): void {}

  end(kind: EndKind, shown: Shown, bar: boolean, message: string): void {
    if (this.answer === null) return;
    set(this.answer, 'id', shown.answerId);
    set(this.answer, 'data-message-streaming', false);
    if (kind === 'failed') this.recover(message);
    else if (bar) this.bar(shown);
  }

  bar(_shown: Shown): void {
    if (this.answer === null) return;
    set(this.answer, 'data-message-complete', true);
    this.answer.querySelector('[data-message-actions]')?.replaceWith(this.bars(true));
  }

  rename(_shown: Shown): void {}

  rerender(): void {}

  shell(_empty: boolean): void {}

  /** In the page from the beginning, out of reach until the answer is complete. */
  private bars(usable: boolean): HTMLElement {
    return h(
      'div',
      {
        'aria-label': 'Response actions',
        'data-message-actions': '',
        role: 'group',
        'aria-hidden': usable ? null : 'true',
        inert: !usable,
        'data-sim': usable ? 'actions' : null,
      },
      button('copy', 'Copy response', { 'data-copy-message': '' }, null, '❐'),
      button('share', 'Share', { 'data-share-message': '' }, null, '↗'),
    );
  }

  /** The template that offers to try again; with a reason it is shown. */
  private recover(message: string | null): void {
    const attributes = { 'data-conversation-recovery-retry': '', 'aria-description': message };
    const retry =
      message === null
        ? h('button', { type: 'button', ...attributes }, 'Retry')
        : button('retry', 'Retry', attributes, () => this.actions.retry(), 'Retry');
    set(this.recovery, 'hidden', message === null);
    this.recovery.replaceChildren(h('p', {}, message ?? ''), retry);
  }
}

export const CHATGPT_D: Layout = {
  id: 'chatgpt-d',
  site: 'chatgpt',
  grow: 'data',
  mounted: null,
  shells: false,
  keepsLast: false,
  reversed: false,
  provisional: false,
  rerenders: false,
  models: [],
  chatPath: (id) => `/uc/${id}`,
  style: {
    paragraph: { dir: 'ltr', 'data-assistant-stream-block': '' },
    code: ({ text }) => {
      const copy = tree('button', { type: 'button', 'aria-label': 'Copy code' }, 'Copy');
      return tree(
        'pre',
        { dir: 'ltr', 'data-assistant-stream-block': '' },
        tree('code', {}, text),
        quiet(tree('span', { 'data-message-content-controls': '' }, copy)),
      );
    },
    citation: (name) => tree('button', { type: 'button' }, name),
    image: (name) => tree('img', { src: dataPicture(), alt: name }),
  },
  shell,
  view: (shown, actions) => new View(shown, actions),
};
