/** Pieces that several layouts are put together from. None of the sites' marks are here. */
import { button, h, set } from '../engine/dom';
import type { ExchangeActions, Shown } from '../engine/layout';
import type { Attachment } from '../types';

/** The editor that takes the place of a prompt while it is edited. */
export function editBox(text: string, send: (text: string) => void, cancel: () => void): HTMLElement {
  const area = h('textarea', { 'data-sim': 'edit-box', 'aria-label': 'Edit prompt' });
  if (area instanceof HTMLTextAreaElement) area.value = text;
  const value = () => (area instanceof HTMLTextAreaElement ? area.value : '');
  return h(
    'div',
    { 'data-sim': 'editing' },
    area,
    button('edit-cancel', 'Cancel', {}, cancel, 'Cancel'),
    button('edit-send', 'Send', {}, () => send(value()), 'Send'),
  );
}

/** Puts an editor in the place of `content` until it is sent or cancelled. */
export function editInPlace(content: HTMLElement, text: string, actions: ExchangeActions): void {
  const back = () => box.replaceWith(content);
  const box = editBox(
    text,
    (changed) => {
      back();
      actions.edit(changed);
    },
    back,
  );
  content.replaceWith(box);
}

/** The branch pager "2/3" with its two buttons; null where there is one attempt only. */
export function pager(
  shown: Shown,
  actions: ExchangeActions,
  previous: string,
  next: string,
  separator = '/',
): HTMLElement | null {
  if (shown.attempts < 2) return null;
  const back = button('pager-previous', previous, {}, () => actions.page(-1), '‹');
  const forth = button('pager-next', next, {}, () => actions.page(1), '›');
  set(back, 'disabled', shown.attempt === 0);
  set(forth, 'disabled', shown.attempt === shown.attempts - 1);
  return h('div', {}, back, h('div', {}, `${shown.attempt + 1}${separator}${shown.attempts}`), forth);
}

/** Joins neighbouring bare spans, as a page does that re-renders what it had faded in word by word. */
export function mergeSpans(root: Element): void {
  for (const parent of [root, ...root.querySelectorAll('*')]) {
    let first: Element | null = null;
    for (const child of [...parent.childNodes]) {
      const bare =
        child instanceof HTMLSpanElement && child.attributes.length === 0 && child.childElementCount === 0;
      if (bare && first !== null) {
        first.textContent += child.textContent ?? '';
        child.remove();
      } else first = bare ? child : null;
    }
  }
}

/** Address of a small picture made on the spot. */
export function pictureUrl(): string {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="100"><rect width="160" height="100" fill="#9bc"/><circle cx="80" cy="50" r="28" fill="#fd8"/></svg>';
  return URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
}

export function dataPicture(): string {
  return 'data:image/gif;base64,R0lGODlhAQABAIAAAJu7zAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==';
}

/** Tiles of the files in a composer or a turn. */
export function tiles(files: readonly Attachment[], tile: (file: Attachment) => HTMLElement): HTMLElement[] {
  return files.map(tile);
}

/** The frame that all pages share: side bar, main column. */
export function frame(sidebar: HTMLElement, main: HTMLElement): HTMLElement {
  return h('div', { 'data-sim': 'app' }, sidebar, main);
}

/** The composer's editable element. */
export function editable(tag: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  return h(tag, { contenteditable: 'true', 'data-sim': 'composer', ...attributes });
}

/** Keeps one child of a slot, made anew when its name changes. */
export function slot(holder: HTMLElement): (name: string, make: () => HTMLElement | null) => void {
  let current: string | null = null;
  return (name, make) => {
    if (name === current) return;
    current = name;
    const element = make();
    holder.replaceChildren(...(element === null ? [] : [element]));
  };
}
