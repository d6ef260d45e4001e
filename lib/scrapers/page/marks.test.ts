// @vitest-environment happy-dom
/** States of a page that the pages in tests/fixtures do not show: put away, waiting, stopped, failed. */
import { describe, expect, it } from 'vitest';
import { OWN_PAGES, ownHtml } from '../../../tests/fixtures/pages';
import { readNow } from '../../../tests/replay/read-now';
import { SITES } from '../registry';
import type { Layout, Turn } from '../site';
import { hasFailed, isAnswerText, isFinished, wasStopped } from './marks';
import { recognise } from './recognise';

interface Open {
  readonly root: Document;
  readonly layout: Layout;
  readonly answer: Turn;
  /** The one element that matches; throws when there is none. */
  one(selector: string): Element;
}

/** One of our own pages, as the site shows it. */
function open(id: string): Open {
  const page = OWN_PAGES.find(({ layout }) => layout === id);
  const site = SITES.find((candidate) => candidate.id === page?.site);
  if (page === undefined || site === undefined) throw new Error(id);
  const root = new DOMParser().parseFromString(ownHtml(page), 'text/html');
  const { layout } = recognise(site, root);
  const answer = layout === null ? null : readNow(root, layout).last('assistant');
  if (layout === null || answer === null) throw new Error(`${id} is unreadable`);
  return {
    root,
    layout,
    answer,
    one: (selector) => {
      const found = root.querySelector(selector);
      if (found === null) throw new Error(`no ${selector} in ${id}`);
      return found;
    },
  };
}

/** Takes the marks of a growing answer off the page, as its end does. */
function end({ root, layout, answer }: Open): void {
  for (const button of root.querySelectorAll(layout.stop)) button.remove();
  for (const mark of [answer.element, ...answer.element.querySelectorAll('*')]) {
    mark.classList.remove('streaming-animation', 'animated');
    mark.removeAttribute('data-markdown-animated');
    mark.removeAttribute('data-message-streaming');
    if (mark.getAttribute('data-is-streaming') === 'true') mark.setAttribute('data-is-streaming', 'false');
    if (mark.getAttribute('data-state') === 'busy') mark.setAttribute('data-state', 'done');
  }
}

const LAYOUT_IDS = OWN_PAGES.map(({ layout }) => layout);

describe('an answer', () => {
  it.each(LAYOUT_IDS)('of %s streams while its stop button is there', (id) => {
    const { layout, root } = open(id);
    expect(readNow(root, layout).streams(null)).toBe(true);
  });

  it.each(LAYOUT_IDS)('of %s no longer streams when button and marks are gone', (id) => {
    const page = open(id);
    end(page);
    expect(readNow(page.root, page.layout).streams(page.answer)).toBe(false);
  });

  it.each(['chatgpt-a', 'chatgpt-c', 'chatgpt-d', 'claude-a', 'claude-b', 'claude-c', 'gemini-a'])(
    'of %s streams by its mark alone, in a language whose stop button is not known',
    (id) => {
      const { layout, root, answer } = open(id);
      for (const button of root.querySelectorAll(layout.stop)) button.remove();
      expect(readNow(root, layout).streams(answer)).toBe(true);
    },
  );

  it.each(['chatgpt-b', 'chatgpt-c'])(
    'of %s that stalls without a stop button does not stream for ever',
    (id) => {
      const page = open(id);
      end(page);
      page.root.querySelector('[data-turn-key="k-3"] [data-content-search-unit-key$=":assistant"]')?.remove();
      expect(readNow(page.root, page.layout).streams(page.answer)).toBe(false);
    },
  );
});

describe('the thread', () => {
  it('leaves out the pages of chats that were left', () => {
    const { layout, root, one } = open('chatgpt-b');
    const left = root.createElement('main');
    left.setAttribute('aria-hidden', 'true');
    left.innerHTML = one('#thread').innerHTML;
    root.body.append(left);
    expect(readNow(root, layout).turns()).toHaveLength(4);
    expect(readNow(root, layout).last('assistant')?.element.closest('[aria-hidden]')).toBeNull();
  });

  it('is empty on a new chat while the left one is put away', () => {
    const { layout, root, one } = open('chatgpt-b');
    one('main').setAttribute('inert', '');
    expect(readNow(root, layout).turns()).toEqual([]);
    expect(readNow(root, layout).last('user')).toBeNull();
  });

  it.each(LAYOUT_IDS)('of %s stays under an open dialogue, which puts the whole page away', (id) => {
    const { layout, root, answer } = open(id);
    const before = readNow(root, layout).turns().length;
    for (const part of root.body.children) part.setAttribute('aria-hidden', 'true');
    expect(readNow(root, layout).turns()).toHaveLength(before);
    expect(readNow(root, layout).streams(answer)).toBe(true);
  });

  it('does not take a stop button of a chat that was left for this one', () => {
    const page = open('claude-a');
    end(page);
    const left = page.root.createElement('div');
    left.hidden = true;
    left.innerHTML = '<button data-testid="chat-input-stop"></button>';
    page.root.body.append(left);
    expect(readNow(page.root, page.layout).streams(page.answer)).toBe(false);
  });

  it('holds no emptied shell as a turn', () => {
    const { layout, root, one } = open('chatgpt-b');
    one('[data-turn-id-container="u-1"]').replaceChildren();
    expect(
      readNow(root, layout)
        .turns()
        .map(({ key }) => key),
    ).toEqual(['a-1', 'u-2', null]);
  });
});

describe('the end of an answer', () => {
  it.each(['chatgpt-a', 'chatgpt-b'])('of %s is its action bar', (id) => {
    const { answer, layout } = open(id);
    expect(isFinished(layout, answer)).toBe(false);
    answer.element.insertAdjacentHTML('beforeend', '<button data-testid="copy-turn-action-button"></button>');
    expect(isFinished(layout, answer)).toBe(true);
  });

  it('of chatgpt-c is no copy button of a code block and no bar of the question', () => {
    const { layout, answer, one } = open('chatgpt-c');
    one('[data-turn-key="k-3"] [data-content-search-unit-key$=":user"]').insertAdjacentHTML(
      'beforeend',
      '<div class="turn-action-controls"><button aria-label="Copy message"></button></div>',
    );
    expect(isFinished(layout, answer)).toBe(false);
  });

  it('of chatgpt-c is seen in another language and with the class of the bar renamed', () => {
    const { layout, answer, one } = open('chatgpt-c');
    one('[data-turn-key="k-3"] [data-chatgpt-agent-turn-start]').parentElement?.insertAdjacentHTML(
      'afterend',
      '<div><div><button aria-label="Antwort neu erzeugen" aria-haspopup="menu"></button></div></div>',
    );
    expect(isFinished(layout, answer)).toBe(true);
  });

  it('by its person is said by Gemini', () => {
    const { layout, answer, one } = open('gemini-a');
    expect(wasStopped(layout, answer)).toBe(false);
    one('.stopped-draft-message').removeAttribute('hidden');
    expect(wasStopped(layout, answer)).toBe(true);
  });

  const WRONG = '<div role="alert">Something went wrong</div>';
  it.each([
    [
      'chatgpt-a',
      '<div class="text-token-text-error">Sorry<button data-testid="regenerate-thread-error-button">Again</button></div>',
    ],
    [
      'chatgpt-b',
      '<div class="text-token-text-error">Sorry<button data-testid="regenerate-thread-error-button">Again</button></div>',
    ],
    ['chatgpt-b', WRONG],
    ['chatgpt-c', '<aside role="alert">The connection was lost</aside>'],
    ['chatgpt-d', '<button data-safety-retry>Again</button>'],
    ['claude-a', WRONG],
    ['claude-b', WRONG],
    ['claude-c', WRONG],
    ['gemini-a', WRONG],
    ['gemini-lr26', WRONG],
  ])('of %s with %s in the turn is a failure', (id, html) => {
    const { layout, answer } = open(id);
    expect(hasFailed(layout, answer)).toBe(false);
    answer.element.insertAdjacentHTML('beforeend', html);
    expect(hasFailed(layout, answer)).toBe(true);
  });

  it.each(LAYOUT_IDS)('of %s with a status in the turn is no failure', (id) => {
    const { layout, answer } = open(id);
    answer.element.insertAdjacentHTML('beforeend', '<span role="status">Checking the answer</span>');
    expect(hasFailed(layout, answer)).toBe(false);
  });

  it('of chatgpt-d failed once the template after it says why, and only the answer before it', () => {
    const { layout, root, answer, one } = open('chatgpt-d');
    const [, first] = readNow(root, layout).turns();
    if (first === undefined) throw new Error('no first answer');
    one('[data-conversation-recovery]').removeAttribute('hidden');
    expect(hasFailed(layout, answer)).toBe(false);
    one('[data-conversation-recovery-retry]').setAttribute('aria-description', 'The connection was lost');
    expect(hasFailed(layout, answer)).toBe(true);
    expect(hasFailed(layout, first)).toBe(false);
  });
});

describe('the one button of Gemini', () => {
  const state = (html: string, composer = ''): boolean => {
    const { layout, root, one } = open('gemini-lr26');
    one('[data-test-id="send-button-container"]').outerHTML = html;
    one('.ql-editor').className = `ql-editor ${composer}`;
    return root.querySelector(layout.stop) !== null;
  };
  const container = (inner: string, more = ''): string =>
    `<div data-test-id="send-button-container" class="send-button-container ${more}">${inner}</div>`;

  it.each([
    ['class stop', '<div><button class="send-button stop"></button></div>', ''],
    [
      'a stop icon beside typed text',
      container(
        '<gem-icon-button class="send-button"><mat-icon fonticon="stop"></mat-icon></gem-icon-button>',
      ),
      '',
    ],
    [
      'its container with an empty composer',
      container('<gem-icon-button class="send-button"><button></button></gem-icon-button>'),
      'ql-blank',
    ],
    ['its label beside typed text', container('<button aria-label="Stop response"></button>'), ''],
  ])('stops with %s', (_, html, composer) => {
    expect(state(html, composer)).toBe(true);
  });

  it.each([
    ['typed text', container('<gem-icon-button class="send-button submit has-input"></gem-icon-button>'), ''],
    [
      'an attachment and no text',
      container(
        '<gem-icon-button class="send-button"><mat-icon fonticon="arrow_upward"></mat-icon></gem-icon-button>',
      ),
      'ql-blank',
    ],
    [
      'nothing to send',
      container('<button class="send-button" aria-disabled="true"></button>', 'disabled'),
      'ql-blank',
    ],
    ['no container', '<i></i>', 'ql-blank'],
  ])('does not stop with %s', (_, html, composer) => {
    expect(state(html, composer)).toBe(false);
  });
});

describe('a changed node', () => {
  it('in the answer is answer text, elsewhere it is not', () => {
    const { layout, answer, one } = open('chatgpt-c');
    const first = one('[data-turn-key="k-1"]');
    const text = one('[data-turn-key="k-3"] [data-markdown-animated] p');
    expect(isAnswerText(layout, text, answer.element)).toBe(true);
    expect(isAnswerText(layout, text.firstChild ?? text, answer.element)).toBe(true);
    expect(isAnswerText(layout, text, first)).toBe(false);
    expect(isAnswerText(layout, one('[data-markdown-text-tone]'), first)).toBe(false);
    expect(isAnswerText(layout, one('[data-markdown-copy="exclude"]'), first)).toBe(false);
    expect(isAnswerText(layout, one('[data-user-message-bubble]'), first)).toBe(false);
  });

  it('in the thinking is no answer text', () => {
    const claude = open('claude-b');
    const thinking = claude.one('[data-is-streaming="true"] .standard-markdown p');
    expect(isAnswerText(claude.layout, thinking, claude.answer.element)).toBe(false);
    const gemini = open('gemini-lr26');
    const thoughts = gemini.one('[data-test-id="thoughts-content"] p');
    expect(isAnswerText(gemini.layout, thoughts, gemini.answer.element)).toBe(false);
  });
});

describe('the model', () => {
  it.each([
    ['chatgpt-a', 'aria-label', 'Model selector, current model is o3', 'o3'],
    ['chatgpt-a', 'aria-label', '模型选择器，当前模型为 5.2 Thinking', '5.2 Thinking'],
    ['chatgpt-a', 'aria-label', 'Model selector, current model is GPT-4o mini', 'GPT-4o mini'],
    ['chatgpt-a', 'aria-label', 'Model selector, current model is Instant', 'Instant'],
    ['claude-c', 'aria-label', 'Model: Haiku 4.5', 'Sonnet 5'],
  ])('of %s by %s "%s" is %s', (id, name, value, label) => {
    const { layout, root, one } = open(id);
    one('[data-testid^="model-s"]').setAttribute(name, value);
    expect(layout.model(root, null)).toEqual({ slug: null, label });
  });

  it.each(LAYOUT_IDS)('of %s is unknown, not guessed, without its button', (id) => {
    const { layout, root } = open(id);
    for (const button of root.querySelectorAll('button')) button.remove();
    expect(layout.model(root, null)).toEqual({ slug: null, label: null });
  });

  it('is capped, since it is text of the page', () => {
    const { layout, root, one } = open('gemini-a');
    one('[data-test-id="logo-pill-label-container"]').textContent = `=cmd()${'x'.repeat(5000)}`;
    expect(layout.model(root, null).label).toHaveLength(120);
  });
});
