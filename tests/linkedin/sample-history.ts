import { addDays, dayNumber, type LocalDay } from '../../src/core/score/local-day';
import { forEachPillar, pillars, totalOf, type Scores } from '../../src/core/score/pillar';
import { unknownMember } from '../../src/core/score/reading';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { capturedSeries, type StandInMember } from './captured-members';

/** Days of made-up readings before the captured ones. */
const madeUpDays = 365;

/** A year before the captured member's first reading, in points of 0 to 25: where the made-up year starts. */
const start: Scores = { brand: 15.2, people: 4.1, insights: 5.4, relationships: 13.1 };

/**
 * A sample history for the demo, and for nobody's real eyes: the eight captured days moved so that the last of them is `today`, and a
 * year of made-up days before them, always the same ones. The last day is not in `snapshots`: the page shows it and the extension reads
 * it. All snapshots have the source `sample`, which the popup says.
 */
export function sampleHistory(today: LocalDay): {
  readonly snapshots: readonly Snapshot[];
  readonly todaysMember: StandInMember;
} {
  const series = capturedSeries();
  const last = series.at(-1);
  const first = series[0];
  if (!last || !first) throw new Error('The captured series is empty.');
  const shift = dayNumber(today) - dayNumber(last.day);
  const captured = series.slice(0, -1).map(({ day, localTime, shownTotal, member }): Snapshot => {
    const moved = addDays(day, shift);
    const { industry, network } = member.rank;
    return {
      ...sampleSnapshot(moved, localTime, member.scores, shownTotal),
      rank: { ...(industry !== undefined && { industry }), ...(network !== undefined && { network }) },
      average: {
        ...(member.average.industry && { industry: member.average.industry }),
        ...(member.average.network && { network: member.average.network }),
      },
    };
  });
  return {
    snapshots: [...madeUpYear(addDays(first.day, shift), first.member.scores), ...captured],
    todaysMember: last.member,
  };
}

/** Readings on most days of the year before `end`: a slow rise towards `goal` with plateaus, small wiggles, and three weeks away. */
function madeUpYear(end: LocalDay, goal: Scores): Snapshot[] {
  const random = mulberry32(20_260_519);
  const wiggle = forEachPillar(() => 0);
  const snapshots: Snapshot[] = [];
  for (let index = 0; index < madeUpDays; index += 1) {
    const progress = index / madeUpDays;
    const scores = forEachPillar((pillar) => {
      wiggle[pillar] = wiggle[pillar] * 0.8 + (random() - 0.5) * 0.4;
      // Each pillar rises in its own part of the year, so that the lines are not copies of each other.
      const onset = pillars.indexOf(pillar) * 0.15;
      const risen = Math.min(1, Math.max(0, (progress - onset) / 0.55));
      const smooth = risen * risen * (3 - 2 * risen);
      const value = start[pillar] + (goal[pillar] - start[pillar]) * smooth + wiggle[pillar] * (1 - progress * 0.6);
      return Math.round(Math.min(25, Math.max(0, value)) * 1000) / 1000;
    });
    const away = index > 95 && index < 117;
    const skipped = random() > 0.72;
    if (away || skipped) continue;
    const total = totalOf(scores);
    snapshots.push({
      ...sampleSnapshot(addDays(end, index - madeUpDays), '09:10', scores, Math.round(total)),
      rank: { industry: Math.round(34 - progress * 24), network: Math.round(41 - progress * 29) },
      average: {
        industry: { total: 35, scores: { brand: 11.8, people: 5.4, insights: 2.2, relationships: 15.2 } },
        network: { total: 36, scores: { brand: 13.2, people: 4.4, insights: 2.5, relationships: 16.3 } },
      },
    });
  }
  return snapshots;
}

function sampleSnapshot(day: LocalDay, time: string, scores: Scores, shownTotal: number): Snapshot {
  return {
    member: unknownMember,
    day,
    // The wall clock of whoever runs the demo.
    readAt: new Date(`${day}T${time}:00`).getTime(),
    source: 'sample',
    shownTotal,
    total: totalOf(scores),
    scores,
    rank: {},
    average: {},
  };
}

/** Small seeded generator of numbers from 0 to below 1 (Tommy Ettinger's mulberry32, public domain): the demo must be the same everywhere. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
