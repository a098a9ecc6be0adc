import js from '@eslint/js';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
// @ts-expect-error It ships without types.
import noUnsanitized from 'eslint-plugin-no-unsanitized';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The walls of the house: what each folder may import of our folders. See docs/architecture.md.
 * @type {Record<string, string[]>}
 */
const walls = {
  core: [],
  files: ['core'],
  platform: ['core'],
  words: ['core', 'platform'],
  ui: ['core', 'platform', 'words'],
  store: ['core', 'files', 'platform'],
  content: ['core', 'platform', 'ui', 'words'],
  sync: ['core', 'files', 'store', 'platform'],
  background: ['core', 'store', 'sync', 'platform', 'words'],
  popup: ['core', 'store', 'sync', 'platform', 'ui', 'words'],
  panel: ['core', 'store', 'sync', 'platform', 'ui', 'words'],
  scorecard: ['core', 'files', 'store', 'sync', 'platform', 'ui', 'words'],
};

const zones = Object.entries(walls).map(([folder, allowed]) => ({
  target: `./src/${folder}`,
  from: './src',
  except: [folder, ...allowed].map((name) => `./${name}`),
  message: `src/${folder} may import only ${[folder, ...allowed].join(', ')}.`,
}));

// The rooms of the store.
zones.push(
  {
    target: './src/popup',
    from: './src/store/write',
    except: [
      'answer-tip',
      'members',
      'drawn-reading',
      'praised-goal',
      'set-goal',
      'kept-aside',
      'asked-sets',
      'merge-members',
      'reminder-state',
    ].map((name) => `./${name}.ts`),
    message:
      'The popup opens fastest: of what writes it takes only what the member can do there. Decide here on anything more.',
  },
  ...['./src/store/read', './src/store/*.ts'].map((target) => ({
    target,
    from: './src/store/write',
    except: [],
    message: 'What reads and what all of the store stands on must not bring what writes with it.',
  })),
  ...Object.keys(walls)
    .filter((folder) => folder !== 'store')
    .map((folder) => ({
      target: `./src/${folder}`,
      from: './src/store/local-storage.ts',
      except: [],
      message: 'Only the store knows keys and stored forms.',
    })),
);

export default defineConfig(
  globalIgnores(['dist/', 'artifacts/', '.cache/', 'test-results/', 'playwright-report/', 'tests/linkedin/captures/']),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  // eslint-disable-next-line @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-member-access -- see the import
  noUnsanitized.configs.recommended,
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.mjs'] })],
      'import-x/extensions': ['.ts', '.tsx', '.js', '.mjs'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    languageOptions: {
      parserOptions: {
        project: './tsconfig/lint.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      // TypeScript knows what is defined where.
      'no-undef': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
      // What is named only to leave it out of the rest.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'webextension-polyfill',
              message: 'Only src/platform/browser.ts talks to the browser.',
              allowTypeImports: true,
            },
            { name: 'zod', message: 'Classic zod brings new Function into the bundle: use zod/mini.' },
          ],
        },
      ],
    },
  },
  { files: ['src/platform/browser.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['src/**'],
    ignores: ['src/platform/time-zone.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { property: 'timeZoneId', message: 'The system’s zone may have no name: use src/platform/time-zone.ts.' },
        { property: 'resolvedOptions', message: 'The system’s zone may have no name: use src/platform/time-zone.ts.' },
      ],
    },
  },
  {
    // Pure: `now` and `today` are arguments.
    files: ['src/core/**', 'src/files/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'core and files have no clock: take `now`.',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'core and files have no clock: take `now`.',
        },
        {
          selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
          message: 'core and files have no clock: take `now`.',
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'core and files have no dice: take a seed.',
        },
      ],
    },
  },
  { files: ['scripts/**', 'bench/**'], rules: { 'no-console': 'off' } },
  {
    files: ['tests/**'],
    rules: {
      // Playwright's fixtures and fast-check's properties are built from such shapes.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-empty-pattern': 'off',
    },
  },
);
