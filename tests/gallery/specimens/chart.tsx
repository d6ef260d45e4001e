import type { SeriesPoint } from '../../../lib/store/types';
import { dayChart } from '../../../lib/ui/chart-data';
import { DayChart } from '../../../lib/ui/day-chart';
import { daysUntil } from '../../../lib/ui/format-time';
import { measures } from '../../unit/views/records';
import type { Specimen } from '../specimen';

const LAST = '2026-11-22';
const points = (count: number, scale: number): SeriesPoint[] =>
  daysUntil(LAST, count).map((period, index) => ({
    period,
    bySite: {
      chatgpt: measures(3, scale * (1 + (index % 4))),
      ...(index % 2 === 0 ? { claude: measures(2, scale * (1 + (index % 3))) } : {}),
      ...(index % 5 === 0 ? { gemini: measures(1, scale * 2) } : {}),
    },
  }));

const week = dayChart(points(7, 1.5), daysUntil(LAST, 7));
const quarter = dayChart(points(90, 20_000), daysUntil(LAST, 90));
const single = dayChart([{ period: LAST, bySite: { gemini: measures(1, 0.0002) } }], daysUntil(LAST, 7));

/** A week of three sites, ninety days of much, one day of next to nothing. */
export const chart: Specimen = {
  name: 'day-chart',
  cases: [
    <DayChart key="week" data={week} />,
    <DayChart key="quarter" data={quarter} />,
    <DayChart key="single" data={single} />,
  ],
};
