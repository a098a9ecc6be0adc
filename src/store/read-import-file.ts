import { readImport } from '../files/import-file';
import type { ImportOptions, ImportReading } from '../files/imported-file';
import type { Result } from '../core/result';
import { decodeFile } from './decode-file';
import type { OnProgress } from './merge-rows';
import { pausesFor } from './pause';

/** Step 1: what is in a chosen file. Nothing is written. Errors: see `decodeFile` and `readImport`. */
export async function readImportFile(
  file: Blob,
  options: ImportOptions,
  onProgress: OnProgress = () => undefined,
): Promise<Result<ImportReading>> {
  const pause = pausesFor(onProgress);
  const text = await decodeFile(file, (part) => pause(part * 0.1));
  return text.ok ? readImport(text.value, options, (part) => pause(0.1 + part * 0.9)) : text;
}
