/** Everything that can be done with what is stored. */
import { readSettings } from '../../../lib/settings';
import { countAll } from '../../../lib/store/queries';
import { Empty } from '../../../lib/ui/empty';
import { ExportButtons } from '../../../lib/ui/export-buttons';
import { storeExporter } from '../../../lib/ui/exporter';
import { t } from '../../../lib/ui/i18n';
import { ProblemNotice } from '../../../lib/ui/problem';
import { query } from '../../../lib/ui/sources';
import { useLive } from '../../../lib/ui/use-live';
import type { RoomProps } from '../dashboard';
import { DeletePanel } from '../delete-panel';
import { parseFilter, recordFilter } from '../history/filter';
import { ImportPanel } from '../import-panel';
import { Part } from '../settings/parts';
import { ExportFilter } from './export-filter';
import { Reestimate } from './reestimate';
import { Storage } from './storage';
import { Traces } from './traces';

export function DataRoom({ dashboard }: RoomProps) {
  const { store, route, imports, deletion, utcOffsetMinutes } = dashboard;
  const counts = useLive('counts', () => query(store, () => countAll(store)));
  const filter = parseFilter(route.value.params);
  const records = counts.kind === 'ready' ? counts.value.records : null;
  return (
    <div class="data-room">
      {counts.kind === 'failed' && (
        <ProblemNotice problem={counts.problem} utcOffsetMinutes={utcOffsetMinutes} />
      )}
      {records === 0 && <Empty next="empty.data" />}
      <Part title="data.title" hint="data.intro">
        <Storage records={records} />
        <p class="soft">{t('data.private')}</p>
      </Part>
      <Part title="data.export" hint="data.export.hint">
        <ExportFilter filter={filter} names={dashboard.names.value} />
        <ExportButtons
          exporter={storeExporter(store, readSettings, recordFilter(filter, utcOffsetMinutes))}
        />
      </Part>
      <Part title="data.import">
        <ImportPanel model={imports} utcOffsetMinutes={utcOffsetMinutes} />
      </Part>
      <Reestimate store={store} records={records} />
      <Traces />
      <Part title="data.delete">
        <DeletePanel model={deletion} />
      </Part>
    </div>
  );
}
