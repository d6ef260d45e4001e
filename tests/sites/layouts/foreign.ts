/** A redesign that nobody has seen: a working chat page with none of the marks of any known layout. */
import { button, h } from '../engine/dom';
import type {
  EndKind,
  ExchangeActions,
  ExchangeView,
  Layout,
  Shell,
  ShellActions,
  Shown,
} from '../engine/layout';
import { tree } from '../engine/tree';
import { dataPicture, editable, frame, slot } from './parts';

function shell(actions: ShellActions): Shell {
  const list = h('div', { class: 'x1a', 'data-sim': 'list' });
  const banner = h('div', { 'data-sim': 'banner' });
  const links = h('div', { 'data-sim': 'links' });
  const composer = editable('div', { class: 'x9' });
  const place = h('div', { 'data-sim': 'submit' });
  const show = slot(place);
  const picker = button('model', 'Choose', {}, () => actions.nextModel());
  const box = h('div', { class: 'x8', 'data-sim': 'composer-box' }, composer, picker, place);
  const scroller = h('div', { class: 'x2', 'data-sim': 'scroller' }, list, banner, box);
  return {
    root: frame(h('div', { 'data-sim': 'sidebar' }, links), scroller),
    scroller,
    list,
    composer,
    banner,
    links,
    composerBox: box,
    controls: ({ live }) => {
      if (live) show('halt', () => button('stop', 'Halt', {}, () => actions.stop(), '■'));
      else show('go', () => button('send', 'Go', {}, () => actions.send(), '↑'));
    },
    model: (choice) => picker.replaceChildren(choice.label),
    attachments: () => undefined,
  };
}

class View implements ExchangeView {
  private readonly question: HTMLElement;
  private readonly answer = h('div', { class: 'x4', 'data-sim': 'assistant' });

  constructor(
    shown: Shown,
    private readonly actions: ExchangeActions,
  ) {
    this.question = h('div', { class: 'x3', 'data-sim': 'user' });
    this.user(shown);
  }

  rows(): HTMLElement[] {
    return [this.question, this.answer];
  }

  user(shown: Shown): void {
    this.question.replaceChildren(shown.userText);
  }

  begin(_shown: Shown, _live: boolean): void {
    this.answer.replaceChildren();
  }

  openText(): HTMLElement {
    return this.answer;
  }

  end(_kind: EndKind, _shown: Shown, _bar: boolean, _message: string): void {
    this.answer.append(
      h(
        'div',
        { 'data-sim': 'actions' },
        button('retry', 'Anew', {}, () => this.actions.retry(), '↻'),
      ),
    );
  }

  number(): void {}
  think(): void {}
  thought(): void {}
  status(): void {}
  bar(): void {}
  rename(): void {}
  rerender(): void {}
  shell(): void {}
}

export const FOREIGN: Layout = {
  id: 'foreign',
  site: null,
  grow: 'data',
  mounted: null,
  shells: false,
  keepsLast: false,
  reversed: false,
  provisional: false,
  rerenders: false,
  models: [{ label: 'Next', slug: '' }],
  style: {
    paragraph: {},
    code: ({ text }) => tree('div', { class: 'x6' }, text),
    citation: (name) => tree('span', {}, name),
    image: (name) => tree('img', { src: dataPicture(), alt: name }),
  },
  shell,
  view: (shown, actions) => new View(shown, actions),
};
