import { casesOf } from '../long-runs';
import { expectPicture, expectOtherPicture } from './expect-picture';
import { builtExtension, chromiumExecutable, expect, test as extensionTest } from './extension-test';
import { expectEveryBadge, sizeOf, testInEveryLanguage } from './in-every-language';
import { launchChromium } from './launch-chromium';
import { sampleNow } from './popup-sample';
import { popupStates, showPopup } from './popup-states';
import { noTestFonts, type FontSet } from './test-fonts';

/** A test in a browser that has the fonts of one set. */
const test = extensionTest.extend<{ fonts: FontSet }>({
  fonts: ['noto-sans', { option: true }],
  scale: 2,
  installed: async ({ profile, linkedin, timeZone, language, scale, fonts }, use) => {
    const launch = { executable: chromiumExecutable(), extension: builtExtension, profile, linkedin };
    const context = await launchChromium({ ...launch, timeZone, language, scale, fonts });
    await use({ context });
    await context.close();
  },
  openExtensionPage: async ({ openExtensionPage }, use) => {
    await use(async (path) => {
      const page = await openExtensionPage(path);
      await page.setViewportSize({ width: 400, height: 600 });
      await page.clock.setFixedTime(sampleNow);
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
      await showPopup(page, popupStates.rest);
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      return page;
    });
  },
});

extensionTest.skip(noTestFonts !== undefined, noTestFonts);

test('every letter that Chromium paints is of the tests’ own fonts, whatever font is asked for', async ({
  context,
  worker,
}) => {
  // Of the extension, which is installed with the browser: this test needs only a page.
  expect(worker.url()).toContain('background.js');
  const page = await context.newPage();
  const asked = ['system-ui', 'sans-serif', 'serif', 'monospace', 'Arial', 'DejaVu Sans', 'Segoe UI', 'no such font'];
  const texts = { 'Noto Sans': 'Ziel 70 −0,4', 'Noto Sans Arabic': 'الهدف', 'BIZ UDGothic': '目標の' };
  await page.setContent(
    asked.map((font) => Object.values(texts).map((text) => `<p style="font-family: '${font}'">${text}</p>`)).join(''),
  );
  const session = await context.newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'p' });
  expect(nodeIds).toHaveLength(asked.length * 3);
  for (const [index, nodeId] of nodeIds.entries()) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    const own = Object.keys(texts)[index % 3];
    expect(
      fonts.map(({ familyName }) => familyName),
      `${asked[Math.floor(index / 3)]}, ${own}`,
    ).toEqual([own]);
  }
});

test.describe('a picture is another one', () => {
  test.use({ language: 'ar' });

  test('when one label is missing, and when no letter is painted', { tag: '@long' }, async ({ openExtensionPage }) => {
    const page = await openExtensionPage('popup/index.html');
    await expectPicture(page, 'popup-ar');
    const label = page.locator('svg text').first();
    await label.evaluate((text: SVGElement) => (text.style.visibility = 'hidden'));
    await expectOtherPicture(page, 'popup-ar');
    await label.evaluate((text: SVGElement) => (text.style.visibility = ''));
    await page.evaluate(() => document.documentElement.style.setProperty('-webkit-text-fill-color', 'transparent'));
    await expectOtherPicture(page, 'popup-ar');
  });

  for (const { fonts } of casesOf([{ fonts: 'no-arabic' }, { fonts: 'dejavu-sans', long: true }] as const)) {
    test.describe(`with ${fonts}`, () => {
      test.use({ fonts });

      test(`when its letters are of another font, or there are none (${fonts})`, async ({ openExtensionPage }) => {
        await expectOtherPicture(await openExtensionPage('popup/index.html'), 'popup-ar');
      });
    });
  }
});

testInEveryLanguage(
  'the popup does not scroll and every badge has its place, in a narrow font',
  { fonts: 'arimo', tag: '@long' },
  async (one) => {
    await showPopup(one.popup, popupStates.rest);
    expect.soft(await sizeOf(one.popup), one.copy.language).toEqual([400, 600]);
    await expectEveryBadge(one);
  },
);
