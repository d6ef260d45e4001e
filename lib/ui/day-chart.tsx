/**
 * Energy by day and site: a picture, and the same numbers as a table. The picture is SVG with places in per cent:
 * nothing is measured, the colours are the stylesheet's, and no drawing library has to be loaded.
 */
import { type DayChartData, niceTop } from './chart-data';
import { formatQuantity, formatStep } from './format';
import { formatDay } from './format-time';
import { locale, t } from './i18n';
import { ScrollX } from './scroll-x';
import { Site } from './site-mark';

const HEIGHT = 120;
const PLOT_TOP = 14;
const PLOT_HEIGHT = 84;
/** Share of the width that the labels of the axis have for themselves. */
const GUTTER = 0.16;
/** Labels under the bars that fit side by side in the popup, the last one ending with the picture. */
const MOST_LABELS = 4;
/** More bars than this are too thin for a label to stand below the middle of the last one. */
const FEW_BARS = 7;

export function DayChart({ data }: { data: DayChartData }) {
  return (
    <figure class="stack" aria-labelledby="day-chart">
      <figcaption class="row spread">
        <h3 id="day-chart">{t('chart.title', { days: data.rows.length })}</h3>
        <span class="legend small">
          {data.sites.map((site) => (
            <Site key={site} site={site} />
          ))}
        </span>
      </figcaption>
      <Bars data={data} />
      <DayTable data={data} />
    </figure>
  );
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

function Bars({ data: { rows, sites } }: { data: DayChartData }) {
  const top = niceTop(Math.max(...rows.map(({ totalWh }) => totalWh)));
  const width = 1 / rows.length;
  const every = Math.ceil(rows.length / MOST_LABELS);
  return (
    <svg class="day-chart" height={HEIGHT} role="img" aria-label={t('chart.summary')}>
      <svg y={PLOT_TOP} width={percent(GUTTER)} height={PLOT_HEIGHT} overflow="visible" aria-hidden="true">
        {[0.5, 1].map((share) => (
          <text key={share} x="0" y={percent(1 - share)} dy="4">
            {formatStep('energy', top * share, locale())}
          </text>
        ))}
      </svg>
      <svg
        x={percent(GUTTER)}
        y={PLOT_TOP}
        width={percent(1 - GUTTER)}
        height={PLOT_HEIGHT}
        overflow="visible"
        aria-hidden="true"
      >
        {[0, 0.5, 1].map((share) => (
          <line key={share} x1="0" x2="100%" y1={percent(share)} y2={percent(share)} />
        ))}
        {rows.map(({ day, energyWh }, index) => {
          let below = 0;
          return sites.map((site) => {
            const value = energyWh[site];
            below += value;
            return value <= 0 ? null : (
              <rect
                key={`${day} ${site}`}
                class={`fill-${site}`}
                x={percent((index + 0.15) * width)}
                width={percent(0.7 * width)}
                y={percent(1 - below / top)}
                height={percent(value / top)}
              />
            );
          });
        })}
      </svg>
      <svg x={percent(GUTTER)} width={percent(1 - GUTTER)} overflow="visible" aria-hidden="true">
        {rows.map(({ day }, index) =>
          (rows.length - 1 - index) % every === 0 ? (
            <text
              key={day}
              x={
                index === rows.length - 1 && rows.length > FEW_BARS ? '100%' : percent((index + 0.5) * width)
              }
              y={HEIGHT - 6}
              text-anchor={index === rows.length - 1 && rows.length > FEW_BARS ? 'end' : 'middle'}
            >
              {formatDay(day, locale())}
            </text>
          ) : null,
        )}
      </svg>
    </svg>
  );
}

function DayTable({ data }: { data: DayChartData }) {
  const energy = (value: number) => formatQuantity('energy', value, locale()).text;
  const used = data.rows.filter((row) => row.totalWh > 0).reverse();
  return (
    <details>
      <summary class="small">{t('chart.table')}</summary>
      <ScrollX label={t('chart.table')}>
        <table class="small">
          <thead>
            <tr>
              <th scope="col">{t('chart.day')}</th>
              {data.sites.map((site) => (
                <th key={site} scope="col" class="number">
                  {t(`site.${site}`)}
                </th>
              ))}
              <th scope="col" class="number">
                {t('chart.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {used.map((row) => (
              <tr key={row.day}>
                <th scope="row">{formatDay(row.day, locale())}</th>
                {data.sites.map((site) => (
                  <td key={site} class="number">
                    {energy(row.energyWh[site])}
                  </td>
                ))}
                <td class="number">{energy(row.totalWh)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </details>
  );
}
