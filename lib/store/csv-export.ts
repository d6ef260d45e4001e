import type { Store } from './db';
import type { RecordFilter } from './types';
export function exportCsv(_store: Store, _filter: RecordFilter = {}): Promise<Blob> {
  throw new Error('being written');
}
