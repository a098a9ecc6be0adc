import { succeed, type Result } from '../../core/result';
import { alone } from '../change-stored';
import { localKeys, readLocal } from '../local-storage';

/** What is known of the automatic copy without unpacking it. */
export interface CopyAbout {
  /** Instant it was made, epoch milliseconds. */
  readonly madeAt: number;
  /** How many snapshots are in it. */
  readonly days: number;
  /** It holds days that the history had no longer when it was to be renewed. */
  readonly lost?: true;
}

/** Runs `work` while nobody makes the copy, or compares it: whatever removes or moves days on purpose renews it before others look. */
export function copyAlone<Value>(work: () => Promise<Value>): Promise<Value> {
  return alone(localKeys.copy, work);
}

/** When the automatic copy was made and how much is in it; `undefined` when there is none. */
export async function readCopyAbout(): Promise<Result<CopyAbout | undefined>> {
  const stored = await readLocal(localKeys.copyAbout);
  if (!stored.ok) return stored;
  const about = stored.value as Partial<CopyAbout> | undefined;
  return succeed(
    typeof about?.madeAt === 'number' && typeof about.days === 'number'
      ? { madeAt: about.madeAt, days: about.days, ...(about.lost === true && { lost: true }) }
      : undefined,
  );
}
