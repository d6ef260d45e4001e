/** Runs steps: lanes side by side, the steps of a lane one after the other, until one fails. */
import { spawn } from 'node:child_process';

export interface Step {
  readonly title: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

interface Outcome {
  readonly good: boolean;
  readonly output: string;
}

/** Output of a step that runs beside others is kept until its end; that of a step alone is shown as it comes. */
function run({ command, args, env }: Step, alone: boolean): Promise<Outcome> {
  return new Promise((done) => {
    const child = spawn(command, [...args], {
      stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      env: { ...process.env, ...(process.stdout.isTTY && !alone ? { FORCE_COLOR: '1' } : {}), ...env },
    });
    const pieces: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (piece: Buffer) => {
        pieces.push(piece);
      });
    child.on('error', (error) => done({ good: false, output: String(error) }));
    child.on('close', (code) => done({ good: code === 0, output: Buffer.concat(pieces).toString() }));
  });
}

/**
 * Runs all lanes and says whether every step was good. After a step that failed no further one begins, in any lane;
 * those that run already are let finish, so that their output is whole too.
 */
export async function runLanes(lanes: readonly (readonly Step[])[]): Promise<boolean> {
  let good = true;
  const alone = lanes.length === 1;
  const inLane = async (lane: readonly Step[]): Promise<void> => {
    for (const step of lane) {
      if (!good) return;
      const began = Date.now();
      if (alone) console.log(`\n== ${step.title}`);
      const outcome = await run(step, alone);
      if (!outcome.good) good = false;
      const seconds = ((Date.now() - began) / 1000).toFixed(1);
      if (!alone) console.log(`\n== ${step.title}\n${outcome.output.trimEnd()}`);
      console.log(`== ${step.title}: ${outcome.good ? 'good' : 'FAILED'} after ${seconds} s`);
    }
  };
  await Promise.all(lanes.map(inLane));
  return good;
}
