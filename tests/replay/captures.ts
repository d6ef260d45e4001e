/** The saved pages of the sites, where they are at hand: they are not part of this project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MediaSeen, SiteId } from '../../lib/prompt';

const FOLDER = join(import.meta.dirname, '../../../shared/dom-captures');

export const CAPTURES_PRESENT = existsSync(FOLDER);

export interface ExpectedTurn {
  readonly role: 'user' | 'assistant';
  readonly textStart: string;
  readonly textLength: number;
  readonly nonSpaceLength: number;
  readonly model?: string;
  readonly streaming?: boolean;
  readonly finished?: boolean;
  readonly failed?: boolean;
  readonly thinkingBlock?: boolean;
}

export interface Capture {
  readonly site: SiteId;
  readonly name: string;
  readonly html: string;
  readonly expected: {
    readonly userTurns: number;
    readonly assistantTurns: number;
    readonly turns: readonly ExpectedTurn[];
    /** Whether an answer is being made. */
    readonly generating?: boolean;
    /** Of the whole page. */
    readonly media?: Partial<MediaSeen>;
  };
}

/** Every page with counted turns, by site and date. */
export function captures(): Capture[] {
  if (!CAPTURES_PRESENT) return [];
  return (['chatgpt', 'claude', 'gemini'] as const).flatMap((site) =>
    readdirSync(join(FOLDER, site))
      .filter((file) => file.endsWith('.html'))
      .sort()
      .map((file) => {
        const name = file.slice(0, -'.html'.length);
        return {
          site,
          name,
          html: readFileSync(join(FOLDER, site, file), 'utf8'),
          expected: JSON.parse(readFileSync(join(FOLDER, site, `${name}.expected.json`), 'utf8')),
        };
      }),
  );
}

/** Pages of other chat sites, which no layout may take for its own. */
export function foreignPages(): { name: string; html: string }[] {
  if (!CAPTURES_PRESENT) return [];
  return readdirSync(join(FOLDER, 'other')).map((name) => ({
    name,
    html: readFileSync(join(FOLDER, 'other', name), 'utf8'),
  }));
}
