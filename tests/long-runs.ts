/** Whether this is `npm run test:long`. */
const isLong = process.env['SSI_LONG'] !== undefined;

/** How often something random is tried: `gate` times in `npm test`, and `long` times in `npm run test:long`. */
export function longRuns(gate: number, long: number): number {
  return isLong ? long : gate;
}

/** Of the cases of one rule those that `npm test` tries, each for a reason of its own: `npm run test:long` tries all. */
export function casesOf<Case extends { readonly long?: true }>(cases: readonly Case[]): readonly Case[] {
  return cases.filter(({ long }) => isLong || long !== true);
}
