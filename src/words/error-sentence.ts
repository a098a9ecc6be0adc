import type { ErrorCode } from '../core/result';
import type { Say } from './say';

/** What went wrong and what to do, in one or two sentences. */
export function errorSentence(error: ErrorCode, say: Say): string {
  return say(`error_${error.replaceAll('-', '_')}`);
}
