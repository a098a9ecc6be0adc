import { pillars, totalOf } from '../../core/score/pillar';
import { addsUp, float32Tolerance } from '../../core/score/reading';
import type { Averages, GroupAverage, Ranks, ReadNumbers } from '../../core/rows/snapshot';
import type { Candidate, GroupNumbers, WayResult } from './candidate';
import type { Anchors } from './page-result';
import { withoutUndefined } from './without-undefined';
import { ways } from './ways';
import { agree } from './whose-set';

/** What the judge lets pass: numbers and where they stand, or why there are none. */
export type Judgement =
  | { readonly accepted: true; readonly numbers: ReadNumbers; readonly anchors?: Anchors }
  | { readonly accepted: false; readonly checks: readonly string[] };

/** What else the page says, which no way of reading decides. */
export interface PageWitness {
  /** Every "N out of 100" that the page prints, whoever's. */
  readonly totals: readonly number[];
  /** What the page's own elements say of the groups: theirs only if a way that reads elements has the scores. */
  readonly groups: GroupNumbers;
  /** The page's language, BCP 47, where it says one. */
  readonly language?: string;
}

/**
 * Decides by arithmetic. Everything that looks like the member's whole score must add up to the shown total, all ways must agree, and a
 * page that prints totals must print this one. One contradiction, and nothing is accepted: a wrong number is worse than none.
 */
export function judge(results: readonly WayResult[], witness: PageWitness): Judgement {
  const candidates = results.flatMap((result) => result.candidates);
  const checks = results.flatMap((result) => result.failures);
  const wrong = candidates.filter(({ scores, shownTotal }) => !addsUp(scores, shownTotal));
  if (wrong.length > 0) {
    return { accepted: false, checks: [...checks, ...wrong.map(({ way }) => `${way}: the sum does not fit`)] };
  }
  const [best, ...others] = candidates.toSorted((one, other) => precedence(one) - precedence(other));
  if (!best) return { accepted: false, checks };
  const differing = others.filter((other) => best.shownTotal !== other.shownTotal || !agree(best, other));
  if (differing.length > 0) {
    return { accepted: false, checks: [...checks, ...differing.map(({ way }) => `${best.way} and ${way} differ`)] };
  }
  if (witness.totals.length > 0 && !witness.totals.includes(best.shownTotal)) {
    return { accepted: false, checks: [...checks, `${best.way}: the page prints another total`] };
  }
  const answered = candidates.filter(({ groups }) => groups !== undefined).map(({ groups }) => groups);
  const fromElements = candidates.some(({ way }) => !waysWith('nowhere').includes(way));
  const groups = (fromElements ? [witness.groups] : []).concat(answered.filter((found) => found !== undefined));
  const rank = ranksOf(groups);
  const average = averagesOf(groups);
  const isNothing = totalOf(best.scores) === 0;
  if (isNothing && !(rank.industry && rank.network && average.industry && average.network)) {
    return { accepted: false, checks: [...checks, `${best.way}: nothing but zeros, as a page has before it knows`] };
  }
  const industry = groups.map((found) => found.industry).find((name) => name !== undefined);
  const anchors = anchorsOf(candidates);
  return {
    accepted: true,
    numbers: withoutUndefined({
      source: best.way,
      shownTotal: best.shownTotal,
      total: totalOf(best.scores),
      scores: best.scores,
      rank,
      average,
      decimals: best.decimals,
      industry,
      language: witness.language,
    }),
    ...(anchors && { anchors }),
  };
}

/** The most exact first; the order of the ways decides between equals. */
function precedence(candidate: Candidate): number {
  return candidate.precision * 1000 * ways.length + ways.findIndex(({ name }) => name === candidate.way);
}

/** The names of the ways whose numbers stand there. */
function waysWith(numbers: (typeof ways)[number]['numbers']): readonly string[] {
  return ways.filter((way) => way.numbers === numbers).map(({ name }) => name);
}

/** Where the member sees the numbers, by the first way that says; what is hidden, as a table's cells are, comes last. */
function anchorsOf(candidates: readonly Candidate[]): Anchors | undefined {
  return [...waysWith('shown'), ...waysWith('hidden')]
    .map((name) => candidates.find(({ way }) => way === name)?.anchors)
    .find((anchors) => anchors !== undefined);
}

/** What all sources that know a value say alike, or nothing when they differ. */
function common<Value>(
  values: readonly (Value | undefined)[],
  alike: (one: Value, other: Value) => boolean,
): Value | undefined {
  const [first, ...others] = values.filter((value) => value !== undefined);
  return first !== undefined && others.every((other) => alike(first, other)) ? first : undefined;
}

function ranksOf(groups: readonly GroupNumbers[]): Ranks {
  const rankOf = (group: keyof Ranks): number | undefined =>
    common(
      groups.map(({ rank }) => rank[group]),
      (one, other) => one === other,
    );
  return withoutUndefined({ industry: rankOf('industry'), network: rankOf('network'), team: rankOf('team') });
}

function averagesOf(groups: readonly GroupNumbers[]): Averages {
  const averageOf = (group: keyof Averages): GroupAverage | undefined => {
    const found = groups.map(({ average }) => average[group]).filter((average) => average !== undefined);
    // Elements print the rounded total, the answer has the exact one.
    const total = common(
      found.map((average) => average.total),
      (one, other) => Math.abs(one - other) <= 0.5 + float32Tolerance,
    );
    if (total === undefined) return undefined;
    const scores = common(
      found.map((average) => average.scores),
      (one, other) => pillars.every((pillar) => Math.abs(one[pillar] - other[pillar]) <= 0.005 + float32Tolerance),
    );
    return withoutUndefined({ total, scores });
  };
  return withoutUndefined({ industry: averageOf('industry'), network: averageOf('network') });
}
