import { backupFormat } from './backup';
import { decodeText } from './decode-text';
import { fileKind, kindBytes, textKind } from './file-kind';
import { isActivityTracker, readActivityTracker } from './import-activity-tracker';
import { readBackup } from './import-backup';
import type { ImportedFile, ImportOptions, ImportReading } from './imported-file';
import { gridsOfJson } from './json-grids';
import { readGrids } from './read-grids';
import { readJson, type Pause } from './read-json';
import { readText } from './read-text';
import { fail, succeed, type Result } from '../core/result';

/**
 * Reads any file that may hold a history: our backup, our CSV, a workbook, and what people already have (`docs/data.md` lists it). Nothing is written. Works in slices:
 * `pause` is asked between them and told the part done, 0 to 1; but a workbook is opened in one go, which may take seconds.
 *
 * Errors: those that begin with `import-`, each for a kind of file.
 */
export async function readFile(file: Blob, options: ImportOptions, pause: Pause): Promise<Result<ImportReading>> {
  const start = new Uint8Array(await file.slice(0, kindBytes).arrayBuffer());
  const kind = fileKind(start);
  if (kind === 'workbook') {
    const { gridsOfWorkbook } = await import('./workbook-grids');
    const grids = await gridsOfWorkbook(new Uint8Array(await file.arrayBuffer()));
    return grids.ok ? readGrids(grids.value, options, (part) => pause(0.5 + part * 0.5)) : grids;
  }
  if (kind !== 'text') return fail(kind);
  const text = await decodeText(file, (part) => pause(part * 0.1));
  return text.ok ? readImport(text.value, options, (part) => pause(0.1 + part * 0.9)) : text;
}

/** Reads the text of a file. Errors: see `readFile`. */
export async function readImport(text: string, options: ImportOptions, pause: Pause): Promise<Result<ImportReading>> {
  const plain = text.replace(/^\uFEFF+/, '').replace(/\0+$/, '');
  const other = textKind(plain);
  if (other !== undefined) return fail(other);
  if (/^\s{0,1000}[[{]/.test(plain)) {
    const json = await readJson(plain, (part) => pause(part * 0.5));
    if (json.ok) return readJsonFile(json.value, options, (part) => pause(0.5 + part * 0.5));
    // Objects on a line each are no JSON as a whole.
    if (json.fault !== 'not-json' || !/^\s*\{[^\r\n]*\}\s*[\r\n]/.test(plain.slice(0, 100_000)))
      return fail('import-not-recognised');
  }
  // Excel's first line tells the delimiter, which the table tells itself.
  return readText(plain.replace(/^sep=.\r?\n/i, ''), options, pause);
}

async function readJsonFile(value: unknown, options: ImportOptions, pause: Pause): Promise<Result<ImportReading>> {
  if (typeof value !== 'object' || value === null) return fail('import-not-recognised');
  const read = (file: Result<ImportedFile>): Result<ImportReading> =>
    file.ok ? succeed({ state: 'read', file: file.value }) : file;
  if ('format' in value && value.format === backupFormat) return read(await readBackup(value, pause));
  if (isActivityTracker(value)) return read(await readActivityTracker(value, options, pause));
  return readGrids(gridsOfJson(value), options, pause);
}
