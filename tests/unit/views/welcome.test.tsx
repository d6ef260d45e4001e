// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { grantSite } from '../../../entrypoints/popup/tab';
import { type Allowed, Permissions } from '../../../entrypoints/welcome/permissions';
import { mount } from './mount';

const { request } = vi.hoisted(() => ({ request: vi.fn(async () => true) }));
vi.mock('wxt/browser', () => ({ browser: { permissions: { request } } }));

beforeEach(() => {
  request.mockClear();
});

const NONE = { chatgpt: false, claude: false, gemini: false };

async function show(allowed: Allowed) {
  const state = signal(allowed);
  const View = () => <Permissions allowed={state.value} onGrant={(site) => void grantSite(site)} />;
  const view = await mount(<View />);
  const lines = () => [...view.root.querySelectorAll('li')].map((line) => line.lastElementChild?.textContent);
  return { ...view, state, lines };
}

describe('the sites on the welcome page', () => {
  it('are asked about until the browser has answered', async () => {
    expect((await show(null)).lines()).toEqual(Array(3).fill('Asking the browser…'));
  });

  it('each say whether they may be read, and follow what the browser says', async () => {
    const { lines, state } = await show(NONE);
    expect(lines()).toEqual(['Allow ChatGPT', 'Allow Claude', 'Allow Gemini']);
    await act(() => {
      state.value = { ...NONE, gemini: true };
    });
    expect(lines()).toEqual(['Allow ChatGPT', 'Allow Claude', 'Allowed']);
  });

  it('have a button that asks for its own site, still within the press', async () => {
    const { root } = await show(NONE);
    root.querySelectorAll('button').item(2).click();
    // Nothing was awaited since: after that the browser no longer takes the question for the person's.
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://gemini.google.com/*'] });
  });
});
