// @vitest-environment happy-dom
/** What an answer that grows costs, counted: the same in a short chat and in a long one, and no layout of the page. */
import { afterEach, describe, expect, it } from 'vitest';
import { LAYOUTS, siteOf } from '../../e2e/support';
import { type DomMeter, type DomWork, meterDom } from './dom-work';
import { EmulatedPage, simulated } from './emulated-page';

const CHUNKS = 80;
const CHUNK_MS = 30;
const EXCHANGES_PLAYED = 5;
let meter: DomMeter | null = null;

afterEach(() => meter?.remove());

/** Another name for what a site names with random letters. */
const renamed = (value: string, no: number): string =>
  value.replace(/[0-9a-f]{8}(?=[0-9a-f-])/g, String(no).padStart(8, '0'));

/** Puts copies of the thread's turns before it, in a list like its own and with other keys. Playing them takes long. */
function lengthenThread(exchanges: number): void {
  const list = document.querySelector('[data-sim="list"]');
  const rows = [...(list?.children ?? [])];
  const copies = list?.cloneNode(false) as Element | undefined;
  for (let no = 1; no < exchanges / EXCHANGES_PLAYED; no += 1) {
    for (const [place, row] of rows.entries()) {
      const copy = row.cloneNode(true) as Element;
      for (const element of [copy, ...copy.querySelectorAll('*')])
        for (const { name, value } of [...element.attributes])
          element.setAttribute(name, name === 'data-index' ? `${no * 100 + place}` : renamed(value, no));
      copies?.append(copy);
    }
  }
  if (copies !== undefined) list?.before(copies);
}

/** The work of the observer for so many chunks of an answer. All turns are mounted, whatever the layout. */
async function streamed(id: (typeof LAYOUTS)[number], exchanges: number): Promise<DomWork> {
  const counting = meterDom();
  meter = counting;
  const page = new EmulatedPage(
    siteOf(id),
    { ...simulated(id), mounted: null, shells: false },
    { history: EXCHANGES_PLAYED, plan: { chunkMs: CHUNK_MS, minCharacters: 1_000 } },
    {
      prepare: () => lengthenThread(exchanges),
      step: counting.count,
      records: (number) => {
        counting.work.records += number;
      },
    },
  );
  await page.pass(1_000);
  await page.send('How do tides work?');
  // The first token comes after 410 ms.
  await page.pass(500);
  counting.reset();
  await page.pass(CHUNKS * CHUNK_MS);
  const work = { ...counting.work, layout: [...counting.work.layout] };
  expect(page.log()).toMatchObject([{ status: 'live' }]);
  await page.idle();
  await page.pass(1_000);
  expect(page.records()).toMatchObject([
    {
      status: 'complete',
      outputTextLength: page.log()[0]?.answerText.length,
      context: { turns: 2 * exchanges },
    },
  ]);
  page.end();
  counting.remove();
  return work;
}

describe.each(LAYOUTS)('an answer that grows on %s', (id) => {
  it('costs the same at 10 and at 300 turns, and asks for no layout', async () => {
    const [short, long] = [await streamed(id, 5), await streamed(id, 150)];
    expect(long).toEqual(short);
    expect(short.layout).toEqual([]);
    // Something was counted at all.
    expect(short.records).toBeGreaterThanOrEqual(CHUNKS - 1);
    expect(short.nodes).toBeGreaterThan(CHUNKS);
  });
});

describe('the meter', () => {
  it('counts a search by what it goes through, text by its length, and questions for the layout', () => {
    document.body.innerHTML = '<p>One <b>two</b></p><p>three</p>';
    const counting = meterDom();
    meter = counting;
    const paragraph = document.body.firstElementChild;
    document.querySelectorAll('b');
    expect(counting.work.nodes).toBe(0);
    counting.count(() => {
      document.body.querySelectorAll('b');
      document.querySelector('b');
      expect(paragraph?.textContent).toBe('One two');
      paragraph?.matches('p, b');
      paragraph?.getBoundingClientRect();
      getComputedStyle(document.body);
      expect(document.body.offsetWidth).toBe(0);
    });
    expect(counting.work).toEqual({
      records: 0,
      nodes: 4 + 7 + 2 + 1,
      characters: 7,
      layout: ['getBoundingClientRect', 'getComputedStyle', 'offsetWidth'],
    });
  });
});
