import {
  addDays,
  daysBetween,
  instantOf,
  localDayAt,
  mondayOf,
  weekdayOf,
  type LocalDay,
  millisecondsPerDay,
} from '../score/local-day';
import { isQuiet, isQuietTime, quietEnd } from './quiet-hours';
import type { Settings } from '../settings';

/**
 * What a reminder is about: the page was not read for a week (or today, on weekdays), it was and the week can be told, LinkedIn has ended the
 * member's access, so that there is nothing to read, or after that their plan, which goes on without a score.
 */
export type ReminderKind = 'reading-wanted' | 'digest' | 'access-ended' | 'plan';

/** A reminder that came. Days are those of the calendar where the member was then. */
interface ShownReminder {
  readonly kind: ReminderKind;
  /** The day it was due. */
  readonly dueOn: LocalDay;
  /** The day it came, at most two after the one it was due. */
  readonly shownOn: LocalDay;
  /** Instant it came, epoch milliseconds. */
  readonly at: number;
}

/** What has to be remembered about reminders. Empty at first. */
export interface ReminderState {
  /** Instant (epoch milliseconds) of the first-run page or the first reading, or later of a new day or time. What was due before is not caught up. Absent: no reminders yet. */
  readonly since?: number;
  /** The day and time that `since` counts for. */
  readonly schedule?: string;
  /** The last reminder; one that was put off and came again does not count. */
  readonly last?: ShownReminder;
  /** Instant (epoch milliseconds) at which the last reminder comes again. */
  readonly snoozedUntil?: number | undefined;
  /** The Monday of the week in which the member wants no reminder. */
  readonly skippedWeek?: LocalDay | undefined;
  /** The day on which the member went from a reminder to the page: the reading of that day is answered with the digest. */
  readonly digestWantedOn?: LocalDay | undefined;
  /** Ids of the goals whose reaching was told at once, and need not be told again at the end of the week. */
  readonly toldGoals?: readonly string[];
  /** The member was told that reminders are paused because their access has ended; until a score is read again. */
  readonly pauseTold?: boolean;
  /** Whether the browser refused the last notification, though it did not say that they are blocked. */
  readonly refused?: boolean;
}

/** All that decides whether a reminder is due. */
export interface ReminderQuestion {
  readonly settings: Pick<Settings, 'reminder' | 'toolbar'>;
  readonly state: ReminderState;
  /** Day of the last reading up to today; absent without one. */
  readonly lastReadOn?: LocalDay;
  /** LinkedIn says that the member's access has ended: that is told once; what is due then is about their plan, or passes in silence. */
  readonly accessEnded?: boolean;
  /** Something of the week's plan waits to be done. */
  readonly planWaits?: boolean;
  /** Instant, epoch milliseconds. */
  readonly now: number;
  /** IANA time zone of the member. */
  readonly timeZone: string;
}

/** What to do now, and when to ask again. */
export interface ReminderDecision {
  /** Show a reminder of this kind; absent when none is due. */
  readonly show?: ReminderKind;
  /** What to remember before anything is shown. The very state of the question when nothing changed. */
  readonly state: ReminderState;
  /** Instant (epoch milliseconds, after `now`) of the next look; absent when there is nothing to look for. */
  readonly nextTick?: number;
}

/** A reminder missed by more than this, in milliseconds, waits for the next one. */
const latest = 2 * millisecondsPerDay;

/** Between a reminder and the next one's day lie at least so many days: a week, less the two a reminder may be late. */
const fewestDaysBetween = 5;

/** From so many days on a reading is not of this week any more. */
const week = 7;

/** A reminder cannot have been put off for longer than this, in milliseconds; if it seems so, the clock was set back. */
const longestSnooze = 3 * millisecondsPerDay;

/**
 * Whether a reminder is due at `now`, and when to look again. It does not matter when and how often it is asked, as long as what it says is
 * remembered: in each week at most one reminder is due, on the chosen day at the chosen time (or when the quiet hours end, should the
 * time lie in them), and for two days after that if the computer was asleep. On `weekdays` one a day, that day only, unless the page was read.
 *
 * Looks are wanted at local midnight, when "today" becomes "yesterday", and at the chosen time of every day: two on an idle day. Both are
 * more than a week needs, and make up for timers that stand still while a computer sleeps, for travel and for clocks that are put right.
 */
export function dueReminder(question: ReminderQuestion): ReminderDecision {
  const { settings, lastReadOn, accessEnded = false, planWaits = false, now, timeZone } = question;
  const { rhythm, quiet } = settings.reminder;
  const today = localDayAt(now, timeZone);
  const tomorrow = instantOf(addDays(today, 1), '00:00', timeZone);
  if (rhythm === 'off') return { state: question.state, ...(settings.toolbar && { nextTick: tomorrow }) };
  const state = correctedState(question, today);
  if (state.since === undefined) return { state, nextTick: tomorrow };

  const dueOn = dueDay(question, state, today);
  const snoozeIsOver = state.snoozedUntil !== undefined && state.snoozedUntil <= now;
  const nextTimeOfDay = [-1, 0, 1, 2]
    .map((days) => fallsDueAt(addDays(today, days), settings.reminder, timeZone))
    .find((instant) => instant > now);
  const isDue = dueOn !== undefined || snoozeIsOver;
  const isHeld = isDue && isQuiet(now, quiet, timeZone);
  const nextTick = earliestAfter(now, [
    tomorrow,
    nextTimeOfDay,
    state.snoozedUntil,
    isHeld && quiet ? quietEnd(now, quiet, timeZone) : undefined,
  ]);
  if (isHeld) return { state, nextTick };
  if (!isDue) return { state, nextTick };

  const wasRead = rhythm === 'weekly' && lastReadOn !== undefined && daysBetween(lastReadOn, today) < week;
  const withoutScore = state.pauseTold && planWaits ? 'plan' : 'access-ended';
  const show: ReminderKind = accessEnded ? withoutScore : wasRead ? 'digest' : 'reading-wanted';
  // One that was put off does not count as the week's: that one is remembered already.
  const shown = dueOn !== undefined && { last: { kind: show, dueOn, shownOn: today, at: now } };
  const next = { ...withoutSnooze(state), ...shown, ...(accessEnded && { pauseTold: true }) };
  const isToldAlready = show === 'access-ended' && state.pauseTold;
  return { ...(!isToldAlready && { show }), state: next, nextTick };
}

/** Reminders begin: what was due before `now` (epoch milliseconds) is not caught up. The same state when they had begun already. */
export function startReminders(state: ReminderState, now: number): ReminderState {
  return state.since === undefined ? { ...state, since: now } : state;
}

/** The last reminder comes again tomorrow at the chosen time. */
export function snoozeUntilTomorrow(
  state: ReminderState,
  { reminder }: Pick<Settings, 'reminder'>,
  now: number,
  timeZone: string,
): ReminderState {
  const tomorrow = addDays(localDayAt(now, timeZone), 1);
  return { ...state, snoozedUntil: fallsDueAt(tomorrow, reminder, timeZone) };
}

/** No reminder in the week of `day`, nor one that was put off. */
export function skipWeek(state: ReminderState, day: LocalDay): ReminderState {
  return { ...withoutSnooze(state), skippedWeek: mondayOf(day) };
}

/** What was put off does not come again. The same state when nothing was. */
function withoutSnooze(state: ReminderState): ReminderState {
  return state.snoozedUntil === undefined ? state : { ...state, snoozedUntil: undefined };
}

/** A score was read: what was put off is done, and reminders go on. The same state when nothing was in their way. */
export function withReading(state: ReminderState): ReminderState {
  const free = withoutSnooze(state);
  return free.pauseTold ? { ...free, pauseTold: false } : free;
}

/** Whether the last reminder asked for a reading that has not come. `lastReadAt` is the instant of the last reading, epoch milliseconds; absent without one. */
export function isReadingDue(state: ReminderState, lastReadAt: number | undefined): boolean {
  const { last, skippedWeek } = state;
  return (
    last?.kind === 'reading-wanted' &&
    (lastReadAt === undefined || lastReadAt < last.at) &&
    skippedWeek !== mondayOf(last.dueOn)
  );
}

/** The earliest of `instants` after `now`; `Infinity` without one. */
function earliestAfter(now: number, instants: readonly (number | undefined)[]): number {
  return Math.min(...instants.map((instant) => (instant !== undefined && instant > now ? instant : Infinity)));
}

/** The instant (epoch milliseconds) at which the next reminder after `now` comes, when quiet hours are in its way; undefined when they are not. */
export function heldUntil(reminder: Settings['reminder'], now: number, timeZone: string): number | undefined {
  if (reminder.rhythm === 'off' || !isQuietTime(reminder.time, reminder.quiet)) return undefined;
  const today = localDayAt(now, timeZone);
  const days = [-1, 0, 1, 2, 3, 4, 5, 6, 7].map((days) => addDays(today, days));
  return days
    .filter((day) => reminder.rhythm !== 'weekly' || weekdayOf(day) === reminder.weekday)
    .map((day) => fallsDueAt(day, reminder, timeZone))
    .find((due) => due > now && (reminder.rhythm === 'weekly' || weekdayOf(localDayAt(due, timeZone)) <= 5));
}

/** The instant (epoch milliseconds) at which a reminder of `day` falls due: the chosen time or, should that be quiet, the end of the quiet hours. */
function fallsDueAt(day: LocalDay, { time, quiet }: Settings['reminder'], timeZone: string): number {
  if (!quiet || !isQuietTime(time, quiet)) return instantOf(day, time, timeZone);
  return instantOf(quiet.to > time ? day : addDays(day, 1), quiet.to, timeZone);
}

/**
 * The day whose reminder is due at `now` and has not come; undefined when there is none. By the week it is the chosen day, whichever day the
 * quiet hours move it to; on weekdays the day it comes: after quiet hours that cross midnight it is Sunday's time that brings Monday's.
 */
function dueDay(question: ReminderQuestion, state: ReminderState, today: LocalDay): LocalDay | undefined {
  const { settings, lastReadOn, now, timeZone } = question;
  const { rhythm, weekday } = settings.reminder;
  // Two days late, and the quiet hours may have moved it to the day after the chosen one.
  for (const day of [today, addDays(today, -1), addDays(today, -2), addDays(today, -3)]) {
    if (rhythm === 'weekly' && weekdayOf(day) !== weekday) continue;
    const dueAt = fallsDueAt(day, settings.reminder, timeZone);
    if (dueAt > now) continue;
    // An older one could only be later still.
    if (dueAt < (state.since ?? now) || now - dueAt > latest) return undefined;
    const comesOn = localDayAt(dueAt, timeZone);
    const dueOn = rhythm === 'weekly' ? day : comesOn;
    if (state.skippedWeek === mondayOf(dueOn)) return undefined;
    if (rhythm === 'weekly') return isFreeWeek(state.last, day, comesOn) ? day : undefined;
    const isFree = state.last === undefined || (today > state.last.dueOn && today > state.last.shownOn);
    return isFree && comesOn === today && weekdayOf(today) <= 5 && lastReadOn !== today ? today : undefined;
  }
  return undefined;
}

/** Whether a week's reminder on `day` (shown from `dueOn` on) is far enough from the last one, also when the chosen day was changed between. */
function isFreeWeek(last: ShownReminder | undefined, day: LocalDay, dueOn: LocalDay): boolean {
  return (
    last === undefined ||
    (mondayOf(day) > mondayOf(last.dueOn) && daysBetween(last.shownOn, dueOn) >= fewestDaysBetween)
  );
}

/** The state for this schedule and this clock: a new day or time counts from now on, and nothing has happened in the future. */
function correctedState({ settings, state, now }: ReminderQuestion, today: LocalDay): ReminderState {
  const { rhythm, weekday, time } = settings.reminder;
  if (state.since === undefined) return state;
  const schedule = rhythm === 'weekly' ? `weekly ${weekday} ${time}` : `${rhythm} ${time}`;
  let corrected = state;
  if (state.schedule !== schedule) {
    corrected = { ...corrected, schedule, since: state.schedule === undefined ? state.since : now };
  }
  if ((corrected.since ?? now) > now) corrected = { ...corrected, since: now };
  const { last, snoozedUntil } = corrected;
  if (last && last.at > now) {
    // The clock was set back. For the member that reminder has just been: the next comes a week from now, by whichever clock.
    const notAfterToday = (day: LocalDay) => (day > today ? today : day);
    corrected = {
      ...corrected,
      last: { ...last, dueOn: notAfterToday(last.dueOn), shownOn: notAfterToday(last.shownOn), at: now },
    };
  }
  if (snoozedUntil !== undefined && (snoozedUntil - now > longestSnooze || now - snoozedUntil > latest)) {
    corrected = withoutSnooze(corrected);
  }
  return corrected;
}
