import * as z from 'zod/mini';
import { day, instant } from '../core/rows/row-kind';
import { isSalt } from '../core/rows/row-kinds';
import { syncFormat } from './chunk';

const shortText = z.string().check(z.maxLength(60));

/** What of a head every version, older or newer, can read. */
const anyHead = z.object({
  format: z.int().check(z.minimum(1)),
  seen: z.exactOptional(instant),
  browser: z.exactOptional(shortText),
  system: z.exactOptional(shortText),
});

const head = z.object({
  format: z.int().check(z.minimum(1)),
  /** Made anew at each writing: whoever finds another than their own shares their name with somebody, as a copied profile does. */
  wrote: z.string().check(z.maxLength(40)),
  /** When it was written, epoch milliseconds. */
  seen: instant,
  /** "Chrome", "Firefox" … */
  browser: shortText,
  /** "Windows", "Mac" … */
  system: shortText,
  averagesFrom: z.exactOptional(day),
  readingsFrom: z.exactOptional(day),
  /** The member has switched it off there: whoever is next takes its rows over. */
  left: z.exactOptional(z.literal(true)),
  /** With which salt a passphrase makes the key; absent without one. */
  salt: z.exactOptional(z.string().check(z.regex(/^[A-Za-z0-9+/]{22}==$/))),
  /** A `Private`, packed and perhaps sealed. */
  private: z.string().check(z.maxLength(6_000)),
});

/** What an installation tells of itself, and nothing of the member's. */
export type Head = Readonly<z.output<typeof head>>;

/** A head as far as it can be read: of a newer version only the browser, the system and when it was seen. */
export type ReadHead =
  | { readonly state: 'read'; readonly head: Head }
  | { readonly state: 'newer'; readonly head: Readonly<z.output<typeof anyHead>> };

/** `value` as a head; undefined when it is none. */
export function headOf(value: unknown): ReadHead | undefined {
  const any = anyHead.safeParse(value);
  if (!any.success) return undefined;
  if (any.data.format > syncFormat) return { state: 'newer', head: any.data };
  const read = head.safeParse(value);
  return read.success ? { state: 'read', head: read.data } : undefined;
}

const privately = z.object({
  /** The salt of the members' hashes. */
  memberSalt: z.exactOptional(z.string().check(z.refine(isSalt))),
  /** What the member chose, as stored. */
  settings: z.exactOptional(z.unknown()),
  /** What the member calls this computer. */
  name: z.exactOptional(shortText),
});

/** What of a head is the member's own. */
export type Private = Readonly<z.output<typeof privately>>;

/** `value` as that; undefined when it is none. */
export function privateOf(value: unknown): Private | undefined {
  const read = privately.safeParse(value);
  return read.success ? read.data : undefined;
}
