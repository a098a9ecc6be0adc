import { readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** In milliseconds: beside the browser tests a test of one second may take ten. It is there for what never ends. */
const testTimeout = 60_000;

/** What is drawn without Preact: JSX makes elements there. */
const elementTests = ['tests/dom/badges-shown.test.tsx'];

/**
 * Tests of a folder that put something in the place of a module or a global, which must be gone for the next file: each begins with modules of its own.
 * All others share theirs (and their document), which halves what the whole costs: most of it is to load the same again.
 */
const replacingIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`)
    .filter((file) =>
      /\bvi\.(mock|stubGlobal|hoisted)|in-memory-browser|fake-indexeddb\/auto/.test(readFileSync(file, 'utf8')),
    );
const replacing = { unit: replacingIn('tests/unit'), dom: replacingIn('tests/dom') };

/** Every module that some of them replaces: `tests/set-up-anew.ts` puts each back before the next file. */
const replaced = [
  ...new Set(
    [...replacing.unit, ...replacing.dom].flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bvi\.mock\('([^']+)'/g)].map(([, path = '']) =>
        resolve(dirname(file), path),
      ),
    ),
  ),
];

/** A click on a link opens nothing: no test asks LinkedIn. */
const environmentOptions = {
  happyDOM: {
    settings: {
      navigation: {
        disableMainFrameNavigation: true,
        disableChildFrameNavigation: true,
        disableChildPageNavigation: true,
      },
    },
  },
};

export default defineConfig({
  test: {
    // Over all files 6 s of processor time less than processes, of 150.
    pool: 'threads',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          exclude: replacing.unit,
          isolate: false,
          environment: 'node',
          testTimeout,
          setupFiles: ['tests/set-up-temporal.ts', 'tests/set-up-random.ts'],
        },
      },
      {
        test: {
          name: 'unit-replacing',
          include: replacing.unit,
          environment: 'node',
          isolate: false,
          testTimeout,
          provide: { replaced },
          setupFiles: ['tests/set-up-anew.ts', 'tests/set-up-temporal.ts', 'tests/set-up-random.ts'],
        },
      },
      {
        test: {
          name: 'build',
          include: ['tests/build/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/build/build-once.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'dom',
          include: ['tests/dom/**/*.test.{ts,tsx}'],
          exclude: [...elementTests, ...replacing.dom],
          isolate: false,
          environment: 'happy-dom',
          environmentOptions,
          testTimeout,
          setupFiles: ['tests/set-up-temporal.ts', 'tests/set-up-random.ts', 'tests/dom/patient-queries.ts'],
        },
      },
      {
        test: {
          name: 'dom-replacing',
          include: replacing.dom.filter((file) => !elementTests.includes(file)),
          environment: 'happy-dom',
          isolate: false,
          environmentOptions,
          testTimeout,
          provide: { replaced },
          setupFiles: [
            'tests/set-up-anew.ts',
            'tests/set-up-temporal.ts',
            'tests/set-up-random.ts',
            'tests/dom/patient-queries.ts',
          ],
        },
      },
      {
        // As `vite.config.ts` builds the content script.
        resolve: { alias: { 'preact/jsx-runtime': `${import.meta.dirname}/src/content/badges/jsx-runtime.ts` } },
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
        test: {
          name: 'badges',
          include: elementTests,
          environment: 'happy-dom',
          environmentOptions,
          testTimeout,
          setupFiles: ['tests/set-up-temporal.ts', 'tests/set-up-random.ts'],
        },
      },
    ],
  },
});
