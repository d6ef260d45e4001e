/** Lists of one prompt's values, measured and estimated. */
import type { ComponentChildren } from 'preact';
import type { PromptRecord, StoredEstimate } from '../../lib/prompt';
import { resolveZone } from '../../lib/refdb/places/zones';
import { costText } from '../../lib/ui/cost';
import {
  formatCount,
  formatFactor,
  formatQuantity,
  formatRange,
  formatUnit,
  type Quantity,
} from '../../lib/ui/format';
import { formatDuration, formatMoment } from '../../lib/ui/format-time';
import { locale, t } from '../../lib/ui/i18n';
import { ModelDoubtText, ModelName, Status } from '../../lib/ui/labels';
import type { ModelNames } from '../../lib/ui/model-text';
import { RangeBar } from '../../lib/ui/range-bar';
import { Site } from '../../lib/ui/site-mark';
import { zoneName } from '../../lib/ui/zone-names';

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

/** Inferred from a time: two digits, as the halves and doubles around it allow no more. */
const inferred = (count: number) =>
  t('details.tokens', { count: Math.round(count), formatted: formatUnit(Math.round(count), null, locale()) });

/** A zone by its name; a code that the tables no longer have stands for itself. */
function gridName(code: string): string {
  const zone = resolveZone(code);
  return zone === null ? code : zoneName(zone, locale());
}

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
        <Fact name={t('details.reasoning')}>{inferred(estimate.reasoningTokens)}</Fact>
        <Fact name={t('details.cost')}>{costText(estimate.costUsd)}</Fact>
        <Fact name={t('details.grid')}>
          {t('details.grid.value', {
            zone: gridName(estimate.gridZone),
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
