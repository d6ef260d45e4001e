// @vitest-environment happy-dom
/** Each layout on a page of its own, and pages of which nothing may be read. */
import { describe, expect, it } from 'vitest';
import { SITE_IDS } from '../../../lib/prompt';
import { textRoots, turnText } from '../../../lib/scrapers/page/marks';
import { recognise } from '../../../lib/scrapers/page/recognise';
import { SITES, siteFor } from '../../../lib/scrapers/registry';
import { chatgpt } from '../../../lib/scrapers/sites/chatgpt';
import { FOREIGN_HTML, OWN_PAGES, ownHtml } from '../../fixtures/pages';
import { expectAsWritten } from '../../replay/expect-as-written';
import { readNow } from '../../replay/read-now';
import { readPage } from '../../replay/read-page';

const documentOf = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

describe('a page of each layout', () => {
  it.each(OWN_PAGES)('$layout is read as it was written', (page) => {
    expectAsWritten(readPage(page.site, documentOf(ownHtml(page))), page);
  });

  it('is there for every layout that is declared', () => {
    const declared = SITES.flatMap(({ layouts }) => layouts.map(({ id }) => id));
    expect(OWN_PAGES.map(({ layout }) => layout).sort()).toEqual(declared.sort());
  });

  it.each(OWN_PAGES)('$layout is not left differently for having been read', (page) => {
    const root = documentOf(ownHtml(page));
    const before = root.documentElement.outerHTML;
    readPage(page.site, root);
    expect(root.documentElement.outerHTML).toBe(before);
  });

  it.each(OWN_PAGES)('$layout still names its model, turns and text after any one class is gone', (page) => {
    // A build renames classes; the marks that decide are attributes and elements, so most classes may go.
    const root = documentOf(ownHtml(page));
    for (const element of root.querySelectorAll('[class*="prose"], .flex, .header, .contents, .stop-icon'))
      element.removeAttribute('class');
    expect(readPage(page.site, root).turns.map(({ role }) => role)).toEqual(
      page.turns.map(({ role }) => role),
    );
  });
});

describe('a page that is none of ours', () => {
  it.each(SITE_IDS)('is unreadable for %s', (site) => {
    const page = readPage(site, documentOf(FOREIGN_HTML));
    expect(page.layout).toBeNull();
  });

  it.each(OWN_PAGES)('$layout is unreadable for the other two sites', (page) => {
    const root = documentOf(ownHtml(page));
    for (const site of SITE_IDS.filter((id) => id !== page.site))
      expect(readPage(site, root).layout).toBeNull();
  });

  it('is unreadable when it is empty', () => {
    for (const site of SITES) expect(recognise(site, documentOf('')).layout).toBeNull();
  });
});

describe('a page without turns', () => {
  const blank = (composer: string): Document => documentOf(`<body><form>${composer}</form></body>`);

  it.each([
    ['chatgpt.com', '<div contenteditable role="textbox" data-composer-markdown></div>', 'chatgpt-c'],
    [
      'chatgpt.com',
      '<textarea id="prompt-textarea"></textarea><div id="prompt-textarea"></div>',
      'chatgpt-b',
    ],
    ['claude.ai', '<div contenteditable data-testid="chat-input"></div>', 'claude-c'],
    [
      'gemini.google.com',
      '<rich-textarea><p class="ql-editor" contenteditable></p></rich-textarea>',
      'gemini-a',
    ],
  ])('on %s is known by its composer: %s', (host, composer, layout) => {
    const site = siteFor(host);
    expect(site === null ? null : recognise(site, blank(composer)).layout?.id).toBe(layout);
  });

  it('is unreadable with a hidden text area alone', () => {
    const site = siteFor('chatgpt.com');
    const root = blank('<textarea id="prompt-textarea"></textarea>');
    expect(site === null ? null : recognise(site, root).layout).toBeNull();
  });
});

describe('hostile markup', () => {
  function answerWith(inner: string): string {
    const root = documentOf(ownHtml({ site: 'chatgpt', layout: 'chatgpt-a' }));
    const { layout } = recognise(chatgpt, root);
    if (layout === null) throw new Error('unreadable');
    const turn = readNow(root, layout).last('assistant');
    const text = turn === null ? undefined : textRoots(layout, turn)[0];
    if (turn === null || text === undefined) throw new Error('no answer');
    text.innerHTML = inner;
    expect(readNow(root, layout).turns()).toHaveLength(4);
    return turnText(layout, turn);
  }

  it('cannot bring in a turn from inside an answer as text', () => {
    expect(answerWith('<p>&lt;article data-testid="conversation-turn-9" data-turn="user"&gt;</p>')).toContain(
      '<article',
    );
  });

  it('is not run and not read as script, style or template', () => {
    expect(answerWith('<script>alert(1)</script><style>p{}</style><template>x</template><p>safe</p>')).toBe(
      'safe',
    );
  });

  it('cannot shadow the walk with form fields named like DOM properties', () => {
    expect(
      answerWith(
        '<form><input name="firstChild"><input name="parentNode"><input name="nodeName"><input name="matches">a</form><p>b</p>',
      ),
    ).toBe('a\nb');
  });

  it('reads an answer in right-to-left marks, emoji and special tokens as it stands', () => {
    expect(answerWith('<p dir="rtl">שלום &lt;|endoftext|&gt; 👩‍👩‍👧</p>')).toBe('שלום <|endoftext|> 👩‍👩‍👧');
  });
});
