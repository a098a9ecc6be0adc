// The packages for the stores, installed from their zips. Chromium installs no zip outside of its store, so there it is unpacked as
// the store's installer does and the folder loaded; Firefox takes the zip itself, as a temporary add-on.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { packageNames, storePackages } from '../../scripts/store-packages';
import { memberOfJune2026 } from '../linkedin/captured-members';
import { startLinkedInServer } from '../linkedin/linkedin-server';
import { ssiPage } from '../linkedin/ssi-page';
import { builtExtension, chromiumExecutable, expect, ssiPageAddress, test as chromiumTest } from './extension-test';
import { test as firefoxTest } from './firefox-test';
import { extensionWorker, launchChromium } from './launch-chromium';
import { readAllSnapshots } from './stored-snapshots';

const repository = resolve(import.meta.dirname, '../..');

/** The packages of the build under test, by name; and its version. */
async function makePackages() {
  const { version } = JSON.parse(await readFile(join(builtExtension, 'manifest.json'), 'utf8')) as { version: string };
  return { version, names: packageNames(version), packages: storePackages(dirname(builtExtension), repository) };
}

/** Lets `use` have a folder that is gone afterwards. */
async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ssi-scorecard-package-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

chromiumTest('the package of Chrome and Edge, unpacked, installs in Chromium and reads the page', async () => {
  await withFolder(async (folder) => {
    const { version, names, packages } = await makePackages();
    const extension = join(folder, 'extension');
    for (const [name, bytes] of Object.entries(unzipSync(packages.get(names.chrome)!))) {
      await mkdir(dirname(join(extension, name)), { recursive: true });
      await writeFile(join(extension, name), bytes);
    }
    const linkedin = await startLinkedInServer({ respond: () => ssiPage(memberOfJune2026) });
    const context = await launchChromium({
      executable: chromiumExecutable(),
      extension,
      profile: join(folder, 'profile'),
      linkedin,
    });
    const worker = await extensionWorker(context);
    expect(await worker.evaluate(() => chrome.runtime.getManifest().version)).toBe(version);
    const page = await context.newPage();
    await page.goto(ssiPageAddress);
    await expect
      .poll(async () => (await worker.evaluate(readAllSnapshots)).map(({ shownTotal }) => shownTotal))
      .toEqual([20]);
    await context.close();
    await linkedin.close();
  });
});

/** What puppeteer's own `installExtension` asks, but for a zip instead of a folder. */
interface BidiConnection {
  readonly connection: {
    send(
      method: 'webExtension.install',
      parameters: { extensionData: { type: 'archivePath'; path: string } },
    ): Promise<{ readonly result: { readonly extension: string } }>;
  };
}

firefoxTest(
  'the package of Firefox installs in Firefox from the zip and reads the page',
  async ({ startedFirefox, linkedin }) => {
    const { browser, system } = startedFirefox;
    linkedin.respond = () => ssiPage(memberOfJune2026);
    await withFolder(async (folder) => {
      const { version, names, packages } = await makePackages();
      const zip = join(folder, names.firefox);
      await writeFile(zip, packages.get(names.firefox)!);
      const { result } = await (browser as unknown as BidiConnection).connection.send('webExtension.install', {
        extensionData: { type: 'archivePath', path: zip },
      });
      const popup = await browser.newPage();
      await popup.bringToFront();
      await popup.goto(`${(await system.extensionOrigin()) ?? ''}/popup/index.html`, { waitUntil: [] });
      await popup.waitForSelector('main');
      expect(await popup.evaluate(() => chrome.runtime.getManifest().version)).toBe(version);
      const page = await browser.newPage();
      await page.bringToFront();
      await page.goto(ssiPageAddress);
      await expect
        .poll(async () => (await popup.evaluate(readAllSnapshots)).map(({ shownTotal }) => shownTotal), {
          timeout: 20_000,
        })
        .toEqual([20]);
      await page.close();
      await popup.close();
      await browser.uninstallExtension(result.extension);
    });
  },
);
