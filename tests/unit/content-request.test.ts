import { describe, expect, test } from 'vitest';
import { parseContentRequest } from '../../src/background/content-request';
import type { RecordReading } from '../../src/platform/messages';

const visit = '3f0e9a52-6a39-4c3f-9d0b-2f1c5c1f4b11';
const scores = { brand: 13.118002, people: 3.68, insights: 0.29999998, relationships: 2.6077502 };
const request: RecordReading = {
  type: 'reading/record',
  visit,
  numbers: {
    source: 'bars',
    shownTotal: 20,
    total: 19.70575218,
    scores,
    rank: { industry: 75, network: 81 },
    average: { industry: { total: 31 } },
  },
};
const withNumbers = (changed: Record<string, unknown>) => ({ ...request, numbers: { ...request.numbers, ...changed } });

describe('a request to record a reading', () => {
  test('passes unchanged when the arithmetic agrees', () => {
    expect(parseContentRequest(request)).toEqual(request);
    expect(parseContentRequest({ ...request, memberNumber: '100000001' })).toMatchObject({ memberNumber: '100000001' });
    expect(parseContentRequest({ ...request, age: 60_000 })).toMatchObject({ age: 60_000 });
  });

  test('passes a member whose every pillar is zero: zero is legal', () => {
    const zero = { brand: 0, people: 0, insights: 0, relationships: 0 };
    expect(parseContentRequest(withNumbers({ scores: zero, total: 0, shownTotal: 0 }))).toBeDefined();
  });

  test.each<[string, unknown]>([
    ['a sum that does not round to the shown total', withNumbers({ shownTotal: 21 })],
    ['a total that is not the sum', withNumbers({ total: 20.7 })],
    ['a pillar of 26', withNumbers({ scores: { ...scores, brand: 26 }, total: 32.58775, shownTotal: 33 })],
    ['a pillar of −1', withNumbers({ scores: { ...scores, people: -1 }, total: 15.02575218, shownTotal: 15 })],
    ['a pillar that is not a number', withNumbers({ scores: { ...scores, people: NaN } })],
    ['three pillars', withNumbers({ scores: { brand: 10, people: 5, insights: 5 }, total: 20 })],
    ['a rank of 0', withNumbers({ rank: { industry: 0 } })],
    ['a rank of 101', withNumbers({ rank: { network: 101 } })],
    ['a source that no page has', withNumbers({ source: 'import' })],
    ['a reading of the future', { ...request, age: -1 }],
    ['an extra key', withNumbers({ cookie: 'x' })],
    ['a member number that is no number', { ...request, memberNumber: 'urn:li:member:1' }],
    ['another type', { ...request, type: 'history/delete' }],
    ['nothing', undefined],
    ['a text', 'reading/record'],
    ['a list', [request]],
  ])('is refused with %s', (_, message) => {
    expect(parseContentRequest(message)).toBeUndefined();
  });
});

describe('a report of trouble', () => {
  test('passes with its state and report', () => {
    const trouble = { state: 'not-recognised', report: { checks: ['bars: three of four'], skeleton: 'main>div' } };
    expect(parseContentRequest({ type: 'page/trouble', visit, trouble })).toEqual({
      type: 'page/trouble',
      visit,
      trouble,
    });
  });

  const set = {
    heading: 'Current Social Selling Index',
    labels: ['Establish', 'Find', 'Engage', 'Build'],
    shownTotal: 20,
    scores,
    rank: { industry: 75 },
    fingerprint: '1k3jd9x0a2',
    why: 'undecided',
  };
  const withSets = (...sets: unknown[]) => ({
    type: 'page/trouble',
    visit,
    trouble: { state: 'not-recognised', sets },
  });

  test('passes with the sets of numbers of which none was taken', () => {
    expect(parseContentRequest(withSets())).toEqual(withSets());
    expect(parseContentRequest(withSets(set, { ...set, fingerprint: '', decimals: 0 }))).toBeDefined();
    expect(parseContentRequest({ ...withSets(set), memberNumber: '12345' })).toMatchObject({ memberNumber: '12345' });
    expect(parseContentRequest({ ...withSets(set), memberNumber: 'Ada' })).toBeUndefined();
  });

  test.each<[string, unknown[]]>([
    ['nine sets', Array.from({ length: 9 }, () => set)],
    ['three labels', [{ ...set, labels: ['a', 'b', 'c'] }]],
    ['a heading too long to be one', [{ ...set, heading: 'x'.repeat(121) }]],
    ['a pillar of 26', [{ ...set, scores: { ...scores, brand: 26 } }]],
    ['numbers that do not add up', [{ ...set, shownTotal: 23 }]],
    ['a fingerprint that is no hash', [{ ...set, fingerprint: 'Ada Lovelace' }]],
    ['a reason nobody knows', [{ ...set, why: 'because' }]],
    ['more of the page', [{ ...set, text: 'Ada' }]],
  ])('is refused with %s', (_, sets) => {
    expect(parseContentRequest(withSets(...sets))).toBeUndefined();
  });

  test('is refused with a state nobody knows or a report too long to be one', () => {
    expect(parseContentRequest({ type: 'page/trouble', visit, trouble: { state: 'reading' } })).toBeUndefined();
    const report = { checks: [], skeleton: 'x'.repeat(20_001) };
    expect(
      parseContentRequest({ type: 'page/trouble', visit, trouble: { state: 'not-recognised', report } }),
    ).toBeUndefined();
  });
});

describe('what the member clicks on in the page', () => {
  const member = '0'.repeat(64);
  const action = '01234567-89ab-4cde-8f01-23456789abcd';

  test.each<[string, unknown]>([
    ['a tip done', { type: 'tip/done', tip: 'people_best_client', action, member }],
    ['a tip done by a nameless profile', { type: 'tip/done', tip: 'people_best_client', action, member: 'unknown-2' }],
    ['a tip taken back', { type: 'tip/undo', action, member: 'unknown' }],
    ['hiding the badges', { type: 'badges/hide' }],
  ])('passes: %s', (_, message) => {
    expect(parseContentRequest(message)).toEqual(message);
  });

  test.each<[string, unknown]>([
    ['a tip that is no id', { type: 'tip/done', tip: '../x', action, member }],
    ['a tip for nobody', { type: 'tip/done', tip: 'people_best_client', action }],
    ['a tip without an id to write it under', { type: 'tip/done', tip: 'people_best_client', member }],
    ['a profile that is no hash', { type: 'tip/done', tip: 'people_best_client', action, member: 'urn:li:member:1' }],
    ['an action that is no id', { type: 'tip/undo', action: 'all', member }],
    ['other settings along with hiding', { type: 'badges/hide', theme: 'dark' }],
  ])('is refused: %s', (_, message) => {
    expect(parseContentRequest(message)).toBeUndefined();
  });
});
