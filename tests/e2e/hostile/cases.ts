/**
 * Markup that no site would make, put into a page by its own scripts. Each deed runs in the page's world, without
 * anything of this file: what it needs is in its argument.
 */
export interface HostileCase {
  readonly name: string;
  /** Before the first prompt, or while its answer grows. */
  readonly when: 'before' | 'streaming';
  /** Characters that the deed adds to the answer, white space collapsed. */
  readonly adds: number;
  /** The page's own scripts throw, which is not ours to answer for. */
  readonly throws?: true;
  readonly deed: (answer: string) => void | Promise<void>;
}

export const CASES: readonly HostileCase[] = [
  {
    name: '10,000 nested elements inside the answer',
    when: 'streaming',
    adds: 4,
    deed: (selector) => {
      // Never shown: the browser's own layout of it is not what is tested.
      const top = document.createElement('div');
      top.style.display = 'none';
      let place: Element = top;
      for (let i = 0; i < 10_000; i += 1) place = place.appendChild(document.createElement('div'));
      place.append('deep');
      document.querySelector(selector)?.append(top);
    },
  },
  {
    name: '10,000 nested elements around the page',
    when: 'before',
    adds: 0,
    deed: () => {
      const own = [...document.body.children];
      const top = document.createElement('div');
      let place: Element = top;
      for (let i = 0; i < 10_000; i += 1) {
        place = place.appendChild(document.createElement('div'));
        place.setAttribute('style', 'display: contents');
      }
      place.append(...own.filter((element) => element.localName !== 'script'));
      document.body.append(top);
    },
  },
  {
    name: '5 MB of text in the answer',
    when: 'streaming',
    adds: 5_000_000,
    deed: (selector) => {
      const paragraph = document.createElement('p');
      paragraph.style.display = 'none';
      paragraph.append('word '.repeat(1_000_000));
      document.querySelector(selector)?.append(paragraph);
    },
  },
  {
    name: '100,000 elements side by side in the answer',
    when: 'streaming',
    adds: 100_000,
    deed: (selector) => {
      const paragraph = document.createElement('p');
      paragraph.style.display = 'none';
      for (let i = 0; i < 100_000; i += 1) {
        const word = document.createElement('i');
        word.textContent = 'x';
        paragraph.append(word);
      }
      document.querySelector(selector)?.append(paragraph);
    },
  },
  {
    name: '100,000 elements beside the thread, one by one',
    when: 'streaming',
    adds: 0,
    deed: async () => {
      const place = document.createElement('aside');
      place.style.display = 'none';
      document.body.append(place);
      for (let i = 0; i < 100; i += 1) {
        for (let j = 0; j < 1_000; j += 1) {
          const element = document.createElement('div');
          element.append('beside');
          place.append(element);
        }
        await new Promise((done) => setTimeout(done));
      }
    },
  },
  {
    name: 'attributes and texts that flap without end',
    when: 'before',
    adds: 0,
    deed: () => {
      const flag = document.createElement('div');
      flag.textContent = '0';
      document.body.append(flag);
      let count = 0;
      const flap = (): void => {
        for (let i = 0; i < 200; i += 1) {
          count += 1;
          document.body.setAttribute('data-flap', String(count));
          document.documentElement.classList.toggle('flap');
          if (i % 20 === 0) flag.textContent = String(count);
        }
        setTimeout(flap);
      };
      flap();
    },
  },
  {
    name: 'elements whose members throw',
    when: 'streaming',
    adds: 4,
    deed: (selector) => {
      class Angry extends HTMLElement {
        static get observedAttributes(): string[] {
          return ['class', 'style'];
        }
        constructor() {
          super();
          for (const member of [
            'nodeName',
            'textContent',
            'children',
            'matches',
            'closest',
            'contains',
            'firstChild',
            'parentElement',
            'querySelector',
            'querySelectorAll',
            'getAttribute',
            'isConnected',
            'ownerDocument',
            'nodeType',
          ]) {
            Object.defineProperty(this, member, {
              get() {
                throw new Error(`no ${member} for you`);
              },
            });
          }
        }
        attributeChangedCallback(): void {
          throw new Error('touched');
        }
      }
      if (customElements.get('angry-element') === undefined) customElements.define('angry-element', Angry);
      const angry = document.createElement('angry-element');
      angry.append('grrr');
      document.querySelector(selector)?.append(angry);
    },
  },
  {
    name: 'forms whose fields are named like members of elements',
    when: 'streaming',
    adds: 4,
    deed: (selector) => {
      const form = document.createElement('form');
      for (const name of [
        'nodeName',
        'nodeType',
        'textContent',
        'children',
        'matches',
        'closest',
        'contains',
        'firstChild',
        'parentElement',
        'querySelector',
        'querySelectorAll',
        'getAttribute',
        'isConnected',
        'ownerDocument',
        'attributes',
      ]) {
        const field = document.createElement('input');
        field.name = name;
        form.append(field);
      }
      document.querySelector(selector)?.append(form);
      form.append('form');
    },
  },
  {
    name: 'the answer taken to another document and back',
    when: 'streaming',
    adds: 0,
    deed: async (selector) => {
      const answer = document.querySelector(selector);
      const turn = answer?.closest('[data-turn-key], [data-perf-row], model-response') ?? answer;
      const place = turn?.parentNode;
      const next = turn?.nextSibling ?? null;
      if (!turn || !place) return;
      const elsewhere = document.implementation.createHTMLDocument('elsewhere');
      for (let i = 0; i < 5; i += 1) {
        elsewhere.body.append(elsewhere.adoptNode(turn));
        await new Promise((done) => setTimeout(done, 30));
        place.insertBefore(document.adoptNode(turn), next);
        await new Promise((done) => setTimeout(done, 30));
      }
    },
  },
  {
    name: 'the body taken away and put back',
    when: 'streaming',
    adds: 0,
    deed: async () => {
      const { body } = document;
      for (let i = 0; i < 3; i += 1) {
        body.remove();
        await new Promise((done) => setTimeout(done, 50));
        document.documentElement.append(body);
        await new Promise((done) => setTimeout(done, 50));
      }
    },
  },
];
