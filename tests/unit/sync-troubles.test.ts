// What can go wrong between computers: each ends in a sentence, with nothing lost and nothing wrongly written.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDayOf } from '../../src/core/score/local-day';
import { chunkKey, headKey, takenOutKey } from '../../src/sync/area';
import { readChunk, seal, writeChunk } from '../../src/sync/chunk';
import { cipherOf, keyOfPassphrase, newPassphraseSalt } from '../../src/sync/cipher';
import { unseenFor } from '../../src/sync/step';
import { Computer, textOf } from './in-memory-sync';
import { sampleHistory, sampleSnapshot } from './sample-snapshot';

const now = Date.parse('2026-11-28T10:00:00Z');
const day = 86_400_000;
const one = '00000000000a';
const two = '00000000000b';

function computer(installation: string, days = 20, lastDay = 20_700): Computer {
  const made = new Computer(installation, now);
  for (const snapshot of sampleHistory('unknown', days, lastDay)) made.record(snapshot);
  return made;
}

/** What one has written reaches the other. */
function carry(from: Computer, to: Computer): void {
  for (const key of Object.keys(to.area.items))
    if (key.includes(from.state.installation)) Reflect.deleteProperty(to.area.items, key);
  for (const [key, value] of Object.entries(from.area.items))
    if (key.includes(from.state.installation) || key === takenOutKey) to.area.items[key] = structuredClone(value);
}

const chunksOf = ({ area, state }: Computer) =>
  Object.keys(area.items).filter((key) => key.startsWith(`r.${state.installation}`));

describe('a refused write', () => {
  test.each(['full', 'too-fast', 'refused'] as const)(
    '“%s” changes nothing, is told, and is tried again after growing pauses',
    async (refusal) => {
      const mine = computer(one);
      mine.area.refusing = refusal;
      await mine.step();
      expect(mine.area.items).toEqual({});
      expect(mine.state).toMatchObject({
        troubles: [{ trouble: refusal, with: [] }],
        pause: { refusals: 1, until: now + 60_000 },
      });
      mine.now += 30_000;
      mine.area.refusing = undefined;
      await mine.step();
      expect(mine.area.items, 'not before the pause is over').toEqual({});
      expect(mine.state.troubles).toEqual([{ trouble: refusal, with: [] }]);
      mine.area.refusing = refusal;
      mine.now += 31_000;
      await mine.step();
      expect(mine.state.pause).toEqual({ refusals: 2, until: mine.now + 120_000 });
      mine.area.refusing = undefined;
      mine.now += 121_000;
      await mine.step();
      expect(mine.state.pause).toBeUndefined();
      expect(mine.state).toMatchObject({ troubles: [], inStepAt: mine.now });
      expect(mine.area.writes).toBe(1);
    },
  );

  test('does not keep what others have written from coming in', async () => {
    const [mine, other] = [computer(one), computer(two, 5, 20_000)];
    await other.step();
    carry(other, mine);
    mine.area.refusing = 'full';
    await mine.step();
    expect(mine.rows.snapshots).toHaveLength(25);
  });
});

describe('what cannot be read', () => {
  const damages: readonly (readonly [string, (value: string) => unknown])[] = [
    ['half of it', (value) => value.slice(0, value.length / 2)],
    ['nothing of it', () => ''],
    ['no text', () => ({ rows: 3 })],
    ['another number', (value) => value.replace(/^1/, '0')],
    ['one letter of it', (value) => value.slice(0, -20) + (value.at(-20) === 'A' ? 'B' : 'A') + value.slice(-19)],
    ['more than any memory holds', () => ({ toString: 'x'.repeat(100) })],
  ];

  test.each(damages)(
    '%s is told, nothing is taken from it, and whoever has the rows writes them',
    async (_, damage) => {
      const [mine, other] = [computer(one), computer(two, 5, 20_000)];
      await other.step();
      carry(other, mine);
      await mine.step();
      const [key = ''] = chunksOf(other);
      mine.area.items[key] = damage(String(mine.area.items[key]));
      const before = textOf(mine.rows);
      await mine.step();
      expect(textOf(mine.rows)).toEqual(before);
      expect(mine.state.troubles).toEqual([{ trouble: 'damaged', with: [two] }]);
      const newcomer = new Computer('0000000000ff', now);
      newcomer.area.items = structuredClone(mine.area.items);
      await newcomer.step();
      expect(textOf(newcomer.rows)).toEqual(before);
    },
  );

  test('own chunks that were damaged are written again', async () => {
    const mine = computer(one);
    await mine.step();
    const [key = ''] = chunksOf(mine);
    mine.area.items[key] = String(mine.area.items[key]).slice(0, 50);
    await mine.step();
    expect(await readChunk(key, mine.area.items[key])).toMatchObject({ state: 'read', refused: 0 });
    expect(mine.state.troubles).toEqual([]);
  });

  test('a chunk whose rows make no sense gives the others, and no row that its door refuses', async () => {
    const good = sampleSnapshot();
    const bad = { ...sampleSnapshot({ day: '2026-05-13' }), total: 99 };
    const mine = new Computer(one, now);
    mine.area.items[chunkKey(two, 0)] = await writeChunk('', [
      { kind: 'snapshots', row: good },
      { kind: 'snapshots', row: bad },
    ]);
    await mine.step();
    expect(mine.rows.snapshots).toEqual([good]);
    expect(mine.state.troubles).toEqual([{ trouble: 'damaged', with: [two] }]);
  });

  test('whatever stands in the sync, no step throws and nothing here changes for the worse', async () => {
    const key = fc.constantFrom(
      headKey(two),
      chunkKey(two, 0),
      chunkKey(two, 9999),
      'r.x',
      'i.',
      '__proto__',
      takenOutKey,
      'settings',
    );
    const packed = fc
      .oneof(
        fc.json(),
        fc.constantFrom(
          '{"version":2,"packed":{"snapshots":{"rows":2,"columns":{"__proto__.x":"i1,2","day":"d1,1"}}}}',
          '{"version":2,"packed":{"snapshots":{"rows":99999999,"columns":{}}}}',
          '{"version":2,"packed":{"removals":{"rows":1,"columns":{"of":"j\\"members\\"","key":"j\\"unknown\\"","count":"i3","at":"i1","made":"i1"}}}}',
        ),
      )
      .map((text) => seal('', text));
    const value = fc.oneof(fc.jsonValue(), fc.string(), fc.constant('9.AAAA'), fc.constant('1:AAAA'), packed);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(key, value), { maxLength: 6 }), async (items) => {
        const mine = computer(one, 3);
        const before = textOf(mine.rows);
        for (const [name, content] of items) if (name !== '__proto__') mine.area.items[name] = await content;
        await mine.step();
        expect(textOf(mine.rows)).toEqual(before);
        expect(Object.prototype).not.toHaveProperty('x');
      }),
      { numRuns: 60 },
    );
  });

  test('a chunk that unpacks to gigabytes is given up early', async () => {
    expect(await readChunk('r', await seal('r', ' '.repeat(5_000_000)))).toEqual({ state: 'damaged' });
  });
});

describe('several versions', () => {
  test('a newer one’s is kept, not read, never overwritten, and said', async () => {
    const mine = computer(one);
    mine.area.items[headKey(two)] = { format: 2, browser: 'Chrome', system: 'Mac', seen: now, more: [1] };
    mine.area.items[chunkKey(two, 0)] = '2.AAAA';
    await mine.step();
    mine.state = { ...mine.state, forgotten: [two] };
    mine.now += unseenFor + 2 * day;
    await mine.step();
    expect(mine.area.items[headKey(two)]).toEqual({
      format: 2,
      browser: 'Chrome',
      system: 'Mac',
      seen: now,
      more: [1],
    });
    expect(mine.area.items[chunkKey(two, 0)]).toBe('2.AAAA');
    expect(mine.state.troubles).toEqual([{ trouble: 'newer', with: [two] }]);
  });

  test('after going back to this version the own chunks of the newer one stay, and this one writes beside them', async () => {
    const mine = computer(one);
    mine.area.items[headKey(one)] = { format: 2, browser: 'Chrome', system: 'Mac', seen: now };
    mine.area.items[chunkKey(one, 0)] = '2.AAAA';
    await mine.step();
    expect(mine.state.installation).not.toBe(one);
    expect(mine.area.items[chunkKey(one, 0)]).toBe('2.AAAA');
    expect(chunksOf(mine)).toHaveLength(1);
  });

  test('rows of a newer version of the extension are left alone, too', async () => {
    const mine = new Computer(one, now);
    mine.area.items[chunkKey(two, 0)] = await seal(chunkKey(two, 0), '{"version":99,"packed":{}}');
    await mine.step();
    expect(mine.state.troubles).toEqual([{ trouble: 'newer', with: [two] }]);
  });
});

describe('a name of its own', () => {
  test('a profile that was copied to another computer goes on under another name, and neither loses anything', async () => {
    const mine = computer(one, 3);
    await mine.step();
    const copy = computer(one, 3);
    copy.state = structuredClone(mine.state);
    copy.area.items = structuredClone(mine.area.items);
    mine.record(sampleSnapshot({ day: '2026-11-27' }));
    copy.record(sampleSnapshot({ day: '2026-11-26' }));
    await mine.step();
    carry(mine, copy);
    await copy.step();
    expect(copy.state.installation).not.toBe(one);
    carry(copy, mine);
    await mine.step();
    expect(textOf(mine.rows)).toEqual(textOf(copy.rows));
    expect(mine.rows.snapshots).toHaveLength(5);
  });

  test('being killed right after writing is no reason for another', async () => {
    const mine = computer(one);
    await mine.step({ killed: { at: 1, keys: Infinity } });
    expect(mine.area.writes).toBe(1);
    await mine.step();
    expect(mine.state.installation).toBe(one);
    expect(mine.area.writes).toBe(1);
  });
});

describe('a computer that is gone', () => {
  const both = async () => {
    const [mine, other] = [computer(one), computer(two, 5, 20_000)];
    await other.step();
    carry(other, mine);
    await mine.step();
    return { mine, other };
  };
  const newcomerTo = async (mine: Computer) => {
    const newcomer = new Computer('0000000000ff', mine.now);
    newcomer.area.items = structuredClone(mine.area.items);
    await newcomer.step();
    return newcomer.rows.snapshots.length;
  };

  test('and forgotten by the member is taken over at once', async () => {
    const { mine, other } = await both();
    expect(chunksOf(other).every((key) => key in mine.area.items)).toBe(true);
    mine.state = { ...mine.state, forgotten: [two] };
    await mine.step();
    expect(Object.keys(mine.area.items).filter((key) => key.includes(two))).toEqual([]);
    expect(mine.state.forgotten).toEqual([]);
    expect(await newcomerTo(mine)).toBe(25);
  });

  test('and unseen for 90 days is taken over, and not a day before', async () => {
    const { mine } = await both();
    mine.now += 90 * day;
    await mine.step();
    expect(headKey(two) in mine.area.items).toBe(true);
    mine.now += day;
    await mine.step();
    expect(headKey(two) in mine.area.items).toBe(false);
    expect(await newcomerTo(mine)).toBe(25);
  });

  test('and switched off is taken over by one of those left', async () => {
    const { mine, other } = await both();
    const third = computer('00000000000c', 1);
    await other.step({ leaving: true });
    carry(other, mine);
    carry(other, third);
    carry(mine, third);
    await third.step();
    expect(headKey(two) in third.area.items, 'the first of them does it').toBe(true);
    await mine.step();
    expect(headKey(two) in mine.area.items).toBe(false);
    expect(await newcomerTo(mine)).toBe(25);
  });

  test('is not taken over while its rows wait to be written here', async () => {
    const { mine } = await both();
    mine.state = { ...mine.state, forgotten: [two] };
    mine.area.refusing = 'full';
    await mine.step();
    expect(headKey(two) in mine.area.items).toBe(true);
    expect(mine.state.forgotten).toEqual([two]);
  });

  test('and comes back finds everything, and goes on', async () => {
    const { mine, other } = await both();
    mine.state = { ...mine.state, forgotten: [two] };
    await mine.step();
    other.area.items = structuredClone(mine.area.items);
    other.record(sampleSnapshot({ day: '2026-11-27' }));
    await other.step();
    expect(other.state.installation).toBe(two);
    expect(other.rows.snapshots).toHaveLength(26);
    carry(other, mine);
    await mine.step();
    expect(textOf(mine.rows)).toEqual(textOf(other.rows));
  });

  test('for more than 400 days is asked before anything comes in or goes out', async () => {
    const { mine } = await both();
    const items = structuredClone(mine.area.items);
    mine.record(sampleSnapshot({ day: '2026-11-27' }));
    mine.now += 401 * day;
    await mine.step();
    expect(mine.area.items).toEqual(items);
    expect(mine.state.troubles).toContainEqual({ trouble: 'away', with: [] });
  });
});

describe('a passphrase', () => {
  const salt = newPassphraseSalt();
  const withPassphrase = async (typed: string) => ({ salt, keys: { [salt]: await keyOfPassphrase(typed, salt) } });

  test('seals every chunk and the member’s own part of the head, and opens them on the other computer', async () => {
    const [mine, other] = [computer(one), new Computer(two, now)];
    mine.state = { ...mine.state, ...(await withPassphrase('correct horse')) };
    mine.state = { ...mine.state, name: 'Office' };
    await mine.step();
    expect(JSON.stringify(mine.area.items)).not.toContain('Office');
    for (const key of chunksOf(mine)) expect(mine.area.items[key]).toMatch(/^1:/);
    carry(mine, other);
    other.state = { ...other.state, ...(await withPassphrase('correct horse')) };
    await other.step();
    expect(textOf(other.rows)).toEqual(textOf(mine.rows));
  });

  test.each([
    ['without it', {}],
    ['with another', 'wrong'],
  ])('%s nothing opens, nothing is lost, and it is said', async (_, typed) => {
    const [mine, other] = [computer(one), computer(two, 2, 20_000)];
    mine.state = { ...mine.state, ...(await withPassphrase('correct horse')) };
    await mine.step();
    carry(mine, other);
    const before = structuredClone(other.area.items);
    if (typeof typed === 'string') other.state = { ...other.state, ...(await withPassphrase(typed)) };
    await other.step();
    expect(other.rows.snapshots).toHaveLength(2);
    expect(other.state.troubles).toEqual([{ trouble: 'locked', with: [one] }]);
    expect(other.area.items).toMatchObject(before);
  });

  test('set later, or taken away, has every own chunk written again', async () => {
    const mine = computer(one);
    await mine.step();
    mine.state = { ...mine.state, ...(await withPassphrase('correct horse')) };
    await mine.step();
    for (const key of chunksOf(mine)) expect(mine.area.items[key]).toMatch(/^1:/);
    const { salt: _, ...open } = mine.state;
    mine.state = open;
    await mine.step();
    for (const key of chunksOf(mine)) expect(mine.area.items[key]).toMatch(/^1\./);
  });

  test('a sealed chunk opens in its own place alone', async () => {
    const cipher = await cipherOf(await keyOfPassphrase('correct horse', salt));
    const text = await writeChunk('r.1', [{ kind: 'snapshots', row: sampleSnapshot() }], { cipher });
    expect(await readChunk('r.1', text, cipher)).toMatchObject({ state: 'read' });
    expect(await readChunk('r.2', text, cipher)).toEqual({ state: 'locked' });
  });
});

describe('what travels', () => {
  test('profiles that came from somebody else’s file do not', async () => {
    const mine = computer(one, 3);
    mine.record(sampleSnapshot({ member: 'b'.repeat(64) }));
    mine.staying.add('b'.repeat(64));
    await mine.step();
    const newcomer = new Computer(two, now);
    newcomer.area.items = structuredClone(mine.area.items);
    await newcomer.step();
    expect(newcomer.rows.members.map(({ id }) => id)).toEqual(['unknown']);
    expect(newcomer.rows.snapshots).toHaveLength(3);
  });

  test('the salt does, so that the same member is the same: of two the same one wins everywhere', async () => {
    const [mine, other] = [computer(one), computer(two)];
    [mine.salt, other.salt] = ['b'.repeat(32), 'a'.repeat(32)];
    await mine.step();
    carry(mine, other);
    await other.step();
    carry(other, mine);
    await mine.step();
    expect([mine.salt, other.salt]).toEqual(['a'.repeat(32), 'a'.repeat(32)]);
  });

  test('each setting does by itself, with the instant of its change', async () => {
    const [mine, other] = [computer(one), computer(two)];
    mine.settings = { theme: 'dark', badges: false, changedAt: { theme: 10, badges: 30 } };
    other.settings = { theme: 'light', badges: true, toolbar: false, changedAt: { theme: 20, toolbar: 5 } };
    await mine.step();
    carry(mine, other);
    await other.step();
    carry(other, mine);
    await mine.step();
    expect(mine.settings).toEqual(other.settings);
    expect(mine.settings).toMatchObject({ theme: 'light', badges: false, toolbar: false });
  });

  test('a deleted note leaves nothing of what it said in the sync', async () => {
    const [mine, other] = [computer(one), computer(two, 1)];
    mine.write('actions', 'unknown', 'n', 'secret');
    await mine.step();
    carry(mine, other);
    await other.step();
    other.now += 1;
    other.write('actions', 'unknown', 'n', undefined);
    await other.step();
    carry(other, mine);
    await mine.step();
    const all = await Promise.all(
      Object.entries(mine.area.items)
        .filter(([key]) => key.startsWith('r.'))
        .map(([key, value]) => readChunk(key, value)),
    );
    expect(JSON.stringify(all)).not.toContain('secret');
    expect(mine.get('actions', 'unknown,n')).toMatchObject({ deleted: true });
  });
});

test('a day that was deleted is deleted everywhere, and a later reading of it stays', async () => {
  const [mine, other] = [computer(one, 3), new Computer(two, now)];
  await mine.step();
  carry(mine, other);
  await other.step();
  const [first, second] = mine.rows.snapshots;
  for (const { day: gone } of [first!, second!]) {
    mine.drop('snapshots', `unknown,${gone}`);
    mine.put('deleted-days', { member: 'unknown', day: gone, changedAt: now, deleted: true });
  }
  other.record({ ...second!, readAt: now + 1 });
  await mine.step();
  carry(mine, other);
  await other.step();
  carry(other, mine);
  await mine.step();
  expect(other.get('snapshots', `unknown,${first!.day}`)).toBeUndefined();
  expect(mine.get('snapshots', `unknown,${second!.day}`)?.readAt).toBe(now + 1);
  expect(textOf(mine.rows)).toEqual(textOf(other.rows));
});

describe('a profile that was deleted', () => {
  test('there and changed here later is back there, and both are told', async () => {
    const [mine, other] = [computer(one, 3), new Computer(two, now)];
    await mine.step();
    carry(mine, other);
    await other.step();
    mine.deleteMember('unknown');
    await mine.step();
    other.now += day;
    other.record(sampleSnapshot({ day: '2026-11-29', readAt: other.now }));
    carry(mine, other);
    await other.step();
    expect(other.rows.snapshots).toHaveLength(4);
    carry(other, mine);
    mine.now += day;
    await mine.step();
    expect(mine.told).toEqual(['back unknown']);
    expect(textOf(mine.rows)).toEqual(textOf(other.rows));
  });

  test('there is gone here, and told; what is put back here is back there', async () => {
    const [mine, other] = [computer(one, 3), new Computer(two, now)];
    await mine.step();
    carry(mine, other);
    await other.step();
    const before = structuredClone(other.rows);
    mine.deleteMember('unknown');
    await mine.step();
    carry(mine, other);
    await other.step();
    expect(other.rows.snapshots).toEqual([]);
    expect(other.told).toEqual(['left unknown']);
    for (const row of before.snapshots) other.record(row);
    await other.step();
    carry(other, mine);
    await mine.step();
    expect(mine.rows.snapshots).toHaveLength(3);
  });

  test('and written to again after that, by a clock that was set back, is there everywhere', async () => {
    const [mine, other] = [computer(one, 3), new Computer(two, now)];
    await mine.step();
    carry(mine, other);
    await other.step();
    mine.deleteMember('unknown');
    mine.record(sampleSnapshot({ day: localDayOf(15_000) }));
    await mine.step();
    carry(mine, other);
    await other.step();
    expect(mine.rows.snapshots).toHaveLength(1);
    expect(other.get('snapshots', `unknown,${localDayOf(15_000)}`)).toBeDefined();
  });
});

test('taking everything out of the sync stops every other computer, which keeps what it has', async () => {
  const mine = computer(one);
  await mine.step();
  mine.area.items[takenOutKey] = 'abcdefabcdef';
  await mine.step();
  expect(mine.state).toMatchObject({ on: false, troubles: [{ trouble: 'taken-out', with: [] }] });
  expect(Object.keys(mine.area.items)).toEqual([takenOutKey]);
  expect(mine.rows.snapshots).toHaveLength(20);
});
