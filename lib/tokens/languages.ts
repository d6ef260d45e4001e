/** Which language a text of Latin script is in, by its function words. */
import type { TextKind } from '../refdb/tokenizers';

type LatinKind = Extract<
  TextKind,
  'english' | 'german' | 'french' | 'spanish' | 'italian' | 'portuguese' | 'polish' | 'turkish' | 'latin'
>;

/** The commonest function words. `latin` stands for Dutch, Swedish, Danish, Vietnamese, Indonesian and Czech. */
const FUNCTION_WORDS: Readonly<Record<LatinKind, string>> = {
  english: 'the and of to in is that for it with as on are this be by or an not you can from have will your',
  german:
    'der die und das nicht ist ein eine mit für auf sich dem den von zu es auch wir sie ich wird werden oder',
  french:
    'le la les des et est une un dans pour que qui pas sur avec vous nous du au ce il elle sont plus par',
  spanish: 'el la los las de que y en un una por con para es no se del como más su pero este esta',
  italian: 'il di che e la per una un non con del della sono è gli le si nel più come questo dei alla anche',
  portuguese: 'o a os as de que e em um uma para com não do da no na se mais você são pelo como isso',
  polish: 'i w na z nie się że do jest to jak po od ale co oraz są dla przez które może tym być',
  turkish: 've bir bu için ile de da ne çok gibi daha olarak olan var mı değil ya her o kadar en',
  latin:
    'het een van dat niet zijn voor met op ik och att det som är på för inte jag av não og til ikke và của là có cho các được một những yang dan ini itu untuk dengan tidak dari je se na že pro jsou nebo aby',
};

const weights: ReadonlyMap<string, readonly (readonly [LatinKind, number])[]> = (() => {
  const found = new Map<string, LatinKind[]>();
  for (const [kind, words] of Object.entries(FUNCTION_WORDS) as [LatinKind, string][]) {
    for (const word of new Set(words.split(' '))) found.set(word, [...(found.get(word) ?? []), kind]);
  }
  // A word of several languages speaks for each of them less.
  return new Map(
    [...found].map(([word, kinds]) => [word, kinds.map((kind) => [kind, 1 / kinds.length] as const)]),
  );
})();

const WORD = /\p{L}+/gu;
/** Below this share of function words nothing is said about the language. */
const LEAST_SHARE = 0.06;
const LEAST_SCORE = 1.5;

/** The language whose function words are commonest; null when there are too few to tell. */
export function latinLanguage(text: string): LatinKind | null {
  const scores = new Map<LatinKind, number>();
  let words = 0;
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    words += 1;
    for (const [kind, weight] of weights.get(word) ?? []) scores.set(kind, (scores.get(kind) ?? 0) + weight);
  }
  const [best] = [...scores].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= LEAST_SCORE && best[1] >= words * LEAST_SHARE ? best[0] : null;
}
