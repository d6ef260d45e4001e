/**
 * Selectors and small readers that several sites share: what HTML, ARIA and the formula libraries mean by
 * themselves, independent of any one site.
 */

/** Joins selectors to one list. */
export const anyOf = (...selectors: string[]): string => selectors.join(', ');

/**
 * Not seen, so never text. KaTeX writes every formula twice: `.katex-html` is seen but hidden from screen
 * readers, `.katex-mathml` the other way round; only what is seen counts (MathJax: `mjx-assistive-mml`). Its `.vlist-s`
 * holds a zero-width space that only makes room for a fraction or an exponent.
 */
export const NOT_SHOWN = anyOf(
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  '[hidden]',
  '[aria-hidden="true"]:not(.katex-html)',
  '.katex-mathml',
  '.katex-html .vlist-s',
  'mjx-assistive-mml',
);

/** Never text of a message. */
export const NEVER_TEXT = anyOf(NOT_SHOWN, 'button');

/** The lines of a CodeMirror editor, which shows white space as it stands. */
export const CODE_EDITOR = '.cm-content';

/** A part of the page that is put away: an old conversation, or everything under an open dialogue. */
export const PUT_AWAY = '[hidden], [inert], [aria-hidden="true"]';

/** Longest label kept of a model button: untrusted page text. */
const LABEL_CHARACTERS = 120;

/** Page text as a label: one line, trimmed, capped; null when empty. */
export function asLabel(text: string | null | undefined): string | null {
  const line = (text ?? '').replace(/\s+/g, ' ').trim();
  return line === '' ? null : Array.from(line).slice(0, LABEL_CHARACTERS).join('');
}

/** An attribute as a key, null when missing or empty. */
export function attributeOf(element: Element | null, name: string): string | null {
  const value = element?.getAttribute(name)?.trim();
  return value ? value : null;
}

/** The first path segment of an address, lower case; empty on the home page. */
export function firstSegment(url: URL): string {
  return (url.pathname.split('/')[1] ?? '').toLowerCase();
}
