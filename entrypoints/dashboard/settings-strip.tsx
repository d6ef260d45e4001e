import type { Settings } from '../../lib/settings';
import { t } from '../../lib/ui/i18n';
import { Segments } from '../../lib/ui/segments';
import { THEMES } from '../../lib/ui/theme';

const HEADLINES: readonly Settings['headline'][] = ['otm-shared', 'otm-v1'];

export interface SettingsStripProps {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
  /** Why the last change was not saved; null when it was. */
  readonly failure: string | null;
}

export function SettingsStrip({ settings, onChange, failure }: SettingsStripProps) {
  return (
    <section class="stack" aria-labelledby="settings">
      <h2 id="settings">{t('settings.title')}</h2>
      <div class="settings">
        <Segments
          legend={t('settings.headline')}
          showLegend
          options={HEADLINES.map((value) => ({ value, text: t(`settings.headline.${value}`) }))}
          value={settings.headline}
          onChange={(headline) => onChange({ headline })}
        />
        <Segments
          legend={t('settings.theme')}
          showLegend
          options={THEMES.map((value) => ({ value, text: t(`settings.theme.${value}`) }))}
          value={settings.theme}
          onChange={(theme) => onChange({ theme })}
        />
      </div>
      {failure !== null && <p role="alert">{t('settings.failed', { message: failure })}</p>}
    </section>
  );
}
