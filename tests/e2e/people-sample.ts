import type { Action } from '../../src/core/rows/action';
import type { Member } from '../../src/core/rows/member';
import { addDays, dayNumber, type LocalDay } from '../../src/core/score/local-day';
import { forEachPillar, totalOf, type Pillar, type Scores } from '../../src/core/score/pillar';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { sampleNow } from './popup-sample';
import { scorecardOfPictures, type Stored } from './popup-states';

/** Somebody made up: how they stand on their last day, and how each pillar moved over the weeks before. */
interface SamplePerson {
  readonly name: string;
  readonly weeks: number;
  readonly last: LocalDay;
  readonly scores: Scores;
  /** Points in a week. */
  readonly pace: Scores;
}

const still = { brand: 0, people: 0, insights: 0, relationships: 0 };

/** As in the design's picture: one that rises, one that stands, one with much behind them, one who has gone quiet, one who has just begun. */
const people: readonly SamplePerson[] = [
  {
    name: 'Amira',
    weeks: 32,
    last: '2026-10-15',
    scores: { brand: 14.1, people: 10.2, insights: 12.3, relationships: 14.8 },
    pace: { ...still, insights: 0.4, brand: 0.1 },
  },
  {
    name: 'Ben',
    weeks: 40,
    last: '2026-10-16',
    scores: { brand: 18.4, people: 15.6, insights: 13.2, relationships: 17.9 },
    pace: { ...still, people: -0.05 },
  },
  {
    name: 'Chloé',
    weeks: 30,
    last: '2026-10-16',
    scores: { brand: 17.6, people: 11.2, insights: 14.9, relationships: 19.3 },
    pace: { brand: 0.08, people: 0.02, insights: 0.3, relationships: 0.2 },
  },
  {
    name: 'Daniel',
    weeks: 6,
    last: '2026-10-12',
    scores: { brand: 8.2, people: 9.4, insights: 5.6, relationships: 10.9 },
    pace: { ...still, brand: 0.07 },
  },
  {
    name: 'Eszter',
    weeks: 48,
    last: '2026-10-04',
    scores: { brand: 15.2, people: 14.9, insights: 14.1, relationships: 13.8 },
    pace: { ...still, relationships: -0.5 },
  },
  {
    name: 'Farid',
    weeks: 2,
    last: '2026-10-14',
    scores: { brand: 11.8, people: 9.7, insights: 10.6, relationships: 12.1 },
    pace: still,
  },
];

/** One reading a week, the last on `last`. */
function weeklyHistory(member: string, { weeks, last, scores, pace }: SamplePerson): Snapshot[] {
  return Array.from({ length: weeks }, (_, index) => {
    const before = weeks - 1 - index;
    const day = addDays(last, -7 * before);
    const moved = forEachPillar((pillar) => {
      const wiggle = before === 0 ? 0 : Math.sin(dayNumber(day) * 1.7 + scores[pillar]) * 0.12;
      return Math.round((scores[pillar] - pace[pillar] * Math.min(before, 12) + wiggle) * 1e4) / 1e4;
    });
    const total = totalOf(moved);
    return {
      member,
      day,
      readAt: dayNumber(day) * 86_400_000 + 9 * 3_600_000,
      source: 'bars',
      shownTotal: Math.round(total),
      total,
      scores: moved,
      rank: {},
      average: {},
    };
  });
}

const idOf = (index: number) => `person-${String(index + 1).padStart(16, '0')}`;

const rows = people.map((person, index) => {
  const snapshots = weeklyHistory(idOf(index), person);
  const member: Member = {
    id: idOf(index),
    name: person.name,
    changedAt: sampleNow,
    since: snapshots[0]!.readAt,
    given: { at: sampleNow, file: `${person.name}.json` },
  };
  return { member, snapshots };
});

const note = (id: string, day: LocalDay, pillar: Pillar, text: string): Action => ({
  kind: 'note',
  id: `00000000-0000-4000-8000-00000000000${id}`,
  member: idOf(2),
  day,
  pillar,
  text,
  recordedAt: dayNumber(day) * 86_400_000,
});

/** The scorecard of the design's member, who was given the files of six people. */
export const scorecardWithPeople: Stored = {
  ...scorecardOfPictures,
  members: [{ id: 'unknown', since: 1 }, ...rows.map(({ member }) => member)],
  snapshots: [...rows.flatMap(({ snapshots }) => snapshots), ...scorecardOfPictures.snapshots],
  actions: [
    ...(scorecardOfPictures.actions ?? []),
    note('1', '2026-09-14', 'insights', 'Shared an article with an opinion'),
    note('2', '2026-09-30', 'relationships', 'Invited five people with a note'),
    note('3', '2026-10-13', 'insights', 'Commented on three posts by others'),
  ],
};

/** A file as one of them would export it: with their own id, or none where LinkedIn never named them. */
export function exportOf(name: string, member: string, weeks = 12): { name: string; mimeType: string; buffer: Buffer } {
  const person = people.find(
    (one) =>
      name.toLowerCase().includes(one.name.toLowerCase()) || (name === 'ssi-scorecard.json' && one.name === 'Ben'),
  ) ?? { ...people[1]!, scores: { brand: 9, people: 8, insights: 7, relationships: 6 } };
  const snapshots = weeklyHistory(member, { ...person, weeks });
  const backup = {
    format: 'ssi-scorecard',
    version: 5,
    members: [{ id: member, since: snapshots[0]!.readAt }],
    snapshots,
  };
  return { name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(backup)) };
}
