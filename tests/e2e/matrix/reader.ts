/** Reads the extension's records from a page of its own that shows nothing, again and again. */
import type { PromptRecord } from '../../../lib/prompt';
import type { Harness, Page } from '../harness';

export interface RecordReader {
  /** Records of a layout that began at or after a time (Unix seconds), oldest first. */
  read(layout: string | null, sinceTime: number): Promise<PromptRecord[]>;
  close(): Promise<void>;
}

/** A picture: a document of the extension's origin that runs nothing. */
const SILENT_PAGE = 'icon/16.png';

export function createReader(harness: Harness): RecordReader {
  let page: Promise<Page> | null = null;
  const ask = async (layout: string | null, sinceTime: number): Promise<PromptRecord[]> => {
    page ??= harness.openExtensionPage(SILENT_PAGE);
    return (await page).evaluate(
      async ({ layout, sinceTime }) => {
        const settle = <T>(request: IDBRequest<T>): Promise<T> =>
          new Promise((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
        const known = await indexedDB.databases();
        if (!known.some(({ name }) => name === 'tokenprint')) return [];
        const database = await settle(indexedDB.open('tokenprint'));
        // The worker may be about to make or upgrade the store: a reader must never stand in its way.
        database.onversionchange = () => database.close();
        try {
          if (!database.objectStoreNames.contains('records')) return [];
          const rows: unknown[] = await settle(
            database.transaction('records').objectStore('records').getAll(),
          );
          return (rows as PromptRecord[])
            .filter((row) => row.startTime >= sinceTime && (layout === null || row.layout === layout))
            .sort((one, other) => one.startTime - other.startTime || one.attempt - other.attempt);
        } finally {
          database.close();
        }
      },
      { layout, sinceTime },
    );
  };
  return {
    async read(layout, sinceTime) {
      try {
        return await ask(layout, sinceTime);
      } catch {
        // The extension was reloaded and its pages are gone: once more, with a new one.
        page = null;
        return ask(layout, sinceTime);
      }
    },
    async close() {
      await (await page)?.close().catch(() => undefined);
    },
  };
}
