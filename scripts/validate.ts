/**
 * `npm run validate`: compares every estimator with what has been published; writes docs/validation.md and .svg,
 * and the few figures of it that the extension shows.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { chatInsideFit, leaveModelsOut } from './validate/left-out';
import { plot } from './validate/plot';
import { makeReport } from './validate/report';

const docs = new URL('../docs/', import.meta.url);
const report = makeReport();
mkdirSync(docs, { recursive: true });
writeFileSync(new URL('validation.md', docs), report.markdown);
writeFileSync(new URL('validation.svg', docs), plot(report.marks));
writeFileSync(
  new URL('../assets/validation-summary.json', import.meta.url),
  `${JSON.stringify(report.summary, null, 2)}\n`,
);

const { heldBackErrorFactor, heldBackInside, chatRms, chatRows } = report.goals;
console.log(
  `held back: error factor ${heldBackErrorFactor.toFixed(3)}, inside ${(heldBackInside * 100).toFixed(0)} %`,
);
console.log(`ML.ENERGY text chat: rms ×${chatRms.toFixed(3)} over ${chatRows} configurations`);
const left = leaveModelsOut(chatInsideFit());
console.log(
  `models left out of the fit: rms ×${Math.exp(left.rmsLn).toFixed(3)} over ${left.configurations} configurations of ${left.models} models, span ${left.spanLn.toFixed(4)} ln`,
);
console.log('written: docs/validation.md, docs/validation.svg, assets/validation-summary.json');
