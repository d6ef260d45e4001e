/** The first view: totals, trend, the week, the latest prompts, and what can be done with the data. */
import { useEffect, useMemo } from 'preact/hooks';
import type { PromptRecord } from '../../../lib/prompt';
import { daysBefore } from '../../../lib/store/local-time';
import { pageRecords } from '../../../lib/store/page';
import { lastRecord } from '../../../lib/store/queries';
import { type RecentDays, recentDays } from '../../../lib/store/recent-days';
import { hoursOfWeek } from '../../../lib/store/totals';
import type { HourOfWeekPoint, RecordPage } from '../../../lib/store/types';
import { Empty } from '../../../lib/ui/empty';
import { query } from '../../../lib/ui/sources';
import { useLive } from '../../../lib/ui/use-live';
import { Await } from '../await';
import type { RoomProps } from '../dashboard';
import { DataBasics } from '../data/basics';
import { HeatMap } from './heat-map';
import { Latest } from './latest';
import { OverviewTotals } from './totals';
import { Trend } from './trend';
import { loadBars } from './trend-chart';

/** The longest period by days and the one before it, to compare with. */
const DAYS = 60;
const LATEST = 8;

export function OverviewRoom({ dashboard }: RoomProps) {
  const { store, today } = dashboard;
  // All asked for at once, what is read fastest first: none waits for what another one finds.
  const last = useLive<PromptRecord | null>('last', () => query(store, () => lastRecord(store)));
  const latest = useLive<RecordPage>('latest', () =>
    query(store, () => pageRecords(store, { order: 'time', limit: LATEST })),
  );
  const hours = useLive<readonly HourOfWeekPoint[]>('hours', () => query(store, () => hoursOfWeek(store)));
  const recent = useLive<RecentDays>(today.value, () => {
    const to = today.value;
    return query(store, () => recentDays(store, daysBefore(to, DAYS - 1), to));
  });
  // The table beside the chart says everything where it cannot be drawn.
  useEffect(() => void loadBars().catch(() => {}), []);
  // The same elements again: what one part waits for draws no other part anew.
  const totals = useMemo(() => <OverviewTotals dashboard={dashboard} recent={recent} />, [dashboard, recent]);
  const trend = useMemo(() => <Trend dashboard={dashboard} recent={recent} />, [dashboard, recent]);
  const week = useMemo(() => <HeatMap dashboard={dashboard} points={hours} />, [dashboard, hours]);
  const newest = useMemo(() => <Latest dashboard={dashboard} page={latest} />, [dashboard, latest]);
  const empty = last.kind === 'ready' && last.value === null;
  const basics = useMemo(() => <DataBasics dashboard={dashboard} empty={empty} />, [dashboard, empty]);
  return (
    <>
      <Await value={last} dashboard={dashboard}>
        {(record) =>
          record === null ? (
            <Empty next="empty.dashboard" />
          ) : (
            <>
              {totals}
              {trend}
              <div class="overview">{week}</div>
              {newest}
            </>
          )
        }
      </Await>
      {basics}
    </>
  );
}
