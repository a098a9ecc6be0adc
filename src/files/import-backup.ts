import { backupVersion, type BackupHead } from './backup';
import { Rejections, type ImportedFile } from './imported-file';
import { mergedRows } from '../core/rows/merge';
import { isPerson } from '../core/rows/person';
import { upgradedRow } from '../core/rows/upgrade-row';
import type { Pause } from './read-json';
import { fail, succeed, type Result } from '../core/result';
import {
  descriptionOf,
  forEachKind,
  isMemberId,
  isSalt,
  memberRowKinds,
  rowKinds,
  storedRowOf,
  type RowKind,
  type Rows,
  type StoredRows,
} from '../core/rows/row-kinds';

/** The most rows of one kind: ten times fifty years of three members. */
const mostRows = 500_000;

/**
 * Reads a backup that `readJson` took apart: each row is checked on its own, so that one damaged row costs no other. Rows with one key are
 * merged. `import-newer`: a newer version of the extension wrote it, and guessing could lose what we do not know. `import-empty`: there is
 * not one row in it. `import-too-large`: more rows than any history has.
 */
export async function readBackup(value: object, pause: Pause): Promise<Result<ImportedFile>> {
  const backup = value as Record<string, unknown>;
  const { version } = backup;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return fail('import-not-recognised');
  if (version > backupVersion) return fail('import-newer');

  const sections = rowKinds.map((kind) => backup[kind]);
  if (sections.some((section) => Array.isArray(section) && section.length > mostRows)) return fail('import-too-large');

  const rejections = new Rejections();
  const rows = (await forEachKind((kind) => {
    const before = rowKinds.indexOf(kind);
    return readSection(kind, backup[kind], version, rejections, (part) => pause((before + part) / rowKinds.length));
  })) as Rows;
  addMissingMembers(rows);
  if (rowKinds.every((kind) => rows[kind].length === 0)) return fail('import-empty');
  return succeed({
    kind: 'backup',
    head: headOf(backup),
    rows,
    columns: [],
    rejected: rejections.listed,
    rejectedCount: rejections.count,
  });
}

function headOf(backup: Record<string, unknown>): BackupHead {
  const { salt, unknownOwner, settings } = backup;
  return {
    ...(isSalt(salt) ? { salt } : {}),
    // Readings of the member's page are never somebody else's.
    ...(isMemberId(unknownOwner) && !isPerson(unknownOwner) ? { unknownOwner } : {}),
    ...(typeof settings === 'object' && settings !== null ? { settings } : {}),
  };
}

async function readSection<Kind extends RowKind>(
  kind: Kind,
  section: unknown,
  version: number,
  rejections: Rejections,
  pause: Pause,
): Promise<StoredRows[Kind][]> {
  if (!Array.isArray(section)) return [];
  const kept: StoredRows[Kind][] = [];
  for (const [index, item] of (section as unknown[]).entries()) {
    if (index % 100 === 0) await pause(index / section.length);
    const row = storedRowOf(kind, upgradedRow(kind, item, version));
    if (row === undefined) rejections.add(index + 1, 'not-a-row', excerptOf(item));
    else kept.push(row);
  }
  return mergedRows(kind, kept);
}

/** The beginning of a value's text, without ever writing out a huge one. */
function excerptOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item).slice(0, 80);
  return Object.entries(item)
    .slice(0, 6)
    .map(([key, value]) => `${key.slice(0, 20)}: ${typeof value === 'object' ? '…' : String(value).slice(0, 20)}`)
    .join(', ');
}

/** Each row's profile exists (but that of readings kept aside, which have none yet): a profile that is not in the file is made, since its first reading. */
function addMissingMembers(rows: Rows): void {
  const known = new Set(rows.members.map((member) => member.id));
  const since = new Map<string, number>();
  const see = (member: string, instant: number | undefined) => {
    if (instant !== undefined && !known.has(member))
      since.set(member, Math.min(instant, since.get(member) ?? Infinity));
  };
  for (const kind of memberRowKinds) {
    const { provesMember } = descriptionOf(kind);
    for (const row of rows[kind]) see(row.member, provesMember?.(row));
  }
  for (const [id, instant] of since) rows.members.push({ id, since: Math.max(0, instant) });
}
