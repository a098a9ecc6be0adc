import { removalOf, type Removal } from '../core/rows/removal';
import {
  memberOfRow,
  noRows,
  rowKinds,
  storedRowOf,
  type RowKind,
  type Rows,
  type StoredRows,
} from '../core/rows/row-kinds';
import { rowVersion, upgradedRow } from '../core/rows/upgrade-row';
import { mostItems } from './area';
import { decrypted, encrypted, type Cipher } from './cipher';
import type { History, Lives } from './history';
import { packRows, unpackRows } from './row-columns';

/** The form of what is written; a greater one is of a newer version, and left alone. */
export const syncFormat = 1;

/** Unpacked, no chunk of ours is larger; one that is was made to fill the memory. In bytes. */
const mostUnpacked = 4_000_000;

/** One thing that travels: a row, or that something was taken away. */
export type Item =
  | { readonly kind: RowKind; readonly row: StoredRows[RowKind] }
  | { readonly kind: 'removals'; readonly row: Removal };

/** What a chunk turned out to be. */
export type ReadChunk =
  | {
      readonly state: 'read';
      readonly history: History;
      /** Rows that make no sense, left out. */ readonly refused: number;
    }
  /** `damaged`: half of it, or never one; `newer`: of a newer version; `locked`: no passphrase opens it here. */
  | { readonly state: 'damaged' | 'newer' | 'locked' };

/**
 * Items as the text of one chunk: columns, gzip, Base64, and with a `cipher` sealed for `key`, its place, so that no chunk passes for another.
 */
export async function writeChunk(
  key: string,
  items: readonly Item[],
  { lives, cipher }: { readonly lives?: Lives; readonly cipher?: Cipher | undefined } = {},
): Promise<string> {
  const packed = Object.fromEntries(
    ([...rowKinds, 'removals'] as const)
      .map((kind) => [kind, items.filter((item) => item.kind === kind).map(({ row }) => row)] as const)
      .filter(([, rows]) => rows.length > 0)
      .map(([kind, rows]) => [kind, packRows(rows)]),
  );
  const told = lives && Object.fromEntries(livesIn(items, lives));
  return seal(key, JSON.stringify({ version: rowVersion, packed, ...(told && { lives: told }) }), cipher);
}

/** The lives that a chunk with these items tells of: those of their profiles. */
export function livesIn(items: readonly Item[], lives: Lives): Lives {
  const told = new Map<string, number>();
  for (const item of items) {
    const member = item.kind === 'removals' ? '' : memberOfRow(item.row);
    const life = lives.get(member);
    if (life !== undefined) told.set(member, life);
  }
  return told;
}

/** What was read lately, by its text: between two looks hardly a chunk changes. */
const readLately = new Map<string, Promise<ReadChunk>>();

/** Reads a chunk: never throws, and gives no row that its own door would refuse. */
export function readChunk(key: string, value: unknown, cipher?: Cipher): Promise<ReadChunk> {
  if (cipher || typeof value !== 'string') return read(key, value, cipher);
  const known = readLately.get(value);
  if (known) return known;
  if (readLately.size >= mostItems) readLately.clear();
  const reading = read(key, value);
  readLately.set(value, reading);
  return reading;
}

async function read(key: string, value: unknown, cipher?: Cipher): Promise<ReadChunk> {
  const opened = await unseal(key, value, cipher);
  if (opened.state !== 'read') return opened;
  const { content } = opened;
  const { version, packed, lives = {} } = content as Readonly<Record<'version' | 'packed' | 'lives', unknown>>;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return { state: 'damaged' };
  if (version > rowVersion) return { state: 'newer' };
  if (typeof packed !== 'object' || packed === null) return { state: 'damaged' };
  if (typeof lives !== 'object' || lives === null) return { state: 'damaged' };
  const told = Object.entries(lives).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  const rows: Rows = noRows();
  const removals: Removal[] = [];
  let refused = 0;
  for (const [kind, columns] of Object.entries(packed)) {
    const unpacked = unpackRows(columns);
    if (unpacked === undefined) return { state: 'damaged' };
    for (const value of unpacked) {
      const known = rowKinds.find((name) => name === kind);
      const row = known ? storedRowOf(known, upgradedRow(known, value, version)) : removalOf(value);
      if (row === undefined) refused += 1;
      else (known ? (rows[known] as unknown[]) : removals).push(row);
    }
  }
  return { state: 'read', history: { rows, removals, lives: new Map(told) }, refused };
}

/** `text` packed and, with a `cipher`, sealed for its place. */
export async function seal(key: string, text: string, cipher?: Cipher): Promise<string> {
  const bytes = await gzipped(text);
  return cipher
    ? `${syncFormat}:${(await encrypted(bytes, key, cipher)).toBase64()}`
    : `${syncFormat}.${bytes.toBase64()}`;
}

/** Whether a newer version has sealed it. */
export function isOfNewerFormat(value: unknown): boolean {
  const format = typeof value === 'string' ? /^(\d{1,6})[.:]/.exec(value)?.[1] : undefined;
  return format !== undefined && Number(format) > syncFormat;
}

/** The JSON that `seal` sealed. */
export async function unseal(
  key: string,
  value: unknown,
  cipher?: Cipher,
): Promise<{ readonly state: 'read'; readonly content: object } | { readonly state: 'damaged' | 'newer' | 'locked' }> {
  const parts = typeof value === 'string' ? /^(\d{1,6})([.:])([A-Za-z0-9+/=]*)$/.exec(value) : null;
  if (!parts) return { state: 'damaged' };
  const [, format, sign, base64 = ''] = parts;
  if (Number(format) > syncFormat) return { state: 'newer' };
  if (Number(format) < 1) return { state: 'damaged' };
  try {
    const bytes = Uint8Array.fromBase64(base64);
    if (sign === ':' && !cipher) return { state: 'locked' };
    const opened = sign === ':' && cipher ? await decrypted(bytes, key, cipher) : bytes;
    if (opened === undefined) return { state: 'locked' };
    const text = await gunzipped(opened);
    const content: unknown = text === undefined ? undefined : JSON.parse(text);
    return typeof content === 'object' && content !== null ? { state: 'read', content } : { state: 'damaged' };
  } catch (error) {
    // No Base64, or no JSON. Anything else is a mistake of ours.
    if (error instanceof SyntaxError) return { state: 'damaged' };
    throw error;
  }
}

async function gzipped(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** The text that was packed; undefined where the bytes are no gzip, or would fill the memory. */
async function gunzipped(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const part = await reader.read().catch(() => undefined);
    if (part === undefined) return undefined;
    if (part.done) return new Blob(parts).text();
    length += part.value.length;
    if (length > mostUnpacked) {
      await reader.cancel();
      return undefined;
    }
    parts.push(part.value);
  }
}
