import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/content/page/read-page';
import { pillars, totalOf } from '../../src/core/score/pillar';
import { languages } from '../linkedin/page-words';
import { memberOfKind, ssiPage } from '../linkedin/ssi-page';
import { member, page, ssi, wrongNumbers } from './any-page';
import { keepingMutation, MutablePage } from './read-mutations';
import { longRuns, seed } from '../long-runs';

describe(`a changed page (seed ${seed})`, () => {
  test('still reads where every number is in its place and one way of reading is left', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        page,
        fc.array(keepingMutation(languages, true), { maxLength: 5 }),
        ({ member: real, layout, language, kind }, mutations) => {
          const mutable = new MutablePage(ssiPage(real, { layout, language, kind }), language);
          mutable.apply(mutations);
          const result = readPage(mutable.document, ssi);
          const total = totalOf(real.scores);
          const isBare = kind === 'no-ranks' || kind === 'no-averages';
          // Nothing but zeros may be a page that is still being painted.
          if (total === 0 && isBare) {
            expect(result.state).toBe('not-recognised');
            return;
          }
          // Where most of a score is zeros, a table of it that was taken apart cannot be told from another's. A group's values of a point and less, which no group has, may be each other's rounded twins: there is doubt, and none is taken.
          const groups = [real.average.industry?.scores, real.average.network?.scores].flatMap(
            (scores) => scores ?? [],
          );
          const isMostlyZero = pillars.filter((pillar) => real.scores[pillar] < 0.001).length > 1;
          const isDoubtful =
            isMostlyZero || total < 2 || groups.some((scores) => pillars.some((pillar) => scores[pillar] <= 1));
          if (isDoubtful && result.state !== 'reading') return;
          expect(result.state === 'reading' ? wrongNumbers(result.numbers, memberOfKind(real, kind)) : result).toEqual(
            [],
          );
        },
      ),
      { numRuns: longRuns(100, 3000) },
    );
  });

  test(
    'is refused where one of several statements of a score is off by the least that is printed',
    { timeout: 120_000 },
    () => {
      fc.assert(
        fc.property(
          member,
          fc.constantFrom(...languages),
          fc.nat({ max: 3 }),
          fc.constantFrom('bar', 'printed', 'table'),
          fc.double({ min: 0.002, max: 0.4, noNaN: true }),
          (real, language, index, where, by) => {
            const { document } = new MutablePage(ssiPage(real, { language }), language);
            const pillar = pillars[index] ?? 'brand';
            const off = real.scores[pillar] + (real.scores[pillar] > 12 ? -by : by);
            const bar = document.querySelectorAll('progress')[index];
            if (where === 'bar') bar?.setAttribute('value', String(off));
            if (where === 'printed') document.querySelectorAll('li strong')[index]?.replaceChildren(off.toFixed(3));
            if (where === 'table') {
              document.querySelectorAll('.user-ssi-score td')[index]?.replaceChildren(off.toFixed(3));
            }
            const result = readPage(document, ssi);
            if (result.state === 'reading') expect(wrongNumbers(result.numbers, real)).toEqual([]);
            if (where === 'bar') expect(result.state).toBe('not-recognised');
          },
        ),
        { numRuns: longRuns(40, 1000) },
      );
    },
  );
});
