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

/** The value of the digit at `index`, 0 to 9, of whichever set; undefined where none stands, or nothing. */
function digitAt(text: string, index: number): number | undefined {
  const code = text.charCodeAt(index);
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (!(code >= 0x660)) return undefined;
  const zero = zeros.findLast((first) => first <= code);
  return zero !== undefined && code - zero <= 9 ? code - zero : undefined;
}

/** Point, comma and Arabic decimal separator. */
const decimalMarks = '.,٫';

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
 * Read character by character: expressions take the browser longer to prepare than all numbers of a page to read.
 */
export function parseNumbers(text: string): ParsedNumber[] {
  const numbers: ParsedNumber[] = [];
  // Most texts have no digit of any script.
  if (!/[0-9\u0660-\uffff]/.test(text)) return numbers;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // Nearly every character of nearly every page ends here.
    if (code < 0x30 || (code > 0x39 && code < 0x660) || digitAt(text, index) === undefined) continue;
    const first = index;
    let latin = '';
    let marks = 0;
    let decimals = 0;
    for (; index < text.length; index += 1) {
      const digit = digitAt(text, index);
      if (digit !== undefined) {
        latin += String(digit);
        if (marks > 0) decimals += 1;
      } else if (decimalMarks.includes(text.charAt(index)) && digitAt(text, index + 1) !== undefined) {
        latin += '.';
        marks += 1;
      } else break;
    }
    if (marks > 1) continue;
    const start = isMinus(text, first - 1) ? first - 1 : first;
    numbers.push({
      value: Number(latin) * (start < first ? -1 : 1),
      decimals,
      percent: meetsPercent(text, index, 1) || meetsPercent(text, start - 1, -1),
      start,
    });
  }
  return numbers;
}

/** Whether a minus sign stands at `index`, and no dash between two words or numbers. */
function isMinus(text: string, index: number): boolean {
  const sign = text.charAt(index);
  if (sign !== '-' && sign !== '−') return false;
  return digitAt(text, index - 1) === undefined && !/\p{L}$/u.test(text.slice(0, index));
}
