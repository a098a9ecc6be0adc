import * as z from 'zod/mini';
import { succeed, type Result } from '../../core/result';
import { knownSet, type KnownSet } from '../../core/score/seen-set';
import { localKeys, readLocal } from '../local-storage';

const stored = z.array(knownSet);

/** The sets of numbers on the page that the member has said to be theirs. An empty list without any, or when what is stored is none. */
export async function readKnownSets(): Promise<Result<readonly KnownSet[]>> {
  const read = await readLocal(localKeys.knownSets);
  return read.ok ? succeed(stored.safeParse(read.value).data ?? []) : read;
}
