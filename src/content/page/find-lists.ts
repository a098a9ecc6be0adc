import { pillars, type Pillar } from '../../core/score/pillar';
import { isScore } from '../../core/score/reading';
import { countLetters, largestWithSameCount, smallestAround, type PageNumber, type PageText } from './page-text';

/** Four labelled numbers side by side, in the page's order of the pillars. */
export interface ScoreList {
  readonly numbers: Readonly<Record<Pillar, PageNumber>>;
  /** The smallest element around the four: it contains no other number. */
  readonly around: Element;
}

/** The page prints at most this many digits behind the decimal mark. */
const mostDecimals = 3;

/** Every list of four labelled scores of 0 to 25 in the page, in document order, whoever's. */
export function findLists(text: PageText): ScoreList[] {
  const { numbersIn } = text;
  const isLabelled = (number: PageNumber): boolean =>
    countLetters(largestWithSameCount(number.element, numbersIn).textContent) >= 2;
  const lists: ScoreList[] = [];
  for (let start = 0; start + pillars.length <= text.numbers.length; start += 1) {
    const four = text.numbers.slice(start, start + pillars.length);
    if (!four.every(({ value, decimals, percent }) => isScore(value) && decimals <= mostDecimals && !percent)) continue;
    if (!four.every(({ element }) => numbersIn.get(element) === 1)) continue;
    const around = smallestAround(four.map(({ element }) => element));
    if (!around || numbersIn.get(around) !== pillars.length || !four.every(isLabelled)) continue;
    // 1, 2, 3, 4 is a numbering.
    if (four.every(({ value }, index) => value === index + 1)) continue;
    const [brand, people, insights, relationships] = four;
    if (!brand || !people || !insights || !relationships) continue;
    lists.push({ numbers: { brand, people, insights, relationships }, around });
  }
  return lists;
}
