/** Joins the popup's model to the store, the settings, the tab and the worker, and mounts it. */
import '../../assets/styles/tokens.css';
import '../../assets/styles/base.css';
import '../../assets/styles/components.css';
import './style.css';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { askWorker, type TabState } from '../../lib/messages';
import {
  parseSettings,
  readProblem,
  readSettings,
  watchProblem,
  watchSettings,
  writeSettings,
} from '../../lib/settings';
import { openStore } from '../../lib/store/db';
import { storeExporter } from '../../lib/ui/exporter';
import type { Source } from '../../lib/ui/live';
import { modelNames } from '../../lib/ui/model-names';
import { applyPreferences } from '../../lib/ui/preferences';
import { clock, localOffsetMinutes, stored, storeSources } from '../../lib/ui/sources';
import { App } from './app';
import { budgetModel } from './budgets';
import { popupModel } from './model';
import { askTabTrace, grantSite, readTabState, watchPermissions } from './tab';

/** The page does not report by itself, and a popup is open for seconds: asking again is enough. */
const TAB_INTERVAL_MS = 2_000;

const tab: Source<TabState> = (onValue, onError) => {
  const ask = () => void readTabState(location.search).then(onValue, onError);
  const timer = setInterval(ask, TAB_INTERVAL_MS);
  const stop = watchPermissions(ask);
  ask();
  return () => {
    clearInterval(timer);
    stop();
  };
};

/** The worker is woken for it, which would take the time of the first reads. */
const SWEEP_DELAY_MS = 300;
/** How long the page may wait for the store to open before it is built. */
const OPENING_MS = 50;

const utcOffsetMinutes = localOffsetMinutes();
const store = openStore();
const settings = signal(parseSettings(null));
const sources = storeSources(store, utcOffsetMinutes);
const model = popupModel(
  {
    ...sources,
    problem: stored(readProblem, watchProblem),
    clock,
    tab,
    isNewer: () => store.isNewer,
  },
  Date.now() / 1000,
  utcOffsetMinutes,
);

stored(readSettings, watchSettings)(
  (value) => {
    settings.value = value;
  },
  // Unreadable settings leave the defaults; a broken store reports itself.
  () => {},
);
effect(() => applyPreferences(settings.value, browser.i18n.getUILanguage()));

function mount(root: HTMLElement): void {
  render(
    <App
      model={model}
      settings={settings}
      budgets={budgetModel(sources.days, settings, model.today).states}
      onSettings={(change) => void writeSettings(change).catch(() => {})}
      names={modelNames()}
      utcOffsetMinutes={utcOffsetMinutes}
      exporter={storeExporter(store, readSettings)}
      onGrant={(site) => void grantSite(site)}
      askTrace={(action) => askTabTrace(location.search, action)}
      dashboardAddress={browser.runtime.getURL('/dashboard.html')}
    />,
    root,
  );
}

const root = document.getElementById('app');
if (root) {
  // Building the page takes as long as the reads: they are under way first, unless the store keeps them waiting.
  const opened = store.read().then(
    () => {},
    () => {},
  );
  const patience = new Promise<void>((go) => setTimeout(go, OPENING_MS));
  void Promise.race([opened, patience]).then(() => setTimeout(() => mount(root)));
}
// Prompts whose page is gone would stay "running" for ever in what is shown.
setTimeout(() => void askWorker('sweep', null).catch(() => {}), SWEEP_DELAY_MS);
