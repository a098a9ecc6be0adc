import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayNumber } from '../../src/core/score/local-day';
import { noRows } from '../../src/core/rows/row-kinds';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { orders } from '../../src/scorecard/people/people-order';
import { isLittle, personRow, sortedPeople, type PersonRow } from '../../src/scorecard/people/people-view';
import { doneLately, personChart, personView, stoodSince } from '../../src/scorecard/people/person-view';
import { fileLine, questionsLeft, takenIn } from '../../src/scorecard/people/file-lines';
import type { PersonProfile } from '../../src/store/read/people';
import { sayEnglish } from '../dom/say-english';
import { sampleSnapshot } from './sample-snapshot';

const today = '2026-11-27';
const around = { today, timeZone: 'UTC', language: 'en-GB', say: sayEnglish };

/** A reading a week up to `last`, the pillars moved by `move` in each. */
function weekly(weeks: number, last: string, move: Partial<Snapshot['scores']> = {}): Snapshot[] {
  return Array.from({ length: weeks }, (_, index) => {
    const before = weeks - 1 - index;
    const at = { brand: 14, people: 11.2, insights: 12, relationships: 15 };
    return sampleSnapshot({
      day: addDays(last, -7 * before),
      scores: {
        brand: at.brand - (move.brand ?? 0) * before,
        people: at.people - (move.people ?? 0) * before,
        insights: at.insights - (move.insights ?? 0) * before,
        relationships: at.relationships - (move.relationships ?? 0) * before,
      },
    });
  });
}

function profile(history: readonly Snapshot[], more: Partial<PersonProfile> = {}): PersonProfile {
  return {
    member: { id: 'person-1', name: 'Ben', since: 0, given: { at: Date.parse(`${today}T09:00Z`), file: 'ben.json' } },
    history,
    totals: [],
    firstDay: history[0]?.day,
    readings: history.length,
    ...more,
  };
}

describe('a row of the list', () => {
  test('tells total, since when, the change, the weakest pillar and the last reading', () => {
    expect(personRow(profile(weekly(6, '2026-11-26', { insights: 0.5 })), around)).toMatchObject({
      name: 'Ben',
      total: '52',
      since: 'since 22 Oct',
      change: { points: 2, normal: false },
      weakest: 'people',
      last: 'Thu 26 Nov',
      late: false,
    });
  });

  test.each([
    ['2026-11-20', false, 'Fri 20 Nov'],
    ['2026-11-19', true, '8 days ago'],
  ])('a last reading of %s is late: %s', (last, late, text) => {
    expect(personRow(profile(weekly(2, last)), around)).toMatchObject({ late, last: text });
  });

  test('while a change over four weeks cannot be told it says from when, and nothing where that has passed', () => {
    expect(personRow(profile(weekly(2, '2026-11-25')), around)).toMatchObject({ changeFrom: 'from 16 Dec' });
    const gone = personRow(profile(weekly(2, '2026-09-25')), around);
    expect(gone.change).toBeUndefined();
    expect(gone.changeFrom).toBeUndefined();
  });

  test('less than half a point is grey, and what is normal for them; more is not', () => {
    expect(isLittle(0.4, [], 'total')).toBe(true);
    expect(isLittle(-0.5, [], 'total')).toBe(false);
    const restless = weekly(20, '2026-11-26').map((row, index) =>
      sampleSnapshot({ day: row.day, scores: { ...row.scores, brand: row.scores.brand + (index % 2) * 1.5 } }),
    );
    expect(isLittle(1.5, restless, 'total')).toBe(true);
    expect(isLittle(4, restless, 'total')).toBe(false);
  });

  test('of totals alone there is a change and no pillar', () => {
    const totals = [28, 0].map((ago) => ({
      member: 'person-1',
      day: addDays(today, -ago),
      readAt: dayNumber(addDays(today, -ago)) * 86_400_000,
      source: 'import' as const,
      total: 50 - ago / 14,
      rank: {},
      average: {},
    }));
    const row = personRow(profile([], { totals, firstDay: totals[0]!.day }), around);
    expect(row).toMatchObject({ total: '50', change: { points: 2, normal: false } });
    expect(row.weakest).toBeUndefined();
    expect(row.scores).toBeUndefined();
  });
});

describe('the order of the list', () => {
  const row = (id: string, name: string, more: Partial<PersonRow> = {}): PersonRow => ({
    ...{ id, name, total: '1', last: '', late: false },
    ...more,
  });
  const change = (points: number) => ({ change: { points, normal: false } });
  const names = (rows: readonly PersonRow[]) => rows.map(({ name }) => name).join(' ');

  test('each head begins with what a coach asks: A to Z, who moved most either way, the pillars, who has gone quiet', () => {
    const rows = [
      row('1', 'çem', { ...change(1), weakest: 'people', lastDay: '2026-11-20' }),
      row('2', 'Ben', { ...change(-3), weakest: 'brand', lastDay: '2026-11-25' }),
      row('3', 'Daniel', { weakest: 'people', lastDay: '2026-10-01' }),
      row('4', 'Anna'),
    ];
    const by = (order: (typeof orders)[number], reversed = false) =>
      names(sortedPeople(rows, { by: order, reversed }, 'en'));
    expect(by('name')).toBe('Anna Ben çem Daniel');
    expect(by('change')).toBe('Ben çem Anna Daniel');
    expect(by('weakest')).toBe('Ben çem Daniel Anna');
    expect(by('last')).toBe('Daniel çem Ben Anna');
    // Turned, who is not known of stays last.
    expect(by('last', true)).toBe('Ben çem Daniel Anna');
    expect(by('name', true)).toBe('Daniel çem Ben Anna');
  });

  test('sorting loses nobody, does not depend on the order before, and never looks at the total', () => {
    const rows = fc.uniqueArray(
      fc.record(
        {
          id: fc.string({ minLength: 1, maxLength: 3 }),
          total: fc.constantFrom('10', '90'),
          change: fc.constantFrom(-2, 0, 2).map((points) => ({ points, normal: false })),
          weakest: fc.constantFrom('brand' as const, 'people' as const),
          lastDay: fc.constantFrom('2026-11-01', '2026-11-02'),
        },
        { requiredKeys: ['id', 'total'] },
      ),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(rows, fc.constantFrom(...orders), fc.boolean(), (list, by, reversed) => {
        const people = list.map((one) => row(one.id, one.id, one));
        const sorted = sortedPeople(people, { by, reversed }, 'en');
        expect(sorted.map(({ id }) => id).sort()).toEqual(people.map(({ id }) => id).sort());
        const other = sortedPeople(
          people.toReversed().map((one) => ({ ...one, total: one.total === '10' ? '90' : '10' })),
          { by, reversed },
          'en',
        );
        const keys = (of: readonly PersonRow[]) =>
          of.map((one) => [
            by === 'change' && Math.abs(one.change?.points ?? -1),
            by === 'weakest' && one.weakest,
            by === 'last' && one.lastDay,
          ]);
        expect(keys(other)).toEqual(keys(sorted));
      }),
    );
  });
});

describe('one person', () => {
  test('has facts to talk about, with their numbers', () => {
    const view = personView(profile(weekly(12, '2026-11-26', { insights: 0.3 })), around);
    expect(view).toMatchObject({ name: 'Ben', readings: '12 readings since 10 Sept', file: 'From a file of 27 Nov' });
    expect(view.changes).toMatchObject([
      { points: 1.2, words: 'in 4 weeks' },
      { points: 0.3, normal: true, words: 'in 7 days' },
    ]);
    expect(view.talk).toEqual([
      { kind: 'room', text: 'Right people, 11.2 of 25, at about that level since 10 Sept.' },
      { kind: 'rising', text: 'Insights, +1.2 in 4 weeks, the most of the four.' },
      { kind: 'rhythm', text: 'A reading in 12 of the last 12 weeks.' },
    ]);
  });

  test('a fall is called one, two that moved alike are not named, and a little is nothing', () => {
    const kinds = (move: Partial<Snapshot['scores']>) =>
      personView(profile(weekly(12, '2026-11-26', move)), around).talk.map(({ kind }) => kind);
    expect(kinds({ relationships: -0.4 })).toEqual(['room', 'fallen', 'rhythm']);
    expect(kinds({ relationships: -0.4, brand: 0.4 })).toEqual(['room', 'rhythm']);
    expect(kinds({ relationships: 0.1 })).toEqual(['room', 'rhythm']);
  });

  test('the weeks after the file was given are not held against them', () => {
    const given = { at: Date.parse('2026-10-30T09:00Z'), file: '' };
    const history = weekly(12, '2026-10-29');
    const view = personView({ ...profile(history), member: { id: 'person-1', since: 0, given } }, around);
    expect(view.talk.at(-1)?.text).toBe('A reading in 12 of the last 12 weeks.');
  });

  test('that a pillar stands needs four weeks and three readings', () => {
    expect(stoodSince(weekly(5, today), 'people')).toBe('2026-10-30');
    expect(stoodSince(weekly(4, today), 'people')).toBeUndefined();
    expect(stoodSince([weekly(5, today)[0]!, weekly(5, today)[4]!], 'people')).toBeUndefined();
    expect(stoodSince(weekly(9, today, { people: 0.3 }), 'people')).toBeUndefined();
  });

  test('what they did lately is the last three, the newest first', () => {
    const actions = ['01', '02', '03', '04'].map((day) => ({
      ...{ kind: 'note' as const, id: day, member: 'x', day: `2026-11-${day}`, pillar: 'brand' as const },
      ...{ text: `Did ${day}`, recordedAt: 0, changedAt: 0 },
    }));
    expect(doneLately(actions, around).map(({ text }) => text)).toEqual(['Did 04', 'Did 03', 'Did 02']);
  });

  test('the line needs two days, and of who was not read for months shows when they were', () => {
    expect(personChart(profile(weekly(1, today)), around)).toBeUndefined();
    const chart = personChart(profile(weekly(4, '2026-03-01')), around)!;
    expect(chart.stretch.from).toBeLessThanOrEqual(dayNumber('2026-02-08'));
    expect(chart.waitingFrom).toBe(dayNumber('2026-03-01'));
    expect(chart.describe(dayNumber('2026-03-01'))).toContain('52.2');
    expect(chart.describe(dayNumber('2026-03-02'))).toBe('No reading');
  });
});

describe('files that wait to be taken in', () => {
  const given = { file: 'a.json', rows: noRows() };
  const people = [profile([])];
  const asked = { file: 'a.json', given, whose: { state: 'ask' as const, person: 'person-1' }, days: 1 };

  test('whoever is known needs no answer, whoever is asked about one, whoever is new a name', () => {
    const known = fileLine({ ...asked, whose: { state: 'known', person: 'person-1' } }, 0);
    expect(takenIn(known, people)).toEqual({ given, person: 'person-1' });
    const line = fileLine(asked, 1);
    expect(takenIn(line, people)).toBeUndefined();
    expect(takenIn({ ...line, answer: 'same' }, people)).toEqual({ given, person: 'person-1' });
    expect(takenIn({ ...line, answer: 'new' }, people)).toBeUndefined();
    // Told apart from Ben, they may have his name.
    expect(takenIn({ ...line, answer: 'new', name: 'Ben' }, people)).toEqual({ given, name: 'Ben' });
    const fresh = fileLine({ ...asked, whose: { state: 'new' } }, 2);
    expect(takenIn({ ...fresh, name: ' ' }, people)).toBeUndefined();
    expect(takenIn({ ...fresh, name: ' Cy ' }, people)).toEqual({ given, name: 'Cy' });
    expect(takenIn({ ...fresh, name: 'BEN' }, people)).toEqual({ given, person: 'person-1' });
    expect(questionsLeft([known, line, fresh, fileLine({ file: 'x', error: 'import-empty' }, 3)], people)).toBe(2);
  });
});
