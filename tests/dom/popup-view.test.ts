import { describe, expect, it } from 'vitest';
import type { Goal } from '../../src/core/rows/goal';
import type { TotalReading } from '../../src/core/rows/total-reading';
import { putOff, taken } from '../../src/core/advice/taken-tip';
import { tipDone } from '../../src/core/advice/tip-done';
import { addDays, mondayOf } from '../../src/core/score/local-day';
import { fail } from '../../src/core/result';
import type { PageTrouble } from '../../src/core/score/page-trouble';
import type { SeenSet } from '../../src/core/score/seen-set';
import { storeFailureNotice } from '../../src/popup/notice-view';
import type { PopupData } from '../../src/popup/popup-data';
import { popupView, type PopupView } from '../../src/popup/popup-view';
import type { Surroundings } from '../../src/words/surroundings';
import {
  sampleActions,
  sampleGoal,
  sampleHistory,
  sampleMember,
  sampleNow,
  sampleReading,
  sampleToday,
} from '../e2e/popup-sample';
import { sayEnglish } from './say-english';

const around: Surroundings = { today: sampleToday, timeZone: 'UTC', language: 'en-GB', say: sayEnglish };

function dataOf(changes: Partial<PopupData> = {}): PopupData {
  const history = changes.history ?? sampleHistory();
  return {
    members: [{ id: sampleMember, since: 0 }],
    member: { id: sampleMember, since: 0 },
    history,
    totals: [],
    firstDay: history[0]?.day,
    actions: sampleActions,
    goals: [sampleGoal],
    choices: [],
    plans: [],
    trouble: undefined,
    keptAside: undefined,
    unknownHistory: undefined,
    lostDays: undefined,
    reminder: undefined,
    storeTrouble: undefined,
    workerTrouble: undefined,
    siteAccess: true,
    ...changes,
  };
}

function scoreView(
  changes: Partial<PopupData> = {},
  today = sampleToday,
  say = around.say,
): Extract<PopupView, { kind: 'score' }> {
  const view = popupView(dataOf(changes), { ...around, say, today }, 'total');
  if (view.kind !== 'score') throw new Error(`It is "${view.kind}".`);
  return view;
}

it('a history that is made up says so', () => {
  const made = sampleHistory().map((reading) => ({ ...reading, source: 'sample' as const }));
  expect(scoreView({ history: made }).head.sample).toBe(true);
  expect(scoreView().head.sample).toBe(false);
});

describe('a history of totals alone', () => {
  const totals = [
    { day: addDays(sampleToday, -7), total: 61.8 },
    { day: sampleToday, total: 63 },
  ].map((row): TotalReading => ({
    ...row,
    member: sampleMember,
    readAt: sampleNow,
    source: 'by-hand',
    rank: {},
    average: {},
  }));

  it('is shown as far as it is known', () => {
    const view = scoreView({ history: [], totals, firstDay: totals[0]!.day, goals: [] });
    expect(view.head.freshness).toMatch(/^Updated today, /);
    expect(view.hero).toMatchObject({ total: '63', change: { points: 1.2 } });
    expect(view.hero.scores).toBeUndefined();
    expect(view.pillars.rows).toEqual([]);
    expect(view.tip).toBeUndefined();
  });

  it('asks as any other whose a reading is', () => {
    const keptAside = sampleReading(sampleToday);
    const view = scoreView({ history: [], totals, firstDay: totals[0]!.day, keptAside });
    expect(view.notice?.text).toContain('far from your 63');
  });
});

it('what was typed after a visit that gave no reading does not hide why', () => {
  const typed = { ...sampleReading(sampleToday), source: 'by-hand', readAt: sampleNow + 5 };
  const trouble = { state: 'signed-out', at: sampleNow } as const;
  const kindOf = (latest: typeof typed) => popupView(dataOf({ history: [latest], trouble }), around, 'total').kind;
  expect(kindOf(typed)).toBe('trouble');
  expect(kindOf({ ...typed, source: 'bars' })).toBe('score');
});

describe('a reminder that waits for a reading', () => {
  const later = addDays(sampleToday, 9);

  it('can be put off until tomorrow, once', () => {
    expect(scoreView({ reminder: { snoozed: false } }, later).notice?.secondary?.action).toBe('snooze');
    const putOff = scoreView({ reminder: { snoozed: true } }, later).notice;
    expect(putOff?.secondary).toBeUndefined();
    expect(putOff?.foot).toBe('The reminder will come back tomorrow.');
  });

  it('that the browser did not show is told here instead', () => {
    for (const today of [sampleToday, later]) {
      const notice = scoreView({ reminder: { trouble: 'blocked', snoozed: false } }, today).notice;
      expect(`${notice?.text} ${notice?.foot}`).toContain('Your browser blocks notifications');
      expect(notice?.primary.action).toBe('open-ssi-page');
    }
  });

  it('that came is no news beside a fresh reading', () => {
    expect(scoreView({ reminder: { snoozed: false } }).notice).toBeUndefined();
  });
});

describe('the popup at rest', () => {
  const view = scoreView();

  it('says how fresh, how much, which way, towards what', () => {
    expect(view.head.freshness).toBe('Updated today, 09:14');
    expect(view.hero.total).toBe('63');
    expect(view.hero.caption).toBe('of 100');
    expect(view.hero.change).toMatchObject({ points: 1.8, caption: 'vs 7 days ago' });
    expect(view.hero.change?.title).toMatch(/^Compared with Fri,? 9 Oct$/);
    expect(view.hero.goal?.lead).toBe('Goal 70:');
    expect(view.hero.goal?.text).toBe('not expected before 17 Nov');
    expect(view.hero.outlook).toMatch(/^Four weeks from now: 6\d to [67]\d\.$/);
    expect(view.hero.ranks).toEqual([
      { value: 'Top 12%', caption: 'in your industry' },
      { value: 'Top 30%', caption: 'in your network' },
    ]);
  });

  it('fills the goal bar from the score on the day the goal was set: 6.2 of 13.2', () => {
    expect(view.hero.goal?.part).toBeCloseTo(6.2 / 13.2, 5);
  });

  it('shows each pillar against its average, its change, and the one weakest', () => {
    expect(
      view.pillars.rows.map(({ value, change, average, weakest }) => [value, change?.points, average, weakest]),
    ).toEqual([
      ['17.6', 0.3, 12.5, false],
      ['11.2', -0.4, 12, true],
      ['14.9', 1.2, 9.3, false],
      ['19.3', 0.7, 13.2, false],
    ]);
    const short = scoreView({}, sampleToday, (key, ...parts) =>
      key === 'pillar_people_short' ? 'People' : sayEnglish(key, ...parts),
    );
    expect(short.pillars.rows.map(({ shownName }) => shownName)).toEqual([
      'Professional brand',
      'People',
      'Insights',
      'Relationships',
    ]);
    expect(view.pillars.rows[1]?.label).toBe('Right people: 11.2, industry average 12.0, \u22120.4 in 7 days, Lowest');
  });

  it('greys a change that means nothing, says so in words, and tags only the total', () => {
    const rows = view.pillars.rows.map(({ change }) => change?.normal);
    expect(rows).toEqual([true, false, false, false]);
    expect(view.hero.change?.normal).toBeUndefined();
    // A week ago as today but for 0.4 points: less than in any usual week.
    const scores = { brand: 17.3, people: 11.6, insights: 13.9, relationships: 18.8 };
    const calm = [...sampleHistory().slice(0, -1), sampleReading(sampleToday, { scores })];
    const normal = scoreView({ history: calm }).hero.change;
    expect(normal).toMatchObject({ points: 0.4, normal: { tag: 'Normal' } });
    expect(normal?.normal?.title).toMatch(
      /^Nine out of ten of your weeks fall between [\u2212+]\d\.\d and \+\d\.\d\.$/,
    );
  });

  it('shows changes that add up to the total', () => {
    const sum = view.pillars.rows.reduce((total, { change }) => total + (change?.points ?? 0), 0);
    expect(sum).toBeCloseTo(view.hero.change?.points ?? NaN, 5);
  });

  it('has one thing to do, for the weakest pillar, and says why', () => {
    expect(view.notice).toBeUndefined();
    expect(view.tip).toMatchObject({ pillar: 'people', heading: 'Tip for Right people' });
    expect(view.tip?.why).toMatch(/^Your lowest pillar, 0\.8 below your industry\. /);
    expect(view.tip?.address).toMatch(/^https:\/\/www\.linkedin\.com\//);
  });

  it('shows the total as LinkedIn prints it where it rounds otherwise', () => {
    const odd = sampleReading(sampleToday, { shownTotal: 64 });
    expect(scoreView({ history: [...sampleHistory(addDays(sampleToday, -1)), odd] }).hero.total).toBe('64');
  });

  it('calls none of four full pillars weak, and offers no goal above everything', () => {
    const scores = { brand: 25, people: 25, insights: 25, relationships: 25 };
    const view = scoreView({ history: [sampleReading(sampleToday, { scores, total: 100, shownTotal: 100 })] });
    expect(view.pillars.rows.filter(({ weakest }) => weakest)).toEqual([]);
    expect(view.hero.canGrow).toBe(false);
    expect(scoreView().hero.canGrow).toBe(true);
  });

  it('leaves out what the page did not show', () => {
    const bare = sampleHistory().map((reading) => ({ ...reading, rank: {}, average: {} }));
    const { hero, pillars } = scoreView({ history: bare });
    expect(hero.ranks).toEqual([]);
    expect(pillars.hasAverages).toBe(false);
    expect(pillars.rows.every(({ average }) => average === undefined)).toBe(true);
  });

  it('never prints the number of a team as a rank', () => {
    const team = sampleHistory().map((reading) => ({ ...reading, rank: { team: 3 } }));
    expect(scoreView({ history: team }).hero.ranks).toEqual([]);
  });
});

describe('the change', () => {
  it('is left out without a reading 5 to 9 days before, and the day of the next one is named', () => {
    const { hero } = scoreView({ history: sampleHistory(sampleToday, addDays(sampleToday, -3)) });
    expect(hero.change).toBeUndefined();
    expect(hero.note).toBe('First weekly change on 20 Oct');
  });

  it('is told of as the next one where others have been before', () => {
    const history = [sampleReading(addDays(sampleToday, -60)), ...sampleHistory(sampleToday, addDays(sampleToday, -3))];
    expect(scoreView({ history }).hero.note).toBe('Next comparison on 20 Oct');
  });

  it('has only a starting point after the first reading', () => {
    const view = scoreView({ history: [sampleReading(sampleToday)], goals: [] });
    expect(view.first).toBe(true);
    expect(view.head.freshness).toBe('First reading today, 09:14');
    expect(view.hero).toMatchObject({ note: 'Your starting point' });
    expect(view.hero.change).toBeUndefined();
    expect(view.pillars.hasChanges).toBe(false);
    expect(view.tip).toBeDefined();
  });
});

describe('the goal', () => {
  const goal = (changes: Partial<Goal>): Goal => ({ ...sampleGoal, ...changes });

  it('says what is missing where it is not clear that the score rises', () => {
    const flat = sampleHistory().map((reading) =>
      sampleReading(reading.day, { scores: sampleReading(sampleToday).scores }),
    );
    expect(scoreView({ history: flat }).hero.goal?.text).toBe('7.0 to go');
  });

  it('says when it was reached', () => {
    const { hero } = scoreView({ goals: [goal({ target: 63 })] });
    expect(hero.goal).toMatchObject({ lead: 'Goal 63:', text: 'reached on 16 Oct', part: 1 });
  });

  it('that was reached stays reached on its day, though the score has fallen below it', () => {
    const { hero } = scoreView({ goals: [goal({ target: 80, setOn: '2026-08-01', reachedOn: '2026-10-02' })] });
    expect(hero.goal).toMatchObject({
      text: 'reached on 2 Oct',
      part: 1,
      reached: { praise: 'Goal 80 reached in 9 weeks' },
    });
  });

  it('is the newest one of the total that is not reached', () => {
    const goals = [
      goal({ id: 'a', target: 60, reachedOn: '2026-10-01' }),
      goal({ id: 'b', target: 75 }),
      goal({ id: 'c', of: 'brand', target: 20 }),
    ];
    expect(scoreView({ goals }).hero.goal?.lead).toBe('Goal 75:');
  });

  it('is offered where none was set', () => {
    expect(scoreView({ goals: [] }).hero.goal).toBeUndefined();
  });
});

describe('a stale popup', () => {
  const last = '2026-10-04';
  const view = scoreView({ history: sampleHistory(last) });

  it('asks for a reading and hides the tip', () => {
    expect(view.head).toMatchObject({ freshness: 'Last updated 12 days ago', late: true });
    expect(view.notice).toMatchObject({
      text: 'Open your SSI page and these numbers update automatically.',
      primary: { action: 'open-ssi-page', label: 'Open my SSI page' },
    });
    expect(view.tip).toBeUndefined();
  });

  it('does not speak as if it were today', () => {
    expect(view.hero.change?.caption).toBe('vs 7 days earlier');
    expect(view.hero.goal?.text).toBe('forecast after your next reading');
  });

  it('begins on the eighth day', () => {
    expect(scoreView({ history: sampleHistory(last) }, addDays(last, 7)).stale).toBe(false);
    expect(scoreView({ history: sampleHistory(last) }, addDays(last, 8)).stale).toBe(true);
  });
});

describe('when the last visit gave no reading', () => {
  const history = sampleHistory('2026-10-15');
  const troubled = (trouble: PageTrouble, at = sampleNow) =>
    popupView(dataOf({ history, trouble: { ...trouble, at } }), around, 'total');

  it('says what to do when the page was not recognised, and what the report holds', () => {
    const view = troubled({ state: 'not-recognised', report: { checks: ['bars: sum'], skeleton: 'main > div' } });
    if (view.kind !== 'trouble') throw new Error(view.kind);
    expect(view.head.freshness).toBe('Last updated yesterday, 09:14');
    expect(view.heading).toMatch(/^Last reading, Thu,? 15 Oct$/);
    expect(view.notice).toEqual({
      title: 'The SSI page looked different today',
      text: 'Nothing was saved and your history is safe. Try this:',
      steps: ['Check that you are signed in to LinkedIn.', 'Reload your SSI page and wait until the score shows.'],
      primary: { action: 'open-ssi-page', label: 'Open my SSI page' },
      foot: 'The report contains no name and no scores.',
      report: 'bars: sum\n\nmain > div',
    });
  });

  it.each([
    { state: 'signed-out', title: 'LinkedIn asks you to sign in', action: 'open-ssi-page' },
    { state: 'contract-chooser', title: 'LinkedIn asks for a contract', action: 'open-ssi-page' },
    { state: 'access-ended', title: 'LinkedIn says your access to SSI has ended', action: 'open-plan' },
  ] as const)('says "$title" when it was $state', ({ state, title, action }) => {
    const view = troubled({ state });
    if (view.kind !== 'trouble') throw new Error(view.kind);
    expect(view.notice).toMatchObject({ title, primary: { action } });
    expect(view.total).toBe('62');
  });

  it('says nothing once a good reading came after it', () => {
    expect(troubled({ state: 'signed-out' }, history.at(-1)!.readAt - 1).kind).toBe('score');
  });

  it('says it also before the first reading', () => {
    const view = popupView(
      dataOf({
        history: [],
        member: undefined,
        members: [],
        firstDay: undefined,
        trouble: { state: 'signed-out', at: 1 },
      }),
      around,
      'total',
    );
    expect(view).toMatchObject({ kind: 'nothing-read', notice: { title: 'LinkedIn asks you to sign in' } });
  });
});

describe('when the browser has taken back access to the page', () => {
  const history = sampleHistory('2026-10-15');

  it('says so before anything a visit said, and keeps the last reading in sight', () => {
    const view = popupView(
      dataOf({ history, siteAccess: false, trouble: { state: 'signed-out', at: sampleNow } }),
      around,
      'total',
    );
    if (view.kind !== 'trouble') throw new Error(view.kind);
    expect(view.notice).toEqual({
      title: 'SSI Scorecard isn’t allowed to read LinkedIn’s page',
      text: 'Your browser took back its access, so new scores are not saved. Your history is safe.',
      steps: [],
      primary: { action: 'ask-site-access', label: 'Allow it again' },
      foot: 'You can also allow it in your browser’s settings for this extension.',
    });
    expect(view.heading).toMatch(/^Last reading, Thu,? 15 Oct$/);
  });

  it('says so before the first reading, too', () => {
    const view = popupView(dataOf({ history: [], siteAccess: false }), around, 'total');
    if (view.kind !== 'nothing-read') throw new Error(view.kind);
    expect(view.notice?.primary.action).toBe('ask-site-access');
  });
});

describe('when access has ended', () => {
  const since = sampleNow - 3 * 86_400_000;
  const trouble = { state: 'access-ended', at: sampleNow, accessEndedSince: since } as const;
  const week = mondayOf(sampleToday);
  const plans = [
    { member: sampleMember, week, minutes: 30, tips: { people: 'people_viewers', insights: 'insights_share' } },
  ] as const;
  const goesOn = {
    checks: [{ member: sampleMember, week, ticks: { brand_post: 1, people_days: 2 }, changedAt: 1 }],
  } as const;
  const ended = (today: string, changes: Partial<PopupData> = {}) => {
    const view = popupView(dataOf({ trouble, plans, goesOn, ...changes }), { ...around, today }, 'total');
    if (view.kind !== 'trouble') throw new Error(view.kind);
    return view;
  };

  it('says what goes on, and what comes back by itself', () => {
    const view = ended(addDays(sampleToday, 3));
    expect(view.notice).toMatchObject({
      title: 'LinkedIn says your access to SSI has ended',
      foot: expect.stringContaining('Reading reminders are paused') as string,
    });
    expect(view.notice.primary).toEqual({ action: 'open-plan', label: 'Open this week’s plan' });
    expect(view.notice.secondary?.action).toBe('open-ssi-page');
    expect(view.goesOn.map(({ part }) => part)).toEqual(['plan', 'check', 'journal', 'data']);
    expect(view.goesOn[3]!.text).toBe('18 Aug 2025 to 16 Oct, yours to export');
  });

  it('says how far plan and own check are, of this week alone', () => {
    const done = tipDone({ id: 'insights_share', pillar: 'insights' }, sampleMember, sampleToday, 1);
    const text = (view: ReturnType<typeof ended>) => view.goesOn.slice(0, 2).map((way) => way.text);
    expect(text(ended(sampleToday, { actions: [done] }))).toEqual(['1 of 2 done', '1 of 12 habits']);
    expect(text(ended(addDays(sampleToday, 7)))).toEqual([
      'One small action for each pillar you choose.',
      '0 of 12 habits',
    ]);
  });

  it('leaves the own check out where the member has hidden it', () => {
    const { goesOn: ways } = ended(sampleToday, { goesOn: {} });
    expect(ways.map(({ part }) => part)).toEqual(['plan', 'journal', 'data']);
  });

  it('is a grey line from the eighth day on, and no news any more', () => {
    expect(ended(addDays(sampleToday, 3)).notice.quiet).toBeUndefined();
    const view = ended(addDays(sampleToday, 4));
    expect(view.notice).toMatchObject({ quiet: true, text: 'No score from LinkedIn since 13 Oct.' });
    expect(view.notice.title).toBeUndefined();
    expect(view.notice.primary.action).toBe('open-plan');
    expect(view.goesOn).toHaveLength(4);
  });
});

describe('before the first reading', () => {
  it('promises no score where access has ended', () => {
    const trouble = { state: 'access-ended', at: sampleNow } as const;
    const goesOn = { checks: [] };
    const view = popupView(dataOf({ history: [], actions: [], trouble, goesOn }), around, 'total');
    expect(view).toMatchObject({ kind: 'nothing-read', ended: true, goesOn: [{ part: 'plan' }, { part: 'check' }] });
    expect(view.kind === 'nothing-read' && view.notice?.text).toContain('import a history you kept elsewhere');
  });

  it('says so', () => {
    const empty = dataOf({ history: [], member: undefined, members: [], firstDay: undefined });
    expect(popupView(empty, around, 'total')).toEqual({
      kind: 'nothing-read',
      head: { title: 'SSI Scorecard', freshness: 'Nothing read yet', late: false, sample: false, profiles: [] },
      goesOn: [],
    });
  });

  it('says that the browser lost the history when a copy is left', () => {
    const lost = dataOf({ history: [], member: undefined, members: [], firstDay: undefined, lostDays: 276 });
    expect(popupView(lost, around, 'total')).toMatchObject({
      // Nothing that speaks of a beginning.
      head: { freshness: '' },
      lost: true,
      notice: { text: 'A copy with 276 days is safe. Restore it on your scorecard.' },
    });
  });
});

describe('questions', () => {
  it('asks whose a reading is that was kept aside, before anything else', () => {
    const keptAside = sampleReading(sampleToday, { shownTotal: 31 });
    const view = scoreView({ keptAside, trouble: { state: 'signed-out', at: sampleNow } });
    expect(view.notice?.title).toBe('Whose numbers are these?');
    expect(view.notice?.text).toMatch(/^The reading on Fri,? 16 Oct says 31, far from your 63\. /);
    expect([view.notice?.primary.action, view.notice?.secondary?.action]).toEqual(['mine', 'somebody-elses']);
    expect(view.tip).toBeUndefined();
  });

  it('asks once whose the nameless readings are', () => {
    const unknownHistory = { days: 9, from: '2026-08-18', to: '2026-08-26', candidates: [{ id: 'ab', since: 1 }] };
    const view = scoreView({ unknownHistory });
    expect(view.notice).toMatchObject({ primary: { action: 'mine' }, secondary: { action: 'somebody-elses' } });
    const many = scoreView({
      unknownHistory: { ...unknownHistory, candidates: [...unknownHistory.candidates, { id: 'cd', since: 2 }] },
    });
    expect(many.notice?.primary.action).toBe('open-scorecard');
  });
});

describe('numbers of which nothing says whose they are', () => {
  const scores = { brand: 17.6, people: 11.2, insights: 14.9, relationships: 19.3 };
  const set: SeenSet = {
    ...{ heading: 'Your score', labels: ['', '', '', ''], shownTotal: 63, scores, fingerprint: 'a1', why: 'undecided' },
  };
  const asked = { visit: 'v', at: sampleNow, member: sampleMember, sets: [set] };
  const history = sampleHistory('2026-10-15');
  const trouble = { state: 'not-recognised', at: sampleNow, report: { checks: [], skeleton: 'main' } } as const;

  it('are shown for the member to choose from, with their last reading, or without one', () => {
    const view = popupView(dataOf({ history, trouble, asked }), around, 'total');
    expect(view).toMatchObject({ kind: 'which-set', asked });
    expect('last' in view && view.last).toMatch(/^Your last reading: 62, Thu,? 15 Oct\.$/);
    const first = popupView(dataOf({ history: [], trouble, asked }), around, 'total');
    expect(first).toMatchObject({ kind: 'which-set', head: { freshness: 'Nothing read yet' } });
    expect('last' in first).toBe(false);
  });

  it('wait for the answer to whose an earlier reading is, and for access to the page', () => {
    const keptAside = sampleReading('2026-10-14', { shownTotal: 31 });
    expect(popupView(dataOf({ history, trouble, asked, keptAside }), around, 'total').kind).toBe('score');
    const view = popupView(dataOf({ history, trouble, asked, siteAccess: false }), around, 'total');
    expect(view).toMatchObject({ kind: 'trouble', notice: { primary: { action: 'ask-site-access' } } });
  });

  it('are asked about no more once a good reading came, or none of them was the member’s', () => {
    expect(popupView(dataOf({ trouble: { ...trouble, at: 1 }, asked }), around, 'total').kind).toBe('score');
    const none = popupView(dataOf({ history, trouble, asked: { ...asked, sets: [] } }), around, 'total');
    expect(none).toMatchObject({ kind: 'trouble', notice: { title: 'Nothing was saved', report: '\nmain' } });
  });
});

describe('profiles', () => {
  it('can be switched where there are several, named or not', () => {
    const members = [
      { id: sampleMember, since: 0, name: 'Anna' },
      { id: 'b', since: 1 },
    ];
    expect(scoreView({ members }).head.profiles).toEqual([
      { id: sampleMember, name: 'Anna', chosen: true },
      { id: 'b', name: 'Profile 2', chosen: false },
    ]);
    expect(scoreView().head.profiles).toEqual([]);
  });
});

describe('tips', () => {
  it('of another pillar are for that pillar', () => {
    const view = popupView(dataOf(), around, 'insights');
    expect(view).toMatchObject({ tip: { pillar: 'insights', heading: 'Tip for Insights' } });
  });

  it('are put off one by one, in all places, until nothing is left', () => {
    const put: string[] = [];
    for (;;) {
      const choices = put.map((tip) => putOff({ member: sampleMember, tip, ticked: 0 }, sampleToday, 0));
      const view = popupView(dataOf({ choices }), around, 'total');
      if (view.kind !== 'score') throw new Error('no score');
      if (!view.tip) break;
      expect(put).not.toContain(view.tip.id);
      put.push(view.tip.id);
    }
    expect(put.length).toBeGreaterThan(20);
  });

  it('that were taken stay, with their ticks, whatever has its turn, until they are put off', () => {
    const tip = { member: sampleMember, tip: 'insights_comments', ticked: 5 };
    const seen = popupView(dataOf({ choices: [taken(tip, 1)] }), around, 'total');
    expect(seen).toMatchObject({ tip: { pillar: 'insights', taken: true, ticked: 5, hasOther: true } });
    const after = popupView(dataOf({ choices: [putOff(tip, sampleToday, 2)] }), around, 'total');
    expect(after).toMatchObject({ tip: { pillar: 'people', taken: false, ticked: 0 } });
  });
});

describe('a store that cannot be read', () => {
  it.each([
    { error: 'storage-corrupt', action: 'open-scorecard' },
    { error: 'storage-blocked', action: 'try-again' },
    { error: 'storage-unavailable', action: 'try-again' },
    { error: 'storage-full', action: 'try-again' },
  ] as const)('says so of $error and what to do', ({ error, action }) => {
    const notice = storeFailureNotice(fail(error), sayEnglish);
    expect(notice.title).toBe('Your history can’t be opened');
    expect(notice.text.length).toBeGreaterThan(20);
    expect(notice.primary.action).toBe(action);
  });

  it('of a newer version is shown, with a sentence and without a tip', () => {
    const view = scoreView({ storeTrouble: 'storage-newer' });
    expect(view.notice?.text).toMatch(/^Your history was saved by a newer version\./);
    expect(view.tip).toBeUndefined();
  });
});
