import type { BackupHead, Rows } from './backup';
import type { DateOrder } from './import-date';
import type { LocalDay } from '../core/score/local-day';

/** Why a row of a file is listed and not imported. Each has its words in `_locales` under `import_row_<reason with underscores>`. */
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
  /** Not a row of ours: something is missing or of the wrong kind. */
  | 'not-a-row';

/** A row that is listed and not imported. */
export interface RejectedRow {
  /** Its number in the file or its section, from 1, heading lines included. */
  readonly row: number;
  readonly reason: RejectionReason;
  /** Its beginning, at most 80 characters, as it stands there: show it as text only. */
  readonly text: string;
}

/** A file that was read, and nothing of it written yet. */
export interface ImportedFile {
  readonly kind: 'backup' | 'table' | 'activity-tracker';
  /** What a backup says besides its rows; empty for other files. */
  readonly head: BackupHead;
  readonly rows: Rows;
  /** The first of the rows that make no sense, at most `listedRejections`. */
  readonly rejected: readonly RejectedRow[];
  /** How many make no sense in all. */
  readonly rejectedCount: number;
}

/** At most this many rejected rows are listed; all are counted. */
const listedRejections = 500;

/** What came of reading a file: the file, or the one question that it leaves open. */
export type ImportReading =
  | { readonly state: 'read'; readonly file: ImportedFile }
  /** `example` can be the third of April as well as the fourth of March: read again with `dateOrder`. */
  | { readonly state: 'ask-date-order'; readonly example: string };

/** What a file cannot say itself. */
export interface ImportOptions {
  /** The profile that rows of files which name no member go to. */
  readonly member: string;
  /** The member's time zone (IANA), for files that tell instants or times. */
  readonly timeZone: string;
  readonly today: LocalDay;
  /** The member's answer to `ask-date-order`. */
  readonly dateOrder?: DateOrder;
}

/** Collects rejected rows. */
export class Rejections {
  readonly listed: RejectedRow[] = [];
  count = 0;

  add(row: number, reason: RejectionReason, text: string): void {
    this.count += 1;
    if (this.listed.length < listedRejections) this.listed.push({ row, reason, text: text.slice(0, 80) });
  }
}
