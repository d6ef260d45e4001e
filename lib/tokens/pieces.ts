/**
 * Cutting text so that counting it is bounded work. The encoder merges within pieces that its own pattern finds
 * (a word, a run of symbols); the work in one piece grows with the square of its length, and Chinese without
 * punctuation or a run of one letter is a single piece however long.
 */
import { O200K_TOKEN_SPLIT_REGEX } from 'gpt-tokenizer/encodingParams/constants';

/** Code units of the longest piece that is merged whole. Words and ordinary symbol runs are far below it. */
export const MAX_PIECE = 128;

/** Code units counted of one text; a longer one is counted in its head and extrapolated. */
export const MAX_TEXT = 600_000;

const isLowSurrogate = (text: string, index: number): boolean => (text.charCodeAt(index) & 0xfc00) === 0xdc00;

/** `index`, or one less where it would part a surrogate pair. */
export const wholeCharacter = (text: string, index: number): number =>
  index > 0 && index < text.length && isLowSurrogate(text, index) ? index - 1 : index;

/** A part of a text that can be counted by itself. */
export interface Part {
  readonly text: string;
  /** False for the parts of a piece that had to be cut, where the counts do not add up exactly. */
  readonly whole: boolean;
}

/**
 * The text in parts: as few as possible that each end where a piece ends, and the pieces that are too long in
 * parts of {@link MAX_PIECE}. Counting the parts gives the count of the text, but for about one token per cut.
 */
export function* parts(text: string, maxPiece = MAX_PIECE): Generator<Part> {
  let done = 0;
  for (const match of text.matchAll(O200K_TOKEN_SPLIT_REGEX)) {
    const [piece] = match;
    if (piece.length <= maxPiece) continue;
    if (match.index > done) yield { text: text.slice(done, match.index), whole: true };
    for (let start = 0; start < piece.length; ) {
      const end = wholeCharacter(piece, Math.min(start + maxPiece, piece.length));
      yield { text: piece.slice(start, end), whole: false };
      start = end;
    }
    done = match.index + piece.length;
  }
  if (done < text.length) yield { text: text.slice(done), whole: true };
}
