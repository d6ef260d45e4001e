/**
 * Markdown of known source and licence: the read-me files of the packages that this project installs, cut at their
 * headings into pieces of the length of an answer.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { type Rendered, render } from './markdown';

export const KINDS = ['prose', 'code', 'list', 'table', 'links', 'headings'] as const;
export type Kind = (typeof KINDS)[number];

export interface Piece extends Rendered {
  readonly file: string;
  readonly source: string;
  readonly kind: Kind;
}

const LICENCES = /^(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD)$/;
const SHORTEST = 150;
const LONGEST = 6000;

function isFree(readme: string): boolean {
  try {
    const manifest: unknown = JSON.parse(readFileSync(readme.replace(/[^/]+$/, 'package.json'), 'utf8'));
    return (
      typeof manifest === 'object' &&
      manifest !== null &&
      'license' in manifest &&
      LICENCES.test(String(manifest.license))
    );
  } catch {
    return false;
  }
}

/** What most of a piece is; null where nothing prevails. */
function kindOf(source: string, { markup }: Rendered): Kind {
  const lines = source.split('\n').filter((line) => line.trim() !== '').length;
  if (markup.tableRows >= lines * 0.12) return 'table';
  if (markup.links >= lines * 0.4) return 'links';
  if (markup.listItems >= lines * 0.4) return 'list';
  if (markup.codeBlocks > 0) return 'code';
  if (markup.headings >= 2) return 'headings';
  return 'prose';
}

/** Raw HTML and pictures are not what a chat answers with. */
const FOREIGN = /<\/?[a-z]+[\s>]|!\[|^\[[^\]]+\]:|&[a-z]+;/im;

/** Every piece, in a fixed order. @param folder the project's folder */
export function corpus(folder: URL): readonly Piece[] {
  const files = readdirSync(new URL('node_modules/', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|\/)readme\.md$/i.test(file))
    .map((file) => `node_modules/${file}`)
    .sort();
  const seen = new Set<string>();
  const pieces: Piece[] = [];
  for (const file of files) {
    const path = new URL(file, folder).pathname;
    if (!isFree(path)) continue;
    const parts = readFileSync(path, 'utf8')
      .replaceAll('\r', '')
      .split(/\n(?=#{1,2} )/);
    for (const part of parts) {
      const source = part.trim();
      if (source.length < SHORTEST || source.length > LONGEST || FOREIGN.test(source) || seen.has(source))
        continue;
      seen.add(source);
      const rendered = render(source);
      pieces.push({ file, source, ...rendered, kind: kindOf(source, rendered) });
    }
  }
  return pieces;
}
