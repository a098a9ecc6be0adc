import type { Worker } from '@playwright/test';

/** Lets the extension's worker believe that it is `instant` (epoch milliseconds) and stays so. */
export async function setWorkerClock(worker: Worker, instant: number): Promise<void> {
  await worker.evaluate((now) => {
    Date.now = () => now;
  }, instant);
}
