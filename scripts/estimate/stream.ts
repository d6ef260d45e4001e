/**
 * A whole experiment through standard input: JSON lines or a Tokenprint CSV, the same back with estimates, row by row
 * in constant memory. A row that cannot be priced comes back with the reason; the others are priced.
 */
import { CsvTable } from './csv';
import { pricedLine } from './json-lines';
import { decoded, type Numbered, records } from './records';
import { UsageError } from './request';
import type { Defaults } from './rows';
import { FirstRows } from './told';

/** What became of the rows. */
export interface Streamed {
  readonly rows: number;
  readonly failed: number;
  /** The first reasons, each with its row of the file. */
  readonly problems: readonly string[];
}

type Write = (text: string) => Promise<void>;
type PriceRow = (row: Numbered) => { readonly output: string; readonly problem: string | null };

const PROBLEMS_TOLD = 20;
/** Code units written at a time. */
const PIECE = 65_536;

async function priceAll(rows: AsyncIterable<Numbered>, priceRow: PriceRow, write: Write): Promise<Streamed> {
  let count = 0;
  let failed = 0;
  const problems: string[] = [];
  let piece = '';
  for await (const row of rows) {
    if (row.text.trim() === '') continue;
    const { output, problem } = priceRow(row);
    count += 1;
    piece += output;
    if (problem !== null) {
      failed += 1;
      if (problems.length < PROBLEMS_TOLD) problems.push(problem);
    }
    if (piece.length >= PIECE) {
      await write(piece);
      piece = '';
    }
  }
  await write(piece);
  return { rows: count, failed, problems };
}

async function* chained(first: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** The text up to its first mark, without the byte-order mark, and what follows. */
async function begun(texts: AsyncIterable<string>): Promise<{ mark: string; all: AsyncGenerator<string> }> {
  const rest = texts[Symbol.asyncIterator]();
  let head = '';
  while (head.trim() === '') {
    const next = await rest.next();
    if (next.done === true) {
      throw new UsageError('standard input is empty: give JSON lines or a Tokenprint CSV');
    }
    head += next.value;
    head = head.replace(/^\uFEFF/, '');
  }
  return { mark: head.trimStart().charAt(0), all: chained(head, rest) };
}

async function* rowsAfterHeader(rows: AsyncGenerator<Numbered>): AsyncGenerator<Numbered> {
  for (let next = await rows.next(); next.done !== true; next = await rows.next()) yield next.value;
}

/**
 * Prices every row of a stream of bytes.
 * @throws UsageError where the whole cannot be read: nothing in it, another encoding, an array, a missing column
 */
export async function priceStream(
  chunks: AsyncIterable<Uint8Array>,
  defaults: Defaults,
  write: Write,
): Promise<Streamed> {
  const { mark, all } = await begun(decoded(chunks));
  const first = new FirstRows();
  if (mark === '[') {
    throw new UsageError('standard input is a JSON array: give one JSON object per line, not an array');
  }
  if (mark === '{') return priceAll(records(all, false), (row) => pricedLine(row, defaults, first), write);
  const rows = records(all, true);
  let header = await rows.next();
  while (header.done !== true && header.value.text.trim() === '') header = await rows.next();
  const table = new CsvTable(header.done === true ? '' : header.value.text, defaults);
  await write(table.header());
  return priceAll(rowsAfterHeader(rows), (row) => table.priced(row, defaults, first), write);
}
