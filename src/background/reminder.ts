import { shown } from '../core/meaning/change';
import type { Goal } from '../core/rows/goal';
import { goalBand } from '../core/meaning/goal-band';
import { valueOf } from '../core/score/history';
import { daysBetween, localDayAt, type LocalDay } from '../core/score/local-day';
import { isQuiet } from '../core/reminder/quiet-hours';
import {
  dueReminder,
  skipWeek,
  startReminders,
  withReading,
  type ReminderKind,
  type ReminderState,
} from '../core/reminder/reminder';
import { succeed, type Result } from '../core/result';
import type { Settings } from '../core/settings';
import { browser } from '../platform/browser';
import { openPanel } from '../platform/browser-differences';
import { message } from '../platform/i18n';
import { openScorecard } from '../platform/open-scorecard';
import { openSsiPage } from '../platform/ssi-page';
import { openDatabase } from '../store/database';
import { markReached } from '../store/write/rows';
import { changeReminderState, readReminderState } from '../store/write/reminder-state';
import { sentenceLanguage } from '../words/sentence-language';
import { clearNotifications, showNotification, type NotificationClick } from './notification';
import {
  accessEndedText,
  digestText,
  goalText,
  planText,
  scoreIsBackText,
  wantedReadingText,
  type NotificationButton,
  type NotificationVoice,
} from '../words/notification-text';
import { digestOf, readWeek, type Week } from './week';
import { readWaitingPlan } from './week-plan';

/** The name of the one alarm. */
export const tickName = 'reminder';

/** An alarm this close to where it belongs, in milliseconds, is left alone: browsers drift a little when they repeat one. */
const closeEnough = 60_000;

/**
 * Looks whether a reminder is due at `now` (epoch milliseconds) in the member's IANA zone, after the last reading on `lastReadOn`, or while access has ended, shows it, and sees to it that there is a next look.
 * Harmless at any time and any number of times: what was shown is remembered before it is shown, so that it never comes twice. Returns what
 * is remembered then. Errors: those of `storage.local`.
 */
export async function checkReminder(
  { lastReadOn, accessEnded }: { readonly lastReadOn: LocalDay | undefined; readonly accessEnded: boolean },
  now: number,
  timeZone: string,
): Promise<Result<ReminderState>> {
  const today = localDayAt(now, timeZone);
  // Asked only of who has no score to read. Should it not be readable, what falls due passes in silence, as without a plan.
  const plan = accessEnded ? await readWaitingPlan(today) : succeed(undefined);
  const waiting = plan.ok ? plan.value : undefined;
  const decided = await changeReminderState((state, settings) => ({
    settings,
    ...dueReminder({
      settings,
      state,
      accessEnded,
      planWaits: waiting !== undefined,
      now,
      timeZone,
      ...(lastReadOn !== undefined && { lastReadOn }),
    }),
  }));
  if (!decided.ok) return decided;
  const { nextTick, show: kind, state, settings } = decided.value;
  await keepTick(nextTick);
  if (!kind) return succeed(state);
  if (kind === 'plan' && waiting) {
    await show('reminder', 'plan', planText(waiting, voiceOf(settings, today)));
    return readReminderState();
  }
  await showReminder(kind, settings, today, state.toldGoals);
  return readReminderState();
}

/** Creates the alarm when it is missing, and moves it only when it is not where it belongs: it must never be put off by a look. */
async function keepTick(nextTick: number | undefined): Promise<void> {
  const alarm = await browser.alarms.get(tickName);
  if (nextTick === undefined) {
    if (alarm !== undefined) await browser.alarms.clear(tickName);
    return;
  }
  if (alarm !== undefined && Math.abs(alarm.scheduledTime - nextTick) <= closeEnough) return;
  // It repeats, so that a worker that dies during a look has another one the next day.
  await browser.alarms.create(tickName, { when: nextTick, periodInMinutes: 24 * 60 });
}

function voiceOf(settings: Settings, today: LocalDay): NotificationVoice {
  return { say: message, language: sentenceLanguage(), today, hideNumbers: settings.reminder.hideNumbers };
}

/** Shows a notification and remembers whether the browser took it: the pages and the toolbar tell of a refusal. */
async function show(...notification: Parameters<typeof showNotification>): Promise<void> {
  const refused = !(await showNotification(...notification));
  await changeReminderState((state) => ({
    state: (state.refused ?? false) === refused ? state : { ...state, refused },
  }));
}

async function showReminder(
  kind: ReminderKind,
  settings: Settings,
  today: LocalDay,
  toldGoals: readonly string[] | undefined,
): Promise<void> {
  if (kind === 'access-ended') {
    await show('reminder', 'access-ended', accessEndedText(voiceOf(settings, today)));
    return;
  }
  const week = await readWeek(today);
  if (!week.ok) return;
  const { latest } = week.value;
  const { rhythm } = settings.reminder;
  if (kind === 'reading-wanted' && rhythm !== 'off') {
    const last = latest && { daysAgo: daysBetween(latest.day, today), shownTotal: latest.shownTotal };
    const text = wantedReadingText({ rhythm, ...(last && { last }) }, voiceOf(settings, today));
    await show('reminder', 'reading-wanted', text);
    return;
  }
  await showDigest('reminder', week.value, settings, today, toldGoals);
}

async function showDigest(
  reason: 'reminder' | 'answer',
  week: Week,
  settings: Settings,
  today: LocalDay,
  toldGoals: readonly string[] | undefined,
): Promise<void> {
  const digest = digestOf(week, today, toldGoals);
  // A reading that was kept aside has not reached the history, and of a week of totals alone there are no pillars to tell of.
  if (digest.case === 'not-read') return;
  await show(reason, digest.case === 'goal' ? 'goal' : 'digest', digestText(digest, voiceOf(settings, today)));
}

/**
 * What follows a reading of `member` at `now` (epoch milliseconds), whichever profile the pages show: the reminder has done its work and goes; goals reached are written down and told; and
 * whoever came by a reminder gets their digest. Reminders begin with the first reading, if the first-run page has not begun them.
 */
export async function followReading(member: string | undefined, now: number, timeZone: string): Promise<void> {
  const today = localDayAt(now, timeZone);
  await clearNotifications(['reminder']);
  const changed = await changeReminderState((state, settings) => {
    const isDigestWanted = state.digestWantedOn === today;
    const begun = withReading(startReminders(state, now));
    return {
      isDigestWanted,
      wasPaused: state.pauseTold ?? false,
      settings,
      state: begun.digestWantedOn === undefined ? begun : { ...begun, digestWantedOn: undefined },
    };
  });
  // A reading whose numbers are not known yet has reached no goal, and is nothing to tell of.
  if (!changed.ok || member === undefined) return;
  const week = await readWeek(today, member);
  if (!week.ok) return;
  const { isDigestWanted, wasPaused, settings, state } = changed.value;
  const reached = await markReachedGoals(week.value, today, now);
  const { rhythm, quiet } = settings.reminder;
  if (rhythm === 'off' || isQuiet(now, quiet, timeZone)) return;
  const [first] = reached;
  if (first) {
    const told = await changeReminderState((before) => ({
      state: { ...before, toldGoals: [...(before.toldGoals ?? []), ...reached.map(({ id }) => id)] },
    }));
    if (!told.ok || !week.value.latest) return;
    const value = shown(valueOf(week.value.latest, first.of));
    await show('answer', 'goal', goalText(first, value, 'today', voiceOf(settings, today)));
    return;
  }
  const { latest } = week.value;
  if (wasPaused && latest) {
    await show('answer', 'digest', scoreIsBackText(latest.shownTotal, voiceOf(settings, today)));
    return;
  }
  if (isDigestWanted) await showDigest('answer', week.value, settings, today, state.toldGoals);
}

/** Writes down which goals today's reading has reached. Returns those that were not reached before; an empty list when there are none, or it was not today's. */
async function markReachedGoals({ latest, goals }: Week, today: LocalDay, now: number): Promise<readonly Goal[]> {
  const database = await openDatabase();
  if (!database.ok || latest?.day !== today) return [];
  const reached: Goal[] = [];
  for (const goal of goals) {
    if (goal.reachedOn !== undefined || goalBand(valueOf(latest, goal.of), goal.target) !== 'reached') continue;
    const marked = await markReached(database.value, goal, today, now);
    // Not written, not told: the next reading tries again.
    if (marked.ok && marked.value) reached.push(goal);
  }
  return reached;
}

/** What a click on the notification itself means. */
const clickMeans: Readonly<Record<NotificationClick['subject'], NotificationButton>> = {
  'reading-wanted': 'open-ssi-page',
  digest: 'open-scorecard',
  goal: 'set-goal',
  'access-ended': 'open-scorecard',
  plan: 'show-plan',
};

/** Does what was clicked: opens one page, or skips the week. `now` in epoch milliseconds, with the member's IANA zone. */
export async function followClick(
  { subject, button }: NotificationClick,
  now: number,
  timeZone: string,
): Promise<void> {
  const meaning = button ?? clickMeans[subject];
  const today = localDayAt(now, timeZone);
  switch (meaning) {
    case 'open-ssi-page':
      // Without the memory the page opens all the same; only the answer would be missing.
      await changeReminderState((state) => ({ state: { ...state, digestWantedOn: today } }));
      await openSsiPage({ again: true });
      break;
    case 'skip-week':
      await changeReminderState((state) => ({ state: skipWeek(state, state.last?.dueOn ?? today) }));
      break;
    case 'open-scorecard':
      await openScorecard();
      break;
    case 'show-tip':
      // Before anything is waited for, and where the browser takes a notification's click for one.
      if (!(await openPanel())) await openScorecard('tips');
      break;
    case 'show-plan':
      await openScorecard('plan');
      break;
    case 'set-goal':
      await openScorecard('new-goal');
      break;
  }
}
