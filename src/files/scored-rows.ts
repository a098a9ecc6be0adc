import { noRows, type Rows } from '../core/rows/row-kinds';
import type { ScoredRow } from './import-scores';
import type { Rejections } from './imported-file';
import { unknownMember } from '../core/score/reading';
import { sameData } from '../core/rows/same-data';

type KeptRow = Exclude<ScoredRow, { readonly kind: 'rejected' }>;

/** Gathers the rows of a file that names no member: one a day, the one read last. */
export class ScoredRows {
  readonly #kept = new Map<string, { scored: KeptRow; number: number; text: string }>();
  readonly #rejections: Rejections;

  constructor(rejections: Rejections) {
    this.#rejections = rejections;
  }

  /** `number` and `text` of the row are listed if another row of the same instant, further down, says something else. */
  add(scored: KeptRow, number: number, text: string): void {
    const key = `${scored.kind} ${scored.row.day}`;
    const known = this.#kept.get(key);
    if (known !== undefined && known.scored.row.readAt > scored.row.readAt) return;
    if (known?.scored.row.readAt === scored.row.readAt && !sameData(known.scored.row, scored.row)) {
      this.#rejections.add(known.number, 'repeated', known.text);
    }
    this.#kept.set(key, { scored, number, text });
  }

  /** The rows kept, with their profile. A day with four pillars needs no total besides. */
  rows(): Rows {
    const rows = noRows();
    let since = Infinity;
    let member = unknownMember;
    for (const { scored } of this.#kept.values()) {
      if (scored.kind === 'snapshots') rows.snapshots.push(scored.row);
      else if (!this.#kept.has(`snapshots ${scored.row.day}`)) rows.totals.push(scored.row);
      since = Math.min(since, scored.row.readAt);
      member = scored.row.member;
    }
    if (this.#kept.size > 0) rows.members.push({ id: member, since });
    return rows;
  }
}
