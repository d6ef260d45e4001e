/** Reads how long a model thought from the page's words, in whatever language the page is. */

/** Seconds and how languages call them, lower case; a `*` goes on in any way the language likes. */
const UNITS = (
  [
    [
      3600,
      'h hrs? hours? heures? horas? or[ae] std stunde* stund* uur uren timm* timer? ч час* год* saat sa jam ώρ* godz* hodin* 時 時間* 小时* 小時* 시간* ชั่วโมง giờ घं* ساع*',
    ],
    [
      60,
      'm mins? m[ieí]n[iuúū]t* minuu* perc percig мин* хв* dk dakika phút λ* 分 分间* 分間* 分钟* 分鐘* 분 분간 นาที मि* دقيق* د',
    ],
    [
      1,
      's secs? second* secund* sek* seg seg[ou]n* sn saniye с сек* giây detik dtk d δ* mp másodperc* 秒* 초 초간 วินาที वि* से* ثاني* ث',
    ],
  ] as const
).map(
  ([seconds, words]) =>
    [seconds, RegExp(`^(${words.replace(/\*/g, '[\\p{L}\\p{M}]*').replace(/ /g, '|')})$`, 'u')] as const,
);

const PART = /(\d+(?:[.,]\d+)?)\s*([\p{L}\p{M}]*)/gu;

/**
 * Seconds in a text such as "Thought for 12s", "1m 5s", "12 秒", "2 分 3 秒" or "1 Min. 20 Sek."; null when no
 * number in it has a unit of time ("Searched 12 sites").
 */
export function statedSeconds(text: string): number | null {
  let total: number | null = null;
  for (const [, digits, word] of text.matchAll(PART)) {
    const unit = UNITS.find(([, words]) => words.test((word ?? '').toLowerCase()));
    if (unit !== undefined) total = (total ?? 0) + Number((digits ?? '').replace(',', '.')) * unit[0];
  }
  return total;
}
