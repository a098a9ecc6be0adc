import type { Snapshot } from '../../core/rows/snapshot';
import type { TotalReading } from '../../core/rows/total-reading';
import type { LocalDay } from '../../core/score/local-day';
import { forEachPillar, pillarMaximum, pillars, totalMaximum, totalOf } from '../../core/score/pillar';
import { isRank } from '../../core/score/reading';
import { addsUp } from '../../files/adds-up';
import { normalText } from '../../files/normal-text';
import type { TypedDay } from '../../store/write/days';

/** What can be typed of a day, in the order of the form. */
const typedFields = [...pillars, 'total', 'industry', 'network'] as const;

export type TypedField = (typeof typedFields)[number];

/** The index is not older than this. */
export const earliestDay: LocalDay = '2014-01-01';

/** What stands in the fields; empty where nothing does. */
export type TypedTexts = Readonly<Record<TypedField, string>>;

export const nothingTyped: TypedTexts = {
  ...forEachPillar(() => ''),
  total: '',
  industry: '',
  network: '',
};

/** What is to be said of the fields, and the day as it would be kept. */
export type Typed =
  /** Not all four pillars and no total either. */
  | { readonly state: 'not-enough' }
  | { readonly state: 'no-number' }
  | { readonly state: 'pillar-too-high' }
  | { readonly state: 'total-too-high' }
  | { readonly state: 'no-rank' }
  /** The pillars are not the total. */
  | { readonly state: 'wrong'; readonly sum: number; readonly total: number }
  /** They are, or no total was typed to compare them with. */
  | { readonly state: 'whole'; readonly day: Omit<TypedDay, 'day'>; readonly compared: boolean }
  | { readonly state: 'total-alone'; readonly day: Omit<TypedDay, 'day'> };

/** What the fields of a day that is kept begin with. */
export function textsOf(day: Snapshot | TotalReading, language: string): TypedTexts {
  // As LinkedIn prints them.
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 3, useGrouping: false });
  const written = (value: number | undefined) => (value === undefined ? '' : format.format(value));
  const ranks = { industry: written(day.rank.industry), network: written(day.rank.network) };
  return 'scores' in day
    ? { ...forEachPillar((pillar) => written(day.scores[pillar])), total: '', ...ranks }
    : { ...nothingTyped, total: written(day.total), ...ranks };
}

/** Judges what was typed; of `kept`, whose fields began as `began`, what was not touched is kept with all its digits. */
export function judgeTyped(
  texts: TypedTexts,
  kept?: { readonly day: Snapshot | TotalReading; readonly began: TypedTexts },
): Typed {
  const typed = (field: TypedField) => readTyped(texts[field]);
  const touched = (field: TypedField) => texts[field] !== kept?.began[field];
  if (typedFields.some((field) => texts[field].trim() !== '' && typed(field) === undefined)) {
    return { state: 'no-number' };
  }
  const four = pillars.flatMap((pillar) => typed(pillar) ?? []);
  const total = typed('total');
  if (four.some(({ value }) => value > pillarMaximum)) return { state: 'pillar-too-high' };
  if (total !== undefined && total.value > totalMaximum) return { state: 'total-too-high' };
  const ranks = (['industry', 'network'] as const).flatMap((group) => {
    const rank = typed(group);
    return rank === undefined ? [] : [[group, rank.value] as const];
  });
  if (!ranks.every(([, rank]) => isRank(rank))) return { state: 'no-rank' };
  const rank = Object.fromEntries(ranks);
  if (four.length === 0 && total !== undefined) {
    const exact = kept && !('scores' in kept.day) && !touched('total') ? kept.day.total : total.value;
    return { state: 'total-alone', day: { total: exact, rank } };
  }
  if (four.length < pillars.length) return { state: 'not-enough' };
  if (total !== undefined && !addsUp(four, total)) {
    return { state: 'wrong', sum: four.reduce((sum, { value }) => sum + value, 0), total: total.value };
  }
  const before = kept && 'scores' in kept.day ? kept.day : undefined;
  const scores = forEachPillar((pillar) =>
    before && !touched(pillar) ? before.scores[pillar] : (typed(pillar)?.value ?? 0),
  );
  const sum = totalOf(scores);
  const printed =
    before && !pillars.some(touched)
      ? before.shownTotal
      : total !== undefined && Number.isInteger(total.value)
        ? total.value
        : Math.round(sum);
  return {
    state: 'whole',
    day: { total: sum, whole: { scores, shownTotal: printed }, rank },
    compared: total !== undefined,
  };
}

/** A number as it stands in a field, in the digits of any script, with a comma or a point; undefined when it is none. */
function readTyped(text: string): { readonly value: number; readonly decimals: number } | undefined {
  const written = /^(\d{1,3})(?:[.,](\d{1,6}))?\s*%?$/.exec(normalText(text));
  if (!written) return undefined;
  const [, whole = '', decimals = ''] = written;
  return { value: Number(`${whole}.${decimals}`), decimals: decimals.length };
}

/** What is kept of a day: the whole reading, else the total alone; undefined when nothing is. Both ascend by day, and no day is in both. */
export function keptOn(
  day: LocalDay,
  { history, totals }: { readonly history: readonly Snapshot[]; readonly totals: readonly TotalReading[] },
): Snapshot | TotalReading | undefined {
  return history.find((row) => row.day === day) ?? totals.find((row) => row.day === day);
}
