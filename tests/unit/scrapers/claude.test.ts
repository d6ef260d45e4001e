// @vitest-environment happy-dom
/** Marks of Claude's layouts one by one, on pages as small as they can be. What no saved page shows is made up. */
import { describe, expect, it } from 'vitest';
import { gestureOf } from '../../../lib/scrapers/page/gestures';
import { createLayoutReader } from '../../../lib/scrapers/page/layout-reader';
import { recognise } from '../../../lib/scrapers/page/recognise';
import type { Layout } from '../../../lib/scrapers/site';
import { claude } from '../../../lib/scrapers/sites/claude';
import { readNow } from '../../replay/read-now';
import { type PageRead, readPage, type TurnRead } from '../../replay/read-page';

const documentOf = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const read = (html: string): PageRead => readPage('claude', documentOf(html));

function layoutOf(root: Document): Layout {
  const { layout } = recognise(claude, root);
  if (layout === null) throw new Error('unreadable');
  return layout;
}

const stops = (html: string): boolean => {
  const root = documentOf(html);
  return readNow(root, layoutOf(root)).stops();
};

function turnAt(html: string, index: number): TurnRead {
  const turn = read(html).turns.at(index);
  if (turn === undefined) throw new Error('no turn was read');
  return turn;
}

const row = (index: number, kind: 'human' | 'assistant', inner: string): string =>
  `<div data-testid="transcript-row" data-perf-row="${kind}" data-index="${index}"><div role="article">${inner}</div></div>`;
const asked = (index: number, inner = ''): string =>
  row(index, 'human', `<div data-cds="UserMessage">${inner}<div data-testid="user-message">Ask</div></div>`);
const prose = (text: string): string =>
  `<div data-cds="Prose"><div data-perf-reply-text><p>${text}</p></div></div>`;
const message = (inner: string, streaming: 'true' | 'false' | null): string =>
  `<div data-testid="assistant-message" data-cds="AssistantMessage"${
    streaming === null ? '' : ` data-is-streaming="${streaming}"`
  }>${inner}</div>`;
const answered = (index: number, inner: string, streaming: 'true' | 'false' | null): string =>
  row(index, 'assistant', message(inner, streaming));
const EDITOR = '<div contenteditable="true" data-testid="chat-input"></div>';
const MENUS =
  '<button data-testid="chat-input-attach" aria-haspopup="menu"></button>' +
  '<button data-testid="model-selector-dropdown" aria-haspopup="menu">Opus 5</button>';
const composer = (buttons: string): string =>
  `<fieldset>${EDITOR}<div>${MENUS}<div>${buttons}</div></div></fieldset>`;
const feed = (rows: string, below = composer('')): string =>
  `<div role="feed" data-perf-region="transcript"><div>${rows}</div></div>${below}`;

const BAR =
  '<div role="toolbar" data-testid="message-actions"><button>Copy</button><button>Retry</button></div>';

describe('the wait before the first token', () => {
  it('is an answer being made where its frame has no streaming mark yet', () => {
    const page = read(feed(asked(0) + answered(1, '', null)));
    expect(page.streaming).toBe(true);
    expect(page.turns.map(({ role, text }) => [role, text])).toEqual([
      ['user', 'Ask'],
      ['assistant', ''],
    ]);
    expect(page.turns[1]?.finished).toBe(false);
  });

  it('is told in layout B, where the row holds nothing yet', () => {
    const page = read(
      `<div data-testid="transcript-list">${asked(0)}${row(1, 'assistant', '<div></div>')}</div>${composer('')}`,
    );
    expect([page.layout, page.streaming]).toEqual(['claude-b', true]);
  });

  it.each([
    ['an answer that is done', answered(1, prose('Yes.') + BAR, 'false')],
    ['an answer without the mark that has its action bar', answered(1, prose('Yes.') + BAR, null)],
    ['an older answer without the mark', answered(1, prose('Yes.'), null) + asked(2)],
  ])('is not taken from %s', (_, rows) => {
    expect(read(feed(asked(0) + rows)).streaming).toBe(false);
  });
});

describe('the stop button', () => {
  const live = asked(0) + answered(1, prose('Ye'), 'true');
  const rest = asked(0) + answered(1, prose('Yes.') + BAR, 'false');
  const VOICE = '<button aria-label="Sprachmodus"></button>';

  it.each([
    ['by its test id', '<button data-testid="chat-input-stop" aria-label="Antwort anhalten"></button>'],
    ['without its test id, by its English label', '<button aria-label="Stop response"></button>'],
    ['without its test id, by its place', '<button aria-label="Yanıtı bitir"></button>'],
    ['by its place behind another button', `${VOICE}<button aria-label="応答を終える"></button>`],
  ])('is told %s', (_, button) => {
    expect(stops(feed(live, composer(button)))).toBe(true);
  });

  it('is told by its place right beside the editor', () => {
    expect(stops(feed(live, `<main>${EDITOR}<button aria-label="إنهاء الرد"></button></main>`))).toBe(true);
  });

  it('is told while the answer has no streaming mark yet', () => {
    expect(
      stops(feed(asked(0) + answered(1, '', null), composer('<button aria-label="Beenden"></button>'))),
    ).toBe(true);
  });

  it.each([
    ['a button in its place at rest', rest, VOICE],
    ['the send button', live, '<button data-testid="chat-input-send" aria-label="Senden"></button>'],
    ['a menu', live, '<button aria-haspopup="menu"></button>'],
  ])('is not %s', (_, rows, button) => {
    expect(stops(feed(rows, composer(button)))).toBe(false);
  });

  it('is pressed as such without test id and English', () => {
    const root = documentOf(feed(live, composer('<button id="b" aria-label="Yanıtı bitir"></button>')));
    const button = root.getElementById('b');
    if (button === null) throw new Error('no button');
    expect(gestureOf(new MouseEvent('click'), button, layoutOf(root))).toBe('stop');
  });
});

describe('an answer that was cut off', () => {
  const TWO = '<div><p>Unterbrochen.</p><div><button>Weiter</button><button>Nochmal</button></div></div>';

  it('is told by its new buttons and the missing action bar', () => {
    const turn = turnAt(feed(asked(0) + answered(1, prose('Half of') + TWO, 'false')), 1);
    expect(turn).toMatchObject({ failed: true, text: 'Half of' });
  });

  it.each([
    ['it has its action bar', prose('Whole.') + BAR, 'false'],
    ['it has no action bar yet', prose('Whole.'), 'false'],
    ['it is being made', prose('Half of') + TWO, 'true'],
    ['the buttons are of its code', prose('<button>Copy</button><button>Run</button>'), 'false'],
    [
      'the buttons fold its steps',
      '<div data-cds="TurnStatus"><button aria-expanded="false"></button><button></button><button></button></div>' +
        prose('Whole.'),
      'false',
    ],
  ] as const)('is not one when %s', (_, inner, streaming) => {
    expect(turnAt(feed(asked(0) + answered(1, inner, streaming)), 1).failed).toBe(false);
  });
});

describe('files of a prompt', () => {
  const file = '<div data-testid="file-thumbnail"><h3>notes.pdf</h3></div>';
  const picture = '<div data-testid="file-thumbnail"><button><img alt=""></button></div>';

  it.each([
    ['beside the message', file + picture, 2, 1],
    ['in their place', `<div data-cds="MessageAttachments"><div>${file}${file}${picture}</div></div>`, 3, 1],
    [
      'in their place without thumbnails',
      '<div data-cds="MessageAttachments"><button><img alt=""></button><button>notes.pdf</button></div>',
      2,
      1,
    ],
  ])('are counted %s, a picture as both', (_, inner, inputFiles, inputImages) => {
    const turn = turnAt(feed(asked(0, inner) + answered(1, '', 'true')), 0);
    expect(turn.media).toEqual({ inputFiles, inputImages, outputImages: 0 });
    expect(turn.text).toBe('Ask');
  });

  it('are no text where they stand in the message', () => {
    const inner = `<div data-testid="user-message"><div data-cds="MessageAttachments">${file}</div><p>Ask</p></div>`;
    expect(turnAt(feed(row(0, 'human', inner)), 0).text).toBe('Ask');
  });
});

describe('waiting for the user', () => {
  const CHOICES =
    '<div><button data-approval-digit="1">Erlauben</button><button data-approval-digit="2">Nein</button></div>';
  const waits = (html: string): boolean | undefined => {
    const root = documentOf(html);
    const { changed } = createLayoutReader(root, layoutOf(root), null).read();
    return changed.find(({ answer }) => answer !== null)?.answer?.waitsForUser;
  };

  it.each([
    ['in the answer', feed(asked(0) + answered(1, CHOICES, 'true')), true],
    ['by the composer', feed(asked(0) + answered(1, '', 'true'), CHOICES + composer('')), true],
    ['before the first token', feed(asked(0) + answered(1, CHOICES, null)), true],
    ['not after the end', feed(asked(0) + answered(1, CHOICES, 'false')), false],
    ['not without a choice', feed(asked(0) + answered(1, '', 'true')), false],
  ])('is seen %s', (_, html, expected) => {
    expect(waits(html)).toBe(expected);
  });
});

describe('a notice that a limit is reached', () => {
  const notice = (href: string): Document =>
    documentOf(
      feed('', `<div data-cds="ChatComposerNotices"><a href="${href}">Mehr</a></div>${composer('')}`),
    );
  const isNoticed = (root: Document): boolean =>
    createLayoutReader(root, layoutOf(root), null).read().refused;

  it('is told from other notices by its link', () => {
    expect(isNoticed(notice('/upgrade?from=ratelimit'))).toBe(true);
    expect(isNoticed(notice('/upgrade?from=models'))).toBe(false);
  });
});
