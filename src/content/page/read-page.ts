import { isSsiPath } from '../../platform/address';
import { findFigures } from './find-figures';
import { findLists } from './find-lists';
import { findMemberNumber } from './find-member-number';
import { findTables } from './find-tables';
import { pageSkeleton } from './describe-page';
import { judge, type Judgement } from './judge';
import type { PageResult } from './page-result';
import { countLetters, readText, rootOf, type PageText } from './page-text';
import { readGroups } from './read-groups';
import { selectors } from './selectors';
import { ways, type PageParts } from './ways';

/** Where LinkedIn sends a browser that nobody is signed in to, and where it checks who it is. */
const signInPath = /^\/((sales\/|uas\/)?login|authwall|checkpoint)(\/|$)/;
const contractChooserPath = /^\/sales\/contract-chooser(\/|$)/;

/** Where in LinkedIn a tab is. */
export type Place = 'ssi' | 'signed-out' | 'contract-chooser' | 'elsewhere';

/** What the path of an address says of that. */
export function placeOf(pathname: string): Place {
  if (isSsiPath(pathname)) return 'ssi';
  if (signInPath.test(pathname)) return 'signed-out';
  return contractChooserPath.test(pathname) ? 'contract-chooser' : 'elsewhere';
}

/** The only words that a withdrawal was ever suspected by ("descontinuad…", "discontinued"), and their sisters. */
const withdrawnWords =
  /discontinu|descontinu|dismess[oa]|nicht mehr verfügbar|no longer available|n’est plus disponible/i;

/** A notice is short; the page itself has more letters. */
const mostLettersOfNotice = 1500;

/** The shell before the score is painted has some two hundred characters, none of them in its main part. */
const mostLettersOfShell = 300;
const mostLettersOfEmptyMain = 20;

/**
 * What `document` says at this moment. Reads elements only: no layout, no clock, no request, nothing changed.
 * A page that is still being painted may be `not-recognised` for now: who asks must wait until it stands still.
 */
export function readPage(document: Document, location: { readonly pathname: string }): PageResult {
  const place = placeOf(location.pathname);
  if (place !== 'ssi') return { state: place === 'elsewhere' ? 'not-yet' : place };
  const root = rootOf(document);
  if (!root) return { state: 'not-yet' };
  if (isBlank(document, root))
    return { state: document.querySelector(selectors.signInForm) ? 'signed-out' : 'not-yet' };
  const text = readText(root);
  const judgement = judgePage(document, text);
  if (judgement.accepted) {
    const { numbers, anchors } = judgement;
    const memberNumber = findMemberNumber(document);
    return {
      state: 'reading',
      numbers,
      ...(memberNumber !== undefined && { memberNumber }),
      ...(anchors && { anchors }),
    };
  }
  if (document.querySelector(selectors.signInForm)) return { state: 'signed-out' };
  if (judgement.checks.length === 0) {
    const words = text.runs.map((run) => run.text).join(' ');
    const letters = countLetters(words);
    if (letters <= mostLettersOfNotice && withdrawnWords.test(words)) return { state: 'access-ended' };
    if (letters <= (text.root === document.body ? mostLettersOfShell : mostLettersOfEmptyMain))
      return { state: 'not-yet' };
  }
  return {
    state: 'not-recognised',
    report: { checks: [...new Set(judgement.checks)], skeleton: pageSkeleton(document) },
  };
}

/**
 * Whether the page has nothing that any way reads, nor any word: LinkedIn's shell while it loads, and most of what there is to look at.
 * What the long way round would say of it, for a fraction of the time.
 */
function isBlank(document: Document, root: Element): boolean {
  return root.textContent.trim() === '' && !document.querySelector(selectors.anyTrace);
}

function judgePage(document: Document, text: PageText): Judgement {
  const page = partsOf(document, text);
  const { figures, tables } = page;
  const language = languageOf(document);
  return judge(
    ways.map(({ read }) => read(page)),
    {
      totals: figures.map(({ total }) => total),
      groups: readGroups(document, text, figures, tables),
      ...(language !== undefined && { language }),
    },
  );
}

/** What the ways of reading look at in `document`, whose text is `text`. */
export function partsOf(document: Document, text: PageText): PageParts {
  const lists = findLists(text);
  return { document, text, lists, figures: findFigures(text, lists), tables: findTables(text.tables) };
}

/** The page's language in its canonical form, or undefined when it names none that exists. */
function languageOf(document: Document): string | undefined {
  try {
    return Intl.getCanonicalLocales(document.documentElement.lang)[0];
  } catch {
    // Not a language tag.
    return undefined;
  }
}
