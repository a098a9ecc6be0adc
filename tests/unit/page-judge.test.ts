import { describe, expect, test } from 'vitest';
import type { Candidate, GroupNumbers, WayResult } from '../../src/content/page/candidate';
import { judge, type PageWitness } from '../../src/content/page/judge';
import { memberOfJune2026 } from '../linkedin/captured-members';

const { scores } = memberOfJune2026;
const printed = { brand: 13.118, people: 3.68, insights: 0.3, relationships: 2.608 };

function found(way: string, candidate: Partial<Candidate> = {}): WayResult {
  return { way, candidates: [{ way, scores, precision: 0, shownTotal: 20, ...candidate }], failures: [] };
}

const nothing: GroupNumbers = { rank: {}, average: {} };
const page = (groups: GroupNumbers = nothing, totals: readonly number[] = [20]): PageWitness => ({ groups, totals });

describe('the judge', () => {
  test('accepts what adds up, and takes the most exact way', () => {
    const bare = found('bare', { scores: printed, precision: 0.0005 });
    expect(judge([bare, found('bars')], page())).toMatchObject({ accepted: true, numbers: { source: 'bars', scores } });
    expect(judge([bare], page())).toMatchObject({ accepted: true, numbers: { source: 'bare', scores: printed } });
  });

  test('accepts nothing when there is nothing', () => {
    expect(judge([{ way: 'bars', candidates: [], failures: ['bars: 3 known'] }], page())).toEqual({
      accepted: false,
      checks: ['bars: 3 known'],
    });
  });

  test.each([
    ['a sum that does not fit', { shownTotal: 21 }],
    ['a score above 25', { scores: { ...scores, brand: 26 }, shownTotal: 33 }],
    ['a score below 0', { scores: { ...scores, brand: -1 }, shownTotal: 6 }],
    ['a score that is no number', { scores: { ...scores, brand: Number.NaN } }],
    ['a total that is not whole', { shownTotal: 19.7 }],
  ])('refuses %s, even beside another way that fits', (_, wrong) => {
    const judgement = judge([found('bars', wrong), found('embedded')], page());
    expect(judgement).toEqual({ accepted: false, checks: ['bars: the sum does not fit'] });
  });

  test('refuses two ways that differ, and says which', () => {
    const other = found('bare', { scores: { ...printed, brand: 13.128 }, precision: 0.0005 });
    expect(judge([found('bars'), other], page())).toEqual({ accepted: false, checks: ['bars and bare differ'] });
  });

  test('refuses what contradicts the only total that the page prints', () => {
    expect(judge([found('embedded')], page(nothing, [24]))).toMatchObject({ accepted: false });
    expect(judge([found('embedded')], page(nothing, []))).toMatchObject({ accepted: true });
  });

  test('lets another way fill in ranks and averages that the best lacks', () => {
    const groups: GroupNumbers = {
      rank: { industry: 75 },
      average: { industry: { total: 30.99 } },
      industry: 'Software',
    };
    const judgement = judge(
      [found('bars'), found('embedded', { groups })],
      page({ rank: { network: 81 }, average: {} }),
    );
    expect(judgement).toMatchObject({
      accepted: true,
      numbers: { rank: { industry: 75, network: 81 }, average: { industry: { total: 30.99 } }, industry: 'Software' },
    });
  });

  test('leaves out a rank or an average that two ways tell differently', () => {
    const groups: GroupNumbers = { rank: { industry: 75, network: 81 }, average: { industry: { total: 30.99 } } };
    const elements: GroupNumbers = { rank: { industry: 81, network: 81 }, average: { industry: { total: 33 } } };
    expect(judge([found('bars'), found('embedded', { groups })], page(elements))).toMatchObject({
      numbers: { rank: { network: 81 }, average: {} },
    });
  });

  test('does not take groups from elements when no element gave the scores', () => {
    const elements: GroupNumbers = { rank: { industry: 12 }, average: {} };
    expect(judge([found('embedded')], page(elements))).toMatchObject({ numbers: { rank: {} } });
  });
});
