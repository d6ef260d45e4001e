/** Every situation of a chat page that can be played, and for the others what answers for them. */
import { type ChatLayout, LAYOUTS, siteOf } from '../support';
import { ANSWERING } from './groups/answering';
import { ATTEMPTS } from './groups/attempts';
import { ENDING } from './groups/ending';
import { EXTENSION } from './groups/extension';
import { LANGUAGES } from './groups/languages';
import { MACHINE } from './groups/machine';
import { NOT_A_PROMPT } from './groups/not-a-prompt';
import { ONE_SITE } from './groups/one-site';
import { PARALLEL } from './groups/parallel';
import { SENDING } from './groups/sending';
import type { Cell, Situation } from './types';

export const SITUATIONS: readonly Situation[] = [
  ...SENDING,
  ...ANSWERING,
  ...ATTEMPTS,
  ...ENDING,
  ...ONE_SITE,
  ...MACHINE,
  ...NOT_A_PROMPT,
  ...PARALLEL,
  ...LANGUAGES,
  ...EXTENSION,
];

/** All cells of the table that exist. */
export function allCells(browsers: readonly Cell['browser'][]): Cell[] {
  return SITUATIONS.flatMap((situation) =>
    browsers.flatMap((browser) =>
      situation.notIn?.[browser] !== undefined
        ? []
        : LAYOUTS.filter((layout) => situation.not?.[layout] === undefined).map((layout) => ({
            situation,
            layout,
            browser,
          })),
    ),
  );
}

/** Whether a situation is built from reports alone on a layout. */
export const isMadeUp = ({ madeUp }: Situation, layout: ChatLayout): boolean =>
  madeUp === true || madeUp?.includes(layout) === true;

/** The first layout of each site, of the layouts of some cells. */
const firstOfSites = (cells: readonly Cell[]): ChatLayout[] => {
  const layouts = cells.map(({ layout }) => layout);
  return layouts.filter(
    (layout, index) => layouts.findIndex((other) => siteOf(other) === siteOf(layout)) === index,
  );
};

/**
 * A part that has every situation and every layout in it: each situation once, browsers and layouts taken in turn.
 * A few situations are played more often, as their `quickOn` says.
 */
export function someCells(browsers: readonly Cell['browser'][]): Cell[] {
  const all = allCells(browsers);
  return SITUATIONS.filter(({ open, fullOnly }) => open === undefined && fullOnly !== true).flatMap(
    (situation, index) => {
      const own = all.filter((cell) => cell.situation === situation);
      if (situation.quickOn === 'every layout') return own;
      const quick = situation.quickIn === undefined ? -1 : browsers.indexOf(situation.quickIn);
      const turn = quick === -1 ? index % browsers.length : quick;
      const inTurn = [...browsers.slice(turn), ...browsers.slice(0, turn)];
      if (situation.quickOn === 'every site')
        return firstOfSites(own).flatMap((layout, place) =>
          own.filter((cell) => cell.layout === layout && cell.browser === inTurn[place % inTurn.length]),
        );
      for (const browser of inTurn) {
        const cells = own.filter((cell) => cell.browser === browser);
        const cell = cells[Math.floor(index / browsers.length) % Math.max(1, cells.length)];
        if (cell !== undefined) return [cell];
      }
      return [];
    },
  );
}
