// What oxlint (.oxlintrc.json) cannot say of src: the walls, what is pure, and HTML made of text. Nothing here needs types.
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
// @ts-expect-error It ships without types.
import noUnsanitized from 'eslint-plugin-no-unsanitized';
import { defineConfig } from 'eslint/config';
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
  'first-frame': ['store', 'platform'],
  popup: ['core', 'first-frame', 'store', 'sync', 'platform', 'ui', 'words'],
  panel: ['core', 'store', 'sync', 'platform', 'ui', 'words'],
  scorecard: ['core', 'files', 'first-frame', 'store', 'sync', 'platform', 'ui', 'words'],
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

/** Where words are seen or read aloud: between tags, and in these properties. */
const seenIn = [
  ':matches(JSXElement, JSXFragment) > JSXExpressionContainer',
  'JSXAttribute[name.name=/^(?:alt|aria-label|aria-description|aria-roledescription|aria-valuetext|placeholder|title)$/]',
  'JSXAttribute[name.name=/^(?:alt|aria-label|aria-description|aria-roledescription|aria-valuetext|placeholder|title)$/] > JSXExpressionContainer',
];

/** What is there in place of a sentence from `_locales`. */
const wordsInCode = [
  'JSXText[value=/\\p{L}{2}/u]',
  ...seenIn.flatMap((place) => [
    `${place} > Literal[value=/\\p{L}{2}/u]`,
    `${place} > :matches(ConditionalExpression, LogicalExpression) > Literal.consequent[value=/\\p{L}{2}/u]`,
    `${place} > :matches(ConditionalExpression, LogicalExpression) > Literal.alternate[value=/\\p{L}{2}/u]`,
    `${place} > LogicalExpression > Literal.right[value=/\\p{L}{2}/u]`,
    `${place} > TemplateLiteral > TemplateElement[value.raw=/\\p{L}{2}/u]`,
  ]),
];

export default defineConfig(
  // oxlint-disable-next-line typescript/no-unsafe-argument, typescript/no-unsafe-member-access -- see the import
  noUnsanitized.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx'] })],
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    languageOptions: { parser: tseslint.parser },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: { 'import-x/no-restricted-paths': ['error', { zones }] },
  },
  {
    files: ['src/**/*.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...wordsInCode.map((selector) => ({
          selector,
          message: 'Words belong into public/_locales: take `say`.',
        })),
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
);
