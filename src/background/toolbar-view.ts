import { daysBetween, type LocalDay } from '../core/score/local-day';
import { isStale } from '../core/meaning/stale';
import type { PageTrouble } from '../core/score/page-trouble';
import { formatDaysBefore } from '../words/format-day';
import { formatScore, formatWhole } from '../words/format-number';
import type { Say } from '../words/say';

/** All that the toolbar icon shows is made from this. */
export interface ToolbarQuestion {
  /** Whether the member wants their score on the icon. */
  readonly wanted: boolean;
  /** The last reading: its day, LinkedIn's whole total, and the change over 7 days in points with one decimal, absent without a comparison, and whether it is normal for the member. */
  readonly last?: {
    readonly day: LocalDay;
    readonly shownTotal: number;
    readonly change?: number;
    readonly normal?: boolean;
  };
  /** Why the last visit to the page gave no reading; absent when it gave one. */
  readonly trouble?: PageTrouble['state'];
  /** A reading is due, and no notification could say so. */
  readonly readingDue: boolean;
  readonly today: LocalDay;
  /** BCP 47. */
  readonly language: string;
  readonly say: Say;
}

/** What the toolbar icon shows. */
export interface ToolbarView {
  /** On the badge: "63", with a dot when a reading is due: "63•". Empty for no badge. */
  readonly text: string;
  readonly title: string;
  readonly background: string;
  readonly colour: string;
}

/** Grey that carries white text at a contrast of 6.3. */
const fresh = { background: '#5B6070', colour: '#FFFFFF' } as const;

/** Pale, with a text of 5.5: the number is old. */
const muted = { background: '#E4E6EB', colour: '#545A66' } as const;

/** What the toolbar icon shows. Nothing but the name before the first reading, and when the member switched the score off. */
export function toolbarView(question: ToolbarQuestion): ToolbarView {
  const { wanted, last, trouble, readingDue, today, language, say } = question;
  const shownLast = wanted ? last : undefined;
  const state = trouble
    ? say(`toolbar_${trouble.replaceAll('-', '_')}`)
    : readingDue
      ? say('toolbar_reading_due')
      : undefined;
  const score = shownLast && scoreTitle(shownLast, question);
  return {
    // A number without a page that shows one would look like today's.
    text: `${shownLast && trouble !== 'access-ended' ? formatWhole(shownLast.shownTotal, language) : ''}${readingDue ? '•' : ''}`,
    title: state && score ? say('toolbar_state_and_score', state, score) : (state ?? score ?? say('extension_name')),
    ...(last && isStale(last.day, today) ? muted : fresh),
  };
}

/** "SSI 63, up 1.8 in 7 days, updated today" */
function scoreTitle(
  { day, shownTotal, change, normal = false }: NonNullable<ToolbarQuestion['last']>,
  { today, language, say }: ToolbarQuestion,
): string {
  const daysAgo = daysBetween(day, today);
  const total = say('toolbar_score', formatWhole(shownTotal, language));
  // What moved in the 7 days before an old reading says nothing of now.
  const moved = !isStale(day, today) && change !== undefined ? changeTitle(change, normal, language, say) : [];
  // Not `Intl.ListFormat`: many languages would put an "and" before the last part, and these are no list of equals.
  return [total, ...moved, ...freshnessTitle(daysAgo, isStale(day, today), language, say)].join(say('list_comma'));
}

function changeTitle(change: number, normal: boolean, language: string, say: Say): readonly string[] {
  if (change === 0) return [say('toolbar_same')];
  const moved = say(change > 0 ? 'toolbar_up' : 'toolbar_down', formatScore(Math.abs(change), language));
  return normal ? [moved, say('change_normal_for_you')] : [moved];
}

/** Nothing for a reading from after today: the clock was set back, and how long ago it was is not known. */
function freshnessTitle(daysAgo: number, stale: boolean, language: string, say: Say): readonly string[] {
  if (daysAgo < 0) return [];
  const ago = formatDaysBefore(daysAgo, language);
  return [say(stale ? 'toolbar_last_read' : 'toolbar_read', ago)];
}
