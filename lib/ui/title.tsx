import { t } from './i18n';

/** The extension's mark and name as a page's heading. */
export function Title() {
  return (
    <h1 class="title">
      <img src="/icon/32.png" alt="" width="20" height="20" />
      {t('app.name')}
    </h1>
  );
}
