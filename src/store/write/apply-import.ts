import type { ImportedFile } from '../../files/imported-file';
import { succeed, type Result } from '../../core/result';
import type { Database } from '../database';
import { mirrorSalt } from './member-id';
import { mergeImport, type MergedImport } from './merge-import';
import type { OnProgress } from './merge-rows';
import { adoptSettings } from './settings';
import type { UndoPart } from '../schema';

/** What an import did. */
export interface ImportDone extends MergedImport {
  /** What became of the file's settings: taken, not needed, or refused by the browser's storage. They are no part of the undoing. */
  readonly settings: 'taken' | 'left' | 'refused';
}

/** `mergeImport`, and what the browser's own storage keeps of a file: its settings where none were chosen. */
export async function applyImport(
  database: Database,
  file: ImportedFile,
  now: number,
  onProgress?: OnProgress,
  kind?: UndoPart['kind'],
): Promise<Result<ImportDone>> {
  const merged = await mergeImport(database, file, now, onProgress, kind);
  return merged.ok ? succeed(await finishImport(database, merged.value, file.head.settings)) : merged;
}

/** What is left to do where the browser's own storage is at hand. `settings`: as the file has them; undefined when it has none. */
export async function finishImport(database: Database, merged: MergedImport, settings: unknown): Promise<ImportDone> {
  const adopted = settings === undefined ? succeed(false) : await adoptSettings(settings);
  // Refused, it is mirrored at the next reading.
  await mirrorSalt(database);
  return { ...merged, settings: !adopted.ok ? 'refused' : adopted.value ? 'taken' : 'left' };
}
