/** What the numbers leave out, for every prompt and for this one. */
import type { PromptRecord } from '../../../lib/prompt';
import { formatCount, formatQuantity } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';
import type { Working } from './working';

const KINDS = ['inputFiles', 'inputImages', 'outputImages'] as const;

export function NotCounted({ record, working }: { record: PromptRecord; working: Working }) {
  return (
    <ul class="plain-list">
      {KINDS.filter((kind) => record.media[kind] > 0).map((kind) => (
        <li key={kind}>
          {t(`working.notCounted.${kind}`, {
            count: record.media[kind],
            formatted: formatCount(record.media[kind], locale()),
          })}
        </li>
      ))}
      <li>
        {t('working.notCounted.always', {
          grams: formatQuantity('co2e', working.estimate.embodiedGrams, locale()).text,
        })}
      </li>
    </ul>
  );
}
