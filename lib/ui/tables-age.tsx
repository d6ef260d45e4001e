/** How old the reference tables are: a default of a site may have changed since. */
import { tablesDate } from '../refdb/version';
import { formatAgo, formatMonth } from './format-time';
import { locale, t } from './i18n';

/** @param now Unix seconds */
export function TablesAge({ now }: { now: number }) {
  const since = Date.parse(tablesDate) / 1000;
  return (
    <p class="small soft">
      {t('tables.age', {
        month: formatMonth(tablesDate.slice(0, 7), locale()),
        ago: formatAgo(since, Math.max(now, since), locale()),
      })}
    </p>
  );
}
