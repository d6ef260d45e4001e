/**
 * `npm run bench`: reports times and ratios in about a quarter of an hour; nothing here passes or fails. The
 * machine should do nothing else meanwhile. `-- --json` for machines, `-- --store` for the pages over a million
 * stored prompts too, which are made on the first run (about 20 minutes).
 */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchEstimates } from './bench/estimate';
import { printPageCost } from './bench/page/report';
import { benchPageCost } from './bench/page-cost';
import { benchStore } from './bench/store';

const { values } = parseArgs({ options: { json: { type: 'boolean' }, store: { type: 'boolean' } } });

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
const store = values.store ? await benchStore() : [];

if (values.json) {
  console.log(JSON.stringify({ machine, estimates, pageCost, store }, null, 2));
} else {
  console.log(`${machine.cpu}, ${machine.cores} cores, Node ${machine.node}\n`);
  console.log('Estimates');
  console.table(estimates);
  printPageCost(pageCost);
  if (store.length > 0) {
    console.log("Pages over many stored prompts (medians from the start of the page's script)");
    console.table(
      store.map((row) => ({
        prompts: row.prompts,
        'popup ms': row.popupMs.toFixed(0),
        'overview ms': row.overviewMs.toFixed(0),
        'history ms': row.historyMs.toFixed(0),
        'rows scrolled': row.rowsScrolled,
        'longest frame ms': row.scroll.longestMs.toFixed(0),
        'longest work, CPU ms': row.scroll.longestCpuMs.toFixed(0),
        'frames over 50 ms': `${row.scroll.over50Ms} of ${row.scroll.frames}`,
      })),
    );
  }
}
