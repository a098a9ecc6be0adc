import { wrap } from 'idb';
import { writeTogether, type Database, type WriteTransaction } from '../database';
import type { RowKey } from '../../core/rows/merge';
import { dayKinds } from '../../core/rows/tombstone';
import { dataStores } from '../data-stores';
import { markOf, type DataStore, type RowChange, type UndoPart } from '../schema';
import type { Result } from '../../core/result';
import { rawStore } from './rows-by-key';

/** So many changes lie in one row of the undo store. */
const changesOfPart = 500;

/** So many undoable changes are remembered; the oldest is forgotten with each new one. */
const remembered = 3;

/** Writes rows and remembers how they were before. Every write goes through here, so that nothing is overwritten without a way back. */
export class LoggedWriter {
  readonly transaction: WriteTransaction;
  readonly #head: Pick<UndoPart, 'id' | 'kind' | 'at'>;
  readonly #stores = new Map<DataStore | 'undo', IDBObjectStore>();
  #changes: RowChange[] = [];
  #part = 0;
  #altered = false;
  #request: IDBRequest | undefined;
  #earlier: IDBRequest | undefined;

  /** `last`: the id of the change before, if one is remembered. */
  constructor(transaction: WriteTransaction, kind: UndoPart['kind'], at: number, last: string | undefined) {
    this.transaction = transaction;
    // Ids sort by time, so the first in the store is the oldest; also after the clock was set back.
    const order = last === undefined ? at : Math.max(at, Number.parseInt(last, 10) + 1);
    this.#head = { id: `${String(order).padStart(15, '0')} ${crypto.randomUUID()}`, kind, at };
  }

  /** The change's id, for `undoChange`. */
  get id(): string {
    return this.#head.id;
  }

  /** The row under `key`; `undefined` when there is none. */
  async get<Row>(store: DataStore, key: RowKey): Promise<Row | undefined> {
    return (await this.transaction.objectStore(store).get(key as string & [string, string & number])) as
      | Row
      | undefined;
  }

  /** Writes `row` in place of `before`, which the caller has read under `key`. The transaction waits for it; the caller need not. */
  put(store: DataStore, key: RowKey, before: unknown, row: unknown): void {
    this.#request = this.#store(store).put(row);
    this.#altered ||= before !== undefined && dayKinds.some((kind) => kind === store);
    this.#log({ store, key, ...(before === undefined ? {} : { before }), after: markOf(row) });
  }

  /** Deletes `before`, which the caller has read under `key`. */
  delete(store: DataStore, key: RowKey, before: unknown): void {
    this.#request = this.#store(store).delete(key);
    this.#altered ||= dayKinds.some((kind) => kind === store);
    this.#log({ store, key, before });
  }

  /**
   * Waits until what was written before the last call of this is stored: with one batch on its way and the next being made, neither the
   * page nor the disk waits for the other.
   */
  async keepPace(): Promise<void> {
    const before = this.#earlier;
    this.#earlier = this.#request;
    // One that was answered already never says so again.
    if (before?.readyState === 'pending') await wrap(before);
  }

  #store(name: DataStore | 'undo'): IDBObjectStore {
    // Asked for once: idb wraps the answer each time, and a long import asks a hundred thousand times.
    const store = this.#stores.get(name) ?? rawStore(this.transaction.objectStore(name));
    this.#stores.set(name, store);
    return store;
  }

  #log(change: RowChange): void {
    this.#changes.push(change);
    if (this.#changes.length >= changesOfPart) this.#writePart();
  }

  #writePart(): void {
    const part: UndoPart = { ...this.#head, part: this.#part, changes: this.#changes };
    this.#request = this.#store('undo').put(part);
    this.#changes = [];
    this.#part += 1;
  }

  /** Writes what is left of the log and forgets the oldest changes. Nothing is remembered when nothing was changed. */
  async finish(): Promise<void> {
    if (this.#changes.length > 0) this.#writePart();
    const undo = this.transaction.objectStore('undo');
    const first = this.#altered ? await undo.get([this.id, 0]) : undefined;
    if (first) await undo.put({ ...first, altered: true });
    const ids = [...new Set((await undo.getAllKeys()).map(([id]) => id))];
    for (const id of ids.slice(0, -remembered)) await undo.delete(IDBKeyRange.bound([id], [id, []]));
  }
}

/** Runs `work` in one transaction over everything: all of it is written, or nothing. */
export async function writeLogged<Value>(
  database: Database,
  kind: UndoPart['kind'],
  at: number,
  work: (writer: LoggedWriter) => Promise<Value>,
): Promise<Result<Value>> {
  return writeTogether(database, [...dataStores, 'undo'], async (transaction) => {
    const last = await transaction.objectStore('undo').openKeyCursor(null, 'prev');
    const writer = new LoggedWriter(transaction, kind, at, last?.key[0]);
    const value = await work(writer);
    await writer.finish();
    return value;
  });
}
