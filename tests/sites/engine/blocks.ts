/**
 * The small markup in which answers are written, and the trees they become. Blank lines part the blocks:
 * `# heading`, `- item`, `1. item`, a fence of three back-ticks, `| a | b |`, `$$formula$$`, `!image name`,
 * `%% tool status`, else a paragraph; inside a line `**bold**`, `` `code` ``, `$formula$` and `[^source]`.
 */
export type Run =
  | { readonly kind: 'text' | 'bold' | 'code' | 'math'; readonly text: string }
  | { readonly kind: 'citation'; readonly text: string };

export type Block =
  | { readonly kind: 'paragraph' | 'math'; readonly runs: readonly Run[] }
  | { readonly kind: 'heading'; readonly level: number; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'image'; readonly name: string }
  | { readonly kind: 'status'; readonly text: string };

const INLINE = /\*\*([^*]+)\*\*|`([^`]+)`|\$([^$]+)\$|\[\^([^\]]+)\]/g;

function runsOf(line: string): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const match of line.matchAll(INLINE)) {
    if (match.index > end) runs.push({ kind: 'text', text: line.slice(end, match.index) });
    if (match[1] !== undefined) runs.push({ kind: 'bold', text: match[1] });
    else if (match[2] !== undefined) runs.push({ kind: 'code', text: match[2] });
    else if (match[3] !== undefined) runs.push({ kind: 'math', text: match[3] });
    else if (match[4] !== undefined) runs.push({ kind: 'citation', text: match[4] });
    end = match.index + match[0].length;
  }
  if (end < line.length) runs.push({ kind: 'text', text: line.slice(end) });
  return runs;
}

function blockOf(part: string): Block {
  const lines = part.split('\n');
  const first = lines[0] ?? '';
  const heading = /^(#{1,4}) (.*)$/.exec(first);
  if (heading?.[1] !== undefined && heading[2] !== undefined && lines.length === 1) {
    return { kind: 'heading', level: heading[1].length + 1, runs: runsOf(heading[2]) };
  }
  if (first.startsWith('```')) {
    const last = lines.at(-1) === '```' ? lines.length - 1 : lines.length;
    return { kind: 'code', language: first.slice(3).trim(), text: lines.slice(1, last).join('\n') };
  }
  if (first.startsWith('%% ')) return { kind: 'status', text: first.slice(3) };
  if (first.startsWith('!')) return { kind: 'image', name: first.slice(1).trim() };
  if (first.startsWith('$$')) {
    return { kind: 'math', runs: [{ kind: 'math', text: part.replaceAll('$$', '').trim() }] };
  }
  if (first.startsWith('|')) {
    const rows = lines.filter((line) => !/^\|[\s|-]+\|$/.test(line));
    return {
      kind: 'table',
      rows: rows.map((line) =>
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      ),
    };
  }
  const items = lines.map((line) => /^(?:-|\d+\.) (.*)$/.exec(line)?.[1]);
  if (items.every((item) => item !== undefined)) {
    return { kind: 'list', ordered: /^\d/.test(first), items: items.map((item) => runsOf(item ?? '')) };
  }
  return { kind: 'paragraph', runs: runsOf(part) };
}

/** Reads the markup; a fence may hold blank lines. */
export function blocksOf(source: string): Block[] {
  const parts: string[] = [];
  let fenced = false;
  let part: string[] = [];
  const push = () => {
    if (part.length > 0) parts.push(part.join('\n'));
    part = [];
  };
  for (const line of source.split('\n')) {
    if (line.startsWith('```')) fenced = !fenced;
    if (line === '' && !fenced) push();
    else part.push(line);
  }
  push();
  return parts.map(blockOf);
}
