import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forEachPillar, type Scores } from '../../src/core/score/pillar';
import type { LocalDay } from '../../src/core/score/local-day';

/** A group's average as LinkedIn's own answer says it: points of 0 to 100, and its pillars where captured. */
export interface StandInAverage {
  readonly total: number;
  readonly scores?: Scores;
}

/** What the stand-in page is made from. What is absent, the page does not show. */
export interface StandInMember {
  /** The four pillars, points of 0 to 25, as the page's own data has them. */
  readonly scores: Scores;
  /** "Top N %" of each group; the team's number is printed without a percent sign. */
  readonly rank: { readonly industry?: number; readonly network?: number; readonly team?: number };
  readonly average: { readonly industry?: StandInAverage; readonly network?: StandInAverage };
  /** The industry's name as the page writes it. */
  readonly industry?: string;
  /** The number in `urn:li:member:<number>`, which only a shell with a seat embeds. */
  readonly memberNumber?: string;
}

/** One of the captured readings, with the day and the wall time (America/Sao_Paulo) at which the member took it. */
export interface CapturedReading {
  readonly day: LocalDay;
  /** Wall time, `HH:MM`. */
  readonly localTime: string;
  /** The whole number LinkedIn printed. */
  readonly shownTotal: number;
  readonly member: StandInMember;
}

/**
 * The free member of June 2026. Source: captures/api-salesApiSsi.no-seat.2026-06.json and
 * captures/page-dom.excerpt.en.2026-06.html. The page shows 20; the groups' averages round to 31 and 33.
 */
export const memberOfJune2026: StandInMember = {
  scores: { brand: 13.118002, people: 3.68, insights: 0.29999998, relationships: 2.6077502 },
  rank: { industry: 75, network: 81 },
  average: { industry: { total: 30.99 }, network: { total: 32.72 } },
};

/** The member of 3 July 2026, who shows one rank. Source: captures/page-dom.excerpt.en.2026-07-03.html. The page shows 33, 29 and 36. */
export const memberOfJuly2026: StandInMember = {
  scores: { brand: 12.05, people: 4.76, insights: 1, relationships: 15 },
  rank: { industry: 37 },
  average: {
    industry: { total: 29.25, scores: { brand: 11.27, people: 4.54, insights: 1.56, relationships: 11.88 } },
    network: { total: 36, scores: { brand: 13.1, people: 8.2, insights: 2.4, relationships: 12.3 } },
  },
};

/** The eight readings of one member, oldest first. Source: captures/series.2026-04-to-05.csv. */
export function capturedSeries(): CapturedReading[] {
  const text = readFileSync(join(import.meta.dirname, 'captures/series.2026-04-to-05.csv'), 'utf8');
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const columns = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    const cell = (column: string): string => cells[columns.indexOf(column)] ?? '';
    const average = (shown: string, group: string): StandInAverage =>
      cell(`${group}_brand`) === ''
        ? { total: Number(cell(shown)) }
        : {
            total: Number(cell(shown)),
            scores: forEachPillar((pillar) => Number(cell(`${group}_${pillar === 'relationships' ? 'rel' : pillar}`))),
          };
    return {
      day: cell('date'),
      localTime: cell('local_time'),
      shownTotal: Number(cell('total_shown')),
      member: {
        scores: forEachPillar((pillar) => Number(cell(pillar))),
        rank: { industry: Number(cell('industry_rank_pct')), network: Number(cell('network_rank_pct')) },
        average: { industry: average('industry_avg_shown', 'ind'), network: average('network_avg_shown', 'net') },
      },
    };
  });
}
