import * as z from 'zod/mini';
import { day, instant } from './rows/row-kind';

/** What keeps computers from being in step, each with its sentence. */
export const syncTroubles = ['full', 'too-fast', 'refused', 'damaged', 'newer', 'locked', 'taken-out', 'away'] as const;
export type SyncTrouble = (typeof syncTroubles)[number];

const name = z.string().check(z.maxLength(60));

const schema = z.object({
  on: z.boolean(),
  /** What this installation calls itself in the sync: 12 hexadecimal digits. */
  installation: z.string().check(z.regex(/^[0-9a-f]{12}$/)),
  /** What the head said that was written last, and the one whose writing was begun. */
  wrote: z.exactOptional(z.string()),
  writing: z.exactOptional(z.string()),
  /** When everything was in step last, epoch milliseconds. */
  inStepAt: z.exactOptional(instant),
  /** After how many refusals no writing is tried before when, epoch milliseconds. */
  pause: z.exactOptional(z.object({ until: instant, refusals: z.int() })),
  /** What is wrong, and with which installations where it is with theirs. */
  troubles: z.array(z.object({ trouble: z.enum(syncTroubles), with: z.array(z.string()) })),
  /** How many rows have no room, or wait to be written. */
  waiting: z.int(),
  averagesFrom: z.exactOptional(day),
  readingsFrom: z.exactOptional(day),
  /** What the head of each other installation said, and since when it says so by this computer's clock, epoch milliseconds. */
  sightings: z.record(z.string(), z.object({ wrote: z.string(), since: instant })),
  /** Installations that the member has forgotten: their rows are to be taken over. */
  forgotten: z.array(z.string()),
  /** The taking out of everything that was known when this was switched on. */
  takenOut: z.exactOptional(z.string()),
  name: z.exactOptional(name),
  /** Keys that the passphrase made, by their salts; the own salt. In the member's own profile, as all that they open is. */
  keys: z.record(z.string(), z.string()),
  salt: z.exactOptional(z.string()),
});

/** What this computer knows of keeping in step. */
export type SyncState = Readonly<z.output<typeof schema>>;

/** `stored` as that; undefined when it is none. */
export function syncStateOf(stored: unknown): SyncState | undefined {
  const parsed = schema.safeParse(stored);
  return parsed.success ? parsed.data : undefined;
}
