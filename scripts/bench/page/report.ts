/** The page's cost in words and tables. */
import type { PageCost } from '../page-cost';
import type { Compared } from './compare';
import type { LongestTask } from './instruments';

const MB = 1_000_000;
const ms = (value: number): string => value.toFixed(1);
const megabytes = (bytes: number): string => (bytes / MB).toFixed(2);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const longest = ({ longestMs, longestCpuMs }: LongestTask) => ({
  'longest task': ms(longestMs),
  'by processor': ms(longestCpuMs),
});

const medians = (compared: Compared, show: (value: number) => string) => ({
  with: show(compared.with),
  without: show(compared.without),
  added: show(compared.added),
  control: show(compared.noise),
});

export function printPageCost({ streaming, opening, growth, using, hostile }: PageCost): void {
  console.log(
    'A streaming answer: work of the main thread, ms (medians; added = with minus without, control = without minus without, ± the middle half of the rounds)',
  );
  console.table(
    streaming.map(({ layout, pace, chunks, task, script, wall }) => ({
      layout,
      chunks: `${chunks} ${pace}`,
      ...medians(task, ms),
      'added share': percent(task.addedShare),
      'control share': `${percent(task.noiseShare)} ± ${percent(task.noiseSpreadShare)}`,
      'in scripts': `${ms(script.with)} / ${ms(script.without)}`,
      'wall time': percent(wall.addedShare),
    })),
  );
  console.log('The extension’s own calls meanwhile, in recorded runs, ms');
  console.table(
    streaming.map(({ layout, pace, chunks, own }) => ({
      layout,
      chunks: `${chunks} ${pace}`,
      'by trace': own.tracedMs.toFixed(2),
      'by CPU profile': own.profiledMs.toFixed(2),
      'of the work': percent(own.share),
      'of the time': percent(own.wallShare),
      ...longest(own),
    })),
  );
  console.log(`Opening a chat of ${opening[0]?.exchanges ?? 0} exchanges: work of the main thread, ms`);
  console.table(
    opening.map(({ layout, task, own }) => ({
      layout,
      ...medians(task, ms),
      'own calls': own.tracedMs.toFixed(2),
      ...longest(own),
    })),
  );
  console.log('Memory of that page after garbage collection, MB');
  console.table(opening.map(({ layout, heap }) => ({ layout, ...medians(heap, megabytes) })));
  console.log('Memory along the prompts of one page, without compiled code, MB');
  for (const { layout, marks, addedGrowth } of growth) {
    console.table(
      marks.map((mark) => ({
        layout,
        prompts: mark.prompts,
        with: megabytes(mark.with),
        without: megabytes(mark.without),
        added: megabytes(mark.added),
      })),
    );
    const prompts = (marks.at(-1)?.prompts ?? 0) - (marks[0]?.prompts ?? 0);
    console.log(`The extension's part grew by ${(addedGrowth / prompts).toFixed(0)} bytes per prompt.`);
  }
  console.log('The extension’s own tasks while a person uses the page, ms');
  console.table(
    using.map(({ layout, what, calls, tracedMs, ...tasks }) => ({
      layout,
      what,
      calls: calls.toFixed(0),
      'in all': tracedMs.toFixed(2),
      ...longest(tasks),
    })),
  );
  console.log('The extension’s own tasks on pages that are made to hurt it, ms');
  console.table(
    hostile.map(({ deed, tracedMs, bareTaskMs, ...tasks }) => ({
      page: deed,
      ...longest(tasks),
      'in all': tracedMs.toFixed(1),
      "the page's own work": ms(bareTaskMs),
    })),
  );
}
