/** What counts as a gesture, where a person writes with an input method: its Enter ends a composition and sends nothing. */
import { Window } from 'happy-dom';
import { expect, it } from 'vitest';
import { gestureOf } from '../../../lib/scrapers/page/gestures';
import { chatgpt } from '../../../lib/scrapers/sites/chatgpt';

it.each([
  ['Enter', {}, 'send'],
  ['Enter with Ctrl', { ctrlKey: true }, 'send'],
  ['Enter that ends a composition', { isComposing: true }, null],
  ['Enter with Shift', { shiftKey: true }, null],
  ['Enter that is held down', { repeat: true }, null],
])('%s in the composer', (_what, init, kind) => {
  const window = new Window();
  for (const name of ['KeyboardEvent', 'MouseEvent', 'HTMLAnchorElement', 'Element'] as const)
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  const [known] = chatgpt.layouts;
  if (known === undefined) throw new Error('a site has a layout');
  const layout = { ...known, composer: '#editor' };
  window.document.body.innerHTML = '<div id="editor" contenteditable="true"></div>';
  const target: unknown = window.document.querySelector('#editor');
  const event: unknown = new window.KeyboardEvent('keydown', { key: 'Enter', ...init });
  if (!(target instanceof Element) || !(event instanceof KeyboardEvent)) throw new Error('no event');
  expect(gestureOf(event, target, layout)).toBe(kind);
});
