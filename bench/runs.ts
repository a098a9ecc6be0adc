/** How often everything is measured that varies; the first time, which warms up, is not counted. */
export const runs = Number(process.env['BENCH_RUNS'] ?? 5);
