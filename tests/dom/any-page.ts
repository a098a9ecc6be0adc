import fc from 'fast-check';
import { pillars, totalOf, type Scores } from '../../src/core/score/pillar';
import type { GroupAverage, ReadNumbers } from '../../src/core/rows/snapshot';
import type { StandInMember } from '../linkedin/captured-members';
import { languages } from '../linkedin/page-words';
import { exactAverage, layouts, memberKinds, shownTotalOf } from '../linkedin/ssi-page';

export const ssi = { pathname: '/sales/ssi' };

const score = fc.oneof(
  { weight: 6, arbitrary: fc.float({ min: 0, max: 25, noNaN: true, noDefaultInfinity: true }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 2500 }).map((hundredths) => hundredths / 100) },
  { weight: 1, arbitrary: fc.constantFrom(0, 15, 25) },
);
const scoresOf = (of: fc.Arbitrary<number>): fc.Arbitrary<Scores> =>
  fc.record({ brand: of, people: of, insights: of, relationships: of });

/** Printed digits are rounded: so close to a half point they cannot confirm the total, and such a page is not read. */
const isClear = (scores: Scores): boolean => Math.abs((totalOf(scores) % 1) - 0.5) > 0.01;

const average = scoresOf(fc.integer({ min: 0, max: 2500 }).map((hundredths) => hundredths / 100))
  .filter(isClear)
  .map((scores) => ({ total: Math.round(totalOf(scores)), scores }));
const rank = fc.integer({ min: 1, max: 100 });

export const member: fc.Arbitrary<StandInMember> = fc.record({
  scores: scoresOf(score).filter(isClear),
  rank: fc.record({ industry: rank, network: rank, team: fc.integer({ min: 1, max: 99 }) }),
  average: fc.record({ industry: average, network: average }),
});

export const page = fc.record({
  member,
  layout: fc.constantFrom(...layouts),
  language: fc.constantFrom(...languages),
  kind: fc.constantFrom(...memberKinds),
});

/** The printed scores have three digits; a table may have fewer. */
function isMembersOwn(read: Scores, real: Scores, exact: boolean): boolean {
  return pillars.every((pillar) => Math.abs(read[pillar] - real[pillar]) <= (exact ? 0 : 0.00051));
}

/** Every number of `numbers` that is not `member`'s; empty when nothing is wrong. What is absent is not wrong. */
export function wrongNumbers(numbers: ReadNumbers, real: StandInMember): string[] {
  const wrong: string[] = [];
  const exact = numbers.source === 'bars' || numbers.source === 'embedded';
  if (!isMembersOwn(numbers.scores, real.scores, exact)) wrong.push('scores');
  if (numbers.shownTotal !== shownTotalOf(real.scores)) wrong.push('total');
  for (const group of ['industry', 'network', 'team'] as const) {
    if (numbers.rank[group] !== undefined && numbers.rank[group] !== real.rank[group]) wrong.push(`rank of ${group}`);
  }
  const isRight = (read: GroupAverage, of: StandInMember['average']['industry']): boolean =>
    of !== undefined &&
    Math.abs(read.total - exactAverage(of)) <= 0.5 &&
    (!read.scores || !of.scores || isMembersOwn(read.scores, of.scores, false));
  for (const group of ['industry', 'network'] as const) {
    const read = numbers.average[group];
    if (read && !isRight(read, real.average[group])) wrong.push(`average of ${group}`);
  }
  return wrong;
}
