import { hexadecimal } from '../../core/hexadecimal';
import { unknownMember } from '../../core/score/reading';
import { fail, succeed, type Result } from '../../core/result';
import { isSalt } from '../../core/rows/row-kinds';
import { openDatabase, writeTogether, type Database } from '../database';
import { localKeys, readLocal, writeLocal } from '../local-storage';
import { withStorage } from '../storage-error';

/**
 * The id of the member with this LinkedIn number: SHA-256 of salt and number, 64 hexadecimal digits, so that what is stored names
 * nobody; `unknown` when the page told no number. Errors: those of the store, when no salt can be read or kept.
 */
export async function memberIdOf(memberNumber: string | undefined): Promise<Result<string>> {
  if (memberNumber === undefined) return succeed(unknownMember);
  const salt = await readSalt();
  if (!salt.ok) return salt;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt.value}:${memberNumber}`));
  return succeed(hexadecimal(new Uint8Array(digest)));
}

/**
 * The salt of this history, made at its first use. The database's is the one that counts, since a transaction keeps two tabs from making
 * two; its mirror in `storage.local` serves while the database cannot be opened, and again after it was lost.
 */
async function readSalt(): Promise<Result<string>> {
  const database = await openDatabase();
  const [mirrored, stored] = await Promise.all([
    readLocal(localKeys.salt),
    // Reading is enough but for the first time, and a database that is not to be written can still be asked.
    database.ok ? withStorage(() => database.value.connection.get('facts', 'salt')) : database,
  ]);
  const mirror = mirrored.ok && isSalt(mirrored.value) ? mirrored.value : undefined;
  const fresh = mirror ?? hexadecimal(crypto.getRandomValues(new Uint8Array(16)));
  const isMissing = database.ok && stored.ok && stored.value === undefined;
  const kept = isMissing ? await makeSalt(database.value, fresh) : stored;
  const salt = kept.ok ? (kept.value?.value ?? fresh) : fresh;
  if (salt === mirror) return succeed(salt);
  const written = await writeLocal(localKeys.salt, salt);
  // A salt that is kept nowhere would make another member of everybody at the next reading.
  return kept.ok || written.ok ? succeed(salt) : fail(kept.error);
}

/** Mirrors the database's salt in `storage.local`, after an import may have brought another. */
export async function mirrorSalt(database: Database): Promise<Result<void>> {
  const salt = await withStorage(() => database.connection.get('facts', 'salt'));
  if (!salt.ok) return salt;
  return salt.value === undefined ? succeed(undefined) : writeLocal(localKeys.salt, salt.value.value);
}

async function makeSalt(database: Database, otherwise: string): Promise<Result<{ readonly value: string }>> {
  return writeTogether(database, ['facts'], async (transaction) => {
    const facts = transaction.objectStore('facts');
    const made = (await facts.get('salt'))?.value ?? otherwise;
    await facts.put({ key: 'salt', value: made });
    return { value: made };
  });
}
