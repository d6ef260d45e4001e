/**
 * Pages of our own that stand for the saved pages of the sites: the elements and attributes that a reader could use,
 * with other words of the same lengths. They lie with the pages of each layout, under the saved page's name.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteId } from '../../lib/prompt';
import type { Capture } from './captures';

const PAGES = join(import.meta.dirname, '../fixtures/pages');
const EXPECTED = '.expected.json';

/** How many there are; a page that is lost is a failure. */
export const SKELETON_COUNTS: Readonly<Partial<Record<SiteId, number>>> = {
  chatgpt: 18,
  claude: 7,
  gemini: 9,
};

/** Every skeleton of a site, by date. */
export function skeletons(site: SiteId): Capture[] {
  return readdirSync(join(PAGES, site))
    .filter((file) => file.endsWith(EXPECTED))
    .sort()
    .map((file) => {
      const name = file.slice(0, -EXPECTED.length);
      return {
        site,
        name,
        html: readFileSync(join(PAGES, site, `${name}.html`), 'utf8'),
        expected: JSON.parse(readFileSync(join(PAGES, site, file), 'utf8')),
      };
    });
}
