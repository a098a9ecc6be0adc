import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PersonProfile } from '../../src/store/read/people';
import { PeoplePage } from '../../src/scorecard/people/people-page';
import { Toasts } from '../../src/scorecard/toast';
import { sampleHistory, sampleToday } from '../e2e/popup-sample';
import { patience } from './patient-queries';
import { sayEnglish } from './say-english';

const fake = vi.hoisted(() => ({
  people: [] as unknown[],
  erased: [] as string[],
  changed: [] as (() => void)[],
}));

vi.mock('../../src/platform/browser', () => ({ browser: {} }));
vi.mock('../../src/store/changes', () => ({
  onChange: (listener: () => void) => {
    fake.changed.push(listener);
    return () => undefined;
  },
}));
vi.mock('../../src/scorecard/people/people-commands', () => ({
  loadPeople: () => Promise.resolve({ ok: true, value: fake.people }),
  loadActions: () => Promise.resolve({ ok: true, value: [] }),
  erasePerson: (person: string) => {
    const before = fake.people;
    const told = () => {
      for (const listener of fake.changed) listener();
      return Promise.resolve({ ok: true, value: undefined });
    };
    return {
      erase: () => {
        fake.erased.push(person);
        fake.people = before.filter((one) => (one as PersonProfile).member.id !== person);
        return told();
      },
      undo: () => {
        fake.people = before;
        return told();
      },
    };
  },
}));

const around = { today: sampleToday, timeZone: 'UTC', language: 'en-GB', say: sayEnglish };

function person(name: string, last: string): PersonProfile {
  const history = sampleHistory(last, '2026-06-01');
  const member = { id: `person-${name}`, name, since: 0, given: { at: Date.parse(sampleToday), file: '' } };
  return { member, history, totals: [], firstDay: '2026-06-01', readings: history.length };
}

let isWide = true;
beforeEach(() => {
  isWide = true;
  localStorage.clear();
  fake.erased = [];
  fake.changed = [];
  fake.people = [person('Ben', '2026-10-16'), person('Amira', '2026-10-01')];
  vi.stubGlobal('matchMedia', () => ({ matches: isWide, addEventListener: () => 0, removeEventListener: () => 0 }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function show(): Promise<HTMLElement> {
  render(
    <Toasts say={sayEnglish}>
      <PeoplePage around={around} mirrored={false} />
    </Toasts>,
  );
  return vi.waitFor(() => {
    const table = document.querySelector<HTMLElement>('.people-table');
    expect(table).not.toBeNull();
    return table!;
  }, patience);
}

const names = (table: HTMLElement) =>
  [...table.querySelectorAll('.people-name bdi')].map(({ textContent }) => textContent);

it('the list is sorted by any head, says so, and is so again next time', async () => {
  const table = await show();
  expect(names(table)).toEqual(['Amira', 'Ben']);
  fireEvent.click(within(table).getByRole('button', { name: 'Name' }));
  expect(names(table)).toEqual(['Ben', 'Amira']);
  expect(within(table).getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('descending');
  fireEvent.click(within(table).getByRole('button', { name: 'Last reading' }));
  expect(names(table)).toEqual(['Amira', 'Ben']);
  expect(table.textContent).toContain('15 days ago');
  fireEvent.click(within(table).getByRole('button', { name: 'Last reading' }));
  cleanup();
  expect(names(await show())).toEqual(['Ben', 'Amira']);
});

it('side by side somebody is always open, and no row says which place it has', async () => {
  const table = await show();
  expect(screen.getByRole('region', { name: 'Amira' })).toBeTruthy();
  expect(table.querySelectorAll('tbody tr.is-open')).toHaveLength(1);
  expect(table.textContent).not.toMatch(/#|\b(1st|best|worst|average|rank)\b/i);
  // Never two on one chart.
  expect(document.querySelectorAll('.chart')).toHaveLength(1);
});

it('the rows are one stop, arrows go along them, and Back puts the focus where it was', async () => {
  isWide = false;
  const table = await show();
  expect(screen.queryByRole('region', { name: 'Amira' })).toBeNull();
  const rows = [...table.querySelectorAll<HTMLElement>('.people-who')];
  expect(rows.map(({ tabIndex }) => tabIndex)).toEqual([0, -1]);
  rows[0]!.focus();
  fireEvent.keyDown(rows[0]!, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(rows[1]);
  expect(rows.map(({ tabIndex }) => tabIndex)).toEqual([-1, 0]);
  fireEvent.click(rows[1]!);
  expect(document.activeElement?.textContent).toBe('Ben');
  fireEvent.click(screen.getByRole('button', { name: 'All people' }));
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect((document.activeElement as HTMLElement).dataset['person']).toBe('person-Ben');
});

it('somebody is deleted with one click and brought back by Undo, which has the focus', async () => {
  const table = await show();
  fireEvent.click(screen.getByRole('button', { name: 'More' }));
  fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText('Amira deleted.')).toBeTruthy();
  expect(fake.erased).toEqual(['person-Amira']);
  await vi.waitFor(() => expect(names(table)).toEqual(['Ben']));
  const undo = screen.getByRole('button', { name: 'Undo' });
  expect(document.activeElement).toBe(undo);
  fireEvent.click(undo);
  await vi.waitFor(() => expect(names(table)).toEqual(['Amira', 'Ben']));
});

it('with nobody there is a sentence and a way to begin, and no empty table', async () => {
  fake.people = [];
  render(
    <Toasts say={sayEnglish}>
      <PeoplePage around={around} mirrored={false} />
    </Toasts>,
  );
  expect(await screen.findByText(/Nobody yet/)).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.getByRole('button', { name: 'Add files' })).toBeTruthy();
});
