/** What Claude's layouts have in common: the composer, the model selector, the text of a prompt. */
import { button, h, set } from '../engine/dom';
import type { Shell, ShellActions, Shown } from '../engine/layout';
import type { Attachment, ModelChoice } from '../types';
import { editable, frame, slot } from './parts';

export const MODELS: readonly ModelChoice[] = [
  { label: 'Sonnet 5 Medium', slug: '' },
  { label: 'Opus 5 High', slug: '' },
];

/** The prompt of a user turn: a paragraph for each part between blank lines. */
export function claudeUserText(shown: Shown): HTMLElement {
  const paragraphs = shown.userText
    .split(/\n{2,}/)
    .map((text) => h('p', { class: 'whitespace-pre-wrap break-words', dir: 'ltr' }, text));
  const attributes = { 'data-testid': 'user-message', class: 'grid grid-cols-1 gap-2', 'data-sim': 'user' };
  const files = shown.files.map((file) => thumbnail(file));
  return h('div', {}, ...files, h('div', attributes, ...paragraphs));
}

function thumbnail(file: Attachment): HTMLElement {
  const inner = file.kind === 'image' ? h('img', { alt: file.name }) : h('h3', {}, file.name);
  return h('div', { 'data-testid': 'file-thumbnail' }, inner);
}

/** The page round the thread, as layouts A, B and C have it. */
export function claudeShell(actions: ShellActions, variant: 'a' | 'b' | 'c', bareStop = false): Shell {
  const old = variant === 'a';
  const list = h('div', { 'data-sim': 'list' });
  const banner = h('div', { 'data-sim': 'banner' });
  const links = h('nav', { 'data-sim': 'links', 'aria-label': 'Recent chats' });
  const composer = editable('div', {
    role: 'textbox',
    class: 'tiptap ProseMirror',
    'data-testid': 'chat-input',
    'aria-label': 'Write your prompt to Claude',
    translate: 'no',
    ...(old ? {} : { 'data-cds': 'Editor' }),
  });
  const picker = button(
    'model',
    'Model',
    {
      'data-testid': 'model-selector-dropdown',
      'aria-haspopup': 'menu',
      'data-cds': old ? null : 'ModelSelector',
    },
    () => actions.nextModel(),
  );
  const place = h('div', { 'data-sim': 'submit' });
  const show = slot(place);
  const tilesRow = h('div', { 'data-sim': 'tiles' });
  const sendAttributes = old ? {} : { 'data-testid': 'chat-input-send', 'data-cds': 'Button' };
  const send = (empty: boolean): HTMLElement => {
    const control = button(
      'send',
      'Send message',
      { ...sendAttributes, disabled: empty },
      () => actions.send(),
      '↑',
    );
    return old ? control : h('div', { inert: empty }, control);
  };
  const box = h(
    'div',
    { 'data-chat-input-container': 'true', class: 'sticky bottom-0' },
    h('fieldset', { 'data-sim': 'composer-box' }, tilesRow, composer, picker, place),
  );
  const scroller = h(
    'div',
    { 'data-autoscroll-container': 'true', 'data-sim': 'scroller' },
    h('div', { 'data-testid': 'chat-column' }, transcript(list, variant), banner, box),
  );
  return {
    root: frame(h('div', { 'data-sim': 'sidebar' }, links), scroller),
    scroller,
    list,
    composer,
    banner,
    links,
    composerBox: box,
    controls: ({ empty, live }) => {
      const stopAttributes = old || bareStop ? {} : { 'data-testid': 'chat-input-stop' };
      const stopLabel = bareStop ? 'Antwort beenden' : 'Stop response';
      if (live) show('stop', () => button('stop', stopLabel, stopAttributes, () => actions.stop(), '■'));
      else show(empty ? 'empty' : 'send', () => send(empty));
    },
    model: (choice) => {
      set(picker, 'aria-label', old ? null : `Model: ${choice.label}`);
      picker.replaceChildren(old ? choice.label : h('span', {}, choice.label.replace(/ \w+$/, '')));
    },
    attachments: (files) => tilesRow.replaceChildren(...files.map(thumbnail)),
  };
}

function transcript(list: HTMLElement, variant: 'a' | 'b' | 'c'): HTMLElement {
  switch (variant) {
    case 'a':
      return h('div', { class: 'flex-1 flex flex-col' }, list);
    case 'b': {
      set(list, 'role', 'feed');
      set(list, 'aria-label', 'Chat messages');
      return h('div', { 'data-testid': 'transcript-list' }, list);
    }
    case 'c': {
      set(list, 'data-testid', 'transcript-sizer');
      return h(
        'div',
        { role: 'feed', 'data-perf-region': 'transcript', 'aria-label': 'Chat messages' },
        list,
      );
    }
  }
}
