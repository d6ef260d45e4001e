/** What the numbers leave out, for every prompt and for this one. */
import type { PromptRecord } from '../../../lib/prompt';
import { mediaSentences } from '../../../lib/ui/caveats';
import { formatQuantity } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';
import type { Working } from './working';

export function NotCounted({ record, working }: { record: PromptRecord; working: Working }) {
  return (
    <ul class="plain-list">
      {mediaSentences(record.media).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
      <li>
        {t('working.notCounted.always', {
          grams: formatQuantity('co2e', working.estimate.embodiedGrams, locale()).text,
        })}
      </li>
    </ul>
  );
}
