import { readHeading } from './heading';
import type { Pause } from './read-json';
import { fail, succeed, type Result } from '../core/result';

/** The largest text that is read, in bytes: nearly twice fifty years of three members. */
const largestText = 64_000_000;

/** So many bytes are decoded in one go: about a millisecond. */
const slice = 1_000_000;

/** So many bytes tell in which encoding a text is. */
const sampleBytes = 20_000;

/** What programs write besides UTF-8, in the order of trial; in the first every byte is some character. */
const encodings = [
  'windows-1252',
  'shift_jis',
  'euc-kr',
  'gb18030',
  'big5',
  'windows-1251',
  'windows-1250',
  'windows-1254',
  'windows-1256',
  'windows-1253',
  'windows-1255',
  'macintosh',
  'ibm866',
];

/**
 * The text of a file's bytes: UTF-8 or UTF-16 by its byte order mark or its zeros, else UTF-8, else the encoding in which most words of headings are known. `import-too-large`
 * above `largestText`, `import-other-format` when the file is no text or cannot be read.
 */
export async function decodeText(file: Blob, pause: Pause): Promise<Result<string>> {
  if (file.size > largestText) return fail('import-too-large');
  try {
    const start = await bytesOf(file, 0, sampleBytes);
    const wide = wideEncoding(start);
    const text = (await decode(file, wide ?? 'utf-8', pause)) ?? (await decode(file, bestEncoding(start), pause));
    // Text holds no NUL; archives, pictures and spreadsheets do.
    return text?.slice(0, 4_000).replace(/\0+$/, '').includes('\0') === false
      ? succeed(text)
      : fail('import-other-format');
  } catch (error) {
    // The file was moved or changed after it was chosen.
    if (error instanceof DOMException) return fail('import-other-format');
    throw error;
  }
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark: every second byte of most letters and digits is zero.
  const pairs = Math.floor(Math.min(bytes.length, 2000) / 2);
  const zeros = [0, 1].map(
    (offset) =>
      Array.from({ length: pairs }, (_, index) => bytes[index * 2 + offset]).filter((byte) => byte === 0).length,
  );
  if (pairs < 4 || Math.max(...zeros) < pairs * 0.7) return undefined;
  return (zeros[1] ?? 0) > (zeros[0] ?? 0)
    ? (zeros[0] ?? 0) === 0
      ? 'utf-16le'
      : undefined
    : (zeros[1] ?? 0) === 0
      ? 'utf-16be'
      : undefined;
}

/** The encoding in which most words that are not plain letters mean something in a heading. */
function bestEncoding(bytes: Uint8Array): string {
  // The sample may end within a character.
  const sample = bytes.length < sampleBytes ? bytes : bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1);
  let best = { encoding: 'windows-1252', known: 0 };
  for (const encoding of encodings) {
    const text = decodeWhole(sample, encoding);
    if (text === undefined) continue;
    const words = new Set(text.slice(0, 4000).match(/\p{L}*[^\p{ASCII}\s]\p{L}*/gu) ?? []);
    const known = [...words].filter((word) => readHeading(word).known).length;
    if (known > best.known) best = { encoding, known };
  }
  return best.encoding;
}

function decodeWhole(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not of this encoding: the next is tried.
    return undefined;
  }
}

async function bytesOf(file: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(start, end).arrayBuffer());
}

/** The text in slices; `undefined` when the bytes are not of this encoding. */
async function decode(file: Blob, encoding: string, pause: Pause): Promise<string | undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let text = '';
  for (let start = 0; start < file.size; start += slice) {
    await pause(start / file.size);
    const bytes = await bytesOf(file, start, start + slice);
    try {
      text += decoder.decode(bytes, { stream: true });
    } catch {
      // Says so to `decodeText`, which tries the next encoding and then says so to the member.
      return undefined;
    }
  }
  try {
    return text + decoder.decode();
  } catch {
    // Half a character at the end.
    return undefined;
  }
}
