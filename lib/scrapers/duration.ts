/** Reads how long a model thought from the page's words, in whatever language the page is. */

/** How languages begin their words for an hour, a minute, a second; compared in lower case. */
const HOURS = /^(?:h|std|stund|ora|ore|uur|ч|год|saat|sa|jam|ώρ|godz|時|小时|小時|시간|ชั่วโมง|giờ|घं|ساعة)/u;
const MINUTES = /^(?:m|мин|хв|dk|dakika|phút|λ|perc|分|분|นาที|मि|دقيق|د$)/u;
const SECONDS =
  /^(?:s$|se|sn|sek|sec|сек|с$|saniye|giây|detik|dtk|d$|δ|mp|másodperc|seg|秒|초|วินาที|वि|से|ثاني|ث$)/u;

const PART = /(\d+(?:[.,]\d+)?)\s*([\p{L}\p{M}]*)/gu;

function secondsPerUnit(word: string): number | null {
  if (HOURS.test(word)) return 3600;
  if (MINUTES.test(word) && !/^(?:ms|mp|másodperc|mil)/u.test(word)) return 60;
  if (SECONDS.test(word)) return 1;
  return null;
}

/**
 * Seconds in a text such as "Thought for 12s", "1m 5s", "12 秒", "2 分 3 秒" or "1 Min. 20 Sek."; null when no
 * number in it has a unit of time ("Searched 12 sites").
 */
export function statedSeconds(text: string): number | null {
  let total: number | null = null;
  for (const [, digits, word] of text.matchAll(PART)) {
    const unit = secondsPerUnit((word ?? '').toLowerCase());
    if (unit === null) continue;
    total = (total ?? 0) + Number((digits ?? '').replace(',', '.')) * unit;
  }
  return total;
}
