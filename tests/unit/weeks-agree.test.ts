import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weeklyDigest } from '../../src/core/meaning/digest';
import { weeklyRhythm } from '../../src/core/meaning/rhythm';
import { dueReminder, skipWeek } from '../../src/core/reminder/reminder';
import { addDays, dayNumber, instantOf, localDayOf, mondayOf, weekNumber } from '../../src/core/score/local-day';
import { defaultSettings } from '../../src/core/settings';
import { weekdaysView } from '../../src/scorecard/settings/weekdays-view';
import { weeksView } from '../../src/scorecard/weeks/weeks-view';
import { sayEnglish } from '../dom/say-english';
import { sampleSnapshot } from './sample-snapshot';

const day = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2028-12-31') }).map(localDayOf);
/** Weeks that begin on a Monday, a Sunday and a Saturday. */
const languages = ['de', 'en-US', 'ar-EG'];

test('rhythm, reminder and "Skip this week" have the same weeks: Monday to Sunday', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 13 }), (today, ago) => {
      const read = addDays(today, -ago);
      const isSameWeek = mondayOf(read) === mondayOf(today);
      expect(weekNumber(dayNumber(read)) === weekNumber(dayNumber(today))).toBe(isSameWeek);
      expect(weeklyRhythm([sampleSnapshot({ day: read })], today).readThisWeek).toBe(isSameWeek);
      expect(skipWeek({}, read).skippedWeek === skipWeek({}, today).skippedWeek).toBe(isSameWeek);
    }),
  );
});

test('a reading on a Sunday belongs to the week that ends with it, and is told until the next Saturday', () => {
  const sunday = '2026-11-29';
  const reading = sampleSnapshot({ day: sunday });
  for (let after = 0; after <= 8; after += 1) {
    const today = addDays(sunday, after);
    expect(weeklyRhythm([reading], today).readThisWeek).toBe(after === 0);
    const digest = weeklyDigest({ history: [reading], actions: [], choices: [], goals: [], today });
    const weekday = ((after + 6) % 7) + 1;
    const { show } = dueReminder({
      settings: { ...defaultSettings, reminder: { ...defaultSettings.reminder, weekday } },
      state: { since: instantOf(today, '08:00', 'UTC'), schedule: `weekly ${weekday} 09:00` },
      lastReadOn: sunday,
      now: instantOf(today, '09:00', 'UTC'),
      timeZone: 'UTC',
    });
    // The reminder asks for a reading exactly when its digest would have none to tell.
    expect(digest.case === 'not-read', today).toBe(after >= 7);
    expect(show, today).toBe(after >= 7 ? 'reading-wanted' : 'digest');
  }
});

test('whatever day the language’s own list begins with, the weeks and the chosen day are the same', () => {
  const history = Array.from({ length: 40 }, (_, index) => sampleSnapshot({ day: addDays('2026-10-01', index) }));
  const rows = languages.map((language) =>
    weeksView({ history, totals: [] }, [], 4, {
      today: '2026-11-09',
      timeZone: 'UTC',
      language,
      say: sayEnglish,
    }).rows.map((row) => row.week),
  );
  expect(new Set(rows.map((days) => days.join(' '))).size).toBe(1);
  // The list is the language's; what is chosen in it is always the ISO weekday.
  expect(languages.map((language) => weekdaysView(language)[0]?.weekday)).toEqual([1, 7, 6]);
  for (const language of languages) {
    expect(
      weekdaysView(language)
        .map(({ weekday }) => weekday)
        .sort(),
    ).toEqual([1, 2, 3, 4, 5, 6, 7]);
  }
});
