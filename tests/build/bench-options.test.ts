// What npm run bench answers where it cannot do what was asked: before anything is installed, built or measured.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { benchOptions } from '../../scripts/bench-options.mjs';
import { repository } from './built-extensions';

let folder: string;
const extension = (name: string, manifest: string, page?: string): string => {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, 'manifest.json'), manifest);
  if (page !== undefined) writeFileSync(join(path, page), '<p>popup</p>');
  return path;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ssi-bench-options-'));
  extension('whole', '{"action":{"default_popup":"popup.html"}}', 'popup.html');
  extension('without-popup', '{}');
  extension('damaged', '{');
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);

test('nothing, a part, a build beside ours and any popup can be asked for', () => {
  expect(benchOptions([])).toEqual({ what: 'everything' });
  expect(benchOptions(['--only', 'popup,core'])).toEqual({ what: 'parts', only: ['core', 'popup'] });
  expect(benchOptions(['--beside', at('whole'), '--only', 'import'])).toEqual({
    what: 'beside',
    folder: at('whole'),
    only: ['import'],
  });
  expect(benchOptions(['--popup', at('whole'), '/popup.html?x=1#y'])).toEqual({
    what: 'popup',
    folder: at('whole'),
    page: 'popup.html?x=1#y',
  });
});

test.each([
  [() => ['--fast'], /^"--fast" is no option of npm run bench\./],
  [() => ['--only'], /^--only needs what to measure\./],
  [() => ['--only', 'popups'], /^"popups" cannot be measured alone\.\n.*size, core, reading/],
  [() => ['--beside'], /^--beside needs the folder of an unpacked extension\.\n.*npm run bench -- --beside DIR/],
  [() => ['--beside', at('whole'), '--only', 'core'], /^"core" cannot be measured alone\.\n.*reading, scorecard/],
  [() => ['--beside', at('whole'), 'popup'], /^"popup" is too much for npm run bench\./],
  [() => ['--popup'], /^--popup needs the folder of an unpacked extension\.\n.*--popup DIR PAGE/],
  [() => ['--popup', at('nowhere'), 'x'], /^There is no unpacked extension in .*nowhere: it has no manifest\.json\./],
  [() => ['--popup', at('damaged'), 'x'], /manifest\.json is not JSON\./],
  [() => ['--popup', at('whole')], /^--popup needs the page to open\.\n.*its manifest names "popup\.html"\./],
  [() => ['--popup', at('whole'), 'other.html'], /^There is no page "other\.html" in .*\n.*names "popup\.html"\./],
  [() => ['--popup', at('without-popup'), 'x'], /^There is no page "x" in .*\n.*its manifest names no popup/],
  [() => ['--popup', at('whole'), 'popup.html', 'more'], /^"more" is too much for npm run bench\./],
])('what is wrong is said, with what to do, case %#', (given, sentence) => {
  expect(() => benchOptions(given())).toThrow(sentence);
  expect(() => benchOptions(given())).toThrow(/\n {2}What to do: /);
});

test('the command itself says so and stops, before it installs or builds anything', () => {
  const { status, stderr, stdout } = spawnSync(process.execPath, ['scripts/bench.mjs', '--popup', at('nowhere')], {
    cwd: repository,
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')[0]).toMatch(/^There is no unpacked extension in /);
});
