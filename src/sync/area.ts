import { hexadecimal } from '../core/hexadecimal';

/** What the browsers allow, by https://developer.chrome.com/docs/extensions/reference/api/storage and Mozilla's page of the same name; counted as Chromium does. */
export const mostBytesOfItem = 8_192;
export const mostBytes = 102_400;
export const mostItems = 512;

/** Bytes that an item takes: its key and its JSON in UTF-8, where Chromium writes `<` as six. */
export function bytesOf(key: string, value: unknown): number {
  const text = JSON.stringify(value).replaceAll('<', '\\u003C');
  return new TextEncoder().encode(key + text).length;
}

/** Everything that lies in the sync, by key. */
export type AreaItems = Readonly<Record<string, unknown>>;

/** An installation's name for itself: 12 hexadecimal digits, made anew at each switching on. */
export function newInstallation(): string {
  return hexadecimal(crypto.getRandomValues(new Uint8Array(6)));
}

const headStart = 'i.';
const chunkStart = 'r.';

/** Only that installation writes under these. */
export function headKey(installation: string): string {
  return headStart + installation;
}

export function chunkKey(installation: string, number: number): string {
  return `${chunkStart}${installation}.${number}`;
}

/** Whose a key is; undefined for a key that is no installation's. */
export function installationOf(key: string): string | undefined {
  return /^(?:i\.(?=[0-9a-f]{12}$)|r\.(?=[0-9a-f]{12}\.\d{1,4}$))([0-9a-f]{12})/.exec(key)?.[1];
}

/** The number of a chunk; undefined for other keys. */
export function chunkNumber(key: string): number | undefined {
  const number = /^r\.[0-9a-f]{12}\.(\d{1,4})$/.exec(key)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The keys of one installation's chunks, in order. */
export function chunkKeysOf(items: AreaItems, installation: string): string[] {
  return Object.keys(items)
    .filter((key) => installationOf(key) === installation && chunkNumber(key) !== undefined)
    .sort((one, other) => (chunkNumber(one) ?? 0) - (chunkNumber(other) ?? 0));
}

/** The key under which the member's taking out of everything is told. */
export const takenOutKey = 'o';

/** The id of the last taking out of everything; undefined without one. */
export function takenOutIn(items: AreaItems): string | undefined {
  const value = items[takenOutKey];
  return typeof value === 'string' && /^[0-9a-f]{12}$/.test(value) ? value : undefined;
}
