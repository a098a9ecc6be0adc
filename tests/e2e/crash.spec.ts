// What was acknowledged is kept, whatever ends in the middle: the background worker, or the browser itself.
// `SSI_CRASH_ROUNDS` is the number of times that the browser is killed after "recorded": 5, and 100 in `npm run test:long`, unless it says otherwise.
import type { BrowserContext, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../../src/core/score/local-day';
import { upgrades } from '../../src/store/upgrades';
import type { StandInMember } from '../linkedin/captured-members';
import { completeMember } from '../linkedin/reading-cases';
import { ssiPage } from '../linkedin/ssi-page';
import { casesOf, longRuns } from '../long-runs';
import { listenToContentScript, type ContentScriptEar } from './content-script-ear';
import { expect, ssiPageAddress, test } from './extension-test';
import { installInto, launchInstalled } from './installed-profile';
import {
  openedStores,
  readDatabase,
  restoreSaved,
  standInCreation,
  upgradeScript,
  upgradeToNext,
  type SavedDatabase,
} from './interrupted-upgrade';
import { killerOf } from './kill-browser';
import { extensionWorker } from './launch-chromium';
import { debugWorker, killWorker } from './paused-worker';
import { recordingSteps } from './recording-steps';
import { stopWorker } from './stop-worker';
import { readAllSnapshots } from './stored-snapshots';
import { setWorkerClock } from './worker-clock';

const rounds = Number(process.env['SSI_CRASH_ROUNDS'] ?? longRuns(1, 100));

/** A page that paints nothing until it is scrolled. */
function waitingPage(member: StandInMember): string {
  return ssiPage(member, { kind: 'seat', painting: { after: 0, once: 'scroll' } });
}

/** Opens the SSI page, which waits, and listens to what its content script will ask. */
async function openWaiting(context: BrowserContext, page: Page, extensionId: string): Promise<ContentScriptEar> {
  await page.goto(ssiPageAddress);
  return listenToContentScript(context, page, extensionId);
}

async function paint(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('scroll')));
}

// What is killed is nobody else's.
test.use({ ownBrowser: true });

test('a worker that ends at any step of recording loses nothing, and the reading is kept once', async ({
  context,
  linkedin,
  extensionId,
}) => {
  const page = await context.newPage();
  const stored = async () => (await extensionWorker(context)).evaluate(readAllSnapshots);
  let members = 0;
  /** Another member's page each time, so that each step is a first reading, with a profile to be made. */
  const openNext = async () => {
    members += 1;
    linkedin.respond = () => waitingPage({ ...completeMember(), memberNumber: String(members) });
    return openWaiting(context, page, extensionId);
  };
  /** The page visited again: still one snapshot for each member. */
  const visitAgain = async () => {
    const again = await openWaiting(context, page, extensionId);
    await paint(page);
    await again.acknowledged;
    const snapshots = await stored();
    expect(snapshots).toHaveLength(members);
    expect(new Set(snapshots.map(({ member }) => member)).size).toBe(members);
  };

  for (const { name, arm } of casesOf(recordingSteps)) {
    await test.step(`when ${name}`, async () => {
      const ear = await openNext();
      const worker = await debugWorker(context, extensionId);
      await worker.run(arm);
      await paint(page);
      await worker.paused;
      expect(ear.asked()).toBe(1);
      await killWorker(context);
      await expect.poll(() => ear.asked()).toBe(2);
      await ear.acknowledged;
      expect(await stored()).toHaveLength(members);
      await visitAgain();
    });
  }
  await test.step('before the message', async () => {
    const ear = await openNext();
    await stopWorker(context, extensionId);
    await paint(page);
    await ear.acknowledged;
    expect(await stored()).toHaveLength(members);
    await visitAgain();
  });
  await test.step('right after the answer', async () => {
    const ear = await openNext();
    await paint(page);
    await ear.acknowledged;
    await killWorker(context);
    await visitAgain();
  });
});

test(`a browser killed right after the page was told "recorded" has lost nothing and doubled nothing, ${rounds} times`, async ({
  profile,
  linkedin,
}) => {
  test.setTimeout(30_000 + rounds * 10_000);
  const extensionId = await installInto(profile, { linkedin });
  const acknowledged: object[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const context = await launchInstalled(profile, { linkedin });
    const worker = await extensionWorker(context);
    expect(await worker.evaluate(readAllSnapshots)).toMatchObject(acknowledged);
    const { scores, ...rest } = completeMember();
    const member = { ...rest, scores: { ...scores, brand: 10 + round / 100 }, memberNumber: '1' };
    linkedin.respond = () => waitingPage(member);
    const day = addDays('2026-01-01', round);
    const readAt = Date.parse(`${day}T12:00:00Z`);
    await setWorkerClock(worker, readAt);
    const page = context.pages()[0] ?? (await context.newPage());
    const ear = await openWaiting(context, page, extensionId);
    const kill = await killerOf(context);
    await paint(page);
    const answer = await ear.acknowledged;
    await kill();
    expect(answer.day).toBe(day);
    acknowledged.push({ day, readAt, scores: member.scores });
  }
  const context = await launchInstalled(profile, { linkedin });
  const snapshots = await (await extensionWorker(context)).evaluate(readAllSnapshots);
  expect(snapshots).toMatchObject(acknowledged);
  expect(snapshots).toHaveLength(rounds);
  await context.close();
});

/** What the newest version of the database holds, one row of each kind at least. */
const saved = JSON.parse(
  readFileSync(join(import.meta.dirname, `../fixtures/databases/version-${upgrades.length}.json`), 'utf8'),
) as SavedDatabase;
const savedSnapshots = saved.stores['snapshots']!;

// The upgrades that make it are killed, and one that does not exist yet, as each later one can be.
test(
  'an upgrade that is killed in the middle is undone, keeps every row, and is done at the next opening',
  { tag: '@long' },
  async ({ profile }) => {
    const extensionId = await installInto(profile);
    const script = await upgradeScript();
    const open = async () => {
      const context = await launchInstalled(profile);
      const page = await context.newPage();
      // Of the extension's origin, and with nothing in it that opens the database by itself.
      await page.goto(`chrome-extension://${extensionId}/icons/icon-16.png`);
      const session = await context.newCDPSession(page);
      const { exceptionDetails } = await session.send('Runtime.evaluate', { expression: script });
      expect(exceptionDetails).toBeUndefined();
      return { context, page, kill: await killerOf(context) };
    };

    const creating = await open();
    await creating.page.evaluate(standInCreation);
    await creating.kill();

    let { context, page, kill } = await open();
    expect(await page.evaluate(openedStores)).toEqual(Object.keys(saved.stores).sort());
    await page.evaluate(restoreSaved, saved);
    for (const rewritten of [1, Math.floor(savedSnapshots.rows.length / 2), savedSnapshots.rows.length]) {
      await page.evaluate(upgradeToNext, rewritten);
      await kill();
      ({ context, page, kill } = await open());
      expect(await page.evaluate(readDatabase)).toEqual(saved);
    }

    await page.evaluate(upgradeToNext, undefined);
    expect(await page.evaluate(readDatabase)).toEqual({
      version: saved.version + 1,
      stores: {
        ...saved.stores,
        snapshots: { ...savedSnapshots, rows: savedSnapshots.rows.map((row) => ({ ...row, industry: 'rewritten' })) },
      },
    });
    await context.close();
  },
);
