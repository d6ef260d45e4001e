import type { SiteId } from '../../prompt';
import type { Effort } from '../types';

/** Words that say whose model it is or belong to the menu, not to the model. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  `chatgpt openai gpt claude anthropic gemini google bard
   model selector select current currently is open mode picker with effort`.split(/\s+/),
);

/**
 * Words of effort and routing. Where several stand together the first of this list decides: "Extended thinking"
 * is no more than thinking, "Extra High" more than high.
 */
const EFFORT_WORDS: readonly (readonly [string, Effort])[] = [
  ['pro', 'pro'],
  ['extra', 'extra-high'],
  ['very', 'extra-high'],
  ['xhigh', 'extra-high'],
  ['max', 'extra-high'],
  ['heavy', 'extra-high'],
  ['high', 'high'],
  ['low', 'low'],
  ['light', 'low'],
  ['medium', 'medium'],
  ['standard', 'medium'],
  ['instant', 'instant'],
  ['fast', 'instant'],
  ['thinking', 'thinking'],
  ['think', 'thinking'],
  ['t', 'thinking'],
  ['extended', 'thinking'],
  ['reasoning', 'thinking'],
  ['auto', 'auto'],
  ['latest', 'auto'],
  ['default', 'auto'],
  ['adaptive', 'auto'],
];

/** ChatGPT's Pro is more effort of the same model; Gemini's Pro is another model. */
function effortWords(site: SiteId): ReadonlyMap<string, Effort> {
  return new Map(EFFORT_WORDS.filter(([word]) => word !== 'pro' || site === 'chatgpt'));
}

export const EFFORTS_BY_SITE: Readonly<Record<SiteId, ReadonlyMap<string, Effort>>> = {
  chatgpt: effortWords('chatgpt'),
  claude: effortWords('claude'),
  gemini: effortWords('gemini'),
};

/** The effort that words of a name ask for; null when they ask for none. */
export function effortIn(site: SiteId, words: readonly string[]): Effort | null {
  for (const [word, effort] of EFFORTS_BY_SITE[site]) {
    if (words.includes(word)) return effort;
  }
  return null;
}

/** Words that run on a model which the page does not name: the family is a guess. */
export const DOUBTFUL_WORDS: ReadonlyMap<string, string> = new Map([
  ['research', 'thinking'],
  ['deep', ''],
]);
