import { backupFormat } from './backup';
import { isActivityTracker, readActivityTracker } from './import-activity-tracker';
import { readBackup } from './import-backup';
import { readTable } from './import-table';
import type { ImportedFile, ImportOptions, ImportReading } from './imported-file';
import { readJson, type Pause } from './read-json';
import { fail, succeed, type Result } from '../core/result';

/**
 * Reads the text of any file that may hold a history: our backup, our CSV, and what people already have (`docs/data.md` lists it). Nothing
 * is written. Works in slices: `pause` is asked between them and told the part done, 0 to 1.
 *
 * Errors: `import-not-recognised`, `import-newer`, `import-empty`, `import-too-large`.
 */
export async function readImport(text: string, options: ImportOptions, pause: Pause): Promise<Result<ImportReading>> {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  // Excel's first line tells the delimiter, which the table tells itself.
  const table = plain.replace(/^sep=.\r?\n/i, '');
  // A saved page may well hold the words of a heading.
  if (/^\s{0,1000}</.test(plain)) return fail('import-not-recognised');
  if (!/^\s{0,1000}[[{]/.test(plain)) return readTable(table, options, pause);

  const json = await readJson(plain, (part) => pause(part * 0.5));
  if (!json.ok) return fail('import-not-recognised');
  const file = await readJsonFile(json.value, options, (part) => pause(0.5 + part * 0.5));
  return file.ok ? succeed({ state: 'read', file: file.value }) : file;
}

async function readJsonFile(value: unknown, options: ImportOptions, pause: Pause): Promise<Result<ImportedFile>> {
  if (typeof value !== 'object' || value === null) return fail('import-not-recognised');
  if ('format' in value && value.format === backupFormat) return readBackup(value, pause);
  if (isActivityTracker(value)) return readActivityTracker(value, options, pause);
  return fail('import-not-recognised');
}
