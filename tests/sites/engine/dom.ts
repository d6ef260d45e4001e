import { isLabel, say } from './language';

/** Attributes of an element; null, undefined and false leave the attribute out, true writes it empty. */
export type Attributes = Readonly<Record<string, string | boolean | null | undefined>>;

/** Makes an element. */
export function h(
  tag: string,
  attributes: Attributes = {},
  ...children: readonly (Node | string | null)[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(element, name, value);
  const word = isLabel(tag, attributes) ? say : (text: string) => text;
  for (const child of children)
    if (child !== null) element.append(typeof child === 'string' ? word(child) : child);
  return element;
}

/** Writes or removes an attribute. */
export function set(element: Element, name: string, value: string | boolean | null | undefined): void {
  if (value === null || value === undefined || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : name === 'aria-label' ? say(value) : value);
}

/** A button with an accessible name, its role for the driver (`data-sim`), and what a click does. */
export function button(
  sim: string,
  label: string,
  attributes: Attributes,
  click: (() => void) | null,
  ...children: readonly (Node | string | null)[]
): HTMLElement {
  const element = h(
    'button',
    { type: 'button', 'aria-label': label, 'data-sim': sim, ...attributes },
    ...children,
  );
  if (click !== null) element.addEventListener('click', click);
  return element;
}

/** Unix milliseconds by the monotonic clock of the page. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}

export function uuid(): string {
  return crypto.randomUUID();
}
