import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findGaps } from '../../src/core/meaning/gaps';

/** Days that follow each other after these waits. */
function daysAfter(waits: readonly number[]): number[] {
  let day = 20_000;
  return [day, ...waits.map((wait) => (day += wait))];
}

const waits = fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 60 });

describe('a line has gaps', () => {
  it.each([
    { name: 'over more than three days of a daily reader', waits: [1, 1, 3, 1, 4, 1, 1], gaps: [5] },
    { name: 'nowhere for a weekly reader, early or late by three days', waits: [7, 10, 4, 7, 8, 6, 7], gaps: [] },
    { name: 'over a week that a weekly reader missed', waits: [7, 7, 7, 14, 7, 7], gaps: [4] },
    { name: 'nowhere for a monthly reader', waits: [31, 28, 31, 30, 31], gaps: [] },
    { name: 'over a month that a monthly reader missed', waits: [31, 28, 61, 30, 31], gaps: [3] },
    { name: 'nowhere when a daily reader becomes a weekly one', waits: [1, 1, 1, 1, 1, 7, 7, 7, 7, 7], gaps: [] },
    { name: 'not between two readings a week apart', waits: [7], gaps: [] },
    { name: 'between two readings a month apart, which are no rhythm yet', waits: [31], gaps: [1] },
    { name: 'nowhere without readings to join', waits: [], gaps: [] },
  ])('$name', ({ waits: apart, gaps }) => {
    expect(findGaps(daysAfter(apart))).toEqual(gaps);
  });

  it('never over three days or less, always over more than 45, in ascending order', () => {
    fc.assert(
      fc.property(waits, (apart) => {
        const gaps = findGaps(daysAfter(apart));
        expect(gaps).toEqual(gaps.toSorted((one, other) => one - other));
        for (const [index, wait] of apart.entries()) {
          if (wait <= 3) expect(gaps).not.toContain(index + 1);
          if (wait > 45) expect(gaps).toContain(index + 1);
        }
      }),
    );
  });

  it('nowhere in any steady rhythm up to 37 days that is kept within a fifth', () => {
    const rhythm = fc
      .integer({ min: 1, max: 37 })
      .chain((usual) =>
        fc.array(fc.integer({ min: Math.ceil(usual * 0.8), max: Math.floor(usual * 1.2) }), { minLength: 4 }),
      );
    fc.assert(
      fc.property(rhythm, (apart) => {
        expect(findGaps(daysAfter(apart))).toEqual([]);
      }),
    );
  });

  it('at a single wait twice as long as the others, whatever the rhythm and wherever it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 60 }),
        fc.integer({ min: 4, max: 40 }),
        fc.nat({ max: 39 }),
        (usual, count, place) => {
          fc.pre(place < count && usual <= 45);
          const apart = Array.from({ length: count }, (_, index) => (index === place ? 2 * usual : usual));
          expect(findGaps(daysAfter(apart))).toEqual([place + 1]);
        },
      ),
    );
  });

  it('by what was near alone: nothing five readings away changes them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 6, maxLength: 20 }), waits, (near, far) => {
        const [here, with_] = [findGaps(daysAfter(near)), findGaps(daysAfter([...near, ...far]))];
        const settled = (gap: number) => gap <= near.length - 4;
        expect(with_.filter(settled)).toEqual(here.filter(settled));
      }),
    );
  });
});
