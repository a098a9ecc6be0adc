import { fourWeekChange } from '../../core/meaning/change';
import { isNormal, normalWeek } from '../../core/meaning/normal-week';
import { isStale } from '../../core/meaning/stale';
import { weakestPillar } from '../../core/meaning/weakest-pillar';
import type { PeopleOrder } from './people-order';
import {
  dayValues,
  latestDay,
  latestReading,
  type DayValue,
  type History,
  type Measure,
} from '../../core/score/history';
import { addDays, daysBetween, type LocalDay } from '../../core/score/local-day';
import { pillars, type Pillar, type Scores } from '../../core/score/pillar';
import type { PersonProfile } from '../../store/read/people';
import { formatDay, formatDaysBefore, formatWeekday } from '../../words/format-day';
import { formatWhole } from '../../words/format-number';
import type { Surroundings } from '../../words/surroundings';

/** A change in points, and whether it is too little to talk about. */
export interface PersonChange {
  readonly points: number;
  readonly normal: boolean;
}

/** One person in the list. There is no rank in it, and nothing that sets one beside another. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  /** Absent where only totals are known. */
  readonly scores?: Scores;
  /** Whole total; a dash without any day. */
  readonly total: string;
  /** "since 12 Mar"; absent without any day. */
  readonly since?: string;
  readonly change?: PersonChange;
  /** "from 9 Dec": when a change can be told; absent where it is, or no day is known for it. */
  readonly changeFrom?: string;
  /** Absent where no pillar is known. */
  readonly weakest?: Pillar;
  readonly lastDay?: LocalDay;
  /** "Thu 26 Nov", or "12 days ago" where it is late. */
  readonly last: string;
  readonly late: boolean;
}

/** Less is too little to talk about, in points. */
const littleChange = 0.5;

/** Changes over four weeks look back so far, and so much less will do, in days. */
const fourWeeks = 28;
const soonest = 24;

/** What stands for what is not known. */
export const dash = '\u2013';

/** Whether a change of a person is too little to talk about: less than half a point, or what is normal in a week of theirs, where that is known. */
export function isLittle(amount: number, history: History, of: Measure): boolean {
  return Math.abs(amount) < littleChange || isNormal(amount, normalWeek(history, of));
}

/** The name of a person; whoever has none is called as the file. */
export function personName({ member: { name, given } }: Pick<PersonProfile, 'member'>): string {
  return name ?? given?.file ?? dash;
}

/** A person in words and numbers. */
export function personRow(profile: PersonProfile, around: Surroundings): PersonRow {
  const { say, today, language } = around;
  const { history, totals, firstDay } = profile;
  const latest = latestDay(history, totals);
  const named = { id: profile.member.id, name: personName(profile) };
  if (!latest || firstDay === undefined) return { ...named, total: dash, last: dash, late: false };
  const whole = 'scores' in latest ? latest : latestReading(history);
  const values = dayValues(history, totals, 'total');
  const change = fourWeekChange(values);
  const from = change ? undefined : changeKnownFrom(values, today);
  const late = isStale(latest.day, today);
  return {
    ...named,
    ...(whole && { scores: whole.scores, weakest: weakestPillar(whole.scores, whole.average.industry?.scores) }),
    total: formatWhole('scores' in latest ? latest.shownTotal : latest.total, language),
    since: say('chart_since', formatDay(firstDay, today, language)),
    ...(change && { change: { points: change.amount, normal: isLittle(change.amount, history, 'total') } }),
    ...(from !== undefined && { changeFrom: say('people_from', formatDay(from, today, language)) }),
    lastDay: latest.day,
    last: late
      ? formatDaysBefore(daysBetween(latest.day, today), language)
      : formatWeekday(latest.day, today, language),
    late,
  };
}

/** The day from which a change over four weeks can be told, if they are read then; undefined when none is known. */
function changeKnownFrom(values: readonly DayValue[], today: LocalDay): LocalDay | undefined {
  const last = values.at(-1)?.day;
  if (last === undefined) return undefined;
  const first = values.find(({ day }) => daysBetween(day, last) < soonest);
  const from = first && addDays(first.day, fourWeeks);
  return from !== undefined && from > today ? from : undefined;
}

/**
 * The list as a coach asks for it: by name from A to Z, who has moved most (either way) first, weakest pillar by pillar, who has gone quiet first. Whatever
 * is not known comes last, whichever way round; of equals the name decides.
 */
export function sortedPeople(rows: readonly PersonRow[], { by, reversed }: PeopleOrder, language: string): PersonRow[] {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const names = (one: PersonRow, other: PersonRow) => collator.compare(one.name, other.name);
  if (by === 'name') return rows.toSorted((one, other) => (reversed ? -1 : 1) * names(one, other));
  const rank = rankBy[by];
  return rows.toSorted((one, other) => {
    const [ours, theirs] = [rank(one), rank(other)];
    if (ours === undefined || theirs === undefined) {
      return Number(ours === undefined) - Number(theirs === undefined) || names(one, other);
    }
    const order = ours < theirs ? -1 : ours > theirs ? 1 : 0;
    return (reversed ? -order : order) || names(one, other);
  });
}

const rankBy = {
  change: ({ change }: PersonRow) => change && -Math.abs(change.points),
  weakest: ({ weakest }: PersonRow) => weakest && pillars.indexOf(weakest),
  last: ({ lastDay }: PersonRow) => lastDay,
};
