import * as z from 'zod/mini';
import { day, greater, id, memberId, madeByMember, rowKind } from './row-kind';

const key = { member: memberId, tip: id };
const schema = z.object({
  ...key,
  choice: z.enum(['dismissed', 'later']),
  /** First day it may be shown again; only for `later`. */
  until: z.exactOptional(day),
});

/** What the member said of a tip other than "done": never again, or not before a day. */
export type TipChoice = Readonly<z.output<typeof schema>>;

export const tipChoices = rowKind({
  schema: madeByMember(schema, key),
  keyPath: ['member', 'tip'],
  // Of the first version nothing is known but that they were made: then "never" stays over "not now".
  tombstones: true,
  merge: (one, other) =>
    greater(one, other, (row) => [row.changedAt, 'choice' in row && row.choice === 'dismissed' ? 1 : 0]),
});
