import type { Store } from '../store/db';
import type { Exporter } from './export-buttons';

/**
 * Makes export files from the store. The writers are loaded on the first export: a popup that is only looked at
 * does not pay for them.
 * @param settings read at the moment of a JSON export
 */
export function storeExporter(store: Store, settings: () => Promise<unknown>): Exporter {
  return async (format) => {
    switch (format) {
      case 'csv':
        return (await import('../store/csv-export')).exportCsv(store);
      case 'json':
        return (await import('../store/json-export')).exportJson(store, await settings());
    }
  };
}
