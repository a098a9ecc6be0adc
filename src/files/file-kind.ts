import type { ErrorCode } from '../core/result';

/** What the first bytes of a file say it is: text in some encoding, a workbook that can be opened, or the reason why it cannot be read. */
export type FileKind = 'text' | 'workbook' | Extract<ErrorCode, `import-${string}`>;

/** Beginnings of files that are no text. */
const signatures: readonly (readonly [string, FileKind])[] = [
  ['PK\u0003\u0004', 'workbook'],
  ['PK\u0005\u0006', 'import-damaged'],
  // OLE: workbooks up to 2003, and newer ones with a password.
  ['\u00D0\u00CF\u0011\u00E0', 'import-old-workbook'],
  // Workbooks of Excel 2 to 4.
  ['\u0009\u0000\u0004\u0000', 'import-old-workbook'],
  ['\u0009\u0002\u0006\u0000', 'import-old-workbook'],
  ['\u0009\u0004\u0006\u0000', 'import-old-workbook'],
  ['\u0009\u0008', 'import-old-workbook'],
  ['{\\rtf', 'import-other-format'],
  ['ID;P', 'import-other-format'],
  ['TABLE\r\n0,1', 'import-other-format'],
  ['TABLE\n0,1', 'import-other-format'],
  ['%PDF', 'import-other-format'],
  ['\u0089PNG', 'import-other-format'],
  ['\u00FF\u00D8\u00FF', 'import-other-format'],
  ['GIF8', 'import-other-format'],
  ['RIFF', 'import-other-format'],
  ['BM', 'text'],
  ['\u001F\u008B', 'import-other-format'],
  ['7z\u00BC\u00AF', 'import-other-format'],
  ['Rar!', 'import-other-format'],
  ['SQLite format 3', 'import-other-format'],
  ['PAR1', 'import-other-format'],
  ['\u00FDWPC', 'import-other-format'],
];

/** So many bytes show what a file is. */
export const kindBytes = 4096;

/** What a file is, by its first `kindBytes` bytes. Texts of other formats (web pages, XML) are told by `textKind`. */
export function fileKind(bytes: Uint8Array): FileKind {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const known = signatures.find(([signature]) => start.startsWith(signature));
  if (known) return known[1] === 'import-old-workbook' && isEncrypted(bytes) ? 'import-locked' : known[1];
  return isDbase(bytes) ? 'import-other-format' : 'text';
}

/** Whether the directory of an OLE file names the stream that holds a workbook with a password. */
function isEncrypted(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, kindBytes)).includes(
    'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e',
  );
}

/** dBASE: its version, a date, and a header that ends where it says. */
function isDbase(bytes: Uint8Array): boolean {
  const [version = 0, , month = 0, day = 0] = bytes;
  return (
    [0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5].includes(version) &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 31 &&
    bytes.includes(0)
  );
}

/** What a text is that is no table: a web page, or the XML of another program. `undefined` when it may be one. */
export function textKind(text: string): Extract<FileKind, `import-${string}`> | undefined {
  const start = text.slice(0, 4000).replace(/^[\s\uFEFF]+/, '');
  if (!start.startsWith('<')) return undefined;
  return /^<\?xml|^<(?:Workbook|office:document|plist|kml|gpx)\b/i.test(start) && !/<html\b/i.test(start)
    ? 'import-other-format'
    : 'import-web-page';
}
