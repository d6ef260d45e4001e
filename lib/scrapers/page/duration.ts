/** Reads how long a model thought from the page's words, in whatever language the page is. */

/**
 * Seconds and how languages call them, lower case; a `*` goes on in any way the language likes. No regular expression:
 * browsers take some ten milliseconds to read one with all letters of all languages in it, at the start of every page.
 */
const UNITS = [
  [
    3600,
    'h hr hrs hour hours heure heures hora horas ora ore std stund* uur uren timm* time timer ч час* год* saat sa jam ώρ* godz* hodin* 時 時間* 小时* 小時* 시간* ชั่วโมง giờ घं* ساع*',
  ],
  [
    60,
    'm min mins minut* minuu* minút* minūt* mínút* menit* minit* perc percig мин* хв* dk dakika phút λ* 分 分间* 分間* 分钟* 分鐘* 분 분간 นาที मि* دقيق* د',
  ],
  [
    1,
    's sec secs second* secund* sek* seg segun* segon* sn saniye с сек* giây detik dtk d δ* mp másodperc* 秒* 초 초간 วินาที वि* से* ثاني* ث',
  ],
] as const;

const isCalled = (words: string, word: string): boolean =>
  words.split(' ').some((name) => (name.endsWith('*') ? word.startsWith(name.slice(0, -1)) : word === name));

/**
 * Seconds in a text such as "Thought for 12s", "1m 5s", "12 秒", "2 分 3 秒" or "1 Min. 20 Sek."; null when no
 * number in it has a unit of time ("Searched 12 sites").
 */
export function statedSeconds(text: string): number | null {
  let total: number | null = null;
  for (const [, digits, word] of text.matchAll(/(\d+(?:[.,]\d+)?)\s*([\p{L}\p{M}]*)/gu)) {
    const unit = UNITS.find(([, words]) => isCalled(words, (word ?? '').toLowerCase()));
    if (unit !== undefined) total = (total ?? 0) + Number((digits ?? '').replace(',', '.')) * unit[0];
  }
  return total;
}
