import type { RowKind } from './row-kinds';

/** Brings a row of the version before to its own. What is no such row is refused at its door afterwards. */
type RowUpgrade = (kind: RowKind, row: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/**
 * Version 2: the member's own rows know when they were changed. Of version 1 only their own instants are known: two machines must find the
 * same for the same row. A change made since counts as later in any case.
 */
const toVersion2: RowUpgrade = (kind, row) => {
  switch (kind) {
    case 'members': {
      const { namedAt, ...rest } = row;
      return namedAt === undefined ? rest : { ...rest, changedAt: namedAt };
    }
    case 'actions':
      return { ...row, changedAt: row['recordedAt'] };
    case 'goals':
      return { ...row, changedAt: Date.parse(String(row['reachedOn'] ?? row['setOn'])) };
    case 'tip-choices':
      return { ...row, changedAt: 0 };
    default:
      // As it was, or of a kind that came later.
      return row;
  }
};

/** Version 3: days deleted by hand, of which an older version knows nothing. */
const toVersion3: RowUpgrade = (_kind, row) => row;

/** Version 4: tips that are taken, with steps ticked, which an older version would refuse. */
const toVersion4: RowUpgrade = (_kind, row) => row;

/** Version 5: plans of a week and the member's own checks, of which an older version knows nothing, and notes of no pillar, which it would refuse. */
const toVersion5: RowUpgrade = (_kind, row) => row;

/** Version 6: profiles of people whose files the member was given, whose ids an older version would refuse. */
const toVersion6: RowUpgrade = (_kind, row) => row;

/** The first brings rows of version 1 to version 2. Databases and backups count their versions alike. Never change one that was released: add the next. */
const rowUpgrades: readonly RowUpgrade[] = [toVersion2, toVersion3, toVersion4, toVersion5, toVersion6];

/** The version of rows as they are now. */
export const rowVersion = rowUpgrades.length + 1;

/** A row of version `from`, of a database or a backup, as one of `to`, by default of today. Anything that is no object stays as it is. */
export function upgradedRow(kind: RowKind, row: unknown, from: number, to = rowVersion): unknown {
  if (typeof row !== 'object' || row === null) return row;
  return rowUpgrades
    .slice(from - 1, to - 1)
    .reduce((older, upgrade) => upgrade(kind, older), row as Record<string, unknown>);
}
