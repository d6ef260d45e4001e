/** Lists of one prompt's values, measured and estimated. */
import type { ComponentChildren } from 'preact';
import type { PromptRecord, StoredEstimate } from '../../lib/prompt';
import { costText } from '../../lib/ui/cost';
import { formatCount, formatFactor, formatQuantity, formatRange, type Quantity } from '../../lib/ui/format';
import { formatDuration, formatMoment } from '../../lib/ui/format-time';
import { locale, t } from '../../lib/ui/i18n';
import { ModelDoubtText, ModelName, Status } from '../../lib/ui/labels';
import type { ModelNames } from '../../lib/ui/model-text';
import { RangeBar } from '../../lib/ui/range-bar';
import { Site } from '../../lib/ui/site-mark';

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </>
  );
}

const tokens = (count: number) => t('details.tokens', { count, formatted: formatCount(count, locale()) });

const counted = (count: number, characters: number) =>
  t('details.tokens.characters', { tokens: tokens(count), characters: formatCount(characters, locale()) });

/** Seconds between two moments, never negative: a clock may have jumped back. */
const between = (from: number | null, to: number | null): number | null =>
  from === null || to === null ? null : Math.max(0, to - from);

export function MeasuredFacts({ record, names }: { record: PromptRecord; names: ModelNames }) {
  return (
    <>
      <dl class="facts">
        <Fact name={t('details.sent')}>
          {formatMoment(record.startTime, record.utcOffsetMinutes, locale())}
        </Fact>
        <Fact name={t('details.site')}>
          <Site site={record.site} />
        </Fact>
        <Fact name={t('details.page-word')}>
          <bdi>{record.modelLabel || t('details.page-word.none')}</bdi>
        </Fact>
        <Fact name={t('details.model')}>
          <ModelName record={record} names={names} />
        </Fact>
        <Fact name={t('details.status')}>
          <Status status={record.status} />
        </Fact>
        <Fact name={t('details.attempt')}>
          {t('details.attempt.value', {
            attempt: record.attempt,
            kind: t(`attempt.${record.attemptKind}`),
          })}
        </Fact>
        <Fact name={t('details.ttft')}>
          {formatDuration(between(record.startTime, record.firstTokenTime), locale())}
        </Fact>
        <Fact name={t('details.generation')}>
          {formatDuration(between(record.firstTokenTime, record.lastTokenTime), locale())}
        </Fact>
        <Fact name={t('details.input')}>{counted(record.inputTokens, record.inputTextLength)}</Fact>
        <Fact name={t('details.context')}>{counted(record.contextTokens, record.context.textLength)}</Fact>
        <Fact name={t('details.output')}>{counted(record.outputTokens, record.outputTextLength)}</Fact>
        <Fact name={t('details.method')}>{t(`method.${record.tokenMethod}`)}</Fact>
      </dl>
      <ModelDoubtText record={record} />
    </>
  );
}

export function EstimatedFacts({ record }: { record: PromptRecord }) {
  const { estimate, formerEstimate } = record;
  const value = (quantity: Quantity, amount: number) => formatQuantity(quantity, amount, locale()).text;
  return (
    <>
      <RangeBar
        quantity="energy"
        range={estimate.energyWh}
        marker={{ name: 'v1.name', value: estimate.otmV1EnergyWh }}
      />
      <dl class="facts">
        <Fact name={t('shared.name')}>
          {ranged('energy', estimate.energyWh)} <span class="soft">· {t('shared.note')}</span>
        </Fact>
        <Fact name={t('v1.name')}>
          {value('energy', estimate.otmV1EnergyWh)} <span class="soft">· {t('v1.note')}</span>
        </Fact>
        <Fact name={t('quantity.co2e')}>{ranged('co2e', estimate.co2eGrams)}</Fact>
        <Fact name={t('quantity.water')}>{ranged('water', estimate.waterMl)}</Fact>
        <Fact name={t('details.water')}>
          {t('details.water.place', {
            onSite: value('water', estimate.waterOnSiteMl),
            offSite: value('water', estimate.waterOffSiteMl),
          })}
        </Fact>
        <Fact name={t('details.reasoning')}>{tokens(Math.round(estimate.reasoningTokens))}</Fact>
        <Fact name={t('details.cost')}>{costText(estimate.costUsd)}</Fact>
        <Fact name={t('details.grid')}>
          {t('details.grid.value', {
            zone: estimate.gridZone,
            intensity: formatFactor(estimate.gridGco2ePerKwh, locale()),
          })}
        </Fact>
        <Fact name={t('details.pue')}>{formatFactor(estimate.pue, locale())}</Fact>
        <Fact name={t('details.versions')}>
          {t('details.versions.value', { refdb: estimate.refdbVersion, otm: estimate.otmVersion })}
        </Fact>
        {formerEstimate && (
          <Fact name={t('details.former')}>{ranged('energy', formerEstimate.energyWh)}</Fact>
        )}
      </dl>
    </>
  );
}

function ranged(quantity: Quantity, range: StoredEstimate['energyWh']): string {
  const central = formatQuantity(quantity, range.central, locale()).text;
  return `${central}, ${t('range.likely', { range: formatRange(quantity, range, locale()) })}`;
}
