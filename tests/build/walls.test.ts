import { ESLint } from 'eslint';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { repository } from './built-extensions';
import { importCycles, modulesOf } from './import-cycles';

let eslint: ESLint;

beforeAll(() => {
  eslint = new ESLint({ cwd: repository });
});

/** The rules that complain of `code` when it stands in `file`, an existing file whose text it replaces. */
async function complaints(code: string, file: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: file });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

describe('the walls of the house', () => {
  test.each([
    ['core must not reach the browser', 'src/core/score/pillar.ts', "import '../../platform/browser';"],
    ['core must not reach the store', 'src/core/score/pillar.ts', "import '../../store/database';"],
    ['content must not reach the store', 'src/content/content.ts', "import '../store/database';"],
    ['the worker must not reach the pages', 'src/background/background.ts', "import '../ui/ring';"],
    ['the store must not reach the worker', 'src/store/database.ts', "import '../background/sender';"],
    ['popup must not reach content', 'src/popup/draw-popup.tsx', "import '../content/page/read-page';"],
    ['panel must not reach the popup', 'src/panel/panel.tsx', "import '../popup/load-popup';"],
    ['ui must not reach the store', 'src/ui/ring.tsx', "import '../store/database';"],
    ['what reads must not reach what writes', 'src/store/read/rows.ts', "import '../write/rows';"],
    ['what the store stands on must not reach what writes', 'src/store/database.ts', "import './write/rows';"],
    [
      'popup must not reach the writing of copies',
      'src/popup/draw-popup.tsx',
      "import '../store/write/automatic-copy';",
    ],
    ['also not when it is needed', 'src/popup/draw-popup.tsx', "void import('../store/write/automatic-copy');"],
    ['pages must not know the keys of the store', 'src/popup/draw-popup.tsx', "import '../store/local-storage';"],
  ])('%s', async (_, file, code) => {
    expect(await complaints(`${code}\n`, file)).toContain('import-x/no-restricted-paths');
  });

  test('popup reaches what the member does there', async () => {
    expect(await complaints("import '../store/write/answer-tip';\n", 'src/popup/draw-popup.tsx')).not.toContain(
      'import-x/no-restricted-paths',
    );
  });

  test('what the table allows passes', async () => {
    expect(await complaints("import '../core/score/pillar';\n", 'src/store/database.ts')).not.toContain(
      'import-x/no-restricted-paths',
    );
  });

  test('core has no clock', async () => {
    expect(await complaints('export const now = Date.now();\n', 'src/core/score/pillar.ts')).toContain(
      'no-restricted-syntax',
    );
    expect(await complaints('export const now = new Date();\n', 'src/core/score/pillar.ts')).toContain(
      'no-restricted-syntax',
    );
  });

  test.each([
    '<p>Your week</p>',
    "<p>{'Your week'}</p>",
    '<p>{`${1} weeks`}</p>',
    "<p>{Math.random() > 1 ? 'Your week' : ''}</p>",
    "<p>{globalThis.name && 'Your week'}</p>",
    '<img alt="Your week" />',
    "<button aria-label={'Your week'} />",
    '<button title={`Week ${1}`} />',
  ])('no word stands in the code: %s', async (code) => {
    expect(await complaints(`export const shown = ${code};\n`, 'src/ui/ring.tsx')).toContain('no-restricted-syntax');
  });

  test.each(["<p>{say('week')}</p>", '<p class="week">{week} · {score}/25</p>', "<p title={say('week')}>%</p>"])(
    'what comes from elsewhere passes: %s',
    async (code) => {
      const given =
        'declare const say: (key: string) => string; declare const week: string; declare const score: string;';
      const found = await complaints(`${given}\nexport const shown = ${code};\n`, 'src/ui/ring.tsx');
      expect(found).not.toContain('no-restricted-syntax');
    },
  );

  test('no HTML is made of text', async () => {
    const code = 'export const show = (text: string) => { document.body.innerHTML = text; };\n';
    expect(await complaints(code, 'src/ui/ring.tsx')).toContain('no-unsanitized/property');
  });

  test('a cycle is found, also one of types alone, and one through three modules', () => {
    const modules = (...texts: [string, string][]) => new Map(texts);
    expect(
      importCycles(
        modules(
          ['background/notification', "import { text } from '../words/text';"],
          ['words/text', "import type { Button } from '../background/notification';"],
          ['words/other', "import { text } from './text';"],
        ),
      ),
    ).toEqual([['background/notification', 'words/text']]);
    expect(
      importCycles(
        modules(
          ['a', "import { type B } from './b';"],
          ['b', "export type { C } from './c';"],
          ['c', "export type C = import('./a').A;"],
        ),
      ),
    ).toEqual([['a', 'b', 'c']]);
    expect(importCycles(modules(['a', "import './b';\nimport 'preact';"], ['b', '']))).toEqual([]);
  });

  test.each(['src', 'tests', 'bench', 'scripts'])('%s has no cycle, of types neither', (folder) => {
    const modules = modulesOf(join(repository, folder));
    expect(modules.size).toBeGreaterThan(0);
    expect(importCycles(modules)).toEqual([]);
  });
});
