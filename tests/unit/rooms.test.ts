/** The import direction between the rooms is enforced by the linter; these tests plant forbidden imports. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** [file, import, whether the rooms allow it] */
const CASES: readonly (readonly [string, string, 'allowed' | 'forbidden'])[] = [
  ['lib/otm/planted.ts', '../refdb/types', 'allowed'],
  ['lib/otm/planted.ts', '../prompt', 'allowed'],
  ['lib/otm/planted.ts', './v1', 'allowed'],
  ['lib/otm/peers/planted.ts', '../../refdb/types', 'allowed'],
  ['lib/otm/planted.ts', '../refdb', 'forbidden'],
  ['lib/otm/planted.ts', '../store', 'forbidden'],
  ['lib/otm/planted.ts', '../scrapers/site', 'forbidden'],
  ['lib/otm/planted.ts', 'wxt/browser', 'forbidden'],
  ['lib/otm/planted.ts', 'node:fs', 'forbidden'],
  ['lib/refdb/planted.ts', '../otm', 'forbidden'],
  ['lib/refdb/planted.ts', 'dexie', 'forbidden'],
  ['lib/refdb/models/planted.ts', '../../prompt', 'allowed'],
  ['lib/scrapers/planted.ts', '../store', 'forbidden'],
  ['lib/scrapers/planted.ts', '../tokens', 'forbidden'],
  ['lib/scrapers/planted.ts', '../messages', 'forbidden'],
  ['lib/scrapers/planted.ts', 'wxt/browser', 'forbidden'],
  ['lib/scrapers/planted.ts', '../prompt', 'allowed'],
  ['lib/scrapers/sites/planted.ts', '../site', 'allowed'],
  ['lib/scrapers/sites/planted.ts', '../page/marks', 'forbidden'],
  ['lib/scrapers/tracker/planted.ts', './view', 'allowed'],
  ['lib/scrapers/tracker/planted.ts', '../page/reading', 'forbidden'],
  ['lib/scrapers/tracker/planted.ts', '../site', 'forbidden'],
  ['lib/scrapers/tracker/planted.ts', '../clock', 'forbidden'],
  ['lib/scrapers/page/planted.ts', '../tracker/events', 'allowed'],
  ['lib/scrapers/page/planted.ts', '../sites/claude', 'forbidden'],
  ['lib/tokens/planted.ts', '../refdb', 'allowed'],
  ['lib/tokens/planted.ts', '../otm', 'forbidden'],
  ['lib/tokens/planted.ts', 'wxt/browser', 'forbidden'],
  ['lib/pricing/planted.ts', '../otm', 'allowed'],
  ['lib/pricing/planted.ts', '../refdb', 'allowed'],
  ['lib/pricing/planted.ts', '../store', 'forbidden'],
  ['lib/pricing/planted.ts', '../settings', 'forbidden'],
  ['lib/otm/planted.ts', '../pricing', 'forbidden'],
  ['lib/store/planted.ts', '../pricing', 'forbidden'],
  ['lib/store/planted.ts', '../prompt', 'allowed'],
  ['lib/store/planted.ts', '../otm', 'forbidden'],
  ['lib/store/planted.ts', '../tokens', 'forbidden'],
  ['lib/store/planted.ts', 'wxt/browser', 'forbidden'],
  ['lib/ui/planted.ts', '../store', 'allowed'],
  ['lib/ui/planted.ts', '../pricing', 'allowed'],
  ['lib/ui/planted.ts', '../messages', 'forbidden'],
  ['lib/ui/planted.ts', '../scrapers/registry', 'forbidden'],
  ['lib/delivery.ts', './messages', 'allowed'],
  ['lib/delivery.ts', './store', 'forbidden'],
  ['lib/messages/planted.ts', '../scrapers/registry', 'forbidden'],
  ['lib/messages/planted.ts', '../prompt', 'allowed'],
  ['lib/prompt.ts', './refdb/types', 'forbidden'],
];

let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'rooms-'));
  const config = JSON.parse(readFileSync('biome.json', 'utf8'));
  writeFileSync(
    join(root, 'biome.json'),
    JSON.stringify({ ...config, $schema: undefined, vcs: { enabled: false } }),
  );
  cpSync('scripts/lint', join(root, 'scripts/lint'), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Lints one planted file with the project's own rules; returns the linter's words. */
function lintCode(file: string, code: string, ...flags: string[]): { failed: boolean; output: string } {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, code);
  try {
    const output = execFileSync(process.execPath, [biome, 'lint', ...flags, file], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return { failed: false, output };
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return { failed: true, output: stdout + stderr };
  } finally {
    rmSync(path);
  }
}

const lint = (file: string, specifier: string) =>
  lintCode(
    file,
    `import { planted } from '${specifier}';\n\nexport const use = planted;\n`,
    '--only=style/noRestrictedImports',
  );

describe('the tracker', () => {
  it.each(['Date.now()', 'performance.now()', 'Math.random()', 'crypto.randomUUID()', 'document.title'])(
    'may not ask for %s',
    (expression) => {
      const { failed, output } = lintCode(
        'lib/scrapers/tracker/planted.ts',
        `export const planted = () => ${expression};\n`,
      );
      expect(failed).toBe(true);
      expect(output).toContain('The tracker knows no');
    },
  );

  it('may compute', () => {
    const { failed } = lintCode(
      'lib/scrapers/tracker/planted.ts',
      'export const planted = () => Math.max(1, 2);\n',
    );
    expect(failed).toBe(false);
  });
});

describe('imports between the rooms', () => {
  it.each(CASES)('%s importing %s is %s', (file, specifier, verdict) => {
    const { failed, output } = lint(file, specifier);
    expect(failed).toBe(verdict === 'forbidden');
    // A checker that reads nothing passes everything.
    expect(output).toContain(verdict === 'forbidden' ? 'noRestrictedImports' : 'Checked 1 file');
  });
});
