/** The first page after the installation: what is measured, what never leaves, and what to decide. */
import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { SiteId } from '../../lib/prompt';
import type { Settings } from '../../lib/settings';
import { type MessageKey, t } from '../../lib/ui/i18n';
import { Title } from '../../lib/ui/title';
import { ZonePicker } from '../../lib/ui/zone-picker';
import { type Allowed, Permissions } from './permissions';
import { type Pricer, TryIt } from './try-it';

export interface AppProps {
  readonly settings: ReadonlySignal<Settings>;
  /** Why the last choice was not saved; null when it was. */
  readonly failure: ReadonlySignal<string | null>;
  readonly onSettings: (change: Partial<Settings>) => void;
  readonly allowed: ReadonlySignal<Allowed>;
  readonly onGrant: (site: SiteId) => void;
  readonly pricer: Pricer;
  readonly sampleTokens: { readonly input: number; readonly output: number };
  readonly dashboardAddress: string;
}

const MEASURED: readonly MessageKey[] = [
  'welcome.measured.times',
  'welcome.measured.tokens',
  'welcome.measured.estimate',
];
const STAYS: readonly MessageKey[] = ['welcome.stays.network', 'welcome.stays.texts', 'welcome.stays.delete'];

export function App(props: AppProps) {
  const { settings, failure, onSettings, allowed, onGrant, dashboardAddress } = props;
  return (
    <>
      <header class="top stack">
        <Title />
        <p class="lead">{t('welcome.lead')}</p>
      </header>
      <main>
        <Part title="welcome.sites">
          <p>{t('welcome.sites.why')}</p>
          <Permissions allowed={allowed.value} onGrant={onGrant} />
        </Part>
        <Part title="welcome.measured">
          <Lines keys={MEASURED} />
        </Part>
        <Part title="welcome.stays">
          <Lines keys={STAYS} />
        </Part>
        <Part title="welcome.try">
          <TryIt settings={settings.value} pricer={props.pricer} tokens={props.sampleTokens} />
        </Part>
        <Part title="settings.grid">
          <p>{t('welcome.grid')}</p>
          <ZonePicker zone={settings.value.gridZone} onChoose={(gridZone) => onSettings({ gridZone })} />
          {failure.value !== null && <p role="alert">{t('settings.failed', { message: failure.value })}</p>}
        </Part>
        <Part title="welcome.private">
          <p>{t('welcome.private.policy')}</p>
        </Part>
        <Part title="welcome.next">
          <p>{t('welcome.next.how')}</p>
          <p>
            <a class="button" href={dashboardAddress}>
              {t('dashboard.open')}
            </a>
          </p>
        </Part>
      </main>
    </>
  );
}

function Part({ title, children }: { title: MessageKey; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{t(title)}</h2>
      {children}
    </section>
  );
}

function Lines({ keys }: { keys: readonly MessageKey[] }) {
  return (
    <ul class="lines">
      {keys.map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  );
}
