// What npm run bench can be asked for. Plain JavaScript: it is asked before anything is installed.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SetUpProblem } from './set-up-problem.mjs';

/** What can be measured alone, in the order of a whole run. */
export const parts = /** @type {const} */ ([
  'size',
  'core',
  'reading',
  'idle',
  'scorecard',
  'popup',
  'panel',
  'people',
  'import',
  'store',
]);

/** What two builds can be measured in side by side. */
const besideParts = /** @type {const} */ (['reading', 'scorecard', 'popup', 'import']);

/** @typedef {(typeof parts)[number]} Part */

/** @typedef {{ readonly action?: { readonly default_popup?: unknown } }} Manifest */

/**
 * @typedef {{ readonly what: 'everything' | 'size-budgets' }
 *   | { readonly what: 'parts', readonly only: readonly Part[] }
 *   | { readonly what: 'beside', readonly folder: string, readonly only: readonly Part[] }
 *   | { readonly what: 'popup', readonly folder: string, readonly page: string }} BenchOptions
 */

const usage = [
  'use none, or one of these after "npm run bench --":',
  '  --only PARTS          measures these alone, with commas between, and writes nothing: ' + parts.join(','),
  '  --beside DIR          measures the unpacked build in DIR in turns with this one; --only ' + besideParts.join(','),
  '  --popup DIR PAGE      measures the popup PAGE of the unpacked extension in DIR beside ours',
  "  --set-size-budgets    allows today's sizes and 10 % more",
].join('\n    ');

/**
 * What was asked for.
 * @param {readonly string[]} given
 * @returns {BenchOptions}
 */
export function benchOptions(given) {
  const [first, ...rest] = given;
  switch (first) {
    case undefined:
      return { what: 'everything' };
    case '--set-size-budgets':
      noMore(rest);
      return { what: 'size-budgets' };
    case '--only': {
      const [list, ...more] = rest;
      noMore(more);
      return { what: 'parts', only: partsOf(list, parts) };
    }
    case '--beside': {
      const [folder, option, list, ...more] = rest;
      const extension = extensionIn(folder, '--beside DIR');
      if (option !== undefined && option !== '--only') noMore([option]);
      noMore(more);
      return {
        what: 'beside',
        folder: extension.folder,
        only: option === undefined ? besideParts : partsOf(list, besideParts),
      };
    }
    case '--popup': {
      const [folder, page, ...more] = rest;
      const extension = extensionIn(folder, '--popup DIR PAGE');
      noMore(more);
      return { what: 'popup', folder: extension.folder, page: pageIn(extension, page) };
    }
    default:
      throw new SetUpProblem(`"${first}" is no option of npm run bench.`, usage);
  }
}

/** @param {readonly string[]} more */
function noMore([one]) {
  if (one !== undefined) throw new SetUpProblem(`"${one}" is too much for npm run bench.`, usage);
}

/**
 * @param {string | undefined} list
 * @param {readonly Part[]} known
 */
function partsOf(list, known) {
  const named = (list ?? '').split(',').filter((name) => name !== '');
  const unknown = named.find((name) => !known.some((one) => one === name));
  if (unknown !== undefined) {
    throw new SetUpProblem(`"${unknown}" cannot be measured alone.`, `name some of ${known.join(', ')}.`);
  }
  if (named.length === 0) throw new SetUpProblem('--only needs what to measure.', `name some of ${known.join(', ')}.`);
  return known.filter((one) => named.includes(one));
}

/**
 * @param {string | undefined} given
 * @param {string} form
 * @returns {{ readonly folder: string, readonly manifest: Manifest }}
 */
function extensionIn(given, form) {
  if (given === undefined || given.startsWith('--')) {
    throw new SetUpProblem(
      `${form.split(' ')[0]} needs the folder of an unpacked extension.`,
      `npm run bench -- ${form}`,
    );
  }
  const folder = resolve(given);
  const file = join(folder, 'manifest.json');
  if (!existsSync(file)) {
    throw new SetUpProblem(
      `There is no unpacked extension in ${folder}: it has no manifest.json.`,
      'name the folder that "Load unpacked" takes; unpack a .crx or .zip first.',
    );
  }
  try {
    return { folder, manifest: /** @type {Manifest} */ (JSON.parse(readFileSync(file, 'utf8'))) };
  } catch {
    throw new SetUpProblem(`${file} is not JSON.`, 'name the folder of an extension that Chromium loads.');
  }
}

/**
 * @param {ReturnType<typeof extensionIn>} extension
 * @param {string | undefined} given
 */
function pageIn({ folder, manifest }, given) {
  const popup = manifest.action?.default_popup;
  const advice =
    typeof popup === 'string' ? `its manifest names "${popup}".` : 'its manifest names no popup; name any page of it.';
  if (given === undefined) throw new SetUpProblem('--popup needs the page to open.', advice);
  const page = given.replace(/^\/+/, '');
  if (!existsSync(join(folder, page.split(/[?#]/)[0] ?? ''))) {
    throw new SetUpProblem(`There is no page "${page}" in ${folder}.`, advice);
  }
  return page;
}
