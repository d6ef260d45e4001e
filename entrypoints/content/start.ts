/**
 * The start of a site's script. The manifest starts it with the page, and the worker starts it in chats that are
 * already open; when both do, the first one goes on and the second does nothing.
 */
import type { Site } from '../../lib/scrapers/site';
import { beginLife } from './life';
import { measure } from './measure';
import './running';

/**
 * All scripts of one extension in one page share a world that the page cannot see. A new one finds the one before
 * there. After an update it finds nothing: the extension gets a new world, and the old script ends by itself.
 */
export function start(site: Site): void {
  if (globalThis.tokenprint?.life.lasts()) return;
  globalThis.tokenprint = measure(beginLife(window), site);
}
