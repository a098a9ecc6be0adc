// Two and three computers that live their own lives, with a relay between them that does its worst.
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { localDayOf } from '../../src/core/score/local-day';
import { keyOfRow, mergedRow } from '../../src/core/rows/merge';
import type { RowKind, StoredRows } from '../../src/core/rows/row-kinds';
import { sameData } from '../../src/core/rows/same-data';
import { Computer, syncState, textOf, type ImportedRow, type MadeKind } from './in-memory-sync';
import { longRuns, seed } from '../long-runs';
import { sampleSnapshot } from './sample-snapshot';
import { seededRandom } from './seeded-random';

const hour = 3_600_000;
const start = Date.parse('2026-10-01T08:00:00Z');
/** No clock is further from where it began than this, so that no deletion is forgotten between two: that takes 400 days. */
const furthest = 150 * 24 * hour;
const members = ['unknown', 'a'.repeat(64), 'b'.repeat(64)] as const;
/** What names a row beside its member: a plan is of a week. */
const idOf = (kind: MadeKind, id: number) => (kind === 'plans' ? localDayOf(20_003 + 7 * id) : `n${id}`);
const madeKinds = ['actions', 'goals', 'tip-choices', 'plans'] as const;

type Event =
  | { readonly do: 'read'; readonly who: number; readonly member: number; readonly score: number }
  | { readonly do: 'write' | 'erase'; readonly who: number; readonly kind: MadeKind; readonly id: number }
  | { readonly do: 'import' | 'undo'; readonly who: number; readonly member: number; readonly batch: number }
  | { readonly do: 'delete' | 'delete-day' | 'merge'; readonly who: number; readonly member: number }
  | { readonly do: 'setting'; readonly who: number; readonly on: boolean }
  | { readonly do: 'clock'; readonly who: number; readonly hours: number }
  | { readonly do: 'kill'; readonly who: number; readonly at: number; readonly keys: number }
  | { readonly do: 'step' | 'restart' | 'copy' | 'forget' | 'rejoin'; readonly who: number }
  | { readonly do: 'refuse'; readonly who: number; readonly how: 'too-fast' | 'full' | undefined }
  | { readonly do: 'carry'; readonly who: number; readonly part: number; readonly old: boolean };

const who = fc.nat(2);
const member = fc.nat(2);
const weighted: readonly (readonly [weight: number, event: fc.Arbitrary<Event>])[] = [
  [6, fc.record({ do: fc.constant('read'), who, member, score: fc.integer({ min: 0, max: 25 }) })],
  [3, fc.record({ do: fc.constant('write'), who, kind: fc.constantFrom(...madeKinds), id: fc.nat(2) })],
  [2, fc.record({ do: fc.constant('erase'), who, kind: fc.constantFrom(...madeKinds), id: fc.nat(2) })],
  [3, fc.record({ do: fc.constant('import'), who, member, batch: fc.nat(3) })],
  [3, fc.record({ do: fc.constant('undo'), who, member, batch: fc.nat(3) })],
  [1, fc.record({ do: fc.constant('delete'), who, member })],
  [2, fc.record({ do: fc.constant('delete-day'), who, member })],
  [1, fc.record({ do: fc.constant('merge'), who, member })],
  [1, fc.record({ do: fc.constant('setting'), who, on: fc.boolean() })],
  [3, fc.record({ do: fc.constant('clock'), who, hours: fc.integer({ min: -200, max: 400 }) })],
  // Longer than after which a computer counts as gone.
  [1, fc.record({ do: fc.constant('clock'), who, hours: fc.constantFrom(-2400, 2400) })],
  [6, fc.record({ do: fc.constant('step'), who })],
  [2, fc.record({ do: fc.constant('kill'), who, at: fc.nat(3), keys: fc.nat(3) })],
  [1, fc.record({ do: fc.constantFrom('restart', 'copy', 'forget', 'rejoin'), who })],
  [1, fc.record({ do: fc.constant('refuse'), who, how: fc.constantFrom('too-fast', 'full', undefined, undefined) })],
  [8, fc.record({ do: fc.constant('carry'), who, part: fc.nat(), old: fc.boolean() })],
];
const event = fc.oneof(...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary })));

/** The browsers' sync: everything that was ever written, of which each computer hears when and how it comes. */
class Relay {
  readonly #written: { readonly from: number; readonly key: string; readonly value: unknown }[] = [];

  connect(computers: readonly Computer[]): void {
    for (const [from, { area }] of computers.entries()) {
      area.onWritten = (key, value) => this.#written.push({ from, key, value: structuredClone(value) });
    }
  }

  /** Some of what others wrote reaches a computer, over whatever it has: what is newest under some keys, or what was written there before. */
  carry(computers: readonly Computer[], to: number, part: number, old: boolean): void {
    const { area } = computers[to]!;
    const keys = [...new Set(this.#written.filter(({ from }) => from !== to).map(({ key }) => key))];
    for (const [index, key] of keys.entries()) {
      if ((part >> (index % 16)) % 2 === 0) continue;
      const written = this.#written.filter((one) => one.key === key);
      this.#deliver(area, key, written[old ? part % written.length : written.length - 1]?.value);
    }
  }

  /** Everything reaches everybody: of each key what was written last, whoever wrote it. */
  carryAll(computers: readonly Computer[]): void {
    const last = new Map(this.#written.map(({ key, value }) => [key, value]));
    for (const { area } of computers) for (const [key, value] of last) this.#deliver(area, key, value);
  }

  #deliver({ items }: Computer['area'], key: string, value: unknown): void {
    if (value === undefined) Reflect.deleteProperty(items, key);
    else items[key] = structuredClone(value);
  }
}

type Snapshot = StoredRows['snapshots'];

/** What must come true in the end, noted while it happens. */
class Witness {
  /** Each reading that was acknowledged, and the deletions that its computer had carried out already. */
  readonly read: { readonly row: Snapshot; readonly after: ReadonlySet<number> }[] = [];
  readonly made = new Map<string, StoredRows[MadeKind]>();
  readonly deletions: { readonly member: string; readonly at: number; readonly by: number }[] = [];
  readonly deletedDays: StoredRows['deleted-days'][] = [];
  /** How many computers an imported row came to, and on how many it was taken back. */
  readonly imports = new Map<string, { readonly row: Snapshot; came: number; gone: number }>();
  readonly moved = new Set<string>();
  /** Profiles of which something was written after they were deleted there. */
  readonly written = new Set<string>();
  readonly latest = new Map<string, number>();
}

/** A file: two days of long ago, and one on which computers read, which the file has read earlier or later. */
const batchRows = (of: string, batch: number): Snapshot[] =>
  [15_000 + batch * 2, 15_001 + batch * 2, Math.floor(start / (24 * hour)) + (batch >> 1)].map((day) =>
    sampleSnapshot({
      member: of,
      day: localDayOf(day),
      readAt: day * 24 * hour + (batch % 2 === 0 ? 1 : 23) * hour + batch,
      source: 'import',
    }),
  );

async function live(
  count: number,
  events: readonly Event[],
  isOneProfile: boolean,
): Promise<{ computers: Computer[]; witness: Witness }> {
  // Names are drawn as everything else is, so that a history can be lived again.
  const { uniform } = seededRandom(events.length);
  vi.spyOn(crypto, 'getRandomValues').mockImplementation(
    <Bytes extends ArrayBufferView | null>(bytes: Bytes): Bytes => {
      if (bytes instanceof Uint8Array) for (const index of bytes.keys()) bytes[index] = Math.floor(uniform() * 256);
      return bytes;
    },
  );
  // The member may have copied the profile of one computer to the others.
  const names = Array.from({ length: count }, (_, index) => `${String(isOneProfile ? 0 : index).repeat(11)}a`);
  const computers = names.map((name, index) => new Computer(name, start + index));
  const relay = new Relay();
  relay.connect(computers);
  const witness = new Witness();
  const undoable = computers.map(() => new Map<string, ImportedRow[]>());
  const noteWritten = (computer: Computer, of: string, instant: number) => {
    if (computer.hasDeleted(of)) witness.written.add(of);
    witness.latest.set(of, Math.max(witness.latest.get(of) ?? 0, instant));
  };
  for (const [turn, one] of events.entries()) {
    const index = one.who % count;
    const computer = computers[index]!;
    computer.now += hour;
    switch (one.do) {
      case 'read': {
        const row = computer.placed(
          sampleSnapshot({
            member: members[one.member]!,
            day: localDayOf(Math.floor(computer.now / (24 * hour))),
            readAt: computer.now,
            scores: { brand: one.score, people: 5, insights: 5, relationships: 5 },
          }),
        );
        noteWritten(computer, row.member, row.readAt);
        const acknowledged = computer.record(row);
        const after = new Set(
          witness.deletions.flatMap(({ member: of, by }, at) =>
            of === row.member && (by === index || computer.hasDeleted(of)) ? [at] : [],
          ),
        );
        // One that is older than what its day has is not kept.
        if (acknowledged) witness.read.push({ row: acknowledged, after });
        break;
      }
      case 'write':
      case 'erase': {
        noteWritten(computer, 'unknown', computer.now);
        const text = one.do === 'write' ? `text of ${turn}` : undefined;
        const row = computer.write(one.kind, 'unknown', idOf(one.kind, one.id), text);
        noteWritten(computer, 'unknown', row.changedAt);
        const name = `${one.kind} unknown,${idOf(one.kind, one.id)}`;
        const known = witness.made.get(name);
        witness.made.set(name, known ? mergedRow(one.kind, known as never, row as never) : row);
        break;
      }
      case 'import': {
        const rows = batchRows(members[one.member]!, one.batch);
        for (const row of rows) noteWritten(computer, computer.placed(row).member, row.readAt);
        const changed = computer.import(rows);
        undoable[index]!.set(`${one.member} ${one.batch}`, changed);
        for (const row of rows) {
          const name = `${String(keyOfRow('snapshots', row))} ${row.readAt}`;
          const known = witness.imports.get(name) ?? { row, came: 0, gone: 0 };
          // Whoever has it already may have it from the other.
          witness.imports.set(name, { ...known, came: known.came + 1 });
        }
        break;
      }
      case 'undo': {
        const changed = undoable[index]!.get(`${one.member} ${one.batch}`) ?? [];
        undoable[index]!.delete(`${one.member} ${one.batch}`);
        for (const row of computer.undo(changed)) {
          if (!('readAt' in row)) continue;
          const known = witness.imports.get(`${row.member},${'day' in row ? row.day : ''} ${row.readAt}`);
          if (known) known.gone += 1;
        }
        break;
      }
      case 'delete': {
        const of = members[one.member]!;
        if (computer.get('members', of) === undefined) break;
        witness.deletions.push({ member: of, at: computer.deleteMember(of), by: index });
        undoable[index]!.clear();
        break;
      }
      case 'delete-day': {
        const of = members[one.member]!;
        const last = computer.rows.snapshots.findLast((row) => row.member === of);
        const mark = last && computer.deleteDay(of, last.day);
        if (!mark) break;
        noteWritten(computer, of, mark.changedAt);
        witness.deletedDays.push(mark);
        break;
      }
      case 'merge': {
        const [from, into] = [members[one.member]!, members[(one.member + 1) % 3]!];
        if (computer.get('members', from) === undefined || computer.get('members', into) === undefined) break;
        computer.mergeMembers(from, into);
        witness.moved.add(from).add(into);
        break;
      }
      case 'setting':
        computer.settings = { badges: one.on, changedAt: { badges: computer.now } };
        break;
      case 'clock':
        computer.now = Math.min(Math.max(computer.now + one.hours * hour, start - furthest), start + furthest);
        break;
      case 'step':
        await computer.step();
        break;
      case 'kill':
        await computer.step({ killed: { at: one.at, keys: one.keys } });
        computer.restart();
        break;
      case 'restart':
        computer.restart();
        break;
      case 'copy':
        // The member's profile is brought back from a copy that knows nothing of what it has written since.
        computer.state = { ...computer.state, wrote: 'before' };
        break;
      case 'forget':
        computer.state = { ...computer.state, forgotten: [computers[(index + 1) % count]!.state.installation] };
        break;
      case 'rejoin': {
        // Switched off and on again: what was taken away is no longer remembered, the name is another.
        await computer.step({ leaving: true });
        if (computer.state.pause !== undefined) break;
        computer.removals.clear();
        computer.replaced = [];
        computer.state = syncState(`${turn.toString(16).padStart(11, 'c')}${index}`);
        break;
      }
      case 'refuse':
        computer.area.refusing = one.how;
        break;
      case 'carry':
        relay.carry(computers, index, one.part, one.old);
        break;
    }
  }
  // In the end everything arrives, nothing is refused any more, and everybody has had a few turns.
  let isSettled = false;
  for (let round = 0; round < 12 && (round < 3 || !isSettled); round += 1) {
    relay.carryAll(computers);
    const before = computers.map(({ area }) => area.writes);
    for (const computer of computers) {
      computer.area.refusing = undefined;
      // After two of these no pause is left, wherever the clock stood when it began.
      computer.now += round < 2 ? 7 * hour : 1;
      await computer.step();
    }
    isSettled = computers.every(({ area }, index) => area.writes === before[index]);
  }
  expect(isSettled, 'nobody has anything more to write').toBe(true);
  return { computers, witness };
}

/** The rows of a kind under the keys that they have now. */
const byKey = <Kind extends RowKind>(computer: Computer, kind: Kind) =>
  new Map((computer.rows[kind] as StoredRows[Kind][]).map((row) => [String(keyOfRow(kind, row)), row]));

/** So many histories have met so much of what it is about. */
type Tally = Record<'readings' | 'deletions' | 'deletedDays' | 'undone' | 'made', number>;

function check({ computers, witness }: Awaited<ReturnType<typeof live>>, tally: Tally): void {
  const [first, ...others] = computers;
  for (const other of others) {
    expect(textOf(other.rows)).toEqual(textOf(first!.rows));
    expect(other.settings).toEqual(first!.settings);
  }
  const snapshots = byKey(first!, 'snapshots');
  const { deletions, moved } = witness;
  const wasDeleted = (of: string) => deletions.some((one) => one.member === of || moved.has(of));

  for (const { row, after } of witness.read) {
    const places = moved.has(row.member) ? members : [row.member];
    const isDeleted =
      deletions.some(
        ({ member: of, at }, index) => !after.has(index) && at >= row.readAt && (of === row.member || moved.has(of)),
      ) ||
      witness.deletedDays.some(
        ({ member: of, day, changedAt }) =>
          day === row.day && changedAt >= row.readAt && (places as readonly string[]).includes(of),
      );
    if (isDeleted) continue;
    tally.readings += 1;
    const kept = places.map((of) => snapshots.get(`${of},${row.day}`));
    expect(
      kept.some((one) => one !== undefined && one.readAt >= row.readAt),
      `a reading of ${row.member} on ${row.day}`,
    ).toBe(true);
  }
  for (const of of members) {
    const ours = deletions.filter((one) => one.member === of);
    if (ours.length === 0 || witness.written.has(of) || moved.size > 0) continue;
    if (Math.max(...ours.map(({ at }) => at)) < (witness.latest.get(of) ?? 0)) continue;
    tally.deletions += 1;
    expect(textOf(first!.rows).filter((text) => text.includes(`"${of}"`))).toEqual([]);
  }
  for (const mark of witness.deletedDays) {
    if (wasDeleted(mark.member) || moved.size > 0) continue;
    tally.deletedDays += 1;
    const row = snapshots.get(`${mark.member},${mark.day}`);
    expect(row === undefined || row.readAt > mark.changedAt, `${mark.member} ${mark.day}, deleted`).toBe(true);
  }
  for (const { row, came, gone } of witness.imports.values()) {
    if (came !== 1 || gone !== 1 || moved.size > 0) continue;
    tally.undone += 1;
    const kept = snapshots.get(String(keyOfRow('snapshots', row)));
    expect(sameData(kept, row), `${row.member} ${row.day}, undone`).toBe(false);
  }
  if (moved.size > 0 || wasDeleted('unknown')) return;
  for (const [name, row] of witness.made) {
    tally.made += 1;
    const [kind = '', key = ''] = name.split(' ');
    expect(byKey(first!, kind as MadeKind).get(key)).toEqual(row);
  }
}

describe(`histories (SEED=${seed})`, () => {
  afterEach(() => void vi.restoreAllMocks());

  test.each([2, 3])(
    '%d computers end equal, with no acknowledged reading lost and none back from the dead',
    async (count) => {
      const tally: Tally = { readings: 0, deletions: 0, deletedDays: 0, undone: 0, made: 0 };
      await fc.assert(
        fc.asyncProperty(
          fc.array(event, { minLength: 15, maxLength: 60 }),
          fc.boolean(),
          async (events, isOneProfile) => {
            const lived = await live(count, events, isOneProfile);
            check(lived, tally);
            // Whoever comes new has everything, too: it is all there, wherever it was written.
            const [first] = lived.computers;
            const newcomer = new Computer('ffffffffffff', first!.now);
            newcomer.area.items = first!.area.items;
            await newcomer.step();
            expect(textOf(newcomer.rows)).toEqual(textOf(first!.rows));
          },
        ),
        { seed, numRuns: longRuns(40, 1000) },
      );
      // So many runs have met what it is about.
      for (const met of Object.values(tally)) expect(met).toBeGreaterThan(longRuns(-1, 50));
    },
    longRuns(60_000, 1_800_000),
  );
});
