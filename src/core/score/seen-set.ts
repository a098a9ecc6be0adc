import * as z from 'zod/mini';
import { rank, scores } from '../rows/snapshot';
import { totalMaximum } from './pillar';

/**
 * How a set of numbers that the reader cannot tell to be the member's is to become a reading: asked once, then remembered. Of it stand the
 * page's side (1) and the message (2); that the member is asked and answers (the rest of 2, 3 and 4) is not built, and no set is known yet.
 *
 * 1. The content script has found sets on the page and took none. It asks the worker `sets/known` (once a visit, and only then: a page that
 *    reads by itself costs no message more). A set whose fingerprint is known, stands on the page exactly once, in sight, and of which each
 *    pillar is within 2 points of the last reading is recorded as any other reading (`source` is `known`).
 * 2. Otherwise the worker gets `page/trouble` of the state `not-recognised` with the `sets`, and the id of the `visit`. It keeps them with the
 *    page's state, and the popup asks whose they are.
 * 3. What the member answers is recorded for that `visit` as a reading of the set's numbers; a later reading of the same visit takes its
 *    place. A second answer that agrees makes the set's fingerprint a `KnownSet`.
 * 4. Only the worker writes known sets. Of the page they hold hashes and numbers, nothing else.
 */

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
export const seenSet = z.strictObject({
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
});

/** A set that the member has said, twice, to be theirs. */
export const knownSet = z.object({
  fingerprint,
  /** The member's last reading. */
  scores,
});

export type SeenSet = Readonly<z.output<typeof seenSet>>;
export type KnownSet = Readonly<z.output<typeof knownSet>>;
