/** Why a text could not be read as JSON; `unreasonable`: deeper, with longer strings or larger objects than any file of a history. */
export type JsonFault = 'not-json' | 'unreasonable';

/** Called between slices of long work: returns a promise when the page should draw first. */
export type Pause = (progress: number) => Promise<void> | undefined;

/** Texts up to this long are read in one go: about a millisecond. In UTF-16 units. */
const oneGo = 100_000;

/** How deep long containers may lie in each other. Ours lie two deep. */
const deepest = 20;

/** The longest string, in UTF-16 units. */
const longestString = 1_000_000;

/** The most members of one long object: putting more together would stop the page. */
const mostMembers = 100_000;

/** How many units are looked at between two looks at the clock. */
const slice = 50_000;

class Fault extends Error {
  readonly fault: JsonFault;
  constructor(fault: JsonFault) {
    super(fault);
    this.fault = fault;
  }
}

/**
 * `JSON.parse` in slices, so that a long file never stops the page: `pause` is called about every millisecond of work with the part of
 * the text that was read, 0 to 1. Only what `JSON.parse` would accept is accepted; `__proto__` is a key like any other.
 */
export async function readJson(
  text: string,
  pause: Pause,
): Promise<{ readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: JsonFault }> {
  try {
    const start = skipSpace(text, 0);
    const end = await endOfValue(text, start, pause);
    if (skipSpace(text, end) !== text.length) throw new Fault('not-json');
    return { ok: true, value: await readValue(text, start, end, 0, pause) };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** The value in `text` from `start` to `end`. */
async function readValue(text: string, start: number, end: number, depth: number, pause: Pause): Promise<unknown> {
  const opening = text[start];
  if (end - start <= oneGo || (opening !== '[' && opening !== '{')) return parse(text.slice(start, end));
  // What was looked for is where as many close as open, of whichever kind.
  if (text[end - 1] !== (opening === '[' ? ']' : '}')) throw new Fault('not-json');
  if (depth === deepest) throw new Fault('unreasonable');
  return opening === '['
    ? readArray(text, start, end - 1, depth + 1, pause)
    : readObject(text, start, end - 1, depth + 1, pause);
}

async function readArray(text: string, start: number, last: number, depth: number, pause: Pause): Promise<unknown[]> {
  const items: unknown[] = [];
  // Neighbouring short items are parsed together: one by one costs more than all the rest.
  let batch: { start: number; end: number } | undefined;
  const parseBatch = () => {
    if (batch === undefined) return;
    for (const item of parse(`[${text.slice(batch.start, batch.end)}]`) as unknown[]) items.push(item);
    batch = undefined;
  };
  for (let position = skipSpace(text, start + 1); position < last;) {
    await pause(position / text.length);
    const end = await endOfValue(text, position, pause);
    if (end - position > oneGo) {
      parseBatch();
      items.push(await readValue(text, position, end, depth, pause));
    } else {
      batch = { start: batch?.start ?? position, end };
      if (end - batch.start > slice) parseBatch();
    }
    position = nextItem(text, end, last);
  }
  parseBatch();
  return items;
}

async function readObject(text: string, start: number, last: number, depth: number, pause: Pause): Promise<object> {
  const entries: [string, unknown][] = [];
  for (let position = skipSpace(text, start + 1); position < last;) {
    await pause(position / text.length);
    if (text[position] !== '"') throw new Fault('not-json');
    const keyEnd = endOfString(text, position) + 1;
    const key = parse(text.slice(position, keyEnd)) as string;
    const colon = skipSpace(text, keyEnd);
    if (text[colon] !== ':') throw new Fault('not-json');
    const value = skipSpace(text, colon + 1);
    const end = await endOfValue(text, value, pause);
    if (entries.length === mostMembers) throw new Fault('unreasonable');
    entries.push([key, await readValue(text, value, end, depth, pause)]);
    position = nextItem(text, end, last);
  }
  // `fromEntries` defines each key as the object's own, `__proto__` as well.
  return Object.fromEntries(entries);
}

/** Where the item after the one that ends at `end` begins; `last`, where the container closes, when there is none. */
function nextItem(text: string, end: number, last: number): number {
  const after = skipSpace(text, end);
  if (after === last) return last;
  const next = skipSpace(text, after + 1);
  if (text[after] !== ',' || next === last) throw new Fault('not-json');
  return next;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Fault('not-json');
  }
}

function skipSpace(text: string, position: number): number {
  let at = position;
  while (' \t\n\r'.includes(text[at] ?? 'x')) at += 1;
  return at;
}

/** Where the value that begins at `start` ends; whether it is a value is left to `JSON.parse`. */
async function endOfValue(text: string, start: number, pause: Pause): Promise<number> {
  let depth = 0;
  let nextPause = start + slice;
  for (let position = start; position < text.length; position += 1) {
    if (position >= nextPause) {
      nextPause = position + slice;
      await pause(start / text.length);
    }
    switch (text.charCodeAt(position)) {
      case 0x22: // "
        position = endOfString(text, position);
        if (depth === 0) return position + 1;
        break;
      case 0x5b: // [
      case 0x7b: // {
        depth += 1;
        break;
      case 0x5d: // ]
      case 0x7d: // }
        if (depth === 0) return position;
        depth -= 1;
        if (depth === 0) return position + 1;
        break;
      case 0x2c: // ,
      case 0x20:
      case 0x09:
      case 0x0a:
      case 0x0d:
        if (depth === 0) return position;
        break;
      default:
    }
  }
  if (depth > 0) throw new Fault('not-json');
  return text.length;
}

/** The position of the quotation mark that ends the string beginning at `start`. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    if (end - start > longestString) throw new Fault('unreasonable');
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === 0x5c) backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  throw new Fault('not-json');
}
