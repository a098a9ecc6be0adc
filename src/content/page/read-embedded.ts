import { forEachPillar, pillars, totalOf, type Pillar, type Scores } from '../../core/score/pillar';
import { float32Tolerance, isRank, isScore, isTotal } from '../../core/score/reading';
import type { GroupAverage } from '../../core/rows/snapshot';
import type { Candidate, GroupNumbers, WayResult } from './candidate';
import { embeddedAnswers, isJsonObject, type JsonObject } from './embedded-answers';
import { withoutUndefined } from './without-undefined';

const pillarNames: Readonly<Record<Pillar, string>> = {
  brand: 'PROFESSIONAL_BRAND',
  people: 'FIND_RIGHT_PEOPLE',
  insights: 'INSIGHT_ENGAGEMENT',
  relationships: 'STRONG_RELATIONSHIP',
};

/** The groups' averages are rounded to hundredths, four of them and their sum. */
const averageTolerance = 0.03;

/** The most characters kept of an industry's name. */
const longestName = 100;

function objectsOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

/** The four scores of `subScores`, by name. Undefined unless each name is there once with a score of 0 to 25. */
function scoresOf(subScores: unknown): Scores | undefined {
  const scores = forEachPillar((pillar) => {
    const [only, ...others] = objectsOf(subScores).filter((subScore) => subScore['pillar'] === pillarNames[pillar]);
    return only && others.length === 0 && typeof only['score'] === 'number' ? only['score'] : Number.NaN;
  });
  return pillars.every((pillar) => isScore(scores[pillar])) ? scores : undefined;
}

function averageOf(group: JsonObject): GroupAverage | undefined {
  const score = group['score'];
  if (!isJsonObject(score) || typeof score['overall'] !== 'number' || !isTotal(score['overall'])) return undefined;
  const total = score['overall'];
  const scores = scoresOf(score['subScores']);
  return scores && Math.abs(totalOf(scores) - total) <= averageTolerance ? { total, scores } : { total };
}

/** The groups, by name. A group that is named twice is left out: neither can be told to be the right one. */
function groupsOf(answer: JsonObject): GroupNumbers {
  const named = (type: string): JsonObject => {
    const [only, ...others] = objectsOf(answer['groupScore']).filter((group) => group['groupType'] === type);
    return only && others.length === 0 ? only : {};
  };
  const industry = named('INDUSTRY');
  const network = named('NETWORK');
  const team = named('TEAM');
  const rankOf = (group: JsonObject): number | undefined =>
    typeof group['rank'] === 'number' && isRank(group['rank']) ? group['rank'] : undefined;
  // An address of an industry (`urn:…`) is not its name.
  const name = typeof industry['industry'] === 'string' ? industry['industry'].trim().slice(0, longestName) : '';
  return withoutUndefined({
    rank: withoutUndefined({
      industry: rankOf(industry),
      network: rankOf(network),
      team: typeof team['rank'] === 'number' && Number.isFinite(team['rank']) ? team['rank'] : undefined,
    }),
    average: withoutUndefined({ industry: averageOf(industry), network: averageOf(network) }),
    industry: name === '' || name.startsWith('urn:') ? undefined : name,
  });
}

/** Reads the page's own answer from `/sales-api/salesApiSsi` where the shell embeds it: everything by name, nothing by position. */
export function readEmbedded(document: Document): WayResult {
  const candidates: Candidate[] = [];
  const failures: string[] = [];
  for (const answer of embeddedAnswers(document, '/sales-api/salesApiSsi')) {
    const memberScore = answer['memberScore'];
    const scores = isJsonObject(memberScore) ? scoresOf(memberScore['subScores']) : undefined;
    const overall = isJsonObject(memberScore) ? memberScore['overall'] : undefined;
    if (!scores) failures.push('embedded: not each pillar once with a score of 0 to 25');
    else if (typeof overall !== 'number' || Math.abs(overall - totalOf(scores)) > float32Tolerance) {
      failures.push('embedded: the sum does not fit');
    } else {
      candidates.push({
        way: 'embedded',
        scores,
        precision: 0,
        shownTotal: Math.round(overall),
        groups: groupsOf(answer),
      });
    }
  }
  return { way: 'embedded', candidates, failures };
}
