/** What ChatGPT's layouts A and B have in common round the thread. */
import { button, h, set } from '../engine/dom';
import type { Shell, ShellActions } from '../engine/layout';
import type { Attachment, ModelChoice } from '../types';
import { dataPicture, editable, frame, slot } from './parts';

export interface ChatGptVariant {
  readonly id: 'chatgpt-a' | 'chatgpt-b';
  readonly turn: 'article' | 'section';
  readonly containers: boolean;
  readonly editor: boolean;
  /** A retry makes a new turn instead of refilling the old one. */
  readonly newNode: boolean;
  readonly provisional: boolean;
  readonly stopLabel: string;
}

export const MODELS: readonly ModelChoice[] = [
  { label: '5.2', slug: 'gpt-5-2' },
  { label: '5.2 Thinking', slug: 'gpt-5-2-thinking' },
];

/** The page round the thread. */
export function shell(actions: ShellActions, variant: ChatGptVariant): Shell {
  const list = h('div', { class: 'flex flex-col text-sm', 'data-sim': 'list' });
  const banner = h('div', { 'data-sim': 'banner' });
  const links = h('nav', { 'aria-label': 'Chat history', 'data-sim': 'links' });
  const composer = editable('div', { id: 'prompt-textarea', class: 'ProseMirror', translate: 'no' });
  const submit = h('div', { class: '[grid-area:trailing]', 'data-sim': 'submit' });
  const show = slot(submit);
  const tilesRow = h('div', { 'data-sim': 'tiles' });
  const picker = button('model', 'Model selector', { 'data-testid': 'model-switcher-dropdown-button' }, () =>
    actions.nextModel(),
  );
  const form = h(
    'form',
    { class: 'group/composer w-full', 'data-type': 'unified-composer', 'data-sim': 'composer-box' },
    tilesRow,
    h('textarea', { id: 'prompt-textarea', class: 'fallbackTextarea', style: 'display: none' }),
    composer,
    button('plus', 'Add files and more', { 'data-testid': 'composer-plus-btn' }, null, '+'),
    submit,
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  const thread = h(
    'div',
    { id: 'thread', class: 'group/thread' },
    h('div', { class: 'composer-parent' }, list),
  );
  const scroller = h(
    'div',
    { 'data-scroll-root': '', 'data-sim': 'scroller' },
    h('header', { id: 'page-header' }, picker),
    h('main', { id: 'main' }, thread, banner),
    h('div', { id: 'thread-bottom-container' }, form),
  );
  return {
    root: frame(h('div', { id: 'stage-slideover-sidebar', 'data-sim': 'sidebar' }, links), scroller),
    scroller,
    list,
    composer,
    banner,
    links,
    composerBox: form,
    controls: ({ empty, live }) => {
      if (live) {
        const attributes = { id: 'composer-submit-button', 'data-testid': 'stop-button' };
        show('stop', () => button('stop', variant.stopLabel, attributes, () => actions.stop(), '■'));
      } else if (empty) {
        const attributes = { id: 'composer-submit-button', 'data-testid': 'composer-speech-button' };
        show('voice', () => button('voice', 'Start voice mode', attributes, null, '≋'));
      } else {
        const attributes = { id: 'composer-submit-button', 'data-testid': 'send-button' };
        show('send', () => button('send', 'Send prompt', attributes, () => actions.send(), '↑'));
      }
    },
    model: (choice) => {
      set(picker, 'aria-label', `Model selector, current model is ${choice.label}`);
      picker.replaceChildren(`ChatGPT ${choice.label}`);
    },
    attachments: (files) => tilesRow.replaceChildren(...files.map(tile)),
  };
}

/** A file in the composer or in a prompt. */
export function tile(file: Attachment): HTMLElement {
  const inner =
    file.kind === 'image' ? h('img', { src: dataPicture(), alt: file.name }) : h('div', {}, file.name);
  const attributes = { class: 'group/file-tile', role: 'group', 'aria-label': file.name };
  return h('div', attributes, inner);
}
