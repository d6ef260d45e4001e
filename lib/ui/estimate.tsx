/** An estimate as people read it: the energy with its range, CO2e and water, and v1.0 with what it is. */
import type { Range } from '../prompt';
import { type Figures, type Headline, leading } from './figures';
import { digitsOf, formatQuantity, formatRange, type Quantity } from './format';
import { locale, t } from './i18n';
import { RangeBar } from './range-bar';

/** A central value in large type with its likely range. */
export function Headlined({ quantity, range }: { quantity: Quantity; range: Range }) {
  return (
    <p class="headline">
      <strong>
        <bdi>{formatQuantity(quantity, range.central, locale(), digitsOf(range)).text}</bdi>
      </strong>
      <span class="soft">{t('range.likely', { range: formatRange(quantity, range, locale()) })}</span>
    </p>
  );
}

/** CO2e or water, small, with its name and range. */
export function Figure({ quantity, range }: { quantity: Quantity; range: Range }) {
  return (
    <div>
      <p class="small soft">{t(`quantity.${quantity}`)}</p>
      <p>
        <strong>
          <bdi>{formatQuantity(quantity, range.central, locale(), digitsOf(range)).text}</bdi>
        </strong>
      </p>
      <p class="small soft">
        <bdi>{formatRange(quantity, range, locale())}</bdi>
      </p>
    </div>
  );
}

/** Energy by the chosen headline method, with the other method beside it; the bar always shows both. */
export function Energy({ figures, headline }: { figures: Figures; headline: Headline }) {
  const lead = leading(figures, headline);
  const bar = (
    <RangeBar
      quantity="energy"
      range={figures.energyWh}
      marker={{ name: 'v1.name', value: figures.otmV1EnergyWh }}
    />
  );
  switch (lead.method) {
    case 'otm-shared':
      return (
        <div class="stack">
          <Headlined quantity="energy" range={lead.energyWh} />
          {bar}
          <Beside name={t('v1.name')} note={t('v1.note')}>
            {formatQuantity('energy', lead.besideWh, locale()).text}
          </Beside>
        </div>
      );
    case 'otm-v1':
      return (
        <div class="stack">
          <p class="headline">
            <strong>
              <bdi>{formatQuantity('energy', lead.energyWh, locale()).text}</bdi>
            </strong>
            <span class="soft">{t('text.named', { name: t('v1.name'), text: t('v1.note') })}</span>
          </p>
          {bar}
          <Beside name={t('shared.name')} note={formatRange('energy', lead.beside, locale())}>
            {formatQuantity('energy', lead.beside.central, locale()).text}
          </Beside>
        </div>
      );
  }
}

function Beside({ name, note, children }: { name: string; note: string; children: string }) {
  return (
    <p class="small">
      <span class="soft">{t('text.name', { name })} </span>
      <strong>
        <bdi>{children}</bdi>
      </strong>
      <span class="soft">
        {' '}
        · <bdi>{note}</bdi>
      </span>
    </p>
  );
}

/** Energy, CO2e and water of one prompt or a sum; the last two are those of OTM-shared whatever is read first. */
export function Estimate({ figures, headline }: { figures: Figures; headline: Headline }) {
  return (
    <div class="stack">
      <Energy figures={figures} headline={headline} />
      <div class="figures">
        <Figure quantity="co2e" range={figures.co2eGrams} />
        <Figure quantity="water" range={figures.waterMl} />
      </div>
      {headline === 'otm-v1' && <p class="small soft">{t('v1.rest')}</p>}
    </div>
  );
}
