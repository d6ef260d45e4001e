/** A place that scrolls sideways when its table is wider than the page, so that the page itself never does. */
import type { ComponentChildren } from 'preact';

export interface ScrollXProps {
  /** What the table shows, for those who come to the place by keys and by ear. */
  readonly label: string;
  /** No wider than a few columns of numbers can fill. */
  readonly narrow?: boolean;
  readonly children: ComponentChildren;
}

export function ScrollX({ label, narrow = false, children }: ScrollXProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form, and does not scroll alike everywhere
    <section
      // The part of the page that it stands in is the landmark; a second one of the same name would be in the way.
      role="group"
      class={narrow ? 'scroll-x narrow' : 'scroll-x'}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
      tabIndex={0}
    >
      {children}
    </section>
  );
}
