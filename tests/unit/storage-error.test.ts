import { describe, expect, test } from 'vitest';
import { fail } from '../../src/core/result';
import { withStorage } from '../../src/store/storage-error';

const throwing = (name: string) => () => Promise.reject(new DOMException('…', name));

describe('an exception of the database', () => {
  test.each([
    ['QuotaExceededError', 'storage-full'],
    ['VersionError', 'storage-newer'],
    ['UnknownError', 'storage-corrupt'],
    ['NotReadableError', 'storage-corrupt'],
    ['AbortError', 'storage-unavailable'],
    ['InvalidStateError', 'storage-unavailable'],
    ['SecurityError', 'storage-unavailable'],
    ['NotAllowedError', 'storage-unavailable'],
  ] as const)('%s is the environment’s: %s', async (name, code) => {
    expect(await withStorage(throwing(name))).toEqual(fail(code));
  });

  test.each([
    'ConstraintError',
    'DataCloneError',
    'DataError',
    'InvalidAccessError',
    'NotFoundError',
    'ReadOnlyError',
    'SyntaxError',
    'TransactionInactiveError',
  ])('%s is a mistake of ours and is not told as the store’s', async (name) => {
    await expect(withStorage(throwing(name))).rejects.toThrow('…');
  });

  test('what is thrown by anything else is none of the store’s', async () => {
    await expect(withStorage(() => Promise.reject(new TypeError('no function')))).rejects.toThrow('no function');
  });
});
