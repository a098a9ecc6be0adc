import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/core/score/local-day';
import {
  dueReminder,
  heldUntil,
  isReadingDue,
  skipWeek,
  snoozeUntilTomorrow,
  startReminders,
  withReading,
  type ReminderState,
} from '../../src/core/reminder/reminder';
import { defaultSettings, type Settings } from '../../src/core/settings';

type ReminderSettings = Settings['reminder'];

const hour = 3_600_000;
const day = 24 * hour;
/** Every reminder in these tests began long before. */
const begun: ReminderState = { since: Date.parse('2026-01-01T00:00:00Z'), schedule: 'weekly 5 09:00' };

/** An instant by the wall clock of a zone. */
function at(local: string, timeZone = 'Europe/Berlin'): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds;
}

function wall(instant: number | undefined, timeZone = 'Europe/Berlin'): string | undefined {
  if (instant === undefined) return undefined;
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

function ask(
  local: string,
  {
    state = begun,
    timeZone = 'Europe/Berlin',
    lastReadOn,
    toolbar = true,
    accessEnded = false,
    planWaits = false,
    ...reminder
  }: Partial<ReminderSettings> & {
    accessEnded?: boolean;
    planWaits?: boolean;
    state?: ReminderState;
    timeZone?: string;
    lastReadOn?: string;
    toolbar?: boolean;
  } = {},
) {
  return dueReminder({
    settings: { reminder: { ...defaultSettings.reminder, ...reminder }, toolbar },
    state,
    accessEnded,
    planWaits,
    now: at(local, timeZone),
    timeZone,
    ...(lastReadOn !== undefined && { lastReadOn }),
  });
}

/** The state after a reminder of `dueOn` that came at `local`. */
function shownAt(local: string, dueOn = local.slice(0, 10), timeZone = 'Europe/Berlin'): ReminderState {
  return {
    ...begun,
    last: { kind: 'reading-wanted', dueOn, shownOn: local.slice(0, 10), at: at(local, timeZone) },
  };
}

describe('when it comes', () => {
  test('Friday 09:00 is due at 09:00 and not a minute before', () => {
    expect(ask('2026-10-16T08:59').show).toBeUndefined();
    expect(ask('2026-10-16T09:00').show).toBe('reading-wanted');
  });

  test('once it came it is not due again, however often it is asked', () => {
    const first = ask('2026-10-16T09:00');
    for (const later of ['2026-10-16T09:00', '2026-10-16T09:01', '2026-10-17T12:00', '2026-10-22T23:00']) {
      expect(ask(later, { state: first.state }).show).toBeUndefined();
    }
    expect(ask('2026-10-23T09:00', { state: first.state }).show).toBe('reading-wanted');
  });

  test('what is remembered stays the very same where nothing is due, also at the instant it began and at that of a reminder', () => {
    const { state } = ask('2026-10-16T09:00');
    for (const now of ['2026-10-16T09:00', '2026-10-17T12:00']) expect(ask(now, { state }).state).toBe(state);
    const justBegun = { ...begun, since: at('2026-10-14T10:00') };
    expect(ask('2026-10-14T10:00', { state: justBegun }).state).toBe(justBegun);
  });

  test('it remembers the day it was due, the day it came and the instant', () => {
    expect(ask('2026-10-17T15:30').state.last).toEqual({
      kind: 'reading-wanted',
      dueOn: '2026-10-16',
      shownOn: '2026-10-17',
      at: at('2026-10-17T15:30'),
    });
  });

  test('missed in sleep it comes once on waking, up to two days late; after that the next one is waited for', () => {
    expect(ask('2026-10-18T09:00').show).toBe('reading-wanted');
    expect(ask('2026-10-18T09:01').show).toBeUndefined();
    expect(ask('2026-10-22T10:00').show).toBeUndefined();
    const late = ask('2026-10-18T08:59').state;
    expect(ask('2026-10-23T09:00', { state: late }).show).toBe('reading-wanted');
  });

  test('after weeks of sleep one comes, not one for each week', () => {
    const before = shownAt('2026-09-11T09:00');
    const woken = ask('2026-10-16T10:00', { state: before });
    expect(woken.show).toBe('reading-wanted');
    expect(ask('2026-10-16T10:01', { state: woken.state }).show).toBeUndefined();
  });

  test('nothing is due before reminders began, and nothing from before that is caught up', () => {
    expect(ask('2026-10-16T09:00', { state: {} })).toEqual({ state: {}, nextTick: at('2026-10-17T00:00') });
    const begunAfter = startReminders({}, at('2026-10-16T10:00'));
    expect(ask('2026-10-16T11:00', { state: begunAfter }).show).toBeUndefined();
    expect(ask('2026-10-23T09:00', { state: begunAfter }).show).toBe('reading-wanted');
    expect(startReminders(begunAfter, at('2026-10-20T10:00'))).toBe(begunAfter);
  });

  test.each(['2026-10-14T10:00', '2026-10-16T08:59', '2026-10-16T09:00'])(
    'the first one is due though nobody looked since reminders began at %s',
    (start) => {
      expect(ask('2026-10-16T10:00', { state: startReminders({}, at(start)) }).show).toBe('reading-wanted');
    },
  );

  test('off is off, and wakes the worker at midnight for the toolbar alone', () => {
    expect(ask('2026-10-16T09:00', { rhythm: 'off' })).toEqual({ state: begun, nextTick: at('2026-10-17T00:00') });
    expect(ask('2026-10-16T09:00', { rhythm: 'off', toolbar: false })).toEqual({ state: begun });
  });
});

describe('what it is about', () => {
  test('a page read in the last seven days gets the digest, otherwise the reading is asked for', () => {
    expect(ask('2026-10-16T09:00', { lastReadOn: '2026-10-16' }).show).toBe('digest');
    expect(ask('2026-10-16T09:00', { lastReadOn: '2026-10-10' }).show).toBe('digest');
    expect(ask('2026-10-16T09:00', { lastReadOn: '2026-10-09' }).show).toBe('reading-wanted');
    expect(ask('2026-10-16T09:00').show).toBe('reading-wanted');
  });

  test('a reading stays due until the page is read or the week is skipped', () => {
    const { state } = ask('2026-10-16T09:00');
    expect(isReadingDue(state, undefined)).toBe(true);
    expect(isReadingDue(state, at('2026-10-16T08:59'))).toBe(true);
    for (const read of ['2026-10-16T09:00', '2026-10-16T09:01']) expect(isReadingDue(state, at(read))).toBe(false);
    expect(isReadingDue(skipWeek(state, '2026-10-16'), undefined)).toBe(false);
    expect(isReadingDue(ask('2026-10-16T09:00', { lastReadOn: '2026-10-15' }).state, at('2026-10-15T09:00'))).toBe(
      false,
    );
    expect(isReadingDue({}, undefined)).toBe(false);
  });
});

describe('quiet hours', () => {
  const quiet = { from: '20:00', to: '08:00' };

  test('a reminder missed in sleep waits for their end, and a look is wanted then', () => {
    const held = ask('2026-10-16T22:00', { quiet });
    expect(held.show).toBeUndefined();
    expect(wall(held.nextTick)).toBe('2026-10-17T00:00');
    expect(wall(ask('2026-10-17T00:00', { quiet }).nextTick)).toBe('2026-10-17T08:00');
    expect(ask('2026-10-17T07:59', { quiet }).show).toBeUndefined();
    expect(ask('2026-10-17T08:00', { quiet }).show).toBe('reading-wanted');
  });

  test.each([
    ['21:00', '2026-10-17T08:00'],
    ['06:30', '2026-10-16T08:00'],
    ['20:00', '2026-10-17T08:00'],
    ['08:00', '2026-10-16T08:00'],
  ])('a time inside them, %s, means their end: %s', (time, due) => {
    const state = { ...begun, schedule: `weekly 5 ${time}` };
    const justBefore = wall(at(due) - 60_000) ?? '';
    expect(ask(justBefore, { quiet, time, state }).show).toBeUndefined();
    expect(ask(due, { quiet, time, state }).show).toBe('reading-wanted');
  });

  test('two late days and a late hour never cost the next week its reminder', () => {
    const evening = { quiet, time: '21:00' };
    const late = ask('2026-10-19T08:00', { ...evening, state: { ...begun, schedule: 'weekly 5 21:00' } });
    expect(late.state.last).toMatchObject({ dueOn: '2026-10-16', shownOn: '2026-10-19' });
    expect(ask('2026-10-24T08:00', { ...evening, state: late.state }).show).toBe('reading-wanted');
  });

  test('on a day that has their end twice nothing comes in between', () => {
    // In Berlin 02:00 to 03:00 comes twice on 25 October 2026; quiet until 02:30, so the second 02:00 is quiet again.
    const night = { quiet: { from: '22:00', to: '02:30' }, weekday: 7, time: '00:30' };
    const state = { ...begun, schedule: 'weekly 7 00:30' };
    const secondTwo = Temporal.PlainDateTime.from('2026-10-25T02:10').toZonedDateTime('Europe/Berlin', {
      disambiguation: 'later',
    });
    const decision = dueReminder({
      settings: { reminder: { ...defaultSettings.reminder, ...night }, toolbar: true },
      state,
      now: secondTwo.epochMilliseconds,
      timeZone: 'Europe/Berlin',
    });
    expect(decision.show).toBeUndefined();
    expect(decision.nextTick).toBe(secondTwo.epochMilliseconds + 20 * 60_000);
  });

  test('that begin and end at the same time are none', () => {
    expect(ask('2026-10-16T09:00', { quiet: { from: '09:00', to: '09:00' } }).show).toBe('reading-wanted');
  });
});

describe('a changed setting', () => {
  test('another day counts from now on: nothing is caught up', () => {
    expect(ask('2026-10-16T08:00', { weekday: 4 }).show).toBeUndefined();
  });

  test('never makes two in a week', () => {
    const friday = shownAt('2026-10-16T09:00');
    for (const weekday of [6, 7]) {
      const changed = ask('2026-10-16T12:00', { weekday, state: friday }).state;
      const due = addDays('2026-10-16', weekday - 5);
      expect(ask(`${due}T09:00`, { weekday, state: changed }).show).toBeUndefined();
      expect(ask(`${addDays(due, 7)}T09:00`, { weekday, state: changed }).show).toBe('reading-wanted');
    }
  });

  test('never makes two in a week, from its first day to its last', () => {
    const monday = { ...shownAt('2026-10-12T09:00'), schedule: 'weekly 1 09:00' };
    const changed = ask('2026-10-12T12:00', { weekday: 7, state: monday }).state;
    expect(ask('2026-10-18T09:00', { weekday: 7, state: changed }).show).toBeUndefined();
    expect(ask('2026-10-25T09:00', { weekday: 7, state: changed }).show).toBe('reading-wanted');
  });

  test('from the end of one week to the start of the next waits a week longer', () => {
    const sunday = { ...shownAt('2026-10-18T09:00'), schedule: 'weekly 7 09:00' };
    const changed = ask('2026-10-18T12:00', { weekday: 1, state: sunday }).state;
    expect(ask('2026-10-19T09:00', { weekday: 1, state: changed }).show).toBeUndefined();
    expect(ask('2026-10-26T09:00', { weekday: 1, state: changed }).show).toBe('reading-wanted');
  });

  test('a later time on the same day is the next tick', () => {
    expect(wall(ask('2026-10-16T08:00').nextTick)).toBe('2026-10-16T09:00');
    expect(wall(ask('2026-10-16T08:00', { time: '17:15' }).nextTick)).toBe('2026-10-16T17:15');
  });
});

describe('clocks', () => {
  test('set back by an hour or a day after the reminder: it does not come again', () => {
    const friday = shownAt('2026-10-16T09:00');
    for (const back of ['2026-10-16T08:00', '2026-10-15T09:00']) {
      const { state } = ask(back, { state: friday });
      expect(ask('2026-10-16T09:00', { state }).show).toBeUndefined();
      expect(ask('2026-10-23T09:00', { state }).show).toBe('reading-wanted');
    }
  });

  test('set back before reminders began: they begin now', () => {
    const { state } = ask('2026-10-16T08:59', { state: { ...begun, since: at('2031-01-01T00:00') } });
    expect(state).toEqual({ ...begun, since: at('2026-10-16T08:59') });
    expect(ask('2026-10-16T09:00', { state }).show).toBe('reading-wanted');
  });

  test('set back after a reminder that quiet hours carried into the next week: that week still has its own', () => {
    const sunday = { weekday: 7, time: '22:00', quiet: { from: '20:00', to: '08:00' } } as const;
    const came = { ...shownAt('2026-10-19T08:00', '2026-10-18'), schedule: 'weekly 7 22:00' };
    const { state } = ask('2026-10-19T07:30', { ...sunday, state: came });
    expect(state.last).toMatchObject({ dueOn: '2026-10-18', shownOn: '2026-10-19', at: at('2026-10-19T07:30') });
    expect(ask('2026-10-26T08:00', { ...sunday, state }).show).toBe('reading-wanted');
  });

  test('set back by years: the next reminder comes within two weeks', () => {
    const future = shownAt('2031-01-03T09:00');
    const { state } = ask('2026-10-12T10:00', { state: future });
    expect(ask('2026-10-16T09:00', { state }).show).toBeUndefined();
    expect(ask('2026-10-23T09:00', { state }).show).toBe('reading-wanted');
  });

  test('Friday 09:00 stays 09:00 on the wall over both daylight-saving weekends', () => {
    for (const [before, after] of [
      ['2026-03-27', '2026-04-03'],
      ['2026-10-23', '2026-10-30'],
    ] as const) {
      const { state } = ask(`${before}T09:00`);
      expect(ask(`${after}T08:59`, { state }).show).toBeUndefined();
      expect(ask(`${after}T09:00`, { state }).show).toBe('reading-wanted');
    }
  });

  test('a time that the clock skips comes after the gap; one that it shows twice comes once', () => {
    const sunday = { weekday: 7, time: '02:30', quiet: { from: '04:00', to: '04:00' } };
    const state = { ...begun, schedule: 'weekly 7 02:30' };
    expect(ask('2026-03-29T01:59', { ...sunday, state }).show).toBeUndefined();
    expect(ask('2026-03-29T03:30', { ...sunday, state }).show).toBe('reading-wanted');
    const first = ask('2026-10-25T02:30', { ...sunday, state });
    expect(first.show).toBe('reading-wanted');
    expect(ask('2026-10-25T03:00', { ...sunday, state: first.state }).show).toBeUndefined();
  });

  test('a flight on Friday morning: one reminder, by the clock of where the member is', () => {
    // Berlin to New York before nine: nine o'clock comes again six hours later.
    expect(wall(ask('2026-10-16T02:00', { timeZone: 'America/New_York' }).nextTick, 'America/New_York')).toBe(
      '2026-10-16T09:00',
    );
    expect(ask('2026-10-16T08:59', { timeZone: 'America/New_York' }).show).toBeUndefined();
    // After nine in Berlin: it came there.
    const berlin = ask('2026-10-16T09:00').state;
    expect(ask('2026-10-16T09:00', { timeZone: 'America/New_York', state: berlin }).show).toBeUndefined();
    // Over the date line, Friday comes twice.
    const auckland = ask('2026-10-16T09:00', { timeZone: 'Pacific/Auckland' }).state;
    expect(ask('2026-10-16T09:00', { timeZone: 'America/Los_Angeles', state: auckland }).show).toBeUndefined();
    expect(ask('2026-10-23T09:00', { timeZone: 'America/Los_Angeles', state: auckland }).show).toBe('reading-wanted');
  });
});

describe('weekdays', () => {
  const weekdays = { rhythm: 'weekdays', state: { ...begun, schedule: 'weekdays 09:00' } } as const;

  test('comes from Monday to Friday, not at the weekend, and not when today was read', () => {
    const came = Array.from({ length: 7 }, (_, index) => ask(`${addDays('2026-10-12', index)}T09:00`, weekdays).show);
    expect(came.map((show) => show !== undefined)).toEqual([true, true, true, true, true, false, false]);
    expect(ask('2026-10-14T09:00', { ...weekdays, lastReadOn: '2026-10-14' }).show).toBeUndefined();
    expect(ask('2026-10-14T09:00', { ...weekdays, lastReadOn: '2026-10-13' }).show).toBe('reading-wanted');
  });

  test('a missed one comes later that day, not the next', () => {
    expect(ask('2026-10-14T17:00', weekdays).show).toBe('reading-wanted');
    expect(ask('2026-10-15T08:30', weekdays).show).toBeUndefined();
    expect(ask('2026-10-17T10:00', weekdays).show).toBeUndefined();
  });

  test('one a day, also when it came late or for another day', () => {
    const last = (dueOn: string, shownOn: string) =>
      ({ kind: 'reading-wanted', dueOn, shownOn, at: at('2026-10-14T08:00') }) as const;
    const again = (dueOn: string, shownOn: string) =>
      ask('2026-10-14T09:00', { ...weekdays, state: { ...weekdays.state, last: last(dueOn, shownOn) } }).show;
    expect(again('2026-10-13', '2026-10-13')).toBe('reading-wanted');
    expect(again('2026-10-14', '2026-10-14')).toBeUndefined();
    expect(again('2026-10-12', '2026-10-14')).toBeUndefined();
  });

  test('a time in quiet hours that cross midnight comes in the mornings from Monday to Friday, not from Tuesday to Saturday', () => {
    const evening = { rhythm: 'weekdays', time: '22:00', quiet: { from: '20:00', to: '08:00' } } as const;
    let state: ReminderState = { ...begun, schedule: 'weekdays 22:00' };
    const came = Array.from({ length: 7 }, (_, index) => {
      const decision = ask(`${addDays('2026-10-12', index)}T08:00`, { ...evening, state });
      ({ state } = decision);
      return decision.show !== undefined;
    });
    expect(came).toEqual([true, true, true, true, true, false, false]);
    expect(state.last).toMatchObject({ dueOn: '2026-10-16', shownOn: '2026-10-16' });
    // Sunday's time is Monday's reminder, and of Monday's week.
    const monday = '2026-10-19T08:00';
    expect(ask(monday, { ...evening, state: skipWeek(state, '2026-10-18') }).show).toBe('reading-wanted');
    expect(ask(monday, { ...evening, state: skipWeek(state, '2026-10-19') }).show).toBeUndefined();
  });
});

describe('skip and snooze', () => {
  test('a weekly reminder that quiet hours carry into the next week is of the week that was chosen', () => {
    const sunday = { weekday: 7, time: '22:00', quiet: { from: '20:00', to: '08:00' } } as const;
    const state = { ...begun, schedule: 'weekly 7 22:00' };
    const monday = '2026-10-19T08:00';
    expect(ask(monday, { ...sunday, state }).state.last).toMatchObject({ dueOn: '2026-10-18', shownOn: '2026-10-19' });
    expect(ask(monday, { ...sunday, state: skipWeek(state, '2026-10-18') }).show).toBeUndefined();
    expect(ask(monday, { ...sunday, state: skipWeek(state, '2026-10-19') }).show).toBe('reading-wanted');
  });

  test('a skipped week has none, the next has', () => {
    const state = skipWeek(begun, '2026-10-14');
    expect(ask('2026-10-16T09:00', { state }).show).toBeUndefined();
    expect(ask('2026-10-23T09:00', { state }).show).toBe('reading-wanted');
    const weekdays = { rhythm: 'weekdays', state: { ...state, schedule: 'weekdays 09:00' } } as const;
    expect(ask('2026-10-15T09:00', weekdays).show).toBeUndefined();
    expect(ask('2026-10-19T09:00', weekdays).show).toBe('reading-wanted');
  });

  test('put off until tomorrow it comes once, at the chosen time, and the next week has its own', () => {
    const state = snoozeUntilTomorrow(
      shownAt('2026-10-16T09:00'),
      defaultSettings,
      at('2026-10-16T09:05'),
      'Europe/Berlin',
    );
    expect(ask('2026-10-17T08:59', { state })).toEqual({ state, nextTick: at('2026-10-17T09:00') });
    const again = ask('2026-10-17T09:00', { state });
    expect(again).toMatchObject({ show: 'reading-wanted', nextTick: at('2026-10-18T00:00') });
    expect(ask('2026-10-17T09:01', { state: again.state }).show).toBeUndefined();
    expect(ask('2026-10-23T09:00', { state: again.state }).show).toBe('reading-wanted');
  });

  test.each([
    ['three days from now stays', '2026-10-17T12:00', '2026-10-17T12:00'],
    ['further away than anybody can put it off is forgotten: the clock was set back', '2026-10-17T12:01', undefined],
  ])('what comes again %s', (_, until, kept) => {
    const state = { ...shownAt('2026-10-13T09:00'), snoozedUntil: at(until) };
    expect(wall(ask('2026-10-14T12:00', { state }).state.snoozedUntil)).toBe(kept);
  });

  test('a reading where nothing was in the way changes nothing', () => {
    for (const state of [begun, { ...begun, pauseTold: false }]) expect(withReading(state)).toBe(state);
  });

  test('a reading or a skipped week ends it, and more than two days of sleep', () => {
    const state = snoozeUntilTomorrow(
      shownAt('2026-10-16T09:00'),
      defaultSettings,
      at('2026-10-16T09:05'),
      'Europe/Berlin',
    );
    for (const ended of [withReading(state), skipWeek(state, '2026-10-16')]) {
      expect(ask('2026-10-17T09:00', { state: ended }).show).toBeUndefined();
    }
    expect(ask('2026-10-19T09:00', { state }).show).toBe('reading-wanted');
    const slept = ask('2026-10-19T09:01', { state });
    expect(slept.show).toBeUndefined();
    expect(slept.state).toEqual(withReading(state));
  });
});

describe('access that LinkedIn has ended', () => {
  /** What was shown at hourly looks from `from` on, for `days`. */
  function lookHourly(from: string, days: number, state: ReminderState, accessEnded: boolean, lastReadOn: string) {
    const shown: { kind: string; at: string }[] = [];
    for (let hours = 0; hours < days * 24; hours += 1) {
      const local = Temporal.PlainDateTime.from(from).add({ hours }).toString();
      const { show, state: next } = ask(local, { state, accessEnded, lastReadOn });
      if (show) shown.push({ kind: show, at: local });
      state = next;
    }
    return { shown, state };
  }

  test('pauses the asking, which is said once in four weeks, and a score that is read again brings it back', () => {
    const ended = lookHourly('2026-10-14T00:00', 28, begun, true, '2026-10-09');
    expect(ended.shown).toEqual([{ kind: 'access-ended', at: '2026-10-16T09:00:00' }]);
    expect(isReadingDue(ended.state, undefined)).toBe(false);

    const back = lookHourly('2026-11-11T12:00', 14, withReading(ended.state), false, '2026-11-11');
    expect(back.shown).toEqual([
      { kind: 'digest', at: '2026-11-13T09:00:00' },
      { kind: 'reading-wanted', at: '2026-11-20T09:00:00' },
    ]);
    // Should it end once more, that is news again.
    const again = lookHourly('2026-11-25T12:00', 14, back.state, true, '2026-11-11');
    expect(again.shown).toEqual([{ kind: 'access-ended', at: '2026-11-27T09:00:00' }]);
  });

  test('speaks of the plan once it was told, as long as something of it waits, and never of a reading', () => {
    const told: ReminderState = { ...begun, pauseTold: true };
    const on = (planWaits: boolean, state = told) => ask('2026-10-16T09:00', { state, accessEnded: true, planWaits });
    expect(on(true).show).toBe('plan');
    expect(on(true).state.last?.kind).toBe('plan');
    expect(isReadingDue(on(true).state, undefined)).toBe(false);
    expect(on(false).show).toBeUndefined();
    expect(on(true, begun).show).toBe('access-ended');
    // One a week, as ever.
    expect(ask('2026-10-17T09:00', { state: on(true).state, accessEnded: true, planWaits: true }).show).toBeUndefined();
    expect(ask('2026-10-23T09:00', { state: on(true).state, accessEnded: true, planWaits: true }).show).toBe('plan');
    expect(ask('2026-10-16T09:00', { state: told, planWaits: true }).show).toBe('reading-wanted');
  });

  test('is told of once and then passes in silence where nothing is said of a plan', () => {
    const told = { ...begun, pauseTold: true };
    const question = { settings: defaultSettings, accessEnded: true, now: at('2026-10-16T09:00') };
    expect(dueReminder({ ...question, state: told, timeZone: 'Europe/Berlin' }).show).toBeUndefined();
    expect(dueReminder({ ...question, state: begun, timeZone: 'Europe/Berlin' }).show).toBe('access-ended');
  });

  test('takes with it what was put off', () => {
    const { state } = lookHourly('2026-10-16T08:00', 2, begun, false, '2026-10-02');
    const putOff = snoozeUntilTomorrow(
      { ...state, pauseTold: true },
      { reminder: defaultSettings.reminder },
      at('2026-10-17T10:00', 'Europe/Berlin'),
      'Europe/Berlin',
    );
    const after = lookHourly('2026-10-17T11:00', 7, putOff, true, '2026-10-02');
    expect(after.shown).toEqual([]);
    expect(after.state.snoozedUntil).toBeUndefined();
  });
});

describe('ticks', () => {
  test('are always ahead, and two on any day, whatever the rhythm', () => {
    for (const rhythm of ['weekly', 'weekdays'] as const) {
      for (const [zone, start] of [
        ['Europe/Berlin', '2026-03-20T00:00'],
        ['America/Santiago', '2026-09-01T00:00'],
        ['Australia/Lord_Howe', '2026-04-01T00:00'],
      ] as const) {
        let now = at(start, zone);
        let state: ReminderState = { ...begun, schedule: rhythm === 'weekly' ? 'weekly 5 09:00' : 'weekdays 09:00' };
        const ticks = new Map<string, number>();
        while (now < at(start, zone) + 14 * day) {
          const decision = dueReminder({
            settings: { ...defaultSettings, reminder: { ...defaultSettings.reminder, rhythm } },
            state,
            now,
            timeZone: zone,
          });
          expect(decision.nextTick).toBeGreaterThan(now);
          state = decision.state;
          now = decision.nextTick ?? Infinity;
          const on = wall(now, zone)?.slice(0, 10) ?? '';
          ticks.set(on, (ticks.get(on) ?? 0) + 1);
        }
        expect(Math.max(...ticks.values())).toBe(2);
      }
    }
  });
});

test('a time inside the quiet hours says when the reminder comes instead', () => {
  const held = (time: string, changes: Partial<ReminderSettings>, now = '2026-11-25T12:00') =>
    wall(heldUntil({ ...defaultSettings.reminder, time, ...changes }, at(now), 'Europe/Berlin'));
  const night = { from: '20:00', to: '08:00' };
  expect(held('21:00', { quiet: night, weekday: 5 })).toBe('2026-11-28T08:00');
  expect(held('07:00', { quiet: night, weekday: 5 })).toBe('2026-11-27T08:00');
  expect(held('09:00', { quiet: night, weekday: 5 })).toBeUndefined();
  expect(held('13:00', { quiet: { from: '12:00', to: '14:00' }, rhythm: 'weekdays' }, '2026-11-27T15:00')).toBe(
    '2026-11-30T14:00',
  );
  expect(held('21:00', { quiet: night, rhythm: 'off' })).toBeUndefined();
  // The morning after the chosen day is still its; at that very instant the next one is a week away.
  expect(held('21:00', { quiet: night, weekday: 5 }, '2026-11-28T07:00')).toBe('2026-11-28T08:00');
  expect(held('21:00', { quiet: night, weekday: 5 }, '2026-11-28T08:00')).toBe('2026-12-05T08:00');
  // Thursday's evening is Friday's morning, a weekday still; quiet hours that end as it falls due hold nothing.
  expect(held('21:00', { quiet: night, rhythm: 'weekdays' }, '2026-11-26T22:00')).toBe('2026-11-27T08:00');
  expect(held('08:00', { quiet: night, weekday: 5 })).toBeUndefined();
});
