import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { csvHead, csvLines, plainCsv } from '../../src/files/csv';
import type { ImportOptions } from '../../src/files/imported-file';
import { dayNumber } from '../../src/core/score/local-day';
import { readFile } from '../../src/files/read-file';
import { rowKinds, storedRowOf } from '../../src/core/rows/row-kinds';
import { previewImport } from '../../src/store/write/merge-import';
import { closeDatabase, openDatabase, type Database } from '../../src/store/database';
import { exportBackup } from '../../src/store/write/export-backup';
import { recordSnapshot } from '../../src/store/write/snapshots';
import { sampleHistory } from './sample-snapshot';
import { seededRandom } from './seeded-random';
import { value } from './value';
import { longRuns } from '../long-runs';

const { browser } = await vi.hoisted(async () => (await import('./in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({ browser }));

const options: ImportOptions = { member: 'unknown', timeZone: 'Europe/Berlin', today: '2026-10-16' };
const history = sampleHistory('unknown', 60, dayNumber('2026-10-15'));
let database: Database;
let backup: string;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = value(await openDatabase());
  for (const snapshot of history) value(await recordSnapshot(database, snapshot));
  backup = await value(await exportBackup(database)).text();
});

afterEach(closeDatabase);

const csv = csvHead(plainCsv) + csvLines(history, plainCsv);

/** One damaged, foreign or malicious file for each number, the same every time. */
function hostileFile(number: number): BlobPart[] {
  const { uniform } = seededRandom(number + 1);
  const below = (most: number) => Math.floor(uniform() * most);
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)]!;
  const bytes = (length: number) => Uint8Array.from({ length }, () => below(256));
  const text = pick([backup, csv]);
  const at = below(text.length);
  const kinds: readonly (() => BlobPart[])[] = [
    // Truncated, with a piece missing, with bytes changed.
    () => [text.slice(0, at)],
    () => [text.slice(0, at) + text.slice(at + 1 + below(300))],
    () => [
      text.slice(0, at) +
        pick(['"', '{', '}', ',', '\n', '\\', '\0', '\uFEFF', '💥', ';', '-', '9']) +
        text.slice(at + 1),
    ],
    () => [text.slice(0, at), bytes(50), text.slice(at)],
    // Wrong encodings, no text at all.
    () => [bytes(below(20_000))],
    () => [new Uint8Array([0xff, 0xfe]), text],
    () => ['PK\u0003\u0004', bytes(500)],
    // Huge and deep.
    () => ['['.repeat(below(300_000))],
    () => [`{"format":"ssi-scorecard","version":1,"snapshots":${'['.repeat(5000)}${']'.repeat(5000)}}`],
    () => [`date,total\n${'9'.repeat(below(200_000))},5`],
    () => [`date,total,"${'x'.repeat(below(300_000))}`],
    () => [`date,total${','.repeat(below(20_000))}\n2026-01-01,50`],
    () => [`"${'\\'.repeat(below(100_000))}`],
    () => [`[${'"\\""'.repeat(below(20_000))}`],
    // Wrong types, prototype keys, numbers that are none.
    () => [
      JSON.stringify({
        format: 'ssi-scorecard',
        version: 1,
        snapshots: [
          pick<unknown>([
            null,
            1,
            'x',
            [],
            {},
            { ...history[0], total: '63' },
            { ...history[0], scores: [1, 2, 3, 4] },
          ]),
        ],
        members: pick<unknown>([null, 'x', {}, [{ id: '__proto__', since: 0 }], [{ id: 'unknown', since: -1 }]]),
        settings: pick<unknown>([null, [], 'x', { theme: 7 }]),
      }),
    ],
    () => [
      '{"format":"ssi-scorecard","version":1,"__proto__":{"polluted":1},"snapshots":[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]}',
    ],
    () => [
      `date,total,brand,people,insights,relationships\n2026-01-01,${pick(['1e309', 'NaN', 'Infinity', '-5', '1,2,3', '0x20', '٥٠'])},1,1,1,1`,
    ],
    () => [backup.replace(/"version": 1/, `"version": ${pick(['0', '-1', '2', '1e99', '"1"', 'null'])}`)],
    // Formulas, HTML, other products.
    () => [
      `date,total,brand,people,insights,relationships\n=cmd|'/c calc'!A1,+1+1,@SUM(1),-2,=1,=2\n2026-01-01,=50,10,10,10,20`,
    ],
    () => ['<html><script>alert(1)</script><table><tr><td>date<td>total<tr><td>2026-01-01<td>50</table>'],
    () => [
      JSON.stringify({
        schemaVersion: 1,
        days: pick<unknown>([
          [],
          null,
          { x: null },
          { '2026-01-01': { ssiEntries: [{ timestamp: '<b>', total: 1e9 }] } },
        ]),
      }),
    ],
    () => [JSON.stringify({ kty: 'RSA', entries: [{ name: 'x', value: below(100) }] })],
  ];
  return kinds[number % kinds.length]!();
}

const count = longRuns(300, 3000);

test(
  'hostile files each end in a sentence or in sound rows, the history as it was',
  { timeout: longRuns(60_000, 600_000) },
  async () => {
    const outcomes = new Map<string, number>();
    for (let number = 0; number < count; number += 1) {
      const reading = await readFile(new Blob(hostileFile(number)), options, () => undefined);
      const outcome = reading.ok ? reading.value.state : reading.error;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (!reading.ok) {
        expect(reading.error).toMatch(/^import-/);
        continue;
      }
      if (reading.value.state !== 'read') continue;
      const { file } = reading.value;
      for (const kind of rowKinds) for (const row of file.rows[kind]) expect(storedRowOf(kind, row)).toEqual(row);
      const leftOut = file.rejected.filter(({ reason }) => reason !== 'pillars-left-out');
      expect(leftOut.length).toBeLessThanOrEqual(file.rejectedCount);
      value(await previewImport(database, file));
    }
    expect(await value(await exportBackup(database)).text()).toBe(backup);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    // The set is worth something only if it gets past the door as well as not.
    expect([...outcomes].filter(([outcome]) => outcome.startsWith('import-')).length).toBeGreaterThan(5);
    expect(outcomes.get('import-not-recognised')).toBeGreaterThan(count / 10);
    expect(outcomes.get('read')).toBeGreaterThan(count / 10);
  },
);
