/** Every stored prompt: sorted, filtered, searched, opened, deleted with a way back. */
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { lastChange } from '../../../lib/store/meta';
import { pageRecords } from '../../../lib/store/page';
import { deleteRecords, restoreRecords } from '../../../lib/store/remove';
import { countRecords, modelTotals } from '../../../lib/store/totals';
import type { ModelTotals } from '../../../lib/store/types';
import { Empty } from '../../../lib/ui/empty';
import { ExportButtons } from '../../../lib/ui/export-buttons';
import { formatCount } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';
import type { Loaded } from '../../../lib/ui/live';
import { ProblemNotice } from '../../../lib/ui/problem';
import { query } from '../../../lib/ui/sources';
import { useLive } from '../../../lib/ui/use-live';
import { Await } from '../await';
import type { Dashboard, RoomProps } from '../dashboard';
import { routeHash } from '../route';
import { filterParams, type HistoryFilter, parseFilter, recordFilter } from './filter';
import { LongTable } from './long-table';
import { removal as makeRemoval, type Removal } from './removal';
import { RemovalLine } from './removal-line';
import { RowList } from './row-list';
import { Search } from './search';
import { Days, Toolbar } from './toolbar';

export function HistoryRoom({ dashboard }: RoomProps) {
  const { store } = dashboard;
  const models = useLive<readonly ModelTotals[]>('models', () => query(store, () => modelTotals(store)));
  // Read at once, beside the models.
  const shown = useShownList(dashboard);
  return (
    <Await value={models} dashboard={dashboard}>
      {(value) =>
        value.length === 0 ? (
          <Empty next="empty.dashboard" importAddress={routeHash('data')} />
        ) : (
          <Filled dashboard={dashboard} models={value} shown={shown} />
        )
      }
    </Await>
  );
}

interface ShownList {
  readonly filter: HistoryFilter;
  readonly list: RowList;
  /** How many prompts the filter leaves, where that is known without counting them. */
  readonly count: Loaded<number | null>;
}

/** The list that the address asks for. */
function useShownList({ store, route, utcOffsetMinutes }: Dashboard): ShownList {
  const filter = parseFilter(route.value.params);
  const key = JSON.stringify(filter);
  const { site, modelId, conversation, status, ...times } = recordFilter(filter, utcOffsetMinutes);
  const narrow = {
    ...(site && { site }),
    ...(modelId && { modelId }),
    ...(status && { status }),
    ...(conversation && { conversation }),
  };
  const count = useLive<number | null>(key, () => query(store, () => countRecords(store, narrow, filter)));
  const list = useMemo(() => {
    const made = new RowList(filter.order, (before, limit) =>
      pageRecords(store, { order: filter.order, before, limit, filter: { ...narrow, ...times } }),
    );
    made.reload();
    return made;
  }, [key]);
  return { filter, list, count };
}

interface FilledProps extends RoomProps {
  readonly models: readonly ModelTotals[];
  readonly shown: ShownList;
}

function Filled({ dashboard, models, shown: { filter, list, count } }: FilledProps) {
  const { store, names } = dashboard;
  const { conversation } = filter;
  const removal = useMemo(
    () =>
      makeRemoval({
        remove: (ids) => deleteRecords(store, ids),
        restore: (removed) => restoreRecords(store, removed),
        onGone: (ids) => list.hide(ids),
        onBack: (ids) => list.unhide(ids),
      }),
    [list],
  );
  const go = (next: HistoryFilter) => {
    location.hash = routeHash('history', filterParams(next));
  };
  return (
    <section class="stack" aria-labelledby="history">
      <div class="row spread">
        <h2 id="history">{t('history.title')}</h2>
        {count.kind === 'ready' && count.value !== null && (
          <span class="soft" role="status">
            {t('history.count', { count: count.value, formatted: formatCount(count.value, locale()) })}
          </span>
        )}
      </div>
      <div class="toolbar">
        <Search
          store={store}
          models={models}
          names={names.value}
          onFound={({ modelId: model, conversation: chat }) =>
            go({ ...filter, modelId: model, conversation: chat })
          }
        />
        <Days filter={filter} onChange={go} />
      </div>
      <Toolbar filter={filter} models={models} names={names.value} onChange={go}>
        <ExportThese filter={filter} list={list} />
      </Toolbar>
      {conversation !== null && (
        <p>
          <span class="tag">{t('history.chat', { label: conversation })}</span>
        </p>
      )}
      <Changes dashboard={dashboard} list={list} own={removal.step.value} />
      <RemovalLine removal={removal} />
      <List dashboard={dashboard} list={list} removal={removal} />
    </section>
  );
}

/** Alone in following the list, as the list below. */
function ExportThese({ filter, list }: Pick<ShownList, 'filter' | 'list'>) {
  const { rows, ended } = list.state.value;
  if (rows === 0 && ended) return null;
  return (
    <a class="button" href={routeHash('data', filterParams(filter))}>
      {t('data.export.these')}
    </a>
  );
}

interface ListProps extends RoomProps {
  readonly list: RowList;
  readonly removal: Removal;
}

/** Alone in following the list, which changes with every page that is read. */
function List({ dashboard, list, removal }: ListProps) {
  const { problem, rows, ended, reading } = list.state.value;
  return (
    <>
      {problem && (
        <ProblemNotice problem={problem} utcOffsetMinutes={dashboard.utcOffsetMinutes}>
          <ExportButtons exporter={dashboard.exporter} />
        </ProblemNotice>
      )}
      {rows === 0 && ended ? (
        <p class="soft">{t('history.none')}</p>
      ) : (
        <LongTable
          list={list}
          removal={removal}
          names={dashboard.names.value}
          onOpen={dashboard.openPrompt}
        />
      )}
      <p class="small soft" role="status">
        {reading ? t('history.loading') : ''}
      </p>
    </>
  );
}

interface ChangesProps extends RoomProps {
  readonly list: RowList;
  /** The list's own deletions change the data too, and are in it already. */
  readonly own: unknown;
}

/** Follows the store: a short list is read again at once, a long one when the person wants it. */
function Changes({ dashboard: { store }, list, own }: ChangesProps) {
  const change = useLive<number | null>('change', () => query(store, () => lastChange(store)));
  const seen = useRef<{ readonly list: RowList; readonly own: unknown; readonly time: number | null } | null>(
    null,
  );
  const time = change.kind === 'ready' ? change.value : null;
  const before = seen.current;
  const isNew = before === null || before.list !== list || before.own !== own;
  // At first the clock decides: the data may have changed between the reading of the list and the first answer.
  const isStale = isNew
    ? time !== null && time > list.readTime
    : before.time !== null && before.time !== time;
  const isShort = list.state.value.rows <= 100;
  useLayoutEffect(() => {
    if (time === null) return;
    if (isStale && !isShort && !isNew) return;
    seen.current = { list, own, time: isStale && !isShort ? list.readTime : time };
    if (isStale && isShort) list.reload();
  });
  if (!isStale || isShort) return null;
  return (
    <p class="row">
      {t('history.newer')}
      <button
        type="button"
        onClick={() => {
          seen.current = { list, own, time };
          list.reload();
        }}
      >
        {t('history.reload')}
      </button>
    </p>
  );
}
