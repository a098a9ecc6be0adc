import { describe, expect, test } from 'vitest';
import {
  accessEndedText,
  digestText,
  goalText,
  headlineText,
  planText,
  wantedReadingText,
  type NotificationVoice,
  scoreIsBackText,
} from '../../src/words/notification-text';
import type { Digest } from '../../src/core/meaning/digest';
import type { Goal } from '../../src/core/rows/goal';
import { pillars } from '../../src/core/score/pillar';
import { tips } from '../../src/core/advice/tips';
import { sayEnglish } from '../dom/say-english';

const voice: NotificationVoice = { say: sayEnglish, language: 'en-GB', today: '2026-10-16', hideNumbers: false };
const hidden: NotificationVoice = { ...voice, hideNumbers: true };

const next = { pillar: 'people', tip: 'people_search', minutes: 10 } as const;
const goal: Goal = { id: 'one', member: 'unknown', of: 'total', target: 70, from: 56.8, setOn: '2026-09-04' };
const gain: Digest = {
  case: 'gain',
  shownTotal: 63,
  amount: 1.8,
  most: { pillar: 'insights', amount: 1.2 },
  withinNormal: false,
  next,
};
const drop: Digest = {
  case: 'drop',
  shownTotal: 56,
  amount: -0.7,
  most: { pillar: 'people', amount: -0.5 },
  withinNormal: true,
  next,
};

describe('the words of the design', () => {
  test('not read', () => {
    expect(wantedReadingText({ rhythm: 'weekly', last: { daysAgo: 12, shownTotal: 61 } }, voice)).toEqual({
      title: 'Your SSI this week?',
      body: 'Last updated 12 days ago: 61. Open your SSI page once to catch up.',
      buttons: ['open-ssi-page', 'skip-week'],
    });
  });

  test('gain', () => {
    expect(digestText(gain, voice)).toEqual({
      title: 'SSI 63, up 1.8 this week',
      body: 'Insights rose most, +1.2. Right people is next: a 10‑minute tip is waiting.',
      buttons: ['open-scorecard', 'show-tip'],
    });
  });

  test('drop', () => {
    expect(digestText(drop, voice)).toEqual({
      title: 'SSI 56, down 0.7 this week',
      body: '\u22120.7, normal for you. A 10‑minute tip is waiting.',
      buttons: ['open-scorecard', 'show-tip'],
    });
  });

  test('drop that is more than normal, with an outlook', () => {
    const outlook = { low: 54.6, high: 57.5 };
    expect(digestText({ ...drop, withinNormal: false, outlook }, voice).body).toBe(
      'Right people fell most, \u22120.5. Four weeks from now: 55 to 58. A 10‑minute tip is waiting.',
    );
    expect(digestText({ ...drop, outlook }, { ...voice, hideNumbers: true }).body).not.toContain('55');
  });

  test('no change', () => {
    expect(digestText({ case: 'no-change', shownTotal: 63, next }, voice)).toEqual({
      title: 'SSI 63, same as last week',
      body: 'Right people has the most room: a 10‑minute tip is waiting.',
      buttons: ['open-scorecard', 'show-tip'],
    });
  });

  test('goal', () => {
    expect(goalText(goal, 70.2, 'today', voice)).toEqual({
      title: 'You reached 70',
      body: 'From 56.8 on 4 September to 70.2 today. Pick a new goal, or just enjoy this one.',
      buttons: ['set-goal', 'open-scorecard'],
    });
  });
});

test('a drop that is more than a dip is not called one', () => {
  expect(digestText({ ...drop, withinNormal: false }, voice).body).not.toContain('normal');
});

test("what LinkedIn did to everybody is not the member's doing", () => {
  const text = digestText({ ...drop, rescaledOn: '2026-10-14' }, voice).body;
  expect(text).toBe('LinkedIn rescaled all scores on 14 Oct. A 10‑minute tip is waiting.');
});

test('without a tip nothing is said to be waiting, and no button leads to it', () => {
  const moved = { shownTotal: 63, amount: 1.8, withinNormal: false } as const;
  for (const digest of [
    { case: 'gain', ...moved },
    { case: 'drop', ...moved, amount: -1.8 },
  ] as const) {
    const { body, buttons } = digestText(digest, voice);
    expect(body).toBe('See how it moved on your scorecard.');
    expect(buttons).toEqual(['open-scorecard']);
  }
});

/** Every case with the longest words and numbers that it can have. */
const longest: Digest[] = pillars.flatMap((pillar): Digest[] => {
  const longTip = { pillar, tip: 'any', minutes: Math.max(...tips.map(({ minutes }) => minutes)) };
  const moved = { shownTotal: 100, next: longTip, withinNormal: true } as const;
  return [
    { case: 'not-read' },
    { case: 'not-read', last: { daysAgo: 1234, shownTotal: 100 } },
    { case: 'gain', amount: 12.5, most: { pillar: 'brand', amount: 12.5 }, ...moved },
    { case: 'gain', amount: 12.5, ...moved, rescaledOn: '2025-09-30' },
    { case: 'drop', amount: -12.5, most: { pillar, amount: -12.5 }, ...moved },
    { case: 'drop', amount: -12.5, ...moved, rescaledOn: '2025-09-30' },
    { case: 'no-change', shownTotal: 100, next: longTip },
    { case: 'no-change', shownTotal: 100 },
    { case: 'no-comparison', shownTotal: 100, next: longTip, nextComparison: '2027-09-30' },
    { case: 'milestone', shownTotal: 100, points: 100, amount: 12.5, next: longTip },
    {
      case: 'goal',
      shownTotal: 100,
      goal: { ...goal, of: pillar, target: 24.5, from: 12.5, setOn: '2025-09-30' },
      value: 24.5,
    },
    { case: 'goal', shownTotal: 100, goal: { ...goal, target: 100, setOn: '2025-09-30' }, value: 100 },
  ];
});

test.each(
  longest.flatMap((digest) =>
    [voice, { ...voice, language: 'en-US' }, hidden].map((as) => [digest.case, digest, as] as const),
  ),
)('%s: the title has at most 40 characters and the body at most 90', (_case, digest, as) => {
  const { title, body } = digestText(digest, as);
  expect(title.length, title).toBeLessThanOrEqual(40);
  expect(body.length, body).toBeLessThanOrEqual(90);
  expect(title).not.toBe('');
  expect(body).not.toBe('');
});

test.each(longest.map((digest) => [digest.case, digest] as const))(
  '%s: with numbers hidden no score is in it',
  (_case, digest) => {
    const { title, body } = digestText(digest, hidden);
    // How long the tip takes and how many days ago is no score.
    expect(`${title} ${body}`.replace(/\d+‑minute|[\d,]+ days ago/, '')).not.toMatch(/\d/);
  },
);

test('no tip takes a number of minutes that English says with "an"', () => {
  expect(tips.map(({ minutes }) => String(minutes)).filter((minutes) => /^(8|11$|18$)/.test(minutes))).toEqual([]);
});

test.each([voice, hidden])(
  'that reminders pause, and that the score is back, fit and hide what shall be hidden',
  (as) => {
    for (const { title, body, buttons } of [accessEndedText(as), scoreIsBackText(63, as)]) {
      expect(title.length, title).toBeLessThanOrEqual(40);
      expect(body.length, body).toBeLessThanOrEqual(90);
      expect(buttons).toEqual(['open-scorecard']);
    }
    expect(scoreIsBackText(63, as).title.includes('63')).toBe(!as.hideNumbers);
  },
);

test('a plan that waits is told without a score, within the limits', () => {
  expect(planText({ begun: { done: 1, all: 3, pillar: 'people', minutes: 10 } }, voice)).toEqual({
    title: 'Your week: 1 of 3 done',
    body: 'A 10‑minute tip for Right people is waiting.',
    buttons: ['show-plan'],
  });
  expect(planText({}, hidden)).toMatchObject({ title: 'A plan for this week?' });
  for (const pillar of pillars) {
    const { title, body } = planText({ begun: { done: 4, all: 4, pillar, minutes: 60 } }, voice);
    expect([title.length <= 40, body.length <= 90]).toEqual([true, true]);
  }
});

test('the weekly review begins with the words of its notification', () => {
  for (const digest of [gain, drop]) {
    const { title, told } = headlineText(digest, voice);
    const text = digestText(digest, voice);
    expect(text.title).toBe(title);
    expect(text.body.startsWith(told)).toBe(true);
  }
});
