import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergedRows } from '../../src/core/rows/merge';
import { totals, type TotalReading } from '../../src/core/rows/total-reading';

const total: TotalReading = {
  member: 'unknown',
  day: '2026-10-16',
  readAt: Date.parse('2026-10-16T12:00:00Z'),
  source: 'import',
  total: 62.4,
  rank: { industry: 5, network: 9, team: 2 },
  average: { industry: { total: 35 }, network: { total: 36 } },
};
const { member, day, readAt, source, rank, average } = total;

describe('a day of which only the total is known', () => {
  test.each<[string, Partial<TotalReading>]>([
    ['of a file', {}],
    ['that the member typed', { source: 'by-hand' }],
    ['of 0', { total: 0 }],
    ['of 100', { total: 100 }],
    ['without ranks and averages', { rank: {}, average: {} }],
  ])('is kept as it is: one %s', (_, changes) => {
    expect(totals.schema.parse({ ...total, ...changes })).toEqual({ ...total, ...changes });
  });

  test.each([
    ['no row at all', null],
    ['without a total', { member, day, readAt, source, rank, average }],
    ['without a member', { day, readAt, source, total: 62, rank, average }],
    ['without ranks', { member, day, readAt, source, total: 62, average }],
    ['of somebody who is no profile', { ...total, member: 'somebody' }],
    ['of a day that is none', { ...total, day: '2026-02-30' }],
    ['read before 1970', { ...total, readAt: -1 }],
    ['read on the page, which tells pillars', { ...total, source: 'bars' }],
    ['that names no source', { ...total, source: '' }],
    ['below 0', { ...total, total: -0.1 }],
    ['above 100', { ...total, total: 100.1 }],
    ['with a total of text', { ...total, total: '62' }],
    ['with a rank of 0 %', { ...total, rank: { industry: 0 } }],
    ['with an average above 100', { ...total, average: { network: { total: 101 } } }],
  ])('is refused where a row is one %s', (_, row) => {
    expect(totals.schema.safeParse(row).success).toBe(false);
  });

  test('keeps no pillars, which nobody told', () => {
    expect(totals.schema.parse({ ...total, scores: { brand: 0, people: 0, insights: 0, relationships: 0 } })).toEqual(
      total,
    );
  });

  test('is one of its member and its day', () => {
    const rows = [total, { ...total, member: 'unknown-2' }, { ...total, day: '2026-10-17' }];
    expect(mergedRows('totals', [...rows, ...rows])).toEqual(rows);
  });

  test('proves since when its member is known: since it was read', () => {
    expect(totals.provesMember?.(total)).toBe(readAt);
  });

  test.each([
    [62.4, true],
    [62.4005, true],
    [62.3995, true],
    [62.41, false],
    [62.39, false],
  ])('of 62.4 says the same as one of %d: %s', (other, same) => {
    expect(totals.saySame?.(total, { ...total, total: other, source: 'by-hand', rank: {} })).toBe(same);
  });
});

describe('of two totals of one day', () => {
  test('the one read later stays, whatever it says', () => {
    const later = { ...total, readAt: readAt + 1, total: 12 };
    expect(totals.merge(total, later)).toBe(later);
    expect(totals.merge(later, total)).toBe(later);
  });

  test('one stays, the same in either order', () => {
    const any = fc.record({ readAt: fc.constantFrom(readAt, readAt + 1), total: fc.constantFrom(0, 9, 62.4, 100) });
    fc.assert(
      fc.property(any, any, (one, other) => {
        const kept = totals.merge({ ...total, ...one }, { ...total, ...other });
        expect(kept).toEqual(totals.merge({ ...total, ...other }, { ...total, ...one }));
        expect([one, other]).toContainEqual({ readAt: kept.readAt, total: kept.total });
        expect(kept.readAt).toBe(Math.max(one.readAt, other.readAt));
      }),
    );
  });
});
