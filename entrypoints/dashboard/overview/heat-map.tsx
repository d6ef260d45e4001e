/** When prompts are sent: a table whose cells are shaded, so that it is its own text alternative. */
import type { HourOfWeekPoint } from '../../../lib/store/types';
import { formatQuantity } from '../../../lib/ui/format';
import { formatWeekday } from '../../../lib/ui/format-time';
import { locale, t } from '../../../lib/ui/i18n';
import type { Loaded } from '../../../lib/ui/live';
import { ScrollX } from '../../../lib/ui/scroll-x';
import { promptCount } from '../../../lib/ui/totals';
import { Await } from '../await';
import type { RoomProps } from '../dashboard';
import { type HeatCell, heatMap } from './heat-data';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

export interface HeatMapProps extends RoomProps {
  readonly points: Loaded<readonly HourOfWeekPoint[]>;
}

export function HeatMap({ dashboard, points }: HeatMapProps) {
  return (
    <section class="stack" aria-labelledby="week">
      <h2 id="week">{t('overview.week')}</h2>
      <p class="small soft">{t('overview.week.caption')}</p>
      <Await value={points} dashboard={dashboard}>
        {(value) => (
          <ScrollX label={t('overview.week')}>
            <table class="heat">
              <thead>
                <tr>
                  <td />
                  {HOURS.map((hour) => (
                    <th key={hour} scope="col">
                      <span class={hour % 3 === 0 ? '' : 'visually-hidden'}>{hour}</span>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {heatMap(value).map((cells, day) => (
                  <tr key={day}>
                    <th scope="row">{formatWeekday(day, locale())}</th>
                    {cells.map((cell, hour) => (
                      <Cell key={hour} cell={cell} />
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollX>
        )}
      </Await>
    </section>
  );
}

function Cell({ cell }: { cell: HeatCell }) {
  const text =
    cell.count === 0
      ? ''
      : `${formatQuantity('energy', cell.energyWh, locale()).text}, ${promptCount(cell.count)}`;
  return (
    <td class={`heat-${cell.level}`} title={text}>
      <span class="visually-hidden">{text}</span>
    </td>
  );
}
