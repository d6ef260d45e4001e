/** Stacked bars as SVG: places are per cents, so nothing is measured and the page's width does not matter. */
import { formatQuantity, type Quantity } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';
import { axisSteps, type TrendChartData, type TrendGroup } from './trend-data';

const HEIGHT = 220;
const PLOT_TOP = 16;
const PLOT_HEIGHT = 172;
/** Labels under the bars that fit side by side on a narrow page. */
const MOST_LABELS = 6;

export interface TrendChartProps {
  readonly data: TrendChartData;
  readonly quantity: Quantity;
  readonly label: (period: string) => string;
}

/** The class that gives a group its colour. */
export function fillOf(group: TrendGroup): string {
  switch (group.kind) {
    case 'site':
      return `fill-${group.site}`;
    case 'model':
      return `fill-series-${group.place}`;
    case 'other':
      return 'fill-series-other';
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

export function TrendChart({ data, quantity, label }: TrendChartProps) {
  const { rows, groups } = data;
  const steps = axisSteps(Math.max(...rows.map(({ total }) => total.central)));
  const top = steps.at(-1) ?? 1;
  const width = 1 / rows.length;
  const every = Math.ceil(rows.length / MOST_LABELS);
  return (
    <svg class="trend" height={HEIGHT} role="img" aria-label={t('overview.trend.summary')}>
      <svg y={PLOT_TOP} height={PLOT_HEIGHT} overflow="visible" aria-hidden="true">
        {steps.map((value) => (
          <line key={value} x1="0" x2="100%" y1={percent(1 - value / top)} y2={percent(1 - value / top)} />
        ))}
        {rows.map((row, index) => {
          let below = 0;
          return (
            <g key={row.period}>
              {groups.map((group, place) => {
                const value = row.values[place] ?? 0;
                if (value <= 0) return null;
                below += value;
                return (
                  <rect
                    key={fillOf(group)}
                    class={fillOf(group)}
                    x={percent((index + 0.15) * width)}
                    width={percent(0.7 * width)}
                    y={percent(1 - below / top)}
                    height={percent(value / top)}
                  />
                );
              })}
            </g>
          );
        })}
        {steps.slice(1).map((value) => (
          <text key={value} x="0" y={percent(1 - value / top)} dy="-4">
            {formatQuantity(quantity, value, locale()).text}
          </text>
        ))}
      </svg>
      {rows.map(
        (row, index) =>
          (rows.length - 1 - index) % every === 0 && (
            <text
              key={row.period}
              x={percent((index + 0.5) * width)}
              y={HEIGHT - 8}
              text-anchor={index === rows.length - 1 && rows.length > MOST_LABELS ? 'end' : 'middle'}
            >
              {label(row.period)}
            </text>
          ),
      )}
    </svg>
  );
}
