import { canonicalJson } from '../core/rows/canonical-json';
import { rowVersion } from '../core/rows/upgrade-row';
import type { RowKind, StoredRows } from '../core/rows/row-kinds';

/** What a backup says of itself: `format` and `version` of architecture's contract. */
export const backupFormat = 'ssi-scorecard';
export const backupVersion = rowVersion;

/** Everything a backup holds besides its rows. */
export interface BackupHead {
  /** The salt of the members' hashes: without it the same member would be another one on the next machine. */
  readonly salt?: string;
  /** The profile that readings of nobody's page belong to, by the member's word. */
  readonly unknownOwner?: string;
  /** As stored; `settingsOf` reads it. Absent when nothing was chosen. */
  readonly settings?: unknown;
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

/** Rows, each on its own line. `first`: they begin their section. Equal rows give equal text, so equal histories give equal files. */
export function backupRowsText(rows: readonly StoredRows[RowKind][], first: boolean): string {
  const lines = rows.map(canonicalJson).join(',\n');
  return `${first ? '' : ','}\n${lines}`;
}

/** What comes after the rows of a kind, and at the end of the file. */
export const backupSectionEnd = '\n]';
export const backupEnd = '\n}\n';
