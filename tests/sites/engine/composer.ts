import { h } from './dom';

function lineText(node: Node): string {
  let text = '';
  for (const child of node.childNodes) {
    if (child instanceof Text) text += child.data;
    else if (child instanceof HTMLBRElement) text += '\n';
    else text += lineText(child);
  }
  return text;
}

/** What is written in the composer: a paragraph a line, as the sites' editors hold it. */
export function composerText(element: HTMLElement): string {
  const blocks = [...element.childNodes].map((node) =>
    node instanceof Text ? node.data : lineText(node).replace(/\n$/, ''),
  );
  return blocks.join('\n').trim();
}

export function clearComposer(element: HTMLElement): void {
  element.replaceChildren(h('p', { class: 'is-empty' }, h('br')));
}

/** Enter sends, Shift+Enter makes a line, Control or Command with Enter sends too. */
export function listenToComposer(element: HTMLElement, send: () => void, changed: () => void): void {
  clearComposer(element);
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  element.addEventListener('input', changed);
}
