import puppeteer, {
  type Browser,
  type Page as DriverPage,
  type HTTPRequest,
  type KeyInput,
} from 'puppeteer-core';
import { findBrowsers } from '../../../scripts/browsers';
import type { PageConfig } from '../../sites/types';
import { dumpStores } from './dump';
import { terminateBackground } from './firefox-background';
import { QUIET_PREFERENCES } from './firefox-preferences';
import { firefoxWorld } from './firefox-world';
import { answer, buildDir, EXTENSION_ID, filesIn, isSimulated, makeFolders, unseen } from './places';
import { portable } from './portable';
import { signalTree } from './processes';
import { refusingProxy } from './proxy';
import { type Running, restartable } from './restart';
import { sitePage } from './site-page';
import { activeTab } from './tabs';
import type { ForeignRequest, Harness, LaunchOptions, OpenOptions, Page } from './types';
import { until } from './until';
import { closeWelcome } from './welcome';

const UUID = '7d3b6c1a-94f0-4d52-8a1e-5c0f2b9e6a47';
const ORIGIN = `moz-extension://${UUID}`;
const HOSTS = ['https://chatgpt.com/*', 'https://claude.ai/*', 'https://gemini.google.com/*'];

async function pressKeys(page: DriverPage, keys: string): Promise<void> {
  const parts = keys.split('+') as KeyInput[];
  const last = parts.pop();
  for (const held of parts) await page.keyboard.down(held);
  if (last !== undefined) await page.keyboard.press(last);
  for (const held of parts.reverse()) await page.keyboard.up(held);
}

function wrap(page: DriverPage): Page {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return {
    goto: async (url) => {
      if (!url.startsWith('moz-extension:')) {
        await page.goto(url, { waitUntil: 'load' });
        return;
      }
      // This navigation is never reported as done; the page is there nevertheless.
      await page.goto(url, { timeout: 1500 }).catch(() => null);
      const there = `location.href.startsWith(${JSON.stringify(url.split('?')[0])}) && document.readyState === 'complete'`;
      await until(async () => (await page.evaluate(there)) === true, url, 15_000);
    },
    reload: async () => void (await page.reload()),
    back: async () => void (await page.goBack()),
    type: (text) => page.keyboard.type(text),
    insertText: async (text) => {
      // BiDi knows no insertion of text; the editing command makes the same single input event.
      await page.evaluate((value) => document.execCommand('insertText', false, value), text);
    },
    press: (keys) => pressKeys(page, keys),
    click: async (selector) => {
      await page.waitForSelector(selector);
      await page.click(selector);
    },
    evaluate: <R, A>(run: (argument: A) => R | Promise<R>, argument?: A) =>
      page.evaluate(portable(run, argument)) as Promise<R>,
    waitFor: (run, timeout = 30_000) =>
      until(async () => (await page.evaluate(portable(run))) === true, run.toString(), timeout),
    waitForSelector: async (selector, timeout = 30_000) => {
      await page.waitForSelector(selector, { timeout });
    },
    text: (selector) =>
      page.$eval(selector, (element) =>
        element instanceof HTMLElement ? element.innerText : (element.textContent ?? ''),
      ),
    screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
    bringToFront: () => page.bringToFront(),
    setViewport: (width, height) => page.setViewport({ width, height }),
    url: () => page.evaluate(() => location.href),
    errors: () => errors,
    close: () => page.close(),
  };
}

function whoAsked(request: HTTPRequest): ForeignRequest['from'] {
  const url = request.frame()?.url() ?? '';
  return url.startsWith('moz-extension:') ? 'extension' : url === '' ? 'browser' : 'page';
}

async function start(
  options: LaunchOptions,
  profile: string,
  downloads: string,
  port: number,
): Promise<Browser> {
  const { firefox } = await findBrowsers();
  const proxy = { 'network.proxy.type': 1, 'network.proxy.allow_hijacking_localhost': true };
  for (const scheme of ['http', 'ssl']) {
    Object.assign(proxy, {
      [`network.proxy.${scheme}`]: '127.0.0.1',
      [`network.proxy.${scheme}_port`]: port,
    });
  }
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: firefox,
    headless: options.headed !== true,
    // Release builds take another settings server from the preferences only when this is set.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    userDataDir: profile,
    defaultViewport: options.viewport ?? { width: 1200, height: 800 },
    // Without it, addresses of the extension's own pages are refused.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...QUIET_PREFERENCES,
      ...proxy,
      'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: UUID }),
      'extensions.background.idle.timeout': options.idleTimeoutMs ?? 600_000,
      'extensions.webextOptionalPermissionPrompts': false,
      // Every window takes keys as if it were in front.
      ...(options.windows === true ? { 'focusmanager.testmode': true } : {}),
      // The extension is installed for the session; what it has stored outlives the browser.
      'extensions.webextensions.keepStorageOnUninstall': true,
      ...(options.storageLimitKb === undefined
        ? {}
        : { 'dom.quotaManager.temporaryStorage.fixedLimit': options.storageLimitKb }),
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.helperApps.neverAsk.saveToDisk': 'text/csv,application/json',
    },
  });
}

/** Firefox with the extension installed for the session and the three hosts simulated. */
export async function launchFirefox(options: LaunchOptions): Promise<Harness> {
  return restartable(await startHarness(options), (profileDir) => startHarness({ ...options, profileDir }));
}

async function startHarness(options: LaunchOptions): Promise<Running<Harness>> {
  const [folders, proxy] = await Promise.all([makeFolders(options), refusingProxy()]);
  const browser = await start(options, folders.profileDir, folders.downloadDir, proxy.port);
  if (options.extension !== false) {
    await browser.installExtension(buildDir('firefox', options));
    // Installed for the session, it is new in every profile.
    if (options.welcome !== true) {
      await closeWelcome(async () =>
        (await browser.pages()).find((page) => page.url().startsWith(`${ORIGIN}/welcome.html`)),
      );
    }
  }
  const seen: ForeignRequest[] = [];

  const driven = new WeakMap<Page, DriverPage>();
  const openWith = async (config: Partial<PageConfig>, { container }: OpenOptions = {}): Promise<Page> => {
    // What the driver calls a context of its own is a container to Firefox.
    const place = container === true ? await browser.createBrowserContext() : browser;
    const page = await place.newPage(options.windows === true ? { type: 'window' } : { type: 'tab' });
    await page.setRequestInterception(true);
    page.on('request', async (request) => {
      const url = request.url();
      if (!/^https?:/.test(url)) return request.continue();
      if (isSimulated(url)) {
        const body = await answer(url, options, config);
        return request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body });
      }
      seen.push({ url, from: whoAsked(request) });
      return request.abort();
    });
    const wrapped = wrap(page);
    driven.set(wrapped, page);
    return wrapped;
  };
  const openExtensionPage = async (path: string): Promise<Page> => {
    const page = wrap(await browser.newPage());
    await page.goto(`${ORIGIN}/${path}`);
    return page;
  };
  const harness: Running<Harness> = {
    name: 'firefox',
    profileDir: folders.profileDir,
    downloadDir: folders.downloadDir,
    origin: ORIGIN,
    openChat: async (url, config = {}, place = {}) => {
      const page = await openWith(config, place);
      await page.goto(url);
      await page.waitFor(() => '__sim' in window);
      return Object.assign(page, sitePage(page));
    },
    openPopup: async (of) =>
      openExtensionPage(of === undefined ? 'popup.html' : `popup.html?tab=${await harness.tabId(of)}`),
    openDashboard: () => openExtensionPage('dashboard.html'),
    openExtensionPage,
    tabId: async (page) => {
      const helper = await openExtensionPage('popup.html');
      await page.bringToFront();
      const tab = await activeTab(helper);
      await helper.close();
      return tab;
    },
    killWorker: () => terminateBackground(browser, EXTENSION_ID),
    storeDump: async () => {
      const page = await openExtensionPage('popup.html');
      try {
        return await dumpStores(page);
      } finally {
        await page.close();
      }
    },
    downloads: () => filesIn(folders.downloadDir),
    foreignRequests: () => [...seen, ...unseen(proxy.asked, seen)],
    world: firefoxWorld({
      browser,
      hosts: HOSTS,
      contextOf: (page) => {
        const frame: unknown = driven.get(page)?.mainFrame();
        const id: unknown = typeof frame === 'object' && frame !== null ? Reflect.get(frame, '_id') : null;
        if (typeof id !== 'string') throw new Error('this page belongs to another browser');
        return id;
      },
      openExtensionPage,
    }),
    kill: async () => {
      const main = browser.process();
      const ended = new Promise<void>((done) => main?.once('exit', () => done()));
      if (main?.pid !== undefined) await signalTree(main.pid, 'SIGKILL');
      await ended;
      await proxy.close();
    },
    close: async () => {
      await browser.close().catch(() => undefined);
      await proxy.close();
      await folders.remove();
    },
  };
  return harness;
}
