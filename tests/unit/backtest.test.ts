import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { backtestTable } from '../../bench/backtest-table';
import before from '../../bench/before.json';
import { pageClaimsTable } from '../../bench/measure-page-claims';
import { readSeries } from '../../bench/read-series';
import { measureOutlook, seriesQuestion, worldQuestions } from '../../bench/measure-outlook';
import { habits, madeUpMember, worlds } from '../../bench/worlds';
import { dayNumber, localDayOf } from '../../src/core/score/local-day';
import { measuredOf100 } from '../../src/scorecard/history/outlook-view';
import { longRuns } from '../long-runs';

const repository = join(import.meta.dirname, '../..');
const file = 'tests/linkedin/captures/series.2021-03-to-2023-01.totals.csv';
const rows = readFileSync(join(repository, file), 'utf8').trim().split('\n').slice(1);
const series = {
  days: rows.map((row) => dayNumber(row.split(',')[0] ?? '')),
  values: rows.map((row) => Number(row.split(',')[1])),
};
const real = measureOutlook([seriesQuestion(series)]);

describe('on the one long real series', () => {
  test.each([
    [7, 8.1],
    [14, 11.9],
    [28, 19.8],
  ] as const)('ranges %d days ahead hold 76 to 92 in 100, with an interval score of at most %f', (ahead, score) => {
    const { said, held, score: found } = real.ranges[ahead];
    expect(said).toBeGreaterThan(370);
    expect(held / said).toBeGreaterThanOrEqual(0.76);
    expect(held / said).toBeLessThanOrEqual(0.92);
    expect(found).toBeLessThanOrEqual(score);
  });

  test('nine of ten weeks are normal, and hardly a goal is reached before its earliest day', () => {
    expect(real.normalWeek.held / real.normalWeek.said).toBeGreaterThan(0.88);
    expect(real.hardlyBefore.held / real.hardlyBefore.said).toBeGreaterThan(0.95);
    expect(real.hardlyBefore.said).toBeGreaterThan(150);
  });

  test('the screen and docs/method.md say what was measured', () => {
    const { said, held } = real.ranges[28];
    expect(Math.round((100 * held) / said)).toBe(measuredOf100);
    const figures = before['the real series']['as it was'];
    const table = backtestTable([{ world: 'the real series', habit: 'as it was', measures: real, before: figures }]);
    const cells = (line: string) => line.split('|').map((cell) => cell.trim());
    const [heads = '', , line = ''] = table.split('\n');
    const documented = readFileSync(join(repository, 'docs/method.md'), 'utf8').split('\n').map(cells);
    expect(documented).toContainEqual(cells(heads));
    expect(documented).toContainEqual(cells(line));
  });
});

describe('in twenty made-up worlds', () => {
  const pairs = Object.keys(worlds).flatMap((world) => Object.keys(habits).map((habit) => [world, habit] as const));

  test('there are twenty of them and five habits, the same for the same seed', () => {
    expect(pairs).toHaveLength(100);
    expect(madeUpMember('steps', 'irregular', 7)).toEqual(madeUpMember('steps', 'irregular', 7));
    expect(madeUpMember('steps', 'irregular', 7)).not.toEqual(madeUpMember('steps', 'irregular', 8));
  });

  test('ranges hold at least 75 in 100', () => {
    // Of one member there are some 40 outlooks, too few for each habit alone: in the gate the habits of a world are counted together.
    const members = longRuns(1, 12);
    const asked = Object.keys(worlds).flatMap((world) => {
      const questions = Object.keys(habits).map((habit) => worldQuestions(world, habit, members));
      return members === 1 ? [[world, questions.flat()] as const] : questions.map((each) => [world, each] as const);
    });
    for (const [world, questions] of asked) {
      const { ranges } = measureOutlook(questions);
      for (const { said, held } of Object.values(ranges)) expect(held / said, world).toBeGreaterThanOrEqual(0.75);
    }
  });
});

test('docs/method.md has what was measured of strangers and of rescalings', () => {
  const method = readFileSync(join(repository, 'docs/method.md'), 'utf8');
  expect(method).toContain(pageClaimsTable());
});

describe('npm run --silent backtest -- FILE.csv', () => {
  const run = (...files: string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', 'bench/backtest.ts', ...files], {
      cwd: repository,
      env: { ...process.env, INIT_CWD: repository },
    });

  test('prints for each reading from the 60th on what would have been said then', async () => {
    const { stdout } = await run(file);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, Record<string, unknown>>);
    expect(lines).toHaveLength(series.days.length - 59);
    expect(lines[0]?.['day']).toBe(localDayOf(series.days[59] ?? 0));
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(['day', 'range', 'hardlyBefore']);
      expect(Object.keys(line['range'] ?? {})).toEqual(['7', '14', '28']);
      expect(Object.keys(line['hardlyBefore'] ?? {})).toEqual(['1', '2', '3', '5']);
    }
    const said = lines.flatMap(({ range }) => (range?.['28'] === null ? [] : [range?.['28'] as [number, number]]));
    expect(said.length).toBeGreaterThan(450);
    for (const [low, high] of said) expect(low).toBeLessThan(high);
    const days = lines.flatMap(({ hardlyBefore }) => Object.values(hardlyBefore ?? {})).filter((day) => day !== null);
    expect(days.length).toBeGreaterThan(150);
    for (const day of days) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  const folder = mkdtempSync(join(tmpdir(), 'ssi-backtest-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('reads files as spreadsheets leave them, named from where the command was called', () => {
    const written = rows.map((row) => row.split(',').slice(0, 2));
    const mixed = [...written].reverse().map(([day, total]) => `"${day}"; ${Number(total).toFixed(2)} ;x`);
    writeFileSync(join(folder, 'mixed.csv'), ['\ufeffDay;"total";rank', '', ...mixed, ';;', mixed[3], ''].join('\r\n'));
    expect(readSeries('mixed.csv', folder)).toEqual(series);
  });

  test.each([
    ['no-columns.csv', 'date,score\n2026-05-12,61\n', 'has no columns day and total'],
    ['empty.csv', '', 'has no columns day and total'],
    ['no-day.csv', 'day,total\n2026-02-30,61\n', 'is no total of a day: {"day":"2026-02-30","total":"61"}'],
    ['no-total.csv', 'day,total\n2026-05-12,101\n', 'is no total of a day'],
    ['missing.csv', undefined, 'cannot be read'],
  ])('says of %s what is wrong with it', (name, text, sentence) => {
    if (text !== undefined) writeFileSync(join(folder, name), text);
    expect(() => readSeries(name, folder)).toThrow(sentence);
  });

  test('prints no line when one of its files is wrong, and ends with an exit code', async () => {
    await expect(run(file, 'package.json')).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('"package.json" has no columns day and total') as string,
    });
  });
});
