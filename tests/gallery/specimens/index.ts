import type { Specimen } from '../specimen';
import { chart } from './chart';
import { comparisons } from './comparisons';
import { controls } from './controls';
import { estimates } from './estimates';
import { helpers } from './helpers';
import { methods } from './methods';
import { notices } from './notices';
import { prompts } from './prompts';
import { rangeBars } from './range-bars';
import { tabs } from './tabs';
import { tasks } from './tasks';
import { totals } from './totals';

/** Everything that the page shows, in its order. */
export const SPECIMENS: readonly Specimen[] = [
  rangeBars,
  estimates,
  ...prompts,
  totals,
  tasks,
  comparisons,
  methods,
  chart,
  controls,
  ...notices,
  tabs,
  helpers,
];
