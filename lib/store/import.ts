import type { Store } from './db';
import type { ImportMode, ImportReport } from './types';
export function previewImport(
  _store: Store,
  _file: string | Blob,
  _options?: { readonly mode: ImportMode },
): Promise<ImportReport> {
  throw new Error('being written');
}
export function importFile(
  _store: Store,
  _file: string | Blob,
  _options: { readonly mode: ImportMode },
): Promise<ImportReport> {
  throw new Error('being written');
}
