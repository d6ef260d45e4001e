import type { Specimen } from '../specimen';
import { chart } from './chart';
import { controls } from './controls';
import { estimates } from './estimates';
import { notices } from './notices';
import { prompts } from './prompts';
import { rangeBars } from './range-bars';
import { tabs } from './tabs';
import { totals } from './totals';

/** Everything that the page shows, in its order. */
export const SPECIMENS: readonly Specimen[] = [
  rangeBars,
  estimates,
  ...prompts,
  totals,
  chart,
  controls,
  ...notices,
  tabs,
];
