import * as z from 'zod/mini';
import { isLocalDay } from '../score/local-day';
import type { ReminderState } from './reminder';

const day = z.string().check(z.refine(isLocalDay));
const instant = z.number().check(z.gte(0), z.lte(8.64e15));

const storedState = z.object({
  since: z.exactOptional(instant),
  schedule: z.exactOptional(z.string()),
  last: z.exactOptional(
    z.object({
      kind: z.enum(['reading-wanted', 'digest', 'access-ended', 'plan']),
      dueOn: day,
      shownOn: day,
      at: instant,
    }),
  ),
  // Firefox stores a field that was set to undefined as it is.
  snoozedUntil: z.optional(instant),
  skippedWeek: z.optional(day),
  digestWantedOn: z.optional(day),
  toldGoals: z.exactOptional(z.array(z.string())),
  pauseTold: z.exactOptional(z.boolean()),
  refused: z.exactOptional(z.boolean()),
});

/** What is remembered about reminders in `stored`, whatever it is: nothing when it is missing or wrong, and reminders start again. */
export function reminderStateOf(stored: unknown): ReminderState {
  const parsed = storedState.safeParse(stored);
  return parsed.success ? parsed.data : {};
}
