import { chromium, type BrowserContext, type Page, type Worker } from '@playwright/test';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumArguments } from '../linkedin/linkedin-server';
import { fontEnvironment, type FontSet } from './test-fonts';

/** How to start a real Chromium with the real built extension and our stand-in for linkedin.com. */
export interface ChromiumLaunch {
  /** Path of a Chromium that can side-load; see scripts/find-browser.mjs. */
  readonly executable: string;
  /** Folder of the unpacked extension; without one, a browser without the extension. */
  readonly extension?: string;
  /** Folder of the browser's profile. */
  readonly profile: string;
  /** The stand-in's port and key; without it linkedin.com is the real one and the network is open. */
  readonly linkedin?: { readonly port: number; readonly spki: string };
  readonly headless?: boolean;
  /** The fonts that it finds. A browser with a window, for somebody who looks at it, has the machine's. */
  readonly fonts?: FontSet;
  /** IANA time zone of the whole browser, its worker included. */
  readonly timeZone?: string;
  /** The browser's language, which chooses the extension's words. */
  readonly language?: string;
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  /** Device pixels for each CSS pixel. */
  readonly scale?: number;
  readonly arguments?: readonly string[];
  /** Leaves the page open that the extension opens once after its installation. */
  readonly keepsWelcome?: boolean;
  /** Keeps pages that were left, as members' browsers do and Playwright's do not. */
  readonly keepsLeftPages?: boolean;
}

/** What `launch` says in Playwright's words, without the extension. */
export function launchOptions(launch: Omit<ChromiumLaunch, 'extension' | 'profile' | 'keepsWelcome'>) {
  const { executable, linkedin, headless = true, viewport } = launch;
  return {
    executablePath: executable,
    headless,
    ignoreDefaultArgs: launch.keepsLeftPages ? ['--disable-back-forward-cache'] : [],
    // Containers and root have no sandbox to use.
    chromiumSandbox: false,
    viewport: viewport === undefined ? { width: 1200, height: 900 } : viewport,
    ...(viewport === null ? {} : { deviceScaleFactor: launch.scale ?? 1 }),
    ...(launch.language === undefined ? {} : { locale: launch.language }),
    env: {
      ...(process.env as Record<string, string>),
      ...(headless && fontEnvironment(launch.fonts)),
      ...(launch.timeZone === undefined ? {} : { TZ: launch.timeZone }),
      ...(launch.language === undefined ? {} : { LANGUAGE: launch.language.replace('-', '_') }),
    },
    args: [
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Of its window, which nobody sees: a fifth of what a page that is opened and closed costs.
      ...(headless ? ['--animation-duration-scale=0'] : []),
      ...(linkedin === undefined ? [] : chromiumArguments(linkedin)),
      ...(launch.language === undefined ? [] : [`--lang=${launch.language}`]),
      ...(launch.arguments ?? []),
    ],
  };
}

/** Starts it. The address www.linkedin.com is answered by the stand-in on this machine, and every other name by nobody. */
export async function launchChromium(launch: ChromiumLaunch): Promise<BrowserContext> {
  const { extension, profile } = launch;
  const isNew = !existsSync(join(profile, 'Default'));
  const options = launchOptions(launch);
  const context = await chromium.launchPersistentContext(profile, {
    ...options,
    args: [
      ...options.args,
      ...(extension === undefined ? [] : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
    ],
  });
  if (extension !== undefined && isNew && !launch.keepsWelcome) await closeWelcome(context);
  return context;
}

/** The page that opens once after the installation, closed: it would stand in front of what a test looks at. */
async function closeWelcome(context: BrowserContext): Promise<void> {
  const isWelcome = (page: Page) => page.url().endsWith('scorecard/index.html#welcome');
  const front = context.pages().find((page) => !isWelcome(page)) ?? (await context.newPage());
  const welcome =
    context.pages().find(isWelcome) ?? (await context.waitForEvent('page', { predicate: waitsForWelcome }));
  await welcome.waitForURL(/#welcome$/);
  await welcome.close();
  await front.bringToFront();

  async function waitsForWelcome(page: Page): Promise<boolean> {
    await page.waitForLoadState();
    return isWelcome(page);
  }
}

/** The extension's background worker, once it is there. */
export async function extensionWorker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
}

/** The extension's id, from its worker's address. */
export function extensionIdOf(worker: Worker): string {
  return new URL(worker.url()).host;
}
