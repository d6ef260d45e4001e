/** What happens to Chromium and to the extension in it, from outside the pages. */
import type { BrowserContext, Page as DriverPage } from 'playwright';
import { holdStill } from './processes';
import type { Page, World } from './types';
import { until } from './until';

export interface ChromiumInside {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** Process id of the browser; null when the driver hides it. */
  readonly pid: number | null;
  driverPage(page: Page): DriverPage;
}

export function chromiumWorld({ context, extensionId, pid, driverPage }: ChromiumInside): World {
  const origin = `chrome-extension://${extensionId}`;

  /** The driver may still know one that the browser has just replaced. */
  const ownWorkers = () => context.serviceWorkers().filter((one) => one.url().startsWith(origin));

  /** Runs a call of the interface that the browser's own page for extensions uses. */
  async function manage(call: string): Promise<void> {
    const page = await context.newPage();
    try {
      await page.goto('chrome://extensions');
      await page.evaluate(call);
    } finally {
      await page.close();
    }
  }

  return {
    sleep: async (ms) => {
      if (pid === null) throw new Error('the process of this browser is not known');
      await holdStill(pid, ms);
    },
    cover: async (page) => {
      const covered = driverPage(page);
      const other = await context.newPage();
      await other.bringToFront();
      const seen = (): Promise<string> => covered.evaluate('document.visibilityState');
      await until(async () => (await seen()) === 'hidden', 'the page to be hidden', 5_000);
      return async () => {
        await covered.bringToFront();
        await other.close();
        await until(async () => (await seen()) === 'visible', 'the page to be seen again', 5_000);
      };
    },
    setClockOff: async (page, ms) => {
      const script = clockScript(ms);
      const session = await context.newCDPSession(driverPage(page));
      const own: number[] = [];
      session.on('Runtime.executionContextCreated', (event) => {
        if (event.context.origin === origin) own.push(event.context.id);
      });
      await session.send('Runtime.enable');
      if (own.length === 0) throw new Error('the extension does not run in this page');
      for (const contextId of own) await session.send('Runtime.evaluate', { contextId, expression: script });
      await session.detach();
      for (const worker of ownWorkers()) await worker.evaluate(script);
    },
    setEnabled: (enabled) =>
      manage(`new Promise((done) => chrome.management.setEnabled('${extensionId}', ${enabled}, done))`),
    allowHosts: (allowed) =>
      manage(
        `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: '${extensionId}', hostAccess: '${allowed ? 'ON_ALL_SITES' : 'ON_CLICK'}' })`,
      ),
    // The browser sets no limit to this extension, and a test should not fill the disk: its writes are refused as
    // a full disk refuses them.
    fillStorage: async () => {
      const workers = ownWorkers();
      if (workers.length === 0) throw new Error('the worker does not run');
      for (const worker of workers) await worker.evaluate(REFUSE_WRITES);
      return async () => {
        for (const worker of workers) await worker.evaluate('globalThis.takeWritesAgain()');
      };
    },
  };
}

/** Puts the clock of a script world off by `ms`, counted from what it would truly say. */
export const clockScript = (ms: number): string =>
  `globalThis.trueNow ??= Date.now; Date.now = () => globalThis.trueNow.call(Date) + ${ms};`;

const REFUSE_WRITES = `
  const { put, add } = IDBObjectStore.prototype;
  const refuse = () => { throw new DOMException('The quota has been exceeded.', 'QuotaExceededError'); };
  Object.assign(IDBObjectStore.prototype, { put: refuse, add: refuse });
  globalThis.takeWritesAgain = () => { Object.assign(IDBObjectStore.prototype, { put, add }); };
`;
