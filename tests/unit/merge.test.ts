import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rows } from '../../src/core/rows/row-kinds';
import { canonicalJson } from '../../src/core/rows/canonical-json';
import { compareRows } from '../../src/core/rows/compare-rows';
import { laterSnapshot } from '../../src/core/rows/snapshot';
import { mergedRow, mergedRows } from '../../src/core/rows/merge';
import {
  descriptionOf,
  rowKinds,
  storedRowOf,
  tombstoneKinds,
  type RowKind,
  type StoredRows,
} from '../../src/core/rows/row-kinds';
import { isLive } from '../../src/core/rows/tombstone';
import { sampleSnapshot } from './sample-snapshot';
import { rowsArbitrary } from './stored-row-arbitraries';

/** Two histories as one, as text that does not depend on the order of rows. */
function merge(one: Rows, other: Rows): Rows {
  const section = <Kind extends RowKind>(kind: Kind) =>
    mergedRows<Kind>(kind, [...one[kind], ...other[kind]] as StoredRows[Kind][]);
  return Object.fromEntries(rowKinds.map((kind) => [kind, section(kind)])) as Rows;
}
const text = (rows: Rows) =>
  rowKinds.map((kind) =>
    rows[kind]
      .map((row) => canonicalJson(row))
      .sort()
      .join('\n'),
  );

describe('merging two histories', () => {
  test('is commutative: it does not matter which is imported into which', () => {
    fc.assert(
      fc.property(rowsArbitrary, rowsArbitrary, (one, other) => {
        expect(text(merge(one, other))).toEqual(text(merge(other, one)));
      }),
    );
  });

  test('is associative: it does not matter which two come first', () => {
    fc.assert(
      fc.property(rowsArbitrary, rowsArbitrary, rowsArbitrary, (one, two, three) => {
        expect(text(merge(merge(one, two), three))).toEqual(text(merge(one, merge(two, three))));
      }),
    );
  });

  test('is idempotent: the same file again changes nothing', () => {
    fc.assert(
      fc.property(rowsArbitrary, rowsArbitrary, (one, other) => {
        const merged = merge(one, other);
        expect(text(merge(merged, other))).toEqual(text(merged));
        expect(text(merge(one, one))).toEqual(text(one));
      }),
    );
  });

  test('every generated row is one that a backup accepts, before and after', () => {
    fc.assert(
      fc.property(rowsArbitrary, rowsArbitrary, (one, other) => {
        const merged = merge(one, other);
        for (const kind of rowKinds) for (const row of merged[kind]) expect(storedRowOf(kind, row)).toEqual(row);
      }),
    );
  });
});

describe('what stays', () => {
  test('of a day the later reading', () => {
    const early = sampleSnapshot();
    const late = sampleSnapshot({ readAt: early.readAt + 1 });
    expect(laterSnapshot(early, late)).toBe(late);
    expect(laterSnapshot(late, early)).toBe(late);
  });

  test('of a profile the name given last, also when it was taken back, and the first instant', () => {
    const id = 'a'.repeat(64);
    const named = { id, name: 'Work', changedAt: 10, since: 5 };
    expect(mergedRow('members', named, { id, name: 'Me', changedAt: 20, since: 7 })).toEqual({
      id,
      name: 'Me',
      changedAt: 20,
      since: 5,
    });
    expect(mergedRow('members', { id, since: 1 }, named)).toEqual({ ...named, since: 1 });
    expect(mergedRow('members', { id, changedAt: 30, since: 6 }, named)).toEqual({ id, changedAt: 30, since: 5 });
  });

  test('a reached goal over the same one not yet reached, and "never again" over "later"', () => {
    const goal = {
      id: 'g',
      member: 'unknown',
      of: 'total',
      target: 70,
      from: 50,
      setOn: '2026-05-01',
      changedAt: 1,
    } as const;
    expect(mergedRow('goals', goal, { ...goal, reachedOn: '2026-09-01' })).toMatchObject({ reachedOn: '2026-09-01' });
    const choice = { member: 'unknown', tip: 't', changedAt: 1 } as const;
    expect(
      mergedRow('tip-choices', { ...choice, choice: 'later', until: '2026-09-01' }, { ...choice, choice: 'dismissed' }),
    ).toMatchObject({ choice: 'dismissed' });
  });

  test.each<RowKind>(tombstoneKinds)(
    'of %s the later of a deletion and a change, and nothing of what was deleted',
    (kind) => {
      fc.assert(
        fc.property(rowsArbitrary, ({ [kind]: rows }) => {
          for (const row of rows.filter(isLive)) {
            const { changedAt = 0 } = row as { readonly changedAt?: number };
            const key = Object.fromEntries([descriptionOf(kind).keyPath].flat().map((name) => [name, row[name]]));
            const deleted = { ...key, changedAt: changedAt + 1, deleted: true } as StoredRows[RowKind];
            expect(storedRowOf(kind, { ...row, ...deleted })).toEqual(deleted);
            expect(mergedRow<RowKind>(kind, row as StoredRows[RowKind], deleted)).toEqual(deleted);
            if (kind === 'kept-aside') continue;
            const again = { ...row, changedAt: changedAt + 2 } as StoredRows[RowKind];
            expect(mergedRow<RowKind>(kind, deleted, again)).toEqual(again);
          }
        }),
      );
    },
  );
});

describe('comparing a file’s row with the stored one', () => {
  const stored = sampleSnapshot();

  test.each([
    ['none is here', undefined, stored, 'new'],
    ['the very same', stored, stored, 'same'],
    [
      'the same numbers from a CSV, which tells no time',
      stored,
      sampleSnapshot({ readAt: stored.readAt - 1, source: 'import' }),
      'same',
    ],
    ['read later, it wins', stored, sampleSnapshot({ readAt: stored.readAt + 1 }), 'newer'],
    [
      'read earlier and different, ours stays',
      stored,
      sampleSnapshot({ readAt: stored.readAt - 1, scores: { ...stored.scores, people: 7 } }),
      'older',
    ],
  ])('%s', (_, here, incoming, comparison) => {
    expect(compareRows('snapshots', here, incoming)).toBe(comparison);
  });
});
