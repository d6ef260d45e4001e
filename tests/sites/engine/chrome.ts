/** What stands round a conversation and is alike on all simulated pages. */
import { button, h } from './dom';

/** A link of the side bar; it changes the address without loading a page. */
export function chatLink(path: string, title: string, go: () => void): HTMLElement {
  const link = h('a', { href: path, 'data-sim': 'chat-link' }, title);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    go();
  });
  return link;
}

export function homeBanner(suggestions: readonly string[], send: (text: string) => void): HTMLElement {
  const chips = suggestions.map((text) => button('suggestion', text, {}, () => send(text), text));
  return h('div', { 'data-sim': 'home' }, h('p', {}, 'What is on your mind?'), ...chips);
}

export function limitBanner(): HTMLElement {
  const text = 'You have reached the limit of this plan. Try again later.';
  return h('div', { role: 'alert', 'data-sim': 'limit' }, text);
}

/** Claude's notice beside the composer that a limit is reached; told by its link. */
export function limitNotice(): HTMLElement {
  const link = h('a', { href: '/upgrade?from=ratelimit' }, 'Upgrade');
  return h('div', { 'data-cds': 'ChatComposerNotices', 'data-sim': 'limit' }, 'The limit is reached. ', link);
}

/** What a site shows while it cannot be reached. */
export function offlineBanner(): HTMLElement {
  return h('div', { role: 'alert', 'data-sim': 'offline' }, 'The connection was lost. Trying again.');
}

/** The offer to continue an answer that was cut off for its length. */
export function continueBanner(go: () => void): HTMLElement {
  return button('continue', 'Continue', {}, go, 'Continue');
}
