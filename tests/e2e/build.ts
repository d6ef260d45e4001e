import { spawnSync } from 'node:child_process';

/** Builds the extension for both browsers once before the end-to-end tests; `TOKENPRINT_BUILT=1` says it is done. */
export default function build(): void {
  if (process.env.TOKENPRINT_BUILT === '1') return;
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('the extension does not build');
}
