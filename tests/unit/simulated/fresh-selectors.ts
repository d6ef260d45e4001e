/**
 * The emulated DOM remembers what a selector found and does not notice when another part of the page changes what
 * `:has()` says. Such selectors get another name with each step, so that they are asked anew.
 */
const METHODS = ['matches', 'closest', 'querySelector', 'querySelectorAll'] as const;

let step = 0;
let isInstalled = false;

/** What was found until now may have changed. */
export function forgetFound(): void {
  step += 1;
}

/** Stands in front of the DOM's own methods, once. */
export function askFreshly(): void {
  if (isInstalled) return;
  isInstalled = true;
  for (const method of METHODS)
    for (const start of [document, document.body]) {
      let place: object | null = Object.getPrototypeOf(start);
      while (place !== null && !Object.hasOwn(place, method)) place = Object.getPrototypeOf(place);
      const own: unknown = place === null ? undefined : Reflect.get(place, method);
      if (place === null || typeof own !== 'function') continue;
      Object.defineProperty(place, method, {
        configurable: true,
        writable: true,
        value(this: unknown, selector: string) {
          const fresh = selector.includes(':has(') ? `${selector}, step-${step}` : selector;
          return Reflect.apply(own, this, [fresh]);
        },
      });
    }
}
