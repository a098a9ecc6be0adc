import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runStep } from './run-step.mjs';
import { SetUpProblem } from './set-up-problem.mjs';

/** The oldest version the manifest allows: older ones have no Temporal. */
const oldest = { chromium: 144, firefox: 140 };

/**
 * Where systems keep a browser that can side-load. Branded Chrome and Edge refuse to, so they are not looked for.
 * Debian's binary comes before its wrapper, which adds flags of its own.
 */
const places = {
  chromium: [
    '/usr/lib/chromium/chromium',
    '/usr/lib64/chromium-browser/chromium-browser',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    `${process.env['LOCALAPPDATA'] ?? ''}\\Chromium\\Application\\chrome.exe`,
  ],
  firefox: [
    '/usr/lib/firefox-esr/firefox-esr',
    '/usr/lib/firefox/firefox',
    '/usr/lib64/firefox/firefox',
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    `${process.env['PROGRAMFILES'] ?? ''}\\Mozilla Firefox\\firefox.exe`,
  ],
};

/**
 * A system package for each package manager, tried in this order.
 * @type {readonly {manager: string, refresh?: string[], install: string[], chromium: string, firefox: string}[]}
 */
const packageManagers = [
  {
    manager: 'apt-get',
    refresh: ['update'],
    install: ['install', '-y', '--no-install-recommends'],
    chromium: 'chromium',
    firefox: 'firefox-esr',
  },
  { manager: 'dnf', install: ['install', '-y'], chromium: 'chromium', firefox: 'firefox' },
  { manager: 'pacman', install: ['-Sy', '--noconfirm'], chromium: 'chromium', firefox: 'firefox' },
  { manager: 'apk', install: ['add'], chromium: 'chromium', firefox: 'firefox-esr' },
];

/** @param {string} executable @returns {number} the major version it says it is; 0 when it does not run */
function majorVersion(executable) {
  if (process.platform === 'win32') return existsSync(executable) ? Infinity : 0; // There a browser prints no version.
  const { stdout, status } = spawnSync(executable, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 ? Number(/(\d+)\./.exec(stdout)?.[1] ?? 0) : 0;
}

/** @typedef {Readonly<Record<'chromium' | 'firefox', readonly string[]>>} Places where executables may lie */

/** @param {'chromium' | 'firefox'} name @param {Places} [among] */
function findInstalled(name, among = places) {
  return among[name].find((place) => existsSync(place) && majorVersion(place) >= oldest[name]);
}

/** @param {'chromium' | 'firefox'} name @param {Places} [among] */
async function installFromSystem(name, among) {
  const root = process.getuid?.() === 0;
  const has = (/** @type {string} */ command) => spawnSync(command, ['--version']).error === undefined;
  const manager = packageManagers.find((candidate) => has(candidate.manager));
  if (!manager) return undefined;
  if (!root && spawnSync('sudo', ['-n', 'true']).status !== 0) {
    console.log(
      `  ${manager.manager} needs administrator rights, which this account does not have without a password.`,
    );
    return undefined;
  }
  /** @type {(parameters: string[]) => [string, string[]]} */
  const asRoot = (parameters) =>
    root ? [manager.manager, parameters] : ['sudo', ['-n', manager.manager, ...parameters]];
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  if (manager.refresh) {
    await runStep(`Asking ${manager.manager} what there is`, ...asRoot(manager.refresh), {
      otherwise: `${manager.manager} could not refresh its lists; trying with those it has.`,
      environment,
    });
  }
  await runStep(`Installing ${name} with ${manager.manager}`, ...asRoot([...manager.install, manager[name]]), {
    otherwise: `${manager.manager} could not install ${manager[name]}.`,
    environment,
  });
  return findInstalled(name, among);
}

/**
 * A Chromium that can side-load an extension: the one that `SSI_CHROMIUM` names, Playwright's own if it is there, a system one,
 * Playwright's download, the system's package manager. Call it once packages are installed.
 * @param {Places} [among] where systems keep one
 * @returns {Promise<string>} path of the executable
 */
export async function findChromium(among) {
  const named = process.env['SSI_CHROMIUM'];
  if (named !== undefined && named !== '') {
    const version = majorVersion(named);
    if (version >= oldest.chromium) return named;
    throw new SetUpProblem(
      version === 0
        ? `SSI_CHROMIUM names ${named}, which does not run.`
        : `SSI_CHROMIUM names a Chromium ${version}; the extension needs ${oldest.chromium} or newer.`,
      'let SSI_CHROMIUM name a newer Chromium, or unset it and let this script find one.',
    );
  }
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  if (existsSync(own) && majorVersion(own) >= oldest.chromium) return own;
  const installed = findInstalled('chromium', among);
  if (installed) return installed;
  const download = await runStep('Downloading Chromium', 'npx', ['playwright', 'install', '--no-shell', 'chromium'], {
    otherwise: 'Chromium could not be downloaded; trying the package manager of this system.',
  });
  if (download.code === 0) {
    if (majorVersion(own) >= oldest.chromium) return own;
    console.log('  The Chromium that was downloaded does not run here; trying the package manager of this system.');
  }
  const fromSystem = await installFromSystem('chromium', among);
  if (fromSystem) return fromSystem;
  throw new SetUpProblem(
    'No Chromium that can load an unpacked extension was found, and none could be downloaded or installed.',
    `install Chromium ${oldest.chromium} or newer (branded Chrome and Edge refuse to side-load), or let SSI_CHROMIUM name one, and run the command again.`,
  );
}

/**
 * A Firefox: the one that `SSI_FIREFOX` names, a system one, or the package manager's.
 * @returns {Promise<string>} path of the executable
 */
export async function findFirefox() {
  const named = process.env['SSI_FIREFOX'];
  if (named !== undefined && named !== '') {
    if (majorVersion(named) >= oldest.firefox) return named;
    throw new SetUpProblem(
      `SSI_FIREFOX names ${named}, which does not run or is older than ${oldest.firefox}.`,
      'let SSI_FIREFOX name a newer Firefox, or unset it.',
    );
  }
  const found = findInstalled('firefox') ?? (await installFromSystem('firefox'));
  if (found) return found;
  throw new SetUpProblem(
    `No Firefox ${oldest.firefox} or newer was found, and none could be installed.`,
    'install Firefox from https://www.mozilla.org, or let SSI_FIREFOX name one, and run the command again.',
  );
}
