import fc from 'fast-check';
import type { Rows } from '../../src/files/backup';
import { localDayOf } from '../../src/core/score/local-day';
import { mergedRows } from '../../src/core/rows/merge';
import { pillars, totalOf, type Scores } from '../../src/core/score/pillar';
import type { Snapshot } from '../../src/core/score/reading';

// Few members, days, ids and instants, so that keys and instants collide often.
const member = fc.constantFrom('unknown', 'unknown-2', 'a'.repeat(64), 'b'.repeat(64));
const day = fc.integer({ min: 20_000, max: 20_006 }).map(localDayOf);
const readAt = fc.integer({ min: 0, max: 3 }).map((n) => 1_800_000_000_000 + n);
const id = fc.constantFrom('one', 'two', 'three');
const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const score = fc.oneof(
  fc.constantFrom(0, 15, 25),
  fc.double({ min: 0, max: 25, noNaN: true }).map((number) => Math.abs(Math.fround(number))),
);
const scores: fc.Arbitrary<Scores> = fc.record({ brand: score, people: score, insights: score, relationships: score });
const percent = fc.integer({ min: 1, max: 100 });
const rank = fc.record({ industry: percent, network: percent }, { requiredKeys: [] });
const group = fc.record({ total: percent, scores }, { requiredKeys: ['total'] });
const average = fc.record({ industry: group, network: group }, { requiredKeys: [] });

/** Snapshots whose arithmetic agrees. */
const snapshotArbitrary: fc.Arbitrary<Snapshot> = fc
  .record({ member, day, readAt, source: fc.constantFrom('bars', 'tables', 'import'), scores, rank, average })
  .map((row) => ({ ...row, total: totalOf(row.scores), shownTotal: Math.round(totalOf(row.scores)) }));

/** Rows of every kind, at most one under each key, as a store or a file holds them. */
export const rowsArbitrary: fc.Arbitrary<Rows> = fc
  .record({
    members: fc.array(
      fc.record({ id: member, name: text, namedAt: readAt, since: readAt }, { requiredKeys: ['id', 'since'] }),
      { maxLength: 4 },
    ),
    snapshots: fc.array(snapshotArbitrary, { maxLength: 12 }),
    totals: fc.array(
      fc.record({ member, day, readAt, source: fc.constant('import' as const), total: percent, rank, average }),
      { maxLength: 3 },
    ),
    actions: fc.array(
      fc.oneof(
        fc.record({
          kind: fc.constant('tip' as const),
          id,
          member,
          day,
          pillar: fc.constantFrom(...pillars),
          recordedAt: readAt,
          tip: id,
        }),
        fc.record({
          kind: fc.constant('note' as const),
          id,
          member,
          day,
          pillar: fc.constantFrom(...pillars),
          recordedAt: readAt,
          text,
        }),
      ),
      { maxLength: 4 },
    ),
    goals: fc.array(
      fc.record(
        {
          id,
          member,
          of: fc.constantFrom('total' as const, ...pillars),
          target: percent,
          from: percent,
          setOn: day,
          by: day,
          reachedOn: day,
        },
        { requiredKeys: ['id', 'member', 'of', 'target', 'from', 'setOn'] },
      ),
      { maxLength: 4 },
    ),
    'tip-choices': fc.array(
      fc.record(
        { member, tip: id, choice: fc.constantFrom('dismissed' as const, 'later' as const), until: day },
        { requiredKeys: ['member', 'tip', 'choice'] },
      ),
      { maxLength: 4 },
    ),
    'kept-aside': fc.array(snapshotArbitrary, { maxLength: 3 }),
  })
  .map((rows) => ({
    members: mergedRows('members', rows.members),
    snapshots: mergedRows('snapshots', rows.snapshots),
    totals: mergedRows('totals', rows.totals),
    actions: mergedRows('actions', rows.actions),
    goals: mergedRows('goals', rows.goals),
    'tip-choices': mergedRows('tip-choices', rows['tip-choices']),
    'kept-aside': mergedRows('kept-aside', rows['kept-aside']),
  }));
