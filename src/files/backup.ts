import { canonicalJson } from '../core/rows/canonical-json';
import type { RowKind, StoredRows } from '../core/rows/stored-rows';

/** What a backup says of itself: `format` and `version` of architecture's contract. */
export const backupFormat = 'ssi-scorecard';
export const backupVersion = 1;

/** Rows of every kind. */
export type Rows = { [Kind in RowKind]: StoredRows[Kind][] };

/** Everything a backup holds besides its rows. */
export interface BackupHead {
  /** The salt of the members' hashes: without it the same member would be another one on the next machine. */
  readonly salt?: string;
  /** The profile that readings of nobody's page belong to, by the member's word. */
  readonly unknownOwner?: string;
  /** As stored; `settingsOf` reads it. Absent when nothing was chosen. */
  readonly settings?: unknown;
}

/** No rows of any kind. */
export function noRows(): Rows {
  return { members: [], snapshots: [], totals: [], actions: [], goals: [], 'tip-choices': [], 'kept-aside': [] };
}

/** The beginning of a backup's text. */
export function backupHeadText(head: BackupHead): string {
  const entries = Object.entries({ format: backupFormat, version: backupVersion, ...head });
  return `{\n${entries
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${JSON.stringify(key)}: ${canonicalJson(value)}`)
    .join(',\n')}`;
}

/** What comes before the rows of `kind`. */
export function backupSectionText(kind: RowKind): string {
  return `,\n${JSON.stringify(kind)}: [`;
}

/** Every field that any row has, in alphabetical order: with such a list, `JSON.stringify` writes fields in its order. */
const fields = [
  ...[
    'average',
    'brand',
    'by',
    'choice',
    'day',
    'from',
    'id',
    'industry',
    'insights',
    'kind',
    'language',
    'member',
    'name',
  ],
  ...[
    'namedAt',
    'network',
    'of',
    'people',
    'pillar',
    'rank',
    'reachedOn',
    'readAt',
    'recordedAt',
    'relationships',
    'scores',
  ],
  ...['setOn', 'shownTotal', 'since', 'source', 'target', 'team', 'text', 'tip', 'total', 'until'],
];

/** Rows, each on its own line. `first`: they begin their section. Equal rows give equal text, so equal histories give equal files. */
export function backupRowsText(rows: readonly StoredRows[RowKind][], first: boolean): string {
  const lines = rows.map((row) => JSON.stringify(row, fields)).join(',\n');
  return `${first ? '' : ','}\n${lines}`;
}

/** What comes after the rows of a kind, and at the end of the file. */
export const backupSectionEnd = '\n]';
export const backupEnd = '\n}\n';
