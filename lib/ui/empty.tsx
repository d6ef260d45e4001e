import { type MessageKey, t } from './i18n';
import { Notice } from './notice';

/** The first run: nothing stored yet, and what to do about it. */
export function Empty({ next }: { next: Extract<MessageKey, `empty.${string}`> }) {
  return (
    <Notice tone="plain" title={t('empty.title')}>
      <p>{t(next)}</p>
      <p class="small soft">{t('empty.privacy')}</p>
    </Notice>
  );
}
