import { totalMaximum } from '../../core/score/pillar';
import { isTotal } from '../../core/score/reading';
import type { ScoreSet } from './find-sets';
import {
  countLetters,
  countWithin,
  largestWithSameCount,
  smallestAround,
  type PageNumber,
  type PageText,
  type TextRun,
} from './page-text';
import { selectors } from './selectors';

/** "20 out of 100": a total as the page prints it, the member's own or a group's. */
export interface Figure {
  /** The whole number, 0 to 100. */
  readonly total: number;
  /** The element of the number alone. */
  readonly element: Element;
  /** The smallest element with the number and its hundred. */
  readonly around: Element;
  /** The largest element with this figure and no other: its own section of the page. */
  readonly section: Element;
  /**
   * Whose it is. The member's own or a group's by the class around it; a group's, too, where its section repeats the total in a
   * sentence, as only a group's does ("… have an average SSI of 31.").
   */
  readonly owner: 'member' | 'group' | 'unknown';
}

/** A figure's text is short: a sentence that says "41 out of 100" is none. */
const longestFigure = 48;

/** "20" or "20 点". */
const mostLettersBesideTotal = 4;

/** A sentence has more letters than "out of 100", in every script. */
const fewestLettersOfSentence = 8;

/** Whether `run` is a sentence with a number in it: no labelled value, which stands in a list or begins with its number. */
export function isSentence(run: TextRun): boolean {
  return (
    run.numbers.length > 0 &&
    run.text.slice(0, run.numbers[0]?.start).trim() !== '' &&
    countLetters(run.text) >= fewestLettersOfSentence &&
    run.element.closest(selectors.list) === null
  );
}

/** Whether two numbers that follow each other are a total and the most there is: the total, or undefined. The order differs by language. */
function totalOfPair(first: PageNumber, second: PageNumber): PageNumber | undefined {
  const whole = [first, second].every(({ value, decimals, percent }) => decimals === 0 && isTotal(value) && !percent);
  if (!whole) return undefined;
  if (second.value === totalMaximum) return first;
  if (first.value === totalMaximum) return second;
  return undefined;
}

/** Every figure of the page, in document order, whoever's. The numbers of `sets` are in no sentence. */
export function findFigures(text: PageText, sets: readonly ScoreSet[]): Figure[] {
  const { numbersIn } = text;
  const found: { readonly total: PageNumber; readonly around: Element }[] = [];
  text.numbers.forEach((first, index) => {
    const second = text.numbers[index + 1];
    const total = second && totalOfPair(first, second);
    if (!total) return;
    const around = smallestAround([first.element, second.element]);
    if (!around || numbersIn.get(around) !== 2) return;
    if (first.text.length > longestFigure || second.text.length > longestFigure) return;
    // In a block of its own the number stands alone: a sentence's number does not belong to a figure that lost its own.
    if (first.text !== second.text && countLetters(total.text) > mostLettersBesideTotal) return;
    found.push({ total, around });
  });
  if (found.length === 0) return [];
  const figuresIn = countWithin(
    found.map(({ around }) => around),
    text.root,
  );
  const sentences = text.runs.filter(
    (run) => isSentence(run) && !sets.some(({ around }) => around.contains(run.element)),
  );
  return found.map(({ total, around }): Figure => {
    const section = largestWithSameCount(around, figuresIn);
    const inSentence = sentences.some(
      (run) =>
        section.contains(run.element) &&
        run.numbers.some(({ value, percent }) => value === total.value && !percent) &&
        !run.numbers.some(({ value }) => value === totalMaximum),
    );
    return {
      total: total.value,
      element: total.element,
      around,
      section,
      owner: ownerByClass(around) ?? (inSentence ? 'group' : 'unknown'),
    };
  });
}

function ownerByClass(figure: Element): 'member' | 'group' | undefined {
  if (figure.closest(selectors.groupScore)) return 'group';
  return figure.closest(selectors.memberScore) ? 'member' : undefined;
}
