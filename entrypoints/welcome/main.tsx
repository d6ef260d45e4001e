/** Joins the welcome page to the settings and the browser's permissions, and mounts it. */
import '../../assets/styles/tokens.css';
import '../../assets/styles/base.css';
import '../../assets/styles/components.css';
import './style.css';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { SiteId } from '../../lib/prompt';
import { parseSettings, readSettings, type Settings, watchSettings, writeSettings } from '../../lib/settings';
import { errorText } from '../../lib/ui/error-text';
import { t } from '../../lib/ui/i18n';
import { applyPreferences } from '../../lib/ui/preferences';
import { stored } from '../../lib/ui/sources';
import { grantSite, isAllowed, watchPermissions } from '../popup/tab';
import { App } from './app';
import type { Allowed } from './permissions';
import { SAMPLE_TOKENS } from './sample-tokens';
import type { Pricer } from './try-it';

const settings = signal(parseSettings(null));
const failure = signal<string | null>(null);
const allowed = signal<Allowed>(null);

async function changeSettings(change: Partial<Settings>): Promise<void> {
  settings.value = { ...settings.value, ...change };
  try {
    await writeSettings(change);
    failure.value = null;
  } catch (error) {
    failure.value = errorText(error);
  }
}

async function askPermissions(): Promise<void> {
  const [chatgpt, claude, gemini] = await Promise.all([
    isAllowed('chatgpt'),
    isAllowed('claude'),
    isAllowed('gemini'),
  ]);
  allowed.value = { chatgpt, claude, gemini };
}

const pricer: Pricer = async (site: SiteId, choices) =>
  (await import('./sample')).priceSample(site, Date.now() / 1000, choices);

stored(readSettings, watchSettings)(
  (value) => {
    settings.value = value;
  },
  // Unreadable settings leave the defaults.
  () => {},
);
watchPermissions(() => void askPermissions());
void askPermissions().catch(() => undefined);
effect(() => applyPreferences(settings.value, browser.i18n.getUILanguage()));
effect(() => {
  document.title = t('welcome.title');
});

const root = document.getElementById('app');
if (root) {
  render(
    <App
      settings={settings}
      failure={failure}
      onSettings={(change) => void changeSettings(change)}
      allowed={allowed}
      onGrant={(site) => void grantSite(site).catch(() => undefined)}
      pricer={pricer}
      sampleTokens={SAMPLE_TOKENS}
      dashboardAddress={browser.runtime.getURL('/dashboard.html')}
    />,
    root,
  );
}
