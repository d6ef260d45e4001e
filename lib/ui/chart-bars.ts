/** The drawing of the day chart. Loaded after the first paint; only what stacked bars need of chart.js. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import type { DayChartData } from './chart-data';
import { formatQuantity } from './format';
import { formatDay } from './format-time';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

export interface Bars {
  /** Draws anew with the colours that the stylesheet has now. */
  readonly update: (data: DayChartData, locale: string) => void;
  readonly destroy: () => void;
}

const TICK_FONT_PX = 11;

export function drawBars(canvas: HTMLCanvasElement): Bars {
  const chart = new Chart<'bar', number[], string>(canvas, {
    type: 'bar',
    data: { labels: [], datasets: [] },
    options: { animation: false, events: [], maintainAspectRatio: false },
  });
  return {
    update: (data, locale) => {
      const style = getComputedStyle(canvas);
      const token = (name: string) => style.getPropertyValue(name).trim();
      const font = { size: TICK_FONT_PX, family: style.fontFamily };
      chart.data = {
        labels: data.rows.map((row) => formatDay(row.day, locale)),
        datasets: data.sites.map((site) => ({
          data: data.rows.map((row) => row.energyWh[site]),
          backgroundColor: token(`--site-${site}`),
          // A line of paper between two sites, so that they part without colour.
          borderColor: token('--paper'),
          borderWidth: { top: 1 },
          maxBarThickness: 28,
        })),
      };
      chart.options.scales = {
        x: {
          stacked: true,
          grid: { display: false },
          border: { color: token('--line-strong') },
          ticks: { color: token('--ink-soft'), font, maxRotation: 0, autoSkipPadding: 12 },
        },
        y: {
          stacked: true,
          beginAtZero: true,
          border: { display: false },
          grid: { color: token('--line') },
          ticks: {
            color: token('--ink-soft'),
            font,
            maxTicksLimit: 4,
            callback: (value) => formatQuantity('energy', Number(value), locale, 1).text,
          },
        },
      };
      chart.update();
    },
    destroy: () => chart.destroy(),
  };
}
