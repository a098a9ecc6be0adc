import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addDays, dayNumber } from '../../src/core/score/local-day';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { closeDatabase, openDatabase, type Database } from '../../src/store/database';
import { readKeptAside } from '../../src/store/read/kept-aside';
import { countSnapshots, readFirstDay, readLatestSnapshot, readSnapshots } from '../../src/store/read/snapshots';
import { answerKeptAside } from '../../src/store/write/kept-aside';
import { recordSnapshot } from '../../src/store/write/snapshots';
import { sampleHistory, sampleSnapshot } from './sample-snapshot';
import { value } from './value';

// The store tells of what it writes, and knows the browser for it.
const { browser } = await vi.hoisted(async () => (await import('./in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({ browser }));

let database: Database;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = value(await openDatabase());
});

afterEach(closeDatabase);

const record = async (snapshot: Snapshot) => value(await recordSnapshot(database, snapshot));
const member = 'a'.repeat(64);

describe('recording', () => {
  test('the first reading of a day is kept, and makes the profile', async () => {
    const snapshot = sampleSnapshot({ member });
    expect(await record(snapshot)).toEqual({ outcome: 'recorded', snapshot });
    expect(value(await readSnapshots(database, member))).toEqual([snapshot]);
    expect(await database.connection.getAll('members')).toEqual([{ id: member, since: snapshot.readAt }]);
  });

  test('a later reading of the day takes its place', async () => {
    const first = sampleSnapshot({ member });
    const second = sampleSnapshot({ member, readAt: first.readAt + 1, shownTotal: 52 });
    await record(first);
    expect(await record(second)).toEqual({ outcome: 'replaced', snapshot: second });
    expect(value(await readSnapshots(database, member))).toEqual([second]);
  });

  test('after the clock was set back, an earlier instant never overwrites a later one of the same day', async () => {
    const later = sampleSnapshot({ member });
    await record(later);
    const earlier = sampleSnapshot({ member, readAt: later.readAt - 3_600_000 });
    expect(await record(earlier)).toEqual({ outcome: 'older', snapshot: later });
    expect(value(await readSnapshots(database, member))).toEqual([later]);
  });

  test('the same message twice, after a worker died before it answered, changes nothing', async () => {
    const snapshot = sampleSnapshot({ member });
    await record(snapshot);
    expect(await record(snapshot)).toEqual({ outcome: 'unchanged', snapshot });
    expect(value(await countSnapshots(database))).toBe(1);
  });

  test('a hundred tabs at once leave one snapshot, whatever the order: the last by instant', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(86_399_999), { minLength: 2, maxLength: 30 }), async (instants) => {
        await database.connection.clear('snapshots');
        const start = Date.parse('2026-05-12');
        await Promise.all(instants.map((instant) => record(sampleSnapshot({ member, readAt: start + instant }))));
        const stored = value(await readSnapshots(database, member));
        expect(stored.map((snapshot) => snapshot.readAt)).toEqual([start + Math.max(...instants)]);
      }),
      { numRuns: 25 },
    );
  });

  test('two members on one day never touch each other', async () => {
    const mine = sampleSnapshot({ member });
    const theirs = sampleSnapshot({ member: 'b'.repeat(64), shownTotal: 53 });
    await record(mine);
    await record(theirs);
    expect(value(await readSnapshots(database, member))).toEqual([mine]);
    expect(value(await readSnapshots(database, theirs.member))).toEqual([theirs]);
  });
});

describe('readings of a page that names nobody', () => {
  const other = { brand: 5, people: 1, insights: 2, relationships: 3 };

  test('all four pillars jump overnight: kept aside, and the history stays as it was', async () => {
    const mine = sampleSnapshot({ day: '2026-05-12' });
    await record(mine);
    const theirs = sampleSnapshot({ day: '2026-05-13', scores: other });
    expect(await record(theirs)).toEqual({ outcome: 'kept-aside', snapshot: theirs });
    expect(value(await readSnapshots(database, 'unknown'))).toEqual([mine]);
    expect(await database.connection.getAll('kept-aside')).toEqual([theirs]);
  });

  test('a jump of six points in one pillar is the member’s own', async () => {
    const mine = sampleSnapshot({ day: '2026-05-12' });
    await record(mine);
    const next = sampleSnapshot({ day: '2026-05-13', scores: { ...mine.scores, insights: mine.scores.insights + 6 } });
    expect((await record(next)).outcome).toBe('recorded');
  });

  test('who fell and came back within four days is asked once: 71, 48, 48 and 71 are one member’s', async () => {
    const high = { brand: 19.2, people: 14.1, insights: 15.4, relationships: 22.3 };
    const low = { brand: 12.1, people: 9.3, insights: 6.5, relationships: 20.1 };
    const on = (day: string, scores: typeof high, moved: number) =>
      sampleSnapshot({
        day,
        scores: { ...scores, brand: scores.brand + moved, relationships: scores.relationships + moved },
      });
    await record(on('2026-05-12', high, 0));
    const fallen = on('2026-05-13', low, 0);
    expect((await record(fallen)).outcome).toBe('kept-aside');
    value(await answerKeptAside(database, fallen, 'mine', fallen.readAt + 1));
    expect((await record(on('2026-05-14', low, 0.1))).outcome).toBe('recorded');
    expect((await record(on('2026-05-15', high, 0.1))).outcome).toBe('recorded');
    // Two weeks on, the height is no memory any more: 14 days are looked at.
    for (let day = 16; day <= 31; day += 5) await record(on(`2026-05-${day}`, low, day / 100));
    expect((await record(on('2026-06-01', { ...high, people: 17, insights: 18 }, 0.5))).outcome).toBe('kept-aside');
  });

  test('a member whom the page names is believed, however far the numbers jump', async () => {
    await record(sampleSnapshot({ member, day: '2026-05-12' }));
    expect((await record(sampleSnapshot({ member, day: '2026-05-13', scores: other }))).outcome).toBe('recorded');
  });

  test('they go where the member said they belong', async () => {
    await database.connection.put('facts', { key: 'unknown-owner', value: member });
    await record(sampleSnapshot({ member, day: '2026-05-12' }));
    const next = await record(sampleSnapshot({ day: '2026-05-13' }));
    expect(next).toMatchObject({ outcome: 'recorded', snapshot: { member } });
  });

  test('with two nameless profiles each reading finds its own', async () => {
    await record(sampleSnapshot({ day: '2026-05-12' }));
    await database.connection.put('members', { id: 'unknown-2', since: 1 });
    await database.connection.put('snapshots', sampleSnapshot({ member: 'unknown-2', scores: other }));
    expect((await record(sampleSnapshot({ day: '2026-05-13', scores: other }))).snapshot.member).toBe('unknown-2');
    expect((await record(sampleSnapshot({ day: '2026-05-13' }))).snapshot.member).toBe('unknown');
  });
});

describe('two nameless accounts that take turns for a week, as in two containers of Firefox', () => {
  const mine = sampleSnapshot({ day: '2026-05-10' }).scores;
  const theirs = { brand: 5, people: 1, insights: 2, relationships: 3 };
  const readWeek = async (monday: string) => {
    for (let index = 0; index < 7; index += 1) {
      const day = addDays(monday, index);
      for (const [hour, scores] of (index % 2 === 0 ? [mine, theirs] : [theirs, mine]).entries()) {
        const drifted = { ...scores, people: scores.people + index / 10 };
        await record(sampleSnapshot({ day, readAt: Date.parse(day) + (9 + hour) * 3_600_000, scores: drifted }));
      }
    }
  };
  const brandsOf = async (id: string) => value(await readSnapshots(database, id)).map(({ scores }) => scores.brand);

  test('are never mixed, are asked about once, and then find their own', async () => {
    await record(sampleSnapshot({ day: '2026-05-10', scores: mine }));
    await readWeek('2026-05-11');
    expect(await brandsOf('unknown')).toEqual(Array(8).fill(mine.brand));
    const [asked, ...others] = value(await readKeptAside(database));
    expect(others).toHaveLength(6);
    value(await answerKeptAside(database, asked!, 'someone-else', Date.parse('2026-05-18')));
    await readWeek('2026-05-18');
    expect(value(await readKeptAside(database))).toEqual([]);
    expect(await brandsOf('unknown')).toEqual(Array(15).fill(mine.brand));
    expect(await brandsOf('unknown-2')).toEqual(Array(14).fill(theirs.brand));
  });
});

describe('reading', () => {
  const lastDay = dayNumber('2026-05-19');

  beforeEach(async () => {
    for (const snapshot of sampleHistory(member, 40, lastDay)) await database.connection.put('snapshots', snapshot);
    await database.connection.put('snapshots', sampleSnapshot({ member: 'b'.repeat(64), day: '2026-05-30' }));
  });

  test.each([
    ['everything', {}, 40, '2026-04-10', '2026-05-19'],
    ['from a day', { from: '2026-05-10' }, 10, '2026-05-10', '2026-05-19'],
    ['to a day', { to: '2026-04-12' }, 3, '2026-04-10', '2026-04-12'],
    ['both ends included', { from: '2026-05-01', to: '2026-05-02' }, 2, '2026-05-01', '2026-05-02'],
  ])('%s, oldest first, of this member alone', async (_, days, count, first, last) => {
    const read = value(await readSnapshots(database, member, days));
    expect([read.length, read[0]?.day, read.at(-1)?.day]).toEqual([count, first, last]);
  });

  test('the latest, and the latest up to a day', async () => {
    expect(value(await readLatestSnapshot(database, member))?.day).toBe('2026-05-19');
    expect(value(await readLatestSnapshot(database, member, '2026-05-03'))?.day).toBe('2026-05-03');
  });

  test('the first day and the count', async () => {
    expect(value(await readFirstDay(database, member))).toBe('2026-04-10');
    expect(value(await countSnapshots(database, member))).toBe(40);
    expect(value(await countSnapshots(database))).toBe(41);
  });

  test('nothing of a member nobody has seen', async () => {
    expect(value(await readSnapshots(database, 'unknown'))).toEqual([]);
    expect(value(await readLatestSnapshot(database, 'unknown'))).toBeUndefined();
    expect(value(await readFirstDay(database, 'unknown'))).toBeUndefined();
    expect(value(await countSnapshots(database, 'unknown'))).toBe(0);
  });
});
