/** What every room of the dashboard is given. */
import type { ReadonlySignal } from '@preact/signals';
import type { PromptRecord } from '../../lib/prompt';
import type { Settings } from '../../lib/settings';
import type { Store } from '../../lib/store/db';
import type { Exporter } from '../../lib/ui/export-buttons';
import type { ModelNames } from '../../lib/ui/model-text';
import type { DeleteModel } from './delete-model';
import type { ImportModel } from './import-model';
import type { DashboardModel } from './model';
import type { Route } from './route';

export interface Dashboard {
  readonly store: Store;
  readonly model: DashboardModel;
  readonly route: ReadonlySignal<Route>;
  readonly settings: ReadonlySignal<Settings>;
  /** Why the last change of a setting was not saved; null when it was. */
  readonly settingsFailure: ReadonlySignal<string | null>;
  readonly changeSettings: (change: Partial<Settings>) => Promise<void>;
  readonly names: ReadonlySignal<ModelNames>;
  /** Minutes to add to UTC for local time now. */
  readonly utcOffsetMinutes: number;
  /** Unix seconds, once a second. */
  readonly now: ReadonlySignal<number>;
  /** The local day `YYYY-MM-DD`. */
  readonly today: ReadonlySignal<string>;
  readonly exporter: Exporter;
  readonly imports: ImportModel;
  readonly deletion: DeleteModel;
  /** Opens the working of a prompt over whatever room is shown. */
  readonly openPrompt: (record: PromptRecord) => void;
}

/** What the component of a room gets. */
export interface RoomProps {
  readonly dashboard: Dashboard;
}
