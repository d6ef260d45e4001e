/** The markup model on pieces of Markdown that were not used to fit it. */
import ranks from 'gpt-tokenizer/bpeRanks/o200k_base';
import { describe, expect, it } from 'vitest';
import { markupTokens } from '../../../lib/refdb/markup';
import { countBounded, o200kEncoder } from '../../../lib/tokens/counter';
import { corpus, KINDS } from '../../../scripts/markup/corpus';
import { render } from '../../../scripts/markup/markdown';

const encoder = o200kEncoder(ranks);
const count = (text: string): number => countBounded(text, encoder).tokens;
const pieces = corpus(new URL('../../../', import.meta.url));

describe('the markup model', () => {
  it.each(KINDS)('has at least thirty pieces of the kind %s', (kind) => {
    expect(pieces.filter((piece) => piece.kind === kind).length).toBeGreaterThanOrEqual(30);
  });

  it('is within a factor of 1.1 for nine in ten pieces that were not fitted, and far off without elements', () => {
    const heldBack = pieces.filter((_, at) => at % 3 === 2);
    const inside = (tokens: (at: number) => number): number =>
      heldBack.filter(({ source, visible }, at) => {
        const ratio = (count(visible) + tokens(at)) / count(source);
        return Math.max(ratio, 1 / ratio) <= 1.1;
      }).length / heldBack.length;
    expect(inside((at) => markupTokens(heldBack[at]?.markup ?? render('').markup))).toBeGreaterThanOrEqual(
      0.9,
    );
    expect(inside(() => 0)).toBeLessThan(0.5);
  });
});

describe('what a page shows of Markdown', () => {
  it('is the text without its marks, and the elements that had them', () => {
    const source =
      '## Bread\n\n- **flour** and `salt`\n- [more](https://example.org/bread)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> slow\n\n```js\nbake();\n```\n';
    const { visible, markup } = render(source);
    expect(visible.split('\n').filter(Boolean)).toEqual([
      'Bread',
      'flour and salt',
      'more',
      'a\tb',
      '1\t2',
      'slow',
      'bake();',
    ]);
    expect(markup).toEqual({
      listItems: 2,
      tableCells: 4,
      tableRows: 2,
      emphasised: 1,
      headings: 1,
      codeBlocks: 1,
      inlineCode: 1,
      links: 1,
      linkAddressLength: 25,
      quotes: 1,
      formulas: 0,
    });
  });
});
