import type { OpenWorkbook } from '../../files/read-file';
import type { ImportOptions, ImportReading } from '../../files/imported-file';
import type { Result } from '../../core/result';
import type { OnProgress } from './merge-rows';
import { openWorkbook } from './open-workbook';
import { pausesFor } from './pause';

/** Step 1: what is in a chosen file. Nothing is written. What reads files is loaded only now. Errors: see `readFile`. */
export async function readImportFile(
  file: Blob,
  options: ImportOptions,
  onProgress: OnProgress = () => undefined,
  open: OpenWorkbook = openWorkbook,
): Promise<Result<ImportReading>> {
  const { readFile } = await import('../../files/read-file');
  return readFile(file, options, pausesFor(onProgress), open);
}
