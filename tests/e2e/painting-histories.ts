import { addDays } from '../../src/core/score/local-day';
import { pillars, totalOf } from '../../src/core/score/pillar';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { yesterdaysScores } from '../linkedin/painting-scenes';
import { longRuns } from '../long-runs';
import type { StoredReadings } from './stored-snapshots';

/** Whatever is slow on a busy machine: a browser starts, paints, and only then is there something to read. */
export const patiently = { timeout: 20_000 };

/** What the member of the scenes had the day before today (UTC). */
export function yesterday(): Snapshot {
  const day = addDays(new Date().toISOString().slice(0, 10), -1);
  return {
    member: 'unknown',
    day,
    readAt: Date.parse(`${day}T09:00:00Z`),
    source: 'bars',
    shownTotal: 53,
    total: totalOf(yesterdaysScores),
    scores: yesterdaysScores,
    rank: {},
    average: {},
  };
}

/** What is stored besides `history`, and what the member would be asked about: the four scores of each. */
export function newIn({ snapshots, aside }: StoredReadings, history: readonly Snapshot[]) {
  const scoresOf = ({ scores }: Snapshot): number[] => pillars.map((pillar) => scores[pillar]);
  return {
    stored: snapshots.filter(({ day }) => !history.some((other) => other.day === day)).map(scoresOf),
    aside: aside.map(scoresOf),
  };
}

/** What is stored when a scene begins: in `npm test` browsers play them on a fresh install, and with a history in `npm run test:long`, too. */
export function histories(): readonly (readonly [title: string, history: readonly Snapshot[]])[] {
  const all = [['on a fresh install', []] as const, ['with a history', [yesterday()]] as const];
  return all.slice(0, longRuns(1, all.length));
}
