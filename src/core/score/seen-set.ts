import * as z from 'zod/mini';
import { uuid } from '../rows/row-kind';
import { rank, scores } from '../rows/snapshot';
import { totalMaximum, type Scores } from './pillar';
import { addsUp } from './reading';

/**
 * How a set of numbers that the reader cannot tell to be the member's becomes a reading: asked once, then remembered.
 *
 * 1. The content script has found sets on the page and took none. It asks the worker `sets/known` (once a visit, and only then: a page that
 *    reads by itself costs no message more). A set whose fingerprint is known, stands on the page exactly once, in sight, and of which each
 *    pillar is within 2 points of the last reading is recorded as any other reading (`source` is `known`).
 * 2. Otherwise the worker gets `page/trouble` of the state `not-recognised` with the `sets`. Those that can be asked about are held in the
 *    browser's memory (`storage.session`) and the popup asks whose they are.
 * 3. What the member answers is recorded for that visit as a reading of the set's numbers (`source` is `chosen`); a later reading of the same
 *    visit takes its place. A second answer that agrees, of another visit, makes the set's fingerprint known. Whatever the member did not
 *    choose is not theirs, and no longer known.
 * 4. Of the page what is kept on the disk are hashes and numbers, nothing else.
 */

/** So many sets are remembered, the newest last: pages change, and what they were is no use. */
const mostChosen = 8;

const words = z.string().check(z.maxLength(120));

/** A hash of 64 bits, in base 36. */
const fingerprint = z.string().check(z.regex(/^[0-9a-z]{1,14}$/));

/**
 * Why a set was not taken: `undecided`: several sets, or one that nothing tells to be the member's; `group`: it stands under a group's words;
 * `contradicted`: another statement of the page differs; `zeros`: nothing but zeros; `order`: its labels name the pillars in another order;
 * `hidden`: it is not in sight.
 */
const seenSetReasons = ['undecided', 'group', 'contradicted', 'zeros', 'order', 'hidden'] as const;

/** Four labelled numbers on the page that add up to a total beside them, whoever's. Only ever kept while the member is asked. */
export const seenSet = z
  .strictObject({
    /** The heading above it, as the page says it; empty without one. */
    heading: words,
    /** Their labels in the order of `pillars`, as the page says them. */
    labels: z.array(words).check(z.length(4)),
    shownTotal: z.int().check(z.minimum(0), z.maximum(totalMaximum)),
    scores,
    /** Digits behind the decimal mark of the finest of the four, where fewer than three: they may be rounded. */
    decimals: z.exactOptional(z.int().check(z.minimum(0), z.maximum(2))),
    /** The ranks that stand beside it. */
    rank: z.exactOptional(rank),
    /** What it is known by on another visit: a hash of its heading, its labels, the shape of a row, its path and the language. Empty where it has none that is unlike all others'. */
    fingerprint: z.union([fingerprint, z.literal('')]),
    why: z.enum(seenSetReasons),
  })
  .check(z.refine((set) => addsUp(set.scores, set.shownTotal)));

export type SeenSet = Readonly<z.output<typeof seenSet>>;

/** A set that the member has said, at two visits, to be theirs. */
export interface KnownSet {
  readonly fingerprint: string;
  /** The last reading of the member that the page is of. */
  readonly scores: Scores;
}

/** A set that the member has said to be theirs, at so many visits. */
export const chosenSet = z.object({ fingerprint, visits: z.array(uuid) });

export type ChosenSet = Readonly<z.output<typeof chosenSet>>;

/** It is known from so many answers on. */
const knownFrom = 2;

/** The sets that the member has chosen often enough. */
export function knownAmong(chosen: readonly ChosenSet[]): readonly string[] {
  return chosen.filter(({ visits }) => visits.length >= knownFrom).map(({ fingerprint: known }) => known);
}

/** Why a set was not taken that the member is not asked about: nobody can see it, it is nothing, or its numbers may stand in another order. */
const unaskable: readonly SeenSet['why'][] = ['zeros', 'order', 'hidden'];

/** The sets among `seen` that the member can be asked about; none where all are of groups, whose numbers they are not. */
export function askableSets(seen: readonly SeenSet[] = []): readonly SeenSet[] {
  const asked = seen.filter(({ why }) => !unaskable.includes(why));
  return asked.every(({ why }) => why === 'group') ? [] : asked;
}

/** What is known after an answer of the member at `visit`: they chose `mine` of the sets they were `asked` about, or none of them. */
export function afterAnswer(
  known: readonly ChosenSet[],
  {
    asked,
    mine,
    visit,
  }: { readonly asked: readonly SeenSet[]; readonly mine?: SeenSet | undefined; readonly visit: string },
): readonly ChosenSet[] {
  const others = known.filter((one) => asked.every((set) => set.fingerprint !== one.fingerprint));
  if (!mine || mine.fingerprint === '') return others;
  const before = known.find((one) => one.fingerprint === mine.fingerprint)?.visits ?? [];
  const visits = [...new Set([...before, visit])].slice(-knownFrom);
  return [...others, { fingerprint: mine.fingerprint, visits }].slice(-mostChosen);
}
