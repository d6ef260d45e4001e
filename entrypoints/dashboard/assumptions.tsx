/** Where a number comes from: the causes of its range, and every assumption with its source. */
import type { Assumption, StoredEstimate } from '../../lib/prompt';
import type { FactorSet } from '../../lib/store/types';
import { formatFactor, formatShare } from '../../lib/ui/format';
import { locale, t } from '../../lib/ui/i18n';
import type { Loaded } from '../../lib/ui/live';

export function RangeCauses({ causes }: { causes: StoredEstimate['rangeCauses'] }) {
  const rows = Object.entries(causes).sort(([, a], [, b]) => b.high + b.low - (a.high + a.low));
  return (
    <table class="small">
      <thead>
        <tr>
          <th scope="col">{t('details.cause')}</th>
          <th scope="col" class="number">
            {t('details.range.low')}
          </th>
          <th scope="col" class="number">
            {t('details.range.high')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([cause, { low, high }]) => (
          <tr key={cause}>
            <th scope="row">{cause}</th>
            <td class="number">{formatShare(low, locale())}</td>
            <td class="number">{formatShare(high, locale())}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Assumptions({ factors }: { factors: Loaded<FactorSet | null> }) {
  switch (factors.kind) {
    case 'loading':
      return <p class="soft">{t('details.assumptions.loading')}</p>;
    case 'failed':
      return <p>{t(`problem.${factors.problem.kind}.body`)}</p>;
    case 'ready':
      return factors.value === null || factors.value.assumptions.length === 0 ? (
        <p class="soft">{t('details.assumptions.none')}</p>
      ) : (
        <AssumptionTable assumptions={factors.value.assumptions} />
      );
  }
}

function AssumptionTable({ assumptions }: { assumptions: readonly Assumption[] }) {
  return (
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
            <th scope="row">{name}</th>
            <td class="number">
              {typeof value === 'number' ? formatFactor(value, locale()) : value} {unit}
            </td>
            <td>
              <SourceText text={source} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
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
