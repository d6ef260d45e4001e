/** What happens to Firefox and to the extension in it, from outside the pages. */
import type { Browser } from 'puppeteer-core';
import { giveRoomBack, takeAllRoom } from './fill';
import { bidi, callInBrowser } from './firefox-background';
import { EXTENSION_ID } from './places';
import { holdStill } from './processes';
import type { Page, World } from './types';
import { until } from './until';

export interface FirefoxInside {
  readonly browser: Browser;
  readonly hosts: readonly string[];
  /** The driver's id of a page's tab. */
  contextOf(page: Page): string;
  openExtensionPage(path: string): Promise<Page>;
}

/** In every process of the browser: the worlds of content scripts, and the extension's own pages. */
const CLOCK_IN_PROCESS = (ms: number): string => `
  const { ExtensionContent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionContent.sys.mjs');
  const { ExtensionPageChild } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPageChild.sys.mjs');
  const off = ${ms};
  for (const sandbox of ExtensionContent.getAllContentScriptGlobals())
    Cu.evalInSandbox('globalThis.trueNow ??= Date.now; Date.now = () => trueNow.call(Date) + ' + off, sandbox);
  for (const { contentWindow } of ExtensionPageChild.extensionContexts.values())
    if (contentWindow)
      Cu.exportFunction(() => Date.now() + off, contentWindow.wrappedJSObject.Date, { defineAs: 'now' });
`;

export function firefoxWorld({ browser, hosts, contextOf, openExtensionPage }: FirefoxInside): World {
  return {
    sleep: async (ms) => {
      const pid = browser.process()?.pid;
      if (pid === undefined) throw new Error('the process of this browser is not known');
      await holdStill(pid, ms);
    },
    cover: async (page) => {
      const connection = bidi(browser);
      const { result } = await connection.send('browsingContext.create', {
        type: 'tab',
        referenceContext: contextOf(page),
      });
      const { context } = result as { context: string };
      const seen = (): Promise<string> => page.evaluate(() => document.visibilityState);
      await until(async () => (await seen()) === 'hidden', 'the page to be hidden', 5_000);
      return async () => {
        await page.bringToFront();
        await connection.send('browsingContext.close', { context });
        await until(async () => (await seen()) === 'visible', 'the page to be seen again', 5_000);
      };
    },
    setClockOff: (_page, ms) =>
      callInBrowser(
        browser,
        `(source) => Services.ppmm.loadProcessScript('data:application/javascript,' + encodeURIComponent(source), false)`,
        `{${CLOCK_IN_PROCESS(ms)}}`,
      ),
    setEnabled: (enabled) =>
      callInBrowser(
        browser,
        `async (id) => {
          const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
          const addon = await AddonManager.getAddonByID(id);
          await addon.${enabled ? 'enable' : 'disable'}();
        }`,
        EXTENSION_ID,
      ),
    allowHosts: (allowed) =>
      callInBrowser(
        browser,
        `async (id, hosts) => {
          const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
          const { extension } = WebExtensionPolicy.getByID(id);
          await ExtensionPermissions.${allowed ? 'add' : 'remove'}(id, { permissions: [], origins: JSON.parse(hosts) }, extension);
        }`,
        EXTENSION_ID,
        JSON.stringify(hosts),
      ),
    fillStorage: async () => {
      const page = await openExtensionPage('icon/16.png');
      await takeAllRoom(page);
      return async () => {
        await giveRoomBack(page);
        await page.close();
      };
    },
  };
}
