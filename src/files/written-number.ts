import { readHeading } from './heading';
import { normalText } from './normal-text';

/** A number as written in a cell. */
export interface WrittenNumber {
  readonly value: number;
  /** How many decimals are written and not zero at the end: "53,00" and "47.0" prove no precision. */
  readonly decimals: number;
  /** It is followed or led by a per cent sign. */
  readonly percent: boolean;
  /** A word stands before it, as in "Top 9". */
  readonly led: boolean;
  /** What it is out of, where that is written: 25 or 100. */
  readonly outOf?: 25 | 100;
}

/** The most that could be a number with its words. */
const longestCell = 60;

/** Digits with marks: thousands in threes, then at most one decimal mark; or an exponent. */
const digits = String.raw`\d{1,3}(?:[ ',.]\d{3})+(?:[.,·]\d+)?|\d+(?:[.,·]\d+)?(?:e[+-]?\d{1,3})?`;

/** "of", as languages write it between a score and its most. */
const of = String.raw`\/|out of|of|de|di|do|da|von|vom|aus|sur|su|van|uit|z|ze|na|av|av|af|din|из|из|от|من|dari|ng|sa|trên|จาก|में से`;

/** What a point is called, after a number. */
const unit = String.raw`%|percent|per cent|prozent|points?|pts?\.?|p\.?|punkte?n?|pkt\.?|puntos|pontos|punti|punten|punkt[oó]w|puan|poäng|poeng|points?|点|點|分|점|نقطة|نقاط|балл(?:ов|а)?|bodů?|st|nd|rd|th|[oa°]|er|e|ème|位|위|名`;

const most = String.raw`(?:100|25)`;
const mostFirst = new RegExp(
  String.raw`^(?:满分|滿分|out of|von|sur)?\s*(${most})\s*(?:点満点中|点中|分中|分之|分满分|分[,:]?|点[,:]|점\s*만점에|점\s*중(?:에서)?|üzerinden|ten|den|में से|[:：])\s*`,
  'iu',
);
const whole = new RegExp(String.raw`^(?<lead>[^\d=@+<>≤≥]{0,40}?)(?<sign>-?)(?<digits>${digits})(?<tail>\D.*)?$`, 'iu');
const tailPart = new RegExp(
  String.raw`^(?:\s*(?:${of})\s*(?<outOf>${most})(?![\d.,])(?:\s*(?:${unit})(?!\p{L}))?|\s*(?<unit>${unit})(?!\p{L})|\s*[([][^()[\]]{0,40}[)\]]|[^\p{L}\p{N}/+→>=-]+)`,
  'iu',
);

/**
 * The number in a cell, read to its end: "20,973", "٢٠٫٩٧٣", "53 de 100", "Top 12 %", "100点中53点". `undefined` for a cell without a digit; NaN as its value
 * when something follows that is no known end, or more than one number stands there ("51 → 53"). The most a score can be is 100, so a
 * single comma or point is the decimal mark.
 */
export function readNumber(cell: string): WrittenNumber | undefined {
  // Most cells are plain numbers.
  const fast = /^(\d{1,3})(?:[.,](\d{1,20}))?$/.exec(cell);
  if (fast) return plainNumber(fast[1] ?? '', fast[2] ?? '');
  const text = normalText(cell);
  if (!/\d/.test(text)) return undefined;
  if (text.length > longestCell) return unreadable;
  const first = mostFirst.exec(text);
  if (first && /\d/.test(text.slice(first[0].length))) {
    const read = readPlain(text.slice(first[0].length));
    const outOf = first[1] === '25' ? 25 : 100;
    return read.outOf !== undefined && read.outOf !== outOf ? unreadable : { ...read, outOf };
  }
  return readPlain(text);
}

const unreadable: WrittenNumber = { value: Number.NaN, decimals: 0, percent: false, led: false };

function plainNumber(whole: string, fraction: string): WrittenNumber {
  return {
    value: Number(fraction === '' ? whole : `${whole}.${fraction}`),
    decimals: fraction.replace(/0+$/, '').length,
    percent: false,
    led: false,
  };
}

function readPlain(text: string): WrittenNumber {
  const match = whole.exec(text);
  const groups = match?.groups;
  if (!groups) return unreadable;
  const lead = (groups['lead'] ?? '').trim();
  const end = readTail(groups['tail'] ?? '');
  const number = end && numberOf(groups['digits'] ?? '');
  // A dash between a word and a number may be a minus or none.
  if (!end || !number || (groups['sign'] === '-' && lead !== '')) return unreadable;
  const percent = end.percent || lead.endsWith('%');
  // "SSI: 53" is a score; "November 27" is none.
  if (!percent && /\p{L}/u.test(lead) && !leadsNumber(lead)) return unreadable;
  return {
    value: groups['sign'] === '-' ? -number.value : number.value,
    decimals: number.decimals,
    percent,
    led: /\p{L}/u.test(lead),
    ...(end.outOf === undefined ? {} : { outOf: end.outOf }),
  };
}

/** Whether the words before a number only say what it is. */
function leadsNumber(lead: string): boolean {
  const { means, known } = readHeading(lead);
  const about = /^(?:about|approx|approximately|circa|ca|etwa|env|environ|aprox|ok|около|約|约)[\s.:]*$/iu;
  return (
    about.test(lead) ||
    (known &&
      !(['day', 'stamp', 'month', 'year', 'span', 'time', 'counter', 'not-score', 'activity'] as const).some(
        (meaning) => means.has(meaning),
      ))
  );
}

function readTail(tail: string): { readonly percent: boolean; readonly outOf?: 25 | 100 } | undefined {
  let percent = false;
  let outOf: 25 | 100 | undefined;
  for (let rest = tail.trimEnd(); rest !== '';) {
    const part = tailPart.exec(rest);
    if (part === null || part[0] === '') return undefined;
    if (part.groups?.['outOf'] !== undefined) {
      if (outOf !== undefined) return undefined;
      outOf = part.groups['outOf'] === '25' ? 25 : 100;
    }
    // A sign in a bracket, "9 (was 10%)", says nothing of the number before it.
    if (part[0].includes('%') && !/[([]/.test(part[0])) percent = true;
    rest = rest.slice(part[0].length).trimStart();
  }
  return outOf === undefined ? { percent } : { percent, outOf };
}

function numberOf(written: string): { readonly value: number; readonly decimals: number } | undefined {
  if (/e/i.test(written)) return { value: Number(written.replace(/[,·]/, '.')), decimals: 0 };
  const marks = written.match(/[ ',.·]/g) ?? [];
  const last = marks.at(-1);
  // Of one point or comma, or of two that differ, the last is the decimal mark; a space or apostrophe is none.
  const decimal = last !== undefined && !/[ ']/.test(last) && marks.filter((mark) => mark === last).length === 1;
  const at = decimal ? written.lastIndexOf(last) : written.length;
  const fraction = written.slice(at + 1);
  return {
    value: Number(`${written.slice(0, at).replace(/\D/g, '')}.${fraction === '' ? '0' : fraction}`),
    decimals: fraction.replace(/0+$/, '').length,
  };
}
