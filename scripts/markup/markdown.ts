/** Enough Markdown to know what a page shows of a source and which elements it shows it in. */
import type { MarkupSeen } from '../../lib/prompt';

export interface Rendered {
  /** The text that the page shows. */
  readonly visible: string;
  readonly markup: MarkupSeen;
}

const NOTHING: MarkupSeen = {
  listItems: 0,
  tableCells: 0,
  tableRows: 0,
  emphasised: 0,
  headings: 0,
  codeBlocks: 0,
  inlineCode: 0,
  links: 0,
  linkAddressLength: 0,
  quotes: 0,
  formulas: 0,
};

type Counts = { -readonly [Name in keyof MarkupSeen]: number };

const SEPARATOR = /^\s*\|?\s*:?-{2,}/;

function inline(text: string, counts: Counts): string {
  return text
    .replace(/`([^`]+)`/g, (_, code: string) => {
      counts.inlineCode += 1;
      return code;
    })
    .replace(/\[([^\]]*)\]\(([^)\s]+)[^)]*\)/g, (_, shown: string, address: string) => {
      counts.links += 1;
      counts.linkAddressLength += [...address].length;
      return shown;
    })
    .replace(/(\*\*|__)(.+?)\1|(?<![\w*])\*([^*\s][^*]*)\*/g, (_, __, strong?: string, soft?: string) => {
      counts.emphasised += 1;
      return strong ?? soft ?? '';
    });
}

function block(line: string, counts: Counts): string | null {
  if (SEPARATOR.test(line) && line.includes('-')) return null;
  const heading = /^#{1,6}\s+(.*)/.exec(line);
  if (heading) {
    counts.headings += 1;
    return inline(heading[1] ?? '', counts);
  }
  const item = /^(\s*)(?:[-*+]|\d+\.)\s+(.*)/.exec(line);
  if (item) {
    counts.listItems += 1;
    return inline(item[2] ?? '', counts);
  }
  const quote = /^>\s?(.*)/.exec(line);
  if (quote) {
    counts.quotes += 1;
    return inline(quote[1] ?? '', counts);
  }
  if (/^\s*\|/.test(line)) {
    const cells = line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|');
    counts.tableRows += 1;
    counts.tableCells += cells.length;
    return cells.map((cell) => inline(cell.trim(), counts)).join('\t');
  }
  return inline(line, counts);
}

/** What a page shows of a Markdown source. */
export function render(source: string): Rendered {
  const counts: Counts = { ...NOTHING };
  const shown: string[] = [];
  let inCode = false;
  for (const line of source.split('\n')) {
    if (/^\s*```/.test(line)) {
      if (!inCode) counts.codeBlocks += 1;
      inCode = !inCode;
      continue;
    }
    const text = inCode ? line : block(line, counts);
    if (text !== null) shown.push(text);
  }
  return { visible: shown.join('\n'), markup: counts };
}
