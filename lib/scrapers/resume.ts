/** The key by which a stored prompt is found again from its question's turn. */
import type { PageReading } from './page-reading';
import type { Turn } from './site';

/** The site's key of the last turn, else its place where all turns stay mounted; null when neither tells it. */
export function turnKeyOf(page: PageReading, turn: Turn | null): string | null {
  if (turn === null || turn.key !== null) return turn?.key ?? null;
  return page.layout.virtualised ? null : `nth-${page.count('user')}`;
}
