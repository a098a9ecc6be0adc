import type { Failure } from '../core/result';
import { isReadSince } from '../core/score/history';
import { daysBetween, localDayAt } from '../core/score/local-day';
import { accessEndedIsNews, type PageReport } from '../core/score/page-trouble';
import { errorSentence } from '../words/error-sentence';
import { formatDay, formatWeekday } from '../words/format-day';
import { formatSpan, formatWhole } from '../words/format-number';
import type { ScoreView } from '../ui/score-view';
import type { Say } from '../words/say';
import type { Surroundings } from '../words/surroundings';
import type { PopupData } from './popup-data';

/** What a button of a notice does. */
export type NoticeAction =
  | 'open-ssi-page'
  | 'open-scorecard'
  | 'open-plan'
  | 'try-again'
  | 'mine'
  | 'somebody-elses'
  | 'ask-site-access'
  | 'snooze';

/** Something is in the way; it comes first and is the one thing to do. */
export interface NoticeView {
  readonly title?: string;
  readonly text: string;
  /** What to try, in order. */
  readonly steps: readonly string[];
  readonly primary: { readonly action: NoticeAction; readonly label: string };
  readonly secondary?: { readonly action: NoticeAction; readonly label: string };
  /** Grey: nothing is wrong that could be mended. */
  readonly quiet?: boolean;
  /** A small line under the buttons. */
  readonly foot?: string;
  /** What "Copy report" copies; without it there is no such button. */
  readonly report?: string;
}

/** Nothing can be shown beside it: the next visit will give no reading, or the last gave none. */
export function blockingNotice(data: PopupData, around: Surroundings): NoticeView | undefined {
  return accessNotice(data, around.say) ?? troubleNotice(data, around);
}

/** Whose a reading or a history is: asked before anything else. */
export function questionNotice(data: PopupData, latest: ScoreView, around: Surroundings): NoticeView | undefined {
  return keptAsideNotice(data, latest, around) ?? unknownHistoryNotice(data, around);
}

/** What stands over a score that can be shown. */
export function scoreNotice(data: PopupData, stale: boolean, say: Say): NoticeView | undefined {
  return (
    storeNotice(data, say) ??
    workerNotice(data, say) ??
    reminderNotice(data, stale, say) ??
    (stale ? staleNotice(say) : undefined)
  );
}

function staleNotice(say: Say): NoticeView {
  return { text: say('popup_stale'), steps: [], primary: openSsiPage(say) };
}

/** A reading that a reminder waits for, when the member can put the reminder off or did not get to see it. */
function reminderNotice({ reminder }: PopupData, stale: boolean, say: Say): NoticeView | undefined {
  if (!reminder) return undefined;
  const { trouble, snoozed } = reminder;
  const why = trouble && say(`reminder_notifications_${trouble}`);
  // A reading of this week: only that the reminder could not come is worth a line.
  if (!stale) return why === undefined ? undefined : { text: why, steps: [], primary: openSsiPage(say) };
  const foot = why ?? (snoozed ? say('popup_snoozed') : undefined);
  return {
    ...staleNotice(say),
    ...(foot === undefined ? { secondary: { action: 'snooze' as const, label: say('popup_snooze') } } : { foot }),
  };
}

function openSsiPage(say: Say): NoticeView['primary'] {
  return { action: 'open-ssi-page', label: say('popup_open_ssi_page') };
}

/** The member, or the browser for them, has taken back that the page may be read: until it is given again nothing comes. */
function accessNotice({ siteAccess }: PopupData, say: Say): NoticeView | undefined {
  if (siteAccess) return undefined;
  return {
    title: say('access_title'),
    text: say('access_text'),
    steps: [],
    primary: { action: 'ask-site-access', label: say('access_allow') },
    foot: say('access_by_hand'),
  };
}

/** Why the last visit gave no reading, if it did not and none came since. */
function troubleNotice(data: PopupData, around: Surroundings): NoticeView | undefined {
  const { trouble } = data;
  const { say } = around;
  if (!trouble || isReadSince(data, trouble.at)) return undefined;
  switch (trouble.state) {
    case 'signed-out':
      return {
        title: say('popup_signed_out_title'),
        text: say('popup_signed_out'),
        steps: [],
        primary: openSsiPage(say),
      };
    case 'contract-chooser':
      return {
        title: say('popup_contract_title'),
        text: say('popup_contract'),
        steps: [],
        primary: openSsiPage(say),
      };
    case 'access-ended':
      return accessEndedNotice(data, trouble.accessEndedSince ?? trouble.at, around);
    case 'not-recognised': {
      const isNone = data.asked?.sets.length === 0;
      return {
        title: say(isNone ? 'popup_which_none_title' : 'popup_not_recognised_title'),
        text: say(isNone ? 'popup_which_none_text' : 'popup_not_recognised'),
        steps: isNone ? [] : [say('popup_not_recognised_step_1'), say('popup_not_recognised_step_2')],
        primary: openSsiPage(say),
        ...reported(trouble.report && reportText(trouble.report), say),
      };
    }
  }
}

/** LinkedIn has ended the member's access: news for a week, then a line, for it is no trouble that can be mended. */
function accessEndedNotice(
  { history, totals }: PopupData,
  since: number,
  { say, today, timeZone, language }: Surroundings,
): NoticeView {
  const day = localDayAt(since, timeZone);
  const ways = {
    steps: [],
    primary: { action: 'open-plan', label: say('popup_open_plan') },
    secondary: { action: 'open-ssi-page', label: say('popup_look_again') },
    foot: say('popup_access_ended_foot'),
  } as const;
  if (daysBetween(day, today) >= accessEndedIsNews) {
    return { text: say('popup_access_ended_since', formatDay(day, today, language)), quiet: true, ...ways };
  }
  const nothing = history.length === 0 && totals.length === 0;
  return {
    title: say('popup_access_ended_title'),
    text: say(nothing ? 'popup_access_ended_nothing' : 'popup_access_ended'),
    ...ways,
  };
}

/** What offers `report` to be copied; nothing without one. */
function reported(report: string | undefined, say: Say): Pick<NoticeView, 'report' | 'foot'> {
  return report === undefined ? {} : { report, foot: say('popup_report_note') };
}

function reportText(report: PageReport): string {
  return [...report.checks, '', report.skeleton].join('\n');
}

function keptAsideNotice(
  data: PopupData,
  latest: ScoreView,
  { say, today, language }: Surroundings,
): NoticeView | undefined {
  const { keptAside, besideKeptAside } = data;
  if (!keptAside) return undefined;
  return {
    title: say('popup_whose_title'),
    text: say(
      'popup_whose',
      formatWeekday(keptAside.day, today, language),
      formatWhole(keptAside.shownTotal, language),
      besideKeptAside ? formatWhole(besideKeptAside.shownTotal, language) : latest.total,
    ),
    steps: [],
    primary: { action: 'mine', label: say('popup_whose_mine') },
    secondary: { action: 'somebody-elses', label: say('popup_whose_other') },
  };
}

function unknownHistoryNotice(
  { unknownHistory }: PopupData,
  { say, today, language }: Surroundings,
): NoticeView | undefined {
  if (!unknownHistory) return undefined;
  const [from, to] = [unknownHistory.from, unknownHistory.to].map((day) => formatDay(day, today, language));
  const question = {
    title: say('popup_earlier_title'),
    text: say('popup_earlier', from ?? '', to ?? ''),
    steps: [],
  };
  // Which of several people it is takes more than two buttons.
  if (unknownHistory.candidates.length > 1) {
    return { ...question, primary: { action: 'open-scorecard', label: say('popup_open_scorecard') } };
  }
  return {
    ...question,
    primary: { action: 'mine', label: say('popup_whose_mine') },
    secondary: { action: 'somebody-elses', label: say('popup_whose_other') },
  };
}

/** The history is empty and a copy of it is not: the browser lost it. */
export function lossNotice({ lostDays }: PopupData, { say, language }: Surroundings): NoticeView | undefined {
  if (lostDays === undefined) return undefined;
  return {
    title: say('popup_lost_title'),
    text: say('popup_lost', formatSpan(lostDays, 'day', language)),
    steps: [],
    primary: { action: 'open-scorecard', label: say('popup_open_scorecard') },
  };
}

function storeNotice(data: PopupData, say: Say): NoticeView | undefined {
  if (data.storeTrouble === undefined) return undefined;
  return {
    text: errorSentence(data.storeTrouble, say),
    steps: [],
    primary: { action: 'open-scorecard', label: say('popup_open_scorecard') },
  };
}

/** The worker met a mistake of ours since the last good reading. */
export function workerNotice({ workerTrouble }: PopupData, say: Say): NoticeView | undefined {
  if (workerTrouble === undefined) return undefined;
  return {
    text: errorSentence('unexpected', say),
    steps: [],
    primary: openSsiPage(say),
    ...reported(workerTrouble, say),
  };
}

/** The popup when the store cannot be read at all. */
export function storeFailureNotice({ error, details }: Failure, say: Say): NoticeView {
  const primary: NoticeView['primary'] =
    error === 'storage-corrupt'
      ? { action: 'open-scorecard', label: say('popup_open_scorecard') }
      : { action: 'try-again', label: say('popup_try_again') };
  return {
    title: say('popup_store_title'),
    text: errorSentence(error, say),
    steps: [],
    primary,
    ...reported(details, say),
  };
}
