import { float32Tolerance } from '../../core/score/reading';
import { pillars, type Pillar } from '../../core/score/pillar';
import type { ScoreSet } from './find-sets';
import { namesGroup, type Group } from './group-words';
import { countLetters, holds, isShown, parentOf, smallestAround, type PageText, type TextRun } from './page-text';
import { pillarNamedBy } from './pillar-words';
import { selectors } from './selectors';
import { wordsOf } from './words-of';

/** A set, and what the page says of whose it is. */
export interface OwnedSet {
  readonly set: ScoreSet;
  /** The words above it; empty without any. */
  readonly heading: string;
  /**
   * The member's own or a group's by the class around it; a group's, too, where its heading or a sentence with its total names one. `zeros` are nobody's: a
   * page paints them before it knows. `hidden` is not in sight.
   */
  readonly owner: 'member' | 'group' | 'unknown' | 'zeros' | 'hidden';
  readonly group?: Group;
}

/** Four scores, and half a unit of the last digit printed, in points. */
type Printed = Pick<ScoreSet, 'scores' | 'precision'>;

/** Whether two sets say the same numbers, as closely as the coarser of them prints. */
export function agree(one: Printed, other: Printed): boolean {
  const tolerance = Math.max(one.precision, other.precision) + float32Tolerance / 10;
  return pillars.every((pillar) => Math.abs(one.scores[pillar] - other.scores[pillar]) <= tolerance);
}

/** Every set, in document order, and whose it is as far as the page says. */
export function ownSets(text: PageText, sets: readonly ScoreSet[]): OwnedSet[] {
  const found = sets.map((set) => {
    const { heading, sentences } = wordsAround(text, set, sets);
    const group = namesGroup(heading) ?? sentences.map(namesGroup).find((named) => named !== undefined);
    return { set, heading, sentences, owner: ownerOf(set, group !== undefined), ...(group && { group }) };
  });
  if (found.some(({ owner }) => owner === 'group')) return found;
  // In a language that no table of words has, the two groups' totals are repeated in sentences that are alike.
  const said = found.filter(({ sentences }) => sentences.length > 0);
  return said.length === 2 && found.length > 2 && areAlike(said.map(({ sentences }) => sentences[0] ?? ''))
    ? found.map((one) => (said.includes(one) && one.owner === 'unknown' ? { ...one, owner: 'group' } : one))
    : found;
}

function ownerOf(set: ScoreSet, isNamed: boolean): OwnedSet['owner'] {
  // One value in a tooltip hides no set, and an element without a box of its own may hold one that has.
  if (!isShown(set.elements.brand) && !isShown(set.around)) return 'hidden';
  if (pillars.every((pillar) => set.scores[pillar] === 0)) return 'zeros';
  if (set.around.closest(selectors.groupScore)) return 'group';
  if (set.around.closest(selectors.memberScore)) return 'member';
  return isNamed ? 'group' : 'unknown';
}

/** Whether two sentences share half of their words. */
function areAlike([one = '', other = '']: readonly string[]): boolean {
  const words = (text: string): string[] =>
    text
      .toLowerCase()
      .split(/[\p{P}\p{Nd}\s]+/u)
      .filter((word) => countLetters(word) > 1);
  const theirs = words(other);
  const shared = words(one).filter((word) => theirs.includes(word)).length;
  return shared * 2 >= words(one).length && shared > 1;
}

/** The heading of a set, and the sentences beside it that repeat its total. */
function wordsAround(
  text: PageText,
  set: ScoreSet,
  sets: readonly ScoreSet[],
): { readonly heading: string; readonly sentences: readonly string[] } {
  const others = sets.filter((other) => other !== set && !(agree(set, other) || holds(other.around, set.around)));
  const section = sectionOf(text, set, others);
  const isAlone = section === set.around;
  const isOthers = (at: number): boolean => others.some(({ first, last }) => at >= first && at <= last);
  const headings: TextRun[] = [];
  for (let at = set.first - 1; at >= 0 && !isOthers(at); at -= 1) {
    const run = text.all[at];
    if (!run || run.numbers.length > 0 || countLetters(run.text) < 2) continue;
    const isInside = !isAlone && holds(section, run.element);
    if (!isAlone && !isInside && headings.length > 0) break;
    headings.push(run);
    if (!isInside || run.element.closest(selectors.heading)) break;
  }
  const sentences: string[] = [];
  const isEnd = (run: TextRun, at: number): boolean =>
    isAlone ? isOthers(at) || run.element.closest(selectors.heading) !== null : !holds(section, run.element);
  // What a run says is asked first: where it stands only the browser knows.
  for (let from = set.last + 1, at = from; at < text.all.length; at += 1) {
    const run = text.all[at];
    if (!run?.numbers.some(({ value, percent }) => value === set.total.total && !percent)) continue;
    const start = from;
    if (text.all.slice(start, at + 1).some((between, index) => isEnd(between, start + index))) break;
    from = at + 1;
    if (countLetters(run.text) >= 8) sentences.push(run.text);
  }
  const heading = headings.find((run) => run.element.closest(selectors.heading)) ?? headings.at(-1);
  return { heading: heading?.text.trim() ?? '', sentences };
}

/** The largest element with this set and nobody else's. */
function sectionOf(text: PageText, set: ScoreSet, others: readonly ScoreSet[]): Element {
  let section = set.around;
  for (let up = parentOf(section); up && up !== text.root; up = parentOf(up)) {
    const wider = up;
    if (others.some(({ around }) => holds(wider, around))) break;
    section = up;
  }
  return section;
}

/** What says a value without a number in the text: a width, a bar. */
const silentValue = /%|\d/;

/**
 * Whether the labels of `taken` stand on the page a second time with values beside them that were not understood: the page says of the
 * pillars something else, too, and that may be the member's own. `known` are the sets that are understood. Without `taken` known words for
 * the pillars are looked for.
 */
export function areLabelsElsewhere(text: PageText, known: readonly ScoreSet[], taken?: ScoreSet): boolean {
  const isKnown = (at: number): boolean => known.some(({ first, last }) => at >= first && at <= last);
  const small = taken && pillars.map((pillar) => [pillar, taken.labels[pillar].toLowerCase()] as const);
  const firsts = small?.map(([, label]) => label.split(' ', 1)[0] ?? '');
  const namedIn = (run: TextRun): readonly Pillar[] => {
    if (!small) return [pillarNamedBy(run.text)].filter((pillar) => pillar !== undefined);
    const all = run.text.toLowerCase();
    if (!firsts?.some((word) => all.includes(word))) return [];
    const said = wordsOf(run.text).toLowerCase();
    return small.filter(([, label]) => said.includes(label)).map(([pillar]) => pillar);
  };
  let chunk: number[] = [];
  const named = new Set<Pillar>();
  let last: readonly Pillar[] = [];
  for (let at = 0; at <= text.all.length; at += 1) {
    const run = text.all[at];
    const labels = run && !isKnown(at) ? namedIn(run) : [];
    // One row may say its label twice, once for assistive technology.
    const isSaidTwice = labels.length > 0 && labels.every((label) => last.includes(label));
    if (run && !isKnown(at) && (isSaidTwice || !labels.some((label) => named.has(label)))) {
      if (labels.length > 0) {
        chunk.push(at);
        last = labels;
      }
      for (const label of labels) named.add(label);
      continue;
    }
    if (named.size >= 3 && saysValues(text, chunk, known)) return true;
    chunk = labels.length > 0 ? [at] : [];
    named.clear();
    last = labels;
    for (const label of labels) named.add(label);
  }
  return false;
}

/** Whether values stand beside the labels at `places` of `text.all`, or places for them. */
function saysValues(text: PageText, places: readonly number[], known: readonly ScoreSet[]): boolean {
  const labels = places.map((at) => text.all[at]).filter((run) => run !== undefined);
  let region = smallestAround(labels.map(({ element }) => element));
  if (!region || labels.length === 0) return false;
  const isFree = (element: Element): boolean => !known.some(({ around }) => holds(element, around));
  if (!isFree(region)) {
    // In the midst of what is understood: a tooltip, or values between.
    return labels.some(({ numbers }) => numbers.length > 0);
  }
  for (let up = parentOf(region); up && up !== text.root && isFree(up); up = parentOf(up)) region = up;
  const around = region;
  const said = text.all.filter((run) => holds(around, run.element));
  if (said.some((run) => run.numbers.length === 0 && namesGroup(run.text) !== undefined)) return false;
  const numbers = said.flatMap((run) => run.numbers);
  const isNumbering = numbers.length === pillars.length && numbers.every(({ value }, index) => value === index + 1);
  if (numbers.length > 0 && !isNumbering) return true;
  const rest = new Set(labels.map(({ text: label }) => label.replace(/[\p{L}\p{M}\s]+/gu, '')));
  const [only] = rest;
  if (rest.size === 1 && only !== '' && !isNumbering) return true;
  return [...around.querySelectorAll(selectors.valuePlace)].some(
    (place) =>
      place.firstElementChild === null &&
      (countLetters(place.textContent) === 0 || silentValue.test(place.getAttribute('style') ?? '')) &&
      !isNumbering,
  );
}
