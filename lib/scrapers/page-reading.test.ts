// @vitest-environment happy-dom
/** What a page is asked: each question once per reading, so that a long thread costs no more than one pass for each. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createComposerChoice } from './composer-choice';
import { createPageReader, type PageReading } from './page-reading';
import { chatgpt } from './sites/chatgpt';
import { claude } from './sites/claude';

const [exchanges] = chatgpt.layouts;
const wrappers = claude.layouts.at(-1);
if (exchanges === undefined || wrappers === undefined) throw new Error('no layouts');

function page(html: string): { root: Document; passes: () => number } {
  const root = new DOMParser().parseFromString(html, 'text/html');
  const [all, one] = [vi.spyOn(root, 'querySelectorAll'), vi.spyOn(root, 'querySelector')];
  return { root, passes: () => all.mock.calls.length + one.mock.calls.length };
}

const row = (inner: string): string => `<div data-test-render-count="1">${inner}</div>`;
const THREAD = [1, 2, 3]
  .map((n) => row(`<p data-testid="user-message">Q${n}</p>`) + row(`<p data-is-streaming="false">A${n}</p>`))
  .join('');
const COMPOSER = '<div data-testid="chat-input" contenteditable></div>';
const STOP = '<button data-testid="chat-input-stop"></button>';

describe('one reading of a page', () => {
  let reading: PageReading;
  let passes: () => number;
  beforeEach(() => {
    const open = page(`<main>${THREAD}</main>${COMPOSER}`);
    passes = open.passes;
    reading = createPageReader(open.root).read(wrappers);
  });

  it('asks nothing that nobody wants to know', () => {
    expect(passes()).toBe(0);
  });

  it('asks for all turns in one pass', () => {
    expect(reading.turns().map(({ role, element }) => `${role} ${element.textContent}`)).toEqual([
      'user Q1',
      'assistant A1',
      'user Q2',
      'assistant A2',
      'user Q3',
      'assistant A3',
    ]);
    reading.turns();
    expect(passes()).toBe(1);
  });

  it('asks for the last turns, their number, composer and stop button once each', () => {
    for (let again = 0; again < 3; again += 1) {
      expect(reading.last('user')?.element.textContent).toBe('Q3');
      expect(reading.last('assistant')?.element.textContent).toBe('A3');
      expect(reading.count('user')).toBe(3);
      expect(reading.composer()).not.toBeNull();
      expect(reading.stops()).toBe(false);
    }
    // The turns, the composer, and each place where a stop button can be.
    expect(passes()).toBe(4);
  });
});

describe('a page with two composers', () => {
  const TWINS =
    '<div id="twin" data-testid="chat-input"></div><div id="shown" data-testid="chat-input"></div>';
  const composerOf = (html: string, asked: Element[]): string | undefined => {
    const { root } = page(`<main>${THREAD}</main>${html}`);
    const composers = createComposerChoice((element) => {
      asked.push(element);
      return element.id !== 'twin';
    });
    return createPageReader(root, composers).read(wrappers).composer()?.id;
  };

  it('has the visible one', () => {
    expect(composerOf(TWINS, [])).toBe('shown');
  });

  it('is not asked for its layout while an answer is made', () => {
    const asked: Element[] = [];
    expect(composerOf(TWINS + STOP, asked)).toBe('twin');
    expect(asked).toEqual([]);
  });

  it('has the one that is not put away, without asking for its layout', () => {
    const asked: Element[] = [];
    expect(composerOf(TWINS.replace('id="twin"', 'id="twin" inert'), asked)).toBe('shown');
    expect(asked).toEqual([]);
  });
});

describe('a page that changes', () => {
  it('is asked again in the next task, not before', () => {
    const { root } = page(`<main>${THREAD}</main>${COMPOSER}`);
    const reader = createPageReader(root);
    expect(reader.read(wrappers).count('user')).toBe(3);
    root.querySelector('main')?.insertAdjacentHTML('beforeend', row('<p data-testid="user-message">Q4</p>'));
    expect(reader.read(wrappers).count('user')).toBe(3);
    reader.expire();
    expect(reader.read(wrappers).count('user')).toBe(4);
  });

  it('is searched for its stop button once for as long as the button stays', () => {
    const { root, passes } = page(`<main>${THREAD}</main>${COMPOSER}${STOP}`);
    const reader = createPageReader(root);
    for (let task = 0; task < 50; task += 1) {
      reader.expire();
      expect(reader.read(wrappers).stops()).toBe(true);
    }
    expect(passes()).toBe(wrappers.stopPlaces.length);
  });

  it.each([
    ['taken away', (button: Element) => button.remove()],
    ['made another', (button: Element) => button.setAttribute('data-testid', 'chat-input-send')],
    ['put away with the chat that was left', (button: Element) => button.setAttribute('hidden', '')],
  ])('no longer answers when its stop button is %s', (_what, change) => {
    const { root } = page(`<main>${THREAD}</main>${COMPOSER}${STOP}`);
    const reader = createPageReader(root);
    expect(reader.read(wrappers).stops()).toBe(true);
    const button = root.querySelector('button');
    if (button === null) throw new Error('no button');
    change(button);
    reader.expire();
    expect(reader.read(wrappers).stops()).toBe(false);
  });

  it('still answers when its stop button is put in place anew', () => {
    const { root } = page(`<main>${THREAD}</main>${COMPOSER}${STOP}`);
    const reader = createPageReader(root);
    expect(reader.read(wrappers).stops()).toBe(true);
    root.querySelector('button')?.replaceWith(new DOMParser().parseFromString(STOP, 'text/html').body);
    reader.expire();
    expect(reader.read(wrappers).stops()).toBe(true);
  });
});

it('gives the question first of an element that holds question and answer', () => {
  const { root } = page(
    '<div data-turn-key="k"><div data-content-search-unit-key="k:user">Q</div>' +
      '<div data-content-search-unit-key="k:assistant">A</div></div>',
  );
  const turns = createPageReader(root).read(exchanges).turns();
  expect(turns.map(({ role, key }) => `${role} ${key}`)).toEqual(['user k', 'assistant k']);
});

it('gives the question first where the place of the answer stands before it', () => {
  const { root } = page(
    '<div data-turn-key="k"><i data-chatgpt-agent-turn-start></i><div data-user-message-bubble>Q</div></div>',
  );
  const turns = createPageReader(root).read(exchanges).turns();
  expect(turns.map(({ role }) => role)).toEqual(['user', 'assistant']);
});
