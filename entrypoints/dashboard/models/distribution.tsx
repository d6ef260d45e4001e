/** A histogram as bars; its text says the median and the middle 80 %. */
import { t } from '../../../lib/ui/i18n';
import type { Bar, Spread } from './figures';

const HEIGHT = 44;

export interface DistributionProps {
  readonly name: string;
  readonly bars: readonly Bar[];
  readonly spread: Spread | null;
  readonly text: (value: number) => string;
  /** Which of two compared models it is. */
  readonly place: 1 | 2;
}

export function Distribution({ name, bars, spread, text, place }: DistributionProps) {
  if (spread === null) return null;
  const label = t('models.histogram', {
    name,
    median: text(spread.median),
    low: text(spread.low),
    high: text(spread.high),
  });
  return (
    <svg class="distribution" height={HEIGHT + 16} role="img" aria-label={label}>
      <line x1="0" x2="100%" y1={HEIGHT} y2={HEIGHT} />
      {bars.map(({ low, share }, index) => (
        <rect
          key={low}
          class={`fill-series-${place}`}
          x={`${((index + 0.1) / bars.length) * 100}%`}
          width={`${(0.8 / bars.length) * 100}%`}
          y={HEIGHT - share * HEIGHT}
          height={share * HEIGHT}
        />
      ))}
      <text x="0" y={HEIGHT + 13}>
        {text(bars[0]?.low ?? 0)}
      </text>
      <text x="100%" y={HEIGHT + 13} text-anchor="end">
        {text(bars.at(-1)?.high ?? 0)}
      </text>
    </svg>
  );
}
