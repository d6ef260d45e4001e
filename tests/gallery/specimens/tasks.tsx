import { TaskTotals } from '../../../lib/ui/task-totals';
import { estimate, record, spread } from '../../unit/views/records';
import type { Specimen } from '../specimen';

const attempts = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    record({
      id: `attempt-${index}`,
      attempt: index + 1,
      attemptKind: index === 0 ? 'first' : index % 2 === 0 ? 'edit' : 'retry',
      status: index === 1 ? 'stopped' : 'complete',
      estimate: estimate({ energyWh: spread(0.3 * (index + 1)) }),
    }),
  );

/** The attempts of one task: two, and more than are listed. */
export const tasks: Specimen = {
  name: 'tasks',
  cases: [2, 9].map((count) => (
    <TaskTotals key={count} attempts={attempts(count)} workingAddress={(id) => `#${id}`} />
  )),
};
