// What a newcomer sees where a browser cannot be had: commands of ours stand in for npx, the package manager and sudo.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { repository } from './built-extensions';

const trace = Array.from(
  { length: 40 },
  (_, line) => `    at Downloader.fetch (/somewhere/download.js:${line}:1)`,
).join('\n');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ssi-set-up-'));
  mkdirSync(join(folder, 'commands'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Puts a shell script where commands are looked for first, or anywhere else in the test's folder. */
function writeCommand(name: string, script: string): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

/** Runs `findChromium` where nothing but our commands is found; `places` are where a system would keep a Chromium. */
function findChromium(places: readonly string[] = []) {
  const script = `
    import { findChromium } from './scripts/find-browser.mjs';
    import { runMain } from './scripts/set-up-problem.mjs';
    await runMain(async () => console.log('found ' + await findChromium({ chromium: ${JSON.stringify(places)}, firefox: [] })));`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: repository,
    encoding: 'utf8',
    env: {
      ...process.env,
      SSI_CHROMIUM: '',
      PLAYWRIGHT_BROWSERS_PATH: join(folder, 'none'),
      PATH: [join(folder, 'commands'), '/bin', '/usr/bin'].join(delimiter),
    },
  });
  return { lines: stdout.trim().split('\n'), problem: stderr, status };
}

// The stand-ins are shell scripts.
describe.skipIf(process.platform === 'win32')('where Chromium cannot be downloaded', () => {
  beforeEach(() => {
    writeCommand('commands/npx', `cat <<'END' >&2\nError: getaddrinfo ENOTFOUND\n${trace}\nEND\nexit 1`);
    // Whoever runs this has the rights of the administrator, or sudo gives them.
    writeCommand('commands/sudo', 'shift\nexec "$@"');
  });

  test('one line says so, what is tried next and where the whole log is; then the package manager installs one', () => {
    const installed = join(folder, 'system', 'chromium');
    writeCommand(
      'commands/apt-get',
      `[ "$1" = install ] || exit 0\nmkdir -p '${dirname(installed)}'\nprintf '#!/bin/sh\\necho Chromium 150.0.1\\n' > '${installed}'\nchmod +x '${installed}'`,
    );
    const { lines, problem, status } = findChromium([installed]);
    expect(problem).toBe('');
    expect(status).toBe(0);
    expect(lines.map((line) => line.replace(/\d+\.\d s/, 'N s'))).toEqual([
      '• Downloading Chromium …',
      '  Chromium could not be downloaded; trying the package manager of this system. (whole log: artifacts/logs/downloading-chromium.log)',
      '• Asking apt-get what there is …',
      '  done in N s: Asking apt-get what there is',
      '• Installing chromium with apt-get …',
      '  done in N s: Installing chromium with apt-get',
      `found ${installed}`,
    ]);
    const log = readFileSync(join(repository, 'artifacts/logs/downloading-chromium.log'), 'utf8');
    expect(log.split('\n')[0]).toBe('$ npx playwright install --no-shell chromium');
    expect(log).toContain(trace);
  });

  test('nor installed, two sentences say what to do, and no trace is printed', () => {
    writeCommand('commands/apt-get', `[ "$1" = --version ] && exit 0\necho '${trace}' >&2\nexit 100`);
    const { lines, problem, status } = findChromium();
    expect(status).toBe(1);
    expect(lines).toEqual([
      '• Downloading Chromium …',
      '  Chromium could not be downloaded; trying the package manager of this system. (whole log: artifacts/logs/downloading-chromium.log)',
      '• Asking apt-get what there is …',
      '  apt-get could not refresh its lists; trying with those it has. (whole log: artifacts/logs/asking-apt-get-what-there-is.log)',
      '• Installing chromium with apt-get …',
      '  apt-get could not install chromium. (whole log: artifacts/logs/installing-chromium-with-apt-get.log)',
    ]);
    expect(problem.trim().split('\n')).toEqual([
      expect.stringMatching(/^No Chromium that can load an unpacked extension was found/),
      expect.stringMatching(/^ {2}What to do: install Chromium \d+ or newer/),
    ]);
  });
});
