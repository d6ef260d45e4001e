/**
 * Kept pictures. They hold for one browser version with one set of fonts: elsewhere nothing is compared, and the
 * tests say so. `TOKENPRINT_SCREENSHOTS=update` takes them anew.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { ROOT } from '../harness/places';
import { compare } from './compare';
import { smaller } from './smaller';

const KEPT = join(ROOT, 'tests/e2e/screenshots');
/** Where the pictures of a failed comparison go. */
const FAILED = join(ROOT, '.cache/screenshots');
const MADE_WITH = join(KEPT, 'made-with.json');
/** Share of points that may differ: a moved edge of one letter, not a moved line. */
const TOLERANCE = 0.0005;

export const UPDATE = process.env.TOKENPRINT_SCREENSHOTS === 'update';

/** What pictures depend on besides our own code. */
export interface MadeWith {
  readonly browser: string;
  readonly platform: string;
  /** Hash of a picture of letters that are in no font of ours, and of some that are. */
  readonly letters: string;
}

/** Looks at the browser that takes the pictures. `page` must show the component page, for its font. */
export async function madeWith(page: Page): Promise<MadeWith> {
  const letters = await page.evaluate(async () => {
    await document.fonts.ready;
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    canvas.width = 400;
    context.font = `14px ${getComputedStyle(document.documentElement).fontFamily}`;
    context.fillText('Tokenprint 0.34 Wh CO₂e → ≈ ⅓ نموذج', 4, 40);
    return canvas.toDataURL();
  });
  return {
    browser: page.context().browser()?.version() ?? '',
    platform: `${process.platform}-${process.arch}`,
    letters: createHash('sha256').update(letters).digest('hex').slice(0, 16),
  };
}

/** Why nothing can be compared here; null when it can. */
export async function whyNot(now: MadeWith): Promise<string | null> {
  if (UPDATE) return null;
  const kept = await readFile(MADE_WITH, 'utf8').catch(() => null);
  if (kept === null) return 'there are no kept pictures';
  const then = JSON.parse(kept) as MadeWith;
  const other = (['browser', 'platform', 'letters'] as const).filter((key) => then[key] !== now[key]);
  return other.length === 0
    ? null
    : `the pictures were made with ${other.map((key) => `${key} ${then[key]}, here is ${now[key]}`).join('; ')}`;
}

export async function keepMadeWith(now: MadeWith): Promise<void> {
  await mkdir(KEPT, { recursive: true });
  await writeFile(MADE_WITH, `${JSON.stringify(now, null, 2)}\n`);
}

/**
 * Compares a picture with the kept one of this name, or keeps it when pictures are taken anew.
 * @returns what is wrong, null when nothing is
 */
export async function checkLooks(page: Page, name: string, is: Buffer): Promise<string | null> {
  const path = join(KEPT, `${name}.png`);
  const was = await readFile(path).catch(() => null);
  if (UPDATE) {
    // An equal picture keeps its bytes, so that only real changes show in the history.
    const kept = smaller(is);
    if (was?.equals(kept) !== true) await writeFile(path, kept);
    return null;
  }
  if (was === null) return `there is no kept picture ${name}.png: npm run screenshots makes it`;
  if (was.equals(is)) return null;
  const off = await compare(page, was, is);
  if (off.kind === 'points' && off.points <= off.of * TOLERANCE) return null;
  await mkdir(FAILED, { recursive: true });
  await writeFile(join(FAILED, `${name}.is.png`), is);
  if (off.kind === 'size') return `${name}: was ${off.was}, is ${off.is}`;
  await writeFile(join(FAILED, `${name}.off.png`), Buffer.from(off.picture, 'base64'));
  return `${name}: ${off.points} of ${off.of} points differ; see .cache/screenshots/${name}.off.png`;
}
