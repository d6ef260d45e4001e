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
import { ProblemNotice } from '../../../lib/ui/problem';
import { query } from '../../../lib/ui/sources';
import { useLive } from '../../../lib/ui/use-live';
import { Await } from '../await';
import type { RoomProps } from '../dashboard';
import { routeHash } from '../route';
import { filterParams, type HistoryFilter, parseFilter, recordFilter } from './filter';
import { LongTable } from './long-table';
import { removal as makeRemoval } from './removal';
import { RemovalLine } from './removal-line';
import { RowList } from './row-list';
import { Search } from './search';
import { Toolbar } from './toolbar';

export function HistoryRoom({ dashboard }: RoomProps) {
  const { store } = dashboard;
  const models = useLive<readonly ModelTotals[]>('models', () => query(store, () => modelTotals(store)));
  return (
    <Await value={models} dashboard={dashboard}>
      {(value) =>
        value.length === 0 ? (
          <Empty next="empty.dashboard" />
        ) : (
          <Filled dashboard={dashboard} models={value} />
        )
      }
    </Await>
  );
}

interface FilledProps extends RoomProps {
  readonly models: readonly ModelTotals[];
}

function Filled({ dashboard, models }: FilledProps) {
  const { store, route, names, utcOffsetMinutes } = dashboard;
  const filter = parseFilter(route.value.params);
  const key = JSON.stringify(filter);
  const { site, modelId, conversation, status, ...times } = recordFilter(filter, utcOffsetMinutes);
  const narrow = { ...(site && { site }), ...(modelId && { modelId }), ...(status && { status }) };
  const count = useLive<number | null>(key, () =>
    query(store, () => countRecords(store, { ...narrow, ...(conversation && { conversation }) }, filter)),
  );
  const list = useMemo(() => {
    const made = new RowList(filter.order, (before, limit) =>
      pageRecords(store, {
        order: filter.order,
        before,
        limit,
        filter: { ...narrow, ...(conversation && { conversation }), ...times },
      }),
    );
    made.reload();
    return made;
  }, [key]);
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
  const state = list.state.value;
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
      <Search
        store={store}
        models={models}
        names={names.value}
        onFound={({ modelId: model, conversation: chat }) =>
          go({ ...filter, modelId: model, conversation: chat })
        }
      />
      <Toolbar filter={filter} models={models} names={names.value} onChange={go} />
      {conversation !== undefined && (
        <p>
          <span class="tag">{t('history.chat', { label: conversation })}</span>
        </p>
      )}
      <Changes dashboard={dashboard} list={list} own={removal.step.value} />
      <RemovalLine removal={removal} />
      {state.problem && (
        <ProblemNotice problem={state.problem} utcOffsetMinutes={utcOffsetMinutes}>
          <ExportButtons exporter={dashboard.exporter} />
        </ProblemNotice>
      )}
      {state.rows === 0 && state.ended ? (
        <p class="soft">{t('history.none')}</p>
      ) : (
        <LongTable list={list} removal={removal} names={names.value} onOpen={dashboard.openPrompt} />
      )}
      <p class="small soft" role="status">
        {state.reading ? t('history.loading') : ''}
      </p>
    </section>
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
