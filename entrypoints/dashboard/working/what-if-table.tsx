/** What would have been less: the alternatives with their numbers and how much less that is. */
import type { WhatIf } from '../../../lib/otm';
import type { Range } from '../../../lib/prompt';
import { formatChange, formatQuantity, formatRange, type Quantity } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';
import { ScrollX } from '../../../lib/ui/scroll-x';
import { zoneName } from '../../../lib/ui/zone-names';
import type { Working } from './working';

function nameOf({ name }: WhatIf, { smaller, cleaner, attempts }: Working): string {
  switch (name) {
    case 'smaller-model':
      return t('whatif.smaller-model', { model: smaller?.displayName ?? '' });
    case 'cleaner-grid':
      return t('whatif.cleaner-grid', { zone: cleaner ? zoneName(cleaner, locale()) : '' });
    case 'fewer-retries':
      return t('whatif.fewer-retries', { attempts });
    case 'no-thinking':
    case 'shorter-answer':
    case 'new-chat':
      return t(`whatif.${name}`);
  }
}

export function WhatIfTable({ working }: { working: Working }) {
  if (working.whatIfs.length === 0) return <p>{t('working.whatif.none')}</p>;
  return (
    <>
      <p class="small soft">{t('working.whatif.intro')}</p>
      <ScrollX label={t('working.whatif.change')}>
        <table class="small what-if">
          <thead>
            <tr>
              <th scope="col">{t('working.whatif.change')}</th>
              <th scope="col">{t('quantity.energy')}</th>
              <th scope="col">{t('quantity.co2e')}</th>
              <th scope="col">{t('quantity.water')}</th>
            </tr>
          </thead>
          <tbody>
            {working.whatIfs.map((one) => (
              <tr key={one.name}>
                <th scope="row">{nameOf(one, working)}</th>
                <Changed quantity="energy" range={one.energyWh} ratio={one.ratio.energy} />
                <Changed quantity="co2e" range={one.co2eGrams} ratio={one.ratio.co2e} />
                <Changed quantity="water" range={one.waterMl} ratio={one.ratio.water} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </>
  );
}

interface ChangedProps {
  readonly quantity: Quantity;
  readonly range: Range;
  readonly ratio: number;
}

function Changed({ quantity, range, ratio }: ChangedProps) {
  return (
    <td>
      <strong>{formatChange(ratio, 1, locale())}</strong>
      <span class="method-note">
        {formatQuantity(quantity, range.central, locale()).text} ({formatRange(quantity, range, locale())})
      </span>
    </td>
  );
}
