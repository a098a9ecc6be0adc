// What a member does to a history, by the store's own code: bundled for a page of the extension, beside the built one.
import { canonicalJson } from '../../src/core/rows/canonical-json';
import { noRows, rowKinds } from '../../src/core/rows/row-kinds';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { openDatabase } from '../../src/store/database';
import { applyImport } from '../../src/store/write/apply-import';
import { deleteDay } from '../../src/store/write/days';
import { deleteMember } from '../../src/store/write/delete';
import { removeAction, writeAction } from '../../src/store/write/rows';
import { recordSnapshot } from '../../src/store/write/snapshots';
import { undoChange } from '../../src/store/write/undo';
import { value } from '../unit/value';

/** One thing done, at an instant of the computer's clock (epoch milliseconds). */
export type Deed =
  | { readonly do: 'read'; readonly row: Snapshot }
  | { readonly do: 'import'; readonly rows: readonly Snapshot[]; readonly now: number }
  /** Of the last import of this page. */
  | { readonly do: 'undo'; readonly now: number }
  | { readonly do: 'note'; readonly id: string; readonly text: string | undefined; readonly now: number }
  | { readonly do: 'delete-day'; readonly member: string; readonly day: string; readonly now: number }
  | { readonly do: 'delete'; readonly member: string; readonly now: number };

let imported: string | undefined;

/** Does it. Answers whether there was anything to do. */
export async function act(deed: Deed): Promise<boolean> {
  const database = value(await openDatabase());
  switch (deed.do) {
    case 'read':
      return value(await recordSnapshot(database, deed.row)).outcome !== 'older';
    case 'import': {
      const { rows, now } = deed;
      const members = rows.map(({ member, readAt }) => ({ id: member, since: readAt }));
      const file = { head: {}, rows: { ...noRows(), snapshots: [...rows], members }, columns: [], rejected: [] };
      imported = value(await applyImport(database, { kind: 'backup', ...file, rejectedCount: 0 }, now)).change;
      return true;
    }
    case 'undo': {
      if (imported === undefined) return false;
      const undone = value(await undoChange(database, imported, deed.now));
      imported = undefined;
      return undone.leftAlone === 0;
    }
    case 'note': {
      const { id, text, now } = deed;
      const key = { member: 'unknown', id };
      const note = { ...key, kind: 'note', day: '2026-01-02', pillar: 'people', recordedAt: 1 } as const;
      value(
        await (text === undefined ? removeAction(database, key, now) : writeAction(database, { ...note, text }, now)),
      );
      return true;
    }
    case 'delete-day': {
      const { member, day, now } = deed;
      const isThere = (await database.connection.get('snapshots', [member, day])) !== undefined;
      value(await deleteDay(database, member, day, now));
      return isThere;
    }
    case 'delete': {
      const { member, now } = deed;
      if ((await database.connection.get('members', member)) === undefined) return false;
      value(await deleteMember(database, member, now));
      imported = undefined;
      return true;
    }
  }
}

/** Every row of every kind, as texts in an order of their own. */
export async function read(): Promise<string[]> {
  const { connection } = value(await openDatabase());
  const rows = await Promise.all(
    rowKinds.map(async (kind) => (await connection.getAll(kind)).map((row) => `${kind} ${canonicalJson(row)}`)),
  );
  return rows.flat().sort();
}
