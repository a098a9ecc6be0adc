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

const foreignDigits = zeros
  .slice(1)
  .map((zero) => `${String.fromCharCode(zero)}-${String.fromCharCode(zero + 9)}`)
  .join('');
const foreignDigit = new RegExp(`[${foreignDigits}]`, 'g');
const anyDigit = new RegExp(`[\\d${foreignDigits}]`);

/** Latin digits for all others; every character keeps its place. */
function withLatinDigits(text: string): string {
  return text.replace(foreignDigit, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (zeros.findLast((zero) => zero <= code) ?? code));
  });
}

/** Spaces of any kind and the invisible marks that turn the direction of writing. */
const gap = '[\\s\\u061c\\u200e\\u200f\\u2066-\\u2069]*';
const percentBehind = new RegExp(`^${gap}[%٪﹪％]`);
const percentBefore = new RegExp(`[%٪﹪％]${gap}$`);

/**
 * Every number in `text`, in order. No number of the page is above 100, so a single point, comma or Arabic decimal separator between
 * digits is always the decimal mark, in every language: "20,973" is 20.973. Digits with more than one mark ("1.2.3", a date) are no number.
 */
export function parseNumbers(text: string): ParsedNumber[] {
  if (!anyDigit.test(text)) return [];
  const latin = withLatinDigits(text);
  const numbers: ParsedNumber[] = [];
  for (const { 0: digits, index: first } of latin.matchAll(/\d+(?:[.,٫]\d+)*/g)) {
    const minus = isMinus(latin, first - 1) ? 1 : 0;
    const index = first - minus;
    const found = latin.slice(index, first + digits.length);
    const parts = digits.split(/[.,٫]/);
    if (parts.length > 2) continue;
    numbers.push({
      value: Number(parts.join('.')) * (minus ? -1 : 1),
      decimals: parts[1]?.length ?? 0,
      percent:
        percentBehind.test(latin.slice(index + found.length, index + found.length + 8)) ||
        percentBefore.test(latin.slice(Math.max(0, index - 8), index)),
      start: index,
    });
  }
  return numbers;
}

/** Whether a minus sign stands at `index`, and no dash between two words or numbers. */
function isMinus(text: string, index: number): boolean {
  const sign = text[index];
  return (sign === '-' || sign === '−') && !/[\d\p{L}]$/u.test(text.slice(0, index));
}
