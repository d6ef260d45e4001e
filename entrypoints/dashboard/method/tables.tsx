/** The reference tables: how many rows, from where, under which licence. */
import { otmVersion } from '../../../lib/otm';
import { refdbVersion, tableSources } from '../../../lib/refdb';
import { formatCount } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';
import { ScrollX } from '../../../lib/ui/scroll-x';
import { SourceLink } from '../../../lib/ui/source-link';
import { TablesAge } from '../../../lib/ui/tables-age';
import { Part } from '../settings/parts';

const licenceText = (licence: string): string =>
  licence === 'facts' ? t('methodRoom.licence.facts') : licence;

export function Tables() {
  return (
    <Part title="methodRoom.tables">
      <p class="soft">{t('details.versions.value', { refdb: refdbVersion, otm: otmVersion })}</p>
      <TablesAge now={Date.now() / 1000} />
      <ScrollX label={t('methodRoom.tables')}>
        <table class="small factors">
          <thead>
            <tr>
              <th scope="col">{t('methodRoom.table')}</th>
              <th scope="col" class="number">
                {t('methodRoom.rows')}
              </th>
              <th scope="col">{t('working.source')}</th>
              <th scope="col">{t('methodRoom.licence')}</th>
            </tr>
          </thead>
          <tbody>
            {tableSources().map(({ table, rows, sources }) =>
              sources.map((source, index) => (
                <tr key={source.title + source.date}>
                  {index === 0 && (
                    <>
                      <th scope="rowgroup" rowSpan={sources.length}>
                        {t(`methodRoom.table.${table}`)}
                      </th>
                      <td class="number" rowSpan={sources.length}>
                        {formatCount(rows, locale())}
                      </td>
                    </>
                  )}
                  <td>
                    <SourceLink source={source} />
                  </td>
                  <td>{licenceText(source.licence)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </ScrollX>
    </Part>
  );
}
