/**
 * Finds the two browsers that the commands drive, or installs them where that can be done by the system's own
 * package manager, or says exactly what to type. Run as a command it prints what it found.
 */
import { execFile, spawnSync } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Browsers {
  /** Path of the program. */
  readonly chromium: string;
  readonly firefox: string;
}

interface Wanted {
  readonly name: keyof Browsers;
  readonly variable: string;
  readonly programs: readonly string[];
  readonly places: readonly string[];
  readonly minimum: number;
}

const home = process.env.HOME ?? process.env.USERPROFILE ?? '';
const programFiles = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
  const folder = process.env[name];
  return folder === undefined ? [] : [folder];
});

// Branded Chrome no longer loads an unpacked extension from the command line, so it is not looked for.
const CHROMIUM: Wanted = {
  name: 'chromium',
  variable: 'TOKENPRINT_CHROMIUM',
  programs: ['chromium', 'chromium-browser'],
  places: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    join(home, 'Applications/Chromium.app/Contents/MacOS/Chromium'),
    ...programFiles.map((folder) => join(folder, 'Chromium', 'Application', 'chrome.exe')),
  ],
  minimum: 120,
};

const FIREFOX: Wanted = {
  name: 'firefox',
  variable: 'TOKENPRINT_FIREFOX',
  programs: ['firefox-esr', 'firefox'],
  places: [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/snap/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    join(home, 'Applications/Firefox.app/Contents/MacOS/firefox'),
    ...programFiles.map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe')),
  ],
  minimum: 140,
};

async function runs(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function candidates(wanted: Wanted): string[] {
  const named = process.env[wanted.variable];
  if (named !== undefined && named !== '') return [named];
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = wanted.programs.flatMap((program) =>
    folders.map((folder) => join(folder, program + suffix)),
  );
  return [...onPath, ...wanted.places];
}

/** Major version that the program states, null when it states none (Windows programs print nothing). */
async function majorVersion(path: string): Promise<number | null> {
  try {
    const { stdout } = await run(path, ['--version'], { timeout: 20_000 });
    const major = /(\d+)\.\d/.exec(stdout)?.[1];
    return major === undefined ? null : Number(major);
  } catch {
    return null;
  }
}

async function find(wanted: Wanted): Promise<{ path: string | null; problem: string }> {
  const problems: string[] = [];
  for (const path of new Set(candidates(wanted))) {
    if (!(await runs(path))) continue;
    const major = await majorVersion(path);
    if (major === null && process.platform !== 'win32') problems.push(`${path} does not start`);
    else if (major !== null && major < wanted.minimum) {
      problems.push(`${path} is version ${major}, ${wanted.minimum} or later is needed`);
    } else return { path, problem: '' };
  }
  const named = process.env[wanted.variable];
  if (problems.length === 0 && named !== undefined)
    problems.push(`${wanted.variable}=${named} is not a program`);
  return { path: null, problem: problems.join('; ') };
}

/** What a person types to get the browsers that are missing. */
export function installCommands(missing: readonly (keyof Browsers)[], platform: NodeJS.Platform): string[] {
  const lacks = (name: keyof Browsers) => missing.includes(name);
  switch (platform) {
    case 'darwin':
      return [`brew install --cask ${missing.join(' ')}`];
    case 'win32':
      return [
        ...(lacks('chromium') ? ['winget install --id Hibbiki.Chromium'] : []),
        ...(lacks('firefox') ? ['winget install --id Mozilla.Firefox'] : []),
      ];
    default: {
      const debian = missing.map((name) => (name === 'firefox' ? 'firefox-esr' : name)).join(' ');
      return [
        `Debian:        sudo apt-get update && sudo apt-get install -y ${debian} fonts-dejavu-core`,
        `Ubuntu:        sudo snap install ${missing.join(' ')}`,
        `Fedora:        sudo dnf install -y ${missing.join(' ')}`,
        `Arch:          sudo pacman -S --needed ${missing.join(' ')}`,
      ];
    }
  }
}

/** Installs by apt-get where this process may; false when it may not or it failed. */
function installByApt(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const apt = (...parameters: string[]) =>
    spawnSync('apt-get', parameters, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  console.error('Installing Chromium and Firefox with apt-get …');
  if (!apt('-q', 'update')) return false;
  return apt(
    '-q',
    'install',
    '-y',
    '--no-install-recommends',
    'chromium',
    'firefox-esr',
    'fonts-dejavu-core',
  );
}

/** Thrown when a browser is missing and could not be installed; the message says what to do. */
export class BrowserMissingError extends Error {
  override readonly name = 'BrowserMissingError';
}

/**
 * Paths of both browsers, installed first where they are missing and that is possible.
 * @throws BrowserMissingError with the commands for this system.
 */
export async function findBrowsers(): Promise<Browsers> {
  let [chromium, firefox] = await Promise.all([find(CHROMIUM), find(FIREFOX)]);
  const installable = (path: string | null, wanted: Wanted) =>
    path === null && process.env[wanted.variable] === undefined;
  const wanting = installable(chromium.path, CHROMIUM) || installable(firefox.path, FIREFOX);
  if (wanting && installByApt()) {
    [chromium, firefox] = await Promise.all([find(CHROMIUM), find(FIREFOX)]);
  }
  if (chromium.path !== null && firefox.path !== null)
    return { chromium: chromium.path, firefox: firefox.path };
  const missing: (keyof Browsers)[] = [];
  if (chromium.path === null) missing.push('chromium');
  if (firefox.path === null) missing.push('firefox');
  const problems = [chromium.problem, firefox.problem].filter((problem) => problem !== '');
  throw new BrowserMissingError(
    [
      `Missing: ${missing.join(' and ')}.`,
      ...problems,
      'Install with:',
      ...installCommands(missing, process.platform).map((command) => `  ${command}`),
      `or name the programs with ${CHROMIUM.variable} and ${FIREFOX.variable}.`,
    ].join('\n'),
  );
}

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === process.argv[1]) {
  try {
    const browsers = await findBrowsers();
    console.log(`chromium  ${browsers.chromium}\nfirefox   ${browsers.firefox}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
