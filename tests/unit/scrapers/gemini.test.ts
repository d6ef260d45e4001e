// @vitest-environment happy-dom
/** Marks of Gemini one by one, on pages as small as they can be. What no saved page shows is made up. */
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../lib/scrapers/page/recognise';
import { gemini } from '../../../lib/scrapers/sites/gemini';
import { readNow } from '../../replay/read-now';
import { readPage, type TurnRead } from '../../replay/read-page';

const documentOf = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

function answerOf(html: string): TurnRead {
  const turn = readPage('gemini', documentOf(html)).turns.at(-1);
  if (turn === undefined) throw new Error('no turn was read');
  return turn;
}

function stops(html: string): boolean {
  const root = documentOf(html);
  const { layout } = recognise(gemini, root);
  if (layout === null) throw new Error('unreadable');
  return readNow(root, layout).stops();
}

const page = (answer: string, below = ''): string =>
  '<div class="lr26"><div class="conversation-container" id="0011223344556677"><user-query><div class="query-text">' +
  `<p class="query-text-line">Ask</p></div></user-query><model-response>${answer}</model-response></div>${below}</div>`;
const text = (inner: string): string =>
  `<message-content id="message-content-id-r_1"><div class="markdown markdown-main-panel">${inner}</div></message-content>`;
const input = (inner: string, words = ''): string =>
  `<input-area-v2><rich-textarea><div class="ql-editor" contenteditable="true"><p>${words}</p></div></rich-textarea>${inner}</input-area-v2>`;
const picker = (inner: string): string =>
  `<bard-mode-switcher><button data-test-id="bard-mode-menu-button">${inner}</button></bard-mode-switcher>`;

describe('live thinking in an overlay', () => {
  it('is thinking and no text of the answer', () => {
    const turn = answerOf(
      page(
        '<thinking-overlay><div data-test-id="thinking-overlay-content">Weighing</div></thinking-overlay>' +
          text(''),
      ),
    );
    expect(turn.thinking).toEqual({ seen: true, statedSeconds: null, textLength: 8 });
    expect([turn.text, turn.visible]).toEqual(['', false]);
  });

  it('is none where the overlay is empty', () => {
    expect(answerOf(page(`<thinking-overlay></thinking-overlay>${text('Yes')}`)).thinking.seen).toBe(false);
  });
});

describe('the stop button', () => {
  const icon = (attribute: string, name: string): string =>
    input(
      `<div class="send-button"><button aria-label="Beenden"><mat-icon ${attribute}="${name}"></mat-icon></button></div>`,
      'typed meanwhile',
    );

  it.each([
    ['fonticon', 'stop', true],
    ['data-mat-icon-name', 'stop', true],
    ['fonticon', 'send', false],
    ['data-mat-icon-name', 'send', false],
  ])('by an icon with %s %s: %s', (attribute, name, expected) => {
    expect(stops(page(text(''), icon(attribute, name)))).toBe(expected);
  });

  it('is told by its class alone', () => {
    expect(
      stops(page(text(''), input('<div class="send-button stop"><button></button></div>', 'typed'))),
    ).toBe(true);
  });
});

describe('the mode', () => {
  it.each([
    [
      '<span class="logo-pill-label-container"><span class="picker-primary-text">Flash</span> <span class="picker-secondary-text">拡張</span></span>',
      'Flash 拡張',
    ],
    ['<span class="picker-primary-text">Pro</span><mat-icon>expand_more</mat-icon>', 'Pro'],
    ['Thinking<mat-icon>expand_more</mat-icon>', 'Thinking'],
  ])('of %s is %s', (inner, label) => {
    expect(answerOf(page(text('Yes'), input(picker(inner)))).model).toEqual({ slug: null, label });
  });
});

describe('pictures', () => {
  it.each([
    ['<generated-image></generated-image>', 1],
    ['<single-image></single-image>', 1],
    ['<single-image><div class="spark-licensed-center"></div></single-image>', 0],
    ['<single-image class="spark-licensed-center-host"></single-image>', 0],
  ])('%s: %i made', (inner, made) => {
    expect(answerOf(page(text(`<p>See</p>${inner}`))).media.outputImages).toBe(made);
  });
});
