import { noRows, type RowKind, type StoredRows } from '../../core/rows/row-kinds';
import { fail, succeed, type Result } from '../../core/result';
import type { ImportedFile, ImportOptions, Question } from '../../files/imported-file';
import { withDatabase } from '../database';
import { changingShown } from '../kept-frame';
import { finishImport, type ImportDone } from './apply-import';
import type { Importer, RowSlice, SeenImport } from './importer';
import type { OnProgress } from './merge-rows';
import type { ImporterCall, ImporterReply } from './serve-importer';

/** `import-worker.ts`, a bundle of its own. */
const script = '/importer/importer.js';

/** A file of which nothing is heard for so long while it is read, in milliseconds, is made to hold a reader up. A workbook of the size that is opened takes a second or two. */
const longestSilence = 20_000;

const nothing = (): void => undefined;

/**
 * An `Importer` in a worker of its own, for pages: they go on meanwhile, whatever the file. One step at a time. Besides the importer's own errors:
 * `worker-unreachable` where the worker does not start, `import-damaged` where it is ended over a file. `end` it when nothing more is wanted;
 * asked again it begins anew.
 */
export class ImporterInWorker {
  #worker: Worker | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;

  /** Whether it holds what it has read. */
  get isRunning(): boolean {
    return this.#worker !== undefined;
  }

  /** See `Importer`. */
  async read(
    file: Blob,
    options: ImportOptions,
    onProgress: OnProgress = nothing,
  ): Promise<Result<Question | undefined>> {
    // These alone: whatever else the caller's object has, a function that says words, cannot be sent to a worker.
    const { member, timeZone, today, answers } = options;
    const sent: Record<keyof ImportOptions, unknown> = { member, timeZone, today, answers };
    return this.#ask('read', [file, sent], onProgress, longestSilence);
  }

  /** See `Importer`. */
  async look(): Promise<Result<SeenImport>> {
    return this.#ask('look', [], nothing);
  }

  /** See `Importer`; all that an import does, as `applyImport`. */
  async write(now: number, onProgress: OnProgress = nothing): Promise<Result<ImportDone>> {
    const done = await changingShown(() =>
      this.#ask<Awaited<ReturnType<Importer['write']>>>('write', [now], onProgress),
    );
    if (!done.ok) return done;
    const { merged, settings } = done.value;
    return withDatabase(async (database) => succeed(await finishImport(database, merged, settings)));
  }

  /** See `Importer`: the file that was read last. */
  async take(): Promise<Result<ImportedFile>> {
    const rows = noRows();
    const rest = await this.#ask<Awaited<ReturnType<Importer['take']>>>('take', [], (told) => {
      const { kind, rows: more } = told as RowSlice;
      (rows[kind] as StoredRows[RowKind][]).push(...more);
    });
    return rest.ok ? succeed({ ...rest.value, rows }) : rest;
  }

  /** Ends it. What it was asked last is never answered; what it was writing is not written. */
  end(): void {
    clearTimeout(this.#silence);
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #ask<Answer extends Result<unknown>>(
    name: ImporterCall['name'],
    given: ImporterCall['given'],
    onTold: (told: never) => void,
    silence?: number,
  ): Promise<Answer> {
    const worker = (this.#worker ??= new Worker(script, { type: 'module' }));
    return new Promise((resolve, reject) => {
      const giveUp = (error: 'worker-unreachable' | 'import-damaged'): void => {
        this.end();
        resolve(fail(error) as Answer);
      };
      const wait = (): void => {
        clearTimeout(this.#silence);
        if (silence !== undefined) this.#silence = setTimeout(() => giveUp('import-damaged'), silence);
      };
      worker.onmessage = ({ data }: MessageEvent<ImporterReply>) => {
        wait();
        if ('told' in data) {
          onTold(data.told as never);
          return;
        }
        clearTimeout(this.#silence);
        if ('answer' in data) resolve(data.answer as Answer);
        else reject(data.mistake);
      };
      worker.onerror = () => giveUp('worker-unreachable');
      worker.postMessage({ name, given } satisfies ImporterCall);
      wait();
    });
  }
}
