/** How the methods do against what has been published: the report's own figures, in brief. */
import summary from '../../../assets/validation-summary.json';
import { ESTIMATORS } from '../../../lib/ui/factor-text';
import { formatCount, formatFactor, formatShare } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';
import { ScrollX } from '../../../lib/ui/scroll-x';
import { Part } from '../settings/parts';

const factor = (value: number): string => `×${formatFactor(Number(value.toPrecision(3)), locale())}`;

export function Validation() {
  const { heldBack, measured } = summary;
  return (
    <Part title="methodRoom.validation">
      <p>
        {t('methodRoom.validation.heldBack', {
          figures: formatCount(heldBack.figures, locale()),
          factor: factor(heldBack.errorFactor),
          inside: formatShare(heldBack.inside, locale()),
        })}
      </p>
      <p>
        {t('methodRoom.validation.measured', {
          configurations: formatCount(measured.configurations, locale()),
          factor: factor(measured.rms),
        })}
      </p>
      <p class="soft">{t('methodRoom.validation.few')}</p>
      <ScrollX label={t('methodRoom.validation')}>
        <table class="small">
          <caption class="visually-hidden">{t('methodRoom.validation')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('methods.method')}</th>
              <th scope="col" class="number">
                {t('methodRoom.validation.figures')}
              </th>
              <th scope="col" class="number">
                {t('methodRoom.validation.error')}
              </th>
              <th scope="col" class="number">
                {t('methodRoom.validation.inside')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ESTIMATORS.flatMap((name) => summary.methods.filter((one) => one.name === name)).map((one) => (
              <tr key={one.name}>
                <th scope="row">{nameOf(one.name)}</th>
                <td class="number">{formatCount(one.figures, locale())}</td>
                <td class="number">{factor(one.errorFactor)}</td>
                <td class="number">{formatShare(one.inside, locale())}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
      <p class="small soft">
        {t('details.versions.value', { refdb: summary.refdbVersion, otm: summary.otmVersion })}
      </p>
    </Part>
  );
}

function nameOf(name: string): string {
  const known = ESTIMATORS.find((estimator) => estimator === name);
  return known === undefined ? name : t(`estimator.${known}`);
}
