import { localDayOf } from '../../src/core/score/local-day';
import { totalOf, type Scores } from '../../src/core/score/pillar';
import type { Snapshot } from '../../src/core/rows/snapshot';

const noon = 12 * 3_600_000;

/** A snapshot read at noon (UTC) of its day, with the scores of a real page, changed as `changes` says. */
export function sampleSnapshot(changes: Partial<Snapshot> & { readonly scores?: Scores } = {}): Snapshot {
  const day = changes.day ?? '2026-05-12';
  const scores = changes.scores ?? { brand: 21.048, people: 6.5, insights: 10.25, relationships: 15 };
  return {
    member: 'unknown',
    readAt: Date.parse(day) + noon,
    source: 'bars',
    shownTotal: Math.round(totalOf(scores)),
    total: totalOf(scores),
    rank: { industry: 10, network: 12 },
    average: { industry: { total: 35 }, network: { total: 36 } },
    ...changes,
    day,
    scores,
  };
}

/** `count` days of one member, ending on `lastDay` (days since 1970), the scores rising slowly as real ones do. */
export function sampleHistory(member: string, count: number, lastDay: number): Snapshot[] {
  return Array.from({ length: count }, (_, index) => {
    const rise = (8 * index) / count;
    return sampleSnapshot({
      member,
      day: localDayOf(lastDay - count + 1 + index),
      scores: { brand: 12 + rise, people: 6.5 + rise / 2, insights: 9.75 + rise / 4, relationships: 15 },
    });
  });
}
