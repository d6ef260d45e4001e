/** What attempts that were not kept cost, in all and by site. */
import { SITE_IDS, type SiteId } from '../../../lib/prompt';
import { reworkBySite } from '../../../lib/store/costs';
import { periodTotals } from '../../../lib/store/totals';
import type { Rework, Totals } from '../../../lib/store/types';
import { formatCount, formatQuantity, formatRange, formatShare } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';
import { ScrollX } from '../../../lib/ui/scroll-x';
import { Site } from '../../../lib/ui/site-mark';
import { query } from '../../../lib/ui/sources';
import { useLive } from '../../../lib/ui/use-live';
import { Await } from '../await';
import type { RoomProps } from '../dashboard';

interface Sums {
  readonly rework: Readonly<Record<SiteId, Rework>>;
  readonly totals: Totals;
}

export function ReworkPart({ dashboard }: RoomProps) {
  const { store, now, utcOffsetMinutes } = dashboard;
  const sums = useLive<Sums>('rework', () =>
    query(store, async () => ({
      rework: await reworkBySite(store),
      totals: await periodTotals(store, 'all', now.peek(), utcOffsetMinutes),
    })),
  );
  return (
    <section class="stack" aria-labelledby="rework">
      <h2 id="rework">{t('chats.rework')}</h2>
      <p class="small soft">{t('chats.rework.explain')}</p>
      <Await value={sums} dashboard={dashboard}>
        {(value) => <Figures {...value} />}
      </Await>
    </section>
  );
}

function Figures({ rework, totals }: Sums) {
  const used = SITE_IDS.filter((site) => rework[site].tasks > 0);
  if (used.length === 0) return <p class="soft">{t('chats.rework.none')}</p>;
  const sum = (pick: (one: Rework) => number) => used.reduce((all, site) => all + pick(rework[site]), 0);
  const range = {
    low: sum(({ energyWh }) => energyWh.low),
    central: sum(({ energyWh }) => energyWh.central),
    high: sum(({ energyWh }) => energyWh.high),
  };
  const attempts = sum((one) => one.attempts);
  return (
    <>
      <p class="headline">
        <strong>
          {t('chats.rework.share', {
            share: formatShare(range.central / totals.total.energyWh.central, locale()),
          })}
        </strong>
        <span class="soft">
          {formatQuantity('energy', range.central, locale()).text},{' '}
          {t('range.likely', { range: formatRange('energy', range, locale()) })} ·{' '}
          {t('chats.rework.attempts', { count: attempts, formatted: formatCount(attempts, locale()) })}
        </span>
      </p>
      <ScrollX label={t('chats.rework.table')} narrow>
        <table>
          <caption class="visually-hidden">{t('chats.rework.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('history.site')}</th>
              <th scope="col" class="number">
                {t('chats.rework.tasks')}
              </th>
              <th scope="col" class="number">
                {t('chats.energy.not-kept')}
              </th>
              <th scope="col" class="number">
                {t('chats.share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {used.map((site) => (
              <tr key={site}>
                <th scope="row">
                  <Site site={site} />
                </th>
                <td class="number">{formatCount(rework[site].tasks, locale())}</td>
                <td class="number">
                  {formatQuantity('energy', rework[site].energyWh.central, locale()).text}
                </td>
                <td class="number">
                  {formatShare(
                    rework[site].energyWh.central / totals.bySite[site].energyWh.central,
                    locale(),
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </>
  );
}
