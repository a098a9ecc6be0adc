import fc from 'fast-check';
import { addDays, localDayOf, type LocalDay } from '../../src/core/score/local-day';
import { forEachPillar } from '../../src/core/score/pillar';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { sampleSnapshot } from './sample-snapshot';

/** A reading of `total` (0 to 100 points) on `day`, a quarter of it in each pillar. */
export function readingOf(day: LocalDay, total: number, changes: Partial<Snapshot> = {}): Snapshot {
  return sampleSnapshot({
    scores: forEachPillar(() => total / 4),
    total,
    shownTotal: Math.round(total),
    day,
    ...changes,
  });
}

/** Readings of totals by day. */
export function historyOf(totals: Readonly<Record<LocalDay, number>>): Snapshot[] {
  return Object.entries(totals).map(([day, total]) => readingOf(day, total));
}

/** One reading a day from `first` on. */
export function dailyFrom(first: LocalDay, totals: readonly number[]): Snapshot[] {
  return totals.map((total, index) => readingOf(addDays(first, index), total));
}

/** The same readings `days` later. */
export function shifted(history: readonly Snapshot[], days: number): Snapshot[] {
  return history.map((reading) => ({ ...reading, day: addDays(reading.day, days) }));
}

/** Any history of up to 40 readings with gaps, ascending, in the months after 1 January 2026. */
export const anyHistory = fc
  .uniqueArray(
    fc.record({
      offset: fc.integer({ min: 0, max: 90 }),
      brand: fc.integer({ min: 0, max: 2500 }),
      people: fc.integer({ min: 0, max: 2500 }),
      insights: fc.integer({ min: 0, max: 2500 }),
      relationships: fc.integer({ min: 0, max: 2500 }),
    }),
    { selector: ({ offset }) => offset, maxLength: 40 },
  )
  .map((rows) =>
    rows
      .toSorted((one, other) => one.offset - other.offset)
      .map(({ offset, ...hundredths }) =>
        sampleSnapshot({
          // 1 January 2026.
          day: localDayOf(20_454 + offset),
          scores: forEachPillar((pillar) => hundredths[pillar] / 100),
        }),
      ),
  );

/** A history together with the same readings in another order. */
export const historyInAnyOrder = anyHistory.chain((history) =>
  fc.tuple(fc.constant(history), fc.shuffledSubarray(history, { minLength: history.length })),
);
