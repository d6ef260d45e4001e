/** What axe finds on a page. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';

/** WCAG 2.2 AA, target size included, and what axe's makers advise besides. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The one rule whose verdict depends on the theme: all others read the tree, its names and its sizes. */
const RULE_OF_THEMES = 'color-contrast';

/** One line for each element that axe objects to. */
async function findings(asked: AxeBuilder): Promise<string[]> {
  const { violations } = await asked.setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

/**
 * What axe objects to in the light theme, and in the dark one as far as it depends on the theme.
 * @param besides rules that cannot hold here
 */
export async function findingsInBothThemes(page: Page, besides: readonly string[] = []): Promise<string[]> {
  // Transitions of colours would be measured half-way.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await findings(new AxeBuilder({ page }).withTags(RULES).disableRules([...besides]));
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await findings(new AxeBuilder({ page }).withRules(RULE_OF_THEMES));
  return [...light.map((line) => `light: ${line}`), ...dark.map((line) => `dark: ${line}`)];
}

/** Names of the elements that would move, of a page that is asked to move nothing. */
export const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = [...document.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationName } = getComputedStyle(element);
      return animationName !== 'none' || transitionDuration.split(',').some((time) => parseFloat(time) > 0);
    });
    return [...new Set(found.map((element) => element.localName))];
  });

/**
 * What cannot be seen in forced colours: groups whose chosen option looks as another one does, and the focus
 * after a press of Tab.
 */
export async function unseenInForcedColours(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  try {
    const alike = await page.evaluate(() =>
      [...document.querySelectorAll('.segments')]
        .filter((group) => {
          const look = (span: Element | null | undefined) =>
            span ? getComputedStyle(span).backgroundColor : 'none';
          const chosen = look(group.querySelector('input:checked + span'));
          return [...group.querySelectorAll('input:not(:checked) + span')].some(
            (span) => look(span) === chosen,
          );
        })
        .map((group) => `choice: ${group.textContent}`),
    );
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const focused = document.activeElement;
      return focused === null || focused === document.body ? 'none' : getComputedStyle(focused).outlineStyle;
    });
    return outline === 'none' ? [...alike, 'focus'] : alike;
  } finally {
    await page.emulateMedia({ forcedColors: 'none' });
  }
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
