import { succeed } from '../../src/core/result';
import { mergedSettings } from '../../src/core/settings';
import { canonicalJson } from '../../src/core/rows/canonical-json';
import { changeInstant } from '../../src/core/rows/tombstone';
import { keyOfRow, mergedRow } from '../../src/core/rows/merge';
import { instantOf, isGone, removalKey, type Removal } from '../../src/core/rows/removal';
import { noRows, rowKinds, type RowKind, type Rows, type StoredRows } from '../../src/core/rows/row-kinds';
import type { KeptHistory, MetRows } from '../../src/store/write/meet-rows';
import { noteBack, noteGone } from '../../src/store/write/removals';
import type { SyncState } from '../../src/core/sync-state';
import { bytesOf, mostBytes, mostBytesOfItem, mostItems, type AreaItems } from '../../src/sync/area';
import { cipherOf } from '../../src/sync/cipher';
import { step, type Area, type Here, type Refusal } from '../../src/sync/step';

/** `storage.sync` of one browser in memory, with Chromium's limits. */
class InMemoryArea implements Area {
  items: Record<string, unknown> = {};
  /** How many writes were let through, and of how many keys. */
  writes = 0;
  /** What the next writes are refused with, however they look. */
  refusing: Refusal | undefined;
  /** Told of each key that was written. */
  onWritten: (key: string, value: unknown) => void = () => undefined;
  /** Runs after a write has come through and before whoever wrote hears of it. */
  afterWrite: () => void = () => undefined;

  read(): Promise<AreaItems> {
    return Promise.resolve(structuredClone(this.items));
  }

  set(items: AreaItems): Promise<Refusal | undefined> {
    if (this.refusing !== undefined) return Promise.resolve(this.refusing);
    const after = { ...this.items, ...(JSON.parse(JSON.stringify(items)) as AreaItems) };
    const sizes = Object.entries(after).map(([key, value]) => bytesOf(key, value));
    const isTooMuch =
      sizes.some((size) => size > mostBytesOfItem) ||
      sizes.length > mostItems ||
      sizes.reduce((sum, size) => sum + size, 0) > mostBytes;
    if (isTooMuch) return Promise.resolve('full');
    this.items = after;
    return this.#written(Object.keys(items));
  }

  remove(keys: readonly string[]): Promise<Refusal | undefined> {
    if (this.refusing !== undefined) return Promise.resolve(this.refusing);
    for (const key of keys) Reflect.deleteProperty(this.items, key);
    return this.#written(keys);
  }

  #written(keys: readonly string[]): Promise<undefined> {
    this.writes += 1;
    for (const key of keys) this.onWritten(key, this.items[key]);
    this.afterWrite();
    return Promise.resolve(undefined);
  }

  /** Bytes that lie in it. */
  get bytes(): number {
    return Object.entries(this.items).reduce((sum, [key, value]) => sum + bytesOf(key, value), 0);
  }
}

export function syncState(installation: string, changes: Partial<SyncState> = {}): SyncState {
  return { on: true, installation, troubles: [], waiting: 0, forgotten: [], sightings: {}, keys: {}, ...changes };
}

/** A computer in memory: its history, its browser's sync, and its clock. The rules by which it writes are those of the store. */
export class Computer {
  readonly area = new InMemoryArea();
  rows: Rows = noRows();
  removals = new Map<string, Removal>();
  staying = new Set<string>();
  settings: unknown;
  salt: string | undefined;
  now: number;
  state: SyncState;
  /** Profiles of which a step has told that they are gone, or back. */
  readonly told: string[] = [];
  /** The state is no longer kept: the browser was killed. */
  #stopped = false;

  constructor(installation: string, now: number) {
    this.state = syncState(installation);
    this.now = now;
  }

  /** One step; `stopped`: killed right after its first write. */
  async step(how: { readonly stopped?: boolean; readonly leaving?: boolean } = {}): Promise<SyncState> {
    this.#stopped = false;
    this.area.afterWrite = () => {
      this.#stopped = how.stopped ?? false;
    };
    const state = await step(this.#here, this.state, this.now, how.leaving);
    if (!state.ok) throw new Error(state.error);
    return state.value;
  }

  readonly #here: Here = {
    area: this.area,
    browser: 'Chrome',
    system: 'Linux',
    cipherOf,
    meetRows: <Met extends MetRows>(_now: number, decide: (here: KeptHistory) => Met) => {
      const met = decide({
        rows: this.rows,
        removals: [...this.removals.values()],
        staying: this.staying,
        ...(this.salt !== undefined && { salt: this.salt }),
      });
      for (const kind of rowKinds) {
        for (const row of met.put[kind]) this.put(kind, row);
        for (const { key } of met.gone.filter((gone) => gone.kind === kind)) this.drop(kind, String(key));
      }
      this.removals = new Map(met.removals.map((removal) => [removalKey(removal), removal]));
      this.salt = met.salt ?? this.salt;
      this.told.push(...met.left.map((member) => `left ${member}`), ...met.returned.map((member) => `back ${member}`));
      return Promise.resolve(succeed(met));
    },
    meetSettings: (theirs) => {
      this.settings = theirs.reduce<unknown>(mergedSettings, this.settings);
      return Promise.resolve(succeed(this.settings));
    },
    keepState: (state) => {
      if (!this.#stopped) this.state = structuredClone(state);
      return Promise.resolve(succeed(undefined));
    },
  };

  get<Kind extends RowKind>(kind: Kind, key: string): StoredRows[Kind] | undefined {
    return (this.rows[kind] as StoredRows[Kind][]).find((row) => String(keyOfRow(kind, row)) === key);
  }

  drop(kind: RowKind, key: string): void {
    const left = (this.rows[kind] as StoredRows[RowKind][]).filter((row) => String(keyOfRow(kind, row)) !== key);
    this.rows = { ...this.rows, [kind]: left };
  }

  put<Kind extends RowKind>(kind: Kind, row: StoredRows[Kind]): void {
    this.drop(kind, String(keyOfRow(kind, row)));
    (this.rows[kind] as StoredRows[Kind][]).push(row);
  }

  /** Merges a row in, as recording and importing do. */
  merge<Kind extends RowKind>(kind: Kind, row: StoredRows[Kind]): void {
    const known = this.get(kind, String(keyOfRow(kind, row)));
    this.put(kind, known ? mergedRow(kind, known, row) : row);
  }

  /** Records a reading, as `recordSnapshot` does. */
  record(snapshot: StoredRows['snapshots']): void {
    this.merge('snapshots', snapshot);
    this.merge('members', { id: snapshot.member, since: snapshot.readAt });
  }

  /** Writes a note down under an id, or deletes it, as `changeRow` does. */
  note(member: string, id: string, text: string | undefined): StoredRows['actions'] {
    const before = this.get('actions', `${member},${id}`);
    const changedAt = changeInstant(before?.changedAt, this.now);
    const row: StoredRows['actions'] =
      text === undefined
        ? { member, id, changedAt, deleted: true }
        : { member, id, changedAt, kind: 'note', day: '2026-10-01', pillar: 'people', recordedAt: this.now, text };
    this.put('actions', row);
    return row;
  }

  /** Takes rows that came away again, as undoing does. */
  takeBack(kind: RowKind, rows: readonly StoredRows[RowKind][]): void {
    for (const row of rows) {
      const key = String(keyOfRow(kind, row));
      this.drop(kind, key);
      noteGone(this.removals, { of: kind, key, at: instantOf(row), made: this.now });
    }
  }

  /** Deletes a profile, as `deleteMember` does. Answers with the instant of it. */
  deleteMember(member: string): number {
    let at = this.now;
    for (const kind of rowKinds) {
      for (const row of [...this.rows[kind]] as StoredRows[RowKind][]) {
        if (('member' in row ? row.member : row.id) !== member) continue;
        at = Math.max(at, instantOf(row));
        this.drop(kind, String(keyOfRow(kind, row)));
      }
    }
    noteGone(this.removals, { of: 'members', key: member, at, made: this.now });
    return at;
  }

  /** Makes one profile of two, as `mergeMembers` does. */
  mergeMembers(from: string, into: string): void {
    const member = this.get('members', from);
    if (member === undefined || from === into) return;
    noteGone(this.removals, { of: 'members', key: from, at: this.now, made: this.now, into });
    noteBack(this.removals, { of: 'members', key: into }, this.now);
    for (const kind of rowKinds) {
      for (const row of [...this.rows[kind]] as StoredRows[RowKind][]) {
        if (!('member' in row) || row.member !== from) continue;
        this.drop(kind, String(keyOfRow(kind, row)));
        this.merge(kind, { ...row, member: into });
      }
    }
    this.drop('members', from);
    this.merge('members', { id: into, since: member.since });
  }

  /** Whether a deletion of the profile was carried out here and still stands. */
  hasDeleted(member: string): boolean {
    const removal = this.removals.get(removalKey({ of: 'members', key: member }));
    return removal !== undefined && isGone(removal);
  }
}

/** Everything of a history as texts, in an order of their own. */
export function textOf(rows: Rows): string[] {
  return rowKinds.flatMap((kind) => rows[kind].map((row) => `${kind} ${canonicalJson(row)}`)).sort();
}
