import type { Pause } from '../files/read-json';
import { fail, succeed, type Result } from '../core/result';

/** The largest file that is read, in bytes: nearly twice fifty years of three members. */
const largestFile = 64_000_000;

/** So many bytes are decoded in one go: about a millisecond. */
const slice = 1_000_000;

/**
 * The text of a file's bytes: UTF-8 or UTF-16 by its byte order mark, else UTF-8, else what Excel writes on Windows (windows-1252), in
 * which every byte is some character. `import-too-large` above `largestFile`, `import-not-recognised` when the file cannot be read or is
 * no text.
 */
export async function decodeFile(file: Blob, pause: Pause): Promise<Result<string>> {
  if (file.size > largestFile) return fail('import-too-large');
  const text = (await decode(file, await encodingOf(file), pause)) ?? (await decode(file, 'windows-1252', pause));
  // Text holds no NUL; archives, pictures and spreadsheets do.
  return text?.slice(0, 4_000).includes('\0') === false ? succeed(text) : fail('import-not-recognised');
}

async function encodingOf(file: Blob): Promise<string> {
  const [first, second] = await bytesOf(file, 0, 2);
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

async function bytesOf(file: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(start, end).arrayBuffer());
}

/** The text in slices; `undefined` when the bytes are not of this encoding, or the file was moved after it was chosen. */
async function decode(file: Blob, encoding: string, pause: Pause): Promise<string | undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let text = '';
  try {
    for (let start = 0; start < file.size; start += slice) {
      await pause(start / file.size);
      text += decoder.decode(await bytesOf(file, start, start + slice), { stream: true });
    }
    return text + decoder.decode();
  } catch {
    // Says so to `decodeFile`, which tries the next encoding and then says so to the member.
    return undefined;
  }
}
