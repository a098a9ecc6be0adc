import type { Worker } from '@playwright/test';
import type { BenchBrowser } from './bench-browser';
import { rowOf, type Row } from './row';

const day = 24 * 60 * 60_000;

/** A look of the worker reads a few rows and sets an alarm; so long after its wake-up it is taken for lost, in milliseconds. */
const longestLook = 30_000;

/**
 * How often the worker wakes in a day in which nobody does anything, after reminders have begun: it lives through seven days by a clock that is set
 * forward from alarm to alarm. Each rings with what the worker then believes the time to be, and the worker itself sets the next one. A worker that
 * listens to nothing else that comes by itself wakes for nothing else.
 */
export async function measureIdle(browser: BenchBrowser, name: string): Promise<Row[]> {
  const { worker } = browser.copy(name);
  // What the first reading does.
  await worker.evaluate(() => chrome.storage.local.set({ 'reminder-state': { since: Date.now() } }));
  const start = Date.now();
  const wakes = Array.from({ length: 7 }, () => 0);
  // The alarm is there from the worker's start on; it may have been set for what was known before.
  for (
    let next = await nextAlarm(worker, start);
    next < start + wakes.length * day;
    next = await nextAlarm(worker, next)
  ) {
    const index = Math.floor((next - start) / day);
    wakes[index] = (wakes[index] ?? 0) + 1;
    await worker.evaluate(ring, next);
  }
  await worker.evaluate(forget);
  if (wakes.every((count) => count === 0))
    throw new Error('In a week without use nothing was due: the clock was not lived through.');
  return [rowOf('idle', 'wake-ups of the worker in a day', 'count', wakes, 2)];
}

/** The first alarm after `instant` (both epoch milliseconds), once the worker has set it. */
async function nextAlarm(worker: Worker, instant: number): Promise<number> {
  const deadline = Date.now() + longestLook;
  while (Date.now() < deadline) {
    const times = await worker.evaluate(async () =>
      (await chrome.alarms.getAll()).map(({ scheduledTime }) => scheduledTime),
    );
    const [next, ...more] = times;
    if (more.length > 0) throw new Error('There is more than one alarm: count each of them.');
    if (next !== undefined && next > instant) return next;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The worker has set no alarm after its look.');
}

/** Runs in the worker, which gets its text: it is `now`, and the alarm rings. */
function ring(now: number): void {
  Date.now = () => now;
  // `dispatch` is Chromium's own way to raise an event; it is in no type.
  const event = chrome.alarms.onAlarm as unknown as { dispatch(alarm: { name: string; scheduledTime: number }): void };
  event.dispatch({ name: 'reminder', scheduledTime: now });
}

/** Runs in the worker, which gets its text: it is today again, and no week has been lived through. */
async function forget(): Promise<void> {
  Date.now = () => new Date().getTime();
  await chrome.storage.local.remove('reminder-state');
  for (const id of Object.keys(await chrome.notifications.getAll())) await chrome.notifications.clear(id);
}
