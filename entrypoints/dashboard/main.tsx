/** Joins the dashboard's models to the store and the settings, and mounts it. */
import '../../assets/styles/tokens.css';
import '../../assets/styles/base.css';
import '../../assets/styles/components.css';
import '../../assets/styles/working.css';
import './style.css';
import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { askWorker } from '../../lib/messages';
import {
  parseSettings,
  readProblem,
  readSettings,
  type Settings,
  watchProblem,
  watchSettings,
  writeSettings,
} from '../../lib/settings';
import { openStore } from '../../lib/store/db';
import { getFactorSet } from '../../lib/store/factor-sets';
import { countAll, getRecord, recordsOfTask } from '../../lib/store/queries';
import { deleteAll } from '../../lib/store/remove';
import { errorText } from '../../lib/ui/error-text';
import { storeExporter } from '../../lib/ui/exporter';
import { dayKey } from '../../lib/ui/format-time';
import { t } from '../../lib/ui/i18n';
import { modelNames } from '../../lib/ui/model-names';
import { applyPreferences } from '../../lib/ui/preferences';
import { clock, localOffsetMinutes, query, stored } from '../../lib/ui/sources';
import { App } from './app';
import { deleteModel } from './delete-model';
import { importModel } from './import-model';
import { dashboardModel } from './model';
import { parseRoute } from './route';
import { followPrompt } from './working/address';

/** The worker is woken for it, which would take the time of the first reads. */
const SWEEP_DELAY_MS = 300;

const utcOffsetMinutes = localOffsetMinutes();
const store = openStore();
const settings = signal(parseSettings(null));
const route = signal(parseRoute(location.hash));
addEventListener('hashchange', () => {
  route.value = parseRoute(location.hash);
});
const settingsFailure = signal<string | null>(null);

async function changeSettings(change: Partial<Settings>): Promise<void> {
  settings.value = { ...settings.value, ...change };
  try {
    await writeSettings(change);
    settingsFailure.value = null;
  } catch (error) {
    settingsFailure.value = errorText(error);
  }
}

const now = signal(Date.now() / 1000);
clock(
  (value) => {
    now.value = value;
  },
  () => {},
);

const model = dashboardModel({
  factorSet: (key) => getFactorSet(store, key),
  working: async (record, set) => {
    const [{ workOut }, task] = await Promise.all([
      import('./working/working'),
      recordsOfTask(store, record.taskId),
    ]);
    return workOut(record, set, task);
  },
  problem: stored(readProblem, watchProblem),
  newer: query(store, async () => store.isNewer),
});

followPrompt({
  route,
  model,
  read: (id) => getRecord(store, id),
  replace: (hash) => {
    history.replaceState(null, '', hash);
    route.value = parseRoute(hash);
  },
});

const imports = importModel({
  preview: async (file) => (await import('../../lib/store/import')).previewImport(store, file),
  run: async (file, mode) => {
    const wasEmpty = (await countAll(store)).records === 0;
    const report = await (await import('../../lib/store/import')).importFile(store, file, { mode });
    // Adding a file to one's own data must not change how one looks at it.
    if (report.settings !== null && (mode === 'replace' || wasEmpty)) {
      await changeSettings(parseSettings(report.settings));
    }
    return report;
  },
});

stored(readSettings, watchSettings)(
  (value) => {
    settings.value = value;
  },
  // Unreadable settings leave the defaults; a broken store reports itself.
  () => {},
);
effect(() => applyPreferences(settings.value, browser.i18n.getUILanguage()));
effect(() => {
  document.title = t('dashboard.title', { room: t(`nav.${route.value.room}`) });
});

const root = document.getElementById('app');
if (root) {
  render(
    <App
      dashboard={{
        store,
        model,
        route,
        settings,
        settingsFailure,
        changeSettings,
        names: modelNames(),
        utcOffsetMinutes,
        now,
        today: computed(() => dayKey(now.value, utcOffsetMinutes)),
        exporter: storeExporter(store, readSettings),
        imports,
        deletion: deleteModel(
          () => t('delete.word'),
          () => deleteAll(store),
        ),
        openPrompt: (record) => void model.openPrompt(record),
      }}
    />,
    root,
  );
}
// Prompts whose page is gone would otherwise be missing from the list.
setTimeout(() => void askWorker('sweep', null).catch(() => {}), SWEEP_DELAY_MS);
