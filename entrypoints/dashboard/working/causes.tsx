/** What makes the range wide, by its share of either side. */
import type { StoredEstimate } from '../../../lib/prompt';
import { becauseText, rankedCauses } from '../../../lib/ui/because';
import { causeName } from '../../../lib/ui/factor-text';
import { formatShare } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';
import { ScrollX } from '../../../lib/ui/scroll-x';

export function RangeCauses({ causes }: { causes: StoredEstimate['rangeCauses'] }) {
  const because = becauseText(causes);
  return (
    <>
      {because && <p>{because}</p>}
      <ScrollX label={t('details.cause')}>
        <table class="small causes">
          <thead>
            <tr>
              <th scope="col">{t('details.cause')}</th>
              <th scope="col" class="number">
                {t('working.causes.low')}
              </th>
              <th scope="col" class="number">
                {t('working.causes.high')}
              </th>
              <td class="cause-bar" />
            </tr>
          </thead>
          <tbody>
            {rankedCauses(causes).map(({ cause, low, high }) => (
              <tr key={cause}>
                <th scope="row">{causeName(cause)}</th>
                <td class="number">{formatShare(low, locale())}</td>
                <td class="number">{formatShare(high, locale())}</td>
                <td class="cause-bar">
                  <svg class="range-bar" width="100%" height="14" aria-hidden="true">
                    <rect
                      class="energy"
                      width={`${(((low + high) / 2) * 100).toFixed(1)}%`}
                      y="3"
                      height="8"
                      rx="2"
                    />
                  </svg>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </>
  );
}
