import { findRescalings } from '../src/core/meaning/rescaling';
import { looksLikeSomeoneElse } from '../src/core/meaning/someone-else';
import type { Snapshot } from '../src/core/rows/snapshot';
import { localDayOf, millisecondsPerDay } from '../src/core/score/local-day';
import { forEachPillar, pillarMaximum, pillars, totalOf, type Scores } from '../src/core/score/pillar';
import { seededRandom } from '../tests/unit/seeded-random';
import { firstDay, habits, madeUpMember } from './worlds';

type Random = ReturnType<typeof seededRandom>;

/** Made-up people of each claim. */
const people = 60;

/** The world that each pillar of a made-up person lives in, a quarter as high as a total does. */
const worldOf = {
  brand: 'steps',
  people: 'random walk, small',
  insights: 'actions in 30 days',
  relationships: 'dips that return',
} as const;

const within = (points: number) => Math.min(pillarMaximum, Math.max(0, points));

function anyScores({ uniform }: Random): Scores {
  return {
    brand: 4 + 20 * uniform(),
    people: 3 + 15 * uniform(),
    insights: 1 + 19 * uniform(),
    relationships: 5 + 19 * uniform(),
  };
}

/** A group's averages that drift by hundredths of a point a day. */
function anyGroup(random: Random): (day: number) => { readonly total: number; readonly scores: Scores } {
  const scores = forEachPillar(() => 5 + 7 * random.uniform());
  const drift = forEachPillar(() => 0.003 * random.normal());
  return (day) => {
    const now = forEachPillar((pillar) => scores[pillar] + drift[pillar] * day);
    return { total: Math.round(totalOf(now)), scores: now };
  };
}

/** A person's readings of every day; with `factor` from the day `from` on everybody's numbers are multiplied. */
function person(seed: number, factor = 1, from = Infinity): readonly Snapshot[] {
  const random = seededRandom(seed * 104_729 + 5);
  const base = anyScores(random);
  const lives = forEachPillar(
    (pillar) => madeUpMember(worldOf[pillar], 'daily', seed * 4 + pillars.indexOf(pillar)).everyDay,
  );
  const [industry, network] = [anyGroup(random), anyGroup(random)];
  return lives.brand.map((_, index): Snapshot => {
    const by = index >= from ? factor : 1;
    const scaled = (scores: Scores) => forEachPillar((pillar) => scores[pillar] * by);
    const scores = scaled(
      forEachPillar((pillar) => within(base[pillar] + ((lives[pillar][index] ?? 0) - (lives[pillar][0] ?? 0)) / 4)),
    );
    const group = (of: ReturnType<typeof anyGroup>) => {
      const now = scaled(of(index).scores);
      return { total: Math.round(totalOf(now)), scores: now };
    };
    const total = totalOf(scores);
    return {
      member: 'unknown',
      day: localDayOf(firstDay + index),
      readAt: (firstDay + index) * millisecondsPerDay,
      source: 'sample',
      shownTotal: Math.round(total),
      total,
      scores,
      rank: {},
      average: { industry: group(industry), network: group(network) },
    };
  });
}

/** A part of all in percent; what is nothing or everything has no decimal. */
const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(part === 0 || part === of ? 0 : 1)} %`;

/** How often the next reading is taken for somebody else's: strangers' of a day so much later, and the same person's. */
function measureSomeoneElse(apart: number) {
  const histories = Array.from({ length: people }, (_, index) => person(index + 1));
  const bare = (reading: Snapshot): Snapshot => ({ ...reading, average: {} });
  let [strangers, unnoticed, unnoticedBare, same, asked] = [0, 0, 0, 0, 0];
  const start = 100;
  histories.forEach((history, index) => {
    for (let day = start; day + apart < history.length; day += 30) {
      const [last, own] = [history[day], history[day + apart]];
      const other = histories[(index * 7 + day) % people]?.[day + apart];
      if (!last || !own || !other) continue;
      // As the store asks: of each reading of the 14 days before, of a daily reader; else of the last.
      const lately = apart <= 14 ? history.slice(day + apart - 14, day + 1) : [last];
      same += 1;
      asked += lately.every((known) => looksLikeSomeoneElse(known, own)) ? 1 : 0;
      if (histories[(index * 7 + day) % people] === history) continue;
      strangers += 1;
      unnoticed += lately.every((known) => looksLikeSomeoneElse(known, other)) ? 0 : 1;
      unnoticedBare += lately.every((known) => looksLikeSomeoneElse(bare(known), bare(other))) ? 0 : 1;
    }
  });
  return [percent(unnoticed, strangers), percent(unnoticedBare, strangers), percent(asked, same)];
}

/** How many cuts of everybody's numbers are found, and on how many other days one is seen. */
function measureRescaling(habit: string, cut: number) {
  const reads = habits[habit];
  let [found, wrong, pairs] = [0, 0, 0];
  for (let seed = 1; seed <= people; seed += 1) {
    const from = 150 + seed;
    const random = seededRandom(seed);
    const readings = person(seed, 1 - cut, from).filter((_, index) => reads?.(index, random));
    const first = readings.find(({ day }) => day >= localDayOf(firstDay + from))?.day;
    const days = findRescalings(readings);
    found += days.some((day) => day === first) ? 1 : 0;
    wrong += days.filter((day) => day !== first).length;
    pairs += readings.length - 1;
  }
  return [percent(found, people), `${wrong} of ${pairs}`];
}

/** What the build of 28 November 2026 (fe609d8) came to: measured once with its rules, which are gone. */
const before: readonly (readonly [unnoticed: string, unnoticedBare: string, asked: string])[] = [
  ['37.1 %', '62.7 %', '0 %'],
  ['49.8 %', '75.0 %', '0 %'],
  ['85.3 %', '96.7 %', '0 %'],
  ['100 %', '100 %', '0 %'],
];
const cutsBefore: readonly string[] = ['3.3 %', '81.7 %', '0 %', '0 %'];

/** The claims about a page's numbers as a table in Markdown, each beside that of the build before. */
export function pageClaimsTable(): string {
  const strangers = [1, 7, 30, 90].flatMap((apart, place) => {
    const after = apart === 1 ? 'after a day' : `after ${apart} days`;
    const [then, now] = [before[place] ?? ['', '', ''], measureSomeoneElse(apart)];
    return [
      [`a stranger not noticed ${after}`, then[0], now[0]],
      [`the same, averages not known`, then[1], now[1]],
      [`asked of one's own reading ${after}`, then[2], now[2]],
    ];
  });
  const asked = ['daily', 'weekly'].flatMap((habit) => [0.02, 0.04].map((cut) => [habit, cut] as const));
  const cuts = asked.flatMap(([habit, cut], place) => {
    const [found, wrong] = measureRescaling(habit, cut);
    return [
      [`everybody cut by ${100 * cut} %, found, read ${habit}`, cutsBefore[place], found],
      [`seen where none was, read ${habit}`, '0', wrong],
    ].slice(0, cut === 0.02 ? 1 : 2);
  });
  const all = [['claim', 'then', 'now'], ...strangers, ...cuts].map((cells) => cells.map((cell) => cell ?? ''));
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((cells) => (cells[column] ?? '').length)));
  const toLine = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const [heads = [], ...rows] = all;
  return [toLine(heads), rule, ...rows.map(toLine)].join('\n');
}
