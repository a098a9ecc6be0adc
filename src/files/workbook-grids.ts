import { readOds, streamOdsRows } from 'hucre/ods';
import { readXlsx, type CellValue, type Sheet } from 'hucre/xlsx';
import { mostLines, type Grid, type Line } from './grid';
import { zipDirectory } from './zip-directory';
import { fail, succeed, type ErrorCode, type Result } from '../core/result';

/** The largest workbook that is opened, packed and unpacked, in bytes. */
const largestPacked = 8_000_000;
const largestUnpacked = 64_000_000;

/**
 * The visible sheets of an .xlsx or .ods workbook: dates as ISO 8601, per cents with their sign, everything else as its number or text. It may take seconds.
 *
 * Errors: `import-workbook-too-large` before anything is unpacked, `import-locked`, `import-damaged`, `import-old-workbook`, and `import-other-format` for other archives.
 */
export async function gridsOfWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<Result<Grid[]>> {
  if (bytes.length > largestPacked) return fail('import-workbook-too-large');
  const directory = zipDirectory(bytes);
  if (directory === undefined) return fail('import-damaged');
  if (directory.declared > largestUnpacked) return fail('import-workbook-too-large');
  const kind = kindOf(directory.names, bytes);
  if (kind !== 'xlsx' && kind !== 'ods') return fail(kind);
  try {
    const grids = kind === 'xlsx' ? await gridsOfXlsx(bytes) : await gridsOfOds(bytes);
    return grids.some(({ lines }) => lines.length > mostLines) ? fail('import-too-large') : succeed(grids);
  } catch (error) {
    // Whatever the reader stumbles over: the workbook is not what its directory promised.
    return fail(error instanceof Error && error.name === 'EncryptedFileError' ? 'import-locked' : 'import-damaged');
  }
}

function kindOf(names: readonly string[], bytes: Uint8Array): 'xlsx' | 'ods' | ErrorCode {
  if (names.includes('xl/workbook.bin')) return 'import-old-workbook';
  if (names.some((name) => name.startsWith('xl/'))) return 'xlsx';
  // An OpenDocument file says what it is in its first entry, unpacked.
  const start = new TextDecoder('latin1').decode(bytes.subarray(30, 120));
  const spreadsheet = start.startsWith('mimetypeapplication/vnd.oasis.opendocument.spreadsheet');
  return names.includes('content.xml') && (spreadsheet || !start.startsWith('mimetype'))
    ? 'ods'
    : 'import-other-format';
}

async function gridsOfXlsx(bytes: Uint8Array): Promise<Grid[]> {
  const { sheets } = await readXlsx(bytes, {
    readStyles: true,
    sheets: ({ hidden, veryHidden }) => hidden !== true && veryHidden !== true,
  });
  return sheets.map((sheet) => ({
    name: sheet.name,
    lines: sheet.rows.map((values, row): Line => ({
      number: row + 1,
      cells: values.map((value, column) => cellText(value, isPercent(sheet, row, column))),
    })),
  }));
}

function isPercent(sheet: Sheet, row: number, column: number): boolean {
  return sheet.cells?.get(`${row},${column}`)?.style?.numFmt?.includes('%') ?? false;
}

async function gridsOfOds(bytes: Uint8Array): Promise<Grid[]> {
  // `readOds` leaves out rows that are grouped or repeated on every printed page, but knows the sheets' names.
  const sheets = new Map<number, Line[]>();
  for await (const { sheetIndex = 0, index, values } of streamOdsRows(bytes)) {
    const lines = sheets.get(sheetIndex) ?? [];
    sheets.set(sheetIndex, lines);
    lines.push({ number: index + 1, cells: values.map((value) => cellText(value, false)) });
  }
  const named = sheets.size > 1 ? (await readOds(bytes)).sheets : [];
  return [...sheets]
    .filter(([index]) => named[index]?.hidden !== true)
    .map(([index, lines]) => ({ name: named[index]?.name ?? '', lines }));
}

function cellText(value: CellValue, percent: boolean): string {
  if (value === null || typeof value === 'boolean') return '';
  if (typeof value === 'string') return value;
  // 0.57 times 100 is not 57 in binary.
  if (typeof value === 'number') return percent ? `${Math.round(value * 1e10) / 1e8}%` : String(value);
  if (Number.isNaN(value.getTime())) return '';
  const [day = '', time = ''] = value.toISOString().split('T');
  const clock = time.slice(0, 8);
  // A time of day without a date is one of the epoch's first days.
  if (value.getUTCFullYear() < 1905) return clock;
  return clock === '00:00:00' ? day : `${day}T${clock}`;
}
