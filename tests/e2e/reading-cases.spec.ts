import { readingCases, refusedCases } from '../linkedin/reading-cases';
import { expect, ssiPageAddress, test } from './extension-test';
import { expectedRead, readDocument, readerScript, sampleOfReadingCases } from './reader-in-page';
import { setWorkerClock } from './worker-clock';

test('Chromium reads every layout in every language exactly, and no page that must not be read', async ({
  context,
}) => {
  const page = await context.newPage();
  await page.addScriptTag({ content: await readerScript() });
  for (const sample of sampleOfReadingCases()) {
    await page.setContent(sample.html);
    expect.soft(await page.evaluate(readDocument, '/sales/ssi'), sample.name).toEqual(expectedRead(sample));
  }
  for (const { name, html, pathname = '/sales/ssi', state } of refusedCases()) {
    await page.setContent(html);
    expect.soft(await page.evaluate(readDocument, pathname), name).toEqual({ state });
  }
});

const day = 86_400_000;

/** One page of each layout, in number formats that have nothing in common, for each kind of member but `no-ranks`. */
const servedPages = readingCases().filter(({ layout, language, kind }) =>
  ['bars fr seat', 'tables ar seat-with-team', 'embedded ja free', 'bare hi no-averages'].includes(
    `${layout} ${language} ${kind}`,
  ),
);

test('the extension stores what each layout says, under its own day and member', async ({
  context,
  linkedin,
  storedSnapshots,
  worker,
}) => {
  expect(servedPages).toHaveLength(4);
  const noon = Date.parse('2026-05-12T12:00:00Z');
  const page = await context.newPage();
  const stored = async () => (await storedSnapshots()).sort((one, other) => one.readAt - other.readAt);
  for (const [index, { html }] of servedPages.entries()) {
    linkedin.respond = () => html;
    await setWorkerClock(worker, noon + index * day);
    await page.goto(ssiPageAddress);
    await expect.poll(stored).toHaveLength(index + 1);
  }
  expect(await stored()).toEqual(
    servedPages.map(({ expected, memberNumber }, index) => ({
      ...expected,
      // Several ways may read one page.
      source: expect.any(String),
      member: memberNumber === undefined ? 'unknown' : (expect.stringMatching(/^[0-9a-f]{64}$/) as unknown),
      day: `2026-05-${12 + index}`,
      readAt: noon + index * day,
    })),
  );
});

for (const state of ['signed-out', 'access-ended', 'not-recognised'] as const) {
  test(`the extension stores no number of a page that is ${state}, and says why`, async ({
    context,
    linkedin,
    storedSnapshots,
    worker,
  }) => {
    const refused = refusedCases().find(({ pathname, state: wanted }) => pathname === undefined && wanted === state)!;
    linkedin.respond = () => refused.html;
    const page = await context.newPage();
    await page.goto(ssiPageAddress);
    const session = await context.newCDPSession(page);
    // The reader waits a minute for a page that it does not recognise; the tab's own clock runs as fast as it can.
    await session.send('Emulation.setVirtualTimePolicy', { policy: 'advance', budget: 70_000 });
    await expect
      .poll(() => worker.evaluate(async () => (await chrome.storage.local.get('page-state'))['page-state']))
      .toMatchObject({ state });
    expect(await storedSnapshots()).toEqual([]);
  });
}
