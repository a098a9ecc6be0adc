/** A number as it stands in a text. */
export interface ParsedNumber {
  readonly value: number;
  /** Digits after the decimal mark, 0 when there is none. */
  readonly decimals: number;
  /** Whether a percent sign stands directly before or after it, with or without a space of any kind. */
  readonly percent: boolean;
  /** Where it begins in the text, in UTF-16 code units. */
  readonly start: number;
}

/**
 * The zero of every set of decimal digits that a page of LinkedIn may use: Latin, Arabic-Indic, Persian, Devanagari, Bengali, Gurmukhi,
 * Telugu, Thai, full width. Unicode puts the nine other digits right behind each.
 */
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xc66, 0xe50, 0xff10];

/** No digit but the Latin ones stands before the first Arabic-Indic one. */
const perhapsForeign = /[\u0660-\uffff]/;

/** Latin digits for all others; every character keeps its place. */
function withLatinDigits(text: string): string {
  if (!perhapsForeign.test(text)) return text;
  return Array.from({ length: text.length }, (_, index) => {
    const code = text.charCodeAt(index);
    const zero = zeros.findLast((first) => first <= code);
    return zero === undefined || code - zero > 9 ? text.charAt(index) : String(code - zero);
  }).join('');
}

const percentSigns = '%٪﹪％';

/** Invisible marks that turn the direction of writing. */
const directionMarks = '\u061c\u200e\u200f\u2066\u2067\u2068\u2069';

/** A percent sign stands at most so many spaces and marks away. */
const widestGap = 7;

/** Whether a percent sign is the next thing from `index` on, forwards (`step` 1) or backwards (−1), through spaces of any kind. */
function meetsPercent(text: string, index: number, step: 1 | -1): boolean {
  for (let gap = 0; gap <= widestGap; gap += 1) {
    const character = text.charAt(index + gap * step);
    if (character === '') return false;
    if (percentSigns.includes(character)) return true;
    if (character.trim() !== '' && !directionMarks.includes(character)) return false;
  }
  return false;
}

/**
 * Every number in `text`, in order. No number of the page is above 100, so a single point, comma or Arabic decimal separator between
 * digits is always the decimal mark, in every language: "20,973" is 20.973. Digits with more than one mark ("1.2.3", a date) are no number.
 */
export function parseNumbers(text: string): ParsedNumber[] {
  const numbers: ParsedNumber[] = [];
  const latin = withLatinDigits(text);
  const pattern = /\d+(?:[.,٫]\d+)*/g;
  for (let match = pattern.exec(latin); match; match = pattern.exec(latin)) {
    const { 0: digits, index: first } = match;
    const [whole, decimals = '', ...more] = digits.split(/[.,٫]/);
    if (more.length > 0) continue;
    const start = isMinus(latin, first - 1) ? first - 1 : first;
    const value = Number(`${whole}.${decimals}`);
    numbers.push({
      value: start < first ? -value : value,
      decimals: decimals.length,
      percent: meetsPercent(latin, pattern.lastIndex, 1) || meetsPercent(latin, start - 1, -1),
      start,
    });
  }
  return numbers;
}

/** Whether a minus sign stands at `index`, and no dash between two words or numbers. */
function isMinus(text: string, index: number): boolean {
  const sign = text[index];
  return (sign === '-' || sign === '−') && !/[\d\p{L}]$/u.test(text.slice(0, index));
}
