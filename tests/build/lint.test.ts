// What oxlint must find: as much as the configurations of ESLint and typescript-eslint that it stands for, with the types of our own projects.
import js from '@eslint/js';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import tseslint from 'typescript-eslint';
import { beforeAll, describe, expect, test } from 'vitest';
import { repository } from './built-extensions';

const run = promisify(execFile);

/** What oxlint writes, whether or not it found something. */
async function oxlint(folder: string, ...parameters: string[]): Promise<string> {
  const binary = join(repository, 'node_modules/oxlint/bin/oxlint');
  return run(process.execPath, [binary, ...parameters], { cwd: folder, maxBuffer: 2 ** 24 }).then(
    ({ stdout }) => stdout,
    (error: unknown) => (error as { readonly stdout: string }).stdout,
  );
}

describe('no rule is lost', () => {
  /** Rules that the strict configurations have and oxlint has not. */
  const without = [
    // No module can have one.
    'no-octal',
    // An object that only looks like the instance of a class. tsgolint has not got it; the compiler finds it where a class has private parts.
    '@typescript-eslint/no-unsafe-class-instance-assignment',
  ];

  test('of ESLint’s recommended, and of typescript-eslint’s strict and stylistic ones', async () => {
    const wanted = new Map<string, unknown>();
    for (const { rules = {} } of [
      js.configs.recommended,
      ...tseslint.configs.strictTypeChecked,
      ...tseslint.configs.stylisticTypeChecked,
    ]) {
      for (const [name, entry] of Object.entries(rules)) wanted.set(name, Array.isArray(entry) ? entry[0] : entry);
    }
    const names = [...wanted].filter(([, level]) => level !== 'off' && level !== 0).map(([name]) => name);
    expect(names.length).toBeGreaterThan(100);
    const { rules } = JSON.parse(await oxlint(repository, '--print-config')) as { rules: Record<string, unknown> };
    const isOn = (name: string) => name in rules && rules[name] !== 'allow';
    const missing = names.filter((name) => {
      const plain = name.replace('@typescript-eslint/', '');
      return !isOn(plain) && !isOn(`typescript/${plain}`);
    });
    expect(missing.sort()).toEqual(without.sort());
  });
});

describe('what is wrong is found', () => {
  /** A file of its own for each rule: the rule that must complain, and what of. */
  const wrong: readonly [rule: string, code: string, place?: string][] = [
    ['switch-exhaustiveness-check', "export function f(a: 'x' | 'y') { switch (a) { case 'x': return 1; } return 2; }"],
    ['restrict-template-expressions', 'export const f = (a: object) => `${a}`;'],
    ['restrict-plus-operands', "export const f = (a: number) => a + 'x';"],
    ['no-confusing-void-expression', 'declare const g: () => void; export const f = () => { return g(); };'],
    ['no-floating-promises', 'declare const g: () => Promise<number>; export const f = () => { g(); };'],
    [
      'no-misused-promises',
      "export const f = (a: EventTarget, g: () => Promise<void>) => { a.addEventListener('x', g); };",
    ],
    ['await-thenable', 'export const f = async (a: number) => { await a; };'],
    ['require-await', 'export const f = async () => { f.name; };'],
    ['no-unnecessary-condition', 'export const f = (a: string[]) => a?.length;'],
    ['prefer-nullish-coalescing', "export const f = (a: string | undefined) => a || 'x';"],
    ['prefer-optional-chain', 'export const f = (a: { b: number } | undefined) => a && a.b;'],
    ['no-unnecessary-type-assertion', 'export const f = (a: string) => a as string;'],
    ['non-nullable-type-assertion-style', 'export const f = (a: string | undefined) => a as string;'],
    ['no-deprecated', '/** @deprecated */ declare const g: () => void; export const f = () => { g(); };'],
    ['no-unsafe-assignment', 'export const f = (a: string) => { const b = JSON.parse(a); return String(b); };'],
    ['no-unsafe-return', 'export const f = (a: string): number => JSON.parse(a);'],
    ['no-unsafe-argument', 'export const f = (a: string) => Math.abs(JSON.parse(a));'],
    ['no-unsafe-member-access', 'export const f = (a: string) => String(JSON.parse(a).b);'],
    ['unbound-method', 'export const f = (a: Map<string, string>) => { const { get } = a; return get; };'],
    ['only-throw-error', "export const f = () => { throw 'x'; };"],
    ['no-base-to-string', 'export const f = (a: object) => a.toString();'],
    ['no-non-null-assertion', 'export const f = (a: string | undefined) => a!.length;'],
    ['no-explicit-any', 'export const f = (a: any) => Boolean(a);'],
    ['no-unused-vars', 'export const f = (a: number, b: number) => a;'],
    ['no-console', "console.log('x');"],
    ['eqeqeq', 'export const f = (a: number) => a == 1;'],
    ['no-restricted-imports', "import browser from 'webextension-polyfill'; void browser;"],
    ['no-restricted-imports', "import { z } from 'zod'; void z;"],
    [
      'no-restricted-properties',
      'export const f = (a: Intl.DateTimeFormat) => a.resolvedOptions();',
      'src/core/wrong.ts',
    ],
    ['no-floating-promises', 'export const f = () => { Promise.resolve(1); };', 'tests/wrong.ts'],
    ['no-floating-promises', 'export const f = () => { Promise.resolve(1); };', 'scripts/wrong.mjs'],
    ['Unused oxlint-disable', '// oxlint-disable-next-line no-console\nexport const f = 1;'],
    ['Unused eslint-disable', '// eslint-disable-next-line eqeqeq\nexport const f = 1;'],
  ];
  const files = wrong.map(([, , place], index) => place ?? `src/ui/wrong-${index}.ts`);
  let found: string;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ssi-scorecard-lint-'));
    try {
      for (const name of ['.oxlintrc.json', 'tsconfig.json', 'tsconfig', 'package.json']) {
        cpSync(join(repository, name), join(folder, name), { recursive: true });
      }
      symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'dir');
      for (const name of ['src/ui', 'src/core', 'tests', 'scripts']) mkdirSync(join(folder, name), { recursive: true });
      for (const [index, [, code]] of wrong.entries()) writeFileSync(join(folder, files[index]!), `${code}\n`);
      found = await oxlint(folder, '--format', 'unix', 'src', 'tests', 'scripts');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test.each(wrong.map(([rule, code], index) => [rule, code, files[index]!] as const))('%s: %s', (rule, _, file) => {
    const complaints = found.split('\n').filter((line) => line.startsWith(`${file}:`));
    expect(
      complaints.some((line) => line.includes(rule)),
      complaints.join('\n'),
    ).toBe(true);
  });
});
