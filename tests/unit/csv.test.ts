import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forEachPillar, pillars } from '../../src/core/score/pillar';
import { csvHead, csvLines, plainCsv, spreadsheetCsv } from '../../src/files/csv';
import { sampleSnapshot } from './sample-snapshot';

/** Numbers as LinkedIn sends them: float32, of which the last digits are noise. */
const float32 = fc.float({ min: 0, max: 25, noNaN: true, noDefaultInfinity: true });

describe('our CSV', () => {
  test.each([
    ['de-DE', ';', ',', '2026-05-12;52,798;21,048;6,5;10,25;15;10;12;35;36;53'],
    ['fr-FR', ';', ',', '2026-05-12;52,798;21,048;6,5;10,25;15;10;12;35;36;53'],
    ['pt-BR', ';', ',', '2026-05-12;52,798;21,048;6,5;10,25;15;10;12;35;36;53'],
    ['en-US', ',', '.', '2026-05-12,52.798,21.048,6.5,10.25,15,10,12,35,36,53'],
    ['ar-EG', ',', '.', '2026-05-12,52.798,21.048,6.5,10.25,15,10,12,35,36,53'],
    ['ja', ',', '.', '2026-05-12,52.798,21.048,6.5,10.25,15,10,12,35,36,53'],
  ])('is written for a spreadsheet in %s', (language, separator, decimalMark, line) => {
    const form = spreadsheetCsv(language);
    expect(form).toEqual({ separator, decimalMark, marked: true });
    expect(csvLines([sampleSnapshot()], form)).toBe(`${line}\r\n`);
    expect(csvHead(form).startsWith('\uFEFFday')).toBe(true);
  });

  test('has the whole total that LinkedIn printed, where it is no rounding of the exact one', () => {
    const half = sampleSnapshot({
      scores: { brand: 12.5, people: 12, insights: 12.5, relationships: 12.5 },
      shownTotal: 49,
    });
    expect(csvLines([half], plainCsv)).toMatch(/^2026-05-12,49\.5,.*,49\r\n$/);
  });

  test('has at most six decimals, and a total that is the sum of its pillars', () => {
    fc.assert(
      fc.property(fc.tuple(float32, float32, float32, float32), (values) => {
        const scores = forEachPillar((pillar) => values[pillars.indexOf(pillar)]!);
        const cells = csvLines([sampleSnapshot({ scores })], plainCsv)
          .split(',')
          .slice(1, 6);
        for (const cell of cells) expect(cell).toMatch(/^\d+(\.\d{1,6})?$/);
        const [total, ...parts] = cells.map(Number);
        expect(Math.abs(total! - parts.reduce((sum, part) => sum + part, 0))).toBeLessThan(1e-6);
      }),
    );
  });
});
