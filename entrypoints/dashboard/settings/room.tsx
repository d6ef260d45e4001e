/** What the person chooses. */
import type { RoomProps } from '../dashboard';
import { SettingsStrip } from '../settings-strip';

export function SettingsRoom({ dashboard: { settings, settingsFailure, changeSettings } }: RoomProps) {
  return (
    <SettingsStrip
      settings={settings.value}
      onChange={(change) => void changeSettings(change)}
      failure={settingsFailure.value}
    />
  );
}
