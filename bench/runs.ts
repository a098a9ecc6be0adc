/** How often everything is measured that varies; the first time, which warms up, is not counted. Beside another build as often in each of five turns. */
export const runs = Number(process.env['BENCH_RUNS'] ?? (process.argv.includes('--beside') ? 5 : 4));
