import { rowKinds } from '../../core/rows/row-kinds';
import { forEachPillar, type Pillar, type Scores } from '../../core/score/pillar';
import { shown } from '../../core/meaning/change';
import type { FileSummary } from '../../files/file-summary';
import type { Field, ReadColumn } from '../../files/imported-file';
import type { ImportPreview } from '../../store/write/merge-import';
import { formatDay, formatWeekday } from '../../words/format-day';
import { formatPercent, formatScore, formatWhole } from '../../words/format-number';
import { pillarName } from '../../words/pillar-name';
import type { Say } from '../../words/say';
import { sayCount } from '../../words/say-count';
import type { Surroundings } from '../../words/surroundings';

/** An import's preview in words. */
export interface PreviewSentences {
  /** Whether importing would change anything. */
  readonly changes: boolean;
  /** What comes in besides days, and what to know. */
  readonly further: readonly string[];
}

/** The kinds that are no days. */
const otherKinds = rowKinds.filter((kind) => kind !== 'snapshots' && kind !== 'totals' && kind !== 'deleted-days');

/** What importing would do besides the days. */
export function previewSentences({ rows, otherSalt }: ImportPreview, around: Surroundings): PreviewSentences {
  const { say } = around;
  const changes = Object.values(rows).some((counts) => counts.new > 0 || counts.newer > 0);
  return {
    changes,
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

/** How many days are new, already here, newer or older in the file: the count, and the words after it. */
export function countsView(
  { days }: ImportPreview,
  around: Surroundings,
): readonly { readonly count: string; readonly words: string }[] {
  return (['new', 'same', 'newer', 'older'] as const)
    .filter((name) => name === 'new' || days[name] > 0)
    .map((name) => {
      const count = formatWhole(days[name], around.language);
      // The count stands large before its words; where a language has it elsewhere, the sentence is whole.
      const sentence = sayCount(around, `import_days_${name}`, days[name]);
      return sentence.startsWith(count)
        ? { count, words: sentence.slice(count.length).trim() }
        : { count: '', words: sentence };
    });
}

/** What a column is kept as, in words. */
export function columnMeaning(field: Field, say: Say): string {
  switch (field.of) {
    case 'pillar':
      return pillarName(field.pillar, say);
    case 'rank':
    case 'average':
      return say(`import_field_${field.of}_${field.group}`);
    case 'average-pillar':
      return say('import_field_of_average', say(`import_field_average_${field.group}`), pillarName(field.pillar, say));
    default:
      return say(`import_field_${field.of}`);
  }
}

/** The columns that were understood, and the headings of those that were not. */
export function listedColumns(
  columns: readonly ReadColumn[],
  say: Say,
): {
  readonly used: readonly Required<ReadColumn>[];
  readonly ignored: readonly string[];
} {
  const named = (heading: string) => heading || say('import_no_heading');
  return {
    used: columns.flatMap((column) =>
      column.field ? [{ ...column, field: column.field, heading: named(column.heading) }] : [],
    ),
    ignored: columns.filter(({ field }) => !field).map(({ heading }) => named(heading)),
  };
}

/** The file's days from–to and totals from–to, in words; undefined when it holds none. */
export function fileFacts(
  { span }: FileSummary,
  around: Surroundings,
): readonly { readonly term: string; readonly value: string }[] | undefined {
  const { say, today, language } = around;
  if (!span) return undefined;
  const { days, first, last, lowest, highest } = span;
  const points = (value: number) => formatScore(shown(value), language);
  return [
    {
      term: say('import_days_title'),
      value: say(
        'import_days_span',
        sayCount(around, 'data_days', days),
        formatDay(first, today, language),
        formatDay(last, today, language),
      ),
    },
    { term: say('import_totals_title'), value: say('import_totals_span', points(lowest), points(highest)) },
  ];
}

/** One day of a file in words. */
export interface KeptDayView {
  readonly date: string;
  /** "Total 54.0" */
  readonly total: string;
  /** In the ring: "54". */
  readonly whole: string;
  readonly ranks: readonly string[];
  /** Absent where the file tells totals alone. */
  readonly scores?: Scores;
  readonly values?: Readonly<Record<Pillar, string>>;
}

/** The newest day with all pillars, else the newest; undefined when there is none. */
export function keptDay({ newest: whole, newestTotal }: FileSummary, around: Surroundings): KeptDayView | undefined {
  const { say, today, language } = around;
  const row = whole ?? newestTotal;
  if (!row) return undefined;
  return {
    date: formatWeekday(row.day, today, language),
    total: say('import_day_total', formatScore(shown(row.total), language)),
    whole: formatWhole(whole ? whole.shownTotal : row.total, language),
    ranks: (['industry', 'network'] as const).flatMap((group) => {
      const rank = row.rank[group];
      return rank === undefined ? [] : [say(`scorecard_rank_${group}`, formatPercent(rank, language))];
    }),
    ...(whole && {
      scores: whole.scores,
      values: forEachPillar((pillar) => formatScore(shown(whole.scores[pillar]), language)),
    }),
  };
}
