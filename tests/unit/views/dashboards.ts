/** What the rooms of the dashboard are given in tests: a real store, and stand-ins for the rest. */
import { signal } from '@preact/signals';
import type { Dashboard } from '../../../entrypoints/dashboard/dashboard';
import { deleteModel } from '../../../entrypoints/dashboard/delete-model';
import { importModel } from '../../../entrypoints/dashboard/import-model';
import { dashboardModel } from '../../../entrypoints/dashboard/model';
import { parseRoute } from '../../../entrypoints/dashboard/route';
import { openStore, type Store } from '../../../lib/store/db';
import { dayKey } from '../../../lib/ui/format-time';
import type { Problem } from '../../../lib/ui/problem';
import { SETTINGS, START } from './records';
import { played } from './sources';

const never = async (): Promise<never> => {
  throw new Error('not part of this test');
};

let stores = 0;

/** An empty store of its own; fake-indexeddb must be loaded before. */
export const viewStore = (): Store => openStore(`views-${++stores}`);

export function dashboardOf(store: Store, hash: string, parts: Partial<Dashboard> = {}): Dashboard {
  return {
    store,
    model: dashboardModel({
      factorSet: async () => null,
      working: async () => null,
      problem: played<Problem | null>(null).source,
      newer: played<boolean>(false).source,
    }),
    route: signal(parseRoute(hash)),
    settings: signal(SETTINGS),
    settingsFailure: signal(null),
    changeSettings: async () => {},
    names: signal(() => null),
    utcOffsetMinutes: 60,
    now: signal(START),
    today: signal(dayKey(START, 60)),
    exporter: async () => new Blob(),
    imports: importModel({ preview: never, run: never }),
    deletion: deleteModel(() => 'delete', never),
    openPrompt: () => {},
    ...parts,
  };
}
