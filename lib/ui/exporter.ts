import type { Store } from '../store/db';
import type { RecordFilter } from '../store/types';
import type { Exporter } from './export-buttons';

/**
 * Makes export files from the store. The writers are loaded on the first export: a popup that is only looked at
 * does not pay for them.
 * @param settings read at the moment of a JSON export
 * @param filter which prompts; all of them without it
 */
export function storeExporter(
  store: Store,
  settings: () => Promise<unknown>,
  filter: RecordFilter = {},
): Exporter {
  return async (format) => {
    switch (format) {
      case 'csv':
        return (await import('../store/csv-export')).exportCsv(store, filter);
      case 'json':
        return (await import('../store/json-export')).exportJson(store, await settings(), filter);
    }
  };
}
