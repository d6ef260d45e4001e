/** Renders a component into the test's document. */
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';

export interface Mounted {
  readonly root: HTMLElement;
  /** All visible words, with white space collapsed. */
  readonly text: () => string;
  /** Presses the button of this name. */
  readonly press: (name: string) => Promise<void>;
}

let mounted: HTMLElement | null = null;

/** Renders a view in place of the one before. */
export async function mount(view: ComponentChild): Promise<Mounted> {
  if (mounted) render(null, mounted);
  const root = document.createElement('div');
  mounted = root;
  document.body.replaceChildren(root);
  await act(() => render(view, root));
  return {
    root,
    text: () => (root.textContent ?? '').replace(/\s+/g, ' '),
    press: async (name) => {
      const found = [...root.querySelectorAll('button')].find((button) => button.textContent === name);
      if (!found) throw new Error(`no button "${name}"`);
      await act(() => found.click());
    },
  };
}
