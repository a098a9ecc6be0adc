import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysDiffer, daysInCommon, isSameName, whoseFile, type KnownPerson } from '../../src/core/meaning/whose-file';
import { nameOfFile } from '../../src/files/given-profiles';

const person = (
  id: string,
  name: string,
  days: readonly (readonly [string, number])[] = [],
  origin?: string,
): KnownPerson => ({
  member: { id, name, since: 0, given: { at: 0, file: '', ...(origin !== undefined && { origin }) } },
  days: new Map(days),
});
const three = [
  ['2026-11-01', 50],
  ['2026-11-08', 51],
  ['2026-11-15', 52],
] as const;
const others = three.map(([day, total]) => [day, total + 5] as const);
const none = new Map<string, number>();

describe('whose a file is', () => {
  test('its own mark tells, whatever it is called', () => {
    const people = [person('amira', 'Amira', [], 'a'), person('ben', 'Ben', [], 'b')];
    expect(whoseFile({ origin: 'b', name: 'Amira', days: none }, people)).toEqual({ state: 'known', person: 'ben' });
  });

  test('else the name does, in whatever capitals', () => {
    const people = [person('amira', 'Amira'), person('ben', 'Ben')];
    expect(whoseFile({ name: ' BEN', days: none }, people)).toEqual({ state: 'known', person: 'ben' });
  });

  test.each([
    ['the mark is another’s', { origin: 'x', name: 'Ben', days: none }, [person('ben', 'Ben', [], 'b')]],
    ['most days differ', { name: 'Ben', days: new Map(others) }, [person('ben', 'Ben', three)]],
    ['there are two of that name', { name: 'Ben', days: none }, [person('ben', 'Ben'), person('too', 'Ben')]],
  ])('of a name that is here it is asked where %s', (_why, file, people) => {
    expect(whoseFile(file, people)).toEqual({ state: 'ask', person: 'ben' });
  });

  test('without mark and name it is asked about whom the days fit', () => {
    const people = [person('amira', 'Amira', others), person('ben', 'Ben', three)];
    expect(whoseFile({ days: new Map(three) }, people)).toEqual({ state: 'ask', person: 'ben' });
    expect(whoseFile({ name: 'Team lead', days: new Map(three) }, people)).toEqual({ state: 'ask', person: 'ben' });
  });

  test('who fits nobody is new, and so is the first', () => {
    expect(whoseFile({ days: new Map(others) }, [person('ben', 'Ben', three)])).toEqual({ state: 'new' });
    expect(whoseFile({ name: 'Ben', days: none }, [])).toEqual({ state: 'new' });
    // Of a person with another mark it is not asked, however well the days fit.
    const marked = [person('ben', 'Ben', three, 'b')];
    expect(whoseFile({ origin: 'c', name: 'Cy', days: new Map(three) }, marked)).toEqual({ state: 'new' });
  });

  test('is never known by days alone, and never somebody who is not here', () => {
    const days = fc.uniqueArray(
      fc.tuple(
        fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04'),
        fc.integer({ min: 50, max: 52 }),
      ),
      { selector: ([day]) => day },
    );
    const name = fc.constantFrom('Ben', 'ben', 'Amira');
    const origin = fc.constantFrom('a', 'b');
    const people = fc.uniqueArray(
      fc.tuple(fc.constantFrom('1', '2', '3'), name, days, fc.option(origin, { nil: undefined })),
      { selector: ([id]) => id },
    );
    const file = fc.record({ days: days.map((list) => new Map(list)), name, origin }, { requiredKeys: ['days'] });
    fc.assert(
      fc.property(file, people, (given, list) => {
        const known = list.map(([id, called, known, mark]) => person(id, called, known, mark));
        const whose = whoseFile(given, known);
        if (whose.state === 'new') return;
        const found = known.find(({ member }) => member.id === whose.person)!;
        expect(found).toBeDefined();
        if (whose.state === 'ask') return;
        const isMarked = given.origin !== undefined && found.member.given?.origin === given.origin;
        expect(isMarked || isSameName(found.member.name, given.name)).toBe(true);
        if (!isMarked) expect(daysDiffer(daysInCommon(given.days, found.days))).toBe(false);
      }),
    );
  });
});

test.each([
  ['amira-ssi.json', 'Amira'],
  ['SSI_Gustav.xlsx', 'Gustav'],
  ['ssi-scorecard-2026-11-27.json', undefined],
  ['ssi-scorecard (1).json', undefined],
  ['LinkedIn SSI Ana María.csv', 'Ana María'],
  ['2026 Q3.csv', undefined],
  ['مريم.json', 'مريم'],
  ['山田_ssi.csv', '山田'],
  ['export of everything that I have.csv', undefined],
  ['', undefined],
])('the name in the file name %s is %s', (file, name) => {
  expect(nameOfFile(file)).toBe(name);
});
