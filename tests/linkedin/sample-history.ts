import type { Action } from '../../src/core/rows/action';
import type { Goal } from '../../src/core/rows/goal';
import type { Plan } from '../../src/core/rows/plan';
import type { Snapshot } from '../../src/core/rows/snapshot';
import type { TipChoice } from '../../src/core/rows/tip-choice';
import { shown } from '../../src/core/meaning/change';
import { addDays, mondayOf, type LocalDay } from '../../src/core/score/local-day';
import { forEachPillar, totalOf, type Pillar, type Scores } from '../../src/core/score/pillar';
import { unknownMember } from '../../src/core/score/reading';
import type { StandInMember } from './captured-members';

/** Scores on some days, by how many days before today they are; the days between lie on straight lines, with a small wiggle. */
const anchors: readonly (readonly [daysAgo: number, Scores])[] = [
  [365, { brand: 12.1, people: 8.6, insights: 9.2, relationships: 12.3 }],
  [228, { brand: 13.6, people: 9.4, insights: 10.4, relationships: 14.4 }],
  [92, { brand: 15.4, people: 10.8, insights: 12, relationships: 16.6 }],
  [84, { brand: 15.6, people: 11, insights: 12.2, relationships: 16.8 }],
  [71, { brand: 15.5, people: 10.9, insights: 12, relationships: 16.7 }],
  [51, { brand: 16.3, people: 11.2, insights: 12.5, relationships: 17.5 }],
  [43, { brand: 16.5, people: 12.6, insights: 12.7, relationships: 17.9 }],
  [36, { brand: 16.9, people: 13, insights: 12.9, relationships: 18.3 }],
  [28, { brand: 17, people: 12.8, insights: 12.4, relationships: 18.2 }],
  [24, { brand: 17.7, people: 13, insights: 12.7, relationships: 18.6 }],
  [17, { brand: 18.4, people: 13.3, insights: 13.9, relationships: 19 }],
  [9, { brand: 18.8, people: 13.4, insights: 15.2, relationships: 19.6 }],
  [7, { brand: 19, people: 13.4, insights: 15.7, relationships: 20.1 }],
  [4, { brand: 19.2, people: 13.2, insights: 16, relationships: 20.4 }],
  [1, { brand: 19.4, people: 12.9, insights: 16.5, relationships: 20.6 }],
];

const today: Scores = { brand: 19.4, people: 13.1, insights: 16.9, relationships: 20.8 };

/** What the member did, by how many days ago: notes, so that nothing depends on the catalogue of tips. */
const done: readonly (readonly [daysAgo: number, Pillar, string])[] = [
  [51, 'people', 'Viewed ten profiles at target accounts'],
  [43, 'people', 'Saved a search for people like my best customer'],
  [36, 'brand', 'Rewrote the headline and About section'],
  [24, 'insights', 'Shared an article with an opinion'],
  [17, 'insights', 'Commented on three customer posts'],
  [9, 'relationships', 'Sent five personal invitations'],
  [4, 'insights', 'Wrote a post about a customer call'],
];

/** The tip the member is at, two of its three steps ticked; it is one of this week's plan. */
const current = { tip: 'people_best_client', ticked: 0b011 } as const;

/** This week's plan and the last one's: of each the tips of the catalogue, and how many days after Monday one was done. */
const planned = {
  'this-week': {
    tips: { people: current.tip, insights: 'insights_comments', relationships: 'relationships_note' },
    done: [['insights', 0]],
  },
  'last-week': {
    tips: { brand: 'brand_benefit', people: 'people_viewers', insights: 'insights_share' },
    done: [
      ['brand', 1],
      ['people', 3],
    ],
  },
} as const satisfies Record<
  string,
  { readonly tips: Plan['tips']; readonly done: readonly (readonly [Pillar, daysAfter: number])[] }
>;

/** Days nobody opened the page, in days ago: holidays, and one or two days of most weeks, but none that a week is compared by. */
function isUnread(daysAgo: number): boolean {
  const isAway = (daysAgo > 280 && daysAgo < 300) || (daysAgo > 71 && daysAgo < 84);
  return isAway || daysAgo % 7 === 6 || (daysAgo % 11 === 5 && daysAgo % 7 !== 0);
}

/** What the demo begins with, and what the page then shows. */
interface SampleHistory {
  /** Readings up to yesterday, oldest first, of the source `sample`, which the popup says. */
  readonly snapshots: readonly Snapshot[];
  readonly actions: readonly Action[];
  readonly goals: readonly Goal[];
  /** Last week's and this week's. */
  readonly plans: readonly Plan[];
  /** The tip that the member is at. */
  readonly choices: readonly TipChoice[];
  readonly todaysMember: StandInMember;
  /** Points by which today's total differs from the one seven days ago. */
  readonly changeSinceLastWeek: number;
}

/**
 * A made-up year for the demo, and for nobody's real eyes, the same one on every day: a rise to 69.4 yesterday, seven notes, the goal 60
 * reached on the way and the goal 70 one visit away; a plan for this week with a tick, one for the last, and a tip under way. `last` is today, which is not in `snapshots`: the page shows it, and the extension reads it.
 */
export function sampleHistory(last: LocalDay): SampleHistory {
  const snapshots = Array.from({ length: 365 }, (_, index) => 365 - index)
    .filter((daysAgo) => !isUnread(daysAgo))
    .map((daysAgo) => sampleSnapshot(addDays(last, -daysAgo), daysAgo));
  const sixty = snapshots.find(({ total }) => shown(total) >= 60);
  const weekAgo = snapshots.find(({ day }) => day === addDays(last, -7));
  if (!sixty || !weekAgo) throw new Error('The made-up year does not tell its story.');
  const goal = (id: string, of: Goal['of'], target: number, from: number, setOn: LocalDay): Goal => ({
    id,
    member: unknownMember,
    of,
    target,
    from,
    setOn,
  });
  const weeks = [
    { week: addDays(mondayOf(last), -7), ...planned['last-week'] },
    { week: mondayOf(last), ...planned['this-week'] },
  ];
  return {
    snapshots,
    actions: [
      ...done.map(([daysAgo, pillar, text], index): Action => ({
        kind: 'note',
        id: `sample-action-${index + 1}`,
        member: unknownMember,
        day: addDays(last, -daysAgo),
        pillar,
        recordedAt: instantOf(addDays(last, -daysAgo)),
        text,
      })),
      ...weeks.flatMap(({ week, tips, done: ticked }) =>
        ticked.map(([pillar, daysAfter]): Action => ({
          kind: 'tip',
          id: `sample-${week}-${pillar}`,
          member: unknownMember,
          day: addDays(week, daysAfter),
          pillar,
          recordedAt: instantOf(addDays(week, daysAfter)),
          tip: (tips as Plan['tips'])[pillar] ?? '',
        })),
      ),
    ],
    goals: [
      { ...goal('sample-goal-1', 'total', 60, 54.8, addDays(last, -92)), reachedOn: sixty.day },
      goal('sample-goal-2', 'total', 70, sixty.total, addDays(sixty.day, 1)),
      goal('sample-goal-3', 'people', 14, 13, addDays(last, -36)),
    ],
    plans: weeks.map(({ week, tips }) => ({ member: unknownMember, week, minutes: 30, tips })),
    choices: [{ member: unknownMember, choice: 'taken', takenAt: instantOf(mondayOf(last)), ...current }],
    todaysMember: { scores: today, ...groupsOn(0) },
    changeSinceLastWeek: Math.round((totalOf(today) - weekAgo.total) * 10) / 10,
  };
}

function scoresOn(daysAgo: number): Scores {
  const after = Math.max(
    1,
    anchors.findIndex(([anchor]) => anchor <= daysAgo),
  );
  const [from, low] = anchors[after - 1]!;
  const [to, high] = anchors[after]!;
  const part = (from - daysAgo) / (from - to);
  const isNamed = daysAgo === from || daysAgo === to;
  return forEachPillar((pillar) => {
    // The wiggle of a real score, the same every time: small before the goal, so that today is the first to reach it.
    const wiggle = Math.sin(daysAgo * 0.9 + low[pillar]) * (daysAgo < 10 ? 0.05 : 0.15);
    return Math.round((low[pillar] + (high[pillar] - low[pillar]) * part + (isNamed ? 0 : wiggle)) * 1000) / 1000;
  });
}

function groupsOn(daysAgo: number): Pick<Required<StandInMember>, 'rank' | 'average'> {
  return {
    rank: { industry: Math.round(8 + daysAgo / 20), network: Math.round(19 + daysAgo / 14) },
    average: {
      industry: { total: 47, scores: { brand: 12.5, people: 13.9, insights: 9.3, relationships: 11.3 } },
      network: { total: 55, scores: { brand: 14.8, people: 13.8, insights: 10.3, relationships: 16.1 } },
    },
  };
}

function sampleSnapshot(day: LocalDay, daysAgo: number): Snapshot {
  const scores = scoresOn(daysAgo);
  const total = totalOf(scores);
  return {
    member: unknownMember,
    day,
    readAt: instantOf(day),
    source: 'sample',
    shownTotal: Math.round(total),
    total,
    scores,
    ...groupsOn(daysAgo),
  };
}

/** 09:14 by the clock of whoever runs the demo, epoch milliseconds. */
function instantOf(day: LocalDay): number {
  return new Date(`${day}T09:14:00`).getTime();
}
