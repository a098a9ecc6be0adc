import type { Page } from '@playwright/test';
import { ssiPage } from '../linkedin/ssi-page';
import { casesOf, tagsOf } from '../long-runs';
import { axeFindings } from './axe-findings';
import { BadgesDriver, historyBefore, memberOfPictures, setGoal } from './badges-driver';
import { expectPicture } from './expect-picture';
import { builtExtension, expect, ssiPageAddress, test, pageTest } from './extension-test';
import { expectEveryBadge, sizeOf, testInEveryLanguage } from './in-every-language';
import { openScorecard, showScorecard, wholeScorecard } from './open-scorecard';
import { openStored } from './open-stored';
import {
  popupStateCases,
  popupStates,
  putStored,
  scorecardOfPictures,
  seenSets,
  showPopup,
  weekDone,
  weekOfPictures,
  weekWithoutScore,
  type Stored,
} from './popup-states';
import { buildPseudoLocale, outsideBrackets, textsIn, type FoundText } from './pseudo-locale';
import { setText } from './set-text';

/** The popup as a page of its size, at the instant of the design's pictures. */
async function openPopup(
  openExtensionPage: (path: string) => Promise<Page>,
  stored: Stored = popupStates.rest,
): Promise<Page> {
  return openStored(openExtensionPage, 'popup/index.html', stored, { width: 400, height: 600, ready: '.head' });
}

/** Words that are cut without saying the whole of them in a title, lie outside of the page, or lie on other words. Runs in the browser. */
function badlyPlaced(): string[] {
  const bad = new Set<string>();
  const width = document.documentElement.clientWidth;
  const shown: { element: Element; text: string; left: number; right: number; top: number; bottom: number }[] = [];
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const element = nodes.currentNode.parentElement;
    const text = nodes.currentNode.textContent?.trim() ?? '';
    if (text === '' || !element?.checkVisibility() || element.closest('.visually-hidden, option, .skip')) continue;
    // Words that stand in for a drawing where there is no room for them, or the other way round.
    if (getComputedStyle(element).clipPath === 'inset(50%)') continue;
    const range = document.createRange();
    range.selectNodeContents(nodes.currentNode);
    for (const { left, right, top, bottom, height } of range.getClientRects()) {
      // A line's box is higher than its letters.
      const box = { left, right, top: top + height * 0.2, bottom: bottom - height * 0.2 };
      let scrolls = false;
      for (let around: Element | null = element; around && around !== document.body; around = around.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(around);
        if (overflowX === 'visible' && overflowY === 'visible') continue;
        const edge = around.getBoundingClientRect();
        const cut = box.left < edge.left - 1 || box.right > edge.right + 1 || box.bottom > edge.bottom + 1;
        if (overflowX === 'auto' || overflowY === 'auto') scrolls = true;
        else if (cut && !(around.closest('[title]')?.getAttribute('title') ?? '').includes(text))
          bad.add(`cut: ${text}`);
        box.left = Math.max(box.left, edge.left);
        box.right = Math.min(box.right, edge.right);
        box.bottom = Math.min(box.bottom, edge.bottom);
      }
      if (box.right <= box.left || box.bottom <= box.top) continue;
      if (!scrolls && (box.left < -0.5 || box.right > width + 0.5)) bad.add(`outside: ${text}`);
      // The head stays while the page scrolls below it.
      if (!element.closest('.page-header')) shown.push({ element, text, ...box });
    }
  }
  for (const [index, one] of shown.entries()) {
    for (const other of shown.slice(index + 1)) {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (one.element !== other.element && across > 1 && down > 1) bad.add(`${one.text} on ${other.text}`);
    }
  }
  return [...bad];
}

/** The states with the most words; what the others say stands in the same places. */
const wordyStates = casesOf([
  { name: 'rest' },
  { name: 'tip-open', long: true },
  { name: 'stale', long: true },
  { name: 'first', long: true },
  { name: 'kept-aside', long: true },
  { name: 'named-later', long: true },
  { name: 'which-set' },
  { name: 'not-recognised', long: true },
  { name: 'storage-full', long: true },
  { name: 'empty', long: true },
] as const);

/** The panel's states, of which the one without a score has every part. */
const panelStates = casesOf([
  { name: 'without a score', stored: weekWithoutScore },
  { name: 'at rest', stored: weekOfPictures, long: true },
  { name: 'done', stored: weekDone, long: true },
]);

/** As narrow as a panel gets, and as high as all of it: what stays in sight below would cover words. */
async function expectPanelFits(page: Page, language: string): Promise<void> {
  await page.goto(new URL('/panel/index.html', page.url()).href);
  for (const { name, stored } of panelStates) {
    await page.evaluate(putStored, JSON.stringify(stored));
    await page.setViewportSize({ width: 320, height: 760 });
    await page.reload();
    await page.locator('.review').waitFor();
    const [width, height] = await sizeOf(page);
    expect.soft(width, `${language}, panel ${name}`).toBe(320);
    await page.setViewportSize({ width: 320, height });
    expect.soft(await page.evaluate(badlyPlaced), `${language}, panel ${name}`).toEqual([]);
  }
  expect.soft((await axeFindings(page)).violations, `${language}, panel`).toEqual([]);
}

// In one of the widest common fonts: what fits in it fits in the tests' own, which the pictures have.
testInEveryLanguage(
  'popup and panel fit, nothing is cut or covered, axe finds nothing, and every badge has its place',
  { fonts: 'dejavu-sans' },
  async (one) => {
    const { popup, copy } = one;
    for (const { name } of wordyStates) {
      await showPopup(popup, popupStates[name]);
      expect.soft(await sizeOf(popup), `${copy.language}, ${name}`).toEqual([400, 600]);
      expect.soft(await popup.evaluate(badlyPlaced), `${copy.language}, ${name}`).toEqual([]);
    }
    await showPopup(popup, popupStates.rest);
    // No name of a pillar ends in an ellipsis, not even where the whole of it stands in a title.
    const cut = await popup
      .locator('.pillar-words')
      .evaluateAll((names) =>
        names.filter((name) => name.scrollWidth > name.clientWidth).map((name) => name.textContent),
      );
    expect.soft(cut, copy.language).toEqual([]);
    expect.soft((await axeFindings(popup)).violations, copy.language).toEqual([]);
    await expectPanelFits(popup, copy.language);
    await popup.goto('about:blank');
    await expectEveryBadge(one);
  },
);

const pictures = [
  ['de', 'light'],
  ['ja', 'light'],
  ['ar', 'light'],
  ['ar', 'dark'],
] as const;

for (const [language, theme] of pictures) {
  test.describe(`as a picture in ${language}`, () => {
    test.use({ language, scale: 2 });

    pageTest(
      `the popup looks as it should in ${language}, ${theme}`,
      { tag: tagsOf(language !== 'de' && theme === 'light', '@picture') },
      async ({ openExtensionPage }) => {
        const page = await openPopup(openExtensionPage);
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await showPopup(page, popupStates.rest);
        await page.evaluate(() => (document.activeElement as HTMLElement).blur());
        await expectPicture(page, `popup-${language}${theme === 'dark' ? '-dark' : ''}`);
      },
    );
  });
}

/** What is shown only when somebody asks for it stands in the page, too: the comparison, with the longest dates there are, and the forms. */
async function openAll(page: Page): Promise<void> {
  await page.locator('.history-foot .button[aria-expanded]').click();
  await page.locator('.compare [role=radio]').nth(2).click();
  await page.locator('#journal .card-aside button').click();
  await page.locator('#goals .card-aside button').click();
  await page.locator('#goals input[type=number]').fill('3');
  // Sent too soon: each says what is wanted.
  for (const card of ['#goals', '#journal']) await page.locator(`${card} [type=submit]`).click();
  await expect(page.locator('.field-wanted')).toHaveCount(2);
}

for (const { language } of casesOf([
  { language: 'de' },
  { language: 'ar', long: true },
  { language: 'ja', long: true },
])) {
  test.describe(`the scorecard in ${language}`, () => {
    test.use({ language });

    pageTest(
      `the scorecard fits wide and narrow in ${language}, with its text and with twice its size, and nothing is cut or covered`,
      async ({ openExtensionPage }) => {
        const page = await openScorecard(openExtensionPage, scorecardOfPictures);
        const bad: string[] = [];
        for (const part of ['', '#tips', '#share', '#about', '#welcome']) {
          if (part === '#welcome') await showScorecard(page, popupStates.empty);
          await page.goto(page.url().replace(/#.*|$/, part));
          await page.locator(wholeScorecard).first().waitFor();
          if (part === '') await openAll(page);
          for (const [width, text] of [
            [1280, 'usual'],
            [360, 'usual'],
            [1280, 'twice as large'],
            [800, 'twice as large'],
            [360, 'twice as large'],
          ] as const) {
            await setText(page, text);
            await page.setViewportSize({ width, height: 900 });
            // The chart is drawn anew in the frame after.
            await page.evaluate(
              () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
            );
            const over = await page.evaluate(() => document.documentElement.scrollWidth);
            const where = `${part} ${width}, text ${text}`;
            bad.push(...(over === width ? [] : [`${where}: ${over} wide`]));
            bad.push(...(await page.evaluate(badlyPlaced)).map((found) => `${where}: ${found}`));
            if (part !== '' || text !== 'usual') continue;
            const beyond = await page
              .locator('.compare .scroller')
              .evaluate((scroller) => scroller.scrollWidth - scroller.clientWidth);
            bad.push(...(beyond > 0 ? [`${where}: ${beyond} of the comparison out of sight`] : []));
          }
        }
        expect(bad).toEqual([]);
      },
    );
  });
}

/**
 * Words that need no translation, or cannot have one: what `Intl` makes in the browser's language (English here), formats, the browser's
 * own names for what it allows, what is stored, and what the member wrote.
 */
const needsNoTranslation = [
  // Days, months, times and spans from Intl.
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*$/,
  /^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*$/,
  /^(a?m|pm|AM|PM|mins?|days?|weeks?|months?|years?|ago|yesterday|kB|MB)$/,
  // Formats of files.
  /^(PNG|SVG)$/,
];

/** Where nothing is translated: code, lines for a report, what is stored, and rows of a file. */
const notOurs = /^(code|pre|textarea)\b/;

function untranslated(texts: readonly FoundText[], own: readonly string[]): string[] {
  return texts
    .filter(({ where }) => !notOurs.test(where))
    .map(({ text, where }) => {
      let left = outsideBrackets(text);
      for (const words of own) left = left.replaceAll(words, '');
      // The member's own words may be cut where there is no room for all of them.
      if (left.endsWith('…') && own.some((words) => words.startsWith(left.slice(0, -1).trim()))) left = '';
      const words = left.match(/\p{L}+/gu) ?? [];
      const strange = words.filter((word) => !needsNoTranslation.some((pattern) => pattern.test(word)));
      return strange.length === 0 ? '' : `${where}: ${text}`;
    })
    .filter((found) => found !== '');
}

test.describe('with every sentence replaced', () => {
  const pseudo = test.extend({
    language: 'en-GB',
    extension: async ({ profile }, use) => {
      await buildPseudoLocale(builtExtension, profile);
      await use(profile);
    },
  });
  const own = [
    'SSI Scorecard',
    'Anna',
    // The page's own words.
    ...seenSets.map(({ heading }) => heading).filter((heading) => heading !== ''),
    ...[...(scorecardOfPictures.actions ?? []), ...popupStates.rest.actions].map((action) =>
      action.kind === 'note' ? action.text : action.tip,
    ),
  ];

  /** Expects every word of the page to be a translated one, and the page to hold words that are longer. */
  async function expectTranslated(page: Page, what: string): Promise<void> {
    expect(untranslated(await page.evaluate(textsIn, null), own), what).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      `${what}: no sideways scrolling`,
    ).toBe(0);
  }

  pseudo('no word of the popup is untranslated', { tag: '@long' }, async ({ openExtensionPage }) => {
    const page = await openPopup(openExtensionPage);
    for (const { name } of casesOf(popupStateCases)) {
      await showPopup(page, popupStates[name]);
      await expectTranslated(page, name);
    }
    await showPopup(page, popupStates.rest);
    await expect(page.locator('table')).toBeAttached();
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowLeft');
    await expectTranslated(page, 'crosshair');
    await page.getByRole('slider').press('Escape');
    await page.locator('.pillar-row').nth(2).click();
    await expectTranslated(page, 'a pillar');
    await page.keyboard.press('Escape');
    await page.locator('.tip-buttons .button-secondary').click();
    await expectTranslated(page, 'a tip done');
  });

  pseudo('no word of the scorecard is untranslated', { tag: '@long' }, async ({ openExtensionPage }) => {
    const page = await openScorecard(openExtensionPage, scorecardOfPictures);
    const go = async (part: string) => {
      await page.goto(page.url().replace(/#.*|$/, part));
      await page.locator(wholeScorecard).first().waitFor();
    };
    await expect(page.locator('.facts')).toBeVisible();
    await expectTranslated(page, 'the scorecard');

    for (const toggle of await page.locator('.toggle-extra').all()) await toggle.click();
    await page.getByRole('slider').first().press('End');
    await expect(page.locator('.chart-date')).toBeVisible();
    await page.locator('.history-foot .button[aria-expanded]').click();
    await page.locator('.compare').waitFor();
    await expectTranslated(page, 'the whole chart');
    await page.getByRole('slider').first().press('+');
    await page.locator('.history-foot .button[aria-pressed]').first().click();
    await expectTranslated(page, 'the table');

    await page.locator('#journal .card-aside button').click();
    await page.locator('#goals .card-aside button').click();
    await page.locator('.import-ways button').nth(1).click();
    await expectTranslated(page, 'the forms');
    await page
      .locator('textarea')
      .fill('day,total,brand,people,insights,relationships\n2024-01-01,50,12,13,12,13\n2024-01-02,120,30,30,30,30');
    await page.locator('.import form button[type=submit]').click();
    await expect(page.locator('.import-counts')).toBeVisible();
    await expectTranslated(page, 'what an import would do');
    await page.locator('.import .button-primary').click();
    await expect(page.locator('.toast')).toBeVisible();
    await expect(page.locator('.facts .link')).toBeVisible();
    await expectTranslated(page, 'after an import');
    await page.locator('input[type=file]').setInputFiles({
      name: 'x.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('date,total\n03/04/2024,50\n05/06/2024,51\n'),
    });
    await expect(page.locator('.import-question')).toBeVisible();
    await expectTranslated(page, 'a file with two meanings');
    await page.locator('#data .button-danger.button-large').click();
    await expectTranslated(page, 'a question before everything is deleted');

    for (const name of ['empty', 'first', 'stale', 'profiles', 'kept-aside', 'named-later', 'lost-history'] as const) {
      await showScorecard(page, popupStates[name]);
      await expect(page.locator('#data')).toBeVisible();
      await expectTranslated(page, name);
    }
    for (const state of ['signed-out', 'contract-chooser', 'access-ended', 'not-recognised'] as const) {
      await showScorecard(page, popupStates[state]);
      await expect(page.locator('.page > .notice')).toBeVisible();
      await expectTranslated(page, state);
    }
    await go('#welcome');
    await showScorecard(page, popupStates.empty);
    await expectTranslated(page, 'the welcome');
    await showScorecard(page, scorecardOfPictures);
    await go('#tips');
    for (const summary of await page.locator('summary').all()) await summary.click();
    await expectTranslated(page, 'tips');
    await go('#share');
    for (const shown of await page.getByRole('switch').all()) await shown.click();
    await expectTranslated(page, 'share');
    await go('#about');
    await page.locator('[aria-expanded]').click();
    await expectTranslated(page, 'about');
  });

  pseudo(
    'no word of the badges or of the toolbar is untranslated',
    async ({ context, linkedin, seedSnapshots, worker }) => {
      linkedin.respond = () => ssiPage(memberOfPictures, { paintAfter: 100 });
      await seedSnapshots(historyBefore(memberOfPictures));
      await setGoal(worker, 70);
      const page = await context.newPage();
      await page.goto(ssiPageAddress);
      const badges = new BadgesDriver(page);
      await expect.poll(() => badges.names()).toContain('start');
      const words = async () => untranslated((await badges.ask(textsIn)) ?? [], own);
      expect(await words()).toEqual([]);
      await badges.click('[data-badge=start]');
      await expect.poll(() => badges.box('.popover')).toBeDefined();
      expect(await words()).toEqual([]);

      const title = () => worker.evaluate(() => chrome.action.getTitle({}));
      await expect.poll(title).toContain('63');
      expect(untranslated([{ text: await title(), where: 'toolbar' }], own)).toEqual([]);
    },
  );
});
