/** `#history?prompt=<id>` opens the working of a prompt. */
import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import type { OpenPrompt } from '../../../entrypoints/dashboard/model';
import { parseRoute } from '../../../entrypoints/dashboard/route';
import { followPrompt } from '../../../entrypoints/dashboard/working/address';
import type { PromptRecord } from '../../../lib/prompt';
import { LOADING } from '../../../lib/ui/live';
import { record } from './records';

function setUp(hash: string, stored: PromptRecord | null = record()) {
  const route = signal(parseRoute(hash));
  const open = signal<OpenPrompt | null>(null);
  const openPrompt = vi.fn(async (opened: PromptRecord) => {
    open.value = { record: opened, factors: LOADING, working: LOADING };
  });
  const read = vi.fn(async (_id: string) => stored);
  const replace = vi.fn((next: string) => {
    route.value = parseRoute(next);
  });
  followPrompt({ route, model: { open, openPrompt }, read, replace });
  return { route, open, openPrompt, read, replace };
}

describe('the prompt that the address names', () => {
  it('is read and opened', async () => {
    const { openPrompt, read } = setUp('#history?site=chatgpt&prompt=r1');
    await vi.waitFor(() => expect(openPrompt).toHaveBeenCalledOnce());
    expect(read).toHaveBeenCalledExactlyOnceWith('r1');
  });

  it('leaves the address when it is closed, and can be opened again', async () => {
    const { route, open, openPrompt, replace } = setUp('#history?site=chatgpt&prompt=r1');
    await vi.waitFor(() => expect(open.value).not.toBeNull());
    open.value = null;
    expect(replace).toHaveBeenCalledExactlyOnceWith('#history?site=chatgpt');
    route.value = parseRoute('#overview?prompt=r1');
    await vi.waitFor(() => expect(openPrompt).toHaveBeenCalledTimes(2));
  });

  it('opens nothing when it is gone or cannot be read', async () => {
    const { openPrompt, read } = setUp('#overview?prompt=r1', null);
    await vi.waitFor(() => expect(read).toHaveBeenCalled());
    expect(openPrompt).not.toHaveBeenCalled();
  });

  it('is none in other addresses, and a prompt opened from a list leaves them alone', () => {
    const { open, read, replace } = setUp('#history?site=claude');
    open.value = { record: record(), factors: LOADING, working: LOADING };
    open.value = null;
    expect(read).not.toHaveBeenCalled();
    expect(replace).not.toHaveBeenCalled();
  });
});
