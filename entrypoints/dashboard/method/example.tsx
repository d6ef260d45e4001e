/** One prompt with the tables' values and with the person's own, so that a change is seen at once. */
import { estimatePrompt, type Workload } from '../../../lib/otm';
import { usableChoices } from '../../../lib/pricing';
import type { Range } from '../../../lib/prompt';
import { factorsFor, type Model } from '../../../lib/refdb';
import type { Settings } from '../../../lib/settings';
import { formatQuantity, formatRange } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';
import { type LogAxis, logAxis } from '../../../lib/ui/log-axis';
import { RangeBar } from '../../../lib/ui/range-bar';

/** The request that published comparisons use. */
export const EXAMPLE: Workload = {
  inputTokens: 100,
  contextTokens: 0,
  cachedTokens: 0,
  outputTokens: 300,
  reasoningTokens: 0,
  ttftSeconds: null,
  generationSeconds: null,
  thinking: { seen: false, statedSeconds: null },
  effort: null,
  secondsSinceLastTurn: null,
  tokenError: { low: 1, high: 1 },
  tokenMethod: 'exact',
  hiddenContext: 'none',
};

export function Example({ model, settings }: { model: Model; settings: Settings }) {
  const { overrides, gridZone } = usableChoices(settings);
  const subject = { model, guessed: false };
  const before = estimatePrompt(EXAMPLE, factorsFor(subject, { zone: gridZone })).energyWh;
  const changed = Object.keys(overrides).length > 0;
  const after = estimatePrompt(EXAMPLE, factorsFor(subject, { zone: gridZone, overrides })).energyWh;
  const axis = logAxis([before.low, before.high, after.low, after.high]);
  return (
    <section class="stack" aria-labelledby="method-example">
      <h3 id="method-example">{t('methodRoom.example', { model: model.displayName })}</h3>
      <dl class="example">
        <Line name={t('methodRoom.example.tables')} range={before} axis={axis} />
        {changed && <Line name={t('methodRoom.example.own')} range={after} axis={axis} />}
      </dl>
    </section>
  );
}

function Line({ name, range, axis }: { name: string; range: Range; axis: LogAxis }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <strong>{formatQuantity('energy', range.central, locale()).text}</strong>{' '}
        <span class="soft small">{formatRange('energy', range, locale())}</span>
        <RangeBar quantity="energy" range={range} axis={axis} compact />
      </dd>
    </>
  );
}
