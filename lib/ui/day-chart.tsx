/** Energy by day and site: a picture, and the same numbers as a table. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Bars } from './chart-bars';
import type { DayChartData } from './chart-data';
import { formatQuantity } from './format';
import { formatDay } from './format-time';
import { locale, t } from './i18n';
import { Site } from './site-mark';
import type { Theme } from './theme';

/** What changes the colours besides the person's own choice. */
const COLOUR_QUERIES = ['(prefers-color-scheme: dark)', '(forced-colors: active)'];

export interface DayChartProps {
  readonly data: DayChartData;
  readonly theme: Theme;
}

export function DayChart({ data, theme }: DayChartProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [bars, setBars] = useState<Bars | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const ends = new AbortController();
    let drawn: Bars | null = null;
    import('./chart-bars')
      .then(({ drawBars }) => {
        if (ends.signal.aborted || canvas.current === null) return;
        drawn = drawBars(canvas.current);
        setBars(drawn);
      })
      .catch(() => setFailed(true));
    return () => {
      ends.abort();
      drawn?.destroy();
    };
  }, []);

  useEffect(() => {
    if (bars === null) return;
    const update = () => bars.update(data, locale());
    const ends = new AbortController();
    for (const query of COLOUR_QUERIES) {
      matchMedia(query).addEventListener('change', update, { signal: ends.signal });
    }
    update();
    return () => ends.abort();
  }, [bars, data, theme, locale()]);

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
      {failed ? (
        <p class="small soft">{t('chart.failed')}</p>
      ) : (
        <div class="chart-area">
          <canvas ref={canvas} role="img" aria-label={t('chart.summary')} />
        </div>
      )}
      <DayTable data={data} />
    </figure>
  );
}

function DayTable({ data }: { data: DayChartData }) {
  const energy = (value: number) => formatQuantity('energy', value, locale()).text;
  const used = data.rows.filter((row) => row.totalWh > 0).reverse();
  return (
    <details>
      <summary class="small">{t('chart.table')}</summary>
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
    </details>
  );
}
