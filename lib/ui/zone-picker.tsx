/** Whose electricity is assumed: the provider's region, or a zone that the person looks up and presses. */
import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { providers } from '../refdb/places/providers';
import { type GridZone, listZones, resolveZone } from '../refdb/places/zones';
import { formatCount, formatFactor } from './format';
import { locale, t } from './i18n';
import { ScrollX } from './scroll-x';
import { findZones, zoneName } from './zone-names';

/** Matches that are offered at once; typing on narrows them. */
const OFFERED = 8;
/** The providers of the three sites. */
const OWN_PROVIDERS: readonly string[] = ['openai', 'anthropic', 'google'];

export interface ZonePickerProps {
  /** Code of the chosen zone; null for the provider's region. */
  readonly zone: string | null;
  readonly onChoose: (zone: string | null) => void;
}

export function ZonePicker({ zone, onChoose }: ZonePickerProps) {
  const chosen = zone === null ? null : resolveZone(zone);
  const said = useRef<HTMLParagraphElement>(null);
  const choose = (code: string | null) => {
    onChoose(code);
    // The button that was pressed goes away; the sentence that says the choice takes the focus.
    said.current?.focus();
  };
  return (
    <div class="stack zone-picker">
      <p ref={said} tabIndex={-1} role="status">
        {chosen ? t('zone.chosen', zoneWords(chosen)) : t('zone.providers')}
      </p>
      {chosen ? <ChosenZone zone={chosen} onBack={() => choose(null)} /> : <ProviderZones />}
      <ZoneSearch chosen={chosen} onChoose={choose} />
    </div>
  );
}

const zoneWords = (zone: GridZone) => ({
  zone: zoneName(zone, locale()),
  intensity: formatFactor(Math.round(zone.gco2ePerKwh), locale()),
  year: String(zone.year),
});

function ChosenZone({ zone, onBack }: { zone: GridZone; onBack: () => void }) {
  return (
    <>
      <p class="small soft">
        <SourceLink
          title={zone.carbonSource.title}
          url={zone.carbonSource.url}
          licence={zone.carbonSource.licence}
        />
        {zone.wueOffSite === null && ` ${t('zone.no-water')}`}
      </p>
      <p>
        <button type="button" onClick={onBack}>
          {t('zone.back')}
        </button>
      </p>
    </>
  );
}

function ProviderZones() {
  return (
    <ScrollX label={t('zone.provider')}>
      <table class="small provider-zones">
        <thead>
          <tr>
            <th scope="col">{t('zone.provider')}</th>
            <th scope="col">{t('zone.region')}</th>
            <th scope="col" class="number">
              {t('zone.intensity')}
            </th>
            <th scope="col">{t('zone.source')}</th>
          </tr>
        </thead>
        <tbody>
          {providers
            .filter(({ id }) => OWN_PROVIDERS.includes(id))
            .map(({ id, name, zone, grid, source }) => {
              const region = resolveZone(zone);
              return (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>{region ? zoneName(region, locale()) : zone}</td>
                  <td class="number">
                    {t('zone.grid', {
                      central: formatCount(grid.central, locale()),
                      low: formatCount(grid.low, locale()),
                      high: formatCount(grid.high, locale()),
                    })}
                  </td>
                  <td>
                    <SourceLink title={source.title} url={source.url} licence={null} />
                  </td>
                </tr>
              );
            })}
        </tbody>
      </table>
    </ScrollX>
  );
}

function SourceLink({ title, url, licence }: { title: string; url: string | null; licence: string | null }) {
  return (
    <>
      {url === null ? (
        title
      ) : (
        <a href={url} target="_blank" rel="noreferrer">
          {title}
        </a>
      )}
      {licence !== null && ` (${licence})`}
    </>
  );
}

function ZoneSearch({ chosen, onChoose }: { chosen: GridZone | null; onChoose: (code: string) => void }) {
  const typed = useSignal('');
  const field = useId();
  const found = typed.value.trim() === '' ? [] : findZones(listZones(), typed.value, locale());
  return (
    <div class="stack">
      <label for={field}>{t('zone.search')}</label>
      <input
        id={field}
        type="search"
        autocomplete="off"
        value={typed.value}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
        }}
      />
      <p class="small soft" role="status">
        {typed.value.trim() === ''
          ? t('zone.count', { count: listZones().length })
          : t('zone.found', { count: found.length, formatted: formatCount(found.length, locale()) })}
      </p>
      {found.length > 0 && (
        <ul class="zones">
          {found.slice(0, OFFERED).map(({ zone, name }) => (
            <li key={zone.code}>
              <button
                type="button"
                disabled={zone.code === chosen?.code}
                onClick={() => {
                  typed.value = '';
                  onChoose(zone.code);
                }}
              >
                <span>{name}</span>
                <span class="small soft">{t('zone.figure', zoneWords(zone))}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {found.length > OFFERED && (
        <p class="small soft">{t('zone.more', { count: found.length - OFFERED })}</p>
      )}
    </div>
  );
}
