/** What a site's DOM means is written in lib/scrapers/sites and nowhere else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOM = join(import.meta.dirname, '../../../lib/scrapers');
const code = (file: string): string =>
  readFileSync(join(ROOM, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
const files = (folder: string): string[] =>
  readdirSync(join(ROOM, folder))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name));

/** Marks that only a site could have: data attributes, test ids, classes and custom elements. */
const SITE_MARK =
  /['"`][^'"`\n]*\[(?:data-|aria-label)|data-test|markdown|user-query|model-response|ProseMirror/;

describe('the scrapers', () => {
  it.each([...files('.'), ...files('page'), ...files('tracker')])('%s names no mark of a site', (file) => {
    expect(code(file)).not.toMatch(SITE_MARK);
  });

  it.each(files('sites').filter((file) => !file.endsWith('common.ts')))('%s does', (file) => {
    expect(code(file)).toMatch(SITE_MARK);
  });

  const READING = [...files('.'), ...files('sites'), ...files('page'), ...files('tracker')];
  it.each(READING.filter((file) => file !== 'page/visible.ts'))(
    '%s changes nothing and asks for no layout',
    (file) => {
      expect(code(file)).not.toMatch(
        /\b(?:innerText|getComputedStyle|getBoundingClientRect|offset(?:Width|Height|Top|Left)|client(?:Width|Height)|scroll(?:Top|Height)|checkVisibility|innerHTML|setAttribute|removeAttribute|append(?:Child)?|insertAdjacent\w+|replaceChildren|removeChild|classList\.(?:add|remove|toggle))\b/,
      );
    },
  );
});
