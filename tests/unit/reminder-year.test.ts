// A year with a reminder, simulated: a computer that is used and sleeps at random, a member who travels, reads the page and changes their mind.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dueReminder,
  startReminders,
  withReading,
  type ReminderKind,
  type ReminderState,
} from '../../src/core/reminder/reminder';
import type { Settings } from '../../src/core/settings';
import { longRuns, seed } from '../long-runs';

const runs = longRuns(15, 200);

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.parse('2026-02-01T00:00:00Z');
const end = start + 365 * day;

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'America/Santiago',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
] as const;

type ReminderSettings = Settings['reminder'];

/** Something that happens at a real instant, whether or not the computer is on. */
type Happening =
  | { readonly at: number; readonly kind: 'travel'; readonly zone: string }
  | { readonly at: number; readonly kind: 'settings'; readonly reminder: ReminderSettings }
  | { readonly at: number; readonly kind: 'clock-set-back'; readonly by: number }
  | { readonly at: number; readonly kind: 'read' | 'access-ended' | 'worker-wakes' };

interface Year {
  readonly reminder: ReminderSettings;
  readonly zone: string;
  /** When the computer is on, in turn: real instants, the end excluded. */
  readonly on: readonly { readonly from: number; readonly to: number; readonly restart: boolean }[];
  readonly happenings: readonly Happening[];
}

interface Shown {
  /** Real instant. */
  readonly at: number;
  /** What the clock showed. */
  readonly local: Temporal.ZonedDateTime;
  readonly reminder: ReminderSettings;
  readonly dueOn: string | undefined;
}

/**
 * Lives through the year. `timersSleep`: alarms stand still while the computer sleeps (Firefox) or fire when it wakes (Chromium). `hear` is told in
 * turn of each visit to the page, and of what kind each reminder was.
 */
function live(
  year: Year,
  timersSleep: boolean,
  hear: (what: 'read' | 'ended' | ReminderKind) => void = () => undefined,
): Shown[] {
  const shown: Shown[] = [];
  let { reminder, zone } = year;
  let setBack = 0;
  let lastReadAt: number | undefined;
  let accessEnded = false;
  let state: ReminderState = startReminders({}, start);
  // By the real clock, as the timers see it.
  let alarm = Infinity;

  const look = (real: number) => {
    const now = real - setBack;
    const local = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
    const decision = dueReminder({
      settings: { reminder, toolbar: true },
      state,
      accessEnded,
      now,
      timeZone: zone,
      ...(lastReadAt !== undefined && lastReadAt <= now && { lastReadOn: local(lastReadAt).toPlainDate().toString() }),
    });
    ({ state } = decision);
    if (decision.show) hear(decision.show);
    if (decision.show) shown.push({ at: real, local: local(now), reminder, dueOn: state.last?.dueOn });
    alarm = (decision.nextTick ?? Infinity) + setBack;
    if (alarm <= real) throw new Error('The next tick is not ahead.');
  };

  let next = 0;
  let asleepSince = start;
  for (const { from, to, restart } of year.on) {
    if (timersSleep && !restart) alarm += from - asleepSince;
    // What happens while the computer is off is found on waking; what needs the computer does not happen.
    for (; (year.happenings[next]?.at ?? Infinity) < from; next += 1) happen(year.happenings[next]!, false, from);
    if (restart) look(from);
    let now = from;
    for (;;) {
      const happening = year.happenings[next];
      now = Math.max(now, Math.min(alarm, happening?.at ?? Infinity));
      if (now >= to) break;
      if (happening && happening.at <= alarm) {
        happen(happening, true, now);
        next += 1;
      } else look(now);
    }
    asleepSince = to;
  }
  return shown;

  function happen(happening: Happening, isOn: boolean, real: number): void {
    switch (happening.kind) {
      case 'travel':
        zone = happening.zone;
        break;
      case 'clock-set-back':
        setBack += happening.by;
        break;
      case 'settings':
        if (!isOn) break;
        ({ reminder } = happening);
        look(real);
        break;
      case 'read':
        if (!isOn) break;
        hear('read');
        accessEnded = false;
        state = withReading(state);
        lastReadAt = real - setBack;
        look(real);
        break;
      case 'access-ended':
        if (!isOn) break;
        hear('ended');
        accessEnded = true;
        look(real);
        break;
      case 'worker-wakes':
        if (isOn) look(real);
    }
  }
}

const timeOfDay = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 59))
  .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);

const reminderSettings = (rhythm: ReminderSettings['rhythm']): fc.Arbitrary<ReminderSettings> =>
  fc
    .record({
      weekday: fc.integer({ min: 1, max: 7 }),
      time: fc.oneof(fc.constant('09:00'), timeOfDay),
      quiet: fc.oneof(
        fc.constant({ from: '20:00', to: '08:00' }),
        fc.record({ from: timeOfDay, to: timeOfDay }),
        fc.constant(undefined),
      ),
    })
    .map(({ weekday, time, quiet }) => ({ rhythm, weekday, time, hideNumbers: false, ...(quiet && { quiet }) }));

const instant = fc.integer({ min: 0, max: 365 * 24 * 60 }).map((minutes) => start + minutes * minute);

/** Hours on and hours off in turn: working days, whole days, weekends and holidays. */
const use = fc
  .array(
    fc.tuple(
      fc.oneof(fc.double({ min: 0.05, max: 2, noNaN: true }), fc.double({ min: 2, max: 60, noNaN: true })),
      fc.oneof(
        { weight: 12, arbitrary: fc.double({ min: 0.1, max: 16, noNaN: true }) },
        { weight: 4, arbitrary: fc.double({ min: 16, max: 80, noNaN: true }) },
        { weight: 1, arbitrary: fc.double({ min: 80, max: 24 * 21, noNaN: true }) },
      ),
      fc.boolean(),
    ),
    { minLength: 40, maxLength: 400 },
  )
  .map((turns) => {
    let now = start;
    return turns
      .map(([on, off, restart], index) => {
        const from = now;
        const to = from + Math.round(on * hour);
        now = to + Math.round(off * hour);
        return { from, to: Math.min(to, end), restart: restart || index === 0 };
      })
      .filter(({ from, to }) => from < to);
  });

function years(
  rhythm: ReminderSettings['rhythm'],
  { changes, setBacks, ends = 0 }: { readonly changes: number; readonly setBacks: number; readonly ends?: number },
): fc.Arbitrary<Year> {
  const happening = <Kind extends object>(kind: fc.Arbitrary<Kind>, most: number) =>
    fc.array(
      fc.tuple(instant, kind).map(([at, what]) => ({ at, ...what })),
      { maxLength: most },
    );
  return fc
    .tuple(
      reminderSettings(rhythm),
      fc.constantFrom(...zones),
      use,
      happening(fc.record({ kind: fc.constant('travel'), zone: fc.constantFrom(...zones) }), 8),
      happening(fc.constant({ kind: 'read' }), ends > 0 ? 8 : 60),
      happening(fc.constant({ kind: 'access-ended' }), ends),
      happening(fc.constant({ kind: 'worker-wakes' }), 60),
      happening(fc.record({ kind: fc.constant('settings'), reminder: reminderSettings(rhythm) }), changes),
      happening(
        fc.record({
          kind: fc.constant('clock-set-back'),
          by: fc.integer({ min: 1, max: 20 * 24 * 60 }).map((by) => by * minute),
        }),
        setBacks,
      ),
    )
    .map(([reminder, zone, on, ...happenings]) => ({
      reminder,
      zone,
      on,
      happenings: (happenings.flat() as Happening[]).toSorted((one, other) => one.at - other.at),
    }));
}

/** Minutes until the quiet hours end, 0 outside them: by arithmetic on minutes, not by our code. */
function quietMinutesLeft({ local, reminder: { quiet } }: Pick<Shown, 'local' | 'reminder'>): number {
  if (!quiet) return 0;
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const length = (minutes(quiet.to) - minutes(quiet.from) + 1440) % 1440;
  return Math.max(0, length - ((local.hour * 60 + local.minute - minutes(quiet.from) + 1440) % 1440));
}

function isQuietMoment(shown: Pick<Shown, 'local' | 'reminder'>): boolean {
  return quietMinutesLeft(shown) > 0;
}

/** The first moment from `at` on that is not quiet: where the clocks are changed on the way there, minute by minute. */
function firstLoudMoment(at: number, reminder: ReminderSettings, zone: string): number {
  const localAt = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  for (let now = at; ;) {
    const local = localAt(now);
    const left = quietMinutesLeft({ local, reminder });
    if (left === 0) return now;
    const end = now + left * minute - (now % minute);
    now = localAt(end).offset === local.offset ? end : now + minute - (now % minute);
  }
}

function weekOf(date: string): string {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(date);
  return `${yearOfWeek} ${weekOfYear}`;
}

/** The zone the member is in at an instant. */
function zoneAt({ zone, happenings }: Year, at: number): string {
  return (
    happenings.filter((happening) => happening.kind === 'travel').findLast((travel) => travel.at <= at)?.zone ?? zone
  );
}

/** Whether the member travels after `from` and up to `to`. */
function travels({ happenings }: Year, from: number, to: number): boolean {
  return happenings.some(({ kind, at }) => kind === 'travel' && at > from && at <= to);
}

/** Whether the computer is on, and it is not quiet, at some instant from `from` to `to`. */
function isOn({ on, reminder }: Year, from: number, to: number, zone: string): boolean {
  return on.some((span) => {
    const first = Math.max(span.from, from);
    const last = Math.min(span.to - 1, to);
    return first <= last && firstLoudMoment(first, reminder, zone) <= last;
  });
}

/**
 * The chosen days whose two days' grace saw neither travel nor a change of settings, with the part of the grace in which the computer was on
 * and it was not quiet: there a reminder must have come, and only one.
 */
function* gracesIn(year: Year): Generator<{ from: number; to: number; wasOn: boolean }> {
  const { weekday, time } = year.reminder;
  for (let at = start + 3 * day; at < end - 4 * day; at += day) {
    const zone = zoneAt(year, at);
    const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
    if (date.dayOfWeek !== weekday) continue;
    const chosen = date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
    const from = firstLoudMoment(chosen, year.reminder, zone);
    const to = from + 2 * day;
    if (travels(year, from - 2 * day, to)) continue;
    yield { from, to, wasOn: isOn(year, from, to, zone) };
  }
}

/**
 * The local days without travel and without a reading, from midnight to midnight, with whether a reminder on weekdays must have come on them:
 * they are Monday to Friday and the computer was on, when it was not quiet, after the chosen time or the end of the quiet hours it lies in.
 */
function* daysIn(year: Year): Generator<{ date: Temporal.PlainDate; from: number; to: number; isWanted: boolean }> {
  for (let at = start + 3 * day; at < end - 4 * day; at += day) {
    const zone = zoneAt(year, at);
    const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
    const midnight = (days: number) => date.add({ days }).toZonedDateTime(zone).epochMilliseconds;
    const [from, to] = [midnight(0), midnight(1) - 1];
    if (travels(year, from - 2 * day, to)) continue;
    if (year.happenings.some((happening) => happening.kind === 'read' && happening.at >= from && happening.at <= to)) {
      continue;
    }
    // The evening before may be what brings it, when the quiet hours cross midnight.
    const dueAt = [-1, 0]
      .map((days) => date.add({ days }).toZonedDateTime({ timeZone: zone, plainTime: year.reminder.time }))
      .map(({ epochMilliseconds }) => firstLoudMoment(epochMilliseconds, year.reminder, zone))
      .find((due) => due >= from && due <= to);
    const isWanted = date.dayOfWeek <= 5 && dueAt !== undefined && isOn(year, dueAt, to, zone);
    yield { date, from, to, isWanted };
  }
}

describe(`a year of reminders (SEED=${seed})`, { timeout: 60_000 }, () => {
  // A year that breaks a rule is made smaller only for a while; all of them together take two seconds.
  const parameters = {
    seed,
    numRuns: runs,
    interruptAfterTimeLimit: longRuns(20_000, 300_000),
    markInterruptAsFailure: true,
  };

  test('never two in a week and never in quiet hours, with travel, sleep and changed settings', () => {
    fc.assert(
      fc.property(years('weekly', { changes: 10, setBacks: 0 }), fc.boolean(), (year, timersSleep) => {
        const shown = live(year, timersSleep);
        expect(shown.filter(isQuietMoment)).toEqual([]);
        const weeks = shown.map(({ dueOn = '' }) => weekOf(dueOn));
        expect(new Set(weeks).size).toBe(weeks.length);
        // Two days late by Los Angeles' clock, then on time by Auckland's: 4 days and 4 hours.
        shown.forEach(({ at }, index) =>
          expect(at - (shown[index - 1]?.at ?? -Infinity)).toBeGreaterThanOrEqual(4 * day),
        );
      }),
      parameters,
    );
  });

  test('never missed, and only one, when the computer was on in the two days after it was due', () => {
    let came = 0;
    fc.assert(
      fc.property(years('weekly', { changes: 0, setBacks: 0 }), (year) => {
        const shown = live(year, false);
        for (const { from, to, wasOn } of gracesIn(year)) {
          const inGrace = shown.filter(({ at }) => at >= from && at <= to).length;
          expect(inGrace, `${new Date(from).toISOString()} ${year.zone}`).toBe(wasOn ? 1 : 0);
          came += inGrace;
        }
      }),
      parameters,
    );
    // Or the property would say nothing.
    expect(came).toBeGreaterThan(runs);
  });

  test('a clock that is set back never brings one again within four days', () => {
    fc.assert(
      fc.property(years('weekly', { changes: 0, setBacks: 6 }), (year) => {
        const shown = live(year, false);
        shown.forEach(({ at }, index) =>
          expect(at - (shown[index - 1]?.at ?? -Infinity)).toBeGreaterThanOrEqual(4 * day),
        );
      }),
      parameters,
    );
  });

  test('while access has ended nothing is asked: that is said once, and once more only after a score was read again', () => {
    let said = 0;
    const year = fc
      .constantFrom('weekly' as const, 'weekdays' as const)
      .chain((rhythm) => years(rhythm, { changes: 4, setBacks: 2, ends: 8 }));
    fc.assert(
      fc.property(year, fc.boolean(), (lived, timersSleep) => {
        let ended = false;
        let told = false;
        live(lived, timersSleep, (what) => {
          if (what === 'read') [ended, told] = [false, false];
          else if (what === 'ended') ended = true;
          else {
            expect(what === 'access-ended').toBe(ended);
            expect(told).toBe(false);
            told = ended;
            said += Number(ended);
          }
        });
      }),
      parameters,
    );
    // Or the property would say nothing.
    expect(said).toBeGreaterThan(0);
  });

  test('on weekdays never two on a day, never at the weekend, never in quiet hours', () => {
    fc.assert(
      fc.property(years('weekdays', { changes: 10, setBacks: 0 }), fc.boolean(), (year, timersSleep) => {
        const shown = live(year, timersSleep);
        expect(shown.filter(isQuietMoment)).toEqual([]);
        // By the wall, not by the day it was due in our books.
        const dates = shown.map(({ local }) => local.toPlainDate().toString());
        expect(new Set(dates).size).toBe(dates.length);
        expect(shown.filter(({ local }) => local.dayOfWeek > 5)).toEqual([]);
      }),
      parameters,
    );
  });

  test('on weekdays one on each day from Monday to Friday on which the computer was on after it was due, and none on another', () => {
    const cameOn = new Set<number>();
    fc.assert(
      fc.property(years('weekdays', { changes: 0, setBacks: 0 }), (year) => {
        const shown = live(year, false);
        for (const { date, from, to, isWanted } of daysIn(year)) {
          const came = shown.filter(({ at }) => at >= from && at <= to).length;
          expect(came, `${date.toString()} ${year.zone}`).toBe(isWanted ? 1 : 0);
          if (came > 0) cameOn.add(date.dayOfWeek);
        }
      }),
      parameters,
    );
    // Or the property would say nothing.
    expect([...cameOn].toSorted()).toEqual([1, 2, 3, 4, 5]);
  });
});
