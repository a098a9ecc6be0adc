import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  comparedSpans,
  compareSpans,
  spanAndBefore,
  spansOn,
  type CompareQuestion,
} from '../../src/core/meaning/compare-spans';
import type { TotalReading } from '../../src/core/rows/total-reading';
import { addDays, daysBetween, type LocalDay } from '../../src/core/score/local-day';
import { pillars } from '../../src/core/score/pillar';
import { dailyFrom, historyInAnyOrder, historyOf, shifted } from './history-of';
import { sampleSnapshot } from './sample-snapshot';

const today = '2026-11-29';
const month = spansOn('month', today);
const compare = (changes: Partial<CompareQuestion>) =>
  compareSpans({ history: [], totals: [], spans: month, today, ...changes });

/** A day of which only the total is known. */
const alone = (day: LocalDay, total: number): TotalReading => ({
  member: 'unknown',
  day,
  readAt: 0,
  source: 'import',
  total,
  rank: {},
  average: {},
});

describe('the spans that are compared', () => {
  test('are this month and the whole one before', () =>
    expect(month).toEqual({
      earlier: { first: '2026-10-01', last: '2026-10-31' },
      later: { first: '2026-11-01', last: today },
    }));

  test('are three months to today and the three before', () =>
    expect(spansOn('quarter', today)).toEqual({
      earlier: { first: '2026-05-30', last: '2026-08-29' },
      later: { first: '2026-08-30', last: today },
    }));

  test('are this year and the whole one before', () =>
    expect(spansOn('year', today)).toEqual({
      earlier: { first: '2025-01-01', last: '2025-12-31' },
      later: { first: '2026-01-01', last: today },
    }));

  test('are the days that were chosen and as many before them', () =>
    expect(spanAndBefore({ first: '2026-03-01', last: '2026-03-10' })).toEqual({
      earlier: { first: '2026-02-19', last: '2026-02-28' },
      later: { first: '2026-03-01', last: '2026-03-10' },
    }));

  test('follow each other without a day between or shared, on every day of the calendar', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));
    fc.assert(
      fc.property(days, fc.constantFrom(...comparedSpans), fc.integer({ min: 0, max: 4000 }), (day, which, length) => {
        for (const { earlier, later } of [
          spansOn(which, day),
          spanAndBefore({ first: day, last: addDays(day, length) }),
        ]) {
          expect(daysBetween(earlier.last, later.first)).toBe(1);
          expect(earlier.first <= earlier.last).toBe(true);
          expect(later.first <= later.last).toBe(true);
        }
      }),
    );
  });
});

describe('a comparison of two spans', () => {
  test('is one of the means of all that was read in each, and says how much that was', () => {
    const history = historyOf({
      '2026-09-30': 99,
      '2026-10-01': 60,
      '2026-10-31': 62,
      '2026-11-05': 64,
      '2026-11-29': 68,
    });
    const found = compare({ history });
    expect(found).toMatchObject({ case: 'compared', counts: { earlier: 2, later: 2 } });
    expect(found.case === 'compared' && found.measures[0]).toEqual({ of: 'total', earlier: 61, later: 66, amount: 5 });
    expect(found.case === 'compared' && found.measures.map(({ of }) => of)).toEqual(['total', ...pillars]);
  });

  test('says in which span nothing was read, and compares nothing then', () => {
    expect(compare({ history: historyOf({ '2026-11-05': 64 }) })).toEqual({ case: 'no-reading', span: month.earlier });
    expect(compare({ history: historyOf({ '2026-10-05': 64 }) })).toEqual({ case: 'no-reading', span: month.later });
    expect(compare({})).toEqual({ case: 'no-reading', span: month.later });
  });

  test('is left out where LinkedIn rescaled everybody within it, on a span’s edge too, and not for what was before', () => {
    const scaled = (by: number) => ({ brand: 20 * by, people: 10 * by, insights: 10 * by, relationships: 15 * by });
    const exact = (day: LocalDay, by: number) => {
      const averages = { total: 55 * by, scores: scaled(by) };
      return sampleSnapshot({ day, scores: scaled(by), average: { industry: averages, network: averages } });
    };
    for (const first of ['2026-10-31', '2026-10-30', '2026-11-10'] as const) {
      const history = [
        exact('2026-10-02', 1),
        exact(first, 1),
        exact(addDays(first, 1), 0.9),
        exact('2026-11-28', 0.9),
      ];
      expect(compare({ history })).toEqual({ case: 'rescaled', on: addDays(first, 1) });
    }
    const before = [
      exact('2026-09-29', 1),
      exact('2026-09-30', 0.9),
      exact('2026-10-20', 0.9),
      exact('2026-11-20', 0.9),
    ];
    expect(compare({ history: before }).case).toBe('compared');
  });

  test('counts days of which only the total is known for the total alone', () => {
    const found = compare({ totals: [alone('2026-10-05', 50), alone('2026-11-05', 53)] });
    expect(found).toEqual({
      case: 'compared',
      counts: { earlier: 1, later: 1 },
      measures: [{ of: 'total', earlier: 50, later: 53, amount: 3 }],
    });
  });

  test('says whether one usual week moves a measure as far', () => {
    // Up and down by two points from week to week.
    const weeks = Array.from({ length: 40 }, (_, week) => [addDays(today, -7 * week), 60 + 2 * (week % 2)] as const);
    const restless = historyOf(Object.fromEntries(weeks));
    const [total] = asCompared(compare({ history: restless })).measures;
    expect(total).toMatchObject({ of: 'total', normal: true });
    const risen = restless.map((reading) =>
      reading.day >= '2026-11-01' ? { ...reading, total: reading.total + 9 } : reading,
    );
    expect(asCompared(compare({ history: risen })).measures[0]).toMatchObject({ of: 'total', normal: false });
  });

  test('adds up as shown, lies within what was read, turns around with the spans, and does not ask in which order', () => {
    // The readings lie in the three months after 1 January.
    const spans = fc
      .tuple(fc.integer({ min: 10, max: 70 }), fc.integer({ min: 5, max: 60 }))
      .map(([from, length]) =>
        spanAndBefore({ first: addDays('2026-01-01', from), last: addDays('2026-01-01', from + length) }),
      );
    let compared = 0;
    fc.assert(
      fc.property(historyInAnyOrder, spans, ([history, shuffled], pair) => {
        const found = compare({ history, spans: pair });
        expect(compare({ history: shuffled, spans: pair })).toEqual(found);
        const swapped = compare({ history, spans: { earlier: pair.later, later: pair.earlier } });
        if (found.case !== 'compared' || swapped.case !== 'compared') return;
        compared += 1;
        for (const [index, { of, earlier, later, amount }] of found.measures.entries()) {
          expect(amount).toBeCloseTo(later - earlier, 6);
          expect(swapped.measures[index]!.amount).toBeCloseTo(-amount, 6);
          const values = history
            .filter(({ day }) => day >= pair.later.first && day <= pair.later.last)
            .map((reading) => (of === 'total' ? reading.total : reading.scores[of]));
          expect(later).toBeGreaterThanOrEqual(Math.min(...values) - 0.05 - 1e-4);
          expect(later).toBeLessThanOrEqual(Math.max(...values) + 0.05 + 1e-4);
        }
      }),
    );
    expect(compared).toBeGreaterThan(20);
  });

  test('of the same days a year later is the same', () => {
    const history = dailyFrom('2026-10-01', [50, 51, 52, 53, 54, 55, 56, 57, 58, 59]);
    const spans = spanAndBefore({ first: '2026-10-06', last: '2026-10-10' });
    const later = spanAndBefore({ first: addDays('2026-10-06', 365), last: addDays('2026-10-10', 365) });
    expect(compare({ history: shifted(history, 365), spans: later, today: '2027-11-29' })).toEqual(
      compare({ history, spans }),
    );
  });
});

function asCompared(found: ReturnType<typeof compareSpans>) {
  if (found.case !== 'compared') throw new Error(`Not compared: ${found.case}`);
  return found;
}
