/** Where conversations live on each site. */
import type { SimSite } from '../types';
import { uuid } from './dom';

export type Route =
  | { readonly kind: 'home' }
  | { readonly kind: 'chat'; readonly id: string }
  | { readonly kind: 'share'; readonly id: string }
  | { readonly kind: 'other' };

export interface Addresses {
  readonly home: string;
  chat(id: string, from: string): string;
  newId(): string;
  route(path: string): Route;
}

const match = (path: string, pattern: RegExp): string | null => pattern.exec(path)?.[1] ?? null;

function routeBy(home: RegExp, chat: RegExp, share: RegExp) {
  return (path: string): Route => {
    const shared = match(path, share);
    if (shared !== null) return { kind: 'share', id: shared };
    const id = match(path, chat);
    if (id !== null) return { kind: 'chat', id };
    return home.test(path) ? { kind: 'home' } : { kind: 'other' };
  };
}

function hex(digits: number): string {
  return uuid().replaceAll('-', '').slice(0, digits);
}

/** The part of the path that says in which project, gem or account one is; it stays in front. */
function prefix(path: string, pattern: RegExp): string {
  return match(path, pattern) ?? '';
}

export const ADDRESSES: Readonly<Record<SimSite, Addresses>> = {
  chatgpt: {
    home: '/',
    chat: (id, from) => `${prefix(from, /^(\/g\/[^/]+)/)}/c/${id}`,
    newId: uuid,
    route: routeBy(/^\/(?:g\/[^/]+(?:\/project)?)?$/, /\/u?c\/([^/]+)/, /^\/share\/([^/]+)/),
  },
  claude: {
    home: '/new',
    chat: (id) => `/chat/${id}`,
    newId: uuid,
    route: routeBy(/^\/(?:new|project\/[^/]+)?$/, /^\/chat\/([^/]+)/, /^\/share\/([^/]+)/),
  },
  gemini: {
    home: '/app',
    chat: (id, from) => {
      const gem = match(from, /(\/gem\/[^/]+)/);
      return `${prefix(from, /^(\/u\/\d+)/)}${gem ?? '/app'}/${id}`;
    },
    newId: () => hex(16),
    route: routeBy(
      /^(?:\/u\/\d+)?\/(?:app|gem\/[^/]+)?$/,
      /^(?:\/u\/\d+)?\/(?:app|gem\/[^/]+)\/([0-9a-f]+)/,
      /^\/share\/([^/]+)/,
    ),
  },
};
