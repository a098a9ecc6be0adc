import { forEachPillar, pillarMaximum, pillars, totalMaximum, type Pillar, type Scores } from '../../core/score/pillar';
import { addsUp, isScore, isTotal } from '../../core/score/reading';
import {
  countLetters,
  countWithin,
  holds,
  parentOf,
  smallestAround,
  type PageNumber,
  type PageText,
  type TextRun,
} from './page-text';
import { pillarNamedBy } from './pillar-words';
import { wordsOf } from './words-of';

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

/** A whole number of 0 to 100 that can be a total. */
interface PrintedTotal {
  readonly total: number;
  readonly element: Element;
  /** Its place in `text.all`. */
  readonly at: number;
}

/** One number that can be a score, where it stands, and what it is called. */
interface Value {
  readonly number: PageNumber;
  readonly run: TextRun;
  readonly at: number;
}

/** The page prints at most this many digits behind the decimal mark. */
const mostDecimals = 3;

/** "53", "53 points", "Your SSI: 53": what stands beside a total has no more letters. */
const mostLettersBesideTotal = 24;

/** Between a number and the most there is, "out of", stand no more letters. */
const mostLettersOfMaximum = 14;

const signs = '+−-▲▼△▽↑↓⬆⬇±';

/** Whether `number` is a change: a sign or an arrow stands before it, or it is negative. */
function isChange({ start, text, value }: PageNumber): boolean {
  if (value < 0) return true;
  const before = text.slice(0, start).trimEnd();
  return before !== '' && signs.includes(before.charAt(before.length - 1)) && !/[\p{L}\p{Nd}]\s*[-−]$/u.test(before);
}

/** The numbers of a run without changes, percentages, numbering, and the most there is beside a number ("/ 25", "out of 100"). */
function plainNumbers(run: TextRun): { readonly numbers: readonly PageNumber[]; readonly isOfTotal: boolean } {
  const kept = run.numbers.filter((number) => !number.percent && !isChange(number));
  const isMost = (number: PageNumber | undefined): boolean =>
    number?.decimals === 0 && (number.value === pillarMaximum || number.value === totalMaximum);
  const isNear = (one: PageNumber, other: PageNumber): boolean =>
    countLetters(run.text.slice(one.start, other.start)) <= mostLettersOfMaximum;
  const numbers: PageNumber[] = [];
  let isOfTotal = false;
  for (let index = 0; index < kept.length; index += 1) {
    const one = kept[index];
    const next = kept[index + 1];
    if (!one) continue;
    const isPair = next !== undefined && isNear(one, next);
    const most =
      isPair && isMost(next) && one.value <= next.value
        ? next
        : isPair && isMost(one) && next.value <= one.value
          ? one
          : undefined;
    if (most && next) {
      numbers.push(most === next ? one : next);
      isOfTotal ||= most.value === totalMaximum;
      index += 1;
    } else if (isMost(one) && /^\s*\/\s*$/.test(run.text.slice(0, one.start))) {
      // "/ 25" in a block of its own.
    } else numbers.push(one);
  }
  const [first, ...others] = numbers;
  const isNumbered = first?.decimals === 0 && others.length > 0 && /^\s*\p{Nd}+[.)]\s/u.test(run.text);
  return { numbers: isNumbered ? others : numbers, isOfTotal };
}

/** Every set of four labelled scores on the page, whoever's, with its total where the page prints one; and every number that can be a total. */
export function findSets(text: PageText): ScoreSet[] {
  const values: Value[] = [];
  const totals: PrintedTotal[] = [];
  text.all.forEach((run, at) => {
    if (run.numbers.length === 0) return;
    const { numbers, isOfTotal } = plainNumbers(run);
    for (const number of numbers) {
      const { value, decimals } = number;
      if (!isOfTotal && isScore(value) && (decimals <= mostDecimals || run.kind === 'bar'))
        values.push({ number, run, at });
      const isAlone = numbers.length === 1 && countLetters(run.text) <= mostLettersBesideTotal;
      if (decimals === 0 && isTotal(value) && (isOfTotal || isAlone))
        totals.push({ total: value, element: number.element, at });
    }
  });
  const rows = rowsOf(values, text.root);
  const windows = rows
    .map((_, start) => rows.slice(start, start + pillars.length))
    .filter((four) => four.length === pillars.length)
    .concat(sentencesOf(values));
  const sets = windows.map((four) => setOf(four, text, totals)).filter((set) => set !== undefined);
  return withoutOverlaps(sets);
}

/** One row: an element that says one value, in whichever ways, and what else it says. */
interface Row {
  readonly element: Element;
  readonly values: readonly Value[];
}

/** The largest elements that say one value each, in document order. */
function rowsOf(values: readonly Value[], root: Element): Row[] {
  const counts = countWithin(
    values.map(({ run }) => run.element),
    root,
  );
  const rows: Row[] = [];
  for (let index = 0; index < values.length;) {
    const value = values[index];
    if (!value) break;
    let row: Row = {
      element: value.run.element,
      values: values.slice(index, index + (counts.get(value.run.element) ?? 1)),
    };
    if (!saysOne(row.values)) {
      index += row.values.length;
      continue;
    }
    for (let up = parentOf(row.element); up && up !== root; up = parentOf(up)) {
      const wider = values.slice(index, index + (counts.get(up) ?? 0));
      // What comes before in that element was a row of its own.
      if (wider.length !== counts.get(up) || !wider.every(({ run }) => holds(up, run.element)) || !saysOne(wider))
        break;
      row = { element: up, values: wider };
    }
    rows.push(row);
    index += row.values.length;
  }
  return rows;
}

/** Whether values that stand together are one: said once for the eye, once for assistive technology and once by a bar, at most, and the most there is beside it. */
function saysOne(values: readonly Value[]): boolean {
  const [one, ...others] = withoutMaximum(values);
  if (!one || new Set(values.map(({ run }) => run)).size < values.length) return false;
  const kinds = new Set([one.run.kind]);
  return others.every((other) => {
    const isNew = !kinds.has(other.run.kind);
    kinds.add(other.run.kind);
    return (
      isNew && Math.abs(other.number.value - one.number.value) <= Math.max(precisionOf(one), precisionOf(other)) + 1e-5
    );
  });
}

/** "out of 25" in a block of its own beside a number. */
function withoutMaximum(values: readonly Value[]): readonly Value[] {
  if (values.length < 2) return values;
  const others = values.filter(
    ({ number, run }, index) =>
      index === 0 ||
      number.value !== pillarMaximum ||
      run.text.slice(0, number.start).trim() === '' ||
      countLetters(run.text) > mostLettersOfMaximum,
  );
  return others;
}

function precisionOf({ number, run }: Value): number {
  return run.kind === 'bar' && number.decimals > mostDecimals ? 0 : 0.5 / 10 ** number.decimals;
}

/** Runs that say four values with words between them: a sentence. */
function sentencesOf(values: readonly Value[]): Row[][] {
  const byRun = new Map<TextRun, Value[]>();
  for (const value of values) byRun.set(value.run, [...(byRun.get(value.run) ?? []), value]);
  return [...byRun.values()]
    .filter((said) => said.length === pillars.length)
    .map((said) => said.map((value) => ({ element: value.run.element, values: [value] })));
}

function setOf(rows: readonly Row[], text: PageText, totals: readonly PrintedTotal[]): ScoreSet | undefined {
  const best = rows.map(({ values }) => bestOf(values));
  const sum = best.reduce((points, { number }) => points + number.value, 0);
  if (!totals.some(({ total }) => Math.abs(total - sum) < 1)) return undefined;
  // 1, 2, 3, 4 is a numbering.
  if (best.every(({ number }, index) => number.value === index + 1)) return undefined;
  if (new Set(rows.map(({ element }) => element.localName)).size > 1) return undefined;
  const around = smallestAround(rows.map(({ element }) => element));
  if (!around) return undefined;
  const places = rows.map((row) => extentOf(row, text));
  // Between the rows of one set stands the same: nothing, or labels. Between two sets stand a heading and a total.
  const gaps = places.slice(1).map(({ from }, index) => from - (places[index]?.to ?? 0));
  if (gaps.some((gap) => gap !== gaps[0])) return undefined;
  const { labels, ...extent } = labelsOf(rows, places, text);
  const named = labels.map(pillarNamedBy);
  const isNamed = pillars.every((pillar) => named.filter((name) => name === pillar).length === 1);
  const isMoved = named.some((name, index) => name !== undefined && name !== pillars[index]);
  // Where every label names its pillar the labels say the order.
  const indexes = forEachPillar((pillar) => (isNamed ? named.indexOf(pillar) : pillars.indexOf(pillar)));
  const at = <Item>(items: readonly Item[], pillar: Pillar): Item => items[indexes[pillar]] as Item;
  const shown = rows.map(
    ({ values }) => values.find(({ run }) => run.kind === 'text' || run.kind === 'silent') ?? bestOf(values),
  );
  const decimals = Math.max(...best.map(({ number }) => number.decimals));
  const set = {
    scores: forEachPillar((pillar) => at(best, pillar).number.value),
    elements: forEachPillar((pillar) => at(shown, pillar).number.element),
    labels: forEachPillar((pillar) => at(labels, pillar)),
    precision: best.some(({ number }) => number.decimals > mostDecimals) ? 0 : Math.max(0.0005, 0.5 / 10 ** decimals),
    decimals: Math.min(decimals, mostDecimals),
    isTabled: best.every(({ run }) => run.kind === 'cell'),
    order: isNamed ? 'named' : isMoved ? 'contradicted' : 'unknown',
    around,
    ...extent,
  } as const;
  const total = totalFor(set, totals);
  return total && { ...set, total };
}

/** Where the first and the last run of a row stand in `text.all`. */
function extentOf({ element, values }: Row, text: PageText): Extent {
  const isInside = (at: number): boolean => {
    const run = text.all[at];
    return run !== undefined && holds(element, run.element);
  };
  let from = values[0]?.at ?? 0;
  let to = values.at(-1)?.at ?? 0;
  while (isInside(from - 1)) from -= 1;
  while (isInside(to + 1)) to += 1;
  return { from, to };
}

/** The finest of what says one value. */
function bestOf(values: readonly Value[]): Value {
  return withoutMaximum(values).reduce((best, value) => (value.number.decimals > best.number.decimals ? value : best));
}

/** Where something begins and ends in `text.all`. */
interface Extent {
  readonly from: number;
  readonly to: number;
}

interface Labels {
  readonly labels: readonly string[];
  readonly first: number;
  readonly last: number;
}

/** What each of four rows is called: by words in it, or by words in blocks that take turns with them, or that stand in a row of their own. */
function labelsOf(rows: readonly Row[], places: readonly Extent[], text: PageText): Labels {
  const runs = rows.map(({ values }) => values.map(({ run }) => run));
  const start = places[0]?.from ?? 0;
  const end = places.at(-1)?.to ?? 0;
  const none = ['', '', '', ''];
  const extended = (labels: readonly string[] = none, ats: readonly number[] = []): Labels => ({
    labels,
    first: Math.min(start, ...ats),
    last: Math.max(end, ...ats),
  });
  if (new Set(runs.flat()).size === 1) return extended(labelsInSentence(rows));
  const own = places.map(({ from, to }) => {
    const inside = text.all.slice(from, to + 1);
    const silent = inside.find((run) => run.numbers.length === 0 && countLetters(run.text) >= 2);
    return wordsOf((silent ?? inside.find((run) => countLetters(run.text) >= 2))?.text ?? '');
  });
  if (own.every((label) => countLetters(label) >= 2)) return extended(own);
  const isLabel = (at: number): boolean => {
    const run = text.all[at];
    return run !== undefined && countLetters(run.text) >= 2 && plainNumbers(run).numbers.length === 0;
  };
  const label = (at: number): string => wordsOf(text.all[at]?.text ?? '');
  const before = places.map(({ from }) => from - 1);
  const after = places.map(({ to }) => to + 1);
  const turns = places.slice(1).every(({ from }, index) => from - (places[index]?.to ?? 0) > 1);
  if (turns) {
    const ways = [before, after].filter((ats) => ats.every(isLabel));
    const alike = (ats: readonly number[]): boolean =>
      new Set(ats.map((at) => text.all[at]?.element.localName)).size === 1;
    const moved = (ats: readonly number[]): boolean =>
      ats.some((at, index) => (pillarNamedBy(label(at)) ?? pillars[index]) !== pillars[index]);
    const chosen = ways.filter(alike).find((ats) => !moved(ats)) ?? ways.find(alike) ?? ways[0];
    return extended(chosen?.map(label), chosen);
  }
  if (places.slice(1).some(({ from }, index) => from - (places[index]?.to ?? 0) > 1)) return extended();
  for (const from of [start - pillars.length, end + 1]) {
    const row = pillars.map((_, index) => from + index);
    if (row.every(isLabel)) return extended(row.map(label), row);
  }
  return extended();
}

/** "Brand: 20.998; people: 6.38 …": the words before each number, or after each where the first stands at the beginning. */
function labelsInSentence(rows: readonly Row[]): string[] | undefined {
  const numbers = rows.map(({ values }) => values[0]?.number).filter((number) => number !== undefined);
  const text = numbers[0]?.text ?? '';
  const starts = numbers.map(({ start }) => start);
  const before = starts.map((start, index) => wordsOf(text.slice(starts[index - 1] ?? 0, start)));
  const after = starts.map((start, index) => wordsOf(text.slice(start, starts[index + 1])));
  return [before, after].find((labels) => labels.every((label) => countLetters(label) >= 2));
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
