/** An extension that observes the chat pages as ours does and does nothing: what observing alone costs. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attributesOf } from '../../../lib/scrapers/page/attributes';
import { SITES } from '../../../lib/scrapers/registry';

/** Writes it into a folder of its own; gives the folder. */
export async function makeEmptyExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tokenprint-empty-'));
  await mkdir(join(folder, 'content-scripts'));
  const scripts = SITES.map(({ id, hosts }) => ({
    matches: hosts.map((host) => `https://${host}/*`),
    js: [`content-scripts/${id}.js`],
    run_at: 'document_start',
  }));
  const manifest = {
    manifest_version: 3,
    name: 'Observes and does nothing',
    version: '1',
    background: { service_worker: 'background.js' },
    content_scripts: scripts,
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'background.js'), '');
  for (const { id, layouts } of SITES) {
    const attributeFilter = [...new Set(layouts.flatMap(attributesOf))];
    const options = { subtree: true, childList: true, characterData: true, attributeFilter };
    const code = `new MutationObserver(() => {}).observe(document, ${JSON.stringify(options)});`;
    await writeFile(join(folder, 'content-scripts', `${id}.js`), code);
  }
  return folder;
}
