import type { Digest, NextStep } from '../core/meaning/digest';
import type { Goal } from '../core/rows/goal';
import type { LocalDay } from '../core/score/local-day';
import type { Pillar } from '../core/score/pillar';
import { formatDay, formatDaysBefore, formatLongDay } from './format-day';
import { formatChange, formatScore, formatTarget, formatWhole } from './format-number';
import { fourWeeksText } from './outlook-text';
import { pillarName } from './pillar-name';
import type { Say } from './say';

/** What a button of a notification does. Its words are in `_locales` under `notification_button_<name with underscores>`. */
export type NotificationButton =
  | 'open-ssi-page'
  | 'skip-week'
  | 'open-scorecard'
  | 'show-tip'
  | 'set-goal'
  | 'show-plan';

/** The words of a notification. Limits for every language: title 40 characters, body 90. */
export interface NotificationText {
  readonly title: string;
  readonly body: string;
  readonly buttons: readonly NotificationButton[];
}

/** In what language, and for whom. */
export interface NotificationVoice {
  readonly say: Say;
  /** BCP 47. */
  readonly language: string;
  readonly today: LocalDay;
  /** Keep scores out. */
  readonly hideNumbers: boolean;
}

/** What asks for a reading: `rhythm` of the reminder, and the last reading; absent when nothing was ever read. */
export interface WantedReading {
  readonly rhythm: 'weekly' | 'weekdays';
  readonly last?: { readonly daysAgo: number; readonly shownTotal: number };
}

/** "Your SSI this week? Last updated 12 days ago: 61. …" */
export function wantedReadingText({ rhythm, last }: WantedReading, voice: NotificationVoice): NotificationText {
  const { say, language, hideNumbers } = voice;
  const title = say(rhythm === 'weekly' ? 'notification_not_read_title' : 'notification_not_read_today_title');
  const buttons = ['open-ssi-page', 'skip-week'] as const;
  if (!last) return { title, body: say('notification_never_read'), buttons };
  const ago = formatDaysBefore(last.daysAgo, language);
  const body = hideNumbers
    ? say('notification_not_read_without_numbers', ago)
    : say('notification_not_read', ago, formatWhole(last.shownTotal, language));
  return { title, body, buttons };
}

/** "Reading reminders are paused. …" */
export function accessEndedText({ say }: NotificationVoice): NotificationText {
  return {
    title: say('notification_access_ended_title'),
    body: say('notification_access_ended'),
    buttons: ['open-scorecard'],
  };
}

/** What of a week's plan waits: the next of its actions, or with nothing `begun` a plan for this week at all. */
export interface WaitingPlan {
  readonly begun?: {
    readonly done: number;
    readonly all: number;
    readonly pillar: Pillar;
    /** Minutes of the next action. */
    readonly minutes: number;
  };
}

/** "Your week: 1 of 3 done. A 10‑minute tip for Right people is waiting.", for members without a score. It holds none, so nothing is kept out of it. */
export function planText({ begun }: WaitingPlan, { say, language }: NotificationVoice): NotificationText {
  const buttons = ['show-plan'] as const;
  if (!begun) return { title: say('plan_ask_title'), body: say('plan_ask'), buttons };
  const { done, all, pillar, minutes } = begun;
  return {
    title: say('notification_plan_title', formatWhole(done, language), formatWhole(all, language)),
    body: say('notification_plan', formatWhole(minutes, language), pillarName(pillar, say)),
    buttons,
  };
}

/** "Welcome back: 63 is saved. …", after the member was told that reminders are paused. */
export function scoreIsBackText(
  shownTotal: number,
  { say, language, hideNumbers }: NotificationVoice,
): NotificationText {
  return {
    title: hideNumbers
      ? say('notification_score_is_back_title_without_numbers')
      : say('notification_score_is_back_title', formatWhole(shownTotal, language)),
    body: say('notification_score_is_back'),
    buttons: ['open-scorecard'],
  };
}

/**
 * What is told of a week: a title and a sentence, which may be empty. The weekly review begins with them, and so does its notification.
 */
export function headlineText(
  digest: Exclude<Digest, { case: 'not-read' }>,
  voice: NotificationVoice,
): { readonly title: string; readonly told: string } {
  const { say, language } = voice;
  if (digest.case === 'goal') {
    const { title, body } = goalText(digest.goal, digest.value, 'this-week', voice);
    return { title, told: body };
  }
  const total = formatWhole(digest.shownTotal, language);
  const rescaled =
    digest.rescaledOn === undefined
      ? undefined
      : say('notification_rescaled', formatDay(digest.rescaledOn, voice.today, language));
  switch (digest.case) {
    case 'gain': {
      const title = say('notification_gain_title', total, formatScore(digest.amount, language));
      return { title, told: rescaled ?? moved('notification_rose_most', digest, voice) };
    }
    case 'drop': {
      const title = say('notification_drop_title', total, formatScore(-digest.amount, language));
      return { title, told: rescaled ?? moved('notification_fell_most', digest, voice) };
    }
    case 'no-change':
      return { title: say('notification_no_change_title', total), told: rescaled ?? '' };
    case 'no-comparison': {
      const day = formatDay(digest.nextComparison, voice.today, language);
      return { title: say('notification_no_comparison_title', total), told: say('notification_next_comparison', day) };
    }
    case 'milestone': {
      const title = say('notification_milestone_title', formatWhole(digest.points, language));
      return { title, told: rescaled ?? say('notification_milestone', total) };
    }
  }
}

/** One week in two sentences; a week without a reading asks for one. */
export function digestText(digest: Digest, voice: NotificationVoice): NotificationText {
  const { say, language, hideNumbers } = voice;
  if (digest.case === 'not-read') {
    return wantedReadingText({ rhythm: 'weekly', ...(digest.last && { last: digest.last }) }, voice);
  }
  // How far LinkedIn has come with everybody says nothing of the member: a goal reached stays reached.
  if (digest.case === 'goal') return goalText(digest.goal, digest.value, 'this-week', voice);
  const buttons = digest.next ? (['open-scorecard', 'show-tip'] as const) : (['open-scorecard'] as const);
  const waiting = waitingTip(digest.next, voice);
  if (hideNumbers) {
    const moved = say('notification_digest_without_numbers');
    return { title: say('notification_digest_title'), body: fitting(language, [moved, waiting], [moved]), buttons };
  }
  const { title, told } = headlineText(digest, voice);
  const outlook = digest.outlook ? fourWeeksText(digest.outlook, 'total', voice) : undefined;
  const last =
    digest.case === 'drop'
      ? waiting
      : digest.case === 'no-change'
        ? mostRoom(digest.next, voice)
        : nextTip(digest.next, voice);
  // What there is to tell, then the outlook, then what to do: as much of it as fits.
  const body = fitting(
    language,
    ...(outlook === undefined
      ? [[told, last]]
      : [
          [told, outlook, last],
          [told, outlook, waiting],
          [told, outlook],
        ]),
    [told, waiting],
    [told],
  );
  return { title, body, buttons };
}

/** "You reached 70. From 56.8 on 4 September to 70.2 today. …" `value` is what was read, `when` it was. */
export function goalText(
  goal: Goal,
  value: number,
  when: 'today' | 'this-week',
  voice: NotificationVoice,
): NotificationText {
  const { say, language, hideNumbers } = voice;
  const buttons = ['set-goal', 'open-scorecard'] as const;
  if (hideNumbers) {
    return {
      title: say('notification_goal_title_without_numbers'),
      body: say('notification_goal_without_numbers'),
      buttons,
    };
  }
  const target = formatTarget(goal.target, language);
  const title =
    goal.of === 'total'
      ? say('notification_goal_title', target)
      : say('notification_pillar_goal_title', target, pillarName(goal.of, say));
  const key = when === 'today' ? 'notification_goal' : 'notification_goal_this_week';
  const [long, short] = [formatLongDay, formatDay].map((format) =>
    say(key, formatScore(goal.from, language), format(goal.setOn, voice.today, language), formatScore(value, language)),
  );
  return { title, body: fitting(language, [long ?? ''], [short ?? '']), buttons };
}

/** The longest body that systems show whole, in characters. */
const longestBody = 90;

/** The first of these choices of sentences that fits, or else the last. What is empty is left out. */
function fitting(language: string, ...choices: readonly (readonly string[])[]): string {
  // Japanese and Chinese sentences follow each other without a space.
  const gap = /^(ja|zh)\b/.test(language) ? '' : ' ';
  const bodies = choices.map((sentences) => sentences.filter((sentence) => sentence !== '').join(gap));
  return bodies.find((body) => body.length <= longestBody) ?? bodies.at(-1) ?? '';
}

/** Which pillar moved most, or that the change of the total means nothing. */
function moved(
  key: 'notification_rose_most' | 'notification_fell_most',
  { amount, most, withinNormal }: Extract<Digest, { case: 'gain' | 'drop' }>,
  { say, language }: NotificationVoice,
): string {
  if (withinNormal) return say('notification_normal', formatChange(amount, language));
  if (!most) return say('notification_digest_without_numbers');
  return say(key, pillarName(most.pillar, say), formatChange(most.amount, language));
}

/** "Right people is next: a 10‑minute tip is waiting." Empty without a tip. */
function nextTip(next: NextStep | undefined, { say, language }: NotificationVoice): string {
  return next ? say('notification_next_tip', pillarName(next.pillar, say), formatWhole(next.minutes, language)) : '';
}

/** "Right people has the most room: a 10‑minute tip is waiting." Empty without a tip. */
function mostRoom(next: NextStep | undefined, { say, language }: NotificationVoice): string {
  return next
    ? say('notification_most_room', pillarName(next.pillar, say), formatWhole(next.minutes, language))
    : say('notification_nothing_left');
}

/** "A 10‑minute tip is waiting." Empty without a tip. */
function waitingTip(next: NextStep | undefined, { say, language }: NotificationVoice): string {
  return next ? say('notification_waiting_tip', formatWhole(next.minutes, language)) : '';
}
