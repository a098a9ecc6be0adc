import type { ColumnCells } from './column-cells';
import { filledNumbers, fits, groupOf, isOther, pillarOf, says, totalTier } from './column-says';
import type { Choice, Field, Question } from './imported-file';
import { agreement, bestProof } from './pillar-proof';
import { pillars } from '../core/score/pillar';

/** What a column of a table tells; our own CSV has the whole number that LinkedIn prints beside the exact total. */
export type TableField = Field | { readonly of: 'shown-total' };

/** A column and what it tells. `hundredfold`: its numbers are parts of one, to be read as per cents. */
export interface Column {
  readonly index: number;
  readonly field: TableField;
  readonly hundredfold?: boolean;
}

/** What a table's columns are, without its days. */
export type ProvedColumns =
  | { readonly state: 'proved'; readonly columns: readonly Column[]; readonly cutPillars: boolean }
  | { readonly state: 'ask'; readonly question: Question }
  /** No column of it can be a score. */
  | { readonly state: 'none' };

/** Whether two columns say the same wherever both say something. */
function same(one: ColumnCells, other: ColumnCells): boolean {
  return one.numbers.every((number, line) => {
    const opposite = other.numbers[line];
    return number === undefined || opposite === undefined || Math.abs(number.value - opposite.value) <= 0.5;
  });
}

/** A column's heading; its letter, as spreadsheets have it, where it has none or another has the same. */
function labelOf({ heading, index }: ColumnCells, columns: readonly ColumnCells[]): string {
  const letter = `${index < 26 ? '' : String.fromCharCode(64 + Math.floor(index / 26))}${String.fromCharCode(65 + (index % 26))}`;
  if (heading.text === '') return letter;
  const again = columns.some((other) => other.index !== index && other.heading.text === heading.text);
  return again ? `${heading.text.slice(0, 70)} (${letter})` : heading.text.slice(0, 80);
}

/** Which column is the total, where nothing but headings can tell: the one that is certain, none, or a question. */
function chooseTotal(columns: readonly ColumnCells[], named: boolean): ColumnCells | Question | undefined {
  const possible = columns.filter(
    (column) =>
      fits(column, 100) &&
      !isOther(column) &&
      groupOf(column) === undefined &&
      !says(column, 'average', 'rank') &&
      column.rankLike < column.numberCount + 1,
  );
  const tiers = possible.map((column) => ({ column, tier: totalTier(column) }));
  const certain = tiers.filter(({ tier }) => tier > 0);
  const highest = Math.max(0, ...certain.map(({ tier }) => tier));
  // "Score" gives way to "SSI", but "Total" beside "SSI" may be a total of anything.
  const rivals = certain
    .filter(({ tier }) => tier === highest || (highest === 3 && tier === 2))
    .map(({ column }) => column);
  const loose = possible.filter((column) => !column.heading.known && says(column, 'ssi'));
  const [first, ...others] = rivals;
  const ask = (choices: readonly ColumnCells[]): Question => ({
    kind: 'column',
    example: '',
    choices: choices.slice(0, 12).map((column): Choice => {
      const label = labelOf(column, columns);
      const samples = column.texts.filter((text) => text !== '').slice(0, 3);
      return { value: label, label, samples: samples.map((text) => text.slice(0, 40)) };
    }),
  });
  if (first !== undefined) {
    // "SSI (me)" beside "SSI (Anna)": whose file is it?
    const personal = says(first, 'mine') && loose.some((column) => !same(column, first));
    return personal || others.some((other) => !same(first, other)) ? ask([...rivals, ...loose]) : first;
  }
  const numeric = possible.filter(
    (column) => pillarOf(column) === undefined && !says(column, 'day', 'year', 'month', 'span') && !column.counts,
  );
  const [only] = numeric;
  // A column that is called the SSI is it, even when not one cell of it can be read: its rows are listed, not passed over.
  if (only === undefined) return columns.find((column) => totalTier(column) >= 2 && filledNumbers(column) > 0);
  if (numeric.length === 1 && (!named || (loose.includes(only) && says(only, 'ssi')))) return only;
  return ask(loose.length > 0 ? [...loose, ...numeric.filter((column) => !loose.includes(column))] : numeric);
}

/** What a column of a group is, by its heading and its cells: a rank has a per cent sign or "Top", or is called one; an average is plain. */
function groupField(column: ColumnCells): Field | undefined {
  const group = groupOf(column);
  if (group === undefined || says(column, 'not-score', 'activity') || !fits(column, 100)) return undefined;
  const pillar = pillarOf(column);
  // Parts of one are per cents that have lost their sign.
  const signed = column.rankLike > column.numberCount / 2 || column.fractions;
  if (pillar !== undefined) return signed || !fits(column, 25) ? undefined : { of: 'average-pillar', group, pillar };
  if (signed || (says(column, 'rank') && !says(column, 'average'))) return { of: 'rank', group };
  if (says(column, 'rank')) return undefined;
  if (says(column, 'average')) return { of: 'average', group };
  // Nobody's industry has an average of 9: such a column is a rank without its sign, but that is not certain enough.
  const least = Math.min(...column.numbers.flatMap((number) => (number === undefined ? [] : [number.value])));
  return says(column, 'ssi', 'total', 'score') && least >= 15 ? { of: 'average', group } : undefined;
}

/** Finds the total and the pillars among a table's columns, and the ranks and averages. `answer` is the heading that the member named. */
export function proveColumns(
  columns: readonly ColumnCells[],
  named: boolean,
  answer: string | undefined,
): ProvedColumns {
  const wanted = answer?.trim().toLowerCase();
  const answered = columns.find(
    (column) =>
      labelOf(column, columns).toLowerCase() === wanted ||
      (wanted !== undefined && column.heading.text.toLowerCase() === wanted),
  );
  const proof = bestProof(columns, answered);
  const found: Column[] = [];
  const put = (column: ColumnCells, field: TableField) => {
    if (found.some(({ index }) => index === column.index)) return;
    if (found.some((other) => JSON.stringify(other.field) === JSON.stringify(field))) return;
    // A pillar may well be a fraction of a point.
    const hundredfold = column.fractions && (field.of === 'total' || field.of === 'rank');
    found.push({ index: column.index, field, ...(hundredfold ? { hundredfold } : {}) });
  };
  let cutPillars = false;
  if (proof) {
    put(proof.total, { of: 'total' });
    for (const [place, pillar] of pillars.entries()) {
      const column = proof.four[place];
      if (column) put(column, { of: 'pillar', pillar });
    }
    cutPillars = isCut(proof.total, proof.four);
  } else {
    const four = namedPillars(columns);
    const total =
      answered ??
      chooseTotal(
        columns.filter((column) => !four?.includes(column)),
        named,
      );
    if (total !== undefined && 'kind' in total) {
      if (four === undefined) return { state: 'ask', question: total };
    } else if (total !== undefined) {
      put(total, { of: 'total' });
      cutPillars = four !== undefined && isCut(total, four);
    }
    // Without a total to prove them, pillars need headings that are certain; with one that they are not, they are something else.
    const certain =
      four !== undefined &&
      (total === undefined ||
        'kind' in total ||
        cutPillars ||
        agreement(total, four).of === 0 ||
        answered === undefined);
    if (four !== undefined && certain)
      for (const [place, pillar] of pillars.entries()) {
        const column = four[place];
        if (column) put(column, { of: 'pillar', pillar });
      }
  }
  if (found.length === 0) return { state: 'none' };
  const shown = columns.find(({ heading }) => heading.text.toLowerCase() === 'shown_total');
  if (shown) put(shown, { of: 'shown-total' });
  for (const column of columns) {
    const field = groupField(column);
    if (field) put(column, field);
  }
  return { state: 'proved', columns: found, cutPillars };
}

/** Four columns whose headings name one pillar each, and nothing else, once. */
function namedPillars(columns: readonly ColumnCells[]): readonly ColumnCells[] | undefined {
  const four = pillars.map((pillar) => {
    const named = columns.filter(
      (column) =>
        pillarOf(column) === pillar &&
        groupOf(column) === undefined &&
        column.heading.known &&
        !isOther(column) &&
        !says(column, 'rank', 'average') &&
        column.numberCount > 0,
    );
    const [first] = named;
    return named.length === 1 || named.every((column) => first !== undefined && same(first, column))
      ? first
      : undefined;
  });
  return four.every((column) => column !== undefined) ? four : undefined;
}

/** Whether the pillars are whole numbers with their decimals cut off, so that their sum falls short of the total. */
function isCut(total: ColumnCells, four: readonly ColumnCells[]): boolean {
  const { of, cut, agree } = agreement(total, four);
  return of > 0 && cut === of && (agree < of || of > 1) && four.every((column) => column.whole);
}
