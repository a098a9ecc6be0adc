import { sameData } from '../core/rows/same-data';
import { bytesOf, chunkKey, mostBytesOfItem } from './area';
import { livesIn, type Item } from './chunk';
import type { Lives } from './history';

/** An item with what names it among all, and whether it must not stay where it is no longer wanted. */
export interface PlacedItem {
  /** Kind and key. */
  readonly name: string;
  readonly item: Item;
}

/** What an installation has written, by the number of the chunk; undefined items where it cannot be read. */
export type OwnChunks = ReadonlyMap<number, OwnChunk>;
interface OwnChunk {
  readonly value: unknown;
  readonly items: readonly PlacedItem[] | undefined;
  /** Of which life of their profiles the items are. */
  readonly lives: Lives;
}

/** What is to be written, and what all chunks take afterwards. */
export interface Layout {
  readonly set: Readonly<Record<string, string>>;
  readonly remove: readonly string[];
  /** Bytes of all the installation's chunks afterwards. */
  readonly bytes: number;
  /** Items that no chunk can hold, so long are they. */
  readonly tooLong: number;
}

/** How a chunk is written; asked often, so it should be quick. */
export type WriteChunk = (key: string, items: readonly Item[]) => Promise<string>;

/** What is said of one item of a chunk that stands. */
export type Verdict = 'stays' | 'changed' | 'stale' | 'must-go';

/** So much of a chunk may be no longer wanted before it is written again for that alone. */
const mostStale = 1 / 3;

/**
 * Puts `wanted` into chunks. Items stay in the chunk where they are, so that a new reading changes the last chunk alone; what is no longer
 * wanted may stay until its chunk is written again, but for what was deleted.
 */
export async function layOut(
  installation: string,
  own: OwnChunks,
  wanted: ReadonlyMap<string, Item>,
  verdictOn: (name: string, item: Item) => Verdict,
  lives: Lives,
  write: WriteChunk,
): Promise<Layout> {
  const left = new Map(wanted);
  const chunks = new Map<number, Item[]>();
  const changed = new Set<number>();
  const stale = new Map<number, number>();
  for (const [number, { items, lives: told }] of own) {
    const kept: Item[] = [];
    if (items === undefined) changed.add(number);
    for (const { name, item } of items ?? []) {
      const next = left.get(name);
      const verdict = next === undefined ? staleVerdict(verdictOn(name, item)) : verdictOn(name, item);
      if (next !== undefined) kept.push(next);
      left.delete(name);
      if (verdict === 'changed' || verdict === 'must-go') changed.add(number);
      if (next === undefined) stale.set(number, (stale.get(number) ?? 0) + 1);
    }
    if ((stale.get(number) ?? 0) > (items?.length ?? 0) * mostStale) changed.add(number);
    // They have gone and come back since, and are not to be taken for what was before.
    if (!sameData(Object.fromEntries(livesIn(kept, lives)), Object.fromEntries(livesIn(kept, told))))
      changed.add(number);
    chunks.set(number, kept);
  }
  if (left.size > 0) {
    const last = Math.max(-1, ...chunks.keys());
    chunks.set(Math.max(last, 0), [...(chunks.get(last) ?? []), ...left.values()]);
    changed.add(Math.max(last, 0));
  }

  const set: Record<string, string> = {};
  const remove: string[] = [];
  let [bytes, tooLong] = [0, 0];
  let next = Math.max(-1, ...chunks.keys()) + 1;
  for (const [number, items] of chunks) {
    const key = chunkKey(installation, number);
    if (!changed.has(number)) {
      bytes += bytesOf(key, own.get(number)?.value);
    } else if (items.length === 0) {
      if (own.has(number)) remove.push(key);
    } else {
      let place = key;
      for (let rest = items; rest.length > 0;) {
        const { value, count } = await fullest(place, rest, write);
        rest = rest.slice(count);
        if (value === undefined) {
          tooLong += count;
          continue;
        }
        if (value !== own.get(number)?.value || place !== key) set[place] = value;
        bytes += bytesOf(place, value);
        place = chunkKey(installation, next);
        if (rest.length > 0) next += 1;
      }
      if (place === key && own.has(number)) remove.push(key);
    }
  }
  return { set, remove, bytes, tooLong };
}

function staleVerdict(verdict: Verdict): Verdict {
  return verdict === 'must-go' ? verdict : 'stale';
}

/** As many of `items`, from the first on, as one chunk holds. No value where even the first does not fit. */
async function fullest(
  key: string,
  items: readonly Item[],
  write: WriteChunk,
): Promise<{ readonly value?: string; readonly count: number }> {
  let best: { value: string; count: number } | undefined;
  let tooMany = items.length + 1;
  // Sizes grow nearly evenly with the number of items, so a few guesses come close.
  for (let count = Math.min(items.length, 250), guess = 0; ; guess += 1) {
    const value = await write(key, items.slice(0, count));
    const size = bytesOf(key, value);
    if (size <= mostBytesOfItem) best = { value, count };
    else tooMany = count;
    const [low, high] = [(best?.count ?? 0) + 1, tooMany - 1];
    // The last per cent is not worth more guesses.
    if (low > high || (best && (guess >= 8 || bytesOf(key, best.value) > mostBytesOfItem * 0.97))) break;
    const aim = Math.floor((count * mostBytesOfItem * 0.985) / size);
    count = guess < 6 ? Math.min(Math.max(aim, low), high) : Math.floor((low + high) / 2);
  }
  return best ?? { count: 1 };
}
