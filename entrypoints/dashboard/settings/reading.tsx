import { BADGE_CONTENTS, ENERGY_UNITS, LANGUAGES, UNIT_SYSTEMS } from '../../../lib/settings';
import { t } from '../../../lib/ui/i18n';
import { Segments } from '../../../lib/ui/segments';
import { THEMES } from '../../../lib/ui/theme';
import { Currency } from './currency';
import { Check, Choice, Part, type PartProps } from './parts';

/** Languages in their own words: who needs the choice may not read the page's language. */
const OWN_NAMES: Readonly<Record<(typeof LANGUAGES)[number], string>> = {
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
};

/** How the pages look and read. */
export function Reading({ settings, change }: PartProps) {
  const language = LANGUAGES.find((one) => settings.locale?.split('-')[0] === one) ?? '';
  return (
    <Part title="settings.reading">
      <div class="settings">
        <Segments
          legend={t('settings.theme')}
          showLegend
          options={THEMES.map((value) => ({ value, text: t(`settings.theme.${value}`) }))}
          value={settings.theme}
          onChange={(theme) => change({ theme })}
        />
        <Segments
          legend={t('settings.badge')}
          showLegend
          options={BADGE_CONTENTS.map((value) => ({ value, text: t(`settings.badge.${value}`) }))}
          value={settings.badge}
          onChange={(badge) => change({ badge })}
        />
        <Choice
          label={t('settings.language')}
          value={language}
          options={[
            { value: '', text: t('settings.language.browser') },
            ...LANGUAGES.map((value) => ({ value, text: OWN_NAMES[value] })),
          ]}
          onChange={(locale) => change({ locale: locale || null })}
        />
      </div>
      <Check checked={settings.inPageLine} onChange={(inPageLine) => change({ inPageLine })}>
        {t('settings.line')}
      </Check>
      <p class="small soft">{t('settings.line.hint')}</p>
    </Part>
  );
}

/** In which units amounts are written. */
export function Units({ settings, change }: PartProps) {
  return (
    <Part title="settings.units" hint="settings.units.hint">
      <div class="settings">
        <Segments
          legend={t('settings.energy-unit')}
          showLegend
          options={ENERGY_UNITS.map((value) => ({ value, text: t(`settings.energy-unit.${value}`) }))}
          value={settings.energyUnit}
          onChange={(energyUnit) => change({ energyUnit })}
        />
        <Segments
          legend={t('settings.unit-system')}
          showLegend
          options={UNIT_SYSTEMS.map((value) => ({ value, text: t(`settings.unit-system.${value}`) }))}
          value={settings.unitSystem}
          onChange={(unitSystem) => change({ unitSystem })}
        />
      </div>
      <Currency settings={settings} change={change} />
    </Part>
  );
}
