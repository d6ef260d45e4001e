import { translatedWords } from './translations';
import { DOUBTFUL_WORDS, EMPTY_WORDS } from './words';

/** A name taken apart; equal names in another order, case, language or spelling give equal words. */
export interface ParsedName {
  /** Sorted and unique, vendor and menu words left out. */
  readonly words: readonly string[];
  /** A word such as "research" was in it, which does not say the model. */
  readonly doubtful: boolean;
}

/** Longer than any name of a model: what is longer is no name and is not read. */
export const MAX_NAME_LENGTH = 200;

const translations = new Map(
  translatedWords.flatMap(({ words, means }) => words.map((word) => [word, means])),
);

/** Dates at the end of API names, such as `-20250929` and `-2024-08-06`. */
const DATE_SUFFIX = /[-_@](?:\d{8}|\d{4}-\d{2}-\d{2})(?!\d)/g;
/** Slugs write 5.2 as `5-2`. */
const SLUG_VERSION = /(?<![\d.])(\d{1,2})[-_](\d{1,2})(?![\p{L}\d])/gu;
/** Words of letters and digits; a point belongs to them between digits only. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:(?<=\d)\.\d+[\p{L}\p{N}]*)*/gu;
/** Between East Asian script and Latin letters or digits there is often no space. */
const SCRIPT_BORDER =
  /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}ー])(?=[a-z0-9])|(?<=[a-z0-9])(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}])/gu;

/** ChatGPT's trigger runs its caption and its value together: "Thinking effortExtra High". */
const EFFORT_BORDER = /(?<=\beffort)(?=\p{Lu})/giu;

const VERSION = /^(?:\d{1,3}(?:\.\d{1,2})?[a-z]?|o\d)$/;

/** True for words like 5.2, 4o, o3, 70b. */
export function isVersion(word: string): boolean {
  return VERSION.test(word);
}

/** The words of a name as one key. */
export function keyOf(words: readonly string[]): string {
  return words.join(' ');
}

/** Takes a page's name of a model apart; null when there is no word in it or it is too long to be a name. */
export function parseName(text: string): ParsedName | null {
  if (text.length > MAX_NAME_LENGTH) return null;
  const spaced = text
    .normalize('NFKC')
    .replace(EFFORT_BORDER, ' ')
    .toLowerCase()
    .replace(DATE_SUFFIX, ' ')
    .replace(SLUG_VERSION, '$1.$2')
    .replace(SCRIPT_BORDER, ' ');
  const found = spaced.match(WORD);
  if (!found) return null;
  const words = new Set<string>();
  let doubtful = false;
  for (const raw of found) {
    const doubt = DOUBTFUL_WORDS.get(raw);
    if (doubt !== undefined) doubtful = true;
    const word = doubt ?? translations.get(raw) ?? raw;
    if (word !== '' && !EMPTY_WORDS.has(word)) words.add(word);
  }
  return { words: [...words].sort(), doubtful };
}
