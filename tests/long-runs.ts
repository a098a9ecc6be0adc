/** How often something random is tried: `gate` times in `npm test`, and `long` times in `npm run test:long`. */
export function longRuns(gate: number, long: number): number {
  return process.env['SSI_LONG'] === undefined ? gate : long;
}
