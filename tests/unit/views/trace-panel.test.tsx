// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { TracePanel, type TracePanelProps } from '../../../lib/ui/trace-panel';
import { mount } from './mount';

/** A tab that records and gives a trace as the content script does. */
function aTab(recordingAlready = false) {
  let recording = recordingAlready;
  const asked: string[] = [];
  const saved: string[] = [];
  const ask: TracePanelProps['ask'] = async (action) => {
    asked.push(action);
    if (action === 'record') recording = true;
    if (action === 'take') recording = false;
    return { recording, trace: action === 'take' ? '{"format":"tokenprint-trace"}' : null };
  };
  const panel = <TracePanel site="claude" ask={ask} save={(trace) => void saved.push(trace)} />;
  return { panel, asked, saved };
}
const settled = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 0))));

describe('the page trace', () => {
  it('is shown before it can be saved, and saved as it was given', async () => {
    const { panel, asked, saved } = aTab();
    const view = await mount(panel);
    expect(view.text()).not.toContain('Save page trace');
    await view.press('Trace the page as it is');
    await settled();
    expect(view.text()).toContain('"format": "tokenprint-trace"');
    expect(saved).toEqual([]);
    await view.press('Save page trace');
    expect(saved).toEqual(['{"format":"tokenprint-trace"}']);
    expect(asked).toEqual(['state', 'take']);
  });

  it('goes on with a recording that was begun before', async () => {
    const view = await mount(aTab(true).panel);
    await settled();
    expect(view.text()).toContain('Recording…');
    await view.press('End and show the trace');
    await settled();
    expect(view.text()).toContain('tokenprint-trace');
  });

  it('says when the page does not answer', async () => {
    const view = await mount(<TracePanel site="claude" ask={async () => null} />);
    await view.press('Record');
    await settled();
    expect(view.text()).toContain('does not answer');
  });
});
