/** Whether this is `npm run test:long`. */
const isLong = process.env['SSI_LONG'] !== undefined;

/**
 * What everything random begins with. The same in each `npm test`, which is to tell of the change and not of the dice; another in each
 * `npm run test:long`. The environment variable `SEED` repeats a run, whose tests say it in their names.
 */
export const seed = Number(process.env['SEED'] ?? (isLong ? Math.floor(Math.random() * 2 ** 31) : 20_261_129));

/** How often something random is tried: `gate` times in `npm test`, and `long` times in `npm run test:long`. */
export function longRuns(gate: number, long: number): number {
  return isLong ? long : gate;
}

/** The tags of a browser test: `npm test` leaves out what is tagged `@long`, and the pictures are made of all that are tagged `@picture`. */
export function tagsOf(inGate: boolean, ...others: readonly string[]): string[] {
  return inGate ? [...others] : [...others, '@long'];
}

/** Of the cases of one rule those that `npm test` tries, each for a reason of its own: `npm run test:long` tries all. */
export function casesOf<Case extends { readonly long?: true }>(cases: readonly Case[]): readonly Case[] {
  return cases.filter(({ long }) => isLong || long !== true);
}
