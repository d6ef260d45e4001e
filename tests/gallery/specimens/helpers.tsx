import { TracePanel } from '../../../lib/ui/trace-panel';
import { ZonePicker } from '../../../lib/ui/zone-picker';
import type { Specimen } from '../specimen';

const trace = JSON.stringify({ format: 'trace', events: [{ at: 0, kind: 'look' }] });

/** Recording a page's structure: at rest, recording, taken. Whose electricity is assumed: nobody's, a country's. */
export const helpers: Specimen = {
  name: 'helpers',
  cases: [
    <TracePanel key="rest" site="chatgpt" ask={async () => ({ recording: false, trace: null })} />,
    <TracePanel key="on" site="chatgpt" ask={async () => ({ recording: true, trace: null })} />,
    <TracePanel key="taken" site="chatgpt" ask={async () => ({ recording: false, trace })} />,
    <ZonePicker key="none" zone={null} onChoose={() => {}} />,
    <ZonePicker key="one" zone="FRA" onChoose={() => {}} />,
  ],
};
