/**
 * Text without what it says: white space and the kind of each character stand, so that lengths and breaks are
 * those of the page; the characters themselves are gone.
 */

/** First match wins; each filler has as many code units as the characters it stands for. */
const KINDS: readonly (readonly [RegExp, string, string])[] = [
  // One code unit, two code units.
  [/^\p{Script=Han}$/u, '字', '𠀀'],
  [/^\p{Script=Hiragana}$/u, 'あ', '𠀀'],
  [/^\p{Script=Katakana}$/u, 'ア', '𠀀'],
  [/^\p{Script=Hangul}$/u, '가', '𠀀'],
  [/^\p{Script=Cyrillic}$/u, 'ж', '𠀀'],
  [/^\p{Script=Greek}$/u, 'ω', '𠀀'],
  [/^\p{Script=Arabic}$/u, 'ع', '𠀀'],
  [/^\p{Script=Hebrew}$/u, 'א', '𠀀'],
  [/^\p{Script=Devanagari}$/u, 'क', '𠀀'],
  [/^\p{Script=Thai}$/u, 'ก', '𠀀'],
  [/^\p{Lu}$/u, 'X', '𠀀'],
  [/^\p{L}$/u, 'x', '𠀀'],
  [/^\p{N}$/u, '0', '🙂'],
  [/^\p{M}$/u, '\u0301', '🙂'],
  [/^\p{P}$/u, '.', '🙂'],
];
const OTHER: readonly [string, string] = ['+', '🙂'];

/** White space, and marks without width: they decide what is visible and say nothing. */
const STANDS = /^[\s\u200b-\u200d\u2060\ufeff]$/u;

const remembered = new Map<string, string>();

function fillerOf(character: string): string {
  const known = remembered.get(character);
  if (known !== undefined) return known;
  const filler = STANDS.test(character) ? character : kindOf(character);
  // Bounded, whatever alphabets a page is written in.
  if (remembered.size < 5_000) remembered.set(character, filler);
  return filler;
}

function kindOf(character: string): string {
  const kind = KINDS.find(([pattern]) => pattern.test(character));
  const [, one, two] = kind ?? [null, ...OTHER];
  return character.length === 1 ? one : two;
}

/** The text with every character but white space replaced. As long as the text, in code units and code points. */
export function filler(text: string): string {
  let out = '';
  for (const character of text) out += fillerOf(character);
  return out;
}
