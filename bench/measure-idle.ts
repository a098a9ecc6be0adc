import type { BenchBrowser } from './bench-browser';
import { rowOf, type Row } from './row';

const day = 24 * 60 * 60_000;

/**
 * How often the worker wakes in a day in which nobody does anything: the alarms that the installed extension has made, each at its own rhythm. A
 * worker that listens to nothing else that comes by itself wakes for nothing else.
 */
export async function measureIdle(browser: BenchBrowser, name: string): Promise<Row[]> {
  const alarms = await browser.copy(name).worker.evaluate(() => chrome.alarms.getAll());
  const wakes = alarms.reduce((sum, { periodInMinutes, scheduledTime }) => {
    if (periodInMinutes !== undefined) return sum + (24 * 60) / periodInMinutes;
    return sum + (scheduledTime < Date.now() + day ? 1 : 0);
  }, 0);
  return [rowOf('idle', 'wake-ups of the worker in a day', 'count', [wakes], 2)];
}
