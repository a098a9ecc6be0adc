import { forEachPillar, pillars } from '../../core/score/pillar';
import type { SeenSet } from '../../core/score/seen-set';
import type { Candidate } from './candidate';
import type { ScoreSet } from './find-sets';
import { holds, smallestAround, type PageText } from './page-text';
import { selectors } from './selectors';
import { agree, areLabelsElsewhere, type OwnedSet } from './whose-set';

/** What was made of the sets of a page. */
export interface SetChoice {
  /** The member's own, in all the shapes in which the page says it; empty when none can be told to be. */
  readonly taken: readonly OwnedSet[];
  /** All others, and why they were not taken. */
  readonly left: readonly { readonly owned: OwnedSet; readonly why: SeenSet['why'] }[];
  /** Whether one of those may be the member's, as far as the page says. */
  readonly isOpen: boolean;
  /** Why nothing could be taken; undefined where something was, or there is nothing. */
  readonly failure?: string;
}

/**
 * Which of the sets that stand on the page are the member's own. What LinkedIn marks as such (ids, a class, the shell's own answer) decides;
 * where nothing does, there must be one set only that is nobody's else, with its pillars in LinkedIn's order, and nothing else said of
 * them. Several sets, and nothing that says whose: none is taken.
 */
export function chooseSets(
  text: PageText,
  sets: readonly ScoreSet[],
  owned: readonly OwnedSet[],
  marked: readonly Candidate[],
): SetChoice {
  const all = (taken: readonly OwnedSet[], why: SeenSet['why'], failure?: string): SetChoice => ({
    taken,
    left: owned
      .filter((one) => !taken.includes(one))
      .map((one) => ({ owned: one, why: reasonOf(one) ?? (taken.length > 0 ? 'contradicted' : why) })),
    isOpen: owned.some((one) => one.owner === 'unknown' && !taken.includes(one) && !isBeside(one)),
    ...(failure !== undefined && { failure }),
  });
  const bars = marked.find(({ way }) => way === 'bars');
  if (bars)
    return all(
      owned.filter(({ set }) => isAbout(set, bars)),
      'contradicted',
    );
  const member = owned.filter(({ owner }) => owner === 'member');
  if (member.length > 0) return all(member, 'contradicted');
  const unknown = owned.filter(({ owner }) => owner === 'unknown');
  const answer = marked.find(({ way }) => way === 'embedded');
  const answered = answer
    ? unknown.filter(({ set }) => set.total.total === answer.shownTotal && agree(set, answer))
    : [];
  if (answered.length > 0) return all(answered, 'contradicted');
  const zeros = owned.filter(({ owner }) => owner === 'zeros');
  const inPlace = unknown.filter((one) => !isBeside(one));
  // What is beside the point is the member's only where there is nothing else.
  const open = inPlace.length > 0 || answer || zeros.length > 0 ? inPlace : unknown;
  const candidates = open.length > 0 ? open : zeros;
  const [first, ...others] = candidates;
  if (!first) return all([], 'undecided', owned.length > 0 ? "sets: a group's scores" : undefined);
  if (others.some((other) => !areOne(first, other)))
    return all([], 'undecided', 'sets: several, and nothing says whose');
  if (candidates.some(({ set }) => set.labels.brand === '')) return all([], 'undecided', 'sets: no labels');
  if (!isInOrder(candidates, sets)) return all([], 'order', 'sets: not in the order of the pillars');
  const known = sets.filter(
    (set) => agree(set, first.set) || owned.some((one) => one.set === set && !candidates.includes(one)),
  );
  if (areLabelsElsewhere(text, known, first.set))
    return all([], 'contradicted', 'sets: the page says more of the pillars');
  return all(candidates, 'contradicted');
}

/** Whether two sets are one, said twice. Under another heading one that only rounds to the other may be of another day. */
function areOne(one: OwnedSet, other: OwnedSet): boolean {
  const isAsFine = Math.abs(one.set.precision - other.set.precision) < 0.01;
  return agree(one.set, other.set) && (isAsFine || one.heading === other.heading);
}

function reasonOf({ owner }: OwnedSet): SeenSet['why'] | undefined {
  return owner === 'group' || owner === 'zeros' || owner === 'hidden' ? owner : undefined;
}

/** Whether a set says the same as the bars, or stands among them. */
function isAbout(set: ScoreSet, bars: Candidate): boolean {
  if (agree(set, bars)) return true;
  const around = smallestAround(Object.values(bars.anchors?.pillars ?? {}));
  return around !== undefined && (holds(around, set.around) || holds(set.around, around));
}

/** Whether a set stands in a hidden table of what the page itself calls beside the point: an example's. */
function isBeside({ set }: OwnedSet): boolean {
  return set.isTabled && set.around.closest(selectors.beside) !== null;
}

/**
 * Whether four numbers stand in the order of the pillars, as far as can be told: by labels that are known; where none is, sets with the same
 * labels must have the same order, and numbers that are sorted may have been sorted.
 */
function isInOrder(taken: readonly OwnedSet[], sets: readonly ScoreSet[]): boolean {
  if (taken.some(({ set }) => set.order === 'named')) return taken.every(({ set }) => set.order !== 'contradicted');
  return taken.every(({ set }) => {
    if (set.order === 'contradicted') return false;
    const labels = pillars.map((pillar) => set.labels[pillar]);
    const same = sets.filter(
      (other) => !agree(set, other) && pillars.every((pillar) => labels.includes(other.labels[pillar])),
    );
    const alike = (other: ScoreSet): boolean =>
      pillars.every((pillar, index) => other.labels[pillar] === labels[index]);
    return same.every(alike) && (!isSorted(set) || same.some((other) => !isSorted(other)));
  });
}

function isSorted({ scores }: ScoreSet): boolean {
  const values = pillars.map((pillar) => scores[pillar]);
  const falls = values.every((value, index) => index === 0 || value < (values[index - 1] ?? 0));
  const rises = values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0));
  return falls || rises;
}

/** What a set says, as a candidate for the judge. */
export function candidateOf({ set }: OwnedSet): Candidate {
  return {
    way: set.isTabled ? 'tables' : 'bare',
    scores: set.scores,
    precision: set.precision,
    ...(set.decimals < 3 && { decimals: set.decimals }),
    shownTotal: set.total.total,
    anchors: { total: set.total.element, pillars: forEachPillar((pillar) => set.elements[pillar]) },
  };
}
