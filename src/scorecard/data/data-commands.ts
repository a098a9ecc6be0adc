import type { Snapshot } from '../../core/rows/snapshot';
import { instantOf, type LocalDay } from '../../core/score/local-day';
import { unknownMember } from '../../core/score/reading';
import { fail, succeed, type Result } from '../../core/result';
import { browser } from '../../platform/browser';
import { withDatabase } from '../../store/database';
import { deleteDay, keepTypedDay, type TypedDay } from '../../store/write/days';
import { deleteEverything, deleteMember } from '../../store/write/delete';
import { exportBackup } from '../../store/write/export-backup';
import { plainCsv, spreadsheetCsv } from '../../files/csv';
import { exportCsv } from '../../store/write/export-csv';
import { answerKeptAside, type WhoseNumbers } from '../../store/write/kept-aside';
import { noteExport } from '../../store/write/last-export';
import { nameMember } from '../../store/write/members';
import { answerUnknownHistory, mergeMembers } from '../../store/write/merge-members';
import { restoreFromCopy } from '../../store/write/restore';
import { undoChange } from '../../store/write/undo';
import type { Command } from '../commands';
import { dropDraft } from '../draft';
import { dropOrder } from '../people/people-order';
import { loadSync } from '../load-sync';
import { saveFile } from '../save-file';

/** Saves everything as a JSON backup and remembers that it was exported. `today` names the file. */
export function saveBackup(today: string): Command {
  return () =>
    withDatabase(async (database) => {
      const file = await exportBackup(database);
      if (!file.ok) return file;
      saveFile(file.value, `ssi-scorecard-${today}.json`);
      return noteExport(Date.now());
    });
}

/** Saves one member's history as CSV, for the spreadsheet of somebody who writes numbers as `language` does, or `plain` for programs. */
export function saveCsv(member: string, today: string, form: 'plain' | { readonly language: string }): Command {
  return () =>
    withDatabase(async (database) => {
      const file = await exportCsv(database, member, form === 'plain' ? plainCsv : spreadsheetCsv(form.language));
      if (!file.ok) return file;
      saveFile(file.value, `ssi-scorecard-${today}.csv`);
      return succeed(undefined);
    });
}

/** Names a profile; an empty name takes it back. */
export function rename(member: string, name: string): Command {
  return () => withDatabase((database) => nameMember(database, member, name, Date.now()));
}

/** Takes a change of the history back: an import, a merge, a restoring, an answer. */
export function undo(change: string): Command {
  return () =>
    withDatabase(async (database) => {
      const undone = await undoChange(database, change, Date.now());
      if (!undone.ok) return undone;
      return undone.value.restored > 0 ? succeed(undefined) : fail('undo-gone');
    });
}

/** The id of a change, for `undo`. */
export type Changing = () => Promise<Result<string>>;

/** Makes one profile of two. */
export function merge(from: string, into: string): Changing {
  return () => withDatabase((database) => mergeMembers(database, from, into, Date.now()));
}

/** Says whose a reading kept aside is. */
export function answerWhose(reading: Snapshot, whose: WhoseNumbers): Changing {
  return () => withDatabase((database) => answerKeptAside(database, reading, whose, Date.now()));
}

/** Says whose the history is that came without a name. */
export function answerEarlier(owner: string): Changing {
  return () => withDatabase((database) => answerUnknownHistory(database, owner, Date.now()));
}

/** Keeps what the member typed of a day, of the nameless profile where there is none yet. `timeZone` is theirs (IANA). */
export function keepDay(member: string | undefined, typed: TypedDay, today: LocalDay, timeZone: string): Changing {
  return () => {
    const now = Date.now();
    const began = typed.day === today ? now : instantOf(typed.day, '00:00', timeZone);
    return withDatabase((database) => keepTypedDay(database, member ?? unknownMember, typed, { now, began }));
  };
}

/** Deletes what is kept of a day. */
export function dropDay(member: string, day: LocalDay): Changing {
  return () => withDatabase((database) => deleteDay(database, member, day, Date.now()));
}

/** Brings days back from the automatic copy. */
export const restore: Changing = async () => {
  const restored = await restoreFromCopy(Date.now());
  return restored.ok ? succeed(restored.value.change) : restored;
};

/** Deletes one profile for good. */
export function eraseMember(member: string): Command {
  return () => withDatabase((database) => deleteMember(database, member, Date.now()));
}

/** Deletes everything for good: also what the page keeps itself, alarms, what notifications say and the toolbar's number. */
export const eraseEverything: Command = async () => {
  const deleted = await deleteEverything();
  if (!deleted.ok) return deleted;
  dropDraft();
  dropOrder();
  await browser.alarms.clearAll();
  await browser.action.setBadgeText({ text: '' });
  for (const id of Object.keys(await browser.notifications.getAll())) await browser.notifications.clear(id);
  return deleted;
};

/** Deletes everything on this computer alone: the others take over what it has sent. */
export const eraseHere: Command = async () => {
  const left = await (await loadSync()).switchOff(Date.now());
  return left.ok ? eraseEverything() : left;
};

/** Deletes everything here and tells the other computers to. Should the sync not take that now, all profiles are gone here, and it is told later. */
export const eraseEverywhere: Command = async () => {
  const told = await (await loadSync()).deleteEverywhere(Date.now());
  if (!told.ok) return told;
  return told.value === undefined ? eraseEverything() : fail('sync-refused');
};
