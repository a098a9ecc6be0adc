import type { Page, Worker } from '@playwright/test';
import { ssiMain, ssiPage, type Layout, type SsiPageOptions } from '../linkedin/ssi-page';
import { casesOf } from '../long-runs';
import { BadgesDriver, historyBefore, memberOfPictures, setGoal, storedActions, type Rectangle } from './badges-driver';
import { expect, ssiPageAddress, test as extensionTest } from './extension-test';

const pillarNames = ['brand', 'people', 'insights', 'relationships'];
const everything = [...pillarNames, 'foot', 'start', 'total'].sort();

/** What of the page must stay clear: its own words and everything that is a picture or can be used. Measured by other code than the badges'. */
function measurePage() {
  const boxOf = ({ left, top, right, bottom }: DOMRect) => ({ left, top, right, bottom });
  const taken: { what: string; box: Rectangle }[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const holder = text.parentElement;
    if (
      !text.nodeValue?.trim() ||
      !holder ||
      holder.closest('table, [data-hidden], script, style, code, progress, svg')
    )
      continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const line of range.getClientRects()) taken.push({ what: text.nodeValue.trim(), box: boxOf(line) });
  }
  for (const element of document.querySelectorAll('a, button, input, progress, svg, img, li > div > div')) {
    taken.push({ what: element.tagName, box: boxOf(element.getBoundingClientRect()) });
  }
  const rows = [...document.querySelectorAll('main article > section:nth-of-type(2) li')].map((row) =>
    boxOf(row.getBoundingClientRect()),
  );
  const figure = document.querySelector('main article > section:nth-of-type(2) figcaption span');
  // What has no area paints nothing.
  const painted = taken.filter(({ box }) => box.right > box.left && box.bottom > box.top);
  return { taken: painted, rows, total: figure && boxOf(figure.getBoundingClientRect()) };
}

function overlaps(one: Rectangle, other: Rectangle): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Waits until the badges stand right, which the page may just have changed, and returns their names in alphabetical order. */
async function expectRightPlaces(page: Page, badges: BadgesDriver): Promise<string[]> {
  let names: string[] = [];
  await expect(async () => {
    const shown = await badges.shown();
    const { taken, rows, total } = await page.evaluate(measurePage);
    names = shown.map(({ name }) => name).sort();
    expect(names).not.toEqual([]);
    const touched = shown.flatMap(({ name, box }) =>
      taken.filter((other) => overlaps(box, other.box)).map(({ what }) => `${name} on ${what}`),
    );
    expect(touched).toEqual([]);
    for (const [index, one] of shown.entries()) {
      for (const other of shown.slice(index + 1))
        expect(overlaps(one.box, other.box), `${one.name} on ${other.name}`).toBe(false);
    }
    for (const { name, box } of shown) {
      const row = rows[pillarNames.indexOf(name === 'start' ? 'people' : name)];
      const middle = (box.top + box.bottom) / 2;
      if (row) expect(middle > row.top && middle < row.bottom, `${name} beside its number`).toBe(true);
      if (name === 'total' && total) {
        expect(overlaps({ ...box, top: box.top - 130, bottom: box.bottom + 130 }, total), 'beside the total').toBe(
          true,
        );
      }
    }
  }).toPass({ timeout: 8000 });
  return names;
}

interface Visit {
  readonly page: Page;
  readonly badges: BadgesDriver;
  /** Everything that the page's console said. */
  readonly said: string[];
}

interface VisitOptions extends SsiPageOptions {
  readonly size?: { readonly width: number; readonly height: number };
  /** What the page is changed into before it is served. */
  readonly html?: (html: string) => string;
  /** Whether there are thirty readings and a goal. Default: true. */
  readonly history?: boolean;
}

const test = extensionTest.extend<{ visit: (options?: VisitOptions) => Promise<Visit> }>({
  visit: async ({ context, linkedin, seedSnapshots, worker }, use) => {
    await use(async ({ size, html = (text: string) => text, history = true, ...options } = {}) => {
      linkedin.respond = () => html(ssiPage(memberOfPictures, { paintAfter: 200, ...options }));
      if (history) {
        await seedSnapshots(historyBefore(memberOfPictures));
        await setGoal(worker, 70);
      }
      const page = await context.newPage();
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(String(error)));
      if (size) await page.setViewportSize(size);
      await page.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(ssiPageAddress);
      return { page, badges: new BadgesDriver(page), said };
    });
  },
});

/** The layout shifts that happened once the score stood; painting the score itself shifts the stand-in's footer. */
async function shiftsOf(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.length);
}

for (const { layout } of casesOf<{ layout: Layout; long?: true }>([
  { layout: 'bars' },
  { layout: 'tables' },
  { layout: 'bare', long: true },
])) {
  test(`on the layout "${layout}" every badge stands beside its own number and on nothing of the page`, async ({
    visit,
  }) => {
    const { page, badges } = await visit({ layout });
    expect(await expectRightPlaces(page, badges)).toEqual(everything);
    const texts = Object.fromEntries((await badges.shown()).map(({ name, text }) => [name, text]));
    expect(texts).toEqual({
      // "Saved" goes after some seconds.
      total: expect.stringMatching(/^(Saved)?\+1\.8normal for youOn the way to 70$/) as unknown as string,
      brand: '+0.3',
      people: '−0.4',
      insights: '+1.2',
      relationships: '+0.7',
      start: 'Start here',
      foot: 'Changes added by SSI ScorecardHide',
    });
    const column = (await badges.shown()).filter(({ name }) => pillarNames.includes(name)).map(({ box }) => box.right);
    expect(new Set(column).size, 'one column').toBe(1);

    for (const [width, height] of [
      [2400, 1800],
      [800, 600],
      [600, 450],
      [400, 300],
      [360, 640],
    ] as const) {
      await page.setViewportSize({ width, height });
      const names = await expectRightPlaces(page, badges);
      if (width > 600) expect(names, `at ${width} pixels`).toContain('start');
    }
    await page.setViewportSize({ width: 1200, height: 900 });
    await expect.poll(async () => (await badges.names()).sort()).toEqual(everything);
    expect(await expectRightPlaces(page, badges)).toEqual(everything);
  });
}

/** What pages do to their roots, so that a place in the page is another one in the window. */
const rootStyles: readonly { readonly style: string; readonly long?: true }[] = [
  { style: 'html { zoom: 1.25 }' },
  { style: 'html { zoom: 0.8 }', long: true },
  { style: 'body { zoom: 1.25 }', long: true },
  { style: 'html { margin: 40px 0 0 60px }', long: true },
  { style: 'html { position: relative; left: 50px; top: 30px }' },
  { style: 'html { transform: scale(0.8) translate(20px, 30px) }', long: true },
  { style: 'html { transform: rotate(2deg) }' },
  { style: 'html { scale: 1.1; zoom: 1.1 }', long: true },
  { style: 'body { margin: 50px }', long: true },
  { style: 'body { position: relative; left: 50px; top: 30px }', long: true },
  { style: 'body { transform: scale(0.9) translate(20px, 30px) }' },
];

test('every badge keeps to its number, and the tip to its button, however the page is moved, zoomed or turned', async ({
  visit,
}) => {
  for (const { style } of casesOf(rootStyles)) {
    const html = (text: string) => text.replace('</head>', `<style>${style}</style></head>`);
    const { page, badges } = await visit({ html, size: { width: 1600, height: 1200 } });
    expect(await expectRightPlaces(page, badges), style).toEqual(expect.arrayContaining([...pillarNames, 'start']));
    await badges.click('[data-badge=start]');
    await expect(async () => {
      const [button, tip] = [await badges.box('[data-badge=start]'), await badges.box('.popover')];
      if (!button || !tip) throw new Error('There is no tip.');
      const middle = (button.left + button.right) / 2;
      expect(middle > tip.left && middle < tip.right, `${style}: below or above its button`).toBe(true);
      expect(Math.min(Math.abs(tip.top - button.bottom), Math.abs(button.top - tip.bottom)), style).toBeLessThan(24);
    }).toPass({ timeout: 8000 });
    await page.close();
  }
});

test('numbers that stand in no element have no badges', { tag: '@long' }, async ({ visit, storedSnapshots }) => {
  const { page, badges } = await visit({ layout: 'embedded' });
  await expect.poll(async () => (await storedSnapshots()).length).toBe(31);
  expect(await badges.names()).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
});

test(
  'on a page that is written from right to left the badges stand at the left ends of their rows',
  { tag: '@long' },
  async ({ visit }) => {
    const { page, badges } = await visit({ language: 'ar' });
    expect(await expectRightPlaces(page, badges)).toEqual(everything);
    const shown = await badges.shown();
    const [brand, start] = ['brand', 'start'].map((name) => shown.find((badge) => badge.name === name)!.box);
    expect(brand!.left).toBeLessThan(start!.left);
  },
);

test('the badges follow what LinkedIn paints anew, moves or makes larger, and shift nothing', async ({ visit }) => {
  const { page, badges } = await visit();
  await expectRightPlaces(page, badges);
  const before = await shiftsOf(page);
  expect(
    await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.filter((value) => value > 0.2)),
  ).toEqual([]);

  // Something above the score that no resize of its own card tells of.
  await page.evaluate(() => {
    const banner = document.createElement('p');
    banner.textContent = 'A banner';
    banner.style.cssText = 'height: 60px; margin: 0';
    document.body.prepend(banner);
  });
  await expectRightPlaces(page, badges);
  await page.evaluate(() => document.querySelector('main')?.style.setProperty('font-size', '20px'));
  await expectRightPlaces(page, badges);
  const risen = { ...memberOfPictures, scores: { ...memberOfPictures.scores, people: 11.9 } };
  await page.evaluate(
    (html) => (window as unknown as { standIn: { paint(html: string): void } }).standIn.paint(html),
    ssiMain(risen),
  );
  await expect.poll(async () => (await badges.shown()).find(({ name }) => name === 'people')?.text).toBe('+0.3');
  expect(await expectRightPlaces(page, badges)).toEqual(everything);
  // The banner and the larger words moved the page, not the badges: theirs is the only shift by the page itself.
  expect((await shiftsOf(page)) - before).toBeLessThanOrEqual(3);
});

test('the badges themselves cause no layout shift', async ({ visit }) => {
  const { page, badges } = await visit({ painting: { after: 0 } });
  await expectRightPlaces(page, badges);
  const painted = await shiftsOf(page);
  await badges.click('[data-badge=start]');
  await expect.poll(() => badges.box('.popover')).toBeDefined();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await shiftsOf(page)).toBe(painted);
});

test('before there is a history, that it begins and "Start here" show', async ({ visit }) => {
  const { badges } = await visit({ history: false });
  await expect.poll(() => badges.names()).toEqual(['total', 'start']);
  expect((await badges.shown())[0]?.text).toBe('Saved. Your history starts today');
});

test('the theme is the page’s own, whatever the system has, and follows it', async ({ visit }) => {
  const { page, badges } = await visit();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectRightPlaces(page, badges);
  const ink = () => badges.ask((layer) => getComputedStyle(layer).color);
  expect(await ink()).toBe('rgb(21, 23, 28)');
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'main section { background: oklch(0.22 0.01 260) !important; color: white }';
    document.head.append(style);
    document.documentElement.className = 'dark';
  });
  await expect.poll(ink).toBe('rgb(242, 243, 245)');
});

test('hostile scripts and styles of the page learn nothing, restyle nothing and break nothing', async ({
  visit,
  storedSnapshots,
}) => {
  const attack =
    '<style>div { display: none !important; --ink-1: red !important; --surface: red !important; direction: rtl !important } html > div { opacity: 0 !important; transform: scale(3) !important; transition: all 9s !important }' +
    ' #ember3, #ember3 div { display: block !important; direction: ltr !important }</style><body><i id="chrome"></i><i id="browser"></i>';
  const { page, badges, said } = await visit({
    html: (html) => html.replace('<body class="ember-application boot-complete">', attack),
  });
  expect(await expectRightPlaces(page, badges)).toEqual(expect.arrayContaining(['start', 'total']));
  const look = await badges.ask((layer) => {
    const pill = layer.querySelector('[data-badge=total]')!;
    const { backgroundColor, color, direction } = getComputedStyle(pill);
    return { backgroundColor, color, direction, inRoot: pill.getRootNode() instanceof ShadowRoot };
  });
  expect(look).toEqual({
    backgroundColor: 'rgb(255, 255, 255)',
    color: 'rgb(21, 23, 28)',
    direction: 'ltr',
    inRoot: true,
  });

  const learned = await page.evaluate(() => {
    const host = document.documentElement.lastElementChild as HTMLElement;
    const heard: string[] = [];
    const words = ['Start here', 'this week', 'On the way', '+1.8', 'SSI Scorecard'];
    getSelection()?.selectAllChildren(document.documentElement);
    const selected = getSelection()?.toString() ?? '';
    getSelection()?.removeAllRanges();
    for (const type of ['click', 'pointerdown', 'keydown']) {
      host.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }
    host.click();
    host.focus();
    let reattached = true;
    try {
      host.attachShadow({ mode: 'open' });
    } catch {
      reattached = false;
    }
    return {
      markup: host.outerHTML,
      root: host.shadowRoot,
      html: host.getHTML({ serializableShadowRoots: true }),
      size: [host.offsetWidth, host.offsetHeight],
      text: words.filter((word) => document.documentElement.innerText.includes(word) || selected.includes(word)),
      found: words.filter((word) => (window as unknown as { find(text: string): boolean }).find(word)),
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      reattached,
      heard,
    };
  });
  expect(learned).toEqual({
    markup: '<div></div>',
    root: null,
    html: '',
    size: [0, 0],
    text: [],
    found: [],
    sheets: 2,
    reattached: false,
    heard: [],
  });
  expect(await badges.box('.popover'), 'opened by a made-up click').toBeUndefined();

  await page.evaluate(() => document.documentElement.lastElementChild?.remove());
  await page.evaluate(() => (document.querySelector('main')!.style.paddingTop = '30px'));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await badges.names()).toEqual([]);
  expect((await storedSnapshots()).length).toBe(31);
  expect(said).toEqual([]);
});

test('"Start here" opens the tip by pointer and keyboard; Esc, the cross and a click elsewhere close it and give the focus back', async ({
  visit,
  context,
}) => {
  const { page, badges } = await visit();
  await expectRightPlaces(page, badges);
  const focused = () =>
    badges.ask((layer) => {
      const active = (layer.getRootNode() as ShadowRoot).activeElement;
      return active?.getAttribute('data-badge') ?? active?.getAttribute('role') ?? active?.tagName;
    });
  const expanded = () =>
    badges.ask((layer) => layer.querySelector('[data-badge=start]')?.getAttribute('aria-expanded'));

  await badges.click('[data-badge=start]');
  await expect.poll(focused).toBe('dialog');
  expect(await expanded()).toBe('true');
  await page.keyboard.press('Escape');
  await expect.poll(expanded).toBe('false');
  expect(await focused()).toBe('start');

  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe('dialog');
  const walked: unknown[] = [];
  for (let step = 0; step < 3; step += 1) {
    await page.keyboard.press('Tab');
    walked.push(await focused());
  }
  expect(walked).toEqual(['A', 'BUTTON', 'BUTTON']);
  await page.keyboard.press('Enter');
  await expect.poll(expanded).toBe('false');

  await badges.click('[data-badge=start]');
  await expect.poll(focused).toBe('dialog');
  await page.mouse.click(30, 400);
  await expect.poll(expanded).toBe('false');

  await badges.click('[data-badge=start]');
  await expect.poll(focused).toBe('dialog');
  const address = await badges.ask((layer) => layer.querySelector('a')?.href);
  const [opened] = await Promise.all([context.waitForEvent('page'), badges.click('.popover a')]);
  expect(opened.url()).toBe(address);
  expect(address).toMatch(/^https:\/\/www\.linkedin\.com\//);
});

test('"Done" is written into the journal, and Undo takes it back', async ({ visit, worker }) => {
  const { page, badges } = await visit();
  await expectRightPlaces(page, badges);
  await badges.click('[data-badge=start]');
  await expect.poll(() => badges.box('.popover')).toBeDefined();
  await badges.click('.popover .secondary');
  await expect.poll(() => storedActions(worker)).toMatchObject([{ kind: 'tip', pillar: 'people' }]);
  await expect
    .poll(() => badges.ask((layer) => layer.querySelector('[role=status]')?.textContent))
    .toMatch(/^Done\. On \w+ \d+ you’ll see what followed\.$/);
  await badges.click('.popover .secondary');
  await expect.poll(() => storedActions(worker)).toEqual([]);
});

async function badgesSetting(worker: Worker): Promise<unknown> {
  return worker.evaluate(async () => {
    const { settings } = await chrome.storage.local.get('settings');
    return (settings as { badges?: unknown } | undefined)?.badges;
  });
}

test('"Hide" takes everything away in every tab and for good; Undo and the setting bring it back', async ({
  visit,
  worker,
  context,
}) => {
  const first = await visit();
  await expectRightPlaces(first.page, first.badges);
  const page = await context.newPage();
  await page.goto(ssiPageAddress);
  const badges = new BadgesDriver(page);
  await expectRightPlaces(page, badges);

  await badges.click('.hide');
  const children = (of: Page) => of.evaluate(() => document.documentElement.children.length);
  await expect.poll(() => children(first.page)).toBe(2);
  await expect.poll(() => badges.names()).toEqual(['foot']);
  expect(await badges.box('.popover')).toBeUndefined();
  // "Undo" has taken its place.
  await badges.click('.hide');
  await expect.poll(() => badgesSetting(worker)).toBe(true);
  await expect.poll(() => children(first.page)).toBe(3);
  await expectRightPlaces(page, badges);
  await badges.click('.hide');
  await expect.poll(() => children(first.page)).toBe(2);
  await expect.poll(() => badgesSetting(worker)).toBe(false);
  await page.reload();
  await page.locator('progress').first().waitFor();
  // A reading of the same day, answered: what would be shown is known.
  await expect.poll(() => worker.evaluate(() => chrome.action.getBadgeText({}))).toBe('63');
  expect(await children(page)).toBe(2);

  await worker.evaluate(async () => {
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...(settings as object), badges: true } });
  });
  await expect.poll(() => children(page)).toBe(3);
  await page.bringToFront();
  await expectRightPlaces(page, badges);
});

test('after the extension is gone the page is left clean, without errors in its console', async ({ visit, worker }) => {
  const { page, badges, said } = await visit();
  await expectRightPlaces(page, badges);
  await worker.evaluate(() => chrome.runtime.reload()).catch(() => 'The worker is gone before it answers.');
  // What a member does who comes back to the tab.
  await expect
    .poll(async () => {
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
      return page.evaluate(() => document.documentElement.children.length);
    })
    .toBe(2);
  await page.evaluate(
    (html) => (window as unknown as { standIn: { paint(html: string): void } }).standIn.paint(html),
    ssiMain(memberOfPictures),
  );
  await page.mouse.click(100, 400);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(said).toEqual([]);
});
