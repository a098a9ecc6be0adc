import { pillars } from '../../core/score/pillar';
import { plainNumbers, type Row } from './find-rows';
import { countLetters, type PageText } from './page-text';
import { pillarNamedBy } from './pillar-words';
import { wordsOf } from './words-of';

/** What four rows are called, and where the first and the last run of them and of their labels stand in `text.all`. */
interface Labels {
  readonly labels: readonly string[];
  readonly first: number;
  readonly last: number;
}

/**
 * What each of four rows is called, between which stands the same each time: by words in it, or by words in blocks that take turns with them, or that
 * stand in a row of their own. Empty where nothing names them.
 */
export function labelsOf(rows: readonly Row[], text: PageText): Labels {
  const start = rows[0]?.from ?? 0;
  const end = rows.at(-1)?.to ?? 0;
  const extended = (labels: readonly string[] = ['', '', '', ''], ats: readonly number[] = []): Labels => ({
    labels,
    first: Math.min(start, ...ats),
    last: Math.max(end, ...ats),
  });
  const [run] = rows[0]?.values.map((value) => value.run) ?? [];
  if (rows.every(({ values }) => values.every((value) => value.run === run))) return extended(labelsInSentence(rows));
  const own = rows.map(({ from, to }) => {
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
  if ((rows[1]?.from ?? 0) - (rows[0]?.to ?? 0) > 1) {
    const before = rows.map(({ from }) => from - 1);
    const after = rows.map(({ to }) => to + 1);
    const ways = [before, after].filter((ats) => ats.every(isLabel));
    const alike = (ats: readonly number[]): boolean =>
      new Set(ats.map((at) => text.all[at]?.element.localName)).size === 1;
    const moved = (ats: readonly number[]): boolean =>
      ats.some((at, index) => (pillarNamedBy(label(at)) ?? pillars[index]) !== pillars[index]);
    const chosen = ways.filter(alike).find((ats) => !moved(ats)) ?? ways.find(alike) ?? ways[0];
    return extended(chosen?.map(label), chosen);
  }
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
