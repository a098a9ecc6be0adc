import { seededRandom } from '../tests/unit/seeded-random';

type Random = ReturnType<typeof seededRandom>;

/** Days of a world: fourteen months. */
const worldDays = 420;

/** A made-up score of one member: one value a day. */
type World = (random: Random) => readonly number[];

const everyDay = (value: (day: number) => number): readonly number[] =>
  Array.from({ length: worldDays }, (_, day) => value(day));

/** Noise that hangs together from day to day by `correlation`, with this standard deviation. */
function autoregressive({ normal }: Random, correlation: number, deviation: number): (day: number) => number {
  let value = normal() * deviation;
  const values = everyDay(() => {
    value = correlation * value + normal() * deviation * Math.sqrt(1 - correlation ** 2);
    return value;
  });
  return (day) => values[day] ?? 0;
}

/** A random walk with steps of this standard deviation. */
function walk({ normal }: Random, deviation: number): (day: number) => number {
  let value = 0;
  const values = everyDay(() => (value += normal() * deviation));
  return (day) => values[day] ?? 0;
}

/** Points for what was done in the last `window` days, a day's number being Poisson's with this mean. */
function counted(
  { uniform }: Random,
  window: number,
  mean: (day: number) => number,
  points: number,
): (day: number) => number {
  const done = Array.from({ length: worldDays + window }, (_, index) => {
    const limit = Math.exp(-mean(index - window));
    let count = 0;
    for (let chance = uniform(); chance > limit; chance *= uniform()) count += 1;
    return count;
  });
  return (day) => points * done.slice(day, day + window).reduce((sum, count) => sum + count, 0);
}

/**
 * Twenty worlds in which a score may live, by name. Only in the first is it what statistics books have: a line and noise of its own each day.
 * In the last four nothing happens.
 */
export const worlds: Readonly<Record<string, World>> = {
  'line, white noise': ({ uniform, normal }) => {
    const slope = 0.4 * ((0.5 + uniform()) / 7);
    return everyDay((day) => 30 + slope * day + normal() * 0.8);
  },
  'line, AR(1) 0.8': (random) => {
    const noise = autoregressive(random, 0.8, 1);
    const slope = (0.3 + random.uniform() * 0.5) / 7;
    return everyDay((day) => 35 + slope * day + noise(day));
  },
  'line, AR(1) 0.95': (random) => {
    const noise = autoregressive(random, 0.95, 1.5);
    const slope = (0.2 + random.uniform() * 0.4) / 7;
    return everyDay((day) => 35 + slope * day + noise(day));
  },
  steps: ({ uniform, normal }) => {
    let level = 45;
    return everyDay(() => {
      if (uniform() < 1 / 40) level += uniform() * 6 - 2.5;
      return level + normal() * 0.3;
    });
  },
  'dips that return': ({ uniform, normal }) => {
    let left = 0;
    return everyDay(() => {
      if (left === 0 && uniform() < 1 / 50) left = 10 + Math.floor(uniform() * 15);
      const value = 55 - (left > 0 ? 4 : 0) + normal() * 0.3;
      if (left > 0) left -= 1;
      return value;
    });
  },
  'actions in 7 days': (random) => {
    const points = counted(random, 7, () => 0.8, 1.1);
    return everyDay((day) => 40 + points(day));
  },
  'actions in 30 days': (random) => {
    const points = counted(random, 30, () => 0.6, 0.6);
    return everyDay((day) => 40 + points(day));
  },
  'actions in 90 days': (random) => {
    const points = counted(random, 90, () => 0.4, 0.4);
    return everyDay((day) => 35 + points(day));
  },
  'a new habit': (random) => {
    const from = 80 + random.uniform() * 120;
    const points = counted(random, 30, (day) => (day > from ? 0.9 : 0.25), 0.7);
    return everyDay((day) => 40 + points(day));
  },
  'a habit that lapses': (random) => {
    const until = 80 + random.uniform() * 120;
    const points = counted(random, 30, (day) => (day < until ? 0.9 : 0.2), 0.7);
    return everyDay((day) => 40 + points(day));
  },
  'random walk, small': (random) => {
    const at = walk(random, 0.25);
    return everyDay((day) => 50 + at(day));
  },
  'random walk, large': (random) => {
    const at = walk(random, 0.6);
    return everyDay((day) => 50 + at(day));
  },
  'walk with drift': (random) => {
    const at = walk(random, 0.3);
    return everyDay((day) => 35 + at(day) + 0.06 * day);
  },
  'plateau then rise': ({ uniform, normal }) => {
    const from = 70 + uniform() * 130;
    return everyDay((day) => 45 + Math.max(0, day - from) * 0.12 + normal() * 0.3);
  },
  'saturating rise': (random) => {
    const time = 60 + random.uniform() * 60;
    const noise = autoregressive(random, 0.7, 0.5);
    return everyDay((day) => 35 + 30 * (1 - Math.exp(-day / time)) + noise(day));
  },
  'weekly pattern': ({ normal }) => {
    const pattern = [0, 0.5, 1, 1, 0.5, -1, -1.5];
    return everyDay((day) => 50 + (pattern[day % 7] ?? 0) + 0.03 * day + normal() * 0.3);
  },
  'nothing: white noise': ({ normal }) => everyDay(() => 50 + normal() * 0.6),
  'nothing: AR(1) 0.9': (random) => {
    const noise = autoregressive(random, 0.9, 1);
    return everyDay((day) => 50 + noise(day));
  },
  'nothing: seldom moves': ({ uniform, normal }) => {
    let level = 50;
    return everyDay(() => {
      if (uniform() < 1 / 20) level = 50 + normal() * 0.8;
      return level;
    });
  },
  'nothing: constant': () => everyDay(() => 50),
};

/** Five habits of reading, by name: whether a day is read. */
export const habits: Readonly<Record<string, (day: number, random: Random) => boolean>> = {
  daily: () => true,
  'five a week': (day) => day % 7 < 5,
  'twice a week': (day) => day % 7 === 1 || day % 7 === 4,
  weekly: (day) => day % 7 === 3,
  irregular: (_, { uniform }) => uniform() < 1 / 5,
};

/** A member of a world: what they read, and what they would have read on each day from the first on. */
export interface MadeUpMember {
  readonly days: readonly number[];
  readonly values: readonly number[];
  readonly everyDay: readonly number[];
}

/** The `dayNumber` of a world's first day. A Wednesday, which nothing depends on. */
export const firstDay = 19_000;

/** The member of a world with this habit and seed (a whole number); always the same. Values are points of 0 to 100 with three decimals. */
export function madeUpMember(world: string, habit: string, seed: number): MadeUpMember {
  const [live, reads] = [worlds[world], habits[habit]];
  if (!live || !reads) throw new Error(`There is no world "${world}" or no habit "${habit}".`);
  const random = seededRandom(seed * 7919 + 13);
  const values = live(random).map((value) => Math.round(Math.min(100, Math.max(0, value)) * 1000) / 1000);
  const read = values.flatMap((value, day) => (reads(day, random) ? [{ day: firstDay + day, value }] : []));
  return { days: read.map(({ day }) => day), values: read.map(({ value }) => value), everyDay: values };
}
