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
});

/** A profile: whose score it is, under the name the member gave it. */
export type Member = Readonly<z.output<typeof schema>>;

/** The name that was given last, and the first instant of both. */
function merge(one: Member, other: Member): Member {
  const named = greater(
    { ...one, since: 0 },
    { ...other, since: 0 },
    // A name without an instant, from another program, gives way to any that the member gave, but not to none.
    (member) => [member.changedAt ?? (member.name === undefined ? -2 : -1)],
  );
  return { ...named, since: Math.min(one.since, other.since) };
}

export const members = rowKind({ schema, keyPath: 'id', merge, saySame: () => true });
