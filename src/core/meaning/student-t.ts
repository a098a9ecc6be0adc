/** Standard normal quantiles: one in ten, and one in twenty, lies beyond. */
const normal = { 90: 1.2815515655446004, 95: 1.6448536269514722 } as const;

/**
 * The value that a variable of Student's t with `degrees` of freedom (1 or more, not necessarily whole) stays below in so many of a hundred
 * cases: the 90th percentile is 3.078 for 1, 1.282 for very many. By Hill 1970, Communications of the ACM 13, 617–619 (algorithm 396), right
 * to about 5 digits.
 */
export function percentileOfT(percentile: keyof typeof normal, degrees: number): number {
  // Both tails together.
  const tails = (100 - percentile) / 50;
  if (degrees <= 1) return Math.tan((Math.PI / 2) * (1 - tails));
  if (Math.abs(degrees - 2) < 1e-9) return Math.sqrt(2 / (tails * (2 - tails)) - 2);
  const a = 1 / (degrees - 0.5);
  const b = 48 / a ** 2;
  let c = (((20700 * a) / b - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * degrees;
  let y = (d * tails) ** (2 / degrees);
  if (y > 0.05 + a) {
    const x = -normal[percentile];
    y = x ** 2;
    if (degrees < 5) c += 0.3 * (degrees - 4.5) * (x + 0.6);
    c += (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b;
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
    y = Math.expm1(a * y ** 2);
  } else {
    y =
      ((1 / (((degrees + 6) / (degrees * y) - 0.089 * d - 0.822) * (degrees + 2) * 3) + 0.5 / (degrees + 4)) * y - 1) *
        ((degrees + 1) / (degrees + 2)) +
      1 / y;
  }
  return Math.sqrt(degrees * y);
}
