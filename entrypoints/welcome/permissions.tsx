import { SITE_IDS, type SiteId } from '../../lib/prompt';
import { t } from '../../lib/ui/i18n';
import { Site } from '../../lib/ui/site-mark';

/** Which sites the browser lets the extension read; null while that is not known. */
export type Allowed = Readonly<Record<SiteId, boolean>> | null;

interface PermissionsProps {
  readonly allowed: Allowed;
  /** Asks the browser for a site; must be called inside the press. */
  readonly onGrant: (site: SiteId) => void;
}

/** A line per site: read, or a button that asks for it. */
export function Permissions({ allowed, onGrant }: PermissionsProps) {
  return (
    <ul class="sites">
      {SITE_IDS.map((site) => (
        <li key={site} class="row spread">
          <Site site={site} />
          {allowed === null ? (
            <span class="soft">{t('welcome.sites.asking')}</span>
          ) : allowed[site] ? (
            <span class="tag good">{t('welcome.sites.allowed')}</span>
          ) : (
            <button type="button" class="primary" onClick={() => onGrant(site)}>
              {t('tab.withheld.grant', { site: t(`site.${site}`) })}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
