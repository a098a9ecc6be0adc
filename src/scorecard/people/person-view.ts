import { changeOver, fourWeekChange, shown, weekChange } from '../../core/meaning/change';
import { rhythmOf } from '../../core/meaning/rhythm';
import { isStale } from '../../core/meaning/stale';
import { weakestPillar } from '../../core/meaning/weakest-pillar';
import type { Action } from '../../core/rows/action';
import { dayValues, knownDays, latestDay, latestReading, valueOf, type History } from '../../core/score/history';
import { dayNumber, daysBetween, localDayAt, type LocalDay } from '../../core/score/local-day';
import { pillarMaximum, pillars, totalMaximum, type Pillar, type Scores } from '../../core/score/pillar';
import type { Snapshot } from '../../core/rows/snapshot';
import type { PersonProfile } from '../../store/read/people';
import type { ChartPane } from '../../ui/chart/chart-pane';
import type { Stretch } from '../../ui/chart/zoom';
import { defaultRange, rangeStart } from '../../ui/history-range';
import { actionTitle, maximumOf, measureChartLine, measureLine, scoreFormats } from '../../ui/measure-pane';
import { formatDay, formatWeekday } from '../../words/format-day';
import { formatChange, formatScore, formatWhole } from '../../words/format-number';
import { pillarName } from '../../words/pillar-name';
import { sayCount } from '../../words/say-count';
import type { Surroundings } from '../../words/surroundings';
import { dash, isLittle, personName, type PersonChange } from './people-view';

/** A fact to talk about, with its numbers and never a cause. */
interface TalkPoint {
  readonly kind: 'room' | 'rising' | 'fallen' | 'rhythm';
  readonly text: string;
}

/** One person by themselves. */
export interface PersonView {
  readonly name: string;
  readonly scores?: Scores;
  readonly total: string;
  /** "33 readings since 17 Apr"; absent without any day. */
  readonly readings?: string;
  /** "From a file of 27 Nov" */
  readonly file: string;
  /** Over four weeks and over one, each with its words: "in 4 weeks". */
  readonly changes: readonly (PersonChange & { readonly words: string })[];
  readonly pillars: readonly {
    readonly pillar: Pillar;
    readonly name: string;
    readonly value: string;
    /** 0 to 1. */
    readonly part: number;
    readonly change?: PersonChange;
  }[];
  readonly talk: readonly TalkPoint[];
}

/** A person in words and numbers. */
export function personView(profile: PersonProfile, around: Surroundings): PersonView {
  const { say, today, language, timeZone } = around;
  const { history, totals, firstDay, member, readings } = profile;
  const latest = latestDay(history, totals);
  const newest = latest && 'scores' in latest ? latest : undefined;
  const whole = newest ?? latestReading(history);
  const values = dayValues(history, totals, 'total');
  const changes = [
    { change: fourWeekChange(values), words: say('people_in_weeks') },
    { change: weekChange(values), words: say('people_in_days') },
  ].flatMap(({ change, words }) =>
    change ? [{ points: change.amount, normal: isLittle(change.amount, history, 'total'), words }] : [],
  );
  const moved = newest ? pillarMoves(history) : {};
  return {
    name: personName(profile),
    ...(whole && { scores: whole.scores }),
    total: latest ? formatWhole('scores' in latest ? latest.shownTotal : latest.total, language) : dash,
    ...(firstDay !== undefined && {
      readings: sayCount(around, 'data_readings', readings, formatDay(firstDay, today, language)),
    }),
    file: say('people_from_file', formatDay(localDayAt(member.given?.at ?? member.since, timeZone), today, language)),
    changes,
    pillars: whole
      ? pillars.map((pillar) => ({
          pillar,
          name: pillarName(pillar, say),
          value: formatScore(shown(whole.scores[pillar]), language),
          part: Math.min(1, whole.scores[pillar] / pillarMaximum),
          ...(moved[pillar] && { change: moved[pillar] }),
        }))
      : [],
    talk: talkPoints(profile, { whole, moved }, around),
  };
}

type Moves = Partial<Readonly<Record<Pillar, PersonChange>>>;

/** How each pillar moved over four weeks, where that can be told. */
function pillarMoves(history: History): Moves {
  return Object.fromEntries(
    pillars.flatMap((pillar) => {
      const points = changeOver(history, pillar, 28)?.amount;
      return points === undefined ? [] : [[pillar, { points, normal: isLittle(points, history, pillar) }] as const];
    }),
  );
}

/** The room there is, what moved most, and how often they look: at most three, and none where there is nothing to say. */
function talkPoints(
  profile: PersonProfile,
  { whole, moved }: { readonly whole: Snapshot | undefined; readonly moved: Moves },
  around: Surroundings,
): readonly TalkPoint[] {
  const { say, language } = around;
  const points: TalkPoint[] = [];
  if (whole) points.push({ kind: 'room', text: roomText(profile.history, whole, around) });
  const most = mostMoved(moved);
  if (most) {
    const change = formatChange(most.points, language);
    const text = say('people_moved_most', pillarName(most.pillar, say), change);
    points.push({ kind: most.points > 0 ? 'rising' : 'fallen', text });
  }
  const rhythm = weeksRead(profile, around);
  if (rhythm) {
    const text = sayCount(around, 'people_rhythm', rhythm.weeks, formatWhole(rhythm.read, language));
    points.push({ kind: 'rhythm', text });
  }
  return points;
}

/** The one pillar that moved most, and more than a little; undefined when there is none, or two did alike. */
function mostMoved(moved: Moves): (PersonChange & { readonly pillar: Pillar }) | undefined {
  const [first, second] = pillars
    .flatMap((pillar) => (moved[pillar] ? [{ pillar, ...moved[pillar] }] : []))
    .sort((one, other) => Math.abs(other.points) - Math.abs(one.points));
  if (!first || first.normal) return undefined;
  return second && Math.abs(second.points) === Math.abs(first.points) ? undefined : first;
}

/** A pillar that stayed within so many points of where it is has stood there. */
const near = 0.5;
/** For less than so many days, or readings, that says nothing. */
const leastDays = 28;
const leastReadings = 3;

function roomText(history: History, whole: Snapshot, { say, today, language }: Surroundings): string {
  const pillar = weakestPillar(whole.scores, whole.average.industry?.scores);
  const [name, value] = [pillarName(pillar, say), formatScore(shown(whole.scores[pillar]), language)];
  const maximum = formatWhole(pillarMaximum, language);
  const since = stoodSince(history, pillar);
  return since === undefined
    ? say('people_room', name, value, maximum)
    : say('people_room_since', name, value, maximum, formatDay(since, today, language));
}

/** The first day of the readings up to the newest that all lie near it; undefined where they are too few or of too short a time. */
export function stoodSince(history: History, pillar: Pillar): LocalDay | undefined {
  const latest = latestReading(history);
  if (!latest) return undefined;
  const value = valueOf(latest, pillar);
  const before = history.findLastIndex((reading) => Math.abs(valueOf(reading, pillar) - value) > near);
  const stood = history.slice(before + 1);
  const since = stood[0]?.day;
  return since !== undefined && stood.length >= leastReadings && daysBetween(since, latest.day) >= leastDays
    ? since
    : undefined;
}

/** In how many of the last weeks there is a reading, up to the day of the file: it says nothing of the days after it. Undefined without any week. */
function weeksRead(
  { history, totals, firstDay, member }: PersonProfile,
  { today, timeZone }: Surroundings,
): { readonly read: number; readonly weeks: number } | undefined {
  if (firstDay === undefined || !member.given) return undefined;
  const given = localDayAt(member.given.at, timeZone);
  const days = knownDays(history, totals).map(({ day }) => dayNumber(day));
  const { recent } = rhythmOf(days, given < today ? given : today);
  const weeks = recent.filter(({ state }) => state !== 'before' && state !== 'open');
  const read = weeks.filter(({ state }) => state === 'read').length;
  return weeks.length === 0 ? undefined : { read, weeks: weeks.length };
}

/** What was done lately, in words. */
export interface DoneView {
  readonly id: string;
  readonly day: string;
  readonly pillar?: Pillar | undefined;
  readonly text: string;
}

/** So much of it. */
const doneShown = 3;

/** The last things they did by their file, the newest first; empty where it holds none. */
export function doneLately(actions: readonly Action[], { say, today, language }: Surroundings): readonly DoneView[] {
  return actions
    .slice(-doneShown)
    .reverse()
    .map((action) => ({
      id: action.id,
      day: formatDay(action.day, today, language),
      pillar: action.pillar,
      text: actionTitle(action, say),
    }));
}

/** The line of three months; undefined with fewer than two days. */
export interface PersonChart {
  /** "Total, of 100" */
  readonly caption: string;
  readonly pane: ChartPane;
  readonly stretch: Stretch;
  readonly waitingFrom?: number;
  /** A day in words: "Tue 22 Sep: 61.2". */
  readonly describe: (day: number) => string;
}

const chartHeight = 96;

export function personChart(
  { history, totals, firstDay }: PersonProfile,
  around: Surroundings,
): PersonChart | undefined {
  const { say, today, language } = around;
  const values = dayValues(history, totals, 'total');
  const last = values.at(-1);
  if (!last || firstDay === undefined || values.length < 2) return undefined;
  const end = last.day > today ? last.day : today;
  const start = rangeStart(defaultRange(firstDay, today), today, firstDay);
  // Whoever has not been read for months is shown as far back as there is something.
  const from = values.some(({ day }) => day >= start) ? start : (values[0]?.day ?? start);
  return {
    caption: say('scorecard_pane_total', formatWhole(totalMaximum, language)),
    pane: {
      id: 'total',
      height: chartHeight,
      maximum: maximumOf('total'),
      lines: [measureChartLine({ of: 'total', line: measureLine(history, totals, 'total'), events: [] }, say)],
      goals: [],
      ...scoreFormats(around),
    },
    stretch: { from: dayNumber(from), to: dayNumber(end) },
    ...(isStale(last.day, today) && { waitingFrom: dayNumber(last.day) }),
    describe: (day) => {
      const found = values.find((one) => dayNumber(one.day) === day);
      return found
        ? say(
            'popup_pillar_label',
            formatWeekday(found.day, today, language),
            formatScore(shown(found.value), language),
          )
        : say('chart_not_read');
    },
  };
}
