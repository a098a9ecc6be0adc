import type { Line } from './grid';

/** Longer texts are no notes. */
const longestText = 4_000_000;

/** A name and its value on a line: `ssi:: 41`, `ssi: 41`, `ssi = 41`, `ssi | 41`, aligned by spaces or a tab. */
const pair =
  /^\s*(?:[-*+]\s+)?["'*_`]*([\p{L}#][\p{L}\p{M}\p{N} _().%/#-]{0,60}?)["'*_`]*\s*(?:::|:(?=\s|$)|=|\||\s{2,}|\t| (?=[\d"']))\s*(.*?)\s*[;,]?$/u;

/** What stands between two records, and may carry the day: `## 2026-10-01`, `-[ RECORD 1 ]-`, `---`. */
const between = /^\s*(?:#{1,6}\s+(.*\S)|-\[ RECORD.*|\*{3,}.*|-{3,}|={3,})\s*$/i;

/**
 * The lines of a table of records that are written as a name and a value on each line, as notes and databases do; records are parted by empty lines, by a line that says so, or by a
 * name that comes again. `undefined` when the text is something else.
 */
export function recordLines(text: string): Line[] | undefined {
  if (text.length > longestText) return undefined;
  const records: { number: number; values: Map<string, string> }[] = [];
  let current: Map<string, string> | undefined;
  let [pairs, others] = [0, 0];
  const begin = (number: number) => {
    current = new Map();
    records.push({ number, values: current });
    return current;
  };
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const parted = between.exec(line);
    if (line.trim() === '' || parted) {
      current = undefined;
      if (parted?.[1] !== undefined) begin(index + 1).set('date', parted[1]);
      continue;
    }
    const found = pair.exec(line);
    if (!found) {
      others += 1;
      continue;
    }
    pairs += 1;
    const name = (found[1] ?? '').trim();
    const record = current === undefined || current.has(name) ? begin(index + 1) : current;
    record.set(name, found[2] ?? '');
  }
  const whole = records.filter(({ values }) => values.size > 1);
  if (whole.length === 0 || pairs < others * 3) return undefined;
  const names = [...new Set(whole.flatMap(({ values }) => [...values.keys()]))];
  if (names.length > 200) return undefined;
  return [
    { number: 0, cells: names },
    ...whole.map(({ number, values }) => ({ number, cells: names.map((name) => values.get(name) ?? '') })),
  ];
}
