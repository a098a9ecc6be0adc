import { expect, test } from 'vitest';
import { plainTable } from '../../bench/report';
import { besideRows, rowOf } from '../../bench/row';

test('a row that was not measured in some run is no row', () => {
  expect(() => rowOf('popup', 'painted', 'ms', [])).toThrow('"popup: painted" was not measured');
  expect(() => rowOf('popup', 'painted', 'ms', [1, Number.NaN])).toThrow('was not measured');
  expect(() => rowOf('popup', 'painted', 'ms', [Math.max()])).toThrow('was not measured');
});

test('two builds are told side by side: medians of their turns, and ours by theirs in the same turn', () => {
  const turn = (painted: number, heap: number) => [
    rowOf('popup', 'painted', 'ms', [painted - 1, painted, painted + 1], 100),
    rowOf('popup', 'heap', 'MB', [heap]),
  ];
  // The machine was slow in the second turn: the medians are of different minutes, the ratios are not.
  const rows = besideRows([turn(50, 2), turn(200, 2), turn(60, 2)], [turn(100, 4), turn(400, 4), turn(110, 4)]);
  expect(rows).toMatchObject([
    { median: 60, min: 49, max: 201, runs: 9, met: true, beside: { median: 110, min: 99, max: 401, ratio: 0.5 } },
    { median: 2, beside: { median: 4, ratio: 0.5 } },
  ]);
  expect(plainTable(rows).split('\n')[0]).toMatch(/target +beside +ratio$/);
  expect(plainTable(rows).split('\n')[1]).toMatch(/≤ 100 +met +110 +0\.50$/);
});

test('what only one of two builds has, or has in some turns alone, is not compared', () => {
  const painted = rowOf('popup', 'painted', 'ms', [1]);
  const panel = rowOf('panel', 'painted', 'ms', [1]);
  expect(besideRows([[painted, panel]], [[painted]])).toHaveLength(1);
  expect(besideRows([[painted], [painted]], [[painted], [panel]])).toEqual([]);
  expect(plainTable([painted])).not.toContain('ratio');
});
