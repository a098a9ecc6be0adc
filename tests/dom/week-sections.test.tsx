import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { minutesOf, minutesOver } from '../../src/core/advice/propose-plan';
import { tipDone } from '../../src/core/advice/tip-done';
import { findTip, tips } from '../../src/core/advice/tips';
import { allHabits } from '../../src/core/rows/habit';
import type { Plan } from '../../src/core/rows/plan';
import { addDays, type LocalDay } from '../../src/core/score/local-day';
import { pillars } from '../../src/core/score/pillar';
import { OwnCheckSection } from '../../src/ui/week/own-check-section';
import { doneView } from '../../src/ui/week/done-view';
import { PlanSection } from '../../src/ui/week/plan-section';
import { ReviewSection } from '../../src/ui/week/review-section';
import type { ChosenPlan, WeekData } from '../../src/ui/week/week-data';
import { WeekDone } from '../../src/ui/week/week-done';
import type { Surroundings } from '../../src/words/surroundings';
import { sampleSnapshot } from '../unit/sample-snapshot';
import { sayEnglish } from './say-english';

afterEach(cleanup);

const member = 'unknown';
/** A Sunday, and the Monday of its week. */
const today = '2026-11-29';
const week = '2026-11-23';
const around: Surroundings = { today, timeZone: 'UTC', language: 'en-GB', say: sayEnglish };
const viewers = findTip('people_viewers')!;
const share = findTip('insights_share')!;
const plan: Plan = { member, week, minutes: 30, tips: { insights: share.id, people: viewers.id } };
const reading = (day: LocalDay, brand: number, people: number, insights: number, relationships: number) =>
  sampleSnapshot({ day, scores: { brand, people, insights, relationships } });
const weekData = (changes: Partial<WeekData> = {}): WeekData => ({
  history: [reading('2026-11-20', 17.5, 11.4, 14.4, 19.1), reading('2026-11-27', 17.6, 11.2, 14.9, 19.3)],
  actions: [],
  choices: [],
  goals: [],
  plans: [],
  checks: [],
  ...changes,
});
const title = (id: string) => sayEnglish(`tip_${id}_title`);

describe("the week's plan", () => {
  const show = (data: WeekData, on: LocalDay = today, current?: string, ended = false) => {
    const onTick = vi.fn();
    const onKeep = vi.fn<(plan: ChosenPlan) => void>();
    const surroundings = { ...around, today: on };
    render(<PlanSection {...{ data, around: surroundings, ended, current, onTick, onKeep }} />);
    return { onTick, onKeep };
  };

  it('says how far it is, in the order of the pillars, and what rests', () => {
    const actions = [tipDone(share, member, '2026-11-24', 1)];
    show(weekData({ plans: [plan], actions }), today, viewers.id);
    expect(screen.getByRole('heading', { name: 'This week' })).toBeTruthy();
    expect(screen.getByText('1 of 2 done')).toBeTruthy();
    expect(screen.getAllByRole('listitem').map((row) => row.textContent)).toEqual([
      `${title(viewers.id)}Right people·in progress`,
      `${title(share.id)}Insights·done on Tuesday`,
    ]);
    expect(screen.getByText('Not in this week’s plan: Professional brand and Relationships.')).toBeTruthy();
    expect(screen.getAllByRole<HTMLInputElement>('checkbox').map(({ checked }) => checked)).toEqual([false, true]);
  });

  it('is ticked and unticked', () => {
    const done = tipDone(share, member, today, 1);
    const { onTick } = show(weekData({ plans: [plan], actions: [done] }));
    fireEvent.click(screen.getByRole('checkbox', { name: title(viewers.id) }));
    expect(onTick).toHaveBeenLastCalledWith({ pillar: 'people', tip: viewers.id }, true);
    fireEvent.click(screen.getByRole('checkbox', { name: title(share.id) }));
    expect(onTick).toHaveBeenLastCalledWith({ pillar: 'insights', tip: share.id, done }, false);
  });

  it('that is done says so without praise for a score', () => {
    const actions = [viewers, share].map((tip) => tipDone(tip, member, today, 1));
    show(weekData({ plans: [plan], actions }));
    expect(screen.getByRole('heading', { name: 'Your week is done' })).toBeTruthy();
    const minutes = viewers.minutes + share.minutes;
    expect(screen.getByText(new RegExp(`^2 actions, ${minutes} min\\. .*it may take weeks\\.$`))).toBeTruthy();
    cleanup();
    show(weekData({ plans: [plan], actions }), today, undefined, true);
    expect(screen.getByText(/Next week starts fresh\.$/)).toBeTruthy();
    expect(screen.queryByText(/readings to come/)).toBeNull();
  });

  it('of last week is over: the new week asks for one of its own', () => {
    show(weekData({ plans: [plan] }), '2026-11-30');
    expect(screen.getByRole('heading', { name: 'A plan for this week?' })).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('is proposed for the time there is, and kept for the week', () => {
    const { onKeep } = show(weekData(), '2026-11-25');
    fireEvent.click(screen.getByRole('button', { name: 'Make a plan' }));
    const rows = screen.getAllByRole('listitem').map((row) => row.textContent);
    expect(rows.length).toBeGreaterThan(1);
    fireEvent.click(screen.getByRole('button', { name: 'Use this plan' }));
    const [kept] = onKeep.mock.lastCall!;
    expect(kept).toMatchObject({ week, minutes: 30 });
    expect(kept).not.toHaveProperty('cares');
    expect(kept.tips).toHaveProperty('people');
    expect(Object.values(kept.tips).map(title)).toHaveLength(rows.length);
  });

  it('has what the member asks for: other pillars, another action, more time', () => {
    const { onKeep } = show(weekData(), '2026-11-25');
    fireEvent.click(screen.getByRole('button', { name: 'Make a plan' }));
    fireEvent.click(screen.getByRole('radio', { name: '60 min' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(4);
    for (const name of ['Professional brand', 'Relationships']) {
      fireEvent.click(screen.getByRole('button', { name, pressed: true }));
    }
    const titles = () => screen.getAllByRole('listitem').map((row) => row.textContent);
    const [first] = titles();
    expect(titles()).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'Another tip for Right people' }));
    expect(titles()).toHaveLength(2);
    expect(titles()[0]).not.toBe(first);
    fireEvent.click(screen.getByRole('button', { name: 'Use this plan' }));
    const [kept] = onKeep.mock.lastCall!;
    expect(kept.cares).toEqual({ people: true, insights: true });
    expect(Object.keys(kept.tips).sort()).toEqual(['insights', 'people']);
    const minutes = pillars.reduce((sum, pillar) => sum + minutesOf(kept.tips[pillar]), 0);
    expect(minutes).toBeLessThanOrEqual(60 + minutesOver);
  });

  it('keeps what is done when it is changed, and forgets the change when it is cancelled', () => {
    const actions = [tipDone(share, member, '2026-11-24', 1)];
    const { onKeep } = show(weekData({ plans: [plan], actions }));
    const change = () => fireEvent.click(screen.getByRole('button', { name: 'Change' }));
    change();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.getByText('1 of 2 done')).toBeTruthy();
    expect(onKeep).not.toHaveBeenCalled();
    change();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Insights' }).disabled).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: '10 min' }));
    fireEvent.click(screen.getByRole('button', { name: 'Use this plan' }));
    expect(onKeep.mock.lastCall![0].tips.insights).toBe(share.id);
  });

  it('says where nothing is left', () => {
    const choices = tips
      .filter(({ pillar }) => pillar === 'insights')
      .map(({ id }) => ({ member, tip: id, choice: 'dismissed' as const }));
    show(weekData({ choices }), '2026-11-25');
    fireEvent.click(screen.getByRole('button', { name: 'Make a plan' }));
    fireEvent.click(screen.getByRole('radio', { name: '60 min' }));
    expect(screen.getByText('Insights: nothing left for now.')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Insights' }).disabled).toBe(true);
  });
});

describe('a week of which all is done', () => {
  const actions = [viewers, share].map((tip) => tipDone(tip, member, '2026-11-24', 1));
  const show = (data: WeekData, on: LocalDay) => {
    const does = { onWeek: vi.fn(), onMore: vi.fn(), onKeep: vi.fn<(plan: ChosenPlan) => void>() };
    const surroundings = { ...around, today: on };
    const done = doneView(data, false, surroundings);
    if (done) render(<WeekDone done={done} around={surroundings} {...does} />);
    return does;
  };
  const primary = () => [...document.querySelectorAll('.button-primary')].map((button) => button.textContent);

  it('is rest: there is what it brought, and nothing to plan before its Friday', () => {
    const { onWeek, onMore } = show(weekData({ plans: [plan], actions }), '2026-11-26');
    expect(screen.queryByText('Next week')).toBeNull();
    expect(primary()).toEqual(['See my week']);
    fireEvent.click(screen.getByRole('button', { name: 'See my week' }));
    fireEvent.click(screen.getByRole('button', { name: 'One more tip' }));
    expect([onWeek.mock.calls.length, onMore.mock.calls.length]).toEqual([1, 1]);
  });

  it('from Friday on proposes the next, and says that it stands once it is chosen', () => {
    const { onKeep } = show(weekData({ plans: [plan], actions }), '2026-11-27');
    expect(primary()).toEqual(['Use this plan']);
    fireEvent.click(screen.getByRole('button', { name: 'Use this plan' }));
    const [kept] = onKeep.mock.lastCall!;
    expect(kept.week).toBe(addDays(week, 7));
    cleanup();
    show(weekData({ plans: [plan, { ...kept, member }], actions }), '2026-11-27');
    expect(primary()).toEqual(['See my week']);
    expect(screen.getByText('Your plan for next week is set. You can change it on Monday.')).toBeTruthy();
    expect(screen.getAllByRole('listitem')).toHaveLength(Object.keys(kept.tips).length);
  });

  it('is none while an action is open, or without a plan', () => {
    expect(doneView(weekData({ plans: [plan], actions: actions.slice(1) }), false, around)).toBeUndefined();
    expect(doneView(weekData({ actions }), false, around)).toBeUndefined();
  });
});

describe('the weekly review', () => {
  const show = (data: WeekData, { ended = false, on = today } = {}) => {
    render(<ReviewSection data={data} ended={ended} around={{ ...around, today: on }} />);
  };
  const section = () => screen.getByRole('region', { name: 'Week in review' });

  it('begins with the two sentences of the notification, then what moved, what was done and the rhythm', () => {
    show(weekData({ actions: [tipDone(share, member, '2026-11-24', 1)] }));
    const text = section().textContent;
    expect(text).toContain('SSI 63, up 0.6 this week. Insights rose most, +0.5.');
    expect(
      within(section())
        .getAllByRole('row')
        .map((row) => row.textContent),
    ).toEqual([
      'Total62.4→63.0+0.6',
      'Professional brand17.5→17.6+0.1',
      'Right people11.4→11.2\u22120.2',
      'Insights14.4→14.9+0.5',
      'Relationships19.1→19.3+0.2',
    ]);
    expect(text).toContain('Too early to say what’s normal for you.');
    expect(text).toContain(`${title(share.id)}Tue`);
    expect(text).toContain('2 weeks with a reading.');
    expect(screen.getByRole('img', { name: 'Last twelve weeks: 2 full, 0 off' })).toBeTruthy();
  });

  it('beside the plan tells only what the plan does not list, and only of the present week', () => {
    const actions = [tipDone(share, member, '2026-11-24', 1), tipDone(viewers, member, '2026-11-17', 1)];
    const note = { kind: 'note', id: 'n', member, day: '2026-11-25', recordedAt: 2, text: 'A talk' } as const;
    const show = (data: WeekData) =>
      render(<ReviewSection data={data} ended={false} around={around} isBesidePlan />).container.textContent;
    expect(show(weekData({ plans: [plan], actions }))).not.toMatch(/Also done|What you did|Nothing noted/);
    fireEvent.click(screen.getByRole('button', { name: 'Previous week' }));
    expect(section().textContent).toContain(`What you did${title(viewers.id)}`);
    cleanup();
    const text = show(weekData({ plans: [plan], actions: [...actions, note] }));
    expect(text).toContain('Also doneA talk');
    expect(text).not.toContain(title(share.id));
  });

  it('goes back week by week to the first, and no further', () => {
    show(weekData());
    const before = () => fireEvent.click(screen.getByRole('button', { name: 'Previous week' }));
    before();
    expect(section().textContent).toContain('Your next reading will show what changed.');
    const text = section().textContent;
    before();
    expect(section().textContent).toBe(text);
    fireEvent.click(screen.getByRole('button', { name: 'Following week' }));
    expect(section().textContent).toContain('SSI 63');
  });

  it('of a present week without a reading waits for its Sunday', () => {
    const { history } = weekData();
    show(weekData({ history }), { on: '2026-12-02' });
    expect(section().textContent).toContain('SSI 63');
    cleanup();
    show(weekData({ history }), { on: '2026-12-06' });
    expect(section().textContent).toContain('No reading this week. What you did still counts.');
    expect(section().textContent).toContain('Nothing noted. A quiet week is fine too.');
  });

  it('names the weeks that are forgiven', () => {
    const fridays = ['2026-11-06', '2026-11-20', '2026-11-27'];
    show(weekData({ history: fridays.map((day) => reading(day, 17.5, 11.4, 14.4, 19.1)) }));
    expect(section().textContent).toContain('Weeks off: 9 Nov. Up to two in a quarter don’t break your streak.');
  });

  it('without a score counts the weeks in which something was done', () => {
    const actions = ['2026-11-11', '2026-11-18', '2026-11-24'].map((day) => tipDone(share, member, day, 1));
    show(weekData({ history: [], actions }), { ended: true });
    expect(section().textContent).toContain('3 weeks with something done.');
    cleanup();
    // Never "0 weeks".
    show(weekData(), { ended: true });
    expect(section().textContent).toContain('Nothing noted.');
    expect(section().textContent).not.toContain('Your rhythm');
  });

  it('says nothing before there is anything to tell', () => {
    show(weekData({ history: [] }));
    expect(screen.queryByRole('region')).toBeNull();
  });
});

describe("the member's own check", () => {
  it('has three habits for each pillar, is ticked, and never calls itself a score', () => {
    const onTick = vi.fn();
    const checks = [{ member, week, ticks: { brand_post: 1, people_days: 3, insights_share: 2 }, changedAt: 1 }];
    render(<OwnCheckSection checks={checks} around={around} onTick={onTick} />);
    expect(screen.getAllByRole('checkbox')).toHaveLength(allHabits.length);
    const ticked = screen.getAllByRole<HTMLInputElement>('checkbox', { checked: true });
    expect(ticked.map(({ parentElement }) => parentElement?.textContent)).toEqual([
      'Posted one useful thing',
      'Showed up on five days',
    ]);
    const section = screen.getByRole('region', { name: 'Your self-check' });
    expect(section.textContent).toContain('2of 12 habits');
    expect(section.textContent).toContain('It isn’t LinkedIn’s score, and it’s never drawn on its line.');
    expect(section.textContent).not.toMatch(/100|SSI|points/);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe('Last eight weeks. Week of 23 Nov, 2 of 12 habits');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Shared something with my own take' }));
    expect(onTick).toHaveBeenLastCalledWith(week, 'insights_share', true);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Posted one useful thing' }));
    expect(onTick).toHaveBeenLastCalledWith(week, 'brand_post', false);
  });

  it('begins with a new sheet each Monday', () => {
    const checks = [{ member, week, ticks: { brand_post: 1 }, changedAt: 1 }];
    render(<OwnCheckSection checks={checks} around={{ ...around, today: '2026-11-30' }} onTick={vi.fn()} />);
    expect(screen.queryAllByRole('checkbox', { checked: true })).toEqual([]);
  });
});
