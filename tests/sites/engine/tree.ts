import type { Block, Run } from './blocks';
import type { Attributes } from './dom';

/** An element to be; text in a `quiet` one is the page's, not the model's. */
export interface Tree {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly (Tree | string)[];
  readonly quiet?: boolean;
  /** The model's text goes on in a new line (or cell) here. */
  readonly separate?: '\n' | '\t';
}

export function tree(
  tag: string,
  attributes: Attributes = {},
  ...children: readonly (Tree | string)[]
): Tree {
  return { tag, attributes, children };
}

/** The same element, but none of the model's text. */
export function quiet(source: Tree): Tree {
  return { ...source, quiet: true };
}

/** How a layout writes what the sites write differently. */
export interface BlockStyle {
  readonly paragraph: Attributes;
  code(block: Extract<Block, { kind: 'code' }>): Tree;
  citation(name: string): Tree;
  image(name: string): Tree;
}

function runTree(run: Run, style: BlockStyle): Tree | string {
  switch (run.kind) {
    case 'text':
      return run.text;
    case 'bold':
      return tree('strong', {}, run.text);
    case 'code':
      return tree('code', {}, run.text);
    case 'citation':
      return quiet(style.citation(run.text));
    case 'math':
      return tree(
        'span',
        { class: 'katex' },
        quiet(
          tree(
            'span',
            { class: 'katex-mathml' },
            tree(
              'math',
              {},
              tree('mi', {}, run.text),
              tree('annotation', { encoding: 'application/x-tex' }, run.text),
            ),
          ),
        ),
        tree(
          'span',
          { class: 'katex-html', 'aria-hidden': 'true' },
          tree('span', { class: 'base' }, run.text),
        ),
      );
  }
}

function tableTree(rows: readonly (readonly string[])[]): Tree {
  const row = (cells: readonly string[], tag: string): Tree => ({
    ...tree('tr', {}, ...cells.map((cell): Tree => ({ ...tree(tag, {}, cell), separate: '\t' }))),
    separate: '\n',
  });
  const [head, ...body] = rows;
  return tree(
    'table',
    {},
    tree('thead', {}, row(head ?? [], 'th')),
    tree('tbody', {}, ...body.map((cells) => row(cells, 'td'))),
  );
}

/** The element that a block becomes; null for blocks that are not part of the text. */
export function treeOf(block: Block, style: BlockStyle): Tree | null {
  switch (block.kind) {
    case 'paragraph':
      return tree('p', style.paragraph, ...block.runs.map((run) => runTree(run, style)));
    case 'math':
      return tree('div', { class: 'katex-display' }, ...block.runs.map((run) => runTree(run, style)));
    case 'heading':
      return tree(`h${block.level}`, style.paragraph, ...block.runs.map((run) => runTree(run, style)));
    case 'list': {
      const item = (runs: readonly Run[]): Tree => ({
        ...tree('li', {}, ...runs.map((run) => runTree(run, style))),
        separate: '\n',
      });
      return tree(block.ordered ? 'ol' : 'ul', style.paragraph, ...block.items.map(item));
    }
    case 'code':
      return style.code(block);
    case 'table':
      return tableTree(block.rows);
    case 'image':
      return quiet(style.image(block.name));
    case 'status':
      return null;
  }
}
