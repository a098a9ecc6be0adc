import { addsUp } from './adds-up';
import type { ColumnCells } from './column-cells';
import { fits, groupOf, isOther, pillarOf, says, totalTier } from './column-says';
import type { WrittenNumber } from './written-number';
import { pillars } from '../core/score/pillar';

interface Proof {
  readonly total: ColumnCells;
  readonly four: readonly ColumnCells[];
  readonly rank: number;
}

/** How many of the lines that have all five numbers agree, of how many; lines of zeros prove nothing. */
export function agreement(
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
export function bestProof(columns: readonly ColumnCells[], answered: ColumnCells | undefined): Proof | undefined {
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
