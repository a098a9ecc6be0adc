// Two and three computers that live their own lives, with a relay between them that does its worst.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDayOf } from '../../src/core/score/local-day';
import { keyOfRow, mergedRow } from '../../src/core/rows/merge';
import type { RowKind, StoredRows } from '../../src/core/rows/row-kinds';
import { Computer, textOf } from './in-memory-sync';
import { longRuns } from '../long-runs';
import { sampleSnapshot } from './sample-snapshot';

const hour = 3_600_000;
const start = Date.parse('2026-10-01T08:00:00Z');
const members = ['unknown', 'a'.repeat(64), 'b'.repeat(64)];

type Event =
  | { readonly do: 'read'; readonly who: number; readonly member: number; readonly score: number }
  | { readonly do: 'note'; readonly who: number; readonly id: number; readonly text: number }
  | { readonly do: 'unnote'; readonly who: number; readonly id: number }
  | { readonly do: 'import'; readonly who: number; readonly batch: number }
  | { readonly do: 'undo'; readonly who: number; readonly batch: number }
  | { readonly do: 'delete'; readonly who: number; readonly member: number }
  | { readonly do: 'merge'; readonly who: number; readonly member: number }
  | { readonly do: 'setting'; readonly who: number; readonly on: boolean }
  | { readonly do: 'clock'; readonly who: number; readonly hours: number }
  | { readonly do: 'step' | 'stop' | 'restart' | 'copy'; readonly who: number }
  | { readonly do: 'carry'; readonly who: number; readonly part: number; readonly old: boolean };

const who = fc.nat(2);
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('read'), who, member: fc.nat(2), score: fc.integer({ min: 0, max: 25 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('note'), who, id: fc.nat(2), text: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unnote'), who, id: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('import'), who, batch: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo'), who, batch: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete'), who, member: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('merge'), who, member: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('setting'), who, on: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('clock'), who, hours: fc.integer({ min: -200, max: 400 }) }) },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constantFrom('step', 'step', 'step', 'step', 'stop', 'restart', 'copy'), who }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('carry'), who, part: fc.nat(), old: fc.boolean() }) },
);

/** The browsers' sync: everything that was ever written, of which each computer hears when and how it comes. */
class Relay {
  readonly #written: { readonly from: number; readonly key: string; readonly value: unknown }[] = [];

  connect(computers: readonly Computer[]): void {
    for (const [from, { area }] of computers.entries()) {
      area.onWritten = (key, value) => this.#written.push({ from, key, value: structuredClone(value) });
    }
  }

  /** Some of what others wrote reaches a computer: what is newest of some keys, or what was written under them before. */
  carry(computers: readonly Computer[], to: number, part: number, old: boolean): void {
    const { area } = computers[to]!;
    const keys = [...new Set(this.#written.filter(({ from }) => from !== to).map(({ key }) => key))];
    for (const [index, key] of keys.entries()) {
      if ((part >> (index % 16)) % 2 === 0) continue;
      const written = this.#written.filter((one) => one.key === key);
      this.#deliver(area, key, written[old ? part % written.length : written.length - 1]?.value);
    }
  }

  /** Everything reaches everybody: of each key what was written last. */
  carryAll(computers: readonly Computer[]): void {
    const last = new Map(this.#written.map(({ key, value }) => [key, value]));
    for (const { area } of computers) for (const [key, value] of last) this.#deliver(area, key, value);
  }

  #deliver({ items }: Computer['area'], key: string, value: unknown): void {
    if (value === undefined) Reflect.deleteProperty(items, key);
    else items[key] = structuredClone(value);
  }
}

/** What must come true in the end, noted while it happens. */
class Witness {
  /** Each reading that was acknowledged, and the deletions that its computer had carried out already. */
  readonly read: { readonly row: StoredRows['snapshots']; readonly after: ReadonlySet<number> }[] = [];
  readonly notes = new Map<string, StoredRows['actions']>();
  readonly deletions: { readonly member: string; readonly at: number; readonly by: number }[] = [];
  readonly imports = new Map<number, { in: number; out: number }>();
  readonly moved = new Set<string>();
  /** Profiles of which something was written after they were deleted there. */
  readonly written = new Set<string>();
  readonly latest = new Map<string, number>();
}

const batchRows = (batch: number): StoredRows['snapshots'][] =>
  Array.from({ length: 3 }, (_, index) =>
    sampleSnapshot({ member: 'unknown', day: localDayOf(15_000 + batch * 10 + index), source: 'import' }),
  );

async function live(count: number, events: readonly Event[]): Promise<{ computers: Computer[]; witness: Witness }> {
  const computers = Array.from(
    { length: count },
    (_, index) => new Computer(`${String(index).repeat(11)}a`, start + index),
  );
  const relay = new Relay();
  relay.connect(computers);
  const witness = new Witness();
  const undoable = computers.map(() => new Map<number, StoredRows['snapshots'][]>());
  const noteWritten = (computer: Computer, member: string, instant: number) => {
    if (computer.hasDeleted(member)) witness.written.add(member);
    witness.latest.set(member, Math.max(witness.latest.get(member) ?? 0, instant));
  };
  for (const [turn, one] of events.entries()) {
    const index = one.who % count;
    const computer = computers[index]!;
    computer.now += hour;
    switch (one.do) {
      case 'read': {
        const row = sampleSnapshot({
          member: members[one.member]!,
          day: localDayOf(Math.floor(computer.now / (24 * hour))),
          readAt: computer.now,
          scores: { brand: one.score, people: 5, insights: 5, relationships: 5 },
        });
        noteWritten(computer, row.member, row.readAt);
        computer.record(row);
        const after = new Set(
          witness.deletions.flatMap(({ member, by }, at) =>
            member === row.member && (by === index || computer.hasDeleted(member)) ? [at] : [],
          ),
        );
        witness.read.push({ row, after });
        break;
      }
      case 'note':
      case 'unnote': {
        noteWritten(computer, 'unknown', computer.now);
        const row = computer.note(
          'unknown',
          `n${one.id}`,
          one.do === 'note' ? `text ${one.text} of ${turn}` : undefined,
        );
        noteWritten(computer, 'unknown', row.changedAt);
        const known = witness.notes.get(row.id);
        witness.notes.set(row.id, known ? mergedRow('actions', known, row) : row);
        break;
      }
      case 'import': {
        const rows = batchRows(one.batch);
        for (const row of rows) noteWritten(computer, row.member, row.readAt);
        const fresh = rows.filter((row) => computer.get('snapshots', String(keyOfRow('snapshots', row))) === undefined);
        for (const row of rows) computer.record(row);
        undoable[index]!.set(one.batch, fresh);
        const counts = witness.imports.get(one.batch) ?? { in: 0, out: 0 };
        witness.imports.set(one.batch, { ...counts, in: counts.in + 1 });
        break;
      }
      case 'undo': {
        const rows = undoable[index]!.get(one.batch) ?? [];
        const there = rows.filter((row) => computer.get('snapshots', String(keyOfRow('snapshots', row))) !== undefined);
        undoable[index]!.delete(one.batch);
        if (there.length < 3) break;
        computer.takeBack('snapshots', there);
        const counts = witness.imports.get(one.batch) ?? { in: 0, out: 0 };
        witness.imports.set(one.batch, { ...counts, out: counts.out + 1 });
        break;
      }
      case 'delete': {
        const member = members[one.member]!;
        if (computer.get('members', member) === undefined) break;
        witness.deletions.push({ member, at: computer.deleteMember(member), by: index });
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
        computer.now += one.hours * hour;
        break;
      case 'step':
        await computer.step();
        break;
      case 'stop':
        await computer.step({ stopped: true });
        break;
      case 'restart':
        // What was only in the browser's memory is gone; it asks for a step at its start.
        await computer.step();
        break;
      case 'copy':
        // The member's profile is brought back from a copy that knows nothing of what it has written since.
        computer.state = { ...computer.state, wrote: 'before' };
        break;
      case 'carry':
        relay.carry(computers, index, one.part, one.old);
        break;
    }
  }
  // In the end everything arrives, and everybody has had a few turns.
  let settled = false;
  for (let round = 0; round < 12 && !settled; round += 1) {
    relay.carryAll(computers);
    const before = computers.map(({ area }) => area.writes);
    for (const computer of computers) {
      computer.now += 1;
      await computer.step();
    }
    settled = computers.every(({ area }, index) => area.writes === before[index]);
  }
  expect(settled, 'nobody has anything more to write').toBe(true);
  return { computers, witness };
}

/** The rows of a kind under the keys that they have now. */
const byKey = (computer: Computer, kind: RowKind) =>
  new Map((computer.rows[kind] as StoredRows[RowKind][]).map((row) => [String(keyOfRow(kind, row)), row]));

test.each([2, 3])(
  '%d computers end equal, with no acknowledged reading lost and none back from the dead',
  async (count) => {
    const tally = { readings: 0, deletions: 0, undone: 0, moved: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 15, maxLength: 60 }), async (events) => {
        const { computers, witness } = await live(count, events);
        const [first, ...others] = computers;
        for (const other of others) {
          expect(textOf(other.rows)).toEqual(textOf(first!.rows));
          expect(other.settings).toEqual(first!.settings);
        }
        // Whoever comes new has everything, too: it is all there, wherever it was written.
        const newcomer = new Computer('ffffffffffff', first!.now);
        newcomer.area.items = first!.area.items;
        await newcomer.step();
        expect(textOf(newcomer.rows)).toEqual(textOf(first!.rows));
        const snapshots = byKey(first!, 'snapshots');
        for (const { row, after } of witness.read) {
          const isDeleted = witness.deletions.some(
            ({ member, at }, index) =>
              !after.has(index) && at >= row.readAt && (member === row.member || witness.moved.has(member)),
          );
          const isMoved = witness.moved.has(row.member);
          if (isDeleted) continue;
          tally.readings += 1;
          const places = isMoved ? members : [row.member];
          const kept = places.map(
            (member) => snapshots.get(`${member},${row.day}`) as StoredRows['snapshots'] | undefined,
          );
          expect(
            kept.some((one) => one !== undefined && one.readAt >= row.readAt),
            `${row.member} ${row.day}`,
          ).toBe(true);
        }
        for (const member of members) {
          const deletions = witness.deletions.filter((one) => one.member === member);
          if (deletions.length === 0 || witness.written.has(member) || witness.moved.size > 0) continue;
          if (Math.max(...deletions.map(({ at }) => at)) < (witness.latest.get(member) ?? 0)) continue;
          tally.deletions += 1;
          expect(textOf(first!.rows).filter((text) => text.includes(`"${member}"`))).toEqual([]);
        }
        if (witness.moved.size === 0 && !witness.deletions.some(({ member }) => member === 'unknown')) {
          for (const [batch, counts] of witness.imports) {
            if (counts.in !== 1 || counts.out !== 1) continue;
            tally.undone += 1;
            for (const row of batchRows(batch))
              expect(snapshots.get(String(keyOfRow('snapshots', row)))).toBeUndefined();
          }
          const actions = byKey(first!, 'actions');
          for (const [id, row] of witness.notes) expect(actions.get(`unknown,${id}`)).toEqual(row);
        } else tally.moved += 1;
      }),
      { numRuns: longRuns(40, 1000), endOnFailure: process.env['SSI_LONG'] === undefined },
    );
    // So many runs have met what it is about.
    for (const met of Object.values(tally)) expect(met).toBeGreaterThan(longRuns(-1, 50));
  },
  longRuns(60_000, 1_800_000),
);
