import type { SiteId } from '../prompt';
import { t } from './i18n';

const SHAPES: Readonly<Record<SiteId, string>> = {
  chatgpt: 'M5 0 A5 5 0 1 1 4.99 0 Z',
  claude: 'M0.5 0.5 H9.5 V9.5 H0.5 Z',
  gemini: 'M5 0 L10 5 L5 10 L0 5 Z',
};

/** A site's colour with a shape of its own, so that colour is never the only sign. */
export function SiteMark({ site }: { site: SiteId }) {
  return (
    <svg class="site-mark" viewBox="0 0 10 10" aria-hidden="true">
      <path class={`fill-${site}`} d={SHAPES[site]} />
    </svg>
  );
}

/** Mark and name of a site. */
export function Site({ site }: { site: SiteId }) {
  return (
    <span class="site">
      <SiteMark site={site} />
      {t(`site.${site}`)}
    </span>
  );
}
