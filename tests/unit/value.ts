import type { Result } from '../../src/core/result';

/** What a result holds; the test fails when it holds an error. */
export function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`failed with ${result.error}`);
  return result.value;
}
