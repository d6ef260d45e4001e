/** The processes of a browser, seen from the system. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A process and everything that it has started, parents first. */
async function treeOf(root: number): Promise<number[]> {
  const { stdout } = await run('ps', ['-axo', 'pid=,ppid=']);
  const children = new Map<number, number[]>();
  for (const line of stdout.trim().split('\n')) {
    const [pid, parent] = line.trim().split(/\s+/).map(Number);
    if (pid !== undefined && parent !== undefined)
      children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const found = [root];
  for (const one of found) found.push(...(children.get(one) ?? []));
  return found;
}

/** Sends a signal to a process and all it has started; one that has just ended is passed over. */
export async function signalTree(root: number, signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): Promise<void> {
  for (const pid of await treeOf(root)) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** Nothing of the browser runs for so long, as when the computer sleeps. */
export async function holdStill(root: number, ms: number): Promise<void> {
  await signalTree(root, 'SIGSTOP');
  try {
    await new Promise((done) => setTimeout(done, ms));
  } finally {
    await signalTree(root, 'SIGCONT');
  }
}
