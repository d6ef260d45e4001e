// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { SITES } from '../registry';
import { hasVisibleText, isLeftOut, outermost, readText, textLength } from './text';

function element(html: string): Element {
  const root = document.createElement('div');
  root.innerHTML = html;
  return root;
}

describe('the text of elements', () => {
  it.each([
    ['block ends are line breaks', '<p>a</p><p>b</p><div>c<div>d</div>e</div>', 'a\nb\nc\nd\ne'],
    ['a break is a line break, also twice', 'a<br>b<br><br>c', 'a\nb\n\nc'],
    ['a break at the end of a block adds none', '<p>a<br></p><p>b</p>', 'a\nb'],
    ['an empty line of an editor stays', '<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
    ['runs of white space are one space', 'a \n\t b<span> </span> c', 'a b c'],
    ['spaces at line ends go', '<p> a </p> <p> b </p>', 'a\nb'],
    ['inline elements part no words', 'a<b>b</b> <i>c</i>', 'ab c'],
    ['pre stands as it is', '<pre>a\n  b\n\n\tc\n</pre><p>d</p>', 'a\n  b\n\n\tc\nd'],
    [
      'cells are parted by a tab',
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
      'a\tb\nc',
    ],
    ['list items are lines', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>', 'a\nb\nc'],
    ['comments are nothing', 'a<!-- b -->c', 'ac'],
    ['no-break spaces stay', 'a\u00a0\u00a0b', 'a\u00a0\u00a0b'],
    ['nothing is nothing', '<p> </p><br>', ''],
  ])('%s', (_, html, text) => {
    expect(readText([element(html)], '')).toBe(text);
  });

  it('leaves out what is not text of the message, with all that is in it', () => {
    const root = element('<p>a<i class="x">b<b>c</b></i>d</p><div class="x"><p>e</p></div><p>f</p>');
    expect(readText([root], '.x')).toBe('ad\nf');
  });

  it.each([
    ['a header above the code', '<pre><div>js<div>Copy</div></div><div><code>a()</code></div></pre>', 'a()'],
    [
      'a header beside an editor',
      '<pre><div>js</div><div><div class="cm-content"><div>a()</div></div></div></pre>',
      'a()',
    ],
    ['lines of code that are blocks', '<pre><code><div>a()</div><div>b()</div></code></pre>', 'a()\nb()'],
    ['a block of text without code', '<pre><div>a</div><div>b</div></pre>', 'a\nb'],
  ])('of a code block, knows %s', (_, html, text) => {
    const root = element(html);
    expect(readText([root], 'button')).toBe(text);
    const header = root.querySelector('pre > div:first-child');
    const shown = text.includes(header?.textContent ?? '');
    expect(isLeftOut(header, 'button', root)).toBe(header !== null && !shown);
  });

  it('looks for code headers once for each part of a block that is deeply nested', () => {
    const root = element('<pre><code>a()</code></pre>');
    let inner: Element | null = root.querySelector('pre');
    for (let i = 0; i < 300; i++) {
      const next = document.createElement('div');
      inner?.append(next);
      inner = next;
    }
    inner?.append('deep');
    let queries = 0;
    const { querySelectorAll } = Element.prototype;
    Element.prototype.querySelectorAll = function (this: Element, selector: string) {
      queries += 1;
      return querySelectorAll.call(this, selector);
    };
    try {
      expect(readText([root], 'button')).toBe('a()');
    } finally {
      Element.prototype.querySelectorAll = querySelectorAll;
    }
    expect(queries).toBeLessThan(10);
  });

  it('keeps white space where it is told to, inside the root or round it', () => {
    const root = element('<div class="w">a\n  <b>b</b></div> c  d');
    expect(readText([root], '', '.w')).toBe('a\n  b\nc d');
    const inner = root.querySelector('b');
    if (inner !== null) inner.textContent = ' b  b';
    expect(inner === null ? '' : readText([inner], '', '.w')).toBe('b  b');
  });

  it('puts several roots on lines of their own', () => {
    expect(readText([element('a'), element('<p>b</p>'), element('')], '')).toBe('a\nb');
  });

  // The emulated selectors are recursive: five times as many are nested in real browsers (tests/e2e/hostile).
  it.each(['span', 'x-y'])('reads two thousand nested %s elements', (name) => {
    const root = document.createElement('div');
    let inner: Element = root;
    for (let i = 0; i < 2_000; i++) {
      const next = document.createElement(name);
      inner.append(next);
      inner = next;
    }
    inner.append('deep');
    root.append(' end');
    expect(readText([root], '')).toBe('deep end');
  });

  it('visits a long text once: the work grows with its length', () => {
    const count = (paragraphs: number): number => {
      const root = element('<p>word</p>'.repeat(paragraphs));
      let steps = 0;
      const walk = document.createTreeWalker.bind(document);
      document.createTreeWalker = (...args: Parameters<typeof walk>) => {
        const walker = walk(...args);
        for (const move of ['firstChild', 'nextSibling', 'parentNode'] as const) {
          const go = walker[move].bind(walker);
          walker[move] = () => {
            steps += 1;
            return go();
          };
        }
        return walker;
      };
      readText([root], '.x');
      document.createTreeWalker = walk;
      return steps;
    };
    expect(count(2000)).toBeLessThanOrEqual(2 * count(1000) + 10);
  });

  it('never asks for layout or for properties that a custom element may have made throw', () => {
    const root = element('<x-hostile>a</x-hostile><p>b</p>');
    const hostile = root.querySelector('x-hostile');
    if (hostile === null) throw new Error('no element');
    for (const name of ['innerText', 'textContent', 'offsetHeight', 'shadowRoot', 'childNodes', 'tagName'])
      Object.defineProperty(hostile, name, {
        get: () => {
          throw new Error(name);
        },
      });
    expect(readText([root], 'button')).toBe('a\nb');
  });

  describe('among thousands of elements', () => {
    const many = (html: string): Element => element(`<p>${'<i>a</i>'.repeat(3_000)}</p>${html}`);

    it('leaves out the same as among few', () => {
      const notText = 'button, :is(.mark, .label) > i, .hidden';
      const html = '<p><b class="label"><i>1</i>x</b><button>2</button><b class="hidden">3</b>y</p>';
      expect(readText([element(html)], notText)).toBe('xy');
      expect(readText([many(html)], notText)).toBe(`${'a'.repeat(3_000)}\nxy`);
    });

    it.each(SITES.flatMap(({ layouts }) => layouts))('is read by the selectors of $id', (layout) => {
      const html = '<p>x<button>1</button><b hidden>2</b><svg>3</svg></p>';
      for (const { notText } of [layout.user, layout.assistant])
        expect(readText([many(html)], notText)).toBe(`${'a'.repeat(3_000)}\nx`);
    });
  });
});

describe('the length of a text', () => {
  it.each([
    ['', 0],
    ['  a \n\n b  ', 3],
    ['\u00a0a\u00a0\u00a0b', 3],
    ['😀', 1],
    ['👩‍👩‍👧', 5],
    ['日本', 2],
    ['\ud83d', 1],
    ['a\u2003\u3000b\ufeff', 3],
    ['a\u200bb', 3],
    ['\ufeff\u2028漢\u000b字', 3],
  ])('of %j is %d code points', (text, length) => {
    expect(textLength(text)).toBe(length);
  });
});

describe('visible text', () => {
  it.each([
    ['<p></p>', false],
    ['<p> \n\u00a0</p>', false],
    ['<p>\u200b\ufeff</p>', false],
    ['<i class="x">a</i>', false],
    ['<p>a</p>', true],
    ['<i class="x">a</i><p>b</p>', true],
  ])('in %j: %s', (html, visible) => {
    expect(hasVisibleText([element(html)], '.x')).toBe(visible);
  });

  it('is found at its first character, whatever follows', () => {
    const root = element(`<p>a</p>${'<p>b</p>'.repeat(500)}`);
    let steps = 0;
    const walk = document.createTreeWalker.bind(document);
    document.createTreeWalker = (...args: Parameters<typeof walk>) => {
      const walker = walk(...args);
      const next = walker.nextNode.bind(walker);
      walker.nextNode = () => {
        steps += 1;
        return next();
      };
      return walker;
    };
    expect(hasVisibleText([root], '.x')).toBe(true);
    document.createTreeWalker = walk;
    expect(steps).toBe(1);
  });
});

describe('the outermost elements', () => {
  it('are those that lie in no other', () => {
    const root = element('<p id="a"><i id="b"></i></p><p id="c"></p>');
    expect(outermost(root.querySelectorAll('p, i')).map(({ id }) => id)).toEqual(['a', 'c']);
  });
});
