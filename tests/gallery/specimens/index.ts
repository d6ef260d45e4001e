import type { Specimen } from '../specimen';
import { budgets } from './budgets';
import { chart } from './chart';
import { comparisons } from './comparisons';
import { controls } from './controls';
import { estimates } from './estimates';
import { helpers } from './helpers';
import { methods } from './methods';
import { models } from './models';
import { notices } from './notices';
import { panels } from './panels';
import { prompts } from './prompts';
import { rangeBars } from './range-bars';
import { tabs } from './tabs';
import { tasks } from './tasks';
import { totals } from './totals';
import { workings } from './working';

/** Everything that the page shows, in its order. */
export const SPECIMENS: readonly Specimen[] = [
  rangeBars,
  estimates,
  ...prompts,
  totals,
  tasks,
  budgets,
  comparisons,
  methods,
  chart,
  ...models,
  controls,
  ...notices,
  tabs,
  helpers,
  ...panels,
  ...workings,
];
