/** What axe finds on a page. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';

/** WCAG 2.2 AA, target size included, and what axe's makers advise besides. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One line for each element that axe objects to. @param besides rules that cannot hold here */
export async function findings(page: Page, besides: readonly string[]): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(RULES)
    .disableRules([...besides])
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

/** The same in the light and in the dark theme. */
export async function findingsInBothThemes(page: Page, besides: readonly string[] = []): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    // Transitions of colours would be measured half-way.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(...(await findings(page, besides)).map((line) => `${colorScheme}: ${line}`));
  }
  return found;
}

/** Elements that stick out of a page that is `width` CSS pixels wide, outermost first. */
export const sticksOut = (page: Page, width: number): Promise<string[]> =>
  page.evaluate((limit) => {
    const scrolls = (element: Element) => element.closest('.scroll-x, [data-scroll-x]') !== null;
    const open = document.querySelector('dialog[open]');
    const root = open ?? document.scrollingElement ?? document.documentElement;
    const widest = open === null ? limit : open.clientWidth;
    if (root.scrollWidth <= widest) return [];
    const edge = open === null ? limit : open.getBoundingClientRect().right;
    return [...root.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > edge + 0.5 && !scrolls(element))
      .map(
        (element) => `${root.scrollWidth}: <${element.localName} class="${element.getAttribute('class')}">`,
      )
      .slice(0, 4);
  }, width);
