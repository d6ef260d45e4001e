/** The first view: totals, trend, the week, the latest prompts, and what can be done with the data. */
import type { PromptRecord } from '../../../lib/prompt';
import { lastRecord } from '../../../lib/store/queries';
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

export function OverviewRoom({ dashboard }: RoomProps) {
  const { store } = dashboard;
  const last = useLive<PromptRecord | null>('last', () => query(store, () => lastRecord(store)));
  return (
    <>
      <Await value={last} dashboard={dashboard}>
        {(record) => (record === null ? <Empty next="empty.dashboard" /> : <Filled dashboard={dashboard} />)}
      </Await>
      <DataBasics dashboard={dashboard} />
    </>
  );
}

function Filled({ dashboard }: RoomProps) {
  return (
    <>
      <OverviewTotals dashboard={dashboard} />
      <Trend dashboard={dashboard} />
      <div class="overview">
        <HeatMap dashboard={dashboard} />
      </div>
      <Latest dashboard={dashboard} />
    </>
  );
}
