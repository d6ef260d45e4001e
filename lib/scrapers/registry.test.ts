import { describe, expect, it } from 'vitest';
import { SITES, siteFor } from './registry';

describe('the site of a host', () => {
  it.each([
    ['chatgpt.com', 'chatgpt'],
    ['claude.ai', 'claude'],
    ['gemini.google.com', 'gemini'],
  ])('%s is %s', (host, site) => {
    expect(siteFor(host)?.id).toBe(site);
  });

  it.each([
    'chatgpt.com.evil.example',
    'evil-chatgpt.com',
    'www.chatgpt.com',
    'CHATGPT.COM',
    'docs.claude.ai',
    'google.com',
    '',
  ])('"%s" is none', (host) => {
    expect(siteFor(host)).toBeNull();
  });
});

const site = (address: string) => {
  const found = siteFor(new URL(address).host);
  if (found === null) throw new Error(address);
  return found;
};

describe('the conversation in an address', () => {
  it.each([
    ['https://chatgpt.com/c/6970-AB12-cd34', '6970-ab12-cd34'],
    ['https://chatgpt.com/g/g-p-12-my-project/c/69701234?model=x', '69701234'],
    ['https://chatgpt.com/uc/5F57AB12-14b5-4e87', '5f57ab12-14b5-4e87'],
    ['https://claude.ai/chat/019edd2f-75f4-7a6d?x=1#y', '019edd2f-75f4-7a6d'],
    ['https://gemini.google.com/app/00aa11bb22cc33dd', '00aa11bb22cc33dd'],
    ['https://gemini.google.com/u/1/app/00aa11bb22cc33dd?hl=de', '00aa11bb22cc33dd'],
    ['https://gemini.google.com/gem/writer/00aa11bb22cc33dd', '00aa11bb22cc33dd'],
  ])('%s is %s', (address, key) => {
    expect(site(address).conversationKey(new URL(address))).toBe(key);
  });

  it.each([
    'https://chatgpt.com/',
    'https://chatgpt.com/?temporary-chat=true',
    'https://chatgpt.com/c/WEB:6970-ab12',
    'https://chatgpt.com/g/g-12-gpt',
    'https://chatgpt.com/share/6970ab12-1234',
    'https://claude.ai/new',
    'https://claude.ai/project/019edd2f-75f4',
    'https://gemini.google.com/app',
    'https://gemini.google.com/u/2/app',
    'https://gemini.google.com/share/00aa11bb22cc',
  ])('%s has none', (address) => {
    expect(site(address).conversationKey(new URL(address))).toBeNull();
  });
});

describe('an address', () => {
  it.each([
    'https://chatgpt.com/',
    'https://chatgpt.com/c/6970ab12',
    'https://chatgpt.com/g/g-12/c/6970ab12',
    'https://chatgpt.com/?temporary-chat=true',
    'https://claude.ai/new',
    'https://claude.ai/chat/019edd2f',
    'https://claude.ai/project/019edd2f',
    'https://gemini.google.com/app',
    'https://gemini.google.com/u/1/app/00aa11bb22cc33dd',
    'https://gemini.google.com/gem/writer',
  ])('%s is a chat', (address) => {
    expect(site(address).isChatPage(new URL(address))).toBe(true);
  });

  it.each([
    'https://chatgpt.com/share/6970ab12',
    'https://chatgpt.com/gpts',
    'https://chatgpt.com/codex/tasks',
    'https://claude.ai/share/019edd2f',
    'https://claude.ai/settings/profile',
    'https://claude.ai/code/session',
    'https://gemini.google.com/share/00aa11bb',
    'https://gemini.google.com/u/1/gems/view',
  ])('%s is no live chat', (address) => {
    expect(site(address).isChatPage(new URL(address))).toBe(false);
  });
});

describe('every layout', () => {
  it('has an id of its own that begins with its site', () => {
    const ids = SITES.flatMap(({ id, layouts }) => layouts.map((layout) => [id, layout.id] as const));
    expect(new Set(ids.map(([, layout]) => layout)).size).toBe(ids.length);
    for (const [siteId, layout] of ids) expect(layout.startsWith(`${siteId}-`)).toBe(true);
  });
});
