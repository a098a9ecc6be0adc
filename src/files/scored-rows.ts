import { noRows, type Rows } from '../core/rows/row-kinds';
import type { Rejections } from './imported-file';
import type { Pause } from './read-json';
import type { ScoredRow } from './score-row';
import { unknownMember } from '../core/score/reading';
import { sameData } from '../core/rows/same-data';

type KeptRow = Exclude<ScoredRow, { readonly kind: 'rejected' }>;

interface Gathered {
  readonly scored: KeptRow;
  readonly number: number;
  readonly text: string;
  readonly section: string;
}

/** Gathers the rows of a file that names no member: one a day, the one read last. */
export class ScoredRows {
  readonly #gathered: Gathered[] = [];
  readonly #firstOfDay = new Map<string, Gathered>();
  #conflicts = false;
  readonly #rejections: Rejections;

  constructor(rejections: Rejections) {
    this.#rejections = rejections;
  }

  /** `number` and `text` of the row are listed if another of the same instant says something else. `section`: the title or sheet it stands under. */
  add(scored: KeptRow, number: number, text: string, section = ''): void {
    const row = { scored, number, text, section };
    this.#gathered.push(row);
    const known = this.#firstOfDay.get(scored.row.day);
    if (known === undefined) this.#firstOfDay.set(scored.row.day, row);
    else this.#conflicts ||= known.section !== section && known.scored.row.total !== scored.row.total;
  }

  /** Whether rows of different sections tell different scores of one day. */
  get conflicts(): boolean {
    return this.#conflicts;
  }

  /** The rows kept, with their profile. A day with four pillars needs no total besides. Of equal instants the lower row is the later one, in a file that goes backwards the upper. */
  async rows(pause: Pause): Promise<Rows> {
    const kept = new Map<string, Gathered>();
    const instants = this.#gathered.map(({ scored }) => scored.row.readAt);
    const changes = instants.slice(1).map((instant, index) => instant - (instants[index] ?? 0));
    const backwards = changes.filter((change) => change < 0).length > changes.filter((change) => change > 0).length;
    const ordered = backwards ? [...this.#gathered].reverse() : this.#gathered;
    for (const [index, row] of ordered.entries()) {
      if (index % 500 === 0) await pause(1);
      const key = `${row.scored.kind} ${row.scored.row.day}`;
      const known = kept.get(key);
      if (known !== undefined && known.scored.row.readAt > row.scored.row.readAt) continue;
      if (known?.scored.row.readAt === row.scored.row.readAt && !sameData(known.scored.row, row.scored.row)) {
        this.#rejections.add(known.number, 'repeated', known.text);
      }
      kept.set(key, row);
    }
    const rows = noRows();
    let since = Infinity;
    let member = unknownMember;
    for (const { scored } of kept.values()) {
      if (scored.kind === 'snapshots') rows.snapshots.push(scored.row);
      else if (!kept.has(`snapshots ${scored.row.day}`)) rows.totals.push(scored.row);
      since = Math.min(since, scored.row.readAt);
      member = scored.row.member;
    }
    if (kept.size > 0) rows.members.push({ id: member, since });
    return rows;
  }
}
