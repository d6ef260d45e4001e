/** The command as a person or a program runs it. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const TSX = createRequire(import.meta.url).resolve('tsx/cli');

function estimate(args: readonly string[], input = '') {
  const { stdout, stderr, status } = spawnSync(process.execPath, [TSX, 'scripts/estimate.ts', ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}

describe('npm run estimate', () => {
  it('prints the fields of its contract as JSON', () => {
    const { stdout, status } = estimate(['--model', 'gpt-5', '--input', '100', '--output', '300', '--json']);
    expect(status).toBe(0);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({
      model: 'gpt-5',
      energyWh: { central: expect.closeTo(0.31176983, 7) },
      waterMl: { onSite: expect.any(Number), offSite: expect.any(Number) },
      joulesPerOutputToken: expect.closeTo(3.62992, 5),
      gpuJoulesPerOutputToken: expect.closeTo(1.972343, 5),
      otmV1: { activeGpus: 6, energyWh: expect.closeTo(2.42, 2) },
      versions: { otm: expect.any(String), refdb: expect.any(String) },
    });
    for (const name of ['co2eGrams', 'costUsd', 'methods', 'rangeCauses', 'assumptions']) {
      expect(result).toHaveProperty(name);
    }
    for (const assumption of result.assumptions) {
      expect(Object.keys(assumption).sort()).toEqual(['name', 'source', 'unit', 'value']);
    }
  });

  it('prints ranges and sources for a reader without --json', () => {
    const { stdout } = estimate(['--model=gpt-5', '--input=100', '--output=300']);
    expect(stdout).toContain('single request, upper bound');
    expect(stdout).toMatch(/energy +0\.0897 +0\.312 +1\.44 +Wh/);
    expect(stdout).toMatch(/batchSize +96 requests/);
  });

  it.each([
    ['an unknown model', ['--model', 'gpt-99', '--input', '1', '--output', '1'], 'gpt-5'],
    [
      'an unknown factor',
      ['--model', 'gpt-5', '--input', '1', '--output', '1', '--set', 'speed=3'],
      'batchSize',
    ],
    ['no model', ['--input', '1', '--output', '1'], 'gpt-5'],
    ['a malformed number', ['--model', 'gpt-5', '--input', '1,000', '--output', '1'], 'from 0 to'],
  ])('ends with exit code 2 and the accepted values on %s', (_, args, accepted) => {
    const { stderr, stdout, status } = estimate(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(accepted);
  });

  it('reads JSON lines from standard input and writes them with estimates', () => {
    const { stdout, status } = estimate([], '{"id":"a","model":"gpt-5","input":100,"output":300}\n');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      id: 'a',
      estimate: { energyWh: { central: expect.closeTo(0.31176983, 7) } },
    });
  });

  it('explains itself', () => {
    expect(estimate(['--help']).stdout).toContain('--set NAME=VALUE');
  });
});
