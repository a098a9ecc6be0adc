import * as z from 'zod/mini';
import { pillarMaximum, pillars, totalMaximum, totalOf } from '../score/pillar';
import { addsUp, float32Tolerance, isClose } from '../score/reading';
import { day, greater, instant, memberId, orTombstone, points, rowKind } from './row-kind';

const pillarPoints = points(pillarMaximum);
/** One value for each pillar, in points of 0 to 25. */
export const scores = z.object({
  brand: pillarPoints,
  people: pillarPoints,
  insights: pillarPoints,
  relationships: pillarPoints,
});
const percent = z.int().check(z.minimum(1), z.maximum(100));
const groupAverage = z.object({ total: points(totalMaximum), scores: z.exactOptional(scores) });
const shortText = z.string().check(z.minLength(1), z.maxLength(200));

/** "Top N %" of a group, 1 to 100 and smaller is better. What the page did not show is absent. */
export const rank = z.object({
  industry: z.exactOptional(percent),
  network: z.exactOptional(percent),
  /** The number in a Sales Navigator team's row, as it stands there. What it means is unknown: never print it as a percentage. */
  team: z.exactOptional(z.number()),
});

/** Averages of the member's groups: totals in points of 0 to 100 and, where the page has them, pillars in points of 0 to 25. */
export const average = z.object({
  industry: z.exactOptional(groupAverage),
  network: z.exactOptional(groupAverage),
});

/** The fields of `ReadNumbers`. */
export const numbersShape = {
  /** How a reading came to be: a way of reading the page by its name, or one of `sourcesBesideThePage`. */
  source: z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/)),
  /** The whole number LinkedIn prints, 0 to 100. */
  shownTotal: z.int().check(z.minimum(0), z.maximum(totalMaximum)),
  /** Exact sum of the four pillars, points of 0 to 100. */
  total: points(totalMaximum + float32Tolerance),
  scores,
  /** Digits behind the decimal mark of the finest of the four as printed, where fewer than three: they may be rounded. Absent: nothing is rounded. */
  decimals: z.exactOptional(z.int().check(z.minimum(0), z.maximum(2))),
  rank,
  average,
  /** The industry's name as the page says it, in the page's language. */
  industry: z.exactOptional(shortText),
  /** The page's language, a BCP 47 tag from `<html lang>`. */
  language: z.exactOptional(shortText),
};

/** Files and members round their numbers: four pillars without decimals may be two points away from their total. */
const roundingByOthers = 2;

/** A snapshot, whose arithmetic must agree wherever it comes from. */
const schema = z
  .object({
    /** Whose it is: the profile's id. */
    member: memberId,
    day,
    /** Instant of the reading, epoch milliseconds. */
    readAt: instant,
    ...numbersShape,
  })
  .check(
    z.refine(
      (row) =>
        Math.abs(totalOf(row.scores) - row.total) <= float32Tolerance &&
        (addsUp(row.scores, row.shownTotal) ||
          (['import', 'by-hand'].includes(row.source) &&
            Math.abs(row.total - row.shownTotal) <= 0.5 + roundingByOthers)),
    ),
  );

/** The reading kept for one member and one local calendar day: the last one of that day. */
export type Snapshot = Readonly<z.output<typeof schema>>;

/** The numbers of one reading, whoever's and whenever. */
export type ReadNumbers = Omit<Snapshot, 'member' | 'day' | 'readAt'>;

export type Ranks = Snapshot['rank'];
export type Averages = Snapshot['average'];
export type GroupAverage = NonNullable<Averages['industry']>;

/** Which of two snapshots of one member and one day is kept: the one read later. */
export function laterSnapshot(one: Snapshot, other: Snapshot): Snapshot {
  return greater(one, other, (row) => [row.readAt]);
}

export const snapshots = rowKind({
  schema,
  keyPath: ['member', 'day'],
  merge: laterSnapshot,
  saySame: (one, other) =>
    one.shownTotal === other.shownTotal && pillars.every((pillar) => isClose(one.scores[pillar], other.scores[pillar])),
  provesMember: (row) => row.readAt,
});

const keptKey = { member: memberId, readAt: instant };

/**
 * Readings that look like somebody else's, until the member says whose they are: then each leaves a tombstone, so that an older file does not
 * ask again. Until then they prove no profile.
 */
export const keptAside = rowKind({
  schema: orTombstone(schema, keptKey),
  keyPath: ['member', 'readAt'],
  tombstones: true,
  merge: (one, other) => greater(one, other, (row) => ['deleted' in row ? row.changedAt : -1]),
});
