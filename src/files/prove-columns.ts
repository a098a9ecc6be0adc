import type { ColumnCells } from './column-cells';
import { readHeading } from './heading';
import type { Meaning } from './heading-words';
import type { Choice, Field, Question } from './imported-file';
import { pillars, type Pillar } from '../core/score/pillar';
import { float32Tolerance } from '../core/score/reading';
import type { WrittenNumber } from './written-number';

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

const groups = ['industry', 'network'] as const;

const says = (column: ColumnCells, ...meanings: Meaning[]) =>
  meanings.some((meaning) => column.heading.means.has(meaning));

const groupOf = (column: ColumnCells) => groups.find((group) => says(column, group));

const pillarOf = (column: ColumnCells): Pillar | undefined => {
  const said = pillars.filter((pillar) => says(column, pillar));
  // "Engage with insights" and "Build relationships" say one each; of more than one none is certain.
  return said.length === 1 ? said[0] : undefined;
};

/** Something whose heading says that it is no score of the member's. */
const isOther = (column: ColumnCells) =>
  says(column, 'not-score', 'activity') ||
  (says(column, 'counter') && !says(column, 'score')) ||
  (column.counts && !says(column, 'ssi', 'total'));

/** Nearly every cell of a column that has anything in it; some may hold "n/a" or a mistake. */
const most = (count: number, of: number) => of > 0 && count >= of * 0.8;

/** Whether the cells may be scores of 0 to `maximum`. */
const fits = (column: ColumnCells, maximum: 25 | 100) =>
  column.numberCount > 0 &&
  most(maximum === 25 ? column.inPillars : column.inTotals, column.numberCount) &&
  column.numberCount >= filledNumbers(column) * 0.5;

/** Cells that have a digit in them. */
const filledNumbers = (column: ColumnCells) => column.numbers.filter((number) => number !== undefined).length;

/** How sure a heading is that its column is the total: 3 names the SSI, 2 a total, 1 a score, all in words that are known; 0 is none of these. */
function totalTier(column: ColumnCells): 0 | 1 | 2 | 3 {
  if (isOther(column) || groupOf(column) !== undefined || pillarOf(column) !== undefined) return 0;
  if (!column.heading.known || says(column, 'average', 'rank', 'day', 'year', 'month', 'span')) return 0;
  if (says(column, 'ssi')) return 3;
  if (says(column, 'total')) return 2;
  return says(column, 'score') ? 1 : 0;
}

/** Whether four written scores are a written total, as closely as their decimals can say. */
export function addsUp(scores: readonly WrittenNumber[], total: WrittenNumber): boolean {
  // LinkedIn pads nothing, so the longest of the four tells how they were rounded.
  const digits = Math.max(...scores.map(({ decimals }) => decimals));
  const allowed = 0.5 * 10 ** -total.decimals + scores.length * 0.5 * 10 ** -digits + float32Tolerance;
  const sum = scores.reduce((before, { value }) => before + value, 0);
  return Math.abs(sum - total.value) <= allowed;
}

interface Proof {
  readonly total: ColumnCells;
  readonly four: readonly ColumnCells[];
  readonly rank: number;
}

/** How many of the lines that have all five numbers agree, of how many; lines of zeros prove nothing. */
function agreement(
  total: ColumnCells,
  four: readonly ColumnCells[],
): { readonly agree: number; readonly of: number; readonly cut: number } {
  let [agree, of, cut] = [0, 0, 0];
  for (const [line, sum] of total.numbers.entries()) {
    const scores = four.map((column) => column.numbers[line]);
    if (sum === undefined || Number.isNaN(sum.value) || sum.value === 0) continue;
    const known = scores.filter((score): score is WrittenNumber => score !== undefined && !Number.isNaN(score.value));
    if (known.length < 4) continue;
    of += 1;
    if (addsUp(known, total.fractions ? { ...sum, value: sum.value * 100, decimals: 0 } : sum)) agree += 1;
    const rest = sum.value - known.reduce((before, { value }) => before + value, 0);
    if (rest > -0.51 && rest < 4.5 && known.every(({ value }) => Number.isInteger(value))) cut += 1;
  }
  return { agree, of, cut };
}

/** The best proof that one column is the sum of four in (nearly) every line. */
function bestProof(columns: readonly ColumnCells[], answered: ColumnCells | undefined): Proof | undefined {
  const numeric = columns.filter((column) => fits(column, 100) && !column.counts);
  const totals = (answered ? [answered] : numeric).filter(
    (column) => groupOf(column) === undefined && column.numberCount > 0,
  );
  let best: Proof | undefined;
  for (const four of quadruples(columns)) {
    for (const total of totals) {
      if (four.columns.includes(total)) continue;
      const { agree, of } = agreement(total, four.columns);
      if (of === 0 || agree < Math.max(of * 0.8, 1)) continue;
      const rank = four.rank + totalTier(total) * 10 - (isOther(total) ? 40 : 0) + (agree / of) * 5;
      if (best === undefined || rank > best.rank) best = { total, four: four.columns, rank };
    }
  }
  return best;
}

/** The columns that may be the four pillars, in LinkedIn's order: by their headings, or four beside each other that no heading speaks against. */
function quadruples(
  columns: readonly ColumnCells[],
): { readonly columns: readonly ColumnCells[]; readonly rank: number }[] {
  const found: { columns: readonly ColumnCells[]; rank: number }[] = [];
  const candidates = pillars.map((pillar) =>
    columns
      .filter(
        (column) =>
          pillarOf(column) === pillar &&
          groupOf(column) === undefined &&
          fits(column, 25) &&
          !says(column, 'rank', 'average'),
      )
      .slice(0, 4),
  );
  const [brand = [], people = [], insights = [], relationships = []] = candidates;
  for (const one of brand)
    for (const two of people)
      for (const three of insights)
        for (const four of relationships) {
          const all = [one, two, three, four];
          const certain = all.filter((column) => column.heading.known && !isOther(column)).length;
          found.push({ columns: all, rank: 40 + certain * 5 - spread(all) * 0.01 });
        }
  const beside = columns.filter((column) => column.filled > 0);
  for (let start = 0; start + 4 <= beside.length; start += 1) {
    const all = beside.slice(start, start + 4);
    const possible = all.every((column, place) => {
      const said = pillarOf(column);
      return (
        fits(column, 25) &&
        groupOf(column) === undefined &&
        !says(column, 'not-score', 'rank', 'total') &&
        !column.counts &&
        column.rankLike === 0 &&
        (said === undefined || said === pillars[place])
      );
    });
    if (possible)
      found.push({ columns: all, rank: 10 + all.filter((column) => pillarOf(column) !== undefined).length * 4 });
  }
  return found;
}

const spread = (columns: readonly ColumnCells[]) =>
  Math.max(...columns.map(({ index }) => index)) - Math.min(...columns.map(({ index }) => index));

/** Whether two columns say the same wherever both say something. */
function same(one: ColumnCells, other: ColumnCells): boolean {
  return one.numbers.every((number, line) => {
    const opposite = other.numbers[line];
    return number === undefined || opposite === undefined || Math.abs(number.value - opposite.value) <= 0.5;
  });
}

const choiceOf = (column: ColumnCells): Choice => ({
  value: labelOf(column),
  label: labelOf(column),
  samples: column.texts
    .filter((text) => text !== '')
    .slice(0, 3)
    .map((text) => text.slice(0, 40)),
});

/** A column's heading, or its letter as spreadsheets have it. */
export function labelOf({ heading, index }: Pick<ColumnCells, 'heading' | 'index'>): string {
  const letters = index < 26 ? '' : String.fromCharCode(64 + Math.floor(index / 26));
  return heading.text === '' ? `${letters}${String.fromCharCode(65 + (index % 26))}` : heading.text.slice(0, 80);
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
    choices: choices.slice(0, 12).map(choiceOf),
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
  const answered = columns.find(
    (column) => answer !== undefined && labelOf(column).toLowerCase() === answer.trim().toLowerCase(),
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
    const wanted =
      four !== undefined &&
      (total === undefined ||
        'kind' in total ||
        cutPillars ||
        agreement(total, four).of === 0 ||
        answered === undefined);
    if (four !== undefined && wanted)
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

/** What a text in a long table names: a field of the member's, or of a group that `section` tells. */
export function fieldNamed(text: string, section: string): Field | undefined {
  const own = readHeading(text);
  const around = readHeading(section);
  if (own.means.has('not-score') || own.means.has('activity')) return undefined;
  const group =
    groups.find((candidate) => own.means.has(candidate)) ?? groups.find((candidate) => around.means.has(candidate));
  const pillar = pillars.filter((candidate) => own.means.has(candidate));
  const rank = own.means.has('rank') || (around.means.has('rank') && !own.means.has('average'));
  if (pillar.length === 1 && pillar[0] !== undefined)
    return group === undefined
      ? { of: 'pillar', pillar: pillar[0] }
      : { of: 'average-pillar', group, pillar: pillar[0] };
  if (pillar.length > 1) return undefined;
  if (group !== undefined) {
    if (rank && !own.means.has('average')) return { of: 'rank', group };
    return own.means.has('average') || own.means.has('total') || own.means.has('ssi') || own.means.has('score')
      ? { of: 'average', group }
      : undefined;
  }
  if (own.means.has('rank') || own.means.has('average')) return undefined;
  return own.means.has('ssi') || own.means.has('total') || (own.means.has('score') && own.known)
    ? { of: 'total' }
    : undefined;
}
