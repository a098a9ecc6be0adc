import { succeed, type Result } from '../core/result';
import { attempt } from '../platform/attempt';
import { noteWorkerTrouble } from '../store/write/worker-trouble';

/** Runs what is asked of the worker. A mistake of ours is answered as `unexpected` and remembered for the pages to tell. */
export async function answering<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
  const outcome = await attempt(work);
  if (!outcome.ok && outcome.details !== undefined) await noteWorkerTrouble(outcome.details);
  return outcome;
}

/** Runs what nobody waits for, to its end. A mistake of ours is remembered for the pages to tell. */
export function follow(work: () => Promise<unknown>): void {
  void answering(async () => {
    await work();
    return succeed(null);
  });
}
