/** `npm run bench`: reports times and ratios; nothing here passes or fails. `-- --json` for machines. */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchEstimates } from './bench/estimate';
import { benchPageCost } from './bench/page-cost';

const { values } = parseArgs({ options: { json: { type: 'boolean' } } });

if (process.env.TOKENPRINT_BUILT !== '1') {
  const { status } = spawnSync('npx', ['wxt', 'build', '-b', 'chrome'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The extension does not build; see the messages above.');
}

const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version };
const estimates = await benchEstimates();
const pageCost = await benchPageCost();

if (values.json) {
  console.log(JSON.stringify({ machine, estimates, pageCost }, null, 2));
} else {
  console.log(`${machine.cpu}, ${machine.cores} cores, Node ${machine.node}\n`);
  console.log('Estimates');
  console.table(estimates);
  console.log('Cost to the page of a streaming answer (medians; control = without the extension, again)');
  console.table(
    pageCost.map((row) => ({
      layout: row.layout,
      chunks: row.chunks,
      'with ms': row.withMs.toFixed(1),
      'without ms': row.withoutMs.toFixed(1),
      'control ms': row.controlMs.toFixed(1),
      'with / without': row.ratio.toFixed(3),
      'control / without': row.controlRatio.toFixed(3),
    })),
  );
}
