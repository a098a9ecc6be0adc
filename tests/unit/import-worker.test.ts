// The same importer in the page's own thread and behind a worker's channel: Node has no worker of the browser's kind, but its ports clone what they carry as workers do.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { summaryOf } from '../../src/files/file-summary';
import type { ImportOptions } from '../../src/files/imported-file';
import { readFile } from '../../src/files/read-file';
import { noRows, rowKinds, type Rows } from '../../src/core/rows/row-kinds';
import { dayNumber } from '../../src/core/score/local-day';
import { closeDatabase, openDatabase, type Database } from '../../src/store/database';
import { readSettings } from '../../src/store/read/settings';
import { applyImport } from '../../src/store/write/apply-import';
import { exportBackup } from '../../src/store/write/export-backup';
import { ImporterInWorker } from '../../src/store/write/importer-in-worker';
import { previewImport } from '../../src/store/write/merge-import';
import { serveImporter } from '../../src/store/write/serve-importer';
import { sampleHistory } from './sample-snapshot';
import { rowsArbitrary } from './stored-row-arbitraries';
import { value } from './value';

const { browser, state } = await vi.hoisted(async () => (await import('./in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({ browser }));

/** What becomes of a worker that is started: it serves, says nothing, or cannot be loaded. */
let start: 'serves' | 'is silent' | 'fails' = 'serves';
let running = 0;

class PortWorker {
  readonly #here: MessagePort;
  readonly #there: MessagePort;
  #over = false;
  onerror: (() => void) | null = null;

  constructor(script: string, { type }: { readonly type: string }) {
    expect([script, type]).toEqual(['/importer/importer.js', 'module']);
    const { port1, port2 } = new MessageChannel();
    [this.#here, this.#there] = [port1, port2];
    running += 1;
    if (start === 'serves') serveImporter(port2);
    if (start === 'fails') queueMicrotask(() => this.onerror?.());
  }
  set onmessage(listener: (event: MessageEvent) => void) {
    this.#here.onmessage = listener;
  }
  postMessage(message: unknown): void {
    this.#here.postMessage(message);
  }
  terminate(): void {
    expect(this.#over, 'ended once').toBe(false);
    this.#over = true;
    running -= 1;
    this.#here.close();
    this.#there.close();
  }
}

const options: ImportOptions = { member: 'unknown', timeZone: 'Europe/Berlin', today: '2026-10-16' };
const now = Date.parse('2026-10-16T09:14:00Z');
const lastDay = dayNumber('2026-10-15');
let importer: ImporterInWorker;

const fresh = async (): Promise<Database> => {
  await closeDatabase();
  globalThis.indexedDB = new IDBFactory();
  state.local.clear();
  return value(await openDatabase());
};

async function put(database: Database, rows: Rows): Promise<void> {
  const transaction = database.connection.transaction(rowKinds, 'readwrite');
  for (const kind of rowKinds) for (const row of rows[kind]) await transaction.objectStore(kind).put(row);
  await transaction.done;
}

const contentOf = async (database: Database) => Promise.all(rowKinds.map((kind) => database.connection.getAll(kind)));

beforeEach(() => {
  start = 'serves';
  vi.stubGlobal('Worker', PortWorker);
  importer = new ImporterInWorker();
});

afterEach(async () => {
  importer.end();
  expect(running).toBe(0);
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await closeDatabase();
});

describe('an import in a worker', () => {
  test('reads, tells and writes what one in the page would', async () => {
    await fc.assert(
      fc.asyncProperty(rowsArbitrary, rowsArbitrary, async (incoming, here) => {
        let database = await fresh();
        await put(database, incoming);
        const file = value(await exportBackup(database));

        database = await fresh();
        await put(database, here);
        const reading = await readFile(file, options, () => undefined);
        const error = await importer.read(file, options);
        if (!reading.ok) {
          expect(error).toEqual(reading);
          return;
        }
        if (reading.value.state !== 'read') throw new Error('A backup asks nothing.');
        expect(error).toEqual({ ok: true, value: undefined });
        const direct = reading.value.file;
        const preview = value(await previewImport(database, direct));
        expect(value(await importer.look())).toMatchObject({ file: summaryOf(direct), preview });
        const { change: _, ...written } = value(await importer.write(now));
        const content = await contentOf(database);
        importer.end();

        database = await fresh();
        await put(database, here);
        const { change: __, ...applied } = value(await applyImport(database, direct, now));
        expect(written).toEqual(applied);
        expect(content).toEqual(await contentOf(database));
      }),
      { numRuns: 25 },
    );
  });

  test('hands over a long file whole, a few rows at a time, and keeps nothing of it', async () => {
    const database = await fresh();
    await put(database, { ...noRows(), snapshots: sampleHistory('unknown', 1234, lastDay) });
    const file = value(await exportBackup(database));
    const reading = value(await readFile(file, options, () => undefined));
    value(await importer.read(file, options));
    expect({ state: 'read', file: value(await importer.take()) }).toEqual(reading);
    expect(await importer.take()).toEqual({ ok: false, error: 'import-empty' });
  });

  test('asks what only the member knows, and sees several files as one', async () => {
    await fresh();
    const heading = 'date,total,brand,people,insights,relationships\n';
    const unclear = new Blob([`${heading}03/04/2024,50,12,13,12,13\n`]);
    expect(value(await importer.read(unclear, options))).toMatchObject({ kind: 'date-order', example: '03/04/2024' });
    const answers = { 'date-order': 'day-first' };
    expect(value(await importer.read(unclear, { ...options, answers }))).toBeUndefined();
    expect(await importer.read(new Blob(['nothing of a score']), options)).toMatchObject({ ok: false });
    expect(value(await importer.read(new Blob([`${heading}2024-05-01,52,13,13,13,13\n`]), options))).toBeUndefined();
    const seen = value(await importer.look());
    expect(seen.file.span).toEqual({ days: 2, first: '2024-04-03', last: '2024-05-01', lowest: 50, highest: 52 });
    expect(seen.preview.days).toEqual({ new: 2, same: 0, newer: 0, older: 0 });
    expect(value(await importer.write(now)).days.new).toBe(2);
  });

  test('is sent what an import asks for and nothing else that the page has', async () => {
    await fresh();
    const table = 'date,total,brand,people,insights,relationships\n2026-10-09,40,10,10,10,10\n';
    const surroundings = { ...options, language: 'en', say: () => 'a function, which cannot be sent' };
    expect(await importer.read(new File([table], 'one.csv'), surroundings)).toEqual({ ok: true, value: undefined });
    expect(value(await importer.take()).rows.snapshots).toHaveLength(1);
  });

  test('brings settings along where none were chosen, which a worker cannot store', async () => {
    await fresh();
    const settings = { theme: 'dark' };
    const [first] = sampleHistory('unknown', 1, lastDay);
    const backup = { format: 'ssi-scorecard', version: 1, settings, snapshots: [first] };
    value(await importer.read(new Blob([JSON.stringify(backup)]), options));
    expect(value(await importer.write(now)).settings).toBe('taken');
    expect(value(await readSettings()).theme).toBe('dark');
  });

  test('tells how far it is', async () => {
    await fresh();
    const lines = Array.from({ length: 20_000 }, (_, index) => `2020-01-01T00:00:00Z,${index % 100}`);
    const told: number[] = [];
    await importer.read(new Blob([`date,total\n${lines.join('\n')}`]), options, (part) => told.push(part));
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((part) => part < 0 || part > 1)).toEqual([]);
  });
});

describe('a worker', () => {
  const file = new Blob(['date,total\n2024-03-30,50\n']);

  test('that does not start is an error with a sentence, and the next file tries again', async () => {
    await fresh();
    start = 'fails';
    expect(await importer.read(file, options)).toEqual({ ok: false, error: 'worker-unreachable' });
    expect([running, importer.isRunning]).toEqual([0, false]);
    start = 'serves';
    expect((await importer.read(file, options)).ok).toBe(true);
  });

  test('of which nothing is heard for 20 seconds while it reads is ended, and the file is told to be damaged', async () => {
    vi.useFakeTimers();
    start = 'is silent';
    const reading = importer.read(file, options);
    await vi.advanceTimersByTimeAsync(19_000);
    expect(running).toBe(1);
    await vi.advanceTimersByTimeAsync(1_001);
    expect(await reading).toEqual({ ok: false, error: 'import-damaged' });
    expect(running).toBe(0);
  });

  test('that was ended over one file is not ended again by what it was asked before', async () => {
    vi.useFakeTimers();
    start = 'is silent';
    void importer.read(file, options);
    await vi.advanceTimersByTimeAsync(15_000);
    importer.end();
    void importer.read(file, options);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(running).toBe(1);
  });

  test('gives a mistake of ours to who waits, as if it had been made there', async () => {
    await fresh();
    const broken = vi.spyOn(Blob.prototype, 'slice').mockImplementation(() => {
      throw new TypeError('broken');
    });
    await expect(importer.read(file, options)).rejects.toThrow('broken');
    broken.mockRestore();
  });
});
