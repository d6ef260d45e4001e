/** The list of prompts: a real table of which only the rows in view are in the document. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PromptRecord } from '../../../lib/prompt';
import { t } from '../../../lib/ui/i18n';
import type { ModelNames } from '../../../lib/ui/model-text';
import type { Removal } from './removal';
import { Row, WaitingRow } from './row';
import type { RowList } from './row-list';
import { type RowView, rowWindow } from './window';

/** As the stylesheet has it. */
const ROW_PX = 48;

export interface LongTableProps {
  readonly list: RowList;
  readonly removal: Removal;
  readonly names: ModelNames;
  readonly onOpen: (record: PromptRecord) => void;
}

/** Empty space for rows that are not in the document. Its height is no attribute, which the page's policy forbids. */
function Space({ px }: { px: number }) {
  const row = useRef<HTMLTableRowElement>(null);
  useLayoutEffect(() => row.current?.style.setProperty('height', `${px}px`), [px]);
  return <tr ref={row} class="space" />;
}

export function LongTable({ list, removal, names, onOpen }: LongTableProps) {
  const region = useRef<HTMLElement>(null);
  const [view, setView] = useState<RowView>({ scrollTopPx: 0, heightPx: 600 });
  const { rows, ended } = list.state.value;
  const { first, end, abovePx, belowPx } = rowWindow(rows, ROW_PX, view);
  useLayoutEffect(() => {
    const element = region.current;
    if (element === null) return;
    const size = new ResizeObserver(([entry]) => {
      if (entry) setView((before) => ({ ...before, heightPx: entry.contentRect.height }));
    });
    size.observe(element);
    return () => size.disconnect();
  }, []);
  useLayoutEffect(() => {
    // A new list begins at its top.
    region.current?.scrollTo(0, 0);
    setView((before) => ({ ...before, scrollTopPx: 0 }));
  }, [list]);
  useLayoutEffect(() => list.show(first, end), [list, first, end, rows]);
  const indexes = Array.from({ length: end - first }, (_, offset) => first + offset);
  return (
    <section
      ref={region}
      class="long-list"
      aria-label={t('history.caption')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={({ currentTarget }) => {
        const { scrollTop } = currentTarget;
        setView((before) => ({ ...before, scrollTopPx: scrollTop }));
      }}
    >
      <table class="long" aria-rowcount={ended ? rows + 1 : -1}>
        <caption class="visually-hidden">{t('history.caption')}</caption>
        <Head list={list} removal={removal} />
        <tbody>
          <Space px={abovePx} />
          {indexes.map((index) => {
            const record = list.at(index);
            return record === null ? (
              <WaitingRow key={`waiting ${index}`} index={index} />
            ) : (
              <Row
                key={record.id}
                record={record}
                index={index}
                names={names}
                selected={removal.selected.value.has(record.id)}
                onOpen={onOpen}
                onToggle={removal.toggle}
              />
            );
          })}
          <Space px={belowPx} />
        </tbody>
      </table>
    </section>
  );
}

function Head({ list, removal }: Pick<LongTableProps, 'list' | 'removal'>) {
  const selected = removal.selected.value;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" class="col-select">
          <input
            type="checkbox"
            aria-label={t('history.select.all')}
            checked={selected.size > 0 && list.loaded().every(({ id }) => selected.has(id))}
            onChange={({ currentTarget }) => {
              removal.selected.value = new Set(
                currentTarget.checked ? list.loaded().map(({ id }) => id) : [],
              );
            }}
          />
        </th>
        <th scope="col" class="col-time">
          {t('history.time')}
        </th>
        <th scope="col" class="col-site">
          {t('history.site')}
        </th>
        <th scope="col" class="col-model">
          {t('history.model')}
        </th>
        <th scope="col" class="col-status">
          {t('history.status')}
        </th>
        <th scope="col" class="col-tokens number">
          {t('history.tokens')}
        </th>
        <th scope="col" class="col-energy">
          {t('quantity.energy')}
        </th>
        <th scope="col" class="col-co2e number">
          {t('quantity.co2e')}
        </th>
        <th scope="col" class="col-water number">
          {t('quantity.water')}
        </th>
      </tr>
    </thead>
  );
}
