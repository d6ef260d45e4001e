import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page as DriverPage, Request } from 'playwright';
import { findBrowsers } from '../../../scripts/browsers';
import { startAsInLife, startDriven } from './chromium-start';
import { chromiumWorld } from './chromium-world';
import { dumpStores } from './dump';
import { answer, buildDir, filesIn, isSimulated, makeFolders, unseen } from './places';
import { portable } from './portable';
import { refusingProxy } from './proxy';
import { type Running, restartable } from './restart';
import { sitePage } from './site-page';
import { activeTab } from './tabs';
import type { ForeignRequest, Harness, LaunchOptions, Page } from './types';
import { until } from './until';
import { closeWelcome } from './welcome';

// Chromium's own errands are switched off, so that what still reaches the proxy was asked for by somebody.
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,InterestFeedContentSuggestions,CertificateTransparencyComponentUpdater,NetworkTimeServiceQuerying',
  '--disable-client-side-phishing-detection',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-pings',
  '--metrics-recording-only',
];

function wrap(page: DriverPage): Page {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return {
    goto: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
    reload: async () => void (await page.reload()),
    back: async () => void (await page.goBack()),
    type: (text) => page.keyboard.type(text),
    insertText: (text) => page.keyboard.insertText(text),
    press: (keys) => page.keyboard.press(keys),
    click: (selector) => page.click(selector),
    evaluate: <R, A>(run: (argument: A) => R | Promise<R>, argument?: A) =>
      page.evaluate<R>(portable(run, argument)),
    waitFor: (run, timeout = 30_000) =>
      until(async () => (await page.evaluate(portable(run))) === true, run.toString(), timeout),
    waitForSelector: async (selector, timeout = 30_000) => {
      await page.waitForSelector(selector, { timeout, state: 'attached' });
    },
    text: (selector) => page.innerText(selector),
    screenshot: async (path) => void (await page.screenshot({ path })),
    bringToFront: () => page.bringToFront(),
    setViewport: (width, height) => page.setViewportSize({ width, height }),
    url: async () => page.url(),
    errors: () => errors,
    close: () => page.close(),
  };
}

async function extensionId(context: BrowserContext): Promise<string> {
  const worker =
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  return new URL(worker.url()).host;
}

/** Who made a request that playwright saw. */
function origin(request: Request): ForeignRequest['from'] {
  if (request.serviceWorker() !== null) return 'extension';
  try {
    return request.frame().url().startsWith('chrome-extension:') ? 'extension' : 'page';
  } catch {
    return 'browser';
  }
}

/** Without this Chromium opens connections to hosts that it expects to need; they would look like requests. */
async function switchPredictionsOff(profile: string): Promise<void> {
  await mkdir(join(profile, 'Default'), { recursive: true });
  const preferences = {
    net: { network_prediction_options: 2 },
    // Without it an unpacked extension that is reloaded stays switched off.
    extensions: { ui: { developer_mode: true } },
    signin: { allowed: false, allowed_on_next_startup: false },
  };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences), { flag: 'wx' }).catch(
    () => {
      // A profile that is used again has its preferences already.
    },
  );
}

/** What only this driver can do: pictures, colour schemes, a fixed clock, checks of accessibility. */
export interface ChromiumHarness extends Harness {
  readonly context: BrowserContext;
}

export interface ChromiumOptions extends LaunchOptions {
  /** Further switches of the browser. */
  readonly args?: readonly string[];
  /** IANA name of the time zone that pages see; the machine's unless said otherwise. */
  readonly timezone?: string;
}

/** Chromium with the extension loaded and the three hosts simulated. */
export async function launchChromium(options: ChromiumOptions): Promise<ChromiumHarness> {
  return restartable(await start(options), (profileDir) => start({ ...options, profileDir }));
}

async function start(options: ChromiumOptions): Promise<Running<ChromiumHarness>> {
  const [browsers, folders, proxy] = await Promise.all([
    findBrowsers(),
    makeFolders(options),
    refusingProxy(),
  ]);
  const extension = buildDir('chromium', options);
  await switchPredictionsOff(folders.profileDir);
  const root = process.getuid?.() === 0;
  const started = await (options.asInLife === true ? startAsInLife : startDriven)({
    program: browsers.chromium,
    profileDir: folders.profileDir,
    proxyPort: proxy.port,
    options,
    args: [
      ...(root ? ['--no-sandbox'] : []),
      '--disable-gpu',
      ...QUIET,
      ...(options.args ?? []),
      ...(options.extension === false
        ? ['--disable-extensions']
        : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
    ],
  });
  const { context } = started;
  const seen: ForeignRequest[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!/^https?:/.test(url)) return;
    const from = origin(request);
    if (!isSimulated(url) || from === 'extension') seen.push({ url, from });
  });
  await context.route(
    (url) => isSimulated(url.href),
    async (route) =>
      route.fulfill({ contentType: 'text/html', body: await answer(route.request().url(), options, {}) }),
  );
  const id = options.extension === false ? null : await extensionId(context);
  const base = `chrome-extension://${id ?? 'none'}`;
  if (id !== null && options.welcome !== true && options.profileDir === undefined) {
    await closeWelcome(async () =>
      context.pages().find((page) => page.url().startsWith(`${base}/welcome.html`)),
    );
  }
  if (options.welcome !== true && options.profileDir !== undefined) {
    // A browser that ended before it wrote down what is installed takes the extension for a new one.
    context.on('page', async (page) => {
      await page.waitForLoadState().catch(() => undefined);
      if (page.url().startsWith(`${base}/welcome.html`)) await page.close().catch(() => undefined);
    });
  }
  const pages = new Map<Page, DriverPage>();
  const saving: Promise<void>[] = [];
  context.on('page', (page) => {
    page.on('download', (download) => {
      saving.push(download.saveAs(`${folders.downloadDir}/${download.suggestedFilename()}`));
    });
  });
  const open = async (): Promise<Page> => {
    const page = await context.newPage();
    const wrapped = wrap(page);
    pages.set(wrapped, page);
    return wrapped;
  };
  const openExtensionPage = async (path: string): Promise<Page> => {
    const page = await open();
    await page.goto(`${base}/${path}`);
    return page;
  };
  const harness: Running<ChromiumHarness> = {
    name: 'chromium',
    context,
    profileDir: folders.profileDir,
    downloadDir: folders.downloadDir,
    origin: base,
    openChat: async (url, config) => {
      const page = await open();
      const own = pages.get(page);
      if (config !== undefined && own !== undefined) {
        await own.route(
          (address) => isSimulated(address.href),
          async (route) =>
            route.fulfill({
              contentType: 'text/html',
              body: await answer(route.request().url(), options, config),
            }),
        );
      }
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
    killWorker: async () => {
      const browser = context.browser();
      if (browser === null) throw new Error('the browser is gone');
      const session = await browser.newBrowserCDPSession();
      const { targetInfos } = await session.send('Target.getTargets');
      for (const target of targetInfos) {
        if (target.type === 'service_worker' && target.url.startsWith(base)) {
          await session.send('Target.closeTarget', { targetId: target.targetId });
        }
      }
      await session.detach();
    },
    storeDump: async () => {
      const page = await openExtensionPage('popup.html');
      try {
        return await dumpStores(page);
      } finally {
        await page.close();
      }
    },
    downloads: async () => {
      await Promise.all(saving);
      return filesIn(folders.downloadDir);
    },
    foreignRequests: () => [...seen, ...unseen(proxy.asked, seen)],
    world: chromiumWorld({
      context,
      extensionId: id ?? 'none',
      pid: started.pid,
      driverPage: (page) => {
        const own = pages.get(page);
        if (own === undefined) throw new Error('this page belongs to another browser');
        return own;
      },
    }),
    kill: async () => {
      await started.kill();
      await proxy.close();
    },
    close: async () => {
      await started.close();
      await proxy.close();
      await folders.remove();
    },
  };
  return harness;
}
