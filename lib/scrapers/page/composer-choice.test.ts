// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createComposerChoice } from './composer-choice';

const page = new DOMParser().parseFromString(
  '<div id="twin"><p></p></div><div id="shown"><p></p></div><div id="other"></div>',
  'text/html',
);
function byId(id: string): Element {
  const element = page.getElementById(id);
  if (element === null) throw new Error(id);
  return element;
}
const [twin, shown, other] = [byId('twin'), byId('shown'), byId('other')];
const inside = (element: Element): Element => element.firstElementChild ?? element;

const isVisible = vi.fn((element: Element) => element !== twin);
beforeEach(() => isVisible.mockClear());

describe('the composer', () => {
  it('is none where there is none', () => {
    expect(createComposerChoice(isVisible).of([], true)).toBeNull();
  });

  it('is the only one, whether it has a size or not, and no layout is asked for', () => {
    expect(createComposerChoice(isVisible).of([twin], true)).toBe(twin);
    expect(isVisible).not.toHaveBeenCalled();
  });

  it('is the visible one of two', () => {
    expect(createComposerChoice(isVisible).of([twin, shown], true)).toBe(shown);
  });

  it('is the one that was used last, visible or not', () => {
    const choice = createComposerChoice(isVisible);
    choice.used(inside(twin));
    expect(choice.of([twin, shown], true)).toBe(twin);
    choice.used(inside(shown));
    expect(choice.of([twin, shown], true)).toBe(shown);
    expect(isVisible).not.toHaveBeenCalled();
  });

  it('is the visible one again when the one that was used has gone', () => {
    const choice = createComposerChoice(isVisible);
    choice.used(inside(other));
    expect(choice.of([twin, shown], true)).toBe(shown);
  });

  it('is asked for once for the same twins, and again for others', () => {
    const choice = createComposerChoice(isVisible);
    for (let task = 0; task < 5; task += 1) choice.of([twin, shown], true);
    expect(isVisible).toHaveBeenCalledTimes(2);
    expect(choice.of([twin, other], true)).toBe(other);
    expect(isVisible).toHaveBeenCalledTimes(4);
  });

  it('is never asked for while an answer is made: the one known, else the first', () => {
    const choice = createComposerChoice(isVisible);
    expect(choice.of([twin, shown], false)).toBe(twin);
    expect(isVisible).not.toHaveBeenCalled();
    choice.of([twin, shown], true);
    expect(choice.of([twin, shown, other], false)).toBe(shown);
    expect(isVisible).toHaveBeenCalledTimes(2);
  });

  it('is the first where none has a size', () => {
    expect(createComposerChoice(() => false).of([twin, shown], true)).toBe(twin);
  });
});
