import { rowKinds } from '../../core/rows/row-kinds';
import type { ImportPreview } from '../../store/apply-import';
import { sayCount } from '../../words/say-count';
import type { Surroundings } from '../../words/surroundings';

/** An import's preview in words. */
export interface PreviewSentences {
  /** Whether importing would change anything. */
  readonly changes: boolean;
  /** "212 new days, 31 already here, 4 newer in this file." */
  readonly days: string;
  /** What else comes in, and what to know. */
  readonly further: readonly string[];
}

/** The kinds that are no days. */
const otherKinds = rowKinds.filter((kind) => kind !== 'snapshots' && kind !== 'totals');

/** What importing would do, counted. */
export function previewSentences({ days, rows, otherSalt }: ImportPreview, around: Surroundings): PreviewSentences {
  const { say } = around;
  const changes = Object.values(rows).some((counts) => counts.new > 0 || counts.newer > 0);
  const parts = (['new', 'same', 'newer', 'older'] as const)
    .filter((name) => name === 'new' || days[name] > 0)
    .map((name) => sayCount(around, `import_days_${name}`, days[name]));
  return {
    changes,
    days: say('import_days', parts.join(say('list_comma'))),
    further: [
      ...otherKinds
        .map((kind) => ({ kind, count: rows[kind].new + rows[kind].newer }))
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => sayCount(around, `import_rows_${kind.replaceAll('-', '_')}`, count)),
      ...(changes ? [] : [say('import_nothing_new')]),
      ...(otherSalt ? [say('import_other_salt')] : []),
    ],
  };
}
