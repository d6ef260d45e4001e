/** The component page as files in memory, for the tests that look at it. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const CONFIG = fileURLToPath(new URL('./vite.config.ts', import.meta.url));

/** Address under which the tests show the page; it is never asked of any network. */
export const GALLERY_ORIGIN = 'https://gallery.invalid';

/** Builds the page; gives what each path under {@link GALLERY_ORIGIN} holds. */
export async function buildGallery(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const built = await build({ configFile: CONFIG, logLevel: 'error', build: { write: false } });
  if (!('output' in built)) throw new Error('the component page was not built in one piece');
  return new Map(
    built.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
}
