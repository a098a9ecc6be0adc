import { errorDetails } from '../core/error-details';
import { fail, type Failure, type Result } from '../core/result';
import { browser } from './browser';

/**
 * Runs `work` where nobody is left to catch: at an edge of the worker or of a page. An exception is a mistake of ours; it becomes `unexpected`
 * with details to copy, and the browser's console has all of it.
 */
export async function attempt<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await work();
  } catch (error) {
    return unexpected(error);
  }
}

/** The same for an exception that was caught elsewhere. */
export function unexpected(error: unknown): Failure {
  // oxlint-disable-next-line no-console -- for whoever investigates; the member gets a sentence.
  console.error(error);
  const { name, version } = browser.runtime.getManifest();
  return fail('unexpected', `${name} ${version}\n${errorDetails(error)}`);
}
