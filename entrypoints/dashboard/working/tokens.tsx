/** Hidden thinking and re-read context in words: how they were inferred. */
import type { PromptRecord } from '../../../lib/prompt';
import { formatCount, formatFactor, formatShare, formatUnit } from '../../../lib/ui/format';
import { formatDuration } from '../../../lib/ui/format-time';
import { locale, t } from '../../../lib/ui/i18n';
import type { Working } from './working';

const count = (value: number): string => formatCount(Math.round(value), locale());
const roughly = (value: number): string => formatUnit(Math.round(value), null, locale());
const tokens = (value: number, shown = count): string =>
  t('details.tokens', { count: Math.round(value), formatted: shown(value) });

function reasoningText({ estimate: { reasoning } }: Working): string {
  const { basis, seconds, tokensPerSecond } = reasoning;
  // What is inferred has two digits; what was given is exact.
  const shown = basis === 'given' ? count : roughly;
  const range = {
    tokens: tokens(reasoning.tokens.central, shown),
    low: shown(reasoning.tokens.low),
    high: shown(reasoning.tokens.high),
  };
  switch (basis) {
    case 'model-without-reasoning':
    case 'instant-label':
    case 'refused':
      return t(`working.reasoning.${basis}`);
    case 'given':
    case 'effort-default':
    case 'stopped':
      return t(`working.reasoning.${basis}`, range);
    case 'stated-duration':
    case 'waiting-time':
      return basis === 'waiting-time' && reasoning.tokens.high === 0
        ? t('working.reasoning.waiting-time.none')
        : t(`working.reasoning.${basis}`, {
            ...range,
            seconds: formatDuration(seconds, locale()),
            speed: formatFactor(Number((tokensPerSecond ?? 0).toPrecision(2)), locale()),
          });
  }
}

function contextText({ workload, estimate }: Working): string {
  if (workload.contextTokens === 0 || estimate.readTokens === 0) return t('working.context.none');
  return t('working.context', {
    context: tokens(workload.contextTokens),
    share: formatShare(estimate.cachedTokens / workload.contextTokens, locale()),
  });
}

export function Tokens({ working, record }: { working: Working; record: PromptRecord }) {
  return (
    <>
      <p>{reasoningText(working)}</p>
      <p>{contextText(working)}</p>
      {!record.context.complete && <p>{t('working.context.incomplete')}</p>}
    </>
  );
}
