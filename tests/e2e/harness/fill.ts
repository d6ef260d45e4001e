import type { Page } from './types';

const FILLER = 'filler';

/** Writes into a database of its own until the extension's storage takes no more; from inside one of its pages. */
export function takeAllRoom(page: Page): Promise<void> {
  return page.evaluate(async (name) => {
    const open = indexedDB.open(name);
    open.onupgradeneeded = () => open.result.createObjectStore('pieces', { autoIncrement: true });
    await new Promise((done, fail) => {
      open.onsuccess = done;
      open.onerror = fail;
    });
    const fits = (bytes: number): Promise<boolean> =>
      new Promise((answer) => {
        const writing = open.result.transaction('pieces', 'readwrite');
        writing.oncomplete = () => answer(true);
        writing.onabort = () => answer(false);
        // Random bytes cannot be packed smaller.
        const pieces = Array.from({ length: Math.ceil(bytes / 65_536) }, () =>
          crypto.getRandomValues(new Uint8Array(Math.min(bytes, 65_536))),
        );
        writing.objectStore('pieces').add(pieces);
      });
    for (let bytes = 8_388_608; bytes >= 256; bytes /= 4) while (await fits(bytes));
    open.result.close();
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
