import { SITE_IDS } from '../../../lib/prompt';
import { t } from '../../../lib/ui/i18n';
import { SiteMark } from '../../../lib/ui/site-mark';
import { Check, Part, type PartProps } from './parts';

/** Where prompts are counted. */
export function Counting({ settings: { paused, sites }, change }: PartProps) {
  return (
    <Part title="settings.counting" hint="settings.counting.hint">
      <Check checked={paused} onChange={(next) => change({ paused: next })}>
        {t('settings.paused')}
      </Check>
      <fieldset class="plain stack">
        <legend class="visually-hidden">{t('settings.sites')}</legend>
        {SITE_IDS.map((site) => (
          <Check
            key={site}
            checked={sites[site]}
            disabled={paused}
            onChange={(on) => change({ sites: { ...sites, [site]: on } })}
          >
            <SiteMark site={site} /> {t('settings.site', { site: t(`site.${site}`) })}
          </Check>
        ))}
      </fieldset>
    </Part>
  );
}
