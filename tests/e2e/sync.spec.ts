// Real browsers with the built extension, and between them a relay in the place of the browsers' own sync, which tests have no account for.
import type { BrowserContext, Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { addDays } from '../../src/core/score/local-day';
import { longRuns, seed } from '../long-runs';
import { sampleSnapshot } from '../unit/sample-snapshot';
import { seededRandom } from '../unit/seeded-random';
import { axeFindings } from './axe-findings';
import { bundleScript } from './bundle-script';
import { builtExtension, chromiumExecutable, expect, test } from './extension-test';
import { extensionIdOf, extensionWorker, launchChromium } from './launch-chromium';
import type { act, Deed, read } from './member-history';

declare global {
  /** What the bundle of `member-history.ts` puts into a page. */
  var memberHistory: { readonly act: typeof act; readonly read: typeof read };
}

const rounds = longRuns(5, 50);

type Items = Record<string, unknown>;

/** One computer: its open scorecard, and what the browser's sync holds there. */
class Computer {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly #script: string;

  constructor(context: BrowserContext, page: Page, script: string) {
    this.context = context;
    this.page = page;
    this.#script = script;
  }

  /** The page lets no script in but by the debugger. */
  async begin(): Promise<void> {
    const session = await this.context.newCDPSession(this.page);
    const { exceptionDetails } = await session.send('Runtime.evaluate', { expression: this.#script });
    expect(exceptionDetails).toBeUndefined();
    await session.detach();
  }

  act(deed: Deed): Promise<boolean> {
    return this.page.evaluate((asked) => memberHistory.act(asked), deed);
  }

  rows(): Promise<string[]> {
    return this.page.evaluate(() => memberHistory.read());
  }

  synced(): Promise<Items> {
    return this.page.evaluate(() => chrome.storage.sync.get(null));
  }

  /** What it knows of keeping in step. */
  async state(): Promise<{ installation?: string; inStepAt?: number; troubles?: object[] }> {
    const { sync } = await this.page.evaluate(() => chrome.storage.local.get('sync'));
    return sync ?? {};
  }

  /** Presses "Sync now", and waits until it was. */
  async comeInStep(): Promise<void> {
    const before = (await this.state()).inStepAt ?? 0;
    await this.page.getByRole('button', { name: 'Sync now', exact: true }).click();
    await expect.poll(async () => (await this.state()).inStepAt ?? 0).toBeGreaterThan(before);
  }

  /** The worker is stopped, and the page read again. */
  async restart(): Promise<void> {
    const session = await this.context.newCDPSession(this.page);
    await session.send('ServiceWorker.enable');
    // It may start again at once: something has been written.
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
    await this.page.reload();
    await this.page.getByRole('button', { name: 'Sync now', exact: true }).waitFor();
    await this.begin();
  }
}

/** What one has written reaches the other: under the keys that `wanted` lets through. */
async function carry(from: Computer, to: Computer, wanted: (key: string) => boolean = () => true): Promise<void> {
  const [sent, there, { installation }] = [await from.synced(), await to.synced(), await from.state()];
  const isSent = (key: string) => installation !== undefined && key.includes(installation) && wanted(key);
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

const minute = 60_000;
const day = 1440 * minute;
const start = Date.parse('2026-01-25T08:00:00Z');
/** Another profile, which is deleted now and then. */
const other = 'unknown-2';

/** Lets one computer after the other do something, comes in step there, and carries some of it to another. What must come true is in the answer. */
async function liveRounds(computers: readonly Computer[]): Promise<{ check(history: readonly string[]): void }> {
  const { uniform } = seededRandom(seed);
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(uniform() * values.length)]!;
  const readings: Snapshot[] = [];
  const deletedDays: { readonly day: string; readonly at: number }[] = [];
  const imported = new Map<Computer, Snapshot[]>();
  const undone: Snapshot[] = [];
  let lastOfOther: 'read' | 'deleted' | undefined;
  for (let round = 0; round < rounds; round += 1) {
    const computer = pick(computers);
    // Clocks jump by days. Only what is said of the other profile is in order, so that it is known what must come of it.
    const now = start + round * minute + Math.floor((uniform() - 0.5) * 6) * day;
    const of = addDays('2026-01-02', Math.floor(uniform() * 20));
    const kind = uniform();
    if (kind < 0.4) {
      const row = sampleSnapshot({ day: of, readAt: now });
      if (await computer.act({ do: 'read', row })) readings.push(row);
    } else if (kind < 0.5) {
      const row = sampleSnapshot({ day: of, readAt: start + 10 * day + round, member: other });
      if (await computer.act({ do: 'read', row })) lastOfOther = 'read';
    } else if (kind < 0.6) {
      const text = uniform() < 0.7 ? `in ${round}` : undefined;
      await computer.act({ do: 'note', id: `n${round % 3}`, text, now });
    } else if (kind < 0.7) {
      const { day: gone } = readings.length > 0 ? pick(readings) : { day: of };
      const at = start + 3 * day + round;
      if (await computer.act({ do: 'delete-day', member: 'unknown', day: gone, now: at }))
        deletedDays.push({ day: gone, at });
    } else if (kind < 0.85) {
      // A day that nothing else is known of, and one that computers have read, later than they did.
      const rows = [addDays('2020-01-01', round), of].map((each) =>
        sampleSnapshot({ day: each, source: 'import', readAt: start + 2 * day + round }),
      );
      await computer.act({ do: 'import', rows, now });
      imported.set(computer, rows);
    } else if (kind < 0.95) {
      if (await computer.act({ do: 'undo', now })) undone.push(...(imported.get(computer) ?? []));
      imported.delete(computer);
    } else if (await computer.act({ do: 'delete', member: other, now: start + 10 * day + round })) {
      lastOfOther = 'deleted';
    }
    if (uniform() < 0.2) await computer.restart();
    await computer.comeInStep();
    // Late, in any order, and only some of it.
    const bits = Math.floor(uniform() * 4);
    await carry(computer, pick(computers), (key) => (key.startsWith('i.') ? bits % 2 === 1 : bits > 1));
  }
  return {
    check(history) {
      const kept = history
        .filter((text) => text.startsWith('snapshots '))
        .map((text) => JSON.parse(text.slice('snapshots '.length)) as Snapshot);
      const keptOf = (of: string) => kept.find((row) => row.member === 'unknown' && row.day === of);
      for (const { day: of, readAt } of readings) {
        const isDeleted = deletedDays.some((deleted) => deleted.day === of && deleted.at >= readAt);
        if (!isDeleted) expect(keptOf(of)?.readAt, of).toBeGreaterThanOrEqual(readAt);
      }
      for (const { day: of, at } of deletedDays) expect(keptOf(of)?.readAt ?? Infinity, of).toBeGreaterThan(at);
      for (const row of undone) expect(kept).not.toContainEqual(row);
      if (lastOfOther === 'deleted') expect(history.filter((text) => text.includes(other))).toEqual([]);
    },
  };
}

const switchName = 'Sync my computers';

test(
  `computers that live their own lives are in step in the end, after ${rounds} rounds (SEED=${seed})`,
  { tag: '@long' },
  async ({ context, openExtensionPage, linkedin }) => {
    test.setTimeout(longRuns(90_000, 900_000));
    const profiles: string[] = [];
    const contexts: BrowserContext[] = [];
    const script = await bundleScript('memberHistory', `export * from './tests/e2e/member-history';`);
    try {
      const computers = [new Computer(context, await openExtensionPage('scorecard/index.html#data'), script)];
      while (computers.length < longRuns(2, 3)) {
        const profile = await mkdtemp(join(tmpdir(), 'ssi-scorecard-sync-'));
        profiles.push(profile);
        const launched = await launchChromium({
          executable: chromiumExecutable(),
          extension: builtExtension,
          profile,
          linkedin: { port: linkedin.port, spki: linkedin.spki },
        });
        contexts.push(launched);
        const page = await launched.newPage();
        const id = extensionIdOf(await extensionWorker(launched));
        await page.goto(`chrome-extension://${id}/scorecard/index.html#data`);
        computers.push(new Computer(launched, page, script));
      }
      const [mine] = computers as [Computer, ...Computer[]];

      // Off until it is asked for, by keyboard here; and what it will do is said before.
      await expect(mine.page.getByRole('heading', { name: 'What happens when you turn it on' })).toBeVisible();
      expect(await mine.synced()).toEqual({});
      for (const computer of computers) {
        const { page } = computer;
        await computer.begin();
        await computer.act({ do: 'read', row: sampleSnapshot({ day: '2026-01-01' }) });
        await page.getByRole('switch', { name: switchName }).focus();
        await page.keyboard.press('Space');
        await expect(page.getByRole('switch', { name: switchName })).toBeChecked();
        await expect(page.getByRole('button', { name: 'Sync now', exact: true })).toBeVisible();
      }
      expect((await axeFindings(mine.page, '#data')).violations).toEqual([]);

      const lived = await liveRounds(computers);
      // In the end everything arrives, and each has had its turns.
      for (let turn = 0; turn < 4; turn += 1) {
        for (const from of computers) for (const to of computers) if (from !== to) await carry(from, to);
        for (const computer of computers) await computer.comeInStep();
      }
      const [history, ...others] = await Promise.all(computers.map((computer) => computer.rows()));
      for (const same of others) expect(same).toEqual(history);
      lived.check(history!);
      await expect(mine.page.getByText(`Computers in sync: ${computers.length}.`)).toBeVisible();
      expect((await mine.state()).troubles).toEqual([]);
    } finally {
      await Promise.all(contexts.map((launched) => launched.close()));
      await Promise.all(profiles.map((profile) => rm(profile, { recursive: true, force: true, maxRetries: 5 })));
    }
  },
);
