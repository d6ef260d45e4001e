/** One driver for both browsers, as far as the tests need one. */
import type { LogEntry, PageConfig, Sim, SimSite } from '../../sites/types';

export const BROWSER_NAMES = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSER_NAMES)[number];

export interface LaunchOptions {
  /** Page configuration by site, for every page of this browser; a page's own wins over it. */
  readonly pages?: Partial<Record<SimSite, Partial<PageConfig>>>;
  /** Loads the built extension; true unless said otherwise. */
  readonly extension?: boolean;
  /** Folder of an unpacked build other than `.output/<browser>-mv3`. */
  readonly build?: string;
  /** A profile to use again; without it a new one is made and removed at the end. */
  readonly profileDir?: string;
  /** Shows the windows (`npm start -- --open`). */
  readonly headed?: boolean;
  /** Leaves the welcome page open that the installation opens; else it is closed before anything starts. */
  readonly welcome?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Firefox: every chat in a window of its own, so that none of many is in the background. */
  readonly windows?: boolean;
  /**
   * Chromium: without the driver's own switches, so that pages behind others are hidden and slowed down, and pages
   * that are left may be kept. Firefox always is like that.
   */
  readonly asInLife?: boolean;
  /** Firefox: all that pages and extensions may store, in kilobytes; Chromium is told while it runs. */
  readonly storageLimitKb?: number;
  /** Firefox: after this many milliseconds without work the event page stops; 600000 unless said otherwise. */
  readonly idleTimeoutMs?: number;
}

/** A page of either browser. Selectors are CSS; functions run in the page's own world. */
export interface Page {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  /** Types into what has the focus, by real key events. */
  type(text: string): Promise<void>;
  /** Puts text in as a paste does, in one input event. */
  insertText(text: string): Promise<void>;
  /** A key, or keys held together: `Shift+Enter`. */
  press(keys: string): Promise<void>;
  click(selector: string): Promise<void>;
  evaluate<R>(run: () => R | Promise<R>): Promise<R>;
  evaluate<R, A>(run: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
  waitFor(run: () => boolean, timeoutMs?: number): Promise<void>;
  waitForSelector(selector: string, timeoutMs?: number): Promise<void>;
  text(selector: string): Promise<string>;
  screenshot(path: string): Promise<void>;
  bringToFront(): Promise<void>;
  setViewport(width: number, height: number): Promise<void>;
  url(): Promise<string>;
  /** Errors and `console.error` of the page, in order. */
  errors(): readonly string[];
  close(): Promise<void>;
}

/** A simulated chat page. */
export interface SitePage extends Page {
  /** Types a prompt and sends it by Enter; line breaks by Shift+Enter. Returns when the page has taken it. */
  send(text: string): Promise<void>;
  /** The page's truth about its prompts. */
  log(): Promise<LogEntry[]>;
  /** Until nothing is live and nothing will change any more. */
  idle(timeoutMs?: number): Promise<void>;
  /** Calls a method of `window.__sim` with plain data. */
  sim<M extends keyof Sim>(method: M, ...parameters: unknown[]): Promise<unknown>;
}

/** Everything an extension stores: IndexedDB tables by database and store, storage areas by name. */
export interface StoreDump {
  readonly databases: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;
  readonly areas: Readonly<Record<string, unknown>>;
}

export interface ForeignRequest {
  readonly url: string;
  /**
   * Who asked: a page of the extension or its worker, a web page, the browser for itself (a known host of its
   * maker), or nobody knows.
   */
  readonly from: 'extension' | 'page' | 'browser' | 'unknown';
}

/** What happens to a browser and to the extension in it, and not to one page. */
export interface World {
  /** Nothing of the browser runs for so long, as when the computer sleeps. */
  sleep(ms: number): Promise<void>;
  /** Puts another tab in front of a page until the returned function is called. */
  cover(page: Page): Promise<() => Promise<void>>;
  /** The computer's clock is off by so much, as the extension sees it in this page and in its worker. */
  setClockOff(page: Page, ms: number): Promise<void>;
  /** Switches the extension off and on, as the browser's own page for extensions does. */
  setEnabled(enabled: boolean): Promise<void>;
  /** Takes the sites away from the extension and gives them back, as the same page does. */
  allowHosts(allowed: boolean): Promise<void>;
  /** Leaves no room for the extension's data until the returned function is called. */
  fillStorage(): Promise<() => Promise<void>>;
}

export interface OpenOptions {
  /** Firefox: in a container tab of its own. */
  readonly container?: boolean;
}

export interface Harness {
  readonly name: BrowserName;
  readonly profileDir: string;
  /** Folder where downloads land. */
  readonly downloadDir: string;
  /** Origin of the extension's pages, without a slash at the end. */
  readonly origin: string;
  openChat(url: string, config?: Partial<PageConfig>, options?: OpenOptions): Promise<SitePage>;
  /** The popup as a tab; `of` is the page it should speak of. */
  openPopup(of?: Page): Promise<Page>;
  openDashboard(): Promise<Page>;
  /** Any page of the extension, by its path. */
  openExtensionPage(path: string): Promise<Page>;
  /** The tab id of a page, as the extension knows it. */
  tabId(page: Page): Promise<number>;
  /** Stops the service worker or the event page at once; the next message starts a new one. */
  killWorker(): Promise<void>;
  storeDump(): Promise<StoreDump>;
  /** Files that were downloaded, in order of their names. */
  downloads(): Promise<readonly string[]>;
  /** Requests to any other host than the simulated ones; all were refused. */
  foreignRequests(): readonly ForeignRequest[];
  readonly world: World;
  /** Ends the browser at once, without a word to its pages. */
  kill(): Promise<void>;
  /** Ends it like that and starts it again with the same profile; its pages are gone. */
  restart(): Promise<void>;
  close(): Promise<void>;
}
