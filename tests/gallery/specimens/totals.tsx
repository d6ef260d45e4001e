import { ChatTotals, PeriodTotals } from '../../../lib/ui/totals';
import { measures } from '../../unit/views/records';
import type { Specimen } from '../specimen';

/** Sums: none, one, many; of a chat by either headline. */
export const totals: Specimen = {
  name: 'totals',
  cases: [
    <PeriodTotals key="none" measures={measures(0, 0)} headline="otm-shared" />,
    <PeriodTotals key="one" measures={measures(1, 0.34)} headline="otm-shared" />,
    <PeriodTotals key="many" measures={measures(1_234_567, 765_432)} headline="otm-shared" />,
    <PeriodTotals key="v1" measures={measures(12, 4)} headline="otm-v1" />,
    <ChatTotals key="chat" measures={measures(12, 4)} headline="otm-shared" />,
    <ChatTotals key="chat-v1" measures={measures(1, 0.0004)} headline="otm-v1" />,
  ],
};
