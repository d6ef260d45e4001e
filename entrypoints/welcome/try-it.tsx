import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { SITE_IDS, type SiteId } from '../../lib/prompt';
import type { Settings } from '../../lib/settings';
import { Estimate } from '../../lib/ui/estimate';
import { formatCount } from '../../lib/ui/format';
import { locale, t } from '../../lib/ui/i18n';
import { Segments } from '../../lib/ui/segments';
import type { Sample } from './sample';

/** Makes the price of the sample; the tables and formulas are loaded on the first call. */
export type Pricer = (site: SiteId, settings: Settings) => Promise<Sample>;

interface TryItProps {
  readonly settings: Settings;
  readonly pricer: Pricer;
  readonly tokens: { readonly input: number; readonly output: number };
}

/** The estimate of a sample prompt, on request. */
export function TryIt({ settings, pricer, tokens }: TryItProps) {
  const site = useSignal<SiteId | null>(null);
  const sample = useSignal<Sample | null>(null);
  const chosen = site.value;
  useEffect(() => {
    if (chosen === null) return undefined;
    const ends = new AbortController();
    pricer(chosen, settings).then(
      (made) => {
        if (!ends.signal.aborted) sample.value = made;
      },
      () => undefined,
    );
    return () => ends.abort();
  }, [chosen, settings, pricer]);
  return (
    <div class="stack">
      <p>
        {t('welcome.try.sample', {
          input: formatCount(tokens.input, locale()),
          output: formatCount(tokens.output, locale()),
        })}
      </p>
      {chosen === null ? (
        <p>
          <button
            type="button"
            class="primary"
            onClick={() => {
              site.value = 'chatgpt';
            }}
          >
            {t('welcome.try.button')}
          </button>
        </p>
      ) : (
        <Segments
          legend={t('welcome.try.site')}
          options={SITE_IDS.map((value) => ({ value, text: t(`site.${value}`) }))}
          value={chosen}
          onChange={(value) => {
            site.value = value;
          }}
        />
      )}
      {sample.value !== null && (
        <div class="stack sample" role="status">
          <p class="soft">{t('welcome.try.model', { model: sample.value.modelName })}</p>
          <Estimate figures={sample.value.estimate} headline={settings.headline} />
          <p class="small soft">{t('welcome.try.range')}</p>
        </div>
      )}
    </div>
  );
}
