import type { Store } from './db';
export function exportJson(_store: Store, _settings: unknown): Promise<Blob> {
  throw new Error('being written');
}
