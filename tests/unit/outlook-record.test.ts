import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outlooksOf, type Outlook } from '../../src/core/meaning/outlook';
import { inSteps, outlookRecord, triedOutlook } from '../../src/core/meaning/outlook-record';
import { addDays } from '../../src/core/score/local-day';
import { dailyFrom, historyOf, shifted } from './history-of';

const weekly = (values: readonly number[]) =>
  historyOf(Object.fromEntries(values.map((value, index) => [addDays('2026-01-02', 7 * index), value])));
const constant = (length: number, value = 60) => Array.from({ length }, () => value);

/** Outlooks that say the same wherever they are made. */
const saying = (low: number, high: number) => (): Outlook => ({
  range: () => ({ low, high }),
  line: { range: () => ({ low, high }), reach: () => high, onAsIn28: () => low, onAsIn14: undefined, unsettled: false },
});

describe('the member’s own record', () => {
  test('of 20 weeks that stood still has 14 outlooks, from the third reading on, and all held', () => {
    const { record } = triedOutlook(weekly(constant(20)), 'total');
    expect(record).toMatchObject({ held: 14, known: true, trusted: true });
    expect(record.outlooks).toHaveLength(14);
    expect(record.outlooks[0]).toEqual({
      madeOn: '2026-01-16',
      readOn: '2026-02-13',
      range: { low: 60, high: 61 },
      value: 60,
      held: true,
    });
  });

  test('checks outlooks at least seven days apart, the newest 27 of them', () => {
    const { outlooks } = triedOutlook(dailyFrom('2026-01-01', constant(300)), 'total').record;
    expect(outlooks).toHaveLength(27);
    expect(outlooks.at(-1)).toMatchObject({ madeOn: '2026-10-03', readOn: '2026-10-27' });
    expect(outlooks[0]?.madeOn).toBe('2026-04-04');
  });

  test('says nothing before the eighth, and about when that will be', () => {
    const { record } = triedOutlook(weekly(constant(13)), 'total');
    expect(record.outlooks).toHaveLength(7);
    expect(record).toMatchObject({ known: false, trusted: true, knownFrom: '2026-04-03' });
    expect(triedOutlook(weekly(constant(14)), 'total').record).toMatchObject({ known: true, held: 8 });
    expect(triedOutlook(weekly(constant(14)), 'total').record).not.toHaveProperty('knownFrom');
    expect(triedOutlook(weekly(constant(2)), 'total').record).not.toHaveProperty('knownFrom');
  });

  test('judges what was printed: 61.4 prints 61 and lies in 60 to 61', () => {
    const series = { days: [0, 28], values: [60, 61.4] };
    const [checked] = outlookRecord(series, 1, saying(59.6, 60.6), 1).outlooks;
    expect(checked).toMatchObject({ range: { low: 60, high: 61 }, value: 61, held: true });
    expect(outlookRecord(series, 1, saying(59.6, 60.6), 0.1).outlooks[0]?.held).toBe(false);
  });

  test('is not trusted any more when fewer than six in ten held', () => {
    const readings = (held: number) => ({
      days: Array.from({ length: 14 }, (_, index) => 7 * index),
      values: Array.from({ length: 14 }, (_, index) => (index >= 4 && index < 4 + held ? 60 : 90)),
    });
    // Ten outlooks; the readings from the fifth on are what they are checked with.
    expect(outlookRecord(readings(6), 13, saying(59, 61), 1)).toMatchObject({ held: 6, trusted: true });
    expect(outlookRecord(readings(5), 13, saying(59, 61), 1)).toMatchObject({ held: 5, trusted: false });
  });

  test('takes of readings 24 to 32 days later the nearest to 28', () => {
    const of = (days: readonly number[]) =>
      outlookRecord({ days, values: days }, days.length - 1, saying(0, 100), 1).outlooks.map(({ value }) => value);
    expect(of([0, 23])).toEqual([]);
    expect(of([0, 24, 30])).toEqual([30]);
    expect(of([0, 26, 30])).toEqual([26]);
    expect(of([0, 33])).toEqual([]);
  });

  test('knows on each day only what was read by then, and a shift of days changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 40, max: 70 }), { minLength: 10, maxLength: 60 }),
        fc.integer({ min: -900, max: 900 }),
        (values, days) => {
          const history = weekly(values);
          const then = history.slice(0, Math.ceil(history.length / 2));
          const today = then.at(-1)!.day;
          expect(triedOutlook(history, 'total', today).record).toEqual(triedOutlook(then, 'total').record);
          const moved = triedOutlook(shifted(history, days), 'total').record;
          const record = triedOutlook(history, 'total').record;
          expect(moved.outlooks.map(({ range, value, held }) => ({ range, value, held }))).toEqual(
            record.outlooks.map(({ range, value, held }) => ({ range, value, held })),
          );
          expect(moved.outlooks[0]?.madeOn).toBe(record.outlooks[0] && addDays(record.outlooks[0].madeOn, days));
        },
      ),
    );
  });

  test('is that of the outlooks that were shown then', () => {
    const values = Array.from({ length: 80 }, (_, index) => 50 + 6 * Math.sin(index / 5) + 2 * Math.sin(index * 2.3));
    const history = weekly(values);
    for (const { madeOn, range } of triedOutlook(history, 'total').record.outlooks) {
      const shown = triedOutlook(history, 'total', madeOn).outlook!.range(28);
      expect({ low: inSteps(shown.low, 1), high: inSteps(shown.high, 1) }).toEqual(range);
    }
  });
});

test('outlooks of one series are made once for all places', () => {
  const series = { days: [0, 7, 14, 21], values: [1, 2, 3, 4] };
  const at = outlooksOf(series, 100);
  expect(at(1)).toBeUndefined();
  expect(at(2)?.range(7)).toEqual(outlooksOf(series, 100)(2)?.range(7));
});
