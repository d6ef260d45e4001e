import type { Page } from './types';

interface Tabs {
  query(filter: { active: boolean }): Promise<{ id?: number; lastAccessed?: number }[]>;
}

/** Id of the tab that is in front, asked from inside an extension page; -1 when there is none. */
export function activeTab(helper: Page): Promise<number> {
  return helper.evaluate(async () => {
    const api: unknown = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const found = await (api as { tabs: Tabs }).tabs.query({ active: true });
    const latest = found.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
    return latest?.id ?? -1;
  });
}
