import type { LogEntry, Sim } from '../../sites/types';
import type { Page, SitePage } from './types';

/** Adds what only simulated chat pages can to a page of either browser. */
export function sitePage(page: Page): SitePage {
  const sim: SitePage['sim'] = (method, ...parameters) =>
    page.evaluate(
      ({ name, values }) => {
        const member: unknown = Reflect.get(window.__sim, name);
        return typeof member === 'function' ? member.apply(window.__sim, values) : member;
      },
      { name: method as keyof Sim, values: parameters },
    );
  return {
    ...page,
    sim,
    log: async () => (await sim('log')) as LogEntry[],
    send: async (text) => {
      const before = ((await sim('log')) as LogEntry[]).length;
      await page.click('[data-sim="composer"]');
      for (const [index, line] of text.split('\n').entries()) {
        if (index > 0) await page.press('Shift+Enter');
        await page.type(line);
      }
      await page.press('Enter');
      const after = ((await sim('log')) as LogEntry[]).length;
      if (after !== before + 1) throw new Error(`the page took ${after - before} prompts instead of one`);
    },
    idle: (timeoutMs) => page.waitFor(() => window.__sim.waiting() === 0, timeoutMs),
  };
}
