// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { type TraceAsker, TracePanel } from '../../../lib/ui/trace-panel';
import { mount } from './mount';

/** A tab that records and gives a trace as the content script does. */
function aTab(recordingAlready = false) {
  let recording = recordingAlready;
  const asked: string[] = [];
  const ask: TraceAsker = async (action) => {
    asked.push(action);
    if (action === 'record') recording = true;
    if (action === 'take') recording = false;
    return { recording, trace: action === 'take' ? '{"format":"tokenprint-trace"}' : null };
  };
  return { ask, asked };
}
const panel = (ask: TraceAsker, open = false) => <TracePanel ask={ask} open={open} fileName="trace.json" />;
const settled = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 0))));

describe('the page trace', () => {
  it('is shown in full before it can be saved', async () => {
    const { ask, asked } = aTab();
    const view = await mount(panel(ask));
    expect(view.text()).not.toContain('Save as a file');
    await view.press('Make a trace');
    await settled();
    expect(view.root.querySelector('textarea')?.value).toBe('{"format":"tokenprint-trace"}');
    expect(asked).toEqual(['state', 'take']);
    const saved = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
    await view.press('Save as a file');
    expect(saved).toHaveBeenCalledOnce();
    saved.mockRestore();
  });

  it('records on request, and goes on with a recording that was begun before', async () => {
    const { ask, asked } = aTab();
    let view = await mount(panel(ask));
    await view.press('Record what happens');
    await settled();
    expect(view.text()).toContain('Recording.');
    view = await mount(panel(aTab(true).ask));
    await settled();
    expect(view.text()).toContain('Recording.');
    await view.press('Stop and show');
    await settled();
    expect(view.text()).not.toContain('Recording.');
    expect(view.root.querySelector('textarea')).not.toBeNull();
    expect(asked).toEqual(['state', 'record']);
  });

  it('is unfolded where the page cannot be read, and says when the page gives nothing', async () => {
    const view = await mount(panel(async () => null, true));
    expect(view.root.querySelector('details')?.open).toBe(true);
    await view.press('Make a trace');
    await settled();
    expect(view.text()).toContain('gave no trace');
  });
});
