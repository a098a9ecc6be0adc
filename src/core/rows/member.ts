import * as z from 'zod/mini';
import { greater, instant, memberId, rowKind, text } from './row-kind';

const schema = z.object({
  id: memberId,
  /** What the member calls this profile; absent until named. */
  name: z.exactOptional(text),
  /** Instant the name was given or taken back; absent until then. */
  changedAt: z.exactOptional(instant),
  /** Instant of the first reading, epoch milliseconds. */
  since: instant,
  /** Of somebody else's profile (`isPerson`): the file that they gave last. */
  given: z.exactOptional(
    z.object({
      /** When it was taken in, epoch milliseconds. */
      at: instant,
      /** What it was called. */
      file: text,
      /** Who they are in their own exports, by which the next one is known; absent where no file has told. */
      origin: z.exactOptional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
    }),
  ),
});

/** A profile: whose score it is, under the name the member gave it. */
export type Member = Readonly<z.output<typeof schema>>;

/** The name that was given last, the file that was given last, and the first instant of both. */
function merge(one: Member, other: Member): Member {
  const named = greater(
    nameOf(one),
    nameOf(other),
    // A name without an instant, from another program, gives way to any that the member gave, but not to none.
    (member) => [member.changedAt ?? (member.name === undefined ? -2 : -1)],
  );
  const given =
    one.given && other.given ? greater(one.given, other.given, ({ at }) => [at]) : (one.given ?? other.given);
  return { id: one.id, ...named, since: Math.min(one.since, other.since), ...(given && { given }) };
}

function nameOf({ name, changedAt }: Member): Pick<Member, 'name' | 'changedAt'> {
  return { ...(name !== undefined && { name }), ...(changedAt !== undefined && { changedAt }) };
}

export const members = rowKind({ schema, keyPath: 'id', merge, saySame: () => true });
