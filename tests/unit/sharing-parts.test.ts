import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sharingParts } from '../../src/core/rows/sharing-parts';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { longRuns } from '../long-runs';
import { sampleSnapshot } from './sample-snapshot';

it('the row stays the same in every field, whatever stood before it', () => {
  const rank = fc.record({ industry: fc.integer({ min: 1, max: 3 }), network: fc.integer({ min: 1, max: 3 }) }, { requiredKeys: [] }); // oxfmt-ignore
  const average = fc.record({ industry: fc.record({ total: fc.constantFrom(30, 31) }) }, { requiredKeys: [] });
  const row = fc
    .record(
      { rank, average, source: fc.constantFrom('bars', 'import'), language: fc.constantFrom('en', 'de') },
      { requiredKeys: ['rank', 'average', 'source'] },
    )
    // As IndexedDB gives it.
    .map((fields): Snapshot => structuredClone(sampleSnapshot(fields)));
  fc.assert(
    fc.property(row, fc.option(row, { nil: undefined }), (one, before) => {
      const [kept, untouched] = [structuredClone(one), structuredClone(before)];
      const shared = sharingParts(one, before);
      expect(shared).toStrictEqual(kept);
      expect(before).toStrictEqual(untouched);
    }),
    { numRuns: longRuns(100, 5000) },
  );
});

it('equal parts are one object in a whole history', () => {
  const rows: Snapshot[] = [];
  for (let day = 0; day < 20; day += 1) rows.push(sharingParts(structuredClone(sampleSnapshot({})), rows.at(-1)));
  expect(new Set(rows.map(({ average }) => average)).size).toBe(1);
  expect(new Set(rows.map(({ rank }) => rank)).size).toBe(1);
  expect(new Set(rows.map(({ scores }) => scores)).size).toBe(20);
});
