import * as z from 'zod/mini';
import { mostSeenSets, pageTroubles } from '../core/score/page-trouble';
import { memberId, uuid } from '../core/rows/row-kind';
import { numbersShape } from '../core/rows/snapshot';
import { tickedBits } from '../core/rows/tip-choice';
import { totalOf } from '../core/score/pillar';
import { seenSet } from '../core/score/seen-set';
import { addsUp, float32Tolerance, sourcesBesideThePage } from '../core/score/reading';
import type { ContentRequest } from '../platform/messages';

const numbers = z
  .strictObject({
    ...numbersShape,
    // What comes from elsewhere is not read on a page.
    source: numbersShape.source.check(z.refine((source) => !sourcesBesideThePage.includes(source))),
  })
  .check(
    // The reader has done the same sum; the store's own door does it again, for a wrong number is worse than none.
    z.refine((read) => addsUp(read.scores, read.shownTotal)),
    z.refine((read) => Math.abs(totalOf(read.scores) - read.total) <= float32Tolerance),
  );

const report = z.strictObject({
  checks: z.array(z.string().check(z.maxLength(500))).check(z.maxLength(50)),
  skeleton: z.string().check(z.maxLength(20_000)),
});

const memberNumber = z.exactOptional(z.string().check(z.regex(/^\d{1,20}$/)));

const tipId = z.string().check(z.regex(/^[a-z0-9_]{1,60}$/));

const contentRequest = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('reading/record'),
    visit: uuid,
    numbers,
    memberNumber,
    age: z.exactOptional(z.int().check(z.gte(0))),
  }),
  z.strictObject({
    type: z.literal('page/trouble'),
    visit: uuid,
    trouble: z.strictObject({
      state: z.enum(pageTroubles),
      report: z.exactOptional(report),
      sets: z.exactOptional(z.array(seenSet).check(z.maxLength(mostSeenSets))),
    }),
    memberNumber,
  }),
  z.strictObject({ type: z.literal('reading/withdraw'), visit: uuid }),
  z.strictObject({ type: z.enum(['visit/begin', 'sets/known']), memberNumber }),
  z.strictObject({
    type: z.literal('tip/take'),
    tip: tipId,
    ticked: tickedBits,
    member: memberId,
    panel: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('tip/done'),
    tip: tipId,
    action: uuid,
    member: memberId,
  }),
  z.strictObject({ type: z.literal('tip/undo'), action: uuid, member: memberId }),
  z.strictObject({ type: z.enum(['badges/hide', 'badges/show', 'scorecard/open']) }),
]);

/** `message` as one of the content script's requests, or undefined when it is anything else. */
export function parseContentRequest(message: unknown): ContentRequest | undefined {
  const parsed = contentRequest.safeParse(message);
  return parsed.success ? parsed.data : undefined;
}
