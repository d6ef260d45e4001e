/** Costs in US dollars, or in the person's own currency at the rate that the person typed. */
import { signal } from '@preact/signals';
import { formatMoney, formatUsd, UNKNOWN_TEXT } from './format';
import { locale, t } from './i18n';

/** A currency with the person's own rate. */
export interface OwnCurrency {
  /** ISO 4217. */
  readonly code: string;
  readonly perUsd: number;
  /** `YYYY-MM-DD` on which the rate was typed. */
  readonly date: string;
}

const chosen = signal<OwnCurrency | null>(null);

/** Switches the currency of all costs; null for US dollars. */
export function setCurrency(currency: OwnCurrency | null): void {
  if (JSON.stringify(currency) !== JSON.stringify(chosen.peek())) chosen.value = currency;
}

/** A cost as text, with the date of the rate where one was used. */
export function costText(usd: number | null): string {
  const own = chosen.value;
  if (own === null) return formatUsd(usd, locale());
  if (usd === null || !Number.isFinite(usd)) return UNKNOWN_TEXT;
  return t('cost.converted', {
    cost: formatMoney(usd * own.perUsd, own.code, locale()),
    date: rateDate(own.date),
  });
}

/** The day on which a rate was typed. */
export function rateDate(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime())
    ? UNKNOWN_TEXT
    : new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(day);
}
