import type { SyncState, SyncTrouble } from '../core/sync-state';
import { chunkKeysOf, headKey, installationOf, type AreaItems } from './area';
import { readChunk, unseal } from './chunk';
import type { Cipher } from './cipher';
import { headOf, privateOf, type Private, type ReadHead } from './head';
import type { History } from './history';

/** The cipher of a kept key. */
export type CipherOf = (key: string) => Promise<Cipher>;

/** An installation as it was found in the sync. */
export interface Found {
  readonly installation: string;
  readonly head: ReadHead | undefined;
  readonly privately: Private | undefined;
  readonly keys: readonly string[];
  readonly chunks: readonly { readonly key: string; readonly history: History | undefined }[];
  /** What of it could not be read. */
  readonly troubles: ReadonlySet<Extract<SyncTrouble, 'damaged' | 'newer' | 'locked'>>;
}

/** Everything that lies in the sync, by installation. */
export async function findAll(cipherOf: CipherOf, state: SyncState, items: AreaItems): Promise<Found[]> {
  const names = [
    ...new Set(
      Object.keys(items)
        .map(installationOf)
        .filter((name) => name !== undefined),
    ),
  ].sort();
  return Promise.all(names.map((installation) => find(cipherOf, state, items, installation)));
}

async function find(cipherOf: CipherOf, state: SyncState, items: AreaItems, installation: string): Promise<Found> {
  const place = headKey(installation);
  const head = headOf(items[place]);
  const troubles = new Set<'damaged' | 'newer' | 'locked'>();
  if (items[place] !== undefined && head === undefined) troubles.add('damaged');
  const cipher = head?.state === 'read' ? await cipherFor(cipherOf, state, head.head.salt) : undefined;
  let privately: Private | undefined;
  if (head?.state === 'newer') troubles.add('newer');
  if (head?.state === 'read') {
    const opened = await unseal(place, head.head.private, cipher);
    if (opened.state === 'read') privately = privateOf(opened.content);
    else troubles.add(opened.state);
  }
  const keys = chunkKeysOf(items, installation);
  const chunks: { key: string; history: History | undefined }[] = [];
  for (const key of keys) {
    const read = await readChunk(key, items[key], cipher);
    if (read.state !== 'read') troubles.add(read.state);
    else if (read.refused > 0) troubles.add('damaged');
    chunks.push({ key, history: read.state === 'read' ? read.history : undefined });
  }
  return {
    installation,
    head,
    privately,
    keys: [...(items[place] === undefined ? [] : [place]), ...keys],
    chunks,
    troubles,
  };
}

/** What opens and closes chunks with that salt; undefined without one, or where no key is known. */
export async function cipherFor(
  cipherOf: CipherOf,
  { keys }: SyncState,
  salt: string | undefined,
): Promise<Cipher | undefined> {
  const key = salt === undefined ? undefined : keys[salt];
  return key === undefined ? undefined : cipherOf(key);
}

/** All that can be read of an installation. */
export function historiesOf({ chunks }: Found): History[] {
  return chunks.map(({ history }) => history).filter((history) => history !== undefined);
}
