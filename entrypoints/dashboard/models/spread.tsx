/** A median with the middle 80 % in brackets, as the note below the tables says. */
import { UNKNOWN_TEXT } from '../../../lib/ui/format';
import { t } from '../../../lib/ui/i18n';
import type { Spread } from './figures';

export interface SpreadTextProps {
  readonly spread: Spread | null;
  readonly text: (value: number) => string;
  /** Low to high with their unit once; without it they have none. */
  readonly range?: (spread: Spread) => string;
}

export function SpreadText({ spread, text, range }: SpreadTextProps) {
  if (spread === null) return <>{UNKNOWN_TEXT}</>;
  const { median, low, high } = spread;
  // Of one prompt, or of many alike, there is nothing to be between.
  if (low === high) return <>{text(median)}</>;
  return (
    <>
      {t('models.spread', { median: text(median), range: range?.(spread) ?? `${text(low)}–${text(high)}` })}
    </>
  );
}
