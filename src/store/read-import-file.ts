import { readFile } from '../files/read-file';
import type { ImportOptions, ImportReading } from '../files/imported-file';
import type { Result } from '../core/result';
import type { OnProgress } from './merge-rows';
import { pausesFor } from './pause';

/** Step 1: what is in a chosen file. Nothing is written. Errors: see `readFile`. */
export async function readImportFile(
  file: Blob,
  options: ImportOptions,
  onProgress: OnProgress = () => undefined,
): Promise<Result<ImportReading>> {
  return readFile(file, options, pausesFor(onProgress));
}
