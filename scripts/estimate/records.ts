/** Text from a pipe, piece by piece: lines and CSV records with the line of the file in which each begins. */
import { UsageError } from './request';

export interface Numbered {
  readonly text: string;
  /** 1 for the first line of the file. */
  readonly line: number;
}

/** Code units of one record; what is longer is a cell or a line that never ends. */
const LONGEST = 4_000_000;

const NOT_UTF8 = 'standard input is not UTF-8: write it as UTF-8 (UTF-16 and Latin-1 are not read)';

/** Decodes bytes as UTF-8. @throws UsageError for another encoding */
export async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw new UsageError(NOT_UTF8);
    }
  };
  for await (const chunk of chunks) {
    // UTF-16 of ASCII text is valid UTF-8 with zeros in between.
    if (chunk.includes(0)) throw new UsageError(NOT_UTF8);
    yield decode(chunk);
  }
  yield decode();
}

/**
 * Cuts text into records.
 * @param quoted true where a line end between double quotes belongs to the record, as in CSV
 * @throws UsageError for a record without an end
 */
export async function* records(texts: AsyncIterable<string>, quoted: boolean): AsyncGenerator<Numbered> {
  let rest = '';
  let line = 1;
  let from = 0;
  let isQuoted = false;
  let linesInside = 0;
  for await (const text of texts) {
    rest += text;
    const found: Numbered[] = [];
    let start = 0;
    for (let at = from; at < rest.length; at += 1) {
      const unit = rest.charCodeAt(at);
      if (unit === 34 && quoted) isQuoted = !isQuoted;
      else if (unit === 10 && isQuoted) linesInside += 1;
      else if (unit === 10) {
        found.push({ text: rest.slice(start, at).replace(/\r$/, ''), line });
        line += 1 + linesInside;
        linesInside = 0;
        start = at + 1;
      }
    }
    rest = rest.slice(start);
    from = rest.length;
    yield* found;
    if (rest.length > LONGEST) {
      throw new UsageError(
        `row ${line}: it does not end within ${LONGEST} characters${quoted ? ': close its quotes' : ''}`,
      );
    }
  }
  if (rest !== '') yield { text: rest.replace(/\r$/, ''), line };
}
