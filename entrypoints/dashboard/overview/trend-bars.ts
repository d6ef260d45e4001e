/** The drawing of the trend. Loaded after the first paint; only what stacked bars need of chart.js. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import { formatStep, type Quantity } from '../../../lib/ui/format';
import { locale } from '../../../lib/ui/i18n';
import { axisSteps, type TrendChartData, type TrendGroup } from './trend-data';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

export interface TrendPicture {
  readonly data: TrendChartData;
  readonly quantity: Quantity;
  readonly label: (period: string) => string;
}

export interface TrendBars {
  /** Draws anew, with the colours that the stylesheet has now. */
  readonly update: (picture: TrendPicture) => void;
  readonly destroy: () => void;
}

const TICK_FONT_PX = 11;

/** The stylesheet's name of a group's colour. */
function colourOf(group: TrendGroup): string {
  switch (group.kind) {
    case 'site':
      return `--site-${group.site}`;
    case 'model':
      return `--series-${group.place}`;
    case 'other':
      return '--series-other';
  }
}

/** @returns null where the browser gives nothing to draw with */
export function drawTrend(canvas: HTMLCanvasElement): TrendBars | null {
  if (canvas.getContext('2d') === null) return null;
  const chart = new Chart<'bar', number[], string>(canvas, {
    type: 'bar',
    data: { labels: [], datasets: [] },
    options: { animation: false, events: [], maintainAspectRatio: false },
  });
  return {
    update: ({ data: { rows, groups }, quantity, label }) => {
      const style = getComputedStyle(canvas);
      const token = (name: string): string => style.getPropertyValue(name).trim();
      const font = { size: TICK_FONT_PX, family: style.fontFamily };
      const steps = axisSteps(Math.max(...rows.map(({ total }) => total.central)));
      chart.data = {
        labels: rows.map((row) => label(row.period)),
        datasets: groups.map((group, place) => ({
          data: rows.map((row) => row.values[place] ?? 0),
          backgroundColor: token(colourOf(group)),
          // A line of paper between two parts, so that they part without colour.
          borderColor: token('--paper'),
          borderWidth: { top: 1 },
          maxBarThickness: 36,
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
          max: steps.at(-1) ?? 1,
          border: { display: false },
          grid: { color: token('--line') },
          ticks: {
            color: token('--ink-soft'),
            font,
            stepSize: steps[1] ?? 1,
            maxTicksLimit: steps.length,
            callback: (value) => formatStep(quantity, Number(value), locale()),
          },
        },
      };
      chart.update();
    },
    destroy: () => chart.destroy(),
  };
}
