import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ImportOptions } from '../../src/files/imported-file';
import { joinFiles } from '../../src/files/join-files';
import { readFile, readImport } from '../../src/files/read-file';
import { value } from './value';

const options: ImportOptions = { member: 'unknown', timeZone: 'America/Sao_Paulo', today: '2026-11-28' };
const corpus = unzipSync(readFileSync('tests/fixtures/files/corpus.zip'));
const workbook = corpus['exceljs/one-sheet-per-month.xlsx']!;

async function read(content: BlobPart) {
  return readFile(new Blob([content]), options, () => undefined);
}

describe('each kind of file that cannot be read has its sentence', () => {
  const zip = (names: readonly string[]) =>
    zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')]))).slice();
  test.each<readonly [string, BlobPart, string]>([
    ['a workbook cut in half', workbook.slice(0, workbook.length / 2), 'import-damaged'],
    [
      'a workbook whose sheet is no XML',
      zip(['[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml']),
      'import-damaged',
    ],
    [
      'a workbook over 8 MB',
      Uint8Array.from([...workbook.slice(0, 4), ...new Uint8Array(8_000_001)]),
      'import-workbook-too-large',
    ],
    [
      'a small workbook that unpacks to over 64 MB',
      zipSync({ 'xl/workbook.xml': new Uint8Array(65_000_000) }).slice(),
      'import-workbook-too-large',
    ],
    ['a document of a word processor', zip(['[Content_Types].xml', 'word/document.xml']), 'import-other-format'],
    ['a Numbers document', zip(['Index/Document.iwa', 'Index/Tables/DataList.iwa']), 'import-other-format'],
    ['a binary workbook', zip(['xl/workbook.bin']), 'import-old-workbook'],
    [
      'a workbook with a password',
      Uint8Array.from([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        ...new Uint8Array(508),
        ...strToU8('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0'),
      ]),
      'import-locked',
    ],
    [
      'a workbook of Excel 97',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(1000)]),
      'import-old-workbook',
    ],
    ['a PDF', '%PDF-1.7\n', 'import-other-format'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'import-other-format'],
    ['rich text', '{\\rtf1\\ansi 2026-11-27 53}', 'import-other-format'],
    ['a web page', '<!doctype html><table><tr><td>Date<td>SSI</table>', 'import-web-page'],
    ['XML of a spreadsheet', '<?xml version="1.0"?><Workbook></Workbook>', 'import-other-format'],
    ['dates of the lunar calendar', 'Date,SSI\n1448/05/23,48\n1448/05/24,49', 'import-other-calendar'],
    ['months and no days', 'Month,SSI\n2026-09,40\n2026-10,44', 'import-no-days'],
    [
      'decimal commas that are cells of their own',
      'Date,SSI,Posts\n2026-10-01,41,5,1\n2026-10-02,41,2,0',
      'import-cells-shifted',
    ],
  ])('%s', async (_, content, error) => {
    expect(await read(content)).toEqual({ ok: false, error });
  });
});

test('every sheet of a workbook with one for each month comes in', async () => {
  const reading = value(await read(workbook.slice()));
  if (reading.state !== 'read') throw new Error('asked');
  const days = reading.file.rows.snapshots.map(({ day }) => day);
  expect([days.filter((day) => day < '2026-11').length, days.filter((day) => day >= '2026-11').length]).toEqual([
    28, 24,
  ]);
});

describe('what is open is asked, and the answer is used', () => {
  async function ask(text: string, answers: NonNullable<ImportOptions['answers']> = {}) {
    return value(await readImport(text, { ...options, answers }, () => undefined));
  }
  const totals = (reading: Awaited<ReturnType<typeof ask>>) => {
    if (reading.state !== 'read') throw new Error(JSON.stringify(reading));
    return reading.file.rows.totals.map(({ day, total }) => [day, total]);
  };

  test.each([
    ['column', 'Date,SSI (Anna),SSI (me)\n2026-11-27,38,53', 'SSI (me)', [['2026-11-27', 53]]],
    ['person', 'Date,Name,SSI\n2026-11-27,Me,53\n2026-11-27,Colleague,71', 'me', [['2026-11-27', 53]]],
    [
      'person',
      'Anna\nDate,SSI\n2026-11-26,38\n2026-11-27,38\n\nMe\nDate,SSI\n2026-11-26,52\n2026-11-27,53',
      'Me',
      [
        ['2026-11-26', 52],
        ['2026-11-27', 53],
      ],
    ],
    [
      'year',
      'Date,SSI\nDec 30,52\nJan 2,53',
      '2026',
      [
        ['2025-12-30', 52],
        ['2026-01-02', 53],
      ],
    ],
    ['date-order', 'Date,SSI\n03/04/2026,52', 'month-first', [['2026-03-04', 52]]],
  ] as const)('%s: %s', async (kind, text, answer, right) => {
    const asked = await ask(text);
    expect(asked).toMatchObject({ state: 'ask', question: { kind } });
    expect(totals(await ask(text, { [kind]: answer }))).toEqual(right);
  });

  test('columns that were understood are told apart from those left alone', async () => {
    const reading = await ask('Date,SSI,Total posts,Industry rank\n2026-11-27,53,2,9%');
    expect(reading.state === 'read' && reading.file.columns).toEqual([
      { heading: 'Date', field: { of: 'day' }, samples: ['2026-11-27'] },
      { heading: 'SSI', field: { of: 'total' }, samples: ['53'] },
      { heading: 'Total posts', samples: ['2'] },
      { heading: 'Industry rank', field: { of: 'rank', group: 'industry' }, samples: ['9%'] },
    ]);
  });

  test('several files come in as one, whatever their order, and what each leaves out is listed', async () => {
    const files = await Promise.all(
      ['Date,SSI\n2026-11-26,52\nx,50', 'Datum;SSI\n27.11.2026;53'].map(async (text) => {
        const reading = await ask(text);
        if (reading.state !== 'read') throw new Error('asked');
        return reading.file;
      }),
    );
    for (const order of [files, [...files].reverse()]) {
      const joined = joinFiles(order);
      expect(joined?.rows.totals.map(({ day, total }) => [day, total]).sort()).toEqual([
        ['2026-11-26', 52],
        ['2026-11-27', 53],
      ]);
      expect(joined?.rejectedCount).toBe(1);
      expect(joined?.columns.map(({ heading }) => heading)).toContain('Datum');
    }
  });
});
