// @vitest-environment happy-dom
/** Marks of Gemini's layouts one by one, on pages as small as they can be. What no saved page shows is made up. */
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../lib/scrapers/page/recognise';
import { gemini } from '../../../lib/scrapers/sites/gemini';
import { readNow } from '../../replay/read-now';
import { type PageRead, readPage, type TurnRead } from '../../replay/read-page';

const documentOf = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const read = (html: string): PageRead => readPage('gemini', documentOf(html));

function stops(html: string): boolean {
  const root = documentOf(html);
  const { layout } = recognise(gemini, root);
  if (layout === null) throw new Error('unreadable');
  return readNow(root, layout).stops();
}

const QUESTION = '<user-query><div class="query-text"><p class="query-text-line">Ask</p></div></user-query>';
interface Parts {
  readonly before?: string;
  readonly panel?: string;
  readonly footer?: string;
}
const response = ({ before = '', panel = '', footer = 'response-footer' }: Parts): string =>
  '<model-response class="enable-lr26-response-chrome-updates"><response-container>' +
  `${before}<structured-content-container class="model-response-text"><message-content id="message-content-id-r_1">` +
  `<div class="markdown markdown-main-panel">${panel}</div></message-content></structured-content-container>` +
  `<div class="${footer}"></div></response-container></model-response>`;
const page = (parts: Parts, input = ''): string =>
  `<body class="lr26"><div class="conversation-container" id="0011223344556677">${QUESTION}${response(parts)}</div>${input}</body>`;

function answer(parts: Parts): TurnRead {
  const turn = read(page(parts)).turns.at(-1);
  if (turn?.role !== 'assistant') throw new Error('no answer was read');
  return turn;
}

/** The composer, with `typed` in it, and the button's place. */
const input = (button: string, typed = '', mode = ''): string =>
  `<input-area-v2><rich-textarea><div class="ql-editor${typed === '' ? ' ql-blank' : ''}" contenteditable>${typed}</div>` +
  `</rich-textarea><bard-mode-switcher>${mode}</bard-mode-switcher>` +
  `<div data-test-id="send-button-container">${button}</div></input-area-v2>`;
const button = (inner: string, classes = 'send-button'): string =>
  `<gem-icon-button class="${classes}"><button aria-label="その他">${inner}</button></gem-icon-button>`;

describe('the thinking of an overlay', () => {
  const overlay =
    '<thinking-overlay><div data-test-id="thinking-overlay-content">Weighing both sides.</div></thinking-overlay>';

  it('is thinking and no answer', () => {
    const turn = answer({ before: overlay, footer: 'response-footer animated' });
    expect(turn.thinking).toEqual({ seen: true, statedSeconds: null, textLength: 20 });
    expect([turn.text, turn.visible]).toEqual(['', false]);
  });

  it('is told by its dots before it says anything', () => {
    const dots = '<thinking-overlay><div class="thinking-dots-animation"></div></thinking-overlay>';
    expect(answer({ before: dots }).thinking.seen).toBe(true);
  });

  it('is not told by the empty overlay of every answer', () => {
    expect(
      answer({ before: '<thinking-overlay></thinking-overlay>', panel: '<p>Yes.</p>' }).thinking.seen,
    ).toBe(false);
  });

  it('is no text where it stands in the answer', () => {
    expect(answer({ panel: `${overlay}<p>Yes.</p>` }).text).toBe('Yes.');
  });
});

describe('the stop button', () => {
  const live: Parts = { panel: '<p>Ye</p>', footer: 'response-footer animated' };

  it.each([
    ['by its class', button('', 'send-button stop'), ''],
    ['by its icon', button('<mat-icon fonticon="stop"></mat-icon>'), ''],
    ['by its icon of 2026-09', button('<mat-icon data-mat-icon-name="stop"></mat-icon>'), ''],
    [
      'by its icon while something is typed',
      button('<mat-icon data-mat-icon-name="stop"></mat-icon>'),
      'And then',
    ],
  ])('is told %s', (_, control, typed) => {
    expect(stops(page(live, input(control, typed)))).toBe(true);
  });

  it.each([
    [
      'the send button with an icon of 2026-09',
      button('<mat-icon data-mat-icon-name="send"></mat-icon>'),
      '',
    ],
    [
      'an arrow, with a file and no text',
      button('<mat-icon data-mat-icon-name="arrow_upward"></mat-icon>'),
      '',
    ],
    ['a button of which nothing is known while something is typed', button(''), 'And then'],
  ])('is not %s', (_, control, typed) => {
    expect(
      stops(page({ panel: '<p>Yes.</p>', footer: 'response-footer complete' }, input(control, typed))),
    ).toBe(false);
  });

  it('is not needed to see that an answer is made while something is typed', () => {
    expect(read(page(live, input(button(''), 'And then'))).streaming).toBe(true);
  });
});

describe('the mode', () => {
  const label = (pill: string): string | null | undefined =>
    read(
      page(
        {},
        input('', '', `<button data-test-id="bard-mode-menu-button" aria-label="Modus">${pill}</button>`),
      ),
    ).turns[0]?.model.label;

  it.each([
    [
      'has its word of effort',
      '<span class="logo-pill-label-container"><span class="picker-primary-text">Flash</span> <span class="picker-secondary-text">Erweitert</span></span>',
      'Flash Erweitert',
    ],
    [
      'is no name of an icon',
      '<div data-test-id="logo-pill-label-container"><span>Pro</span><mat-icon fonticon="keyboard_arrow_down">keyboard_arrow_down</mat-icon></div>',
      'Pro',
    ],
    ['is its first word where there is no pill', '<span class="picker-primary-text">Fast</span>', 'Fast'],
    ['is said where it is not shown', '', 'Modus'],
  ])('%s', (_, pill, expected) => {
    expect(label(pill)).toBe(expected);
  });
});

describe('pictures of an answer', () => {
  const picture = '<single-image><img alt=""></single-image>';
  const found =
    '<div class="attachment-container search-images"><response-element><single-image class="spark-licensed-center-host">' +
    '<div class="image-container spark-licensed-center"><div class="caption">From a museum</div></div></single-image></response-element></div>';

  it.each([
    ['made', `<generated-image>${picture}</generated-image>`, 1],
    ['made, alone in its element', `<response-element>${picture}</response-element>`, 1],
    ['made, without any', `<div>${picture}</div>`, 1],
    ['from the web', found, 0],
    ['from the web, and one made', `${found}<generated-image>${picture}</generated-image>`, 1],
    [
      'from the web, by their place alone',
      `<div class="search-images"><response-element>${picture}</response-element></div>`,
      0,
    ],
  ])('%s', (_, panel, outputImages) => {
    expect(answer({ panel }).media.outputImages).toBe(outputImages);
  });

  it('from the web have captions that are no text', () => {
    expect(answer({ panel: `<p>Seen here.</p>${found}` }).text).toBe('Seen here.');
  });
});

describe('a failure', () => {
  it.each([
    ['an alert', '<div role="alert">Something went wrong</div>', true],
    ['its container', '<div class="error-container">Something went wrong</div>', true],
    ['a blocked answer', '<div class="blocked-response-text">Cannot help</div>', true],
    ['nothing of the kind', '<div class="response-header">Fine</div>', false],
  ])('is told by %s', (_, before, failed) => {
    expect(answer({ before, footer: 'response-footer complete' }).failed).toBe(failed);
  });
});
