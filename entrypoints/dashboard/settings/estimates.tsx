import { SITE_IDS, type SiteId } from '../../../lib/prompt';
import { models, siteProvider } from '../../../lib/refdb/models';
import type { Settings } from '../../../lib/settings';
import { t } from '../../../lib/ui/i18n';
import { Segments } from '../../../lib/ui/segments';
import { ZonePicker } from '../../../lib/ui/zone-picker';
import { routeHash } from '../route';
import { Choice, Part, type PartProps } from './parts';

const HEADLINES: readonly Settings['headline'][] = ['otm-shared', 'otm-v1'];

/** The electricity that the data centres are taken to use. */
export function Grid({ settings, change }: PartProps) {
  return (
    <Part title="settings.grid" hint="settings.grid.hint">
      <ZonePicker zone={settings.gridZone} onChoose={(gridZone) => change({ gridZone })} />
      <p class="small soft">
        {t('settings.new-prompts')} <a href={routeHash('data')}>{t('settings.reestimate')}</a>
      </p>
    </Part>
  );
}

const modelsOf = (site: SiteId) =>
  models
    .filter(({ provider, id }) => provider === siteProvider(site) && !id.startsWith('unknown-'))
    .toSorted((a, b) => b.release.localeCompare(a.release))
    .map(({ id, displayName }) => ({ value: id, text: displayName }));

/** Which estimate comes first, and what is assumed of a page that does not name its model. */
export function Estimates({ settings, change }: PartProps) {
  const { defaultModels } = settings;
  return (
    <Part title="settings.estimates">
      <Segments
        legend={t('settings.headline')}
        showLegend
        options={HEADLINES.map((value) => ({ value, text: t(`settings.headline.${value}`) }))}
        value={settings.headline}
        onChange={(headline) => change({ headline })}
      />
      <h3>{t('settings.models')}</h3>
      <p class="soft">{t('settings.models.hint')}</p>
      <div class="fields">
        {SITE_IDS.map((site) => (
          <Choice
            key={site}
            label={t(`site.${site}`)}
            value={defaultModels[site] ?? ''}
            options={[{ value: '', text: t('settings.models.none') }, ...modelsOf(site)]}
            onChange={(id) => change({ defaultModels: { ...defaultModels, [site]: id || null } })}
          />
        ))}
      </div>
    </Part>
  );
}
