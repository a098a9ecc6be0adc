import { pillarMaximum, pillars, totalMaximum } from '../../core/score/pillar';
import { isScore, isTotal } from '../../core/score/reading';
import { countLetters, countWithin, holds, parentOf, type PageNumber, type PageText, type TextRun } from './page-text';

/** A whole number of 0 to 100 that can be a total. */
export interface PrintedTotal {
  readonly total: number;
  readonly element: Element;
  /** Its place in `text.all`. */
  readonly at: number;
}

/** One number that can be a score, and where it stands. */
interface Value {
  readonly number: PageNumber;
  readonly run: TextRun;
  readonly at: number;
}

/** One row: an element that says one value, in whichever ways, and what else it says. */
export interface Row {
  readonly element: Element;
  readonly values: readonly Value[];
  /** The finest of them. */
  readonly best: Value;
  /** Where its first and its last run stand in `text.all`. */
  readonly from: number;
  readonly to: number;
}

/** The page prints at most this many digits behind the decimal mark; a bar may have more. */
export const mostDecimals = 3;

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
export function plainNumbers(run: TextRun): { readonly numbers: readonly PageNumber[]; readonly isOfTotal: boolean } {
  const kept = run.numbers.filter((number) => !number.percent && !isChange(number));
  const isMost = (number: PageNumber): boolean =>
    number.decimals === 0 && (number.value === pillarMaximum || number.value === totalMaximum);
  const numbers: PageNumber[] = [];
  let isOfTotal = false;
  for (let index = 0; index < kept.length; index += 1) {
    const one = kept[index];
    const next = kept[index + 1];
    if (!one) continue;
    const isPair = next && countLetters(run.text.slice(one.start, next.start)) <= mostLettersOfMaximum;
    const isSecond = isPair && isMost(next) && one.value <= next.value;
    if (isSecond || (isPair && isMost(one) && next.value <= one.value)) {
      numbers.push(isSecond ? one : next);
      isOfTotal ||= (isSecond ? next : one).value === totalMaximum;
      index += 1;
    } else if (!(isMost(one) && /^\s*\/\s*$/.test(run.text.slice(0, one.start)))) {
      // It is no "/ 25" in a block of its own.
      numbers.push(one);
    }
  }
  const [first, ...others] = numbers;
  const isNumbered = first?.decimals === 0 && others.length > 0 && /^\s*\p{Nd}+[.)]\s/u.test(run.text);
  return { numbers: isNumbered ? others : numbers, isOfTotal };
}

/** Every row of the page that may be one of a set's four, those of four that take turns in a sentence, and every number that can be a total. */
export function findRows(text: PageText): {
  readonly rows: readonly Row[];
  readonly sentences: readonly (readonly Row[])[];
  readonly totals: readonly PrintedTotal[];
} {
  const values: Value[] = [];
  const sentences: Row[][] = [];
  const totals: PrintedTotal[] = [];
  text.all.forEach((run, at) => {
    if (run.numbers.length === 0) return;
    const { numbers, isOfTotal } = plainNumbers(run);
    const said: Value[] = [];
    for (const number of numbers) {
      const { value, decimals } = number;
      if (!isOfTotal && isScore(value) && (decimals <= mostDecimals || run.kind === 'bar'))
        said.push({ number, run, at });
      if (decimals !== 0 || !isTotal(value)) continue;
      if (isOfTotal || (numbers.length === 1 && countLetters(run.text) <= mostLettersBesideTotal))
        totals.push({ total: value, element: number.element, at });
    }
    values.push(...said);
    if (said.length === pillars.length) sentences.push(said.map((value) => rowOf(run.element, value, [], text)));
  });
  return { rows: rowsOf(values, text), sentences, totals };
}

/** The largest elements that say one value each, in document order. */
function rowsOf(values: readonly Value[], text: PageText): Row[] {
  const counts = countWithin(
    values.map(({ run }) => run.element),
    text.root,
  );
  const rows: Row[] = [];
  for (let index = 0; index < values.length;) {
    const first = values[index];
    if (!first) break;
    let { element } = first.run;
    let end = Math.min(index + (counts.get(element) ?? 1), values.length);
    if (saysOne(values, index, end)) {
      const before = values[index - 1]?.run.element;
      for (let up = parentOf(element); up && up !== text.root; up = parentOf(up)) {
        const wider = index + (counts.get(up) ?? 0);
        // What comes before in that element was a row of its own.
        if (wider > values.length || !saysOne(values, index, wider) || (before && holds(up, before))) break;
        element = up;
        end = wider;
      }
      rows.push(rowOf(element, first, values.slice(index + 1, end), text));
    }
    index = end;
  }
  return rows;
}

/**
 * Whether the values from `start` to `end`, which stand together, are one: said once for the eye, once for assistive technology and once by a bar, at
 * most, and the most there is beside it.
 */
function saysOne(values: readonly Value[], start: number, end: number): boolean {
  const one = values[start];
  if (!one) return false;
  const kinds = new Set([one.run.kind]);
  for (let index = start + 1; index < end; index += 1) {
    const other = values[index];
    if (!other || other.run === values[index - 1]?.run) return false;
    if (isMaximum(other)) continue;
    const tolerance = Math.max(precisionOf(one), precisionOf(other)) + 1e-5;
    if (kinds.has(other.run.kind) || Math.abs(other.number.value - one.number.value) > tolerance) return false;
    kinds.add(other.run.kind);
  }
  return true;
}

/** Whether what stands beside a value is "out of 25" in a block of its own. */
function isMaximum({ number, run }: Value): boolean {
  return (
    number.value === pillarMaximum &&
    run.text.slice(0, number.start).trim() !== '' &&
    countLetters(run.text) <= mostLettersOfMaximum
  );
}

function precisionOf({ number, run }: Value): number {
  return run.kind === 'bar' && number.decimals > mostDecimals ? 0 : 0.5 / 10 ** number.decimals;
}

function rowOf(element: Element, first: Value, others: readonly Value[], text: PageText): Row {
  const isInside = (at: number): boolean => holds(element, text.all[at]?.element);
  let best = first;
  for (const other of others) if (other.number.decimals > best.number.decimals && !isMaximum(other)) best = other;
  let from = first.at;
  let to = others.at(-1)?.at ?? from;
  while (isInside(from - 1)) from -= 1;
  while (isInside(to + 1)) to += 1;
  return { element, values: [first, ...others], best, from, to };
}
