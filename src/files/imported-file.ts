import type { BackupHead } from './backup';
import type { Rows } from '../core/rows/row-kinds';
import type { LocalDay } from '../core/score/local-day';
import type { Pillar } from '../core/score/pillar';

/** What a column, or a line of a long table, tells. */
export type Field =
  | { readonly of: 'day' | 'time' | 'total' | 'person' }
  | { readonly of: 'pillar'; readonly pillar: Pillar }
  | { readonly of: 'rank' | 'average'; readonly group: 'industry' | 'network' }
  | { readonly of: 'average-pillar'; readonly group: 'industry' | 'network'; readonly pillar: Pillar };

/** Why a row of a file is listed. Each has its words in `_locales` under `import_row_<reason with underscores>`. */
export type RejectionReason =
  /** There is no date, or none that exists. */
  | 'no-date'
  /** Its day has not come yet. */
  | 'future'
  /** There is a date and no score. */
  | 'no-score'
  /** A total that is not 0 to 100, or a pillar that is not 0 to 25. */
  | 'out-of-range'
  /** Zero in everything: what other programs write when they could not read the page. */
  | 'all-zero'
  /** The four pillars are not the total. */
  | 'does-not-add-up'
  /** A later row of the file has other numbers for the same instant. */
  | 'repeated'
  /** The four pillars are not the total, and the total is not in doubt: it comes in without them. */
  | 'pillars-left-out'
  /** A cell that begins or ends like a number and is more than one. */
  | 'not-a-number'
  /** Not a row of ours: something is missing or of the wrong kind. */
  | 'not-a-row';

/** A row that is listed: it is not imported, or not all of it. */
export interface RejectedRow {
  /** Its number in the file, sheet or section, from 1, heading lines included. */
  readonly row: number;
  readonly reason: RejectionReason;
  /** Its beginning, at most 80 characters, as it stands there: show it as text only. */
  readonly text: string;
}

/** A column of the file, in its order, and what it was taken for. */
export interface ReadColumn {
  /** Its heading as it stands there, at most 80 characters, empty when it has none: show it as text only. */
  readonly heading: string;
  /** Absent: it was not understood and is left alone. */
  readonly field?: Field;
  /** Its first three cells that are not empty, as they stand there. */
  readonly samples: readonly string[];
}

/** A file that was read, and nothing of it written yet. */
export interface ImportedFile {
  readonly kind: 'backup' | 'table' | 'activity-tracker';
  /** What a backup says besides its rows; empty for other files. */
  readonly head: BackupHead;
  /** Of several files read as one: salts of further backups that are not the one in `head`. */
  readonly otherSalts?: readonly string[];
  /** As they will be kept: any of `rows.snapshots` and `rows.totals` is the sample row, their days and totals are what is said of the file. */
  readonly rows: Rows;
  /** The columns of all tables in the file, each heading once; empty for a backup. */
  readonly columns: readonly ReadColumn[];
  /** The first of the rows that make no sense, at most `listedRejections`. */
  readonly rejected: readonly RejectedRow[];
  /** How many rows are left out in all; rows of which the total came in are not among them. */
  readonly rejectedCount: number;
}

/** At most this many rejected rows are listed; all are counted. */
const listedRejections = 500;

/** Whether `03/04` is the third of April or the fourth of March, and `20/11/24` a day of 2020. */
export type DateOrder = 'day-first' | 'month-first' | 'year-first';

/** What a file leaves open that only the member knows; each kind has its words in `_locales` under `import_ask_<kind with underscores>`. */
type QuestionKind =
  /** Whether the day or the month stands first. A choice's value is a `DateOrder`, its label the day (`YYYY-MM-DD`) that `example` would be. */
  | 'date-order'
  /** Which column is the total. A choice's value and label are a heading. There may be one choice: then it is not certain that it is an SSI at all. */
  | 'column'
  /** Whose rows the member's are. A choice's value and label are a name in the file. */
  | 'person'
  /** The year of the last row, where dates have none. A choice's value and label are the year. */
  | 'year';

export interface Choice {
  /** What `answers` takes. */
  readonly value: string;
  /** As written in the file, at most 80 characters: show it as text only. */
  readonly label: string;
  /** What it would mean: the first three days or totals it would give, as they stand in the file. */
  readonly samples: readonly string[];
}

/** The one thing that is asked next. */
export interface Question {
  readonly kind: QuestionKind;
  /** What is open, as written in the file: a date, a heading. Empty when the choices say it all. */
  readonly example: string;
  readonly choices: readonly Choice[];
}

/** What the member answered, by the question's kind. */
export type Answers = Partial<Readonly<Record<QuestionKind, string>>>;

/** What came of reading a file: the file, or the one question that it leaves open. */
export type ImportReading =
  | { readonly state: 'read'; readonly file: ImportedFile }
  /** Read again with the answer added to `ImportOptions.answers`; there may be another question then. */
  | { readonly state: 'ask'; readonly question: Question };

/** What a file cannot say itself. */
export interface ImportOptions {
  /** The profile that rows of files which name no member go to. */
  readonly member: string;
  /** The member's time zone (IANA), for files that tell instants or times. */
  readonly timeZone: string;
  readonly today: LocalDay;
  /** The member's answers to what was asked of this file so far. One that fits nothing in the file is as none. */
  readonly answers?: Answers;
}

/** Collects rejected rows. */
export class Rejections {
  readonly listed: RejectedRow[] = [];
  count = 0;

  add(row: number, reason: RejectionReason, text: string): void {
    if (reason !== 'pillars-left-out') this.count += 1;
    if (this.listed.length < listedRejections) this.listed.push({ row, reason, text: text.slice(0, 80) });
  }
}
