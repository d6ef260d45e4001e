// @vitest-environment happy-dom
/** Marks of ChatGPT's layouts one by one, on pages as small as they can be. */
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../lib/scrapers/page/recognise';
import { isTyped, typedText } from '../../../lib/scrapers/page/typed';
import { chatgpt } from '../../../lib/scrapers/sites/chatgpt';
import { ownHtml } from '../../fixtures/pages';
import { readNow } from '../../replay/read-now';
import { type PageRead, readPage, type TurnRead } from '../../replay/read-page';

const documentOf = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const read = (html: string): PageRead => readPage('chatgpt', documentOf(html));

function lastTurn(html: string): TurnRead {
  const turn = read(html).turns.at(-1);
  if (turn === undefined) throw new Error('no turn was read');
  return turn;
}

function stops(html: string): boolean {
  const root = documentOf(html);
  const { layout } = recognise(chatgpt, root);
  if (layout === null) throw new Error('unreadable');
  return readNow(root, layout).stops();
}

const section = (inner: string): string =>
  `<section data-testid="conversation-turn-2" data-turn="assistant" data-turn-id="a-1">${inner}</section>`;
const message = (inner: string): string => `<div data-message-author-role="assistant">${inner}</div>`;
const QUESTION =
  '<div data-chatgpt-search-unit-key="f:0:user"><div data-content-search-unit-key="f:0:user">' +
  '<div data-user-message-bubble="true"><div>Ask</div></div></div></div>';
const PLACE = '<span hidden data-chatgpt-agent-turn-start></span>';
const answerUnit = (inner: string): string =>
  '<div data-content-search-unit-key="f:2:assistant"><h4 data-conversation-role="assistant">ChatGPT said:</h4>' +
  `<div data-markdown-text-style="assistant-message">${inner}</div></div>`;
const exchange = (inner: string, question = QUESTION, attributes = ''): string =>
  `<main><div data-turn-key="k" ${attributes}>${question}<div>${inner}</div></div></main>`;
const form = (buttons: string): string =>
  `<form><div><div contenteditable data-composer-markdown></div><span>${buttons}</span></div></form>`;

describe('an answer of layout B by the other renderer', () => {
  const drawn = (inner: string): string =>
    section(
      message(`<div class="puik-root not-markdown"><div class="DilResponseRoot-x1">${inner}</div></div>`),
    );

  it('is text, each part once', () => {
    expect(lastTurn(drawn('<h2>Rain</h2><p>It falls.</p>'))).toMatchObject({
      text: 'Rain\nIt falls.',
      visible: true,
    });
  });

  it('is text by its message id where the class is another', () => {
    expect(lastTurn(section('<div data-dil-message-id="m"><p>It falls.</p></div>')).text).toBe('It falls.');
  });

  it('has no text and has not failed where a part could not be drawn', () => {
    const html = drawn('<p>It falls.</p><div data-dil-render-failed role="status">Cannot be shown</div>');
    expect(lastTurn(html)).toMatchObject({ text: 'It falls.', failed: false });
  });

  it('stands beside the usual one', () => {
    const html = section(
      message('<div class="markdown"><p>One.</p></div>') +
        message(
          '<div class="puik-root not-markdown"><div class="DilResponseRoot-x1"><p>Two.</p></div></div>',
        ),
    );
    expect(lastTurn(html).text).toBe('One.\nTwo.');
  });
});

describe('a choice between two answers in layout B', () => {
  const button = '<button data-testid="paragen-prefer-response-button">I prefer this</button>';
  const one = message('<div class="markdown"><p>Rain.</p></div>');

  it('is told by its buttons', () => {
    expect(lastTurn(section(one + button + one + button)).choices).toBe(2);
    expect(lastTurn(section(one)).choices).toBe(0);
  });
});

describe('an exchange of layout C', () => {
  it('is read by either of its keys', () => {
    const html = ownHtml({ site: 'chatgpt', layout: 'chatgpt-c' });
    const other = html.replaceAll('data-content-search-unit-key', 'data-chatgpt-search-unit-key');
    expect(other).not.toBe(html);
    expect(read(other)).toEqual(read(html));
  });

  it.each([
    ['round it', `<div data-talvt-turn-state="in_progress">${exchange(PLACE)}</div>`],
    ['on it', exchange(PLACE, QUESTION, 'data-talvt-turn-state="in_progress"')],
    ['in it', exchange(`<div data-talvt-turn-state="in_progress">${PLACE}</div>`)],
  ])('is being made while its state %s says so', (_where, html) => {
    expect(read(html + form('')).streaming).toBe(true);
    expect(read(html.replace('in_progress', 'complete') + form('')).streaming).toBe(false);
  });

  it('is not being made when it failed and its state stays', () => {
    const html = exchange(`${PLACE}<aside role="alert">The connection was lost</aside>`);
    const page = read(`<div data-talvt-turn-state="in_progress">${html}</div>${form('')}`);
    expect(page.streaming).toBe(false);
    expect(page.turns.at(-1)).toMatchObject({ failed: true, text: '' });
  });

  it('has not failed for a status, and its words are no text', () => {
    const html = exchange(PLACE + answerUnit('<p>Rain.</p><div role="status">Checking</div>'));
    expect(lastTurn(html).failed).toBe(false);
  });

  it('is finished by any of its marks, and by none of them while it grows', () => {
    const grown = PLACE + answerUnit('<p>Rain.</p>');
    expect(lastTurn(exchange(grown)).finished).toBe(false);
    const bar = '<div class="turn-action-controls"><button aria-label="Copy"></button></div>';
    expect(lastTurn(exchange(grown + bar)).finished).toBe(true);
    expect(lastTurn(exchange(grown, QUESTION, 'data-talvt-turn-state="complete"')).finished).toBe(true);
    const named = answerUnit('<p>Rain.</p>').replace(
      'style=',
      'style data-chatgpt-selection-message-id="m" data-x=',
    );
    expect(lastTurn(exchange(PLACE + named)).finished).toBe(true);
  });

  it('holds a report that cannot be counted', () => {
    const frame = '<div data-mcp-app-frame></div>';
    expect(lastTurn(exchange(PLACE + frame)).notCountable).toEqual(['report-frame']);
    expect(lastTurn(exchange(PLACE)).notCountable).toEqual([]);
  });
});

describe('what is attached in layout C', () => {
  const unit = (attached: string): string =>
    `<div data-chatgpt-search-unit-key="f:0:user"><div>${attached}</div>` +
    '<div data-content-search-unit-key="f:0:user"><div data-user-message-bubble="true">Ask</div></div></div>';
  const card =
    '<span class="group/resource-card relative"><button aria-label="notes.pdf"></button><img alt=""><span>notes.pdf</span></span>';
  const picture = '<div role="button" aria-label="Anhang"><img alt="map.png"></div>';

  it.each([
    ['nothing', '', 0, 0],
    ['a card', card, 1, 0],
    ['two pictures', picture + picture, 2, 2],
    ['a card and a picture', card + picture, 2, 1],
  ])('is %s', (_what, attached, inputFiles, inputImages) => {
    const [question] = read(exchange(PLACE, unit(attached))).turns;
    expect(question).toMatchObject({ text: 'Ask', media: { inputFiles, inputImages, outputImages: 0 } });
  });

  it('is no file of the answer', () => {
    expect(read(exchange(PLACE + card)).turns[0]?.media.inputFiles).toBe(0);
  });
});

describe('pictures made in layout C', () => {
  const preview = '<button data-testid="generated-image-preview"><img alt="large"></button>';
  const gallery = (row: string): string =>
    `<div data-testid="generated-image-gallery">${preview}${row}</div>`;
  const small = '<button><img alt="small"></button>';

  it.each([
    ['one alone', preview, 1],
    ['one in a gallery', gallery(''), 1],
    ['three in a gallery, one of them shown large', gallery(`<div>${small}${small}${small}</div>`), 3],
    ['none', '', 0],
  ])('are %s', (_what, inner, outputImages) => {
    expect(lastTurn(exchange(PLACE + inner)).media.outputImages).toBe(outputImages);
  });

  it('are those of the exchange where it has no mark of an answer', () => {
    expect(read(exchange(gallery(''))).turns).toMatchObject([{ role: 'user', media: { outputImages: 1 } }]);
  });
});

describe('the stop button of layout C', () => {
  const look = 'class="size-token-button-composer rounded-full bg-composer-primary"';
  const open = exchange(PLACE);

  it.each([
    ['by its look, in any language', `<button type="button" ${look} aria-label="Bitir"></button>`, true],
    ['by a label', '<button type="button" aria-label="Durdur"></button>', true],
    ['not a talk that can be started', `<button type="button" ${look} data-state="closed"></button>`, false],
    ['not the send button', `<button type="submit" ${look} aria-label="Bitir"></button>`, false],
    ['not another button', '<button type="button" aria-label="Bitir"></button>', false],
  ])('is told %s', (_how, button, expected) => {
    expect(stops(open + form(button))).toBe(expected);
  });

  it.each([
    ['the only button beside the editor', '<button type="button" aria-label="Bitir"></button>', true],
    ['not a submit button', '<button type="submit" aria-label="Bitir"></button>', false],
    ['not one of two', '<button type="button"></button><button type="button"></button>', false],
    ['not one before others', '<button type="button"></button><div></div>', false],
    ['not one that opens a menu', '<button type="button" aria-haspopup="menu"></button>', false],
  ])('is told by its place: %s', (_how, buttons, expected) => {
    expect(stops(`${open}<form><div contenteditable data-composer-markdown></div>${buttons}</form>`)).toBe(
      expected,
    );
    expect(
      stops(`${open}<form><div><p contenteditable data-composer-markdown></p></div>${buttons}</form>`),
    ).toBe(expected);
  });
});

describe('the model of layout C', () => {
  const trigger = (words: string, effort: string): string =>
    `<form><div contenteditable data-composer-markdown></div><button data-state="closed" data-codex-intelligence-trigger="true" ${effort}>` +
    `<span aria-hidden="true">Thinking effort</span><span>${words}</span></button></form>`;
  const medium = 'data-selected-reasoning-effort="medium"';

  it.each([
    ['Pro', '', 'Pro'],
    ['Pro', medium, 'Pro Medium'],
    ['Medium', medium, 'Medium'],
    ['Orta', medium, 'Medium'],
    ['非常に高い', 'data-selected-reasoning-effort="xhigh"', 'Xhigh'],
    ['GPT-5.6 Sol', medium, 'GPT-5.6 Sol Medium'],
    ['Instant', 'data-selected-reasoning-effort="none"', 'Instant'],
    ['', medium, 'Medium'],
    ['', '', null],
  ])('"%s" with %s is %s', (words, effort, label) => {
    expect(lastTurn(exchange(PLACE) + trigger(words, effort)).model).toEqual({ slug: null, label });
  });
});

describe('the composer of layout D', () => {
  it('is a text area whose value is what was typed', () => {
    const root = documentOf('<form data-mobile-composer><textarea name="prompt">before</textarea></form>');
    const { layout } = recognise(chatgpt, root);
    expect(layout?.id).toBe('chatgpt-d');
    const composer = layout === null ? null : readNow(root, layout).composer();
    if (composer === null) throw new Error('no composer');
    Reflect.set(composer, 'value', 'Why is\nthe sea salt?');
    expect(typedText(composer)).toBe('Why is\nthe sea salt?');
    expect(isTyped(composer)).toBe(true);
    Reflect.set(composer, 'value', '');
    expect(isTyped(composer)).toBe(false);
  });

  it('is a rich editor as well, also one like that of layout C', () => {
    for (const mark of ['', 'data-composer-markdown']) {
      const root = documentOf(
        `<form data-mobile-composer><div data-composer-editor-host><div contenteditable ${mark}><p>Ask</p></div></div></form>`,
      );
      const { layout } = recognise(chatgpt, root);
      expect(layout?.id).toBe('chatgpt-d');
      const composer = layout === null ? null : readNow(root, layout).composer();
      expect(composer === null ? null : typedText(composer)).toBe('Ask');
    }
  });
});
