/** The assumptions that were stored with a number, each with its source. */
import type { Assumption } from '../../../lib/prompt';
import type { FactorSet } from '../../../lib/store/types';
import { factorName, valueText } from '../../../lib/ui/factor-text';
import { formatCount } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';
import type { Loaded } from '../../../lib/ui/live';
import { ScrollX } from '../../../lib/ui/scroll-x';

export function StoredAssumptions({ factors }: { factors: Loaded<FactorSet | null> }) {
  switch (factors.kind) {
    case 'loading':
      return <p class="soft">{t('details.assumptions.loading')}</p>;
    case 'failed':
      return <p>{t(`problem.${factors.problem.kind}.body`)}</p>;
    case 'ready':
      return factors.value === null || factors.value.assumptions.length === 0 ? (
        <p class="soft">{t('details.assumptions.none')}</p>
      ) : (
        <details>
          <summary class="small">
            {t('working.stored', { formatted: formatCount(factors.value.assumptions.length, locale()) })}
          </summary>
          <AssumptionTable assumptions={factors.value.assumptions} />
        </details>
      );
  }
}

function AssumptionTable({ assumptions }: { assumptions: readonly Assumption[] }) {
  return (
    <ScrollX label={t('details.assumptions')}>
      <table class="small">
        <thead>
          <tr>
            <th scope="col">{t('details.name')}</th>
            <th scope="col" class="number">
              {t('details.value')}
            </th>
            <th scope="col">{t('details.source')}</th>
          </tr>
        </thead>
        <tbody>
          {assumptions.map(({ name, value, unit, source }) => (
            <tr key={name}>
              <th scope="row">{factorName(name)}</th>
              <td class="number">{typeof value === 'number' ? valueText(value, unit) : value}</td>
              <td>
                <SourceText text={source} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}

/** A source with its web address as a link, where it names one. */
function SourceText({ text }: { text: string }) {
  const [address] = /https?:\/\/[^\s)\]>,;]+/.exec(text) ?? [];
  if (address === undefined || !URL.canParse(address)) return <>{text}</>;
  const [before = '', after = ''] = text.split(address, 2);
  return (
    <>
      {before}
      <a href={address} target="_blank" rel="noreferrer">
        {address}
      </a>
      {after}
    </>
  );
}
