/**
 * The one picture of an estimate: low to high as a band, central as a line, on a logarithmic axis.
 * Places are SVG attributes in per cent, so no style attribute is needed and the content security policy holds.
 */
import type { Range } from '../prompt';
import { formatQuantity, formatRange, formatTick, type Quantity } from './format';
import { locale, type MessageKey, t } from './i18n';
import { type LogAxis, labelAnchor, logAxis, positionOn } from './log-axis';

export interface RangeBarProps {
  readonly quantity: Quantity;
  /** In base units (Wh, g, mL). */
  readonly range: Range;
  /** Another estimate on the same axis, drawn as a diamond. */
  readonly marker?: { readonly name: MessageKey; readonly value: number };
  /** A common axis for several bars; without it the bar takes its own. */
  readonly axis?: LogAxis;
  /** Without labels, for tables. */
  readonly compact?: boolean;
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

export function RangeBar({ quantity, range, marker, axis, compact = false }: RangeBarProps) {
  const own = axis ?? logAxis([range.low, range.central, range.high, ...(marker ? [marker.value] : [])]);
  const low = positionOn(own, range.low);
  const high = positionOn(own, range.high);
  const middle = compact ? 7 : 9;
  return (
    <svg
      class="range-bar"
      role="img"
      aria-label={describe(quantity, range, marker)}
      height={compact ? 14 : 34}
    >
      <line class="axis" x1="0" x2="100%" y1={middle} y2={middle} />
      <rect
        class={quantity}
        x={percent(low)}
        width={percent(Math.max(high - low, 0.005))}
        y={middle - 4}
        height="8"
        rx="2"
      />
      <svg x={percent(positionOn(own, range.central))} y={middle - 7} overflow="visible" aria-hidden="true">
        <rect class="central" x="-1" width="2.5" height="14" />
      </svg>
      {marker && marker.value > 0 && (
        <svg x={percent(positionOn(own, marker.value))} y={middle} overflow="visible" aria-hidden="true">
          <path class="marker" d="M0 -5.5 L5.5 0 L0 5.5 L-5.5 0 Z" />
        </svg>
      )}
      {!compact && <Ticks quantity={quantity} axis={own} />}
    </svg>
  );
}

function Ticks({ quantity, axis }: { quantity: Quantity; axis: LogAxis }) {
  return (
    <g>
      {axis.ticks.map((value) => {
        const at = positionOn(axis, value);
        return (
          <g key={value}>
            <line class="axis" x1={percent(at)} x2={percent(at)} y1="15" y2="19" />
            <text class="tick" x={percent(at)} y="31" text-anchor={labelAnchor(at)}>
              {formatTick(quantity, value, locale())}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function describe(quantity: Quantity, range: Range, marker: RangeBarProps['marker']): string {
  const params = {
    name: t(`quantity.${quantity}`),
    central: formatQuantity(quantity, range.central, locale()).text,
    range: formatRange(quantity, range, locale()),
  };
  if (!marker) return t('range.label', params);
  return t('range.label.marker', {
    ...params,
    marker: t(marker.name),
    value: formatQuantity(quantity, marker.value, locale()).text,
  });
}
