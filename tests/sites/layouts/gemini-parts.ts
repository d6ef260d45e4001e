/** What Gemini's layouts have in common: buttons, the composer, the mode picker. */
import { button, h, set } from '../engine/dom';
import type { Shell, ShellActions } from '../engine/layout';
import type { Attachment } from '../types';
import { dataPicture, editable, frame, slot } from './parts';

export type GeminiVariant = 'gemini-a' | 'gemini-lr26';

function icon(name: string): HTMLElement {
  return h('mat-icon', {
    role: 'img',
    fonticon: name,
    'data-mat-icon-name': name,
    class: 'mat-icon notranslate',
  });
}

/** An icon button as the variant makes them. */
export function iconButton(
  variant: GeminiVariant,
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

function sendButton(variant: GeminiVariant, state: 'submit' | 'stop', click: () => void): HTMLElement {
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

/** A file of a prompt. */
export function preview(file: Attachment): HTMLElement {
  const inner =
    file.kind === 'image' ? h('img', { alt: file.name, src: dataPicture() }) : h('span', {}, file.name);
  return h('user-query-file-preview', {}, inner);
}

/** The page round the thread. */
export function shell(actions: ShellActions, variant: GeminiVariant): Shell {
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
