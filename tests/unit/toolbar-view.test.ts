import { expect, test } from 'vitest';
import { toolbarView, type ToolbarQuestion } from '../../src/background/toolbar-view';
import { pageTroubles } from '../../src/core/score/page-trouble';
import { sayEnglish } from '../dom/say-english';

const last = { day: '2026-10-16', shownTotal: 63, change: 1.8 };

function view(question: Partial<ToolbarQuestion> = {}) {
  return toolbarView({
    wanted: true,
    last,
    readingDue: false,
    today: '2026-10-16',
    language: 'en',
    say: sayEnglish,
    ...question,
  });
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, index) => {
      const channel = parseInt(colour.slice(1 + 2 * index, 3 + 2 * index), 16) / 255;
      return sum + weight * (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
    }, 0);
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test('the total is on the badge, the change and freshness in the title', () => {
  expect(view()).toMatchObject({
    text: '63',
    title: 'SSI 63, up 1.8 in 7 days, updated today',
    background: '#5B6070',
    colour: '#FFFFFF',
  });
});

test.each([
  [{ ...last, change: -0.4 }, 'SSI 63, down 0.4 in 7 days, updated today'],
  [{ ...last, change: 0 }, 'SSI 63, same as 7 days ago, updated today'],
  [{ day: '2026-10-15', shownTotal: 63 }, 'SSI 63, updated yesterday'],
  [{ ...last, day: '2026-10-13' }, 'SSI 63, up 1.8 in 7 days, updated 3 days ago'],
  [{ ...last, day: '2026-10-08' }, 'SSI 63, last updated 8 days ago'],
  [{ day: '2026-10-20', shownTotal: 63 }, 'SSI 63'],
])('%j is "%s"', (reading, title) => {
  expect(view({ last: reading }).title).toBe(title);
});

test('from day 8 on the badge is muted, before it is not', () => {
  const colours = (day: string) => view({ last: { ...last, day } }).background;
  expect(colours('2026-10-09')).toBe(colours('2026-10-16'));
  expect(colours('2026-10-08')).not.toBe(colours('2026-10-16'));
});

test('the number stands out from its badge by 4.5 at least, fresh and muted', () => {
  for (const day of ['2026-10-16', '2026-10-01']) {
    const { background, colour } = view({ last: { ...last, day } });
    expect(contrast(background, colour)).toBeGreaterThanOrEqual(4.5);
  }
});

test('before the first reading, and when switched off, there is no badge and the title is the name', () => {
  for (const question of [{ wanted: false }, { last: undefined }]) {
    const { last: reading, ...rest } = { last, ...question };
    const shown = toolbarView({
      wanted: true,
      readingDue: false,
      today: '2026-10-16',
      language: 'en',
      say: sayEnglish,
      ...rest,
      ...(reading && { last: reading }),
    });
    expect(shown).toMatchObject({ text: '', title: 'SSI Scorecard' });
  }
});

test.each(pageTroubles)(
  'a page that was %s says so before the score, and without it when the score is off',
  (trouble) => {
    const { title, text } = view({ trouble });
    const state = sayEnglish(`toolbar_${trouble.replaceAll('-', '_')}`);
    expect(title).toBe(`${state}. SSI 63, up 1.8 in 7 days, updated today`);
    // A number beside that would look like today's.
    expect(text).toBe(trouble === 'access-ended' ? '' : '63');
    expect(view({ trouble, wanted: false })).toMatchObject({ title: state, text: '' });
  },
);

test('a reading that no notification could ask for is marked by a dot, never by "!", and in words', () => {
  const due = view({ readingDue: true, last: { ...last, day: '2026-10-04', shownTotal: 100 } });
  expect(due.text).toBe('100•');
  expect(due.title).toBe('Time for a reading: open your SSI page. SSI 100, last updated 12 days ago');
  expect(view({ readingDue: true, wanted: false }).text).toBe('•');
});
