import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chooseTip } from '../../src/core/advice/choose-tip';
import { tips } from '../../src/core/advice/tips';
import type { ScorecardData } from '../../src/scorecard/load-scorecard';
import { TipsPage } from '../../src/scorecard/tips/tips-page';
import { tipsNow, tipsSaying, tipsView } from '../../src/scorecard/tips/tips-view';
import { Toasts } from '../../src/scorecard/toast';
import { sampleActions, sampleHistory, sampleMember, sampleToday } from '../e2e/popup-sample';
import { sayEnglish } from './say-english';

vi.mock('../../src/platform/browser', () => ({ browser: {} }));
afterEach(cleanup);

const around = { today: sampleToday, timeZone: 'UTC', language: 'en-GB', say: sayEnglish };
const asked = { history: sampleHistory(), actions: sampleActions, choices: [] };
const groups = tipsView({ ...asked, salesNavigator: false, dismissed: false }, around);

function open(changes: object = {}): void {
  const data = { member: { id: sampleMember, since: 1 }, ...asked, ...changes } as unknown as ScorecardData;
  render(
    <Toasts say={sayEnglish}>
      <TipsPage data={data} around={around} />
    </Toasts>,
  );
}

describe('for you now', () => {
  it('begins with the current tip, and goes on with those that "another" would show', () => {
    const now = tipsNow(asked, around);
    expect(now[0]!.tip).toBe(chooseTip({ ...asked, today: sampleToday })!.tip);
    expect(now[0]!.why).toMatch(/^Your lowest pillar, 0\.8 below your industry\. /);
    expect(new Set(now.map(({ tip }) => tip.id)).size).toBe(3);
    const choices = [{ member: sampleMember, tip: now[0]!.tip.id, choice: 'dismissed' as const }];
    expect(tipsNow({ ...asked, choices }, around)[0]!.tip).toBe(now[1]!.tip);
  });

  it('stands on top, its first with the steps in sight; without a reading it is not there', () => {
    open();
    const card = screen.getByRole('region', { name: 'For you now' });
    const rows = within(card).getAllByRole('group');
    expect(rows.map((row) => row.hasAttribute('open'))).toEqual([true, false, false]);
    expect(within(rows[0]!).getAllByRole('list')).toHaveLength(1);
    cleanup();
    open({ history: [] });
    expect(screen.queryByRole('region', { name: 'For you now' })).toBeNull();
  });
});

describe('searching', () => {
  const found = (search: string) => tipsSaying(groups, search, 'en').flatMap((group) => group.tips);

  it('looks into title, reason and steps, for every word in any order, great or small, with or without marks', () => {
    const { title, why, steps, tip } = groups[2]!.tips[0]!;
    for (const text of [title, why, steps[0]!]) {
      const words = text.split(' ').reverse().join('  ').toUpperCase();
      expect(found(words).map((one) => one.tip)).toContain(tip);
    }
    expect(found('zzz')).toEqual([]);
    const marked = groups.map((group) => ({
      ...group,
      tips: group.tips.map((one) => ({ ...one, title: 'Ein Résumé für Zürich' })),
    }));
    expect(tipsSaying(marked, 'resume zurich', 'de')).toHaveLength(4);
  });

  it('knows the small letters of the language', () => {
    const turkish = groups.map((group) => ({
      ...group,
      tips: group.tips.map((one) => ({ ...one, title: 'İLETİŞİM IŞIK' })),
    }));
    expect(tipsSaying(turkish, 'iletişim ışık', 'tr')).toHaveLength(4);
  });

  it('says how many were found, and where none was offers all again', () => {
    open();
    const field = screen.getByRole('searchbox', { name: 'Search tips' });
    fireEvent.input(field, { target: { value: 'headline' } });
    const count = found('headline').length;
    expect(count).toBeGreaterThan(0);
    screen.getByText(`${count} tips found`);
    fireEvent.input(field, { target: { value: 'no such thing' } });
    screen.getByText('No tips match “no such thing”.');
    fireEvent.click(screen.getByRole('button', { name: 'Clear search' }));
    expect((field as HTMLInputElement).value).toBe('');
    expect(document.activeElement).toBe(field);
    expect(screen.getAllByRole('region')).toHaveLength(5);
  });
});

it('counts for each pillar what is done for now and what is left', () => {
  const [done] = groups[1]!.tips;
  const action = {
    ...{ member: sampleMember, id: 'a', day: sampleToday, recordedAt: 1 },
    kind: 'tip',
    tip: done!.tip.id,
    pillar: 'people',
  } as const;
  const after = tipsView({ actions: [action], choices: [], salesNavigator: false, dismissed: false }, around)[1]!;
  const before = tipsView({ actions: [], choices: [], salesNavigator: false, dismissed: false }, around)[1]!;
  expect([before.done, before.left]).toEqual([0, before.tips.length]);
  expect([after.done, after.left]).toEqual([1, before.left - 1]);
});

it('marks in the row what LinkedIn itself says that it counts', () => {
  open();
  const marked = screen.getAllByText('LinkedIn counts this').map((mark) => mark.closest('summary')!.textContent);
  const official = groups.flatMap((group) => group.tips).filter(({ tip }) => tip.source === 'official');
  expect(official.length).toBeGreaterThan(5);
  for (const { title } of official) expect(marked.some((row) => row.includes(title))).toBe(true);
  expect(tips.some(({ source }) => source !== 'official')).toBe(true);
  expect(marked.length).toBeLessThan(tips.length);
});
