import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { storedRowOf } from '../../src/core/rows/row-kinds';
import { pillars, totalOf, type Scores } from '../../src/core/score/pillar';
import { addsUp } from '../../src/core/score/reading';
import { judgeTyped, nothingTyped, textsOf, type TypedTexts } from '../../src/scorecard/history/typed-day';
import { sampleSnapshot } from './sample-snapshot';

const typed = (texts: Partial<TypedTexts>) => judgeTyped({ ...nothingTyped, ...texts });
const four = { brand: '17.5', people: '11.3', insights: '14.1', relationships: '18.7' };

describe('what was typed of a day', () => {
  test('four pillars that are the total the page shows are right', () => {
    const judged = typed({ ...four, total: '62', industry: '13', network: '31 %' });
    expect(judged).toMatchObject({ state: 'whole', compared: true });
    if (judged.state !== 'whole') throw new Error();
    expect(judged.day.whole).toMatchObject({ shownTotal: 62, scores: { brand: 17.5, relationships: 18.7 } });
    expect(judged.day.total).toBeCloseTo(61.6);
    expect(judged.day.rank).toEqual({ industry: 13, network: 31 });
  });

  test.each([
    ['a comma', { brand: '17,5', people: '11,3', insights: '14,1', relationships: '18,7', total: '62' }],
    ['Arabic digits', { brand: '١٧٫٥', people: '١١٫٣', insights: '١٤٫١', relationships: '١٨٫٧', total: '٦٢' }],
  ])('numbers may be written with %s', (_, texts) => {
    expect(typed(texts)).toMatchObject({ state: 'whole', compared: true });
  });

  test('pillars that are not the total are kept nowhere', () => {
    const judged = typed({ ...four, total: '64' });
    expect(judged).toMatchObject({ state: 'wrong', total: 64 });
    expect(judged).not.toHaveProperty('day');
  });

  test.each([
    ['nothing', {}, 'not-enough'],
    ['three pillars', { ...four, people: '' }, 'not-enough'],
    ['three pillars and a total', { ...four, people: '', total: '62' }, 'not-enough'],
    ['ranks alone', { industry: '13' }, 'not-enough'],
    ['a pillar above 25', { ...four, brand: '25.1' }, 'pillar-too-high'],
    ['a total above 100', { total: '101' }, 'total-too-high'],
    ['words', { ...four, brand: 'many' }, 'no-number'],
    ['less than nothing', { total: '-3' }, 'no-number'],
    ['two numbers in one field', { total: '61 62' }, 'no-number'],
    ['a rank of zero', { total: '62', industry: '0' }, 'no-rank'],
    ['half a rank', { total: '62', network: '12.5' }, 'no-rank'],
  ])('%s is no day', (_, texts, state) => {
    const judged = typed(texts);
    expect(judged.state).toBe(state);
    expect(judged).not.toHaveProperty('day');
  });

  test('a total alone is a day without pillars', () => {
    expect(typed({ total: '62', network: '30' })).toEqual({
      state: 'total-alone',
      day: { total: 62, rank: { network: 30 } },
    });
  });

  const score = fc.integer({ min: 0, max: 25_000 }).map((thousandths) => Math.fround(thousandths / 1000));
  const scores: fc.Arbitrary<Scores> = fc.record({
    brand: score,
    people: score,
    insights: score,
    relationships: score,
  });

  test('whatever a page shows can be typed, rounded as it may be, and what is kept is a row', () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: 0, max: 3 }), fc.constantFrom('.', ','), (read, decimals, mark) => {
        const text = (value: number) => value.toFixed(decimals).replace('.', mark);
        const judged = typed({
          ...Object.fromEntries(pillars.map((pillar) => [pillar, text(read[pillar])])),
          total: String(Math.round(totalOf(read))),
        });
        expect(judged.state).toBe('whole');
        if (judged.state !== 'whole') return;
        const { whole, ...day } = judged.day;
        const row = {
          ...day,
          ...whole,
          member: 'unknown',
          day: '2026-11-13',
          readAt: 5,
          source: 'by-hand',
          average: {},
        };
        expect(storedRowOf('snapshots', row)).toEqual(row);
        // The same numbers read on the page would have to add up exactly.
        const exact = addsUp(whole!.scores, whole!.shownTotal);
        expect(storedRowOf('snapshots', { ...row, source: 'bars' }) !== undefined).toBe(exact);
      }),
    );
  });

  test('what was not touched keeps every digit that was read', () => {
    fc.assert(
      fc.property(
        scores,
        fc.constantFrom(...pillars),
        fc.constantFrom('en', 'de', 'ar-EG'),
        (read, changed, language) => {
          const day = sampleSnapshot({ scores: read, shownTotal: Math.round(totalOf(read)), total: totalOf(read) });
          const began = textsOf(day, language);
          const same = judgeTyped(began, { day, began });
          expect(same).toMatchObject({ state: 'whole', day: { total: day.total, rank: day.rank } });
          const next = judgeTyped({ ...began, [changed]: '1.25' }, { day, began });
          if (next.state !== 'whole') throw new Error(next.state);
          for (const pillar of pillars) {
            expect(next.day.whole?.scores[pillar]).toBe(
              pillar === changed && began[changed] !== '1.25' ? 1.25 : read[pillar],
            );
          }
        },
      ),
    );
  });
});
