import type { Action } from '../../src/core/rows/action';
import type { Goal } from '../../src/core/rows/goal';
import { addDays, dayNumber, daysBetween, localDayOf, type LocalDay } from '../../src/core/score/local-day';
import { forEachPillar, totalOf, type Pillar, type Scores } from '../../src/core/score/pillar';
import type { Snapshot } from '../../src/core/rows/snapshot';

/** The day on which the made-up member of the design's pictures looks at the popup. */
export const sampleToday: LocalDay = '2026-10-16';

/** The instant they look, a few minutes after the reading; the pictures are in UTC. */
export const sampleNow = Date.parse('2026-10-16T09:20:00Z');

export const sampleMember = 'unknown';

/** Scores of the design's member on some days; the days between lie on straight lines, with a small wiggle. */
const anchors: readonly (readonly [LocalDay, Scores])[] = [
  ['2025-08-18', { brand: 12.1, people: 8.6, insights: 9.2, relationships: 12.3 }],
  ['2026-03-01', { brand: 13.6, people: 9.4, insights: 10.4, relationships: 14.4 }],
  ['2026-07-16', { brand: 14.5, people: 10.1, insights: 11.3, relationships: 15.9 }],
  ['2026-07-24', { brand: 14.8, people: 10.3, insights: 11.5, relationships: 16.1 }],
  ['2026-08-06', { brand: 14.6, people: 10, insights: 11.2, relationships: 15.9 }],
  ['2026-09-04', { brand: 15.3, people: 11.6, insights: 12.3, relationships: 17.1 }],
  ['2026-09-15', { brand: 15.9, people: 11.2, insights: 12.3, relationships: 17.6 }],
  ['2026-09-22', { brand: 16.6, people: 11.3, insights: 12.2, relationships: 17.9 }],
  ['2026-10-04', { brand: 17.3, people: 11.4, insights: 13.3, relationships: 18.6 }],
  ['2026-10-09', { brand: 17.3, people: 11.6, insights: 13.7, relationships: 18.6 }],
  ['2026-10-16', { brand: 17.6, people: 11.2, insights: 14.9, relationships: 19.3 }],
];

/** Days nobody opened the page. */
const unread: readonly (readonly [from: LocalDay, to: LocalDay])[] = [
  ['2025-12-22', '2026-01-09'],
  ['2026-07-25', '2026-08-05'],
];

function scoresOn(day: LocalDay): Scores {
  const after = anchors.findIndex(([anchor]) => anchor >= day);
  const [to, high] = anchors[Math.max(1, after)]!;
  const [from, low] = anchors[Math.max(1, after) - 1]!;
  const part = daysBetween(from, day) / daysBetween(from, to);
  const number = dayNumber(day);
  const exact = day === to || day === from;
  return forEachPillar((pillar) => {
    const straight = low[pillar] + (high[pillar] - low[pillar]) * part;
    // The wiggle of a real score, the same every time.
    const wiggle = exact ? 0 : Math.sin(number * 1.7 + low[pillar]) * 0.16;
    return Math.round((straight + wiggle) * 1e4) / 1e4;
  });
}

/** The made-up member's reading of one day. */
export function sampleReading(day: LocalDay, changes: Partial<Snapshot> = {}): Snapshot {
  const scores = changes.scores ?? scoresOn(day);
  const total = totalOf(scores);
  return {
    member: sampleMember,
    day,
    readAt: dayNumber(day) * 86_400_000 + (9 * 60 + 14) * 60_000,
    source: 'bars',
    shownTotal: Math.round(total),
    total,
    scores,
    rank: { industry: 12, network: 30 },
    average: {
      industry: { total: 47, scores: { brand: 12.5, people: 12, insights: 9.3, relationships: 13.2 } },
      network: { total: 51 },
    },
    ...changes,
  };
}

/** The made-up member's history up to `last`, from 18 August 2025 on or from `first`. */
export function sampleHistory(last: LocalDay = sampleToday, first: LocalDay = '2025-08-18'): Snapshot[] {
  const days: Snapshot[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (!unread.some(([from, to]) => day >= from && day <= to)) days.push(sampleReading(day));
  }
  return days;
}

/** A history of `years` of days up to the sample's today, for measuring: the last sixty weeks are the sample's own. */
export function longHistory(years: number): Snapshot[] {
  const last = dayNumber(sampleToday);
  const count = Math.round(years * 365.25);
  const own = sampleHistory();
  const start = dayNumber(own[0]!.day);
  const before: Snapshot[] = [];
  for (let number = last - count + 1; number < start; number += 1) {
    const scores = forEachPillar(
      (pillar) => 10 + 2 * Math.sin(number / 90 + pillar.length) + Math.sin(number * 1.7) * 0.2,
    );
    before.push(sampleReading(localDayOf(number), { scores }));
  }
  return [...before, ...own.filter(({ day }) => dayNumber(day) > last - count)];
}

export const sampleGoal: Goal = {
  id: 'goal-1',
  member: sampleMember,
  of: 'total',
  target: 70,
  from: 56.8,
  setOn: '2026-09-04',
};

const done: readonly (readonly [LocalDay, Pillar, string])[] = [
  ['2026-08-26', 'people', 'people_filters'],
  ['2026-09-03', 'people', 'people_viewers'],
  ['2026-09-10', 'brand', 'brand_post'],
  ['2026-09-22', 'insights', 'insights_share'],
  ['2026-09-29', 'insights', 'insights_comment'],
  ['2026-10-07', 'relationships', 'relationships_note'],
  ['2026-10-12', 'insights', 'insights_comment'],
];

/** What the made-up member did: notes, so that nothing depends on the catalogue of tips. */
export const sampleActions: readonly Action[] = done.map(([day, pillar, text], index) => ({
  kind: 'note',
  id: `action-${index + 1}`,
  member: sampleMember,
  day,
  pillar,
  recordedAt: dayNumber(day) * 86_400_000,
  text: day === '2026-09-22' ? 'Shared an article' : text.replace('_', ': '),
}));
