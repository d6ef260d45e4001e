/** A place that scrolls sideways when its table is wider than the page, so that the page itself never does. */
import type { ComponentChildren } from 'preact';

export function ScrollX({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section class="scroll-x" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
