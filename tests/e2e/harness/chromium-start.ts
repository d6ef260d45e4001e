/** Two ways to start Chromium: as the driver starts it, and as a person does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright';
import type { ChromiumOptions } from './chromium';
import { signalTree } from './processes';
import { until } from './until';

export interface StartOptions {
  readonly program: string;
  readonly profileDir: string;
  readonly proxyPort: number;
  readonly args: readonly string[];
  readonly options: ChromiumOptions;
}

export interface StartedChromium {
  readonly context: BrowserContext;
  /** Process id; null where the driver hides it. */
  readonly pid: number | null;
  close(): Promise<void>;
  kill(): Promise<void>;
}

const NO_BYPASS = '<-loopback>';

const environment = ({ timezone }: ChromiumOptions) =>
  timezone === undefined ? {} : { env: { ...process.env, TZ: timezone } };

/** Pages are never hidden, never slowed down and never kept: the driver's own switches. */
export async function startDriven(start: StartOptions): Promise<StartedChromium> {
  const { program, profileDir, proxyPort, args, options } = start;
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath: program,
    headless: options.headed !== true,
    acceptDownloads: true,
    viewport: options.viewport ?? { width: 1200, height: 800 },
    ...environment(options),
    proxy: { server: `http://127.0.0.1:${proxyPort}`, bypass: NO_BYPASS },
    args: [...args],
  });
  const close = (): Promise<void> => context.close();
  return { context, pid: null, close, kill: close };
}

/** Where the browser writes down the port at which it listens. */
const PORT_FILE = 'DevToolsActivePort';

/** The driver joins a browser that was started without it, and changes nothing of its pages. */
export async function startAsInLife(start: StartOptions): Promise<StartedChromium> {
  const { program, profileDir, proxyPort, args, options } = start;
  const portFile = join(profileDir, PORT_FILE);
  await rm(portFile, { force: true });
  const child = spawn(
    program,
    [
      ...(options.headed === true ? [] : ['--headless=new']),
      '--remote-debugging-port=0',
      `--user-data-dir=${profileDir}`,
      `--proxy-server=http://127.0.0.1:${proxyPort}`,
      `--proxy-bypass-list=${NO_BYPASS}`,
      '--no-default-browser-check',
      '--password-store=basic',
      '--use-mock-keychain',
      '--disable-dev-shm-usage',
      '--hide-crash-restore-bubble',
      '--window-size=1200,800',
      ...args,
      'about:blank',
    ],
    { stdio: 'ignore', ...environment(options) },
  );
  let port = '';
  const written = async (): Promise<boolean> => {
    port = (await readFile(portFile, 'utf8')).split('\n')[0] ?? '';
    return port !== '';
  };
  await until(written, 'the browser to listen', 30_000);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
  const [context] = browser.contexts();
  const { pid } = child;
  if (context === undefined || pid === undefined) throw new Error('the browser did not start');
  const end = async (stop: () => Promise<void>): Promise<void> => {
    const ended = exitOf(child);
    await stop();
    await ended;
    await browser.close().catch(() => undefined);
  };
  return {
    context,
    pid,
    close: () => end(async () => void child.kill('SIGTERM')),
    kill: () => end(() => signalTree(pid, 'SIGKILL')),
  };
}

function exitOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => child.once('exit', () => done()));
}
