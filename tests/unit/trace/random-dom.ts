/** Random pages in which every word that a person could have written is a canary, and the canaries are noted. */
import type { Random } from '../faults/random';

// No forms: the emulation gives a form two identities, so that changes in it are not those of the page.
const TAGS =
  'div p span a button article section main nav figure input textarea label h2 li ul pre code img'.split(' ');
const CUSTOM = ['user-query', 'model-response', 'message-content', 'rich-textarea'];

/** Attributes that a program fills with what a person wrote or is called. */
const PERSONAL = [
  'title',
  'alt',
  'placeholder',
  'value',
  'aria-label',
  'aria-description',
  'aria-labelledby',
  'href',
  'src',
  'srcset',
  'style',
  'name',
  'for',
  'action',
  'content',
  'data-user',
  'data-email',
  'data-title',
  'data-turn-id',
  'data-turn-key',
  'data-content-search-unit-key',
  'data-tooltip',
  'data-message-id',
  'jslog',
  'onclick',
  'summary',
];
/** Attributes whose values are kept where they look like a program's: they get what does not. */
const STRUCTURAL = [
  'class',
  'data-testid',
  'data-test-id',
  'data-state',
  'role',
  'type',
  'data-message-model-slug',
  'lang',
];

/** Words that are in no filler, in several alphabets. */
const WORDS = [
  'Zq',
  'Ÿvæ',
  'Жщю',
  'ψλξ',
  '東西',
  'かな',
  '漢語',
  '한글말',
  'שלום',
  'مرحبا',
  '😀🎉',
  '7391',
  'jörg.müller',
];

export interface CanaryPage {
  readonly canaries: readonly string[];
}

export function fillPage(root: HTMLElement, random: Random, nodes: number): CanaryPage {
  const canaries: string[] = [];
  const hex = (length: number): string =>
    Array.from({ length }, () => random.below(16).toString(16)).join('');
  const keep = (canary: string): string => {
    canaries.push(canary);
    return canary;
  };
  const words = (): string =>
    Array.from({ length: 1 + random.below(3) }, () =>
      keep(`${random.pick(WORDS)}${random.pick(WORDS)}K${random.below(1e6)}${random.pick(WORDS)}`),
    ).join(random.pick([' ', '\n', ', ']));
  const uuid = (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
  const idLike = (): string =>
    keep(random.pick([uuid, () => `7${hex(15)}`, () => `9${random.below(1e9) + 1e9}`])());
  const mail = (): string => keep(`q${random.below(1e6)}.zq@vq.example`);
  const personal = (): string =>
    random.pick([
      words,
      idLike,
      mail,
      () => `/c/${idLike()}`,
      () => `https://h.example/${idLike()}?q=${idLike()}`,
    ])();
  const structural = (): string =>
    random.pick([
      () => `file ${words()}`,
      () => `tile-${idLike()}`,
      () => `conversation-turn-${uuid8()}`,
      () => mail(),
      () => keep(`Zq Report ${random.below(1e6)}.pdf`),
    ])();
  const uuid8 = (): string => keep(`4${hex(9)}`);

  const parents: Element[] = [root];
  for (let i = 0; i < nodes; i += 1) {
    const parent = random.pick(parents);
    if (random.chance(0.4)) {
      parent.append(words());
      continue;
    }
    const element = document.createElement(random.chance(0.15) ? random.pick(CUSTOM) : random.pick(TAGS));
    element.id = random.chance(0.3) ? personal() : '';
    for (let a = random.below(4); a > 0; a -= 1) element.setAttribute(random.pick(PERSONAL), personal());
    if (random.chance(0.5)) element.setAttribute(random.pick(STRUCTURAL), structural());
    parent.append(element);
    if (!['img', 'input'].includes(element.localName)) parents.push(element);
  }
  return { canaries };
}
