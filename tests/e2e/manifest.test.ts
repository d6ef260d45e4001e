/** Both builds as a reviewer of a store would read them: permissions, policy, sizes, and what code is in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BROWSER_NAMES } from './harness';
import { buildDir, EXTENSION_ID, ROOT } from './harness/places';

const HOSTS = ['https://chatgpt.com/*', 'https://claude.ai/*', 'https://gemini.google.com/*'];
/** What the README justifies one by one. */
const PERMISSIONS = ['storage', 'unlimitedStorage', 'scripting'];

interface Manifest {
  readonly manifest_version: number;
  readonly permissions: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly host_permissions: readonly string[];
  readonly optional_host_permissions?: readonly string[];
  readonly incognito: string;
  readonly content_security_policy: { readonly extension_pages: string };
  readonly background: { readonly service_worker?: string; readonly scripts?: readonly string[] };
  readonly content_scripts: readonly {
    readonly matches: readonly string[];
    readonly js: readonly string[];
    readonly run_at: string;
    readonly world?: string;
    readonly all_frames?: boolean;
  }[];
  readonly web_accessible_resources?: unknown;
  readonly externally_connectable?: unknown;
  readonly browser_specific_settings?: {
    readonly gecko: { readonly id: string; readonly data_collection_permissions: unknown };
  };
}

describe.each(BROWSER_NAMES)('the build for %s', (browser) => {
  const dir = buildDir(browser, {});
  const read = (path: string): string => readFileSync(join(dir, path), 'utf8');
  const manifest = JSON.parse(read('manifest.json')) as Manifest;
  const scripts = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.js'),
  );

  it('asks for the permissions that the README justifies, and for no others', () => {
    expect(manifest.manifest_version).toBe(3);
    expect([...manifest.permissions].sort()).toEqual([...PERMISSIONS].sort());
    expect(manifest.host_permissions).toEqual(HOSTS);
    expect(manifest.optional_permissions ?? []).toEqual([]);
    expect(manifest.optional_host_permissions ?? []).toEqual([]);
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| (`.+`.*?) \| \S.* \|$/gm)].flatMap(([, names = '']) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    for (const permission of manifest.permissions) expect(rows).toContain(permission);
    for (const host of HOSTS) expect(rows).toContain(new URL(host.slice(0, -1)).host);
  });

  it('stays out of private windows, and nothing else can speak with it', () => {
    expect(manifest.incognito).toBe('not_allowed');
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.web_accessible_resources).toBeUndefined();
  });

  it('allows its pages nothing but what is in the package', () => {
    const policy = manifest.content_security_policy.extension_pages;
    const directives = new Map(
      policy.split(';').map((part): [string, string[]] => {
        const [name = '', ...values] = part.trim().split(/\s+/);
        return [name, values];
      }),
    );
    expect(directives.get('default-src')).toEqual(["'none'"]);
    const local = ["'none'", "'self'", 'data:', 'blob:'];
    for (const [name, values] of directives) {
      expect(values.length, name).toBeGreaterThan(0);
      for (const value of values) expect(local, name).toContain(value);
    }
    expect(directives.get('script-src')).toEqual(["'self'"]);
    expect(directives.get('connect-src')).toEqual(["'self'"]);
  });

  it('starts one content script per host, with the document, in a world of its own', () => {
    expect(manifest.content_scripts.flatMap((script) => script.matches).sort()).toEqual([...HOSTS].sort());
    for (const script of manifest.content_scripts) {
      expect(script.matches).toHaveLength(1);
      expect(script.run_at).toBe('document_start');
      expect(script.world ?? 'ISOLATED').toBe('ISOLATED');
      expect(script.all_frames ?? false).toBe(false);
    }
  });

  it('has content scripts of 78 kB at most and 28 kB compressed, without framework, database or schema library', () => {
    const paths = manifest.content_scripts.flatMap((script) => script.js);
    expect(paths).toHaveLength(HOSTS.length);
    const marks = {
      preact: /__k\b|dangerouslySetInnerHTML/,
      dexie: /dexie/i,
      valibot: /~standard|safeParse/,
    };
    for (const path of paths) {
      const code = read(path);
      expect(Buffer.byteLength(code), path).toBeLessThanOrEqual(78_000);
      expect(gzipSync(code).length, path).toBeLessThanOrEqual(28_000);
      expect(code.split('\n').length, 'minified').toBeLessThan(50);
      for (const [library, mark] of Object.entries(marks)) expect(code, library).not.toMatch(mark);
    }
    // The marks are the libraries' own: they are found where the libraries are.
    const rest = scripts.filter((name) => !paths.includes(name)).map(read);
    for (const [library, mark] of Object.entries(marks)) {
      expect(
        rest.some((other) => mark.test(other)),
        library,
      ).toBe(true);
    }
  });

  it('has nothing in a chat page’s scripts that could send the page an event or a message', () => {
    const paths = [
      ...manifest.content_scripts.flatMap((script) => script.js),
      'page-trace.js',
      'answer-line.js',
    ];
    for (const path of paths) {
      const ways = read(path).match(
        /dispatchEvent|\bnew \w*Event\b|postMessage|BroadcastChannel|localStorage/g,
      );
      expect(ways ?? [], path).toEqual([]);
    }
    // What is searched for is found where it is used.
    expect(scripts.some((name) => /dispatchEvent|postMessage/.test(read(name)))).toBe(true);
  });

  it('makes no code from text, and has no way to the network but for files of its own', () => {
    for (const name of scripts) {
      const code = read(name);
      expect(code, name).not.toMatch(/\beval\s*\(|\bnew Function\b|(?<![\w.])Function\s*\(\s*["'`]/);
      // Searched for rather than matched: a failure should not print a whole bundle.
      const ways =
        code.match(
          /\bnew (?:XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection)|sendBeacon|importScripts/g,
        ) ?? [];
      // The CSV library can read a file from an address; it is only ever given text, and the policy forbids it.
      const allowed = code.includes('RemoteChunkSize') ? ['new XMLHttpRequest'] : [];
      expect(ways, name).toEqual(allowed);
      expect(code, name).not.toMatch(/\bimport\(\s*["'`]https?:|\bfrom\s*["'`]https?:/);
      for (const [call] of code.matchAll(/(?<![\w$.])fetch\([^)]*\)/g)) {
        // The packaged vocabulary, and the bundler's preloading of the page's own scripts.
        expect(call, name).toMatch(/^fetch\([\w$.]+\.runtime\.getURL\(|^fetch\(\w+\.href,\w+\)$/);
      }
    }
    for (const page of ['popup.html', 'dashboard.html']) {
      expect(read(page)).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
      expect(read(page)).not.toMatch(/<script(?![^>]*\bsrc=)/);
    }
  });

  it('has a popup of 120 kB of script at most when compressed, the chart included', () => {
    const [, entry = ''] = /<script[^>]*src="\/([^"]+)"/.exec(read('popup.html')) ?? [];
    const loaded = new Set<string>();
    const load = (path: string): void => {
      if (loaded.has(path)) return;
      loaded.add(path);
      for (const [, name] of read(path).matchAll(/\bfrom\s*["'`]\.\/([^"'`]+)["'`]/g)) load(`chunks/${name}`);
    };
    load(entry);
    expect(loaded.size).toBeGreaterThan(2);
    const size = [...loaded].reduce((sum, path) => sum + gzipSync(read(path)).length, 0);
    expect(size).toBeLessThanOrEqual(120_000);
  });
});

it('the build for Firefox has a fixed id, collects nothing and uses an event page', () => {
  const manifest = JSON.parse(
    readFileSync(join(buildDir('firefox', {}), 'manifest.json'), 'utf8'),
  ) as Manifest;
  expect(manifest.browser_specific_settings?.gecko).toMatchObject({
    id: EXTENSION_ID,
    data_collection_permissions: { required: ['none'] },
  });
  expect(manifest.background).toMatchObject({ scripts: ['background.js'] });
  expect(manifest.background.service_worker).toBeUndefined();
});

it('the build for Chrome uses a service worker', () => {
  const manifest = JSON.parse(
    readFileSync(join(buildDir('chromium', {}), 'manifest.json'), 'utf8'),
  ) as Manifest;
  expect(manifest.background.service_worker).toBe('background.js');
});

it('the lockfile names no registry', () => {
  const lockfile = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
  expect(lockfile).not.toMatch(/"resolved"/);
  const addresses = [...lockfile.matchAll(/https?:\/\/[^"]+/g)].map(([address]) => new URL(address).hostname);
  // What is left are pages where authors ask for support.
  expect(addresses.filter((host) => /npm|registry|artifact|nexus|verdaccio|proxy/.test(host))).toEqual([]);
});
