import type { ImportedFile, ImportOptions, Question } from '../../files/imported-file';
import { summaryOf, type FileSummary } from '../../files/file-summary';
import { joinFiles } from '../../files/join-files';
import { readFile } from '../../files/read-file';
import { rowKinds, type RowKind, type StoredRows } from '../../core/rows/row-kinds';
import { fail, succeed, type Result } from '../../core/result';
import { withDatabase } from '../database';
import { doubtOf, type Doubt } from './doubt-of';
import { mergeImport, previewImport, type ImportPreview, type MergedImport } from './merge-import';
import type { OnProgress } from './merge-rows';

/** What was read, and what importing it would change. */
export interface SeenImport {
  readonly file: FileSummary;
  readonly preview: ImportPreview;
  /** Why it may be somebody else's; absent where nothing speaks for it. */
  readonly doubt?: Doubt;
}

/** Rows of one kind, a few of many. */
export interface RowSlice {
  readonly kind: RowKind;
  readonly rows: readonly StoredRows[RowKind][];
}

/** So many rows are handed over at once: a few milliseconds of work for who takes them. */
const slice = 500;

/**
 * Takes files in, one step after the other: reads them, says what is in them, writes them. It holds their rows, and it stops for nobody: pages have
 * it in a worker, as `ImporterInWorker`.
 */
export class Importer {
  readonly #files: ImportedFile[] = [];

  /** Reads a file and keeps what is in it; answers with the one question that it leaves open, undefined when there is none. Errors: see `readFile`. */
  async read(file: Blob, options: ImportOptions, onProgress: OnProgress): Promise<Result<Question | undefined>> {
    const reading = await readFile(file, options, (part) => {
      onProgress(part);
      return undefined;
    });
    if (!reading.ok) return reading;
    if (reading.value.state === 'ask') return succeed(reading.value.question);
    this.#files.push(reading.value.file);
    return succeed(undefined);
  }

  /** What was read, as one file, and what importing it would change. Nothing is written. Errors: those of the store. */
  async look(): Promise<Result<SeenImport>> {
    const file = joinFiles(this.#files);
    if (!file) return fail('import-empty');
    this.#files.splice(0, Infinity, file);
    return withDatabase(async (database) => {
      const preview = await previewImport(database, file);
      if (!preview.ok) return preview;
      const doubt = await doubtOf(database, file, preview.value);
      return succeed({
        file: summaryOf(file),
        preview: preview.value,
        // Not to be able to tell is no doubt: the preview shows the numbers.
        ...(doubt.ok && doubt.value && { doubt: doubt.value }),
      });
    });
  }

  /** Writes what was looked at, at `now` (epoch milliseconds): `mergeImport`; also answers with the settings of the file, for `finishImport`. */
  async write(
    now: number,
    onProgress: OnProgress,
  ): Promise<Result<{ readonly merged: MergedImport; readonly settings: unknown }>> {
    const [file] = this.#files;
    if (!file) return fail('import-empty');
    const merged = await withDatabase((database) => mergeImport(database, file, now, onProgress));
    return merged.ok ? succeed({ merged: merged.value, settings: file.head.settings }) : merged;
  }

  /** Hands over the file that was read last, first its rows, and keeps nothing of it. */
  take(onRows: (rows: RowSlice) => void): Promise<Result<Omit<ImportedFile, 'rows'>>> {
    const file = this.#files.pop();
    if (!file) return Promise.resolve(fail('import-empty'));
    for (const kind of rowKinds) {
      const rows: readonly StoredRows[RowKind][] = file.rows[kind];
      for (let start = 0; start < rows.length; start += slice) onRows({ kind, rows: rows.slice(start, start + slice) });
    }
    const { rows: _, ...rest } = file;
    return Promise.resolve(succeed(rest));
  }
}
