import { bisector } from 'd3-array';
import type { Action } from '../../core/rows/action';
import { effectDays } from '../../core/meaning/effect-days';
import { effectsByKind, effectsOf, type Effect, type KindEffect } from '../../core/meaning/journal';
import { valueOf, type History } from '../../core/score/history';
import { addDays, dayNumber, type LocalDay } from '../../core/score/local-day';
import type { Snapshot } from '../../core/rows/snapshot';
import { findTip, tipTitleKey } from '../../core/advice/tips';
import { formatDay } from '../../words/format-day';
import { formatScore, formatWhole } from '../../words/format-number';
import { pillarName } from '../../words/pillar-name';
import { actionTitle } from '../../ui/measure-pane';
import type { Point } from '../../ui/chart/line';
import { sayCount } from '../../words/say-count';
import type { Surroundings } from '../../words/surroundings';

/** An action and how its pillar moved around it. */
export interface JournalEntry {
  readonly action: Action;
  readonly date: string;
  readonly title: string;
  readonly pillar: string;
  /** Readings of the pillar, or of the total where it is of none, in the 14 days up to the action and the 14 after it. */
  readonly before: readonly Point[];
  readonly after: readonly Point[];
  /** Means of the pillar in those days, in points: what `amount` compares. */
  readonly means: Pick<Effect, 'before' | 'after'>;
  /** The days of the drawing: 14 before and after. */
  readonly middle: number;
  /** How the pillar moved, in points; absent while it is not known. */
  readonly amount?: number;
  /** "day 4 of 14", "12.8 → 14.4", "too few readings", and before anything followed "known on 12 Dec". */
  readonly detail: string;
}

export interface JournalView {
  /** As many as were asked for, newest first. */
  readonly entries: readonly JournalEntry[];
  /** How many there are in all. */
  readonly total: number;
  /** "Shared an article: a rise followed 5 of 6 times; on other days 2 of 6" */
  readonly kinds: readonly string[];
}

const byDay = bisector((reading: Snapshot) => reading.day);

/** The journal, with `count` of its entries: each has a drawing. `history` ascends by day. */
export function journalView(
  history: History,
  actions: readonly Action[],
  count: number,
  around: Surroundings,
): JournalView {
  const { today } = around;
  const effects = effectsOf(history, actions, today);
  return {
    entries: effects.slice(0, count).map((effect) => entryOf(effect, history, around)),
    total: effects.length,
    kinds: effectsByKind(history, effects, today).map((kind) => kindSentence(kind, around)),
  };
}

function entryOf(effect: Effect, history: History, around: Surroundings): JournalEntry {
  const { say, today, language } = around;
  const { action, amount, before, after } = effect;
  const pointsOf = (from: LocalDay, to: LocalDay) =>
    history
      .slice(byDay.left(history, from), byDay.right(history, to))
      .map((reading): Point => ({ day: dayNumber(reading.day), value: valueOf(reading, action.pillar ?? 'total') }));
  return {
    action,
    date: formatDay(action.day, today, language),
    title: actionTitle(action, say),
    pillar: action.pillar ? pillarName(action.pillar, say) : say('journal_no_pillar'),
    before: pointsOf(addDays(action.day, -effectDays), action.day),
    after: pointsOf(addDays(action.day, 1), addDays(action.day, effectDays)),
    means: { ...(before !== undefined && { before }), ...(after !== undefined && { after }) },
    middle: dayNumber(action.day),
    ...(amount !== undefined && { amount }),
    detail: detailOf(effect, around),
  };
}

function detailOf(effect: Effect, { say, today, language }: Surroundings): string {
  const { action, before, after, amount, complete, day, rescaled } = effect;
  if (rescaled) return say('journal_rescaled');
  if (!complete && amount === undefined) {
    return say('journal_known_on', formatDay(addDays(action.day, effectDays + 1), today, language));
  }
  if (!complete) return say('journal_day_of', formatWhole(day, language), formatWhole(effectDays, language));
  if (before === undefined || after === undefined) return say('journal_no_readings');
  return say('journal_from_to', formatScore(before, language), formatScore(after, language));
}

function kindSentence(kind: KindEffect, around: Surroundings): string {
  const { say, language } = around;
  const tip = kind.kind === 'tip' ? findTip(kind.tip) : undefined;
  const name =
    kind.kind === 'note'
      ? say('journal_kind_note', pillarName(kind.pillar, say))
      : tip
        ? say(tipTitleKey(tip))
        : say('chart_unknown_tip');
  const [rises, otherwise, count] = [kind.rises, kind.otherwise, kind.count].map((of) => formatWhole(of, language));
  return say(
    'journal_kind',
    name,
    rises ?? '',
    sayCount(around, 'journal_times', kind.count),
    otherwise ?? '',
    count ?? '',
  );
}
