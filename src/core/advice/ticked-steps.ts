// A tip's steps that are ticked are one number: one bit each, the first the lowest.

/** Whether the step (0, 1 …) is one of `ticked`. */
export function isTicked(ticked: number, step: number): boolean {
  return (ticked & (2 ** step)) !== 0;
}

/** `ticked` with the step (0, 1 …) changed. */
export function withTick(ticked: number, step: number): number {
  return ticked ^ (2 ** step);
}
