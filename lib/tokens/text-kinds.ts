/** What a text is made of, as far as vocabularies differ: prose, code, and Chinese, Japanese or Korean. */
import type { TextKind } from '../refdb/tokenizers';

/** Shares of a text's o200k tokens by kind; they sum to 1. */
export type TextMix = Readonly<Record<TextKind, number>>;

/** Code units looked at: enough to know a text by. */
const SAMPLE = 100_000;

/** Characters per o200k token of each kind (otm.md section 4; CJK between 1.2 and 1.8). */
export const CHARACTERS_PER_O200K_TOKEN: TextMix = { prose: 4.4, code: 4.2, cjk: 1.4 };

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Line ends, operators, calls and openings that prose does not have. */
const CODE_MARK =
  /[{};]\s*$|=>|[!=]==?|:=|&&|\|\||\w\([^)]*\)\s*[:;{]?\s*$|^\s*(?:\/\/|\/\*|#include|import\s|from\s+\S+\s+import|def\s|class\s+[A-Z]\w*\s*[:({]|return\b|(?:const|let|var|public|private|static|func|fn)\s|(?:if|for|while)\s*\(|<\/?[a-z][\w-]*[\s>/])|^\s*"[\w-]+"\s*:|^\s*[\w.[\]]+\s*=\s/;
const SYMBOL = /[{}()[\]<>=;_/\\|&*+$#"':.,!?-]/g;
const INDENTED = /^(?: {2,}|\t)\S/;
/** Share of symbols from which a line without letters' rhythm is code; prose stays below 0.08. */
const SYMBOL_SHARE = 0.2;

/** Code units of a line that are tested: the patterns are quadratic on a line made against them. */
const LINE = 500;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function isCodeLine(whole: string, afterCode: boolean): boolean {
  const line = whole.slice(0, LINE);
  if (CODE_MARK.test(line)) return true;
  if (afterCode && INDENTED.test(line)) return true;
  const dense = line.replace(/\s/g, '');
  return dense.length >= 8 && count(dense, SYMBOL) / dense.length >= SYMBOL_SHARE;
}

/** Characters of a text by kind. */
export function charactersByKind(text: string): Record<TextKind, number> {
  const sums = { prose: 0, code: 0, cjk: 0 };
  let afterCode = false;
  for (const line of text.slice(0, SAMPLE).split('\n')) {
    if (line.trim() === '') continue;
    const cjk = count(line, CJK);
    // CJK sentences carry marks that are no ASCII symbols: a line mostly of them is never code.
    afterCode = cjk < line.length / 4 && isCodeLine(line, afterCode);
    sums.cjk += cjk;
    sums[afterCode ? 'code' : 'prose'] += line.length - cjk;
  }
  return sums;
}

/** The mix of a text by its tokens; all prose when there is nothing to tell. */
export function textMix(text: string): TextMix {
  const characters = charactersByKind(text);
  const tokens = {
    prose: characters.prose / CHARACTERS_PER_O200K_TOKEN.prose,
    code: characters.code / CHARACTERS_PER_O200K_TOKEN.code,
    cjk: characters.cjk / CHARACTERS_PER_O200K_TOKEN.cjk,
  };
  const total = tokens.prose + tokens.code + tokens.cjk;
  if (total === 0) return { prose: 1, code: 0, cjk: 0 };
  return { prose: tokens.prose / total, code: tokens.code / total, cjk: tokens.cjk / total };
}
