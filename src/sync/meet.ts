import { keyOfRow, mergedRow, type RowKey } from '../core/rows/merge';
import {
  broughtBack,
  instantOf,
  isForgotten,
  isGone,
  keptFor,
  mergedRemoval,
  removalKey,
  type Removal,
} from '../core/rows/removal';
import type { Member } from '../core/rows/member';
import {
  descriptionOf,
  memberOfRow,
  noRows,
  rowKinds,
  rowsOfEach,
  type RowKind,
  type Rows,
  type StoredRows,
} from '../core/rows/row-kinds';
import { sameData } from '../core/rows/same-data';
import { sourcesBesideThePage } from '../core/score/reading';
import { isOutlived } from '../core/rows/tombstone';
import { keyText, livesOf, type History, type Lives } from './history';

/** What comes of a history that met those of other computers. */
export interface Meeting {
  /** The history afterwards: what all who know the same have, in whatever order they met. */
  readonly history: History;
  /** The rows in which it differs from the one before. */
  readonly put: Rows;
  /** The keys of the rows that are gone from it. */
  readonly gone: readonly { readonly kind: RowKind; readonly key: RowKey }[];
  /** See `stillReplaced`. */
  readonly replaced: Readings;
  /** The profiles that were here and that another computer deleted. */
  readonly left: readonly string[];
  /** The profiles that were deleted here and are back, for another computer changed them later. */
  readonly returned: readonly string[];
}

type Readings = readonly StoredRows['snapshots'][];

type Table = Map<string, StoredRows[RowKind]>;
type Removals = Map<string, Removal>;

/**
 * Brings what other computers tell, a history for each, into the one that is `here`, at `now` (epoch milliseconds). What is not told is never
 * taken away: only removals and tombstones do that, so that late, partial, repeated and disordered telling does no harm. Pure; `here.removals`
 * must have been carried out in `here.rows`, so whatever is there of one that is gone was written since, and is back.
 */
export function meet(
  here: History & { readonly replaced: Readings },
  theirs: readonly History[],
  now: number,
): Meeting {
  const removals: Removals = new Map(
    here.removals.filter((removal) => !isForgotten(removal, now)).map((removal) => [removalKey(removal), removal]),
  );
  bringBackWritten(removals, here.rows, now);
  const lives = livesOf(removals.values());
  const replaced = stillReplaced(here.replaced, here.rows.snapshots);
  const sources = [
    { rows: here.rows, lives },
    { rows: { ...noRows(), snapshots: [...replaced] }, lives },
    ...theirs.map(({ rows, lives = new Map() }) => ({ rows: withoutOutlived(rows, now), lives })),
  ];
  const before = new Map(removals);
  for (const removal of theirs.flatMap((history) => history.removals)) {
    if (isForgotten(removal, now)) continue;
    const known = removals.get(removalKey(removal));
    removals.set(removalKey(removal), known ? mergedRemoval(known, removal) : removal);
  }
  keepChanged(removals, sources);

  const tables = new Map<RowKind, Table>(rowKinds.map((kind) => [kind, new Map()]));
  const take = (kind: RowKind, row: StoredRows[RowKind]) => {
    const table = tables.get(kind);
    const key = keyText(kind, row);
    const known = table?.get(key);
    // Mostly all say the same, which is seen sooner than merged.
    if (known === undefined || !sameData(known, row)) table?.set(key, known ? mergedRow(kind, known, row) : row);
  };
  const profiles = new Map<string, Member>();
  for (const source of sources) {
    for (const { kind, row, member, movedAt } of placedRows(removals, source)) {
      const stays = isOfThisLife(removals, source, member, row, movedAt);
      if (kind === 'members') {
        const known = profiles.get(member);
        const profile = row as Member;
        if (stays) take(kind, profile);
        profiles.set(member, known ? mergedRow('members', known, profile) : profile);
      } else if (stays) take(kind, row);
    }
  }
  dropDeletedDays(tables);
  addProfiles(tables, profiles);

  const wereHere = new Set(here.rows.members.map(({ id }) => id));
  const areHere = new Set(tables.get('members')?.keys());
  const isGoneNow = (member: string, removed: Removals) => {
    const removal = removed.get(removalKey({ of: 'members', key: member }));
    return removal !== undefined && isGone(removal) && removal.into === undefined;
  };
  const rows = rowsOfEach((kind) => [...(tables.get(kind)?.values() ?? [])]);
  return {
    history: { rows, removals: [...removals.values()] },
    ...difference(here.rows, tables),
    replaced: stillReplaced([...replaced, ...here.rows.snapshots], rows.snapshots),
    left: [...wereHere].filter((member) => !areHere.has(member) && isGoneNow(member, removals)),
    returned: [...areHere].filter((member) => !wereHere.has(member) && isGoneNow(member, before)),
  };
}

/**
 * Of `readings` those in whose place imported or typed ones are, which can be taken back on the computer they came to. That one may never have
 * seen what they replaced elsewhere, so it is remembered here, and is there again when they go.
 */
function stillReplaced(readings: Readings, kept: Readings): Readings {
  const places = new Map(kept.map((reading) => [keyText('snapshots', reading), reading]));
  return readings.filter((reading) => {
    const { source = '', readAt = 0 } = places.get(keyText('snapshots', reading)) ?? {};
    return readAt > reading.readAt && sourcesBesideThePage.includes(source);
  });
}

/** Rows, and of which life of their profile they are. */
interface Source {
  readonly rows: Rows;
  readonly lives: Lives;
}

/** This computer's own outlived tombstones are its own to let go of; those of others are let go of already. */
function withoutOutlived(rows: Rows, now: number): Rows {
  return rowsOfEach((kind) => rows[kind].filter((row) => !isOutlived(row, now)));
}

/** The rows of a source that were not taken away one by one, under the profile they have gone into. */
function* placedRows(removals: Removals, { rows }: Source) {
  for (const kind of rowKinds) {
    for (const row of rows[kind]) {
      if (isTakenAway(removals, kind, row)) continue;
      const { place: member, movedAt } = placeOf(removals, memberOfRow(row));
      const moved = movedRow(row, member);
      // That a day of the one was deleted says nothing of the other's.
      if (moved !== row && kind === 'deleted-days') continue;
      if (moved === row || !isTakenAway(removals, kind, moved)) yield { kind, row: moved, member, movedAt };
    }
  }
}

/** A profile that was deleted there and changed later by somebody who did not know is kept, with all that is known of it. */
function keepChanged(removals: Removals, sources: readonly Source[]): void {
  if (![...removals.values()].some((removal) => removal.of === 'members' && isGone(removal))) return;
  const changed = new Map<string, number>();
  for (const source of sources) {
    for (const { kind, row, member, movedAt } of placedRows(removals, source)) {
      const removal = removals.get(removalKey({ of: 'members', key: member }));
      // Whoever has not moved it yet did not know that it is of this profile.
      const knew = movedAt < 0 && (source.lives.get(member) ?? 1) >= (removal?.count ?? 0);
      if (!removal || !isGone(removal) || removal.into !== undefined || knew || kind === 'kept-aside') continue;
      if (instantOf(row) > removal.at) changed.set(member, Math.max(changed.get(member) ?? 0, instantOf(row)));
    }
  }
  // That something went into it is such a change, too.
  for (const { of, key, into, made } of removals.values()) {
    if (of !== 'members' || into === undefined) continue;
    const { place } = placeOf(removals, key);
    const removal = removals.get(removalKey({ of, key: place }));
    if (removal && isGone(removal) && removal.into === undefined && made > removal.at)
      changed.set(place, Math.max(changed.get(place) ?? 0, made));
  }
  for (const [member, instant] of changed) {
    const removal = removals.get(removalKey({ of: 'members', key: member }));
    if (removal) removals.set(removalKey(removal), keptFor(removal, instant));
  }
}

/** Whether a row is of its profile as it is now, and not of what was deleted. */
function isOfThisLife(
  removals: Removals,
  { lives }: Source,
  member: string,
  row: StoredRows[RowKind],
  movedAt: number,
): boolean {
  const removal = removals.get(removalKey({ of: 'members', key: member }));
  if (!removal || removal.into !== undefined) return true;
  if (isGone(removal)) return false;
  const life = lives.get(member) ?? 1;
  // A deletion that was kept from being one ends no life.
  const isThis = life >= (removal.count % 2 === 0 ? removal.count - 1 : removal.count);
  // What has gone into it since it was deleted was no part of what was deleted.
  return isThis || movedAt > removal.at || instantOf(row) > removal.at;
}

/** What was read of a day before the member deleted it stays away. */
function dropDeletedDays(tables: ReadonlyMap<RowKind, Table>): void {
  for (const [key, mark] of tables.get('deleted-days') ?? []) {
    for (const kind of ['snapshots', 'totals'] as const) {
      const row = tables.get(kind)?.get(key);
      if (row !== undefined && instantOf(row) <= instantOf(mark)) tables.get(kind)?.delete(key);
    }
  }
}

/** No row is without its profile. */
function addProfiles(tables: ReadonlyMap<RowKind, Table>, known: ReadonlyMap<string, Member>): void {
  const members = tables.get('members');
  for (const [kind, table] of tables) {
    for (const row of table.values()) {
      const member = memberOfRow(row);
      const since = descriptionOf(kind).provesMember?.(row);
      if (kind !== 'members' && since !== undefined && members?.has(member) === false) {
        members.set(member, { ...known.get(member), id: member, since: known.get(member)?.since ?? since });
      }
    }
  }
}

/** What is here though it was taken away was written here since: it is back, everywhere. */
function bringBackWritten(removals: Removals, rows: Rows, now: number): void {
  const profiles = new Set(rowKinds.flatMap((kind) => rows[kind].map(memberOfRow)));
  const keys = new Map(
    rowKinds.map((kind) => [kind, new Map(rows[kind].map((row) => [keyText(kind, row), instantOf(row)]))]),
  );
  for (const [key, removal] of removals) {
    if (!isGone(removal)) continue;
    if (removal.into !== undefined) {
      // Where it has gone there is nothing any more: it begins anew, without what was deleted there.
      const place = removals.get(removalKey({ of: 'members', key: placeOf(removals, removal.key).place }));
      const begins = profiles.has(removal.key) && place !== undefined && isGone(place) && place.into === undefined;
      if (begins) removals.set(key, { ...broughtBack(removal, now), at: place.at });
      continue;
    }
    const isHere =
      removal.of === 'members' ? profiles.has(removal.key) : keys.get(removal.of)?.get(removal.key) === removal.at;
    if (isHere) removals.set(key, broughtBack(removal, now));
  }
}

/** Whether this very row was taken away; an earlier or later one with its key was not meant. */
function isTakenAway(removals: Removals, kind: RowKind, row: StoredRows[RowKind]): boolean {
  if (kind === 'members') return false;
  const removal = removals.get(removalKey({ of: kind, key: keyText(kind, row), at: instantOf(row) }));
  return removal !== undefined && isGone(removal);
}

/**
 * The profile that everything of `member` has gone into, and when that was said last (epoch milliseconds); itself and -1 when it has not. Of a circle,
 * from two who disagree, always the same one.
 */
function placeOf(removals: Removals, member: string): { readonly place: string; readonly movedAt: number } {
  const passed: string[] = [];
  for (let [place, movedAt] = [member, -1]; ;) {
    const circle = passed.indexOf(place);
    if (circle >= 0) return { place: passed.slice(circle).sort()[0] ?? member, movedAt };
    const removal = removals.get(removalKey({ of: 'members', key: place }));
    if (!removal || !isGone(removal) || removal.into === undefined) return { place, movedAt };
    passed.push(place);
    [place, movedAt] = [removal.into, Math.max(movedAt, removal.made)];
  }
}

/** The name was the other profile's, not that of the one it has gone into. */
function movedRow<Row extends StoredRows[RowKind]>(row: Row, member: string): Row {
  if (memberOfRow(row) === member) return row;
  return 'member' in row ? { ...row, member } : ({ id: member, since: row.since } as Row);
}

function difference(here: Rows, after: ReadonlyMap<RowKind, Table>): Pick<Meeting, 'put' | 'gone'> {
  const put = noRows();
  const gone: { kind: RowKind; key: RowKey }[] = [];
  for (const kind of rowKinds) {
    const left = new Map(after.get(kind));
    for (const row of here[kind]) {
      const key = keyText(kind, row);
      const now = left.get(key);
      if (now === undefined) gone.push({ kind, key: keyOfRow(kind, row) });
      else if (sameData(now, row)) left.delete(key);
    }
    put[kind].push(...([...left.values()] as never[]));
  }
  return { put, gone };
}
