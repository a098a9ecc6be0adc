/**
 * The four pillars of the Social Selling Index, in the order LinkedIn shows them in every language:
 * establish your professional brand, find the right people, engage with insights, build relationships.
 */
export const pillars = ['brand', 'people', 'insights', 'relationships'] as const;

export type Pillar = (typeof pillars)[number];

/** One value for each pillar; a score is in points of 0 to 25. */
export type Scores = Readonly<Record<Pillar, number>>;

/** The most a pillar can have, in points. */
export const pillarMaximum = 25;

/** The most a total can have, in points: the sum of four pillars. */
export const totalMaximum = 100;

/** Exact sum of the four pillars, in points of 0 to 100. */
export function totalOf(scores: Scores): number {
  return scores.brand + scores.people + scores.insights + scores.relationships;
}

/** The score of a pillar by its own name: looked up by a key that changes it takes three times as long, and charts ask it of every day of fifty years. */
export function scoreOf(scores: Scores, pillar: Pillar): number {
  switch (pillar) {
    case 'brand':
      return scores.brand;
    case 'people':
      return scores.people;
    case 'insights':
      return scores.insights;
    case 'relationships':
      return scores.relationships;
  }
}

/** One value for each pillar, made by asking `value` for each in their fixed order. */
export function forEachPillar<Value>(value: (pillar: Pillar) => Value): Record<Pillar, Value> {
  return {
    brand: value('brand'),
    people: value('people'),
    insights: value('insights'),
    relationships: value('relationships'),
  };
}
