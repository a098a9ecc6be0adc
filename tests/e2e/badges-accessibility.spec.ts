import { ssiPage } from '../linkedin/ssi-page';
import { casesOf } from '../long-runs';
import { axeFindings } from './axe-findings';
import { BadgesDriver, historyBefore, memberOfPictures, setGoal } from './badges-driver';
import { expect, ssiPageAddress, test } from './extension-test';

for (const { theme } of casesOf([{ theme: 'dark' }, { theme: 'light', long: true }] as const)) {
  test(`axe finds nothing wrong with the badges, open and ${theme}`, async ({
    context,
    linkedin,
    seedSnapshots,
    worker,
  }) => {
    const page = await context.newPage();
    const dark = theme === 'dark' ? 'main section { background: #17191e !important; color: #fff }' : '';
    linkedin.respond = () => ssiPage(memberOfPictures, { paintAfter: 100 }).replace('</style>', `${dark}</style>`);
    await seedSnapshots(historyBefore(memberOfPictures));
    await setGoal(worker, 70);
    await page.goto(ssiPageAddress);
    const badges = new BadgesDriver(page);
    await expect.poll(() => badges.names()).toHaveLength(7);
    await badges.click('[data-badge=start]');
    await expect.poll(() => badges.box('.popover')).toBeDefined();

    // Axe cannot look into a closed root: it gets the same markup, styles and theme in an open one.
    const copy = await badges.ask((layer) => {
      const root = layer.getRootNode() as ShadowRoot;
      const styles = root.adoptedStyleSheets.map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join('\n'));
      return { markup: layer.outerHTML, styles, theme: (root.host as HTMLElement).dataset['theme'] };
    });
    expect(copy?.theme).toBe(theme);
    linkedin.respond = () =>
      `<!DOCTYPE html><html lang="en"><head><title>A copy</title></head><body style="background: ${theme === 'dark' ? '#17191e' : '#fff'}">` +
      `<main><h1>A copy</h1><div id="copy" data-theme="${copy?.theme}"><template shadowrootmode="open"><style>${copy?.styles.join('')}</style>` +
      `${copy?.markup}</template></div></main></body></html>`;
    await page.goto('https://www.linkedin.com/copy');
    expect(
      await page.evaluate(() => document.querySelector('#copy')?.shadowRoot?.querySelectorAll('[data-placed]').length),
    ).toBe(8);
    // What fades in has too little contrast until it stands. The document does not count what moves inside a shadow root.
    await page.evaluate(async () => {
      const shadow = document.querySelector('#copy')?.shadowRoot;
      await Promise.all(shadow?.getAnimations().map(({ finished }) => finished) ?? []);
    });

    const { violations, passes } = await axeFindings(page, '#copy');
    expect(violations).toEqual([]);
    expect(passes).toEqual(expect.arrayContaining(['color-contrast', 'aria-dialog-name', 'button-name']));
  });
}

test('a screen reader finds the badges in the page itself, in words', async ({
  context,
  linkedin,
  seedSnapshots,
  worker,
}) => {
  linkedin.respond = () => ssiPage(memberOfPictures, { paintAfter: 100 });
  await seedSnapshots(historyBefore(memberOfPictures));
  await setGoal(worker, 70);
  const page = await context.newPage();
  await page.goto(ssiPageAddress);
  const badges = new BadgesDriver(page);
  await expect.poll(() => badges.names()).toHaveLength(7);
  await badges.click('[data-badge=start]');
  await expect.poll(() => badges.box('.popover')).toBeDefined();
  const session = await context.newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const said = nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => `${String(role?.value)} ${String(name?.value)}`);
  expect(said).toEqual(
    expect.arrayContaining([
      'region SSI Scorecard',
      expect.stringMatching(
        /^button Your total: (Saved )?\+1\.8 this week, normal for you On the way to 70 \(Open scorecard\)$/,
      ),
      'image Right people: −0.4 this week, normal for you',
      'button Start here: a tip for Right people',
      'button Hide',
      'button Done',
      'link Open beside LinkedIn',
      'button Close',
    ]),
  );
  expect(said.filter((node) => node.startsWith('dialog '))).toHaveLength(1);
});
