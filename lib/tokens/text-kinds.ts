/** What a text is made of, as far as vocabularies differ: languages, scripts, code and notations. */
import { CHARACTERS_PER_O200K_TOKEN, type TextKind } from '../refdb/tokenizers';
import { latinLanguage } from './languages';

/** Shares of a text's o200k tokens by kind; they sum to 1. Kinds that are not in it are absent. */
export type TextMix = ReadonlyMap<TextKind, number>;

/** Code units looked at: enough to know a text by. */
const SAMPLE = 100_000;

/** Letters of scripts other than Latin, by the kind that they tell. */
const SCRIPTS = {
  han: /\p{Script=Han}/gu,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}ー]/gu,
  korean: /\p{Script=Hangul}/gu,
  cyrillic: /\p{Script=Cyrillic}/gu,
  arabic: /\p{Script=Arabic}/gu,
  devanagari: /[\p{Script=Devanagari}\p{M}]/gu,
  latin: /\p{Script=Latin}/gu,
  letters: /\p{L}/gu,
} as const;
const BEYOND_LATIN = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

/** Line ends, operators, calls and openings that prose does not have. */
const CODE_MARK =
  /[{};]\s*$|=>|[!=]==?|:=|&&|\|\||\w\([^)]*\)\s*[:;{]?\s*$|^\s*(?:\/\/|\/\*|#include|import\s|from\s+\S+\s+import|def\s|class\s+[A-Z]\w*\s*[:({]|return\b|(?:const|let|var|public|private|static|func|fn)\s|(?:if|for|while)\s*\(|<\/?[a-z][\w-]*[\s>/])|^\s*"[\w-]+"\s*:|^\s*[\w.[\]]+\s*=\s/;
const SYMBOL = /[{}()[\]<>=;_/\\|&*+$#"':.,!?-]/g;
const INDENTED = /^(?: {2,}|\t)\S/;
/** Share of symbols from which a line without letters' rhythm is code; prose stays below 0.08. */
const SYMBOL_SHARE = 0.2;

/** Commands of LaTeX with their braces, and its environments. */
const LATEX =
  /\\(?:begin|end|frac|sum|int|left|right|mathbf|mathrm|text|section|cdot|partial|quad)\b|\\[a-zA-Z]+\{/;
const JSON_LINE =
  /^\s*"[^"]*"\s*:|^\s*[[{]+\s*"[^"]*"\s*[:,\]]|^\s*(?:"[^"]*"|-?\d[\d.]*|true|false|null),?\s*$/;
const BRACKETS = /^\s*[[{\]})]+[,;]?\s*$/;
const HTML_LINE = /^\s*<[/!]?[a-zA-Z][\w-]*[^<]*>|<\/[a-z][\w-]*>\s*$/;
const MARKDOWN_LINE = /^\s*(?:[-*+] |\d+[.)] |#{1,6} |\||> |```)|\*\*\S/;

/** Code units of a line that are tested: the patterns are quadratic on a line made against them. */
const LINE = 500;
/** Words from which a line tells its own language; a shorter one has that of the text. */
const OWN_LANGUAGE_WORDS = 8;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function isCodeLine(line: string, afterCode: boolean): boolean {
  if (BRACKETS.test(line)) return true;
  if (CODE_MARK.test(line) || LATEX.test(line)) return true;
  if (afterCode && INDENTED.test(line)) return true;
  const dense = line.replace(/\s/g, '');
  return dense.length >= 8 && count(dense, SYMBOL) / dense.length >= SYMBOL_SHARE;
}

/** @param before notation of the line above, which a line of brackets alone shares */
function notationOf(line: string, before: TextKind | null): TextKind {
  if (BRACKETS.test(line)) return before ?? 'json';
  if (LATEX.test(line)) return 'latex';
  if (HTML_LINE.test(line)) return 'html';
  return JSON_LINE.test(line) ? 'json' : 'code';
}

type Add = (kind: TextKind, characters: number) => void;

/** The characters of a line of prose by script; spaces and marks go with the script that has most letters. */
function addScripts(line: string, latin: TextKind, add: Add): void {
  if (!BEYOND_LATIN.test(line)) {
    add(latin, line.length);
    return;
  }
  const han = count(line, SCRIPTS.han);
  const kana = count(line, SCRIPTS.kana);
  const named: [TextKind, number][] = [
    // Japanese writes with both; a line without any kana is Chinese.
    [kana > 0 ? 'japanese' : 'chinese', han + kana],
    ['korean', count(line, SCRIPTS.korean)],
    ['cyrillic', count(line, SCRIPTS.cyrillic)],
    ['arabic', count(line, SCRIPTS.arabic)],
    ['devanagari', count(line, SCRIPTS.devanagari)],
    [latin, count(line, SCRIPTS.latin)],
  ];
  const known = named.reduce((sum, [, letters]) => sum + letters, 0);
  const all: [TextKind, number][] = [...named, ['other', Math.max(0, count(line, SCRIPTS.letters) - known)]];
  const letters = all.reduce((sum, [, part]) => sum + part, 0);
  for (const [kind, part] of all) if (part > 0) add(kind, (part / letters) * line.length);
}

function latinKind(line: string, whole: TextKind, markdown: boolean): TextKind {
  const own = count(line, /\p{L}+/gu) >= OWN_LANGUAGE_WORDS ? latinLanguage(line) : null;
  const kind = own ?? whole;
  return kind === 'english' && markdown ? 'markdown' : kind;
}

/**
 * Characters of a text by kind.
 * @param hasMarkup the page showed elements that stand for markup: English is then counted as Markdown
 */
export function charactersByKind(text: string, hasMarkup = false): ReadonlyMap<TextKind, number> {
  const sums = new Map<TextKind, number>();
  const add: Add = (kind, characters) => sums.set(kind, (sums.get(kind) ?? 0) + characters);
  const sample = text.slice(0, SAMPLE);
  const whole = latinLanguage(sample) ?? 'english';
  let afterCode: TextKind | null = null;
  for (const all of sample.split('\n')) {
    if (all.trim() === '') continue;
    const line = all.slice(0, LINE);
    const isLatin = !BEYOND_LATIN.test(line) || count(line, SCRIPTS.latin) > count(line, SCRIPTS.letters) / 2;
    // Lines of other scripts carry marks that are no ASCII symbols: they are never code.
    afterCode = isLatin && isCodeLine(line, afterCode !== null) ? notationOf(line, afterCode) : null;
    if (afterCode !== null) add(afterCode, all.length);
    else addScripts(all, latinKind(line, whole, hasMarkup || MARKDOWN_LINE.test(line)), add);
  }
  return sums;
}

/** The mix of a text by its tokens; all English when there is nothing to tell. */
export function textMix(text: string, hasMarkup = false): TextMix {
  const tokens = [...charactersByKind(text, hasMarkup)].map(
    ([kind, characters]) => [kind, characters / CHARACTERS_PER_O200K_TOKEN[kind]] as const,
  );
  const total = tokens.reduce((sum, [, part]) => sum + part, 0);
  if (total === 0) return new Map([['english', 1]]);
  return new Map(tokens.map(([kind, part]) => [kind, part / total]));
}
