import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Answers, ImportedFile } from '../../src/files/imported-file';
import { readFile } from '../../src/files/read-file';
import { pillars } from '../../src/core/score/pillar';

/** What a file says of a day, by whoever made it. */
interface TrueDay {
  readonly total?: number;
  readonly p?: readonly number[];
  readonly rank?: readonly (number | null)[];
  readonly avg?: readonly (number | null)[];
}

interface Truth {
  readonly days: Readonly<Record<string, TrueDay>>;
  readonly tz?: string;
  readonly order?: string;
}

/** What became of a file: `listed` is one of which some numbers stay out, and are shown; `silent` one of which some are missing without a word. */
type Outcome = 'right' | 'asked' | 'refused' | 'listed' | 'wrong' | 'silent';

/** What is expected of each kind, one row a kind. Nothing is ever wrong or silent. */
const table: Readonly<Record<string, Partial<Record<Outcome, number>>>> = {
  apps: { right: 11 },
  dates: { right: 26, asked: 1 },
  encodings: { right: 14, refused: 1 },
  exceljs: { right: 23, asked: 1 },
  'exceljs-csv': { right: 1 },
  extra: { right: 5, refused: 1 },
  headers: { right: 56, asked: 2 },
  intl: { right: 83 },
  json: { right: 2, refused: 1 },
  'lo-csv-ar-EG': { right: 16 },
  'lo-csv-de-DE': { right: 33, asked: 2, refused: 1 },
  'lo-csv-en-US': { right: 27, refused: 2 },
  'lo-csv-fr-FR': { right: 11, asked: 1 },
  'lo-csv-ja-JP': { right: 13, asked: 2 },
  'lo-csv-pl-PL': { right: 17 },
  'lo-csv-pt-BR': { right: 11, asked: 2 },
  'lo-csv-tr-TR': { right: 11, asked: 1 },
  'lo-typed-ar-EG': { refused: 2 },
  'lo-typed-de-DE': { right: 3, refused: 1 },
  'lo-typed-en-US': { right: 6 },
  'lo-typed-fr-FR': { right: 6, refused: 1 },
  'lo-typed-ja-JP': { asked: 7 },
  'lo-typed-pl-PL': { right: 5, refused: 1 },
  'lo-typed-pt-BR': { right: 7 },
  'lo-typed-tr-TR': { right: 9 },
  numbers: { right: 24, listed: 4 },
  peers: { right: 5 },
  sheetjs0185: { right: 7, refused: 4 },
  sheetjs0203: { right: 1, refused: 5 },
  tools: { right: 7, refused: 1 },
};

/** The CSV of a workbook with a sheet for each month holds the first sheet, and nothing in it tells of another. */
const firstSheetAlone = /\/one-sheet-per-month\.[ct]sv$/;

/** Files that are refused, and with which sentence. */
const refusals: Readonly<Record<string, string>> = {
  'encodings/unescaped-decimal-commas.csv': 'import-cells-shifted',
  // A month is no day.
  'extra/monthly-only.csv': 'import-no-days',
  // There is no day in it at all.
  'json/salesApiSsi-one.json': 'import-no-days',
  // The first sheet of a workbook, which is its cover.
  'lo-csv-de-DE/cover-sheet-first.tsv': 'import-not-recognised',
  'lo-csv-en-US/cover-sheet-first.csv': 'import-not-recognised',
  'lo-csv-en-US/simple-short-date.xls': 'import-old-workbook',
  'lo-typed-ar-EG/typed0-own.tsv': 'import-other-calendar',
  'lo-typed-ar-EG/typed2-en.csv': 'import-other-calendar',
  'lo-typed-de-DE/typed0-own.html': 'import-web-page',
  'lo-typed-fr-FR/typed0-own.html': 'import-web-page',
  'lo-typed-pl-PL/typed0-own.html': 'import-web-page',
  'sheetjs0185/book.slk': 'import-other-format',
  'sheetjs0185/book.xls': 'import-old-workbook',
  'sheetjs0185/book.xml': 'import-other-format',
  'sheetjs0185/to_html.html': 'import-web-page',
  'sheetjs0203/book.biff2.xls': 'import-old-workbook',
  'sheetjs0203/book.fods': 'import-other-format',
  'sheetjs0203/book.xls': 'import-old-workbook',
  'sheetjs0203/book.xlsb': 'import-old-workbook',
  'sheetjs0203/book.xml': 'import-other-format',
  'tools/sqlite-html.txt': 'import-web-page',
};

const bytes = unzipSync(readFileSync('tests/fixtures/files/corpus.zip'));
const names = Object.keys(bytes).filter((name) => !name.endsWith('.truth.json'));

const truthOf = (name: string) => JSON.parse(new TextDecoder().decode(bytes[`${name}.truth.json`])) as Truth;

/** Reads a file and answers what is asked with what its maker would say. */
async function readWithAnswers(
  name: string,
  truth: Truth,
): Promise<{ file?: ImportedFile; error?: string; asked: number }> {
  let answers: Answers = {};
  for (let asked = 0; asked < 5; asked += 1) {
    const options = { member: 'unknown', timeZone: truth.tz ?? 'America/Sao_Paulo', today: '2026-11-28', answers };
    const read = await readFile(new Blob([bytes[name]!.slice()]), options, () => undefined);
    if (!read.ok) return { error: read.error, asked };
    if (read.value.state === 'read') return { file: read.value.file, asked };
    const { kind, choices } = read.value.question;
    const [firstTotal] = Object.values(truth.days).map(({ total }) => String(total));
    const right = {
      'date-order': truth.order,
      year: '2026',
      person: 'Me',
      column: choices.find(({ samples }) => samples[0] === firstTotal)?.value,
    }[kind];
    expect(
      choices.map(({ value }) => value),
      `${name} asks ${kind}`,
    ).toContain(right);
    answers = { ...answers, [kind]: right };
  }
  throw new Error(`${name} never stops asking`);
}

/** Numbers that are not those of the truth, and how many of the truth are missing. */
function compare(file: ImportedFile, { days }: Truth): { wrong: string[]; missing: number } {
  const wrong: string[] = [];
  let missing = 0;
  const seen = new Set<string>();
  for (const row of [...file.rows.snapshots, ...file.rows.totals]) {
    const truth = days[row.day];
    seen.add(row.day);
    if (truth === undefined) {
      wrong.push(`${row.day} is no day of the file`);
      continue;
    }
    const check = (what: string, read: number | undefined, right: number | null | undefined) => {
      if (right === undefined || right === null) return;
      if (read === undefined) missing += 1;
      else if (Math.abs(read - right) > 1e-6) wrong.push(`${row.day} ${what} ${read}, not ${right}`);
    };
    check('total', 'shownTotal' in row ? row.shownTotal : row.total, truth.total);
    for (const [index, pillar] of pillars.entries())
      check(pillar, 'scores' in row ? row.scores[pillar] : undefined, truth.p?.[index]);
    for (const [index, group] of (['industry', 'network'] as const).entries()) {
      check(`rank ${group}`, row.rank[group], truth.rank?.[index]);
      check(`average ${group}`, row.average[group]?.total, truth.avg?.[index]);
    }
  }
  return { wrong, missing: missing + Object.keys(days).filter((day) => !seen.has(day)).length };
}

async function outcomeOf(name: string): Promise<{ outcome: Outcome; why: string }> {
  const truth = truthOf(name);
  const { file, error, asked } = await readWithAnswers(name, truth);
  if (file === undefined) return { outcome: 'refused', why: error ?? '' };
  const { wrong, missing } = compare(file, truth);
  if (wrong.length > 0) return { outcome: 'wrong', why: wrong.slice(0, 3).join('; ') };
  if (missing > 0 && !firstSheetAlone.test(name))
    return { outcome: file.rejected.length > 0 ? 'listed' : 'silent', why: `${missing} missing` };
  return { outcome: asked > 0 ? 'asked' : 'right', why: '' };
}

test(
  'of 484 files that people have none brings a wrong number, and none loses one without a word',
  { timeout: 300_000 },
  async () => {
    const counts: Record<string, Partial<Record<Outcome, number>>> = {};
    const found: Record<string, string> = {};
    const mistakes: string[] = [];
    for (const name of names) {
      const { outcome, why } = await outcomeOf(name);
      const kind = name.split('/')[0] ?? '';
      const row = (counts[kind] ??= {});
      row[outcome] = (row[outcome] ?? 0) + 1;
      if (outcome === 'refused') found[name] = why;
      if (outcome === 'wrong' || outcome === 'silent') mistakes.push(`${name} ${outcome}: ${why}`);
    }
    expect(names).toHaveLength(484);
    expect(mistakes).toEqual([]);
    expect(found).toEqual(refusals);
    expect(counts).toEqual(table);
  },
);

/** `day`: total, and what else the test is about. */
const others: readonly (readonly [string, Readonly<Record<string, TrueDay>>, number])[] = [
  [
    'bot-ssi_history.csv',
    {
      '2025-11-30': { total: 41, p: [8.75, 9.25, 3.7, 19.363], rank: [29, 29] },
      '2025-12-07': { total: 47, p: [8.75, 9.125, 9.6, 19.438], rank: [8, 14] },
    },
    10,
  ],
  ['leadesk-table.csv', { '2026-05-20': { total: 61, p: [19.125, 13.018, 3.7, 25], rank: [2, 8] } }, 1],
  [
    'linalysis-export.csv',
    { '2025-01-31': { total: 72 }, '2024-07-17': { total: 68 }, '2021-03-31': { total: 81 } },
    13,
  ],
  ['link_ssi.csv', { '2026-06-06': { total: 52, p: [17, 14, 14, 7] } }, 1],
  ['open-quote.csv', { '2026-05-01': { total: 50 }, '2026-05-02': { total: 51 }, '2026-05-03': { total: 52 } }, 3],
  [
    'our-csv-after-excel.csv',
    { '2026-08-29': { total: 53, p: [20.973, 6.38, 10.25, 15], rank: [10, 12], avg: [35, 36] } },
    2,
  ],
  [
    'quoted-note.csv',
    {
      '2026-05-01': { total: 50 },
      '2026-05-02': { total: 51 },
      '2026-05-03': { total: 52 },
      '2026-05-04': { total: 53 },
    },
    4,
  ],
  [
    'rounded-total.csv',
    {
      '2025-12-01': { total: 47, p: [8.75, 9.125, 9.6, 19.438] },
      '2026-05-12': { total: 53, p: [21.05, 6.5, 10.25, 15] },
    },
    2,
  ],
  [
    'socialedge.json',
    { '2026-04-18': { total: 20, p: [13.118002, 3.68, 0.29999998, 2.6077502], rank: [75, 81], avg: [30.99, 32.72] } },
    1,
  ],
  ['ssi_booster.json', { '2026-04-02': { total: 43, p: [10.46, 9.465, 11, 11.85] } }, 1],
  ['total-connections.csv', { '2026-05-01': { total: 52 }, '2026-05-08': { total: 54 } }, 2],
];

test.each(others)('%s of another tracker: the right column, every day', async (name, days, count) => {
  const file = new Blob([readFileSync(`tests/fixtures/files/others/${name}`)]);
  const options = { member: 'unknown', timeZone: 'America/Sao_Paulo', today: '2026-11-28' };
  const read = await readFile(file, options, () => undefined);
  if (!read.ok || read.value.state !== 'read') throw new Error(JSON.stringify(read));
  const { rows } = read.value.file;
  expect(rows.snapshots.length + rows.totals.length).toBe(count);
  const told = (list: ImportedFile['rows']) => ({
    ...read.value,
    rows: {
      ...list,
      snapshots: list.snapshots.filter(({ day }) => day in days),
      totals: list.totals.filter(({ day }) => day in days),
    },
  });
  expect(compare(told(rows) as unknown as ImportedFile, { days })).toEqual({ wrong: [], missing: 0 });
});
