import type { Page } from './types';

const FILLER = 'filler';

/** Writes into a database of its own until the extension's storage takes no more; from inside one of its pages. */
export function takeAllRoom(page: Page): Promise<void> {
  return page.evaluate(async (name) => {
    // Opened for each piece: Firefox closes a database that has been refused a write.
    const database = (): Promise<IDBDatabase> =>
      new Promise((done, fail) => {
        const open = indexedDB.open(name);
        open.onupgradeneeded = () => open.result.createObjectStore('pieces', { autoIncrement: true });
        open.onsuccess = () => done(open.result);
        open.onerror = () => fail(open.error);
      });
    const fits = async (bytes: number): Promise<boolean> => {
      const own = await database();
      const size = Math.min(bytes, 65_536);
      // Random bytes cannot be packed smaller.
      const piece = Array.from({ length: bytes / size }, () => crypto.getRandomValues(new Uint8Array(size)));
      const written = await new Promise<boolean>((answer) => {
        const writing = own.transaction('pieces', 'readwrite');
        writing.oncomplete = () => answer(true);
        writing.onabort = () => answer(false);
        writing.objectStore('pieces').add(piece);
      });
      own.close();
      return written;
    };
    for (let bytes = 8_388_608; bytes >= 256; bytes /= 4) while (await fits(bytes));
  }, FILLER);
}

export function giveRoomBack(page: Page): Promise<void> {
  return page.evaluate(
    (name) =>
      new Promise<void>((done, fail) => {
        const deleting = indexedDB.deleteDatabase(name);
        deleting.onsuccess = () => done();
        deleting.onerror = () => fail(deleting.error);
      }),
    FILLER,
  );
}
