/** Every factor of the formula with value, range, unit, source and link; the rest of them on demand. */
import type { Assumption } from '../../../lib/prompt';
import type { FactorName } from '../../../lib/refdb/types';
import { formatCount, formatFactor, formatShare } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';
import { SourceLink } from '../../../lib/ui/source-link';
import { FactorRow, FactorTable, Term } from './factor-rows';
import { formulaParts, isRecent } from './parts';
import type { Working } from './working';

const IN_FORMULA: readonly FactorName[] = [
  'hostOverhead',
  'provisionedIdle',
  'pue',
  'reasoningWeight',
  'prefillRatio',
  'cacheRatio',
  'gridGco2ePerKwh',
  'wueOnSite',
  'wueOffSite',
];
const shown: ReadonlySet<string> = new Set(IN_FORMULA);

const count = (value: number): string => formatCount(Math.round(value), locale());

export function Terms({ working }: { working: Working }) {
  const { workload, factors, estimate } = working;
  const parts = formulaParts(working);
  const share = workload.contextTokens > 0 ? parts.nCached / workload.contextTokens : 0;
  const all = Object.values(factors.values).filter(({ name }) => !shown.has(name));
  return (
    <>
      <FactorTable caption={t('working.terms')}>
        <Term name={t('working.term.nOut')} value={count(parts.nOut)}>
          {t('working.term.nOut.source', {
            visible: count(workload.outputTokens),
            hidden: count(estimate.reasoningTokens.central),
          })}
        </Term>
        <Term name={t('working.term.nIn')} value={count(parts.nIn)}>
          {t('working.term.nIn.source', {
            prompt: count(workload.inputTokens),
            context: count(workload.contextTokens),
          })}
        </Term>
        <Term name={t('working.term.nCached')} value={count(parts.nCached)}>
          {workload.contextTokens === 0
            ? t('working.term.nCached.none')
            : t('working.term.nCached.source', {
                share: formatShare(share, locale()),
                why: t(isRecent(working) ? 'working.term.cached.recent' : 'working.term.cached.stale'),
              })}
        </Term>
        <Term name={t('working.term.eGpu')} value={`${formatFactor(parts.eGpuJoules, locale())}\u00a0J`}>
          {t('working.term.eGpu.source')}
          {'. '}
          <SourceLink source={factors.values.fitIntercept.source} />
        </Term>
        {parts.nApp > 0 && (
          <Term name={t('working.term.nApp')} value={count(parts.nApp)}>
            <span class="tag">{t('working.own')}</span>
          </Term>
        )}
        {IN_FORMULA.map((name) => (
          <FactorRow key={name} factor={factors.values[name]} />
        ))}
      </FactorTable>
      <details>
        <summary class="small">{t('working.more', { formatted: count(all.length) })}</summary>
        <FactorTable caption={t('working.more', { formatted: count(all.length) })}>
          {all.map((factor) => (
            <FactorRow key={factor.name} factor={factor} />
          ))}
        </FactorTable>
      </details>
      <PeerInputs assumptions={estimate.assumptions()} />
    </>
  );
}

/** What the other methods are given; each has its own words for it, which its readers know. */
function PeerInputs({ assumptions }: { assumptions: readonly Assumption[] }) {
  const rows = assumptions.filter(({ name }) => name.includes('.'));
  return (
    <details>
      <summary class="small">{t('working.peers', { formatted: count(rows.length) })}</summary>
      <FactorTable caption={t('working.peers', { formatted: count(rows.length) })}>
        {rows.map(({ name, value, source }) => (
          <Term
            key={name}
            name={name}
            value={typeof value === 'number' ? formatFactor(value, locale()) : value}
          >
            {source}
          </Term>
        ))}
      </FactorTable>
    </details>
  );
}
