// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { SiteId } from '../../../lib/prompt';
import { SITES } from '../../../lib/scrapers/registry';
import { createTracer, type Tracer } from '../../../lib/scrapers/trace/tracer';
import { traceTree } from '../../../lib/scrapers/trace/tree';
import { isTraceText, type Trace, type TraceNode } from '../../../lib/scrapers/trace/types';
import { type Random, randomOf } from '../faults/random';
import { fillPage } from './random-dom';

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const ends: AbortController[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end.abort();
  document.body.innerHTML = '';
});

interface Bench {
  readonly tracer: Tracer;
  slices(): number;
  at: number;
}

function bench(
  id: SiteId = 'chatgpt',
  address = 'https://chatgpt.com/c/6a1f2b3c-1111-4000-8000-00000000abcd?q=Zq',
): Bench {
  const site = SITES.find((one) => one.id === id);
  if (site === undefined) throw new Error('no such site');
  const end = new AbortController();
  ends.push(end);
  let slices = 0;
  const self: Bench = {
    at: 0,
    slices: () => slices,
    tracer: createTracer({
      site,
      page: document,
      url: () => new URL(address),
      layout: () => null,
      now: () => self.at,
      wall: () => Date.UTC(2026, 10, 22),
      later: (run) => {
        slices += 1;
        setTimeout(run, 0);
      },
      signal: end.signal,
    }),
  };
  return self;
}

const take = async ({ tracer }: Bench): Promise<Trace> => JSON.parse(await tracer.take()) as Trace;

/** Changes the page the way a chat does: text grows, rows come, go and move, attributes change. */
async function changeAtRandom(random: Random, bench: Bench, steps: number, say: () => string): Promise<void> {
  for (let i = 0; i < steps; i += 1) {
    const all = [...document.body.querySelectorAll('*')];
    const one = all.length === 0 ? document.body : random.pick(all);
    const other = all.length === 0 ? document.body : random.pick(all);
    switch (random.below(6)) {
      case 0:
        one.append(say());
        break;
      case 1:
        for (const child of one.childNodes) if (child.nodeType === 3) child.nodeValue += say();
        break;
      case 2:
        one.setAttribute(random.pick(['title', 'data-user', 'id']), say());
        break;
      case 3: {
        const row = document.createElement('div');
        row.append(say());
        document.body.insertBefore(row, random.pick([null, document.body.firstChild]));
        break;
      }
      case 4:
        if (random.chance(0.3)) one.remove();
        break;
      default:
        if (!one.contains(other)) other.append(one);
    }
    bench.at += random.below(40);
    if (random.chance(0.4)) await settle();
  }
}

describe('a page trace', () => {
  it.each(Array.from({ length: 60 }, (_, i) => i + 1))(
    'holds nothing that the page says: seed %i',
    async (seed) => {
      const random = randomOf(seed);
      const { canaries } = fillPage(document.body, random, 120);
      const page = bench(random.pick(['chatgpt', 'claude', 'gemini']));
      const said = [...canaries];
      page.tracer.record();
      await changeAtRandom(random, page, 15, () => {
        const canary = `Qv${random.below(1e6)}漢Ж`;
        said.push(canary);
        return canary;
      });
      await settle();
      const text = await page.tracer.take();
      expect(said.length).toBeGreaterThan(60);
      for (const canary of said) expect(text).not.toContain(canary);
      expect(text).not.toContain('6a1f2b3c');
      expect(text).not.toMatch(/Zq|Qv|müller|7391|漢|한|שׁ|@/);
    },
  );

  it.each(Array.from({ length: 30 }, (_, i) => i + 1))(
    'says what happened: its start and its events give the page at the end: seed %i',
    async (seed) => {
      const random = randomOf(1000 + seed);
      fillPage(document.body, random, 40);
      const page = bench();
      page.tracer.record();
      await settle();
      await changeAtRandom(random, page, 30, () => 'word '.repeat(1 + random.below(4)));
      await settle();
      const trace = await take(page);
      const tree = traceTree(trace.start);
      for (const event of trace.events) tree.apply(event);
      const atEnd = await take(page);
      expect(shapeOf(tree.current())).toEqual(shapeOf(atEnd.start));
    },
  );

  it('keeps structure, lengths and the marks that the layouts look for', async () => {
    document.body.innerHTML = `<main><section data-testid="conversation-turn-3" data-turn="assistant" data-turn-id="request-WEB:1" class="text-token flex max-w-[64rem]">
      <div data-message-author-role="assistant" data-message-id="11111111-2222-4333-8444-555555555555" data-message-model-slug="gpt-5-2">
      <div class="markdown prose"><p>Hello, Wörld 42!</p></div></div></section>
      <button aria-label="Select ChatGPT model">5.2</button><div id="prompt-textarea" contenteditable="true">Geheim</div></main>`;
    const text = await bench().tracer.take();
    for (const kept of [
      '"data-testid":"conversation-turn-3"',
      '"data-turn":"assistant"',
      '"class":"text-token flex max-w-[64rem]"',
      '"data-message-model-slug":"gpt-5-2"',
      '"id":"prompt-textarea"',
      '"data-turn-id":"request-m',
      'Xxxxx. Xxxxx 00.',
    ])
      expect(text).toContain(kept);
    expect(text).not.toMatch(/Hello|Geheim|11111111-2222/);
  });

  it('replaces the same id by the same, wherever it stands', async () => {
    const id = 'c0ffee00-2222-4333-8444-555555555555';
    document.body.innerHTML = `<div id="${id}"></div><a href="/c/${id}" data-message-id="${id}" data-turn-id="${id}"></a>`;
    const trace = await take(bench());
    const [div, link] = children(trace.start, 'body');
    expect(attributes(link)['data-message-id']).toBe(attributes(div).id);
    expect(attributes(link)['data-turn-id']).toBe(attributes(div).id);
    expect(attributes(div).id).toMatch(/^00000000-0000-4000-8000-\d{12}$/);
  });

  it('records a gesture by its place and key only, and only Enter', async () => {
    document.body.innerHTML = '<div id="c" contenteditable>x</div>';
    const page = bench();
    page.tracer.record();
    await settle();
    for (const key of ['s', 'Enter']) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true });
      Object.defineProperty(event, 'isTrusted', { value: true });
      document.getElementById('c')?.dispatchEvent(event);
    }
    const trace = await take(page);
    expect(trace.events.map((event) => event.k)).toEqual(['enter']);
  });

  it('is bounded in size and works in slices, however large the page is', async () => {
    const long = Array.from(
      { length: 2_000 },
      (_, i) => `<div class="row"><p>${'word '.repeat(400)}${i}</p></div>`,
    );
    document.body.innerHTML = `<main>${long.slice(0, 50).join('')}</main><section>${long.join('')}</section>`;
    for (let i = 0; i < 30; i += 1) {
      const part = document.createElement('section');
      part.innerHTML = long.slice(0, 55).join('');
      document.body.append(part);
    }
    const page = bench();
    const text = await page.tracer.take();
    expect(text.length).toBeLessThan(2_000_000);
    expect(page.slices()).toBeGreaterThan(3);
    expect((JSON.parse(text) as Trace).leftOut.nodes).toBeGreaterThan(1_900);
  });

  it('survives forms that hide their properties, and very deep nesting', async () => {
    document.body.innerHTML =
      '<form><input name="childNodes"><input name="attributes"><input name="nodeName"><input name="getAttribute"><p>In</p></form>';
    let inner: Element = document.body;
    for (let i = 0; i < 800; i += 1) {
      const next = document.createElement('div');
      inner.append(next);
      inner = next;
    }
    const trace = await take(bench());
    expect(trace.leftOut.nodes).toBeGreaterThan(0);
    expect(JSON.stringify(trace.start)).toContain('"text":"Xx"');
  });

  it('folds the oldest changes into the start when there are too many', async () => {
    document.body.innerHTML = '<p id="p">a</p>';
    const page = bench();
    page.tracer.record();
    await settle();
    const text = document.getElementById('p')?.firstChild;
    for (let i = 0; i < 60; i += 1) {
      if (text) text.nodeValue = 'letters '.repeat(2_000 + i);
      page.at += 10;
      await settle();
    }
    const trace = await take(page);
    expect(trace.leftOut.events).toBeGreaterThan(0);
    expect(JSON.stringify(trace).length).toBeLessThan(2_000_000);
    const tree = traceTree(trace.start);
    for (const event of trace.events) tree.apply(event);
    expect(JSON.stringify(tree.current())).toContain('xxxxxxx '.repeat(2_059));
  });

  it('watches nothing until it is asked to, and nothing after', async () => {
    const page = bench();
    expect(page.tracer.isRecording()).toBe(false);
    document.body.append('before');
    page.tracer.record();
    expect(page.tracer.isRecording()).toBe(true);
    await settle();
    const first = await take(page);
    expect(first.events).toEqual([]);
    expect(page.tracer.isRecording()).toBe(false);
  });
});

/** A node without its numbers and values: two traces of one page number differently. */
function shapeOf(node: TraceNode): unknown {
  if (isTraceText(node)) return node.text;
  return [node.tag, Object.keys(node.a ?? {}).sort(), (node.c ?? []).map(shapeOf)];
}

function children(node: TraceNode, tag: string): TraceNode[] {
  if (isTraceText(node)) return [];
  if (node.tag === tag) return [...(node.c ?? [])];
  return (node.c ?? []).flatMap((child) => children(child, tag));
}

const attributes = (node: TraceNode | undefined): Readonly<Record<string, string>> =>
  node === undefined || isTraceText(node) ? {} : (node.a ?? {});
