import { succeed } from '../../src/core/result';
import { mergedSettings } from '../../src/core/settings-form';
import { canonicalJson } from '../../src/core/rows/canonical-json';
import { sameData } from '../../src/core/rows/same-data';
import { changeInstant, isOfDeletedDay } from '../../src/core/rows/tombstone';
import { keyOfRow, mergedRow } from '../../src/core/rows/merge';
import { instantOf, isGone, removalKey, type Removal } from '../../src/core/rows/removal';
import {
  descriptionOf,
  memberOfRow,
  noRows,
  rowKinds,
  type RowKind,
  type Rows,
  type StoredRows,
} from '../../src/core/rows/row-kinds';
import type { KeptHistory, MetRows } from '../../src/store/write/meet-rows';
import { noteBack, noteGone, noteUndone, removalsFact, removalsIn } from '../../src/store/write/removals';
import { unknownMember } from '../../src/core/score/reading';
import { localDayOf, type LocalDay } from '../../src/core/score/local-day';
import { syncStateOf, type SyncState } from '../../src/core/sync-state';
import { bytesOf, mostBytes, mostBytesOfItem, mostItems, type AreaItems } from '../../src/sync/area';
import { cipherOf } from '../../src/sync/cipher';
import { step, type Area, type Here, type Refusal } from '../../src/sync/step';

/** The browser was killed. */
class Killed extends Error {}

/** `storage.sync` of one browser in memory, with Chromium's limits. */
class InMemoryArea implements Area {
  items: Record<string, unknown> = {};
  /** How many writes were let through, and of how many keys. */
  writes = 0;
  /** What the next writes are refused with, however they look. */
  refusing: Refusal | undefined;
  /** Told of each key that was written. */
  onWritten: (key: string, value: unknown) => void = () => undefined;
  /** Asked before each write: how many of its keys come through before the browser is killed; undefined while it lives. */
  killedAfter: () => number | undefined = () => undefined;

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
    return this.#write(Object.keys(items), (key) => (this.items[key] = after[key]));
  }

  remove(keys: readonly string[]): Promise<Refusal | undefined> {
    if (this.refusing !== undefined) return Promise.resolve(this.refusing);
    return this.#write(keys, (key) => Reflect.deleteProperty(this.items, key));
  }

  #write(keys: readonly string[], write: (key: string) => void): Promise<undefined> {
    const through = this.killedAfter();
    this.items = { ...this.items };
    this.writes += 1;
    for (const key of keys.slice(0, through)) {
      write(key);
      this.onWritten(key, this.items[key]);
    }
    return through === undefined ? Promise.resolve(undefined) : Promise.reject(new Killed());
  }

  /** Bytes that lie in it. */
  get bytes(): number {
    return Object.entries(this.items).reduce((sum, [key, value]) => sum + bytesOf(key, value), 0);
  }
}

export function syncState(installation: string, changes: Partial<SyncState> = {}): SyncState {
  return { on: true, installation, troubles: [], waiting: 0, forgotten: [], sightings: {}, keys: {}, ...changes };
}

/** The kinds of which the member makes rows. */
export type MadeKind = 'actions' | 'goals' | 'tip-choices' | 'plans';

const made: Readonly<Record<MadeKind, (text: string) => object>> = {
  actions: (text) => ({ kind: 'note', day: '2026-10-01', pillar: 'people', recordedAt: 1, text }),
  goals: (text) => ({ of: 'total', target: text.length, from: 1, setOn: '2026-10-01' }),
  'tip-choices': (text) => ({ choice: 'later', until: localDayOf(20_000 + text.length) }),
  plans: (text) => ({ minutes: 30, tips: { brand: text } }),
};

/** When a browser is killed: see `Computer.step`. */
interface Kill {
  readonly at: number;
  readonly keys: number;
}

/** A row that an import changed, as undoing needs it. */
export interface ImportedRow {
  readonly kind: RowKind;
  readonly before: StoredRows[RowKind] | undefined;
  readonly after: StoredRows[RowKind];
}

/** A computer in memory: its history, its browser's sync, and its clock. The rules by which it writes are those of the store. */
export class Computer {
  readonly area = new InMemoryArea();
  rows: Rows = noRows();
  removals = new Map<string, Removal>();
  replaced: KeptHistory['replaced'] = [];
  staying = new Set<string>();
  /** Where readings of nobody's page go. */
  owner = unknownMember;
  settings: unknown;
  salt: string | undefined;
  now: number;
  state: SyncState;
  /** Profiles of which a step has told that they are gone, or back. */
  readonly told: string[] = [];
  /** Asked before the state is kept: whether the browser is killed. */
  #isKilled = () => false;

  constructor(installation: string, now: number) {
    this.state = syncState(installation);
    this.now = now;
  }

  /**
   * One step. `killed`: the browser is, at the so many-th writing of anything, having written so many keys of it; of what a step does before
   * and after nothing is ever half done.
   */
  async step({ killed, leaving }: { readonly killed?: Kill; readonly leaving?: boolean } = {}): Promise<void> {
    let writings = -1;
    const isNow = () => (writings += 1) === killed?.at;
    this.#isKilled = isNow;
    this.area.killedAfter = () => (isNow() ? killed?.keys : undefined);
    try {
      const stepped = await step(this.#here, this.state, this.now, leaving);
      if (!stepped.ok) throw new Error(stepped.error);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }

  /** What is kept of a computer that is started again: its state and removals as they are stored. */
  restart(): void {
    const state = syncStateOf(JSON.parse(JSON.stringify(this.state)));
    if (state === undefined) throw new Error('The state is not read again.');
    this.state = state;
    const removals = removalsIn(removalsFact([...this.removals.values()]));
    this.removals = new Map(removals.map((removal) => [removalKey(removal), removal]));
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
        replaced: this.replaced,
        staying: this.staying,
        ...(this.salt !== undefined && { salt: this.salt }),
      });
      for (const kind of rowKinds) {
        for (const row of met.put[kind]) this.put(kind, row);
        for (const { key } of met.gone.filter((gone) => gone.kind === kind)) this.drop(kind, String(key));
      }
      this.removals = new Map(met.removals.map((removal) => [removalKey(removal), removal]));
      this.replaced = met.replaced;
      this.salt = met.salt ?? this.salt;
      this.told.push(...met.left.map((member) => `left ${member}`), ...met.returned.map((member) => `back ${member}`));
      return Promise.resolve(succeed(met));
    },
    meetSettings: (theirs) => {
      this.settings = theirs.reduce<unknown>(mergedSettings, this.settings);
      return Promise.resolve(succeed(this.settings));
    },
    keepState: (state) => {
      if (this.#isKilled()) return Promise.reject(new Killed());
      this.state = structuredClone(state);
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

  /** A reading of nobody's page is one of the profile that such readings belong to. */
  placed(reading: StoredRows['snapshots']): StoredRows['snapshots'] {
    return reading.member === unknownMember ? { ...reading, member: this.owner } : reading;
  }

  /** Records a reading, as `recordSnapshot` does. Answers with it as it is kept; undefined when its day has a later one. */
  record(given: StoredRows['snapshots']): StoredRows['snapshots'] | undefined {
    const read = this.placed(given);
    const mark = this.get('deleted-days', `${read.member},${read.day}`);
    const readAt = isOfDeletedDay(read, mark) ? changeInstant(mark?.changedAt, read.readAt) : read.readAt;
    const snapshot = { ...read, readAt };
    this.merge('snapshots', snapshot);
    this.merge('members', { id: read.member, since: read.readAt });
    return sameData(this.get('snapshots', `${read.member},${read.day}`), snapshot) ? snapshot : undefined;
  }

  /** Writes something down under an id, or deletes it, as `changeRow` does. */
  write(kind: MadeKind, member: string, id: string, text: string | undefined): StoredRows[MadeKind] {
    const before = this.get(kind, `${member},${id}`);
    const changedAt = changeInstant(before?.changedAt, this.now);
    const [, name] = descriptionOf(kind).keyPath as readonly string[];
    const key = { member, [name ?? '']: id, changedAt };
    const row = (
      text === undefined ? { ...key, deleted: true } : { ...key, ...made[kind](text) }
    ) as StoredRows[MadeKind];
    this.put(kind, row);
    return row;
  }

  /** Merges readings of a file in, as `applyImport` does. Answers with what has changed. */
  import(given: readonly StoredRows['snapshots'][]): ImportedRow[] {
    const rows = given.map((row) => this.placed(row));
    const changed: ImportedRow[] = [];
    const take = <Kind extends RowKind>(kind: Kind, row: StoredRows[Kind]) => {
      const before = this.get(kind, String(keyOfRow(kind, row)));
      this.merge(kind, row);
      const after = this.get(kind, String(keyOfRow(kind, row)));
      if (after && !sameData(before, after)) changed.push({ kind, before, after });
    };
    for (const row of rows) take('members', { id: row.member, since: row.readAt });
    for (const row of rows) {
      if (!isOfDeletedDay(row, this.get('deleted-days', `${row.member},${row.day}`))) take('snapshots', row);
    }
    return changed;
  }

  /** Takes an import back, as `undoChange` does. Answers with what is gone. */
  undo(changed: readonly ImportedRow[]): StoredRows[RowKind][] {
    const gone: StoredRows[RowKind][] = [];
    for (const { kind, before: is, after: was } of changed.toReversed()) {
      const key = String(keyOfRow(kind, was));
      if (!sameData(this.get(kind, key), was)) continue;
      if (is) this.put(kind, is);
      else this.drop(kind, key);
      noteUndone(this.removals, kind, { was, is }, 0, this.now);
      gone.push(was);
    }
    return gone;
  }

  /** Deletes what was read of a day, as `deleteDay` does. Answers with the mark of it; undefined when there is nothing. */
  deleteDay(member: string, day: LocalDay): StoredRows['deleted-days'] | undefined {
    const key = `${member},${day}`;
    const row = this.get('snapshots', key);
    if (!row) return undefined;
    const before = this.get('deleted-days', key)?.changedAt;
    const mark = {
      member,
      day,
      changedAt: changeInstant(before, Math.max(this.now, row.readAt)),
      deleted: true,
    } as const;
    this.drop('snapshots', key);
    this.put('deleted-days', mark);
    return mark;
  }

  /** Deletes a profile, as `deleteMember` does. Answers with the instant of it. */
  deleteMember(member: string): number {
    let at = this.now;
    for (const kind of rowKinds) {
      for (const row of [...this.rows[kind]] as StoredRows[RowKind][]) {
        if (memberOfRow(row) !== member) continue;
        at = Math.max(at, instantOf(row));
        this.drop(kind, String(keyOfRow(kind, row)));
      }
    }
    for (const { into, made: moved } of this.removals.values()) if (into === member) at = Math.max(at, moved);
    noteGone(this.removals, { of: 'members', key: member, at, made: this.now });
    if (this.owner === member) this.owner = unknownMember;
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
    if (from === unknownMember || this.owner === from) this.owner = into;
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
