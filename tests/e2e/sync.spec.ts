// Real browsers with the built extension, and between them a relay in the place of the browsers' own sync, which tests have no account for.
import type { BrowserContext, Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '../../src/core/score/local-day';
import { longRuns } from '../long-runs';
import { seededRandom } from '../unit/seeded-random';
import { sampleSnapshot } from '../unit/sample-snapshot';
import { axeFindings } from './axe-findings';
import { builtExtension, chromiumExecutable, expect, test } from './extension-test';
import { extensionIdOf, extensionWorker, launchChromium } from './launch-chromium';
import { stopWorker } from './stop-worker';
import { putMade, putSnapshots, readAllSnapshots } from './stored-snapshots';

type Items = Record<string, unknown>;

/** One computer: its open scorecard, and what the browser's sync holds there. */
interface Computer {
  readonly page: Page;
  readonly context: BrowserContext;
}

const syncOf = ({ page }: Computer): Promise<Items> => page.evaluate(() => chrome.storage.sync.get(null));

/** What one has written reaches the other: under the keys that `wanted` lets through. */
async function carry(from: Computer, to: Computer, wanted: (key: string) => boolean = () => true): Promise<void> {
  const [sent, there] = [await syncOf(from), await syncOf(to)];
  const own = (await stateOf(from)).installation;
  const isSent = (key: string) => own !== undefined && key.includes(own) && wanted(key);
  const items = Object.fromEntries(Object.entries(sent).filter(([key]) => isSent(key)));
  const gone = Object.keys(there).filter((key) => isSent(key) && !(key in sent));
  await to.page.evaluate(
    async ([set, remove]) => {
      if (Object.keys(set).length > 0) await chrome.storage.sync.set(set);
      if (remove.length > 0) await chrome.storage.sync.remove(remove);
    },
    [items, gone] as const,
  );
}

/** What a computer knows of keeping in step. */
async function stateOf({ page }: Computer): Promise<{ installation?: string; inStepAt?: number }> {
  const { sync } = await page.evaluate(() => chrome.storage.local.get('sync'));
  return sync ?? {};
}

/** Presses "Now", and waits until it was. */
async function comeInStep(computer: Computer): Promise<void> {
  const before = (await stateOf(computer)).inStepAt ?? 0;
  await computer.page.getByRole('button', { name: 'Now', exact: true }).click();
  await expect.poll(async () => (await stateOf(computer)).inStepAt ?? 0).toBeGreaterThan(before);
}

const switchName = 'Keep in step between my computers';

test('computers that live their own lives are in step in the end, with every reading of each', async ({
  context,
  openExtensionPage,
  seedSnapshots,
  linkedin,
}) => {
  test.setTimeout(longRuns(90_000, 900_000));
  const profiles: string[] = [];
  const others: BrowserContext[] = [];
  try {
    const first = sampleSnapshot({ day: '2026-01-01' });
    await seedSnapshots([first]);
    const computers: Computer[] = [{ context, page: await openExtensionPage('scorecard/index.html#data') }];
    for (let index = 1; index < longRuns(2, 3); index += 1) {
      const profile = await mkdtemp(join(tmpdir(), 'ssi-scorecard-sync-'));
      profiles.push(profile);
      const { port, spki } = linkedin;
      const other = await launchChromium({
        executable: chromiumExecutable(),
        extension: builtExtension,
        profile,
        linkedin: { port, spki },
      });
      others.push(other);
      const page = await other.newPage();
      await page.goto(`chrome-extension://${extensionIdOf(await extensionWorker(other))}/scorecard/index.html#data`);
      computers.push({ context: other, page });
    }

    // Off until it is asked for, by keyboard here; and what it will do is said before.
    const [mine] = computers as [Computer, ...Computer[]];
    await expect(mine.page.getByRole('heading', { name: 'What the switch does' })).toBeVisible();
    expect(await syncOf(mine)).toEqual({});
    for (const { page } of computers) {
      await page.getByRole('switch', { name: switchName }).focus();
      await page.keyboard.press('Space');
      await expect(page.getByRole('switch', { name: switchName })).toBeChecked();
      await expect(page.getByRole('button', { name: 'Now', exact: true })).toBeVisible();
    }
    expect((await axeFindings(mine.page, '#data')).violations).toEqual([]);

    const { uniform } = seededRandom(20);
    const pick = <Value>(values: readonly Value[]) => values[Math.floor(uniform() * values.length)]!;
    const read = [first];
    for (let round = 0; round < longRuns(5, 50); round += 1) {
      const computer = pick(computers);
      const reading = sampleSnapshot({
        day: addDays('2026-01-02', Math.floor(uniform() * 20)),
        readAt: 1_767_300_000_000 + round * 60_000,
      });
      const worker = await extensionWorker(computer.context);
      const kept = (await worker.evaluate(readAllSnapshots)).find(({ day }) => day === reading.day);
      if (kept === undefined || kept.readAt < reading.readAt) await worker.evaluate(putSnapshots, [reading]);
      read.push(reading);
      const action = {
        kind: 'note',
        id: `n${round % 4}`,
        member: 'unknown',
        day: '2026-01-02',
        pillar: 'people',
        recordedAt: 1,
        text: `in ${round}`,
        changedAt: 10 + round,
      } as const;
      await worker.evaluate(putMade, { actions: [action], goals: [] });
      if (uniform() < 0.3) await stopWorker(computer.context, new URL(computer.page.url()).host);
      await comeInStep(computer);
      // Late, in any order, and only some of it.
      const bits = Math.floor(uniform() * 4);
      await carry(computer, pick(computers), (key) => (key.startsWith('i.') ? bits % 2 === 1 : bits > 1));
    }
    // In the end everything arrives, and each has had its turns.
    for (let turn = 0; turn < 3; turn += 1) {
      for (const from of computers) for (const to of computers) if (from !== to) await carry(from, to);
      for (const computer of computers) await comeInStep(computer);
    }
    const histories = await Promise.all(
      computers.map(async ({ context: one }) => (await extensionWorker(one)).evaluate(readAllSnapshots)),
    );
    for (const history of histories.slice(1)) expect(history).toEqual(histories[0]);
    for (const { day } of read) {
      const latest = Math.max(...read.filter((one) => one.day === day).map(({ readAt }) => readAt));
      expect(histories[0]!.find((one) => one.day === day)?.readAt).toBe(latest);
    }
    await expect(mine.page.getByText(`Computers in step: ${computers.length}.`)).toBeVisible();
  } finally {
    await Promise.all(others.map((other) => other.close()));
    await Promise.all(profiles.map((profile) => rm(profile, { recursive: true, force: true, maxRetries: 5 })));
  }
});
