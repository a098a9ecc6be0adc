import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from '../../src/files/imported-file';
import { readImport } from '../../src/files/read-file';
import { addDays } from '../../src/core/score/local-day';
import { pillars } from '../../src/core/score/pillar';
import { longRuns } from '../long-runs';

/** One day of a member, as somebody writes it down. */
interface Reading {
  readonly day: string;
  readonly total: number;
  readonly scores: readonly number[];
  readonly rank: number;
}

/** Pillars in thousandths, and the whole total that LinkedIn would print; no total of zero, and none that rounds either way. */
const readings = fc
  .tuple(
    fc.integer({ min: 0, max: 900 }),
    fc.array(
      fc.record({
        gap: fc.integer({ min: 1, max: 9 }),
        scores: fc.array(fc.integer({ min: 500, max: 24_900 }), { minLength: 4, maxLength: 4 }),
        rank: fc.integer({ min: 2, max: 99 }),
      }),
      { minLength: 1, maxLength: 40 },
    ),
  )
  .map(([back, days]) => {
    let day = addDays('2026-11-28', -back - days.reduce((sum, { gap }) => sum + gap, 0));
    return days.map(({ gap, scores, rank }): Reading => {
      day = addDays(day, gap);
      return {
        day,
        total: Math.round(scores.reduce((sum, score) => sum + score, 0) / 1000),
        scores: scores.map((score) => score / 1000),
        rank,
      };
    });
  });

/** How numbers are spelled. */
const spellings = {
  point: (number: number) => String(number),
  comma: (number: number) => String(number).replace('.', ','),
  padded: (number: number) => number.toFixed(3),
  arabic: (number: number) =>
    String(number)
      .replace('.', '٫')
      .replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
  wide: (number: number) =>
    String(number).replace(/[\d.]/g, (mark) => (mark === '.' ? '．' : String.fromCharCode(0xff10 + Number(mark)))),
} as const;

const utc = (day: string) => new Date(`${day}T12:00:00Z`);
const parts = (day: string) => day.split('-') as [string, string, string];

/** How days are spelled; those with numbers alone may have to be asked about. */
const dayForms: Readonly<Record<string, (day: string) => string>> = {
  iso: (day) => day,
  'day first': (day) => parts(day).reverse().join('/'),
  'month first': (day) => `${Number(parts(day)[1])}/${Number(parts(day)[2])}/${parts(day)[0]}`,
  'short, month first': (day) => `${Number(parts(day)[1])}/${Number(parts(day)[2])}/${parts(day)[0].slice(2)}`,
  dots: (day) => parts(day).reverse().join('.'),
  'short, year first': (day) => parts(day).join('/').slice(2),
  serial: (day) => String(utc(day).setUTCHours(0) / 86_400_000 + 25_569),
  epoch: (day) => String(utc(day).getTime()),
  compact: (day) => day.replaceAll('-', ''),
  midnight: (day) => `${day}T00:00:00.000Z`,
  noon: (day) => `${day} 12:00:00 UTC`,
  east: (day) => `${day}T23:30:00+09:00`,
  japanese: (day) => `${parts(day)[0]}年${Number(parts(day)[1])}月${Number(parts(day)[2])}日`,
  ...Object.fromEntries(
    [
      'en-US',
      'en-GB',
      'de',
      'fr',
      'es',
      'pt-BR',
      'it',
      'nl',
      'pl',
      'tr',
      'ja',
      'ar-EG',
      'ru',
      'cs',
      'sv',
      'ko',
      'zh',
      'hi',
      'el',
    ].flatMap((language) =>
      (['full', 'long', 'medium'] as const).map((dateStyle): [string, (day: string) => string] => [
        `${language} ${dateStyle}`,
        (day) =>
          new Intl.DateTimeFormat(language, { dateStyle, timeZone: 'UTC', calendar: 'gregory' }).format(utc(day)),
      ]),
    ),
  ),
};

/** Headings of day, total, four pillars and the industry's rank, as languages write them. */
const headings: readonly (readonly string[])[] = [
  ['Date', 'SSI', 'Professional brand', 'Right people', 'Insights', 'Relationships', 'Industry rank'],
  ['date', 'total', 'brand', 'people', 'insights', 'relationships', 'industry_rank'],
  ['Datum', 'Gesamt', 'Marke', 'Personen', 'Erkenntnisse', 'Beziehungen', 'Branchenrang'],
  ['Date', 'Total', 'Marque', 'Personnes', 'Informations', 'Relations', 'Rang secteur'],
  ['Fecha', 'Puntuación', 'Marca', 'Personas', 'Información', 'Relaciones', 'Clasificación del sector'],
  ['Data', 'Pontuação', 'Marca', 'Pessoas', 'Insights', 'Relacionamentos', 'Posição no setor'],
  ['Data', 'Totale', 'Brand', 'Persone', 'Informazioni', 'Relazioni', 'Posizione settore'],
  ['Datum', 'Totaal', 'Merk', 'Mensen', 'Inzichten', 'Relaties', 'Branche rang'],
  ['Data', 'Suma', 'Marka', 'Ludzie', 'Wiedza', 'Relacje', 'Pozycja w branży'],
  ['Tarih', 'Toplam', 'Marka', 'Kişiler', 'İçgörüler', 'İlişkiler', 'Sektör sıralaması'],
  ['日付', '合計', 'ブランド', '人物', 'インサイト', '関係', '業界順位'],
  ['التاريخ', 'المجموع', 'العلامة', 'الأشخاص', 'الرؤى', 'العلاقات', 'ترتيب القطاع'],
  ['Дата', 'Итого', 'Бренд', 'Люди', 'Инсайты', 'Отношения', 'Рейтинг отрасли'],
  ['Day', 'My score', 'PB', 'RP', 'EI', 'BR', 'Industry %'],
];

/** A column that is none of ours, to be put anywhere. */
const strangers: readonly (readonly [string, (index: number) => string])[] = [
  ['Total posts', (index) => String(index % 5)],
  ['SSI goal', () => '70'],
  ['Total followers', (index) => String(1200 + index * 7)],
  ['Notes', (index) => (index % 3 === 0 ? 'posted; commented' : '')],
  ['#', (index) => String(index + 1)],
  ['Brand Δ', (index) => String(index % 3)],
  ['Weekday', (index) => ['Mon', 'Tue', 'Wed'][index % 3]!],
];

/** How a table of cells becomes a file. `cells` begins with the headings. */
const layouts: Readonly<Record<string, (cells: readonly (readonly string[])[]) => string>> = {
  comma: (cells) =>
    cells
      .map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
      .join('\r\n'),
  semicolon: (cells) =>
    cells.map((row) => row.map((cell) => (/[";\n]/.test(cell) ? `"${cell}"` : cell)).join(';')).join('\n'),
  tab: (cells) => cells.map((row) => row.join('\t')).join('\n'),
  markdown: ([head = [], ...rows]) =>
    [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'),
  'mixed line ends': (cells) => cells.map((row, index) => row.join('\t') + (index % 2 === 0 ? '\r\n' : '\n')).join(''),
  'a title above': (cells) => `My scores\n\n${cells.map((row) => row.join('\t')).join('\n')}`,
  'headings again': ([head = [], ...rows]) =>
    rows.map((row, index) => (index % 7 === 0 ? `${head.join('\t')}\n` : '') + row.join('\t')).join('\n'),
  turned: (cells) => (cells[0] ?? []).map((_, column) => cells.map((row) => row[column] ?? '').join('\t')).join('\n'),
  'lists of objects': ([head = [], ...rows]) =>
    JSON.stringify(rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index]])))),
  'objects on lines': ([head = [], ...rows]) =>
    rows.map((row) => JSON.stringify(Object.fromEntries(head.map((name, index) => [name, row[index]])))).join('\n'),
};

const layoutNames = Object.keys(layouts);
const files = fc.record({
  readings,
  day: fc.constantFrom(...Object.keys(dayForms)),
  spelling: fc.constantFrom(...(Object.keys(spellings) as (keyof typeof spellings)[])),
  headings: fc.constantFrom(...headings),
  layout: fc.constantFrom(...layoutNames),
  stranger: fc.option(fc.record({ column: fc.constantFrom(...strangers), at: fc.integer({ min: 0, max: 7 }) })),
  columns: fc.constantFrom('total', 'pillars', 'both', 'all'),
  newestFirst: fc.boolean(),
});

type Written = typeof files extends fc.Arbitrary<infer File> ? File : never;

function write({
  readings: days,
  day,
  spelling,
  headings: names,
  layout,
  stranger,
  columns,
  newestFirst,
}: Written): string {
  const spell = spellings[spelling];
  const [dayName = '', totalName = '', ...others] = names;
  const wanted = {
    total: [totalName],
    pillars: others.slice(0, 4),
    both: [totalName, ...others.slice(0, 4)],
    all: [totalName, ...others],
  }[columns];
  const rows = (newestFirst ? [...days].reverse() : days).map((reading, index) => {
    const numbers = [spell(reading.total), ...reading.scores.map(spell), `${spell(reading.rank)}%`];
    const cells = { total: numbers.slice(0, 1), pillars: numbers.slice(1, 5), both: numbers.slice(0, 5), all: numbers }[
      columns
    ];
    const row = [dayForms[day]!(reading.day), ...cells];
    if (stranger) row.splice(stranger.at, 0, stranger.column[1](index));
    return row;
  });
  const head = [dayName, ...wanted];
  if (stranger) head.splice(stranger.at, 0, stranger.column[0]);
  return layouts[layout]!([head, ...rows]);
}

/** What the writer would answer. */
function answerOf({ day, readings: days }: Written): Answers {
  const order =
    day.includes('month first') || day.startsWith('en-US')
      ? 'month-first'
      : day.includes('year first')
        ? 'year-first'
        : 'day-first';
  return { 'date-order': order, year: days.at(-1)?.day.slice(0, 4) ?? '' };
}

async function read(text: string, answers: Answers) {
  return readImport(
    text,
    { member: 'unknown', timeZone: 'America/Sao_Paulo', today: '2026-11-28', answers },
    () => undefined,
  );
}

test(
  'whatever is written, in any language, spelling, order and shape, comes back as it was or is asked or refused: never as another number',
  { timeout: 240_000 },
  async () => {
    let [numbers, kept] = [0, 0];
    await fc.assert(
      fc.asyncProperty(files, async (file) => {
        const text = write(file);
        for (const answers of [{}, answerOf(file)]) {
          const result = await read(text, answers);
          if (!result.ok || result.value.state !== 'read') continue;
          const { snapshots, totals } = result.value.file.rows;
          const byDay = new Map(file.readings.map((reading) => [reading.day, reading]));
          for (const row of [...snapshots, ...totals]) {
            const truth = byDay.get(row.day);
            expect(truth, `${row.day} in\n${text}`).toBeDefined();
            if ('scores' in row) expect(pillars.map((pillar) => row.scores[pillar])).toEqual(truth?.scores);
            else expect(row.total).toBe(truth?.total);
            if (file.columns !== 'pillars' && 'shownTotal' in row) expect(row.shownTotal).toBe(truth?.total);
            if (row.rank.industry !== undefined) expect(row.rank.industry).toBe(truth?.rank);
          }
          if (answers['date-order'] === undefined) continue;
          numbers += file.readings.length;
          kept += snapshots.length + totals.length;
        }
      }),
      { numRuns: longRuns(150, 2000), seed: 20261128 },
    );
    // Nothing would be proved by refusing everything.
    expect(kept / numbers).toBeGreaterThan(0.9);
  },
);
