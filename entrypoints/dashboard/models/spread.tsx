/** A median with the middle 80 % in brackets. */
import { UNKNOWN_TEXT } from '../../../lib/ui/format';
import { t } from '../../../lib/ui/i18n';
import type { Spread } from './figures';

export function SpreadText({ spread, text }: { spread: Spread | null; text: (value: number) => string }) {
  if (spread === null) return <>{UNKNOWN_TEXT}</>;
  const { median, low, high } = spread;
  return <>{t('models.spread', { median: text(median), low: text(low), high: text(high) })}</>;
}
