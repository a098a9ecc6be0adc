import { succeed, type Result } from '../core/result';
import type { ReportTrouble } from '../platform/messages';
import { writePageState } from '../store/write/page-state';

/** Remembers why the page gave no reading at `now` (epoch milliseconds). Errors: those of the store. */
export async function reportTrouble(request: ReportTrouble, now: number): Promise<Result<null>> {
  const written = await writePageState(request.trouble, now);
  return written.ok ? succeed(null) : written;
}
