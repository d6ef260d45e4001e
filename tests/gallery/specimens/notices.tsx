import { Empty } from '../../../lib/ui/empty';
import { ExportButtons } from '../../../lib/ui/export-buttons';
import { Notice } from '../../../lib/ui/notice';
import { PROBLEM_KINDS, ProblemNotice } from '../../../lib/ui/problem';
import { START } from '../../unit/views/records';
import type { Specimen } from '../specimen';

const LONG = `DOMException: ${'a message without any place to break '.replaceAll(' ', '_').repeat(3)}`;

/** The first run, plain words, and everything that can be wrong with the store. */
export const notices: readonly Specimen[] = [
  {
    name: 'notice',
    cases: [
      <Empty key="empty" next="empty.popup" />,
      <Notice key="warn" tone="warn" title="A title alone" />,
      <Notice key="danger" tone="danger" title="A title">
        <p>And what to do about it.</p>
      </Notice>,
    ],
  },
  {
    name: 'problem',
    cases: [
      ...PROBLEM_KINDS.map((kind) => (
        <ProblemNotice key={kind} problem={{ kind, message: null, time: null }} utcOffsetMinutes={0} />
      )),
      <ProblemNotice
        key="full"
        problem={{ kind: 'unexpected', message: LONG, time: START }}
        utcOffsetMinutes={0}
      >
        <ExportButtons exporter={async () => new Blob([])} />
      </ProblemNotice>,
    ],
  },
];
