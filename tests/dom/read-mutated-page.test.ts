import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/content/page/read-page';
import type { Scores } from '../../src/core/score/pillar';
import { languages } from '../linkedin/page-words';
import { memberOfKind, ssiPage } from '../linkedin/ssi-page';
import { longRuns, seed } from '../long-runs';
import { page, ssi, wrongNumbers } from './any-page';
import { addingMutation, damage, keepingMutation, MutablePage } from './read-mutations';

describe(`a changed page (seed ${seed})`, () => {
  test('never gives a number that is not the member’s', { timeout: longRuns(120_000, 1_200_000) }, () => {
    let readings = 0;
    const pages = longRuns(250, 5000);
    fc.assert(
      fc.property(
        page,
        fc.constantFrom('none' as const, 'before' as const, 'after' as const),
        fc.array(keepingMutation(languages, true), { maxLength: 4 }),
        fc.array(addingMutation, { maxLength: 3 }),
        damage,
        ({ member: real, layout, language, kind }, decoys, keeping, adding, damaging) => {
          const isLosing = damaging.some((mutation) => mutation.kind === 'remove');
          const mutable = new MutablePage(
            // With the member's own score gone, another one without a class to tell it by would be what the page says.
            ssiPage(real, { layout, language, kind, decoys: isLosing ? 'none' : decoys }),
            language,
          );
          mutable.apply([...keeping, ...adding, ...damaging]);
          const result = readPage(mutable.document, ssi);
          if (result.state !== 'reading') return;
          readings += 1;
          expect(wrongNumbers(result.numbers, memberOfKind(real, kind))).toEqual([]);
        },
      ),
      { numRuns: pages },
    );
    // A reader that reads nothing would never be wrong.
    expect(readings).toBeGreaterThan(pages / 4);
  });

  test('takes no percentage that strayed into a label for a rank whose own was taken apart', () => {
    const scores: Scores = { brand: 0, people: 0, insights: 0, relationships: 0 };
    const average = { total: 0, scores };
    const real = {
      scores,
      rank: { industry: 1, network: 1, team: 1 },
      average: { industry: average, network: average },
    };
    // Found by the property above, in Turkish, where the sign stands before the number.
    const html = ssiPage(real, { layout: 'bars', language: 'tr', kind: 'no-averages', decoys: 'before' });
    const mutable = new MutablePage(html, 'tr');
    mutable.apply([
      { kind: 'rename', kept: 0, ids: true },
      { kind: 'add', place: 8899, text: ' 0 points in the last weeks ' },
      { kind: 'add', place: 4880, text: ' 2% ' },
      { kind: 'add', place: 6502, text: ' 0 out of 100 ' },
      { kind: 'duplicate', place: 131 },
    ]);
    expect(mutable.document.querySelector('dt p')?.textContent).toBe(' 2% ');
    const result = readPage(mutable.document, ssi);
    expect(result.state === 'reading' && result.numbers.rank.network).not.toBe(2);
  });
});
