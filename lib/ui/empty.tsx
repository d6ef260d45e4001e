import { SITE_IDS, type SiteId } from '../prompt';
import { type MessageKey, t } from './i18n';
import { Notice } from './notice';

/** Where a new chat begins. Links only: nothing is asked of them until they are pressed. */
const NEW_CHAT: Readonly<Record<SiteId, string>> = {
  chatgpt: 'https://chatgpt.com/',
  claude: 'https://claude.ai/new',
  gemini: 'https://gemini.google.com/app',
};

export interface EmptyProps {
  readonly next: Extract<MessageKey, `empty.${string}`>;
  /** Where a file is imported, for views that say so and cannot do it themselves. */
  readonly importAddress?: string;
}

/** The first run: nothing stored yet, and what to do about it. */
export function Empty({ next, importAddress }: EmptyProps) {
  return (
    <Notice tone="plain" title={t('empty.title')}>
      <p>{t(next)}</p>
      <p class="row">
        {SITE_IDS.map((site) => (
          <a key={site} class="button" href={NEW_CHAT[site]} target="_blank" rel="noreferrer">
            {t(`site.${site}`)}
          </a>
        ))}
        {importAddress !== undefined && <a href={importAddress}>{t('empty.import')}</a>}
      </p>
      <p class="small soft">{t('empty.privacy')}</p>
    </Notice>
  );
}
