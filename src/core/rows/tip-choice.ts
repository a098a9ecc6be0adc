import * as z from 'zod/mini';
import { day, greater, id, memberId, rowKind } from './row-kind';

const schema = z.object({
  member: memberId,
  tip: id,
  choice: z.enum(['dismissed', 'later']),
  /** First day it may be shown again; only for `later`. */
  until: z.exactOptional(day),
});

/** What the member said of a tip other than "done": never again, or not before a day. */
export type TipChoice = Readonly<z.output<typeof schema>>;

export const tipChoices = rowKind({
  schema,
  keyPath: ['member', 'tip'],
  merge: (one, other) => greater(one, other, (row) => [row.choice === 'dismissed' ? 1 : 0, row.until ?? '']),
});
