import * as z from 'zod/mini';
import { pillars } from '../score/pillar';
import { day, greater, id, instant, memberId, madeByMember, rowKind, text } from './row-kind';

const key = { member: memberId, id };
const base = {
  ...key,
  day,
  /** Instant it was written down, epoch milliseconds. */
  recordedAt: instant,
};

const schema = z.union([
  /** A tip the member marked as done, by its id in the catalogue. */
  z.object({ ...base, kind: z.literal('tip'), tip: id, pillar: z.enum(pillars) }),
  /** The member's own note; of a pillar, or of none, as a holiday or a new job is. */
  z.object({ ...base, kind: z.literal('note'), text, pillar: z.exactOptional(z.enum(pillars)) }),
]);

/** Something the member did. */
export type Action = Readonly<z.output<typeof schema>>;

export const actions = rowKind({
  schema: madeByMember(schema, key),
  keyPath: ['member', 'id'],
  tombstones: true,
  merge: (one, other) => greater(one, other, (row) => [row.changedAt]),
  provesMember: (row) => ('deleted' in row ? undefined : row.recordedAt),
});
