/** A cell with an energy, its range and its bar on an axis that all rows share. */
import type { Range } from '../../../lib/prompt';
import { formatQuantity, formatRange } from '../../../lib/ui/format';
import { locale } from '../../../lib/ui/i18n';
import type { LogAxis } from '../../../lib/ui/log-axis';
import { RangeBar } from '../../../lib/ui/range-bar';

export function EnergyCell({ range, axis }: { range: Range; axis: LogAxis }) {
  return (
    <td class="energy-cell">
      <div class="row spread nowrap">
        <strong>
          <bdi>{formatQuantity('energy', range.central, locale()).text}</bdi>
        </strong>
        <bdi class="small soft">{formatRange('energy', range, locale())}</bdi>
      </div>
      <RangeBar quantity="energy" range={range} axis={axis} compact />
    </td>
  );
}
