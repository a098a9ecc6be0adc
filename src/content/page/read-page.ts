import type { KnownSet } from '../../core/score/seen-set';
import { isSsiPath } from '../../platform/address';
import { findFigures } from './find-figures';
import { findMemberNumber } from './find-member-number';
import { findSets } from './find-sets';
import { pageSkeleton } from './describe-page';
import { isAccessEnded } from './is-access-ended';
import { judge } from './judge';
import type { PageResult } from './page-result';
import { countLetters, readText, rootOf, type PageText } from './page-text';
import { readBars } from './read-bars';
import { readEmbedded } from './read-embedded';
import { readGroups } from './read-groups';
import { chooseSets } from './read-sets';
import { knownSetOf, seenSets } from './seen-sets';
import { selectors } from './selectors';
import { ways, type PageParts } from './ways';
import { areLabelsElsewhere, ownSets } from './whose-set';

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

/** The shell before the score is painted has some two hundred characters, none of them in its main part. */
const mostLettersOfShell = 300;
const mostLettersOfEmptyMain = 20;

/**
 * What `document` says at this moment. Reads elements only: no layout, no clock, no request, nothing changed.
 * A page that is still being painted may be `not-recognised` for now: who asks must wait until it stands still. `known` are sets that the
 * member has said to be theirs.
 */
export function readPage(
  document: Document,
  location: { readonly pathname: string },
  known: readonly KnownSet[] = [],
): PageResult {
  const place = placeOf(location.pathname);
  if (place !== 'ssi') return { state: place === 'elsewhere' ? 'not-yet' : place };
  const root = rootOf(document);
  if (!root) return { state: 'not-yet' };
  if (isBlank(document, root)) {
    if (document.querySelector(selectors.signInForm)) return { state: 'signed-out' };
    return { state: isAccessEnded(document.body) ? 'access-ended' : 'not-yet' };
  }
  const text = readText(root);
  const parts = partsOf(document, text);
  const groups = readGroups(document, text, parts.figures, parts.owned);
  const language = languageOf(document);
  const witness = {
    totals: parts.figures.map(({ total }) => total),
    groups,
    ...(language !== undefined && { language }),
  };
  const found = judge(
    ways.map(({ read }) => read(parts)),
    witness,
  );
  const left = found.accepted ? [] : seenSets(parts.choice, { rank: groups.rank, language, root });
  const knownOne = knownSetOf(left, known);
  const judgement = knownOne ? judge([{ way: 'known', candidates: [knownOne], failures: [] }], witness) : found;
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
    if (isAccessEnded(root)) return { state: 'access-ended' };
    const letters = text.runs.reduce((sum, run) => sum + countLetters(run.text), 0);
    if (letters <= (text.root === document.body ? mostLettersOfShell : mostLettersOfEmptyMain))
      return { state: 'not-yet' };
  }
  const sets = left.map(({ seen }) => seen);
  return {
    state: 'not-recognised',
    report: {
      checks: [
        ...new Set([
          ...judgement.checks,
          ...sets.map(({ why }, index) => `set ${index + 1} of ${sets.length}: ${why}`),
        ]),
      ],
      skeleton: pageSkeleton(document),
    },
    ...(sets.length > 0 && { sets }),
  };
}

/**
 * Whether the page has nothing that any way reads, nor any word: LinkedIn's shell while it loads, and most of what there is to look at.
 * What the long way round would say of it, for a fraction of the time.
 */
function isBlank(document: Document, root: Element): boolean {
  return (
    root.textContent.trim() === '' &&
    !document.querySelector(selectors.anyTrace) &&
    !root.querySelector(selectors.silentTrace) &&
    ![...root.querySelectorAll(selectors.anything)].some(({ shadowRoot }) => shadowRoot)
  );
}

/** What the ways of reading look at in `document`, whose text is `text`. */
export function partsOf(document: Document, text: PageText): PageParts {
  const sets = findSets(text);
  const figures = findFigures(text, sets);
  const owned = ownSets(text, sets);
  const bars = readBars(document, figures, sets);
  const embedded = readEmbedded(document);
  const choice = chooseSets(text, sets, owned, [...bars.candidates, ...embedded.candidates]);
  const isAlone = embedded.candidates.length > 0 && bars.candidates.length + choice.taken.length === 0;
  // The answer may be of another day than what is drawn.
  const isDoubted =
    isAlone &&
    (choice.isOpen ||
      areLabelsElsewhere(
        text,
        owned.map(({ set }) => set),
      ));
  return {
    text,
    figures,
    owned,
    bars,
    embedded: isDoubted
      ? { ...embedded, candidates: [], failures: ['embedded: the page says something else'] }
      : embedded,
    choice,
  };
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
