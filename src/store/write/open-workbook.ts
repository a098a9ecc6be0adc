import type { Grid } from '../../files/grid';
import { fail, type Result } from '../../core/result';

/** `workbook-worker.ts`, an entry of the pages' build, so that what it holds of others comes with its licence. */
const workerFile = '/workbook-worker/workbook-worker.js';

/** A workbook of the size that is opened takes a second or two. One that takes longer, in milliseconds, is made to. */
const longestOpening = 20_000;

/**
 * Opens an .xlsx or .ods workbook in a worker of its own, so that the page goes on, and no workbook can hold it up: after `longestOpening` the worker is ended and the
 * workbook is told to be damaged. Errors: those of `gridsOfWorkbook`.
 */
export async function openWorkbook(file: Blob): Promise<Result<Grid[]>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const worker = new Worker(workerFile, { type: 'module' });
  const { port1, port2 } = new MessageChannel();
  try {
    return await new Promise((resolve) => {
      const damaged = () => {
        resolve(fail('import-damaged'));
      };
      port1.onmessage = ({ data }: MessageEvent<Result<Grid[]>>) => {
        resolve(data);
      };
      worker.onerror = damaged;
      setTimeout(damaged, longestOpening);
      worker.postMessage(bytes, [bytes.buffer, port2]);
    });
  } finally {
    port1.close();
    worker.terminate();
  }
}
