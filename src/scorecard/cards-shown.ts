import { latestDay } from '../core/score/history';
import { daysBetween, type LocalDay } from '../core/score/local-day';
import type { ScorecardData } from './load-scorecard';
import type { Section } from './page-part';

/** A week is told of once it has passed, in days, and so long somebody is new. */
const firstWeek = 7;
const firstWeeks = 28;

/** How far along the member is: whole days since the first day of which anything is known; undefined before it. */
function daysSinceFirst(data: ScorecardData, today: LocalDay): number | undefined {
  if (data.firstDay === undefined) return undefined;
  const latest = latestDay(data.history, data.totals)?.day ?? today;
  // A clock that was set back leaves readings after today.
  return daysBetween(data.firstDay, latest > today ? latest : today);
}

/** What may be there: a part, or a card of one. */
type Card = Section | 'first-weeks' | 'people';

/** The cards that hold something, and the page of people where there are any, beside those that are always there: a card with nothing to tell is no card. */
export function cardsShown(data: ScorecardData, today: LocalDay): ReadonlySet<Card> {
  const cards = new Set<Card>(['overview', 'data', 'settings']);
  // Who has begun has a journal, also without a reading.
  if (data.member) cards.add('journal');
  if (data.hasPeople) cards.add('people');
  const days = daysSinceFirst(data, today);
  if (days === undefined) {
    cards.add('review');
    return cards;
  }
  const { history, goals } = data;
  cards.add('history');
  if (history.some(({ average }) => average.industry ?? average.network)) cards.add('averages');
  // In the first week the overview has the one goal that there is.
  if (days >= firstWeek || goals.length > 1 || goals.some(({ of }) => of !== 'total')) cards.add('goals');
  if (days >= firstWeek) for (const card of ['review', 'weeks', 'rhythm'] as const) cards.add(card);
  if (days < firstWeeks && history.length > 0) cards.add('first-weeks');
  return cards;
}
