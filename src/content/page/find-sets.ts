import { forEachPillar, pillars, totalMaximum, type Pillar, type Scores } from '../../core/score/pillar';
import { addsUp } from '../../core/score/reading';
import { findRows, mostDecimals, type PrintedTotal, type Row } from './find-rows';
import { labelsOf } from './label-rows';
import { holds, parentOf, smallestAround, type PageText } from './page-text';
import { pillarNamedBy } from './pillar-words';

/** Four numbers of 0 to 25 that add up to a total of the page, whoever's, in whatever shape the page gives them. */
export interface ScoreSet {
  readonly scores: Scores;
  /** The elements that print them. */
  readonly elements: Readonly<Record<Pillar, Element>>;
  /** Their labels; empty where they have none, and nobody can say what they are. */
  readonly labels: Readonly<Record<Pillar, string>>;
  /** Half a unit of the last digit printed, in points; 0 for the value of a bar. */
  readonly precision: number;
  /** Digits behind the decimal mark of the finest of the four, 3 for all there are. */
  readonly decimals: number;
  /** Whether they stand in a table. */
  readonly isTabled: boolean;
  /** Whether their labels say that they stand in the order of the pillars, in another, or in none that is known. */
  readonly order: 'named' | 'unknown' | 'contradicted';
  /** The smallest element around the four. */
  readonly around: Element;
  /** Where its first and its last run stand in `text.all`: a number's or a label's. */
  readonly first: number;
  readonly last: number;
  /** The rounded sum as the page prints it, nearest to the four. */
  readonly total: PrintedTotal;
}

/** Every set of four labelled scores on the page, whoever's, with its total. */
export function findSets(text: PageText): ScoreSet[] {
  const { rows, sentences, totals } = findRows(text);
  const printed = new Set(totals.map(({ total }) => total));
  const windows = rows.map((_, start) => rows.slice(start, start + pillars.length)).slice(0, 1 - pillars.length);
  const sets = [...windows, ...sentences].map((four) => setOf(four, text, totals, printed));
  return withoutOverlaps(sets.filter((set) => set !== undefined));
}

function setOf(
  rows: readonly Row[],
  text: PageText,
  totals: readonly PrintedTotal[],
  printed: ReadonlySet<number>,
): ScoreSet | undefined {
  const sum = rows.reduce((points, { best }) => points + best.number.value, 0);
  if (!printed.has(Math.floor(sum)) && !printed.has(Math.ceil(sum))) return undefined;
  // 1, 2, 3, 4 is a numbering.
  if (rows.every(({ best }, index) => best.number.value === index + 1)) return undefined;
  // Between the rows of one set stands the same: nothing, or labels. Between two sets stand a heading and a total.
  const gaps = rows.slice(1).map(({ from }, index) => from - (rows[index]?.to ?? 0));
  if (gaps.some((gap) => gap !== gaps[0])) return undefined;
  if (new Set(rows.map(({ element }) => element.localName)).size > 1) return undefined;
  const around = smallestAround(rows.map(({ element }) => element));
  if (!around) return undefined;
  const { labels, ...extent } = labelsOf(rows, text);
  const named = labels.map(pillarNamedBy);
  const isNamed = pillars.every((pillar) => named.filter((name) => name === pillar).length === 1);
  const isMoved = named.some((name, index) => name !== undefined && name !== pillars[index]);
  // Where every label names its pillar the labels say the order.
  const indexes = forEachPillar((pillar) => (isNamed ? named : pillars).indexOf(pillar));
  const at = <Item>(items: readonly Item[], pillar: Pillar): Item => items[indexes[pillar]] as Item;
  const best = rows.map((row) => row.best.number);
  const shown = rows.map(
    (row) => row.values.find(({ run }) => run.kind === 'text' || run.kind === 'silent') ?? row.best,
  );
  const decimals = Math.max(...best.map((number) => number.decimals));
  const set = {
    scores: forEachPillar((pillar) => at(best, pillar).value),
    elements: forEachPillar((pillar) => at(shown, pillar).number.element),
    labels: forEachPillar((pillar) => at(labels, pillar)),
    precision: decimals > mostDecimals ? 0 : Math.max(0.0005, 0.5 / 10 ** decimals),
    decimals: Math.min(decimals, mostDecimals),
    isTabled: rows.every((row) => row.best.run.kind === 'cell'),
    order: isNamed ? 'named' : isMoved ? 'contradicted' : 'unknown',
    around,
    ...extent,
  } as const;
  const total = totalFor(set, totals);
  return total && { ...set, total };
}

/** The nearest printed total to which the set adds up: in the smallest element around both, before the set rather than after. */
function totalFor(set: Omit<ScoreSet, 'total'>, totals: readonly PrintedTotal[]): PrintedTotal | undefined {
  const fitting = totals.filter(
    ({ total, element, at }) =>
      addsUp(set.scores, total) &&
      (at < set.first || at > set.last) &&
      !pillars.some((pillar) => set.elements[pillar] === element),
  );
  const far = (printed: PrintedTotal): number => {
    let steps = 0;
    for (let up: Element | null = set.around; up && !holds(up, printed.element); up = parentOf(up)) steps += 1;
    return steps * 10_000 + Math.abs(printed.at - set.first) + (printed.at > set.last ? 1 : 0);
  };
  return fitting.toSorted((one, other) => far(one) - far(other))[0];
}

/** Where sets share numbers: those with labels, of them those in a known order, and of them those whose rows stand closest. */
function withoutOverlaps(sets: readonly ScoreSet[]): ScoreSet[] {
  const numbers = new Map(sets.map((set) => [set, new Set(pillars.map((pillar) => set.elements[pillar]))]));
  const overlap = (one: ScoreSet, other: ScoreSet): boolean =>
    one !== other && pillars.some((pillar) => numbers.get(other)?.has(one.elements[pillar]));
  const rankOf = ({ labels, order }: ScoreSet): number => (labels.brand === '' ? 0 : order === 'named' ? 2 : 1);
  // A table goes on with the points that remain to 100.
  const isFirst = (one: ScoreSet, other: ScoreSet): boolean =>
    one.isTabled && one.first < other.first && other.scores.relationships === totalMaximum - one.total.total;
  const isBetter = (one: ScoreSet, other: ScoreSet): boolean =>
    rankOf(one) === rankOf(other)
      ? isFirst(one, other) || (one.around !== other.around && holds(other.around, one.around))
      : rankOf(one) > rankOf(other);
  return sets.filter((set) => !sets.some((other) => overlap(set, other) && isBetter(other, set)));
}
