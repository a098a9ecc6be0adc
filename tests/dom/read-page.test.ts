import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { partsOf, readPage } from '../../src/content/page/read-page';
import type { PageResult } from '../../src/content/page/page-result';
import { readText, rootOf } from '../../src/content/page/page-text';
import { ways } from '../../src/content/page/ways';
import { memberOfJuly2026, memberOfJune2026 } from '../linkedin/captured-members';
import { completeMember, readingCases, refusedCases } from '../linkedin/reading-cases';
import { layouts, ssiPage } from '../linkedin/ssi-page';

const ssi = { pathname: '/sales/ssi' };

function documentOf(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

function read(html: string, pathname = '/sales/ssi'): PageResult {
  return readPage(documentOf(html), { pathname });
}

function capture(name: string): string {
  return readFileSync(join(import.meta.dirname, '../linkedin/captures', name), 'utf8');
}

describe('every layout, language and kind of member reads exactly', () => {
  test.each(readingCases())('$name', ({ html, expected, memberNumber }) => {
    const result = read(html);
    expect(result.state === 'reading' ? { ...result.numbers, source: undefined } : result).toEqual({
      ...expected,
      source: undefined,
    });
    expect(result).toMatchObject(memberNumber === undefined ? {} : { memberNumber });
    if (memberNumber === undefined) expect(result).not.toHaveProperty('memberNumber');
  });
});

describe('a page that must not read gives no number', () => {
  test.each(refusedCases())('$name', ({ html, pathname, state }) => {
    const result = read(html, pathname);
    expect(result.state).toBe(state);
    expect(result).not.toHaveProperty('numbers');
  });
});

describe('a bar whose value is no number as browsers write it', () => {
  const html = ssiPage(completeMember());
  const [value = ''] = /(?<=<progress[^>]* value=")[^"]+/.exec(html) ?? [];
  const changed = (other: string) => html.replace(`value="${value}"`, `value="${other}"`);

  test.each(
    ['', ' ', '+', '-', 'e', '.', ` ${value}`, `${value} `, `+${value}`, `-${value}`, `${value}x`, `${value}.1`].concat(
      [`${value}e`, '1,5', '0x10', '1e999', 'Infinity', 'NaN', '١٢'],
    ),
  )('gives no reading: "%s"', (other) => {
    expect(read(changed(other)).state).toBe('not-recognised');
  });

  test('reads where it is the same number written otherwise', () => {
    expect(read(changed(value)).state).toBe('reading');
    expect(read(changed(`${value}e0`)).state).toBe('reading');
    expect(read(changed(`${Number(value) * 10}E-1`)).state).toBe('reading');
  });
});

describe('a main part without a word', () => {
  const blank = (inMain: string, beside = '') => read(`<body>${beside}<main>${inMain} </main></body>`);

  test('is a page still to come, or one that asks who somebody is', () => {
    expect(blank('').state).toBe('not-yet');
    expect(blank('', '<form action="/uas/login"><input type="password"></form>').state).toBe('signed-out');
  });

  test('is looked at all the same where bars stand in it, or the shell has an answer', () => {
    expect(blank('<progress id="establish-brand__sub-score-bar" value="3" max="25"></progress>').state).toBe(
      'not-recognised',
    );
    const answered = ssiPage(completeMember(), { layout: 'embedded' }).replace(/<main[^]*<\/main>/, '<main></main>');
    expect(read(answered)).toMatchObject({ state: 'reading', numbers: { source: 'embedded', shownTotal: 20 } });
  });
});

describe('captures of the live page', () => {
  test('the bars of June 2026 read to the last digit', () => {
    const result = read(capture('page-dom.excerpt.en.2026-06.html'));
    expect(result).toMatchObject({
      state: 'reading',
      numbers: {
        source: 'bars',
        shownTotal: 20,
        scores: { brand: 13.118002, people: 3.68, insights: 0.29999998, relationships: 2.6077502 },
        rank: { industry: 75, network: 81 },
      },
    });
    // One group without a word to say which: it is not told.
    expect(result.state === 'reading' && result.numbers.average).toEqual({});
  });

  test('the hidden tables of 3 July 2026 read to the last digit', () => {
    expect(read(capture('page-dom.excerpt.en.2026-07-03.html'))).toMatchObject({
      state: 'reading',
      numbers: {
        source: 'tables',
        shownTotal: 33,
        scores: { brand: 12.05, people: 4.76, insights: 1, relationships: 15 },
        rank: { industry: 37 },
        average: {
          industry: { total: 29, scores: { brand: 11.27, people: 4.54, insights: 1.56, relationships: 11.88 } },
          network: { total: 36, scores: { brand: 13.1, people: 8.2, insights: 2.4, relationships: 12.3 } },
        },
      },
    });
  });

  test('and the stand-in makes the same page of the same member', () => {
    const result = read(ssiPage(memberOfJuly2026, { layout: 'tables', shownScores: false }));
    expect(result).toMatchObject({
      state: 'reading',
      numbers: {
        source: 'tables',
        shownTotal: 33,
        scores: memberOfJuly2026.scores,
        rank: { industry: 37 },
        average: { industry: { total: 29 }, network: { total: 36 } },
      },
    });
  });

  test('the JSON answer of June 2026 reads to the last digit where the shell embeds it', () => {
    const answer = capture('api-salesApiSsi.no-seat.2026-06.json');
    const html = `<html lang="en"><body><main></main><code id="bpr-guid-7">${answer}</code>
      <code id="datalet-bpr-guid-7">{"request":"/sales-api/salesApiSsi","status":200,"body":"bpr-guid-7"}</code></body></html>`;
    expect(read(html)).toMatchObject({
      state: 'reading',
      numbers: {
        source: 'embedded',
        shownTotal: 20,
        scores: memberOfJune2026.scores,
        rank: { industry: 75, network: 81 },
        average: { industry: { total: 30.99 }, network: { total: 32.72 } },
      },
    });
  });

  test('the Sales shell of 2021 names its member', () => {
    const shell = capture('sales-shell.code-datalets.html');
    const html = ssiPage(completeMember()).replace(/<body[^>]*>/, shell);
    expect(read(html)).toMatchObject({ state: 'reading', memberNumber: '100000001' });
  });

  test('text without a total cannot be checked and is not believed', () => {
    const text = capture('page-text.en.2026.txt');
    expect(read(`<main><pre>${text}</pre></main>`).state).toBe('not-recognised');
  });
});

test.each(ways)('the way $name reads a page of the stand-in, by its name, and says where the numbers stand', (way) => {
  const candidates = layouts.flatMap((layout) => {
    const document = documentOf(ssiPage(completeMember(), { layout }));
    return way.read(partsOf(document, readText(rootOf(document)!))).candidates;
  });
  expect(candidates).not.toEqual([]);
  for (const candidate of candidates) {
    expect(candidate).toMatchObject({ way: way.name, shownTotal: 20 });
    expect(candidate.anchors !== undefined).toBe(way.numbers !== 'nowhere');
  }
});

describe('where the numbers stand', () => {
  test.each(['bars', 'tables', 'bare'] as const)(
    'anchors in the layout %s print the total and the scores',
    (layout) => {
      const result = read(ssiPage(completeMember(), { layout }));
      const anchors = result.state === 'reading' ? result.anchors : undefined;
      expect(anchors?.total?.textContent).toBe('20');
      expect(Object.values(anchors?.pillars ?? {}).map((element) => element.textContent)).toEqual([
        '13.118',
        '3.68',
        '0.3',
        '2.608',
      ]);
      expect(anchors?.pillars.brand.closest('table')).toBeNull();
    },
  );
});

describe('the report on a page that is not recognised', () => {
  test('names the checks and the layout, and nothing that the page says', () => {
    const html = ssiPage(completeMember())
      .replace('value="3.68"', 'value="5.68"')
      .replace('<main', '<main data-name="Ada 42"');
    const result = readPage(documentOf(html), ssi);
    const report = result.state === 'not-recognised' ? result.report : undefined;
    expect(report?.checks).toContain('bars: the sum does not fit');
    expect(report?.skeleton).toContain('progress#find-people__sub-score-bar');
    expect(JSON.stringify(report)).not.toMatch(/Establish|Ada|13|5\.68|75/);
  });
});
