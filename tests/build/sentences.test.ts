// Which sentences the code can ask for, by its types: a code, a list or a union that grows needs its sentence in every language.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { tipStepKeys, tips, tipTitleKey, tipWhyKey } from '../../src/core/advice/tips';
import { releases } from '../../src/scorecard/about/changelog';
import { askedSentences, type AskedSentence } from './asked-sentences';
import { repository } from './built-extensions';

const locales = join(repository, 'public/_locales');
const manifest = JSON.parse(readFileSync(join(repository, 'manifest.json'), 'utf8')) as {
  readonly permissions: readonly string[];
};

/** Where the types say no more than "a text": what these expressions may be, from the lists that they are made from. */
const listed: Readonly<Record<string, readonly string[]>> = {
  'tipTitleKey(tip)': tips.map(tipTitleKey),
  'tipWhyKey(tip)': tips.map(tipWhyKey),
  key: tips.flatMap(tipStepKeys),
  note: releases.flatMap(({ notes }) => notes),
  '`about_permission_${permission}`': [...manifest.permissions, 'sidePanel'].map(
    (permission) => `about_permission_${permission}`,
  ),
  // The two of `sayCount` itself: whoever calls it is looked at.
  own: [],
  '`${key}_other`': [],
};

function programOf(files: readonly string[], options: ts.CompilerOptions): ts.Program {
  return ts.createProgram(files, {
    ...options,
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    skipLibCheck: true,
    types: [],
  });
}

describe('every sentence the code may ask for', () => {
  let asked: readonly AskedSentence[];
  let keys: ReadonlySet<string>;

  beforeAll(() => {
    const source = join(repository, 'src');
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(source, file));
    const program = programOf(files, { jsx: ts.JsxEmit.ReactJSX, jsxImportSource: 'preact' });
    const own = program
      .getSourceFiles()
      .filter(({ fileName }) => fileName.includes('/src/') && !fileName.includes('/node_modules/'));
    asked = askedSentences(program, own);
    keys = new Set(asked.flatMap(({ keys: known, expression }) => known ?? listed[expression] ?? []));
  });

  test('is known by its key: where the types do not tell, the list above does', () => {
    const unknown = asked.filter(({ keys: known }) => known === undefined);
    expect(unknown.filter(({ expression }) => !(expression in listed))).toEqual([]);
    // Nothing stays in the list that nobody asks for in this way any more.
    expect(Object.keys(listed).sort()).toEqual([...new Set(unknown.map(({ expression }) => expression))].sort());
  });

  test.each(readdirSync(locales))('is there in %s', (language) => {
    const messages = JSON.parse(readFileSync(join(locales, language, 'messages.json'), 'utf8')) as object;
    expect([...keys].filter((key) => !(key in messages))).toEqual([]);
  });

  test('is given every part that it names', () => {
    const english = JSON.parse(readFileSync(join(locales, 'en/messages.json'), 'utf8')) as Record<
      string,
      { readonly placeholders?: Readonly<Record<string, { readonly content: string }>> }
    >;
    const named = (key: string) =>
      Math.max(0, ...Object.values(english[key]?.placeholders ?? {}).map(({ content }) => Number(content.slice(1))));
    const short = asked.filter(({ keys: known, expression, parts }) =>
      (known ?? listed[expression] ?? []).some((key) => named(key) > parts),
    );
    expect(short).toEqual([]);
  });

  test('and no other is: each sentence of English is asked for', () => {
    const english = Object.keys(JSON.parse(readFileSync(join(locales, 'en/messages.json'), 'utf8')) as object);
    const manifests = ['manifest.json', 'vite.config.ts'].map((file) => readFileSync(join(repository, file), 'utf8'));
    const manifestKeys = [...manifests.join().matchAll(/__MSG_(\w+)__/g)];
    const wanted = new Set([...keys, ...manifestKeys.map(([, key = '']) => key)]);
    const plural = (key: string) => key.replace(/_one$/, '_other');
    expect(english.filter((key) => !wanted.has(key) && !wanted.has(plural(key)))).toEqual([]);
  });
});

test('keys made by template have one for each value of the types, and a code that is added one more', () => {
  const keysOf = (codes: string) => {
    const file = '/made-up/asks.ts';
    const text = `
      type Code = ${codes};
      const table = { on: 'band_on', off: 'band_off' } as const;
      declare const say: (key: string) => string;
      declare const sayCount: (around: object, key: string, count: number) => string;
      export function tell(code: Code, free: string, flag: boolean, which: 'on' | 'off', maybe: Code | undefined) {
        say(\`error_\${code.replaceAll('-', '_')}\`);
        say(flag ? 'yes' : \`\${which}_step_\${flag ? 1 : 2}\`);
        if (maybe) say(\`toolbar_\${maybe}\`);
        const bound = \`bound_\${which}\`;
        say(bound);
        say(table[which]);
        sayCount({}, \`days_\${which}\`, 1);
        say(free);
      }`;
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
    const host = ts.createCompilerHost({});
    const program = ts.createProgram(
      [file],
      { strict: true, noLib: true },
      {
        ...host,
        fileExists: (name) => name === file,
        getSourceFile: (name) => (name === file ? source : undefined),
      },
    );
    return askedSentences(program, [source]).map(({ keys }) => keys?.toSorted());
  };
  expect(keysOf("'not-found' | 'full'")).toEqual([
    ['error_full', 'error_not_found'],
    ['off_step_1', 'off_step_2', 'on_step_1', 'on_step_2', 'yes'],
    ['toolbar_full', 'toolbar_not-found'],
    ['bound_off', 'bound_on'],
    ['band_off', 'band_on'],
    ['days_off_other', 'days_on_other'],
    undefined,
  ]);
  expect(keysOf("'not-found' | 'full' | 'new'")[0]).toContain('error_new');
});
