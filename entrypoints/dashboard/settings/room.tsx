/** What the person chooses. Every change is saved at once and takes effect on all open pages. */
import './style.css';
import { askWorker } from '../../../lib/messages';
import type { Settings } from '../../../lib/settings';
import { t } from '../../../lib/ui/i18n';
import type { RoomProps } from '../dashboard';
import { Budgets } from './budgets';
import { Comparisons } from './comparisons';
import { Counting } from './counting';
import { Estimates, Grid } from './estimates';
import type { PartProps } from './parts';
import { Reading, Units } from './reading';
import { Retention } from './retention';

export function SettingsRoom({ dashboard: { settings, settingsFailure, changeSettings } }: RoomProps) {
  const change = async (next: Partial<Settings>) => {
    await changeSettings(next);
    // The worker applies a shorter keeping at once and not only at its next start.
    if (next.retentionDays) await askWorker('sweep', null).catch(() => undefined);
  };
  return (
    <SettingsParts
      settings={settings.value}
      change={(next) => void change(next)}
      failure={settingsFailure.value}
    />
  );
}

/** @param failure why the last change was not saved; null when it was */
export function SettingsParts({ failure, ...props }: PartProps & { readonly failure: string | null }) {
  return (
    <div class="settings-room">
      {failure !== null && <p role="alert">{t('settings.failed', { message: failure })}</p>}
      <Counting {...props} />
      <Grid {...props} />
      <Estimates {...props} />
      <Units {...props} />
      <Reading {...props} />
      <Comparisons {...props} />
      <Budgets {...props} />
      <Retention {...props} />
    </div>
  );
}
